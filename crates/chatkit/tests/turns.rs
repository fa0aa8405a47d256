//! Turns: what is sent, in which order, and what stays.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking, their helpers too"
)]

mod common;

use calm_orbit_chatkit::{Event, Headers, ItemKind, Reply};
use common::{chat, message, names, value};
use futures::StreamExt;
use serde_json::json;

#[tokio::test]
async fn hello_has_the_golden_order() {
    let chat = chat();
    let (thread, events) = chat.begin("hello").await;
    assert_eq!(
        names(&events),
        [
            "thread.created",
            "thread.item.done user_message",
            "stream_options",
            "progress_update",
            "thread.item.added workflow",
            "thread.item.updated workflow.task.added",
            "thread.item.updated workflow.task.updated",
            "thread.item.updated workflow.task.added",
            "thread.item.done workflow",
            "thread.item.added assistant_message",
            "thread.item.updated assistant_message.content_part.added",
            "thread.item.updated assistant_message.content_part.text_delta",
            "thread.item.updated assistant_message.content_part.text_delta",
            "thread.item.updated assistant_message.content_part.annotation_added",
            "thread.item.updated assistant_message.content_part.done",
            "thread.item.done assistant_message",
            "client_effect",
            "notice",
            "thread.updated",
            "thread.item.done end_of_turn",
        ]
    );
    assert_eq!(
        value(&events[2]),
        json!({"type": "stream_options", "stream_options": {"allow_cancel": true}})
    );
    assert_eq!(
        chat.stored(&thread).await,
        [
            "user_message: hello",
            "workflow",
            "assistant_message: Hi there",
            "hidden_context_item",
            "end_of_turn"
        ]
    );
    // What streamed is what is read afterwards, without the hidden item.
    let done: Vec<_> = events
        .iter()
        .filter(|event| matches!(event, Event::ItemDone { .. }))
        .map(|event| value(event)["item"].clone())
        .collect();
    let read = chat
        .json("threads.get_by_id", json!({"thread_id": thread}))
        .await;
    assert_eq!(read["items"], json!({"data": done, "has_more": false}));
    assert_eq!(read["title"], "Greeting");
    assert_eq!(read["metadata"], json!({}));
}

#[tokio::test]
async fn a_growing_answer_adds_up_to_what_is_stored() {
    let chat = chat();
    let (_, events) = chat.begin("hello").await;
    let mut growing = Vec::new();
    let mut compared = 0;
    for event in events {
        match event {
            Event::ItemAdded { item } => growing.push(item),
            Event::ItemUpdated { item_id, update } => {
                growing
                    .iter_mut()
                    .find(|item| item.id == item_id)
                    .unwrap()
                    .apply(&update);
            }
            Event::ItemDone { item } => {
                let Some(grown) = growing.iter_mut().find(|grown| grown.id == item.id) else {
                    continue;
                };
                if let (ItemKind::Workflow { workflow }, ItemKind::Workflow { workflow: done }) =
                    (&mut grown.kind, &item.kind)
                {
                    workflow.summary.clone_from(&done.summary);
                }
                assert_eq!(*grown, item);
                compared += 1;
            }
            _ => {}
        }
    }
    assert_eq!(compared, 2);
}

#[tokio::test]
async fn a_failed_answer_is_an_event_and_the_next_turn_works() {
    let chat = chat();
    let (thread, events) = chat.begin("boom").await;
    let error = json!({"type": "error", "code": "stream.error", "allow_retry": true});
    assert_eq!(value(events.last().unwrap()), error);
    assert_eq!(
        value(chat.say(&thread, "panic").await.last().unwrap()),
        error
    );
    let events = chat.say(&thread, "misplace").await;
    assert_eq!(
        names(&events),
        ["thread.item.done user_message", "stream_options", "error"]
    );
    assert_eq!(
        value(chat.say(&thread, "explain").await.last().unwrap()),
        json!({
            "type": "error", "code": "custom", "message": "No model is set up.",
            "allow_retry": false,
        })
    );
    chat.say(&thread, "well?").await;
    assert_eq!(
        chat.stored(&thread).await,
        [
            "user_message: boom",
            "user_message: panic",
            "user_message: misplace",
            "user_message: explain",
            "user_message: well?",
            "assistant_message: You said: well?"
        ]
    );
}

#[tokio::test]
async fn the_responder_learns_what_was_chosen_and_quoted() {
    let chat = chat();
    let mut input = message("options");
    input["inference_options"] = json!({"tool_choice": {"id": "search"}, "model": "m"});
    input["quoted_text"] = json!("> before");
    let events = chat.events("threads.create", json!({"input": input})).await;
    let told = common::last_item(&events).message_text().unwrap();
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&told).unwrap(),
        input
    );
}

#[tokio::test]
async fn the_responder_learns_the_language() {
    let chat = chat();
    let body = json!({"type": "threads.create", "params": {"input": message("language")}});
    for (header, told) in [(Some("de-AT,de;q=0.9"), "Some(\"de-AT\")"), (None, "None")] {
        let headers =
            header.map_or_else(Headers::new, |value| Headers::new().accept_language(value));
        let reply = chat
            .server
            .handle_with(body.to_string().as_bytes(), headers)
            .await;
        let Reply::Stream(events) = reply.unwrap() else {
            panic!("no stream");
        };
        let events: Vec<_> = events.collect().await;
        let Some(Event::ItemDone { item }) = events.last() else {
            panic!("no answer");
        };
        assert_eq!(item.message_text().unwrap(), told);
    }
}

#[tokio::test]
async fn a_slow_reader_gets_everything() {
    let chat = chat();
    let params = json!({"input": message("hello")});
    let Reply::Stream(events) = chat.ask("threads.create", params).await.unwrap() else {
        panic!("no stream");
    };
    // One thread: the turn makes no progress but when the reader yields.
    let events: Vec<_> = events
        .then(|event| async {
            tokio::task::yield_now().await;
            event
        })
        .collect()
        .await;
    assert_eq!(events.len(), 20);
}

#[tokio::test]
async fn retrying_removes_what_came_after() {
    let chat = chat();
    let (thread, events) = chat.begin("hello").await;
    chat.say(&thread, "and?").await;
    let Event::ItemDone { item: asked } = &events[1] else {
        panic!("no message")
    };
    let params = json!({"thread_id": thread, "item_id": asked.id});
    let events = chat.events("threads.retry_after_item", params).await;
    // Five of hello's and and?'s six; the hidden one was never shown.
    let expected = ["thread.item.removed"; 5]
        .into_iter()
        .chain(["stream_options"]);
    assert_eq!(names(&events[..6]), expected.collect::<Vec<_>>());
    assert!(!names(&events).contains(&"thread.item.done user_message".to_owned()));
    assert_eq!(
        chat.stored(&thread).await,
        [
            "user_message: hello",
            "workflow",
            "assistant_message: Hi there",
            "hidden_context_item",
            "end_of_turn"
        ]
    );
    let Some(Event::ItemDone { item }) = events.last() else {
        panic!("no end")
    };
    let params = json!({"thread_id": thread, "item_id": item.id});
    assert_eq!(
        chat.refusal("threads.retry_after_item", params).await.0,
        400
    );
    let params = json!({"thread_id": thread, "item_id": "msg_none"});
    assert_eq!(
        chat.refusal("threads.retry_after_item", params).await.0,
        404
    );
    assert_eq!(chat.stored(&thread).await.len(), 5);
}

#[tokio::test]
async fn an_item_taken_back_is_not_stored() {
    let chat = chat();
    let (thread, events) = chat.begin("take back").await;
    assert_eq!(names(&events).last().unwrap(), "thread.item.removed");
    assert_eq!(chat.stored(&thread).await, ["user_message: take back"]);
}

#[tokio::test]
async fn a_locked_thread_takes_no_messages() {
    let chat = chat();
    let (thread, events) = chat.begin("lock").await;
    let updated = value(events.last().unwrap());
    assert_eq!(
        updated["thread"]["status"],
        json!({"type": "locked", "reason": "Enough"})
    );
    let params = json!({"thread_id": thread, "input": message("hello")});
    let refusal = chat.refusal("threads.add_user_message", params).await;
    assert_eq!(refusal, (409, "Enough".to_owned()));
    let asked = chat.items(&thread).await.remove(0);
    let params = json!({"thread_id": thread, "item_id": asked.id});
    let refusal = chat.refusal("threads.retry_after_item", params).await;
    assert_eq!(refusal, (409, "Enough".to_owned()));
    assert_eq!(chat.stored(&thread).await, ["user_message: lock"]);
    // The person may still act in a widget, which can be what opens it again.
    let params = json!({"thread_id": thread, "action": {"type": "unlock"}});
    let events = chat.events("threads.custom_action", params).await;
    assert_eq!(names(&events), ["stream_options", "thread.updated"]);
    chat.say(&thread, "close").await;
    let params = json!({"thread_id": thread, "input": message("hello")});
    let (status, text) = chat.refusal("threads.add_user_message", params).await;
    assert_eq!((status, text.contains("begin a new one")), (409, true));
}

#[tokio::test]
async fn a_thread_deleted_while_it_is_answered_stays_deleted() {
    let chat = chat();
    let (thread, events) = chat.begin("delete").await;
    assert_eq!(
        value(events.last().unwrap()),
        json!({"type": "error", "code": "stream.error", "allow_retry": false})
    );
    let params = json!({"thread_id": thread});
    assert_eq!(chat.refusal("threads.get_by_id", params).await.0, 404);
}
