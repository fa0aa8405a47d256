//! Sentences made of pieces of the grammar and of junk, said to a real list: nothing is destroyed
//! without a question, and what says that it understood nothing has changed nothing.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use task::{Tasks, View};

use crate::talk::chat;

const PIECES: &[&str] = &[
    "delete",
    "remove",
    "complete",
    "mark",
    "move",
    "show",
    "add",
    "rename",
    "everything",
    "all",
    "tasks",
    "the",
    "dentist",
    "rent",
    "it",
    "them",
    "2",
    "1 and 2",
    "to",
    "friday",
    "done",
    "as",
    "overdue",
    "no",
    "not",
    "undo",
    "restore",
    "p1",
    "@x",
    "#Home",
    "in",
    "Home",
    "?",
    "every",
    "week",
    "what",
    "xyzzy",
    "🦀",
    "\"",
    "task:019aa6a0-0000-7000-8000-000000000001",
];

#[test]
fn nothing_is_destroyed_by_chance() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut runner = TestRunner::new(Config {
        cases: 6,
        failure_persistence: None,
        ..Config::default()
    });
    let sentence = prop::collection::vec(prop::sample::select(PIECES), 1..6)
        .prop_map(|pieces| pieces.join(" "));
    let talk = prop::collection::vec(sentence, 12);
    runner
        .run(&talk, |sentences| {
            runtime.block_on(async {
                let mut chat = chat().await;
                for title in ["Call the dentist", "Pay rent", "Pay the dentist"] {
                    chat.add(title).await;
                }
                for sentence in sentences {
                    let before = chat.person().changes(0).await.unwrap().seq;
                    let said = chat.say(&sentence).await;
                    let after = chat.person().changes(0).await.unwrap().seq;
                    let plain = [
                        "I don't understand",
                        "I don't know",
                        "That is a question",
                        "I can't",
                    ];
                    if plain.iter().any(|begin| said.starts_with(begin)) {
                        prop_assert_eq!(before, after, "{}: {}", sentence, said);
                    }
                    prop_assert!(!said.is_empty());
                    // Nobody said yes.
                    let trash = chat.titles(View::Trash).await;
                    let theirs = ["Call the dentist", "Pay rent", "Pay the dentist"];
                    let gone = trash.iter().any(|title| theirs.contains(&title.as_str()));
                    prop_assert!(
                        !gone || said.contains("is in the trash"),
                        "{}: {}",
                        sentence,
                        said
                    );
                }
                Ok(())
            })
        })
        .unwrap();
}
