//! What begins a turn and is no message: actions, outputs of tools, answers to a form. Whoever asked
//! for them answers here no more, so each gets plain words or none, and never the last deed again.

use chatkit::{
    ClientToolCall, Item, ItemKind, Question, QuestionKind, StructuredInput, ThreadId, Threads,
};
use serde_json::{Map, Value, json};
use task::{Tasks, View};

use crate::talk::{Chat, chat};

/// A thread in which a task was added and another is asked about.
async fn asked() -> Chat {
    let mut chat = chat().await;
    chat.say("add buy milk").await;
    chat.say("delete buy milk").await;
    chat
}

/// Puts an item at the end of the thread, as another assistant would have left it there.
async fn leave(chat: &Chat, kind: ItemKind) -> String {
    let thread = ThreadId::from(chat.thread.clone().unwrap().as_str());
    let item = Item::begin(thread, kind);
    chat.store.save_item(&item).await.unwrap();
    item.id.to_string()
}

/// Makes the request and sees that nothing was done, and that the question is still open.
async fn told(mut chat: Chat, request: Value) -> String {
    let latest = async |chat: &Chat| chat.person().changes(0).await.unwrap().seq;
    let before = latest(&chat).await;
    let said = chat.request(&request).await;
    assert_eq!(latest(&chat).await, before, "{request}");
    assert_eq!(chat.titles(View::Open).await, ["buy milk"]);
    chat.say("yes").await;
    assert_eq!(
        chat.titles(View::Trash).await,
        ["buy milk"],
        "the question was open"
    );
    said
}

#[tokio::test]
async fn an_action_that_nothing_here_has_is_told_so() {
    let chat = asked().await;
    let action = json!({"type": "complete", "payload": {"id": 1}});
    let params = json!({"thread_id": chat.thread, "action": action});
    let request = json!({"type": "threads.custom_action", "params": params});
    assert_eq!(
        told(chat, request).await,
        "That does nothing here. Say in words what you want."
    );
}

#[tokio::test]
async fn the_output_of_a_tool_is_told_so() {
    let chat = asked().await;
    let call = ClientToolCall::begin("add_task", Map::new());
    leave(&chat, ItemKind::ClientToolCall(call)).await;
    let params = json!({"thread_id": chat.thread, "result": {"text": "delete all tasks"}});
    let request = json!({"type": "threads.add_client_tool_output", "params": params});
    let said = told(chat, request).await;
    assert!(
        said.starts_with("Nothing here waits for that any more"),
        "{said}"
    );
}

#[tokio::test]
async fn answers_are_told_so_and_skipping_is_silent() {
    for (status, answers, begins) in [
        (
            "answered",
            json!({"q": {"values": ["yes"], "skipped": false}}),
            "Your answers are kept here",
        ),
        ("skipped", json!({}), ""),
    ] {
        let chat = asked().await;
        let question = Question {
            id: "q".to_owned(),
            question: "Delete all?".to_owned(),
            answer: None,
            kind: QuestionKind::Freeform { description: None },
        };
        let item = leave(
            &chat,
            ItemKind::StructuredInput(StructuredInput::ask(vec![question])),
        )
        .await;
        let input = json!({"status": status, "answers": answers});
        let params = json!({"thread_id": chat.thread, "item_id": item, "input": input});
        let request = json!({"type": "threads.add_structured_input", "params": params});
        let said = told(chat, request).await;
        assert!(said.starts_with(begins), "{said}");
        assert_eq!(said.is_empty(), begins.is_empty(), "{said}");
    }
}
