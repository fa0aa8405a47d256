//! Whole conversations, every byte of which the types of the reference implementation,
//! openai-chatkit for Python, read and write back unchanged; and requests that those types wrote.
//!
//! Needs Python 3.10 or later with `venv`, and the package index the first time; `PYTHON` names
//! another interpreter than `python3`.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking, their helpers too"
)]

#[path = "../common/mod.rs"]
mod common;
mod python;
mod specimens;
mod widgets;

use calm_orbit_chatkit::{Event, Reply};
use common::script::{self, Player};
use common::{chat, message};
use futures::StreamExt;
use python::Judge;
use serde_json::json;

fn to_bytes(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap()
}

#[tokio::test]
async fn python_understands_whole_conversations() {
    let mut judge = Judge::call();
    let chat = chat();
    let mut input = message("hello");
    input["inference_options"] = json!({"tool_choice": {"id": "t"}, "model": "m"});
    input["quoted_text"] = json!("quoted 👩‍👩‍👧‍👦 \u{2028}");
    let tag = json!({
        "type": "input_tag", "id": "1", "text": "", "data": {"k": [1, {"n": "x"}]}, "group": "g",
        "interactive": true,
    });
    input["content"].as_array_mut().unwrap().push(tag);

    let events = judge
        .talk(&chat, "ThreadsCreateReq", "event", json!({"input": input}))
        .await;
    assert_eq!(events.len(), 20);
    let thread = &events[0]["thread"]["id"];
    let asked = &events[1]["item"]["id"];
    assert_eq!(events[1]["item"]["content"], input["content"]);
    assert_eq!(
        events[1]["item"]["inference_options"],
        input["inference_options"]
    );

    for (text, last) in [
        ("anything", "thread.item.done"),
        ("boom", "error"),
        ("explain", "error"),
        ("take back", "thread.item.removed"),
    ] {
        let params = json!({"thread_id": thread, "input": message(text)});
        let events = judge
            .talk(&chat, "ThreadsAddUserMessageReq", "event", params)
            .await;
        assert_eq!(events.last().unwrap()["type"], last, "{text}");
    }

    let params = json!({"thread_id": thread});
    let whole = judge
        .talk(&chat, "ThreadsGetByIdReq", "thread", params.clone())
        .await;
    assert_eq!(whole[0]["items"]["data"][0]["id"], *asked);
    let list = judge
        .talk(&chat, "ThreadsListReq", "threads", json!({"limit": 9}))
        .await;
    assert_eq!(list[0]["data"][0]["title"], "Greeting");
    let mut paging = json!({"thread_id": thread, "limit": 3, "order": "asc"});
    let mut seen = 0;
    loop {
        let page = judge
            .talk(&chat, "ItemsListReq", "items", paging.clone())
            .await
            .remove(0);
        seen += page["data"].as_array().unwrap().len();
        if page["has_more"] == false {
            break;
        }
        paging["after"] = page["after"].clone();
    }
    assert_eq!(seen, whole[0]["items"]["data"].as_array().unwrap().len());

    let renaming = json!({"thread_id": thread, "title": "Renamed"});
    judge
        .talk(&chat, "ThreadsUpdateReq", "thread", renaming)
        .await;
    let feedback = json!({"thread_id": thread, "item_ids": [asked], "kind": "positive"});
    judge
        .talk(&chat, "ItemsFeedbackReq", "nothing", feedback)
        .await;
    let retrying = json!({"thread_id": thread, "item_id": asked});
    let events = judge
        .talk(&chat, "ThreadsRetryAfterItemReq", "event", retrying)
        .await;
    assert_eq!(events[0]["type"], "thread.item.removed");

    // A stopped answer, as it is read afterwards.
    let params = json!({"thread_id": thread, "input": message("wait")});
    let body = judge.build("ThreadsAddUserMessageReq", params.clone());
    let Reply::Stream(mut events) = chat.server.handle(&body).await.unwrap() else {
        panic!()
    };
    while let Some(event) = events.next().await {
        judge.approve("event", &to_bytes(&event));
        if matches!(event, Event::ProgressUpdate { .. }) {
            break;
        }
    }
    drop(events);
    chat.server.idle().await;
    let params = json!({"thread_id": thread});
    let items = judge
        .talk(&chat, "ItemsListReq", "items", params.clone())
        .await;
    assert_eq!(items[0]["data"][0]["content"][0]["text"], "So far, so good");

    let locking = json!({"thread_id": thread, "input": message("lock")});
    judge
        .talk(&chat, "ThreadsAddUserMessageReq", "event", locking)
        .await;
    judge
        .talk(&chat, "ThreadsDeleteReq", "nothing", params)
        .await;
    let list = judge
        .talk(&chat, "ThreadsListReq", "threads", json!({}))
        .await;
    assert_eq!(list[0]["data"], json!([]));
    assert!(
        judge.judged > 70,
        "only {} documents were judged",
        judge.judged
    );
    judge.dismiss();
}

#[tokio::test]
async fn python_understands_every_scripted_conversation() {
    let mut judge = Judge::call();
    for conversation in script::conversations() {
        let chat = chat();
        let mut player = Player::default();
        for step in conversation.steps {
            let params = player.fill(&step.params);
            let (name, kind) = python::type_of(&step.request);
            let documents = judge.talk(&chat, name, kind, params).await;
            let last = documents.last().unwrap();
            assert_eq!(
                last["type"].as_str().unwrap_or("json"),
                step.ends_with,
                "{}: {last}",
                conversation.name
            );
            player.hear(&documents);
        }
        chat.server.idle().await;
    }
    judge.dismiss();
}

#[test]
fn python_understands_one_of_everything() {
    let mut judge = Judge::call();
    for event in specimens::events() {
        judge.approve("event", &to_bytes(&event));
        // And so do we.
        let bytes = to_bytes(&event);
        assert_eq!(serde_json::from_slice::<Event>(&bytes).unwrap(), event);
        assert!(!String::from_utf8(bytes).unwrap().contains("secret"));
    }
    judge.dismiss();
}

#[test]
fn python_understands_every_component() {
    let mut judge = Judge::call();
    // By the types that name every property, where they know the component.
    for widget in [widgets::card(), widgets::list()] {
        judge.approve("widget", &to_bytes(&widget));
    }
    for widget in [widgets::table(), widgets::basic(), widgets::card()] {
        judge.approve("free widget", &to_bytes(&widget));
    }
    judge.dismiss();
}

#[test]
fn the_judge_objects() {
    let mut judge = Judge::call();
    let good = json!({"type": "progress_update", "text": "x"});
    judge.approve("event", &to_bytes(&good));
    let cases = [
        json!({"type": "progress_update", "text": "x", "extra": 1}),
        json!({"type": "progress_update", "text": 1}),
        json!({"type": "progress_update", "text": "x", "icon": null}),
        json!({"type": "client_effect", "name": "x"}),
        json!({"type": "thread.item.done", "item": {"type": "end_of_turn", "id": "e",
            "thread_id": "t", "created_at": "2026-11-21T02:50:27.624587"}}),
        json!({"type": "unheard.of"}),
    ];
    for case in cases {
        assert!(
            judge.objection("event", &to_bytes(&case)).is_some(),
            "{case}"
        );
    }
    let good = json!({"type": "Card", "children": [{"type": "Text", "value": "x", "size": "xs"}]});
    judge.approve("widget", &to_bytes(&good));
    for child in [
        json!({"type": "Text", "value": "x", "size": "5xl"}),
        json!({"type": "Text", "value": "x", "unheard": 1}),
        json!({"type": "Text"}),
        json!({"type": "Table"}),
    ] {
        let case = json!({"type": "Card", "children": [child]});
        assert!(
            judge.objection("widget", &to_bytes(&case)).is_some(),
            "{case}"
        );
    }
    judge.dismiss();
}
