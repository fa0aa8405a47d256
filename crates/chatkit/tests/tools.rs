//! Tools of the client and questions: turns that end with something to wait for, and those that
//! go on from there.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking, their helpers too"
)]

mod common;

use calm_orbit_chatkit::{Event, Item, ItemKind, ThreadStatus, ToolCallStatus};
use common::{Chat, chat, last_item, names, value};
use serde_json::{Value, json};

async fn output(chat: &Chat, thread: &impl serde::Serialize, result: Value) -> Vec<Event> {
    let params = json!({"thread_id": thread, "result": result});
    chat.events("threads.add_client_tool_output", params).await
}

#[tokio::test]
async fn a_turn_ends_with_a_call_and_its_output_begins_the_next() {
    let chat = chat();
    let (thread, events) = chat.begin("tool").await;
    assert_eq!(
        names(&events[1..]),
        [
            "thread.item.done user_message",
            "stream_options",
            "thread.item.done client_tool_call"
        ]
    );
    let call = value(&events[3])["item"].clone();
    assert_eq!(call["status"], "pending");
    assert_eq!(
        (&call["name"], &call["arguments"]),
        (&json!("open_task"), &json!({"id": 1}))
    );
    assert!(call.get("output").is_none());

    let events = output(&chat, &thread, json!({"ok": true})).await;
    let shown = names(&events);
    assert_eq!(shown.first().unwrap(), "stream_options");
    assert_eq!(shown.last().unwrap(), "thread.item.done assistant_message");
    assert!(
        !shown.iter().any(|name| name.contains("client_tool_call")),
        "{shown:?}"
    );
    assert_eq!(
        chat.stored(&thread).await,
        [
            "user_message: tool",
            "client_tool_call",
            "assistant_message: open_task gave {\"ok\":true}"
        ]
    );
    let stored = chat.items(&thread).await.remove(1);
    assert_eq!(json!(stored.id), call["id"]);
    let stored = stored.tool_call().unwrap();
    assert_eq!(stored.status, ToolCallStatus::Completed);
    assert_eq!(stored.output, Some(json!({"ok": true})));
    // A repeated request changes nothing.
    let params = json!({"thread_id": thread, "result": "again"});
    let (status, _) = chat.refusal("threads.add_client_tool_output", params).await;
    assert_eq!(status, 400);
    assert_eq!(chat.stored(&thread).await.len(), 3);
}

#[tokio::test]
async fn a_call_follows_a_call_one_a_turn() {
    let chat = chat();
    let (thread, events) = chat.begin("tool at last").await;
    assert_eq!(
        names(&events).last().unwrap(),
        "thread.item.done client_tool_call"
    );
    let events = output(&chat, &thread, json!("again")).await;
    assert_eq!(
        names(&events),
        ["stream_options", "thread.item.done client_tool_call"]
    );
    output(&chat, &thread, Value::Null).await;
    assert_eq!(
        chat.stored(&thread).await,
        [
            "user_message: tool at last",
            "assistant_message: One moment",
            "client_tool_call",
            "client_tool_call",
            "assistant_message: open_task gave null"
        ]
    );
}

#[tokio::test]
async fn calls_that_nobody_answered_go() {
    let chat = chat();
    let (thread, _) = chat.begin("tool").await;
    let stale = chat.items(&thread).await.remove(1);
    chat.say(&thread, "never mind").await;
    // Given up: a message came after it.
    let params = json!({"thread_id": thread, "result": 1});
    let (status, text) = chat.refusal("threads.add_client_tool_output", params).await;
    assert_eq!((status, text.contains("send a message")), (400, true));

    chat.say(&thread, "tool").await;
    let events = output(&chat, &thread, json!(1)).await;
    assert_eq!(
        value(&events[0]),
        json!({"type": "thread.item.removed", "item_id": stale.id})
    );
    let pending = chat.items(&thread).await.into_iter().filter(|item| {
        item.tool_call()
            .is_some_and(|call| call.status == ToolCallStatus::Pending)
    });
    assert_eq!(pending.count(), 0);
}

#[tokio::test]
async fn a_hidden_item_behind_a_call_does_not_hide_it() {
    let chat = chat();
    let (thread, _) = chat.begin("tool").await;
    let content = json!("remembered");
    let hidden = Item::begin(thread.clone(), ItemKind::HiddenContextItem { content });
    chat.threads.save_item(&hidden).await.unwrap();
    let events = output(&chat, &thread, json!(1)).await;
    assert_eq!(
        names(&events).last().unwrap(),
        "thread.item.done assistant_message"
    );
}

#[tokio::test]
async fn questions_are_answered_in_their_place() {
    let chat = chat();
    let (thread, events) = chat.begin("ask").await;
    let asked = last_item(&events);
    assert_eq!(value(events.last().unwrap())["item"]["status"], "pending");
    let answers = json!({
        "day": {"values": ["Monday", "Tuesday"]},
        "why": {"values": [], "skipped": false},
        "unasked": {"values": ["x"]},
    });
    let params = json!({"thread_id": thread, "item_id": asked.id,
        "input": {"status": "answered", "answers": answers}});
    let events = chat
        .events("threads.add_structured_input", params.clone())
        .await;
    assert_eq!(
        names(&events)[..2],
        ["stream_options", "thread.item.replaced structured_input"]
    );
    assert_eq!(
        value(&events[1])["item"],
        json!({
            "id": asked.id, "thread_id": thread, "created_at": asked.created_at,
            "type": "structured_input", "status": "answered", "inputs": [
                {"id": "day", "question": "Which day?", "type": "multiple_choice",
                 "options": [{"value": "Monday"}, {"value": "Tuesday"}], "multiple": false,
                 "answer": {"values": ["Monday"], "skipped": false}},
                {"id": "why", "question": "Why?", "type": "freeform",
                 "answer": {"values": [], "skipped": true}},
            ],
        })
    );
    assert_eq!(
        chat.stored(&thread).await,
        [
            "user_message: ask",
            "structured_input",
            "assistant_message: [\"Monday\"] because []"
        ]
    );
    let (status, text) = chat.refusal("threads.add_structured_input", params).await;
    assert_eq!((status, text.contains("already")), (400, true));
}

#[tokio::test]
async fn questions_are_skipped_together() {
    let chat = chat();
    let (thread, events) = chat.begin("ask").await;
    let input = json!({"status": "skipped", "answers": {"day": {"values": ["Monday"]}}});
    let params = json!({"thread_id": thread, "item_id": last_item(&events).id, "input": input});
    let events = chat.events("threads.add_structured_input", params).await;
    let item = value(&events[1])["item"].clone();
    assert_eq!(item["status"], "skipped");
    assert_eq!(
        item["inputs"][0]["answer"],
        json!({"values": [], "skipped": true})
    );
}

#[tokio::test]
async fn only_questions_are_answered() {
    let chat = chat();
    let (thread, events) = chat.begin("ask").await;
    let asked = last_item(&events);
    let message = chat.items(&thread).await.remove(0);
    for (id, input, status) in [
        (json!(message.id), json!({}), 400),
        (json!("msg_none"), json!({}), 404),
        (json!(asked.id), json!({"status": "pending"}), 400),
        (
            json!(asked.id),
            json!({"answers": {"day": {"values": ["x".repeat(100_001)]}}}),
            400,
        ),
    ] {
        let params = json!({"thread_id": thread, "item_id": id, "input": input});
        let refusal = chat.refusal("threads.add_structured_input", params).await;
        assert_eq!(refusal.0, status, "{refusal:?}");
    }
    assert_eq!(chat.items(&thread).await[1], asked);
}

#[tokio::test]
async fn a_locked_thread_takes_outputs_but_no_answers() {
    let chat = chat();
    for (text, taken) in [("tool", true), ("ask", false)] {
        let (thread, events) = chat.begin(text).await;
        let waiting = last_item(&events);
        let mut locked = chat.threads.thread(&thread).await.unwrap();
        locked.status = ThreadStatus::Locked { reason: None };
        chat.threads.update_thread(&locked).await.unwrap();
        if taken {
            let events = output(&chat, &thread, json!(1)).await;
            assert_eq!(
                names(&events).last().unwrap(),
                "thread.item.done assistant_message"
            );
        } else {
            let params = json!({"thread_id": thread, "item_id": waiting.id, "input": {}});
            let (status, _) = chat.refusal("threads.add_structured_input", params).await;
            assert_eq!(status, 409);
            assert_eq!(chat.items(&thread).await[1], waiting);
        }
    }
}
