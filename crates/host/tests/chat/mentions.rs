//! What can be mentioned, and its preview.

use calm_orbit_host::chat::{find, preview};
use serde_json::Value;
use task::{Action, TaskPatch, Tasks};

use crate::talk::{Chat, chat};

async fn titles(chat: &Chat, query: &str) -> Vec<(String, String)> {
    let found = find(&chat.store, query).await.unwrap();
    found
        .into_iter()
        .map(|one| (one.group, one.title))
        .collect()
}

fn pair(group: &str, title: &str) -> (String, String) {
    (group.to_owned(), title.to_owned())
}

async fn furnished() -> Chat {
    let mut chat = chat().await;
    chat.add("Buy milk").await;
    chat.say("add Fix the tap tomorrow 9am #Home @hands p1")
        .await;
    chat.say("add Paint #Home").await;
    chat.say("complete buy milk").await;
    chat
}

#[tokio::test]
async fn tasks_lists_and_tags_are_found_by_their_beginning() {
    let chat = furnished().await;
    assert_eq!(titles(&chat, "ta").await, [pair("Tasks", "Fix the tap")]);
    assert_eq!(titles(&chat, "@ho").await, [pair("Lists", "Home")]);
    assert_eq!(
        titles(&chat, "HAN").await,
        [pair("Tasks", "Fix the tap"), pair("Tags", "hands")]
    );
    assert_eq!(
        titles(&chat, "milk").await,
        [pair("Tasks", "Buy milk")],
        "though it is done"
    );
    assert!(titles(&chat, "\"*(").await.is_empty());
}

#[tokio::test]
async fn nothing_typed_offers_what_is_next_and_used_most() {
    let chat = furnished().await;
    assert_eq!(
        titles(&chat, " ").await,
        [
            pair("Tasks", "Fix the tap"),
            pair("Tasks", "Paint"),
            pair("Lists", "Home"),
            pair("Tags", "hands"),
        ]
    );
    for n in 0..30 {
        chat.add(&format!("Task {n}")).await;
    }
    let found = find(&chat.store, "").await.unwrap();
    let tasks = found.iter().filter(|one| one.group == "Tasks").count();
    assert_eq!(tasks, 10);
    let first = &found[0];
    assert_eq!(first.data["due"], "tomorrow");
    assert_eq!(first.data["list"], "Home");
    assert!(first.interactive);
}

fn words(widget: &Value) -> String {
    fn walk(node: &Value, into: &mut Vec<String>) {
        for name in ["value", "label"] {
            into.extend(node[name].as_str().map(str::to_owned));
        }
        for child in node["children"].as_array().into_iter().flatten() {
            walk(child, into);
        }
    }
    let mut found = Vec::new();
    walk(widget, &mut found);
    found.join(" | ")
}

#[tokio::test]
async fn a_preview_says_what_there_is_to_know() {
    let chat = furnished().await;
    let found = find(&chat.store, "tap").await.unwrap();
    let id = found[0].id.clone();
    let task = id.strip_prefix("task:").unwrap().parse().unwrap();
    let patch = TaskPatch {
        notes: Some("one\n\n![x](https://example.org/x)\nthree\nfour".into()),
        ..TaskPatch::default()
    };
    chat.person()
        .apply(Action::edit(task, patch))
        .await
        .unwrap();
    let widget = preview(&chat.store, &id).await.unwrap().unwrap();
    assert_eq!(widget["type"], "Basic");
    assert_eq!(
        words(&widget),
        "Fix the tap | Due tomorrow at 9:00 · Home | p1 | @hands | one | ![x](https://example.org/x) | three | …"
    );
    assert!(
        !widget.to_string().contains("Markdown"),
        "notes load nothing"
    );
    let list = find(&chat.store, "home").await.unwrap().remove(0);
    let widget = preview(&chat.store, &list.id).await.unwrap().unwrap();
    assert_eq!(words(&widget), "Home | 2 open tasks | Fix the tap | Paint");
    let widget = preview(&chat.store, "tag:hands").await.unwrap().unwrap();
    assert_eq!(words(&widget), "@hands | 1 open task | Fix the tap");
    for gone in [
        "task:019aa6a0-0000-7000-8000-000000000001",
        "task:x",
        "list:x",
        "tag:none",
        "",
        "weather:today",
    ] {
        assert_eq!(preview(&chat.store, gone).await.unwrap(), None, "{gone}");
    }
}
