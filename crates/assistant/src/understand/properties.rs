//! Whatever is typed, it is read without a panic, quickly, and never taken for more than it says.

use proptest::prelude::*;

use super::*;
use crate::verb::Verb;

/// Pieces of the grammar, and junk.
fn sentence() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "add",
        "show",
        "mark",
        "delete",
        "move",
        "rename",
        "make",
        "tag",
        "put",
        "set",
        "to",
        "done",
        "as",
        "it",
        "them",
        "both",
        "all",
        "everything",
        "overdue",
        "the",
        "my",
        "tasks",
        "task",
        "in",
        "Home",
        "Work",
        "list",
        "due",
        "friday",
        "tomorrow",
        "this week",
        "and",
        "or",
        ",",
        "2",
        "3",
        "first",
        "last",
        "one",
        "p1",
        "@home",
        "#Work",
        "every",
        "monday",
        "no",
        "yes",
        "not",
        "undo",
        "deadline",
        "of",
        "31 Jan",
        "from",
        "remove",
        "\"a b\"",
        "“",
        "\"",
        "&",
        "|",
        "(",
        ")",
        "!",
        "?",
        ":",
        ";",
        "\n",
        "milk",
        "dentist",
        "what",
        "what's",
        "how many",
        "I",
        "need to",
        "want to",
        "please",
        "could you",
        "don't",
        "never",
        "repeat",
        "skip",
        "restore",
        "call",
        "99999999999999999999",
        "-",
        "1-3",
        "ß",
        "İ",
        "東京",
        "\u{202e}",
        "🦀",
        "e\u{301}",
        "’s",
        "isn't",
    ]);
    let junk = "[a-zA-Z0-9 @#&|!?.,:;\"'’“”ßäé東\u{0}-\u{1f}]{0,12}";
    prop::collection::vec(
        prop_oneof![4 => pieces.prop_map(str::to_owned), 1 => junk],
        0..14,
    )
    .prop_map(|pieces| pieces.join(" "))
}

fn lexicon() -> Lexicon {
    Lexicon {
        now: "2026-11-21T09:00[Europe/Berlin]".parse().unwrap(),
        lists: ["Home", "Work", "Straße", "İnbox 東京"]
            .map(|name| (name.to_owned(), name.to_owned()))
            .to_vec(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_and_destroying_is_only_what_says_so(text in sentence()) {
        let intent = understand(&Sentence::of(&text), &lexicon());
        let lower = text.to_lowercase();
        if let Intent::Change(Verb::Delete, _) = &intent {
            // One of the words of the table that delete stands in it, and no word that says not to.
            prop_assert!(lower.contains("delete") || lower.contains("remove"), "{text}");
            prop_assert!(!lower.trim_start().starts_with("don't"), "{text}");
        }
        if let Intent::Change(_, Reference::Words(words)) = &intent {
            prop_assert!(words.chars().any(char::is_alphanumeric), "{text}: {words:?}");
        }
        let _ = (hints(&Sentence::of(&text)), may_be_a_line(&Sentence::of(&text)));
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        let _ = understand(&Sentence::of(&text), &lexicon());
    }

    /// A line that is added says all that was typed behind the verb.
    #[test]
    fn a_title_keeps_its_words(words in prop::collection::vec("[a-z]{4,9}x", 1..6)) {
        let line = words.join(" ");
        let intent = understand(&Sentence::of(&format!("add {line}")), &lexicon());
        prop_assert_eq!(intent, Intent::Add(vec![line]));
    }
}

#[test]
fn a_very_long_message_is_read() {
    for text in [
        "add ".to_owned() + &"word ".repeat(5_000),
        "all and ".repeat(5_000),
    ] {
        let _ = understand(&Sentence::of(&text), &lexicon());
    }
}
