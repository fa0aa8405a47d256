//! Whole conversations, from a table of them.

use task::quick_add;
use task::{Action, TaskId, Tasks, View};

use crate::talk::{Chat, chat};

/// `#` begins a conversation; `+` is what the person adds in the window, `>` what they say, `<` the
/// answer, a line each, `~` a part of it, `=` the open tasks by title, `=trash` those in the trash.
const TABLE: &str = include_str!("conversations.txt");

async fn add(chat: &Chat, line: &str) {
    let tasks = chat.person();
    let now = tasks.now();
    let draft = quick_add::read(line, &[], &now).into_draft();
    let id = TaskId::fresh(now.timestamp());
    tasks.apply(Action::add(id, draft)).await.unwrap();
}

async fn titles(chat: &Chat, view: View) -> String {
    let mut titles = chat.titles(view).await;
    titles.sort();
    titles.join("; ")
}

#[tokio::test]
async fn conversations_go_as_written() {
    let mut wrong = Vec::new();
    for conversation in TABLE.split("\n# ").skip(1) {
        let mut lines = conversation.lines();
        let name = lines.next().unwrap();
        let mut chat = chat().await;
        let (mut said, mut answer) = (String::new(), String::new());
        let mut expected: Vec<&str> = Vec::new();
        for line in lines.chain([""]) {
            let (mark, text) = line.split_once(' ').unwrap_or((line, ""));
            if mark != "<" && !expected.is_empty() {
                let whole = expected.join("\n");
                if answer != whole {
                    wrong.push(format!("{name}\n> {said}\n{answer}\n-- should be\n{whole}"));
                }
                expected.clear();
            }
            match mark {
                "+" => add(&chat, text).await,
                ">" => {
                    text.clone_into(&mut said);
                    answer = chat.say(&text.replace("\\n", "\n")).await;
                }
                "<" => expected.push(text),
                "~" if !answer.contains(text) => {
                    wrong.push(format!(
                        "{name}\n> {said}\n{answer}\n-- should have\n{text}"
                    ));
                }
                "~" | "" | "%" => {}
                "=" | "=trash" => {
                    let view = if mark == "=" { View::Open } else { View::Trash };
                    let found = titles(&chat, view).await;
                    if found != text {
                        wrong.push(format!(
                            "{name}\n> {said}\n{mark} {found}\n-- should be {text}"
                        ));
                    }
                }
                _ => panic!("{name}: {line}"),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
