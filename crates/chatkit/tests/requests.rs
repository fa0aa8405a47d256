//! Requests that are answered with JSON, and those that are refused.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking, their helpers too"
)]

mod common;

use std::sync::Arc;

use async_trait::async_trait;
use calm_orbit_chatkit::{MAX_BODY, MAX_MESSAGE, MAX_TITLE, Reply, RespondError, Responder, Turn};
use common::{chat, message};
use futures::{FutureExt, StreamExt};
use proptest::prelude::*;
use serde_json::{Value, json};

#[tokio::test]
async fn threads_are_listed_renamed_and_deleted() {
    let chat = chat();
    let mut ids = Vec::new();
    for n in 0..3 {
        ids.push(chat.begin(&format!("thread {n}")).await.0);
    }
    let first = chat.json("threads.list", json!({"limit": 2})).await;
    let listed = |page: &Value| -> Vec<String> {
        let rows = page["data"].as_array().unwrap();
        rows.iter()
            .map(|row| row["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(listed(&first), [ids[2].as_str(), ids[1].as_str()]);
    assert_eq!(first["has_more"], true);
    assert_eq!(
        first["data"][0]["items"],
        json!({"data": [], "has_more": false})
    );
    let second = chat
        .json("threads.list", json!({"limit": 2, "after": first["after"]}))
        .await;
    assert_eq!(listed(&second), [ids[0].as_str()]);
    assert!(second.get("after").is_none());

    let renamed = chat
        .json(
            "threads.update",
            json!({"thread_id": ids[0], "title": "Renamed"}),
        )
        .await;
    assert_eq!(renamed["title"], "Renamed");
    for title in ["", " \n", &"x".repeat(MAX_TITLE + 1)] {
        let params = json!({"thread_id": ids[0], "title": title});
        assert_eq!(chat.refusal("threads.update", params).await.0, 400);
    }
    assert_eq!(
        chat.json("threads.delete", json!({"thread_id": ids[1]}))
            .await,
        json!({})
    );
    assert_eq!(
        chat.refusal("threads.delete", json!({"thread_id": ids[1]}))
            .await
            .0,
        404
    );
    let params = json!({"limit": 2, "after": ids[1]});
    assert_eq!(chat.refusal("threads.list", params).await.0, 400);
    let left = chat.json("threads.list", json!({"order": "asc"})).await;
    assert_eq!(listed(&left), [ids[0].as_str(), ids[2].as_str()]);
    assert_eq!(left["data"][0]["title"], "Renamed");
}

#[tokio::test]
async fn long_threads_come_in_pages() {
    let chat = chat();
    let (thread, _) = chat.begin("0").await;
    for n in 1..15 {
        chat.say(&thread, &n.to_string()).await;
    }
    let read = chat
        .json("threads.get_by_id", json!({"thread_id": thread}))
        .await;
    assert_eq!(read["items"]["data"].as_array().unwrap().len(), 20);
    assert_eq!(read["items"]["data"][0]["content"][0]["text"], "0");
    assert_eq!(read["items"]["after"], read["items"]["data"][19]["id"]);
    let rest = json!({"thread_id": thread, "order": "asc", "after": read["items"]["after"]});
    let rest = chat.json("items.list", rest).await;
    assert_eq!(rest["data"].as_array().unwrap().len(), 10);
    let latest = chat
        .json("items.list", json!({"thread_id": thread, "limit": 1}))
        .await;
    assert_eq!(latest["data"][0]["content"][0]["text"], "You said: 14");
    let all = chat
        .json(
            "items.list",
            json!({"thread_id": thread, "limit": 1_000_000}),
        )
        .await;
    assert_eq!(all["data"].as_array().unwrap().len(), 30);
}

#[tokio::test]
async fn feedback_is_taken_for_items_that_exist() {
    let chat = chat();
    let (thread, _) = chat.begin("hello").await;
    let items = chat.json("items.list", json!({"thread_id": thread})).await;
    let feedback =
        |id: &Value, kind: &str| json!({"thread_id": thread, "item_ids": [id], "kind": kind});
    let id = &items["data"][0]["id"];
    assert_eq!(
        chat.json("items.feedback", feedback(id, "positive")).await,
        json!({})
    );
    assert_eq!(
        chat.refusal("items.feedback", feedback(id, "negative"))
            .await
            .0,
        400
    );
    assert_eq!(
        chat.refusal("items.feedback", feedback(id, "furious"))
            .await
            .0,
        400
    );
    assert_eq!(
        chat.refusal("items.feedback", feedback(&json!("x"), "positive"))
            .await
            .0,
        404
    );
}

#[tokio::test]
async fn what_is_not_supported_is_said() {
    let chat = chat();
    for name in ["threads.stop", "attachments.get_preview", "anything"] {
        let (status, text) = chat.refusal(name, json!({"thread_id": "x"})).await;
        assert_eq!(status, 400, "{name}");
        assert!(
            text.contains(name) && text.contains("not supported by this server"),
            "{text}"
        );
    }
    let mut input = message("look");
    input["attachments"] = json!(["atc_1"]);
    let (thread, _) = chat.begin("hello").await;
    for (name, params) in [
        ("threads.create", json!({"input": input})),
        (
            "attachments.create",
            json!({"name": "n", "size": 1, "mime_type": "text/plain"}),
        ),
        ("attachments.delete", json!({"attachment_id": "atc_1"})),
        (
            "input.transcribe",
            json!({"audio_base64": "AAAA", "mime_type": "audio/webm"}),
        ),
        (
            "threads.sync_custom_action",
            json!({"thread_id": thread, "action": {"type": "x"}}),
        ),
        (
            "items.feedback",
            json!({"thread_id": thread, "item_ids": [], "kind": "positive"}),
        ),
    ] {
        let silent = chat
            .server
            .for_caller(Arc::clone(&chat.threads), Arc::new(Silent));
        let body = json!({"type": name, "params": params}).to_string();
        let error = silent.handle(body.as_bytes()).await.unwrap_err();
        assert_eq!(error.status(), 400, "{name}");
        assert!(
            error
                .to_string()
                .ends_with("is not supported by this server"),
            "{error}"
        );
    }
}

/// Answers nothing, and takes nothing that it need not take.
struct Silent;

#[async_trait]
impl Responder for Silent {
    async fn respond(&self, _turn: Turn) -> Result<(), RespondError> {
        Ok(())
    }
}

#[tokio::test]
async fn speech_is_written_down() {
    let chat = chat();
    let spoken =
        |audio: &str| json!({"audio_base64": audio, "mime_type": "audio/webm;codecs=opus"});
    let said = chat.json("input.transcribe", spoken("AQID")).await;
    assert_eq!(said, json!({"text": "[1, 2, 3] of audio/webm"}));
    let refusal = chat.refusal("input.transcribe", spoken("")).await;
    assert_eq!(refusal, (400, "Nothing was heard.".to_owned()));
    let (status, text) = chat.refusal("input.transcribe", spoken("AQI?")).await;
    assert_eq!((status, text.contains("base64")), (400, true), "{text}");
}

#[tokio::test]
async fn messages_have_limits_and_a_refused_one_changes_nothing() {
    let chat = chat();
    let longest = "ü".repeat(MAX_MESSAGE);
    let (thread, _) = chat.begin(&longest).await;
    for (text, word) in [(" \n\t", "empty"), (&format!("{longest}x"), "100000")] {
        for (name, params) in [
            ("threads.create", json!({"input": message(text)})),
            (
                "threads.add_user_message",
                json!({"thread_id": thread, "input": message(text)}),
            ),
        ] {
            let (status, message) = chat.refusal(name, params).await;
            assert_eq!(status, 400);
            assert!(message.contains(word), "{message}");
        }
    }
    let mut quoting = message("x");
    quoting["quoted_text"] = json!(longest);
    assert_eq!(
        chat.refusal("threads.create", json!({"input": quoting}))
            .await
            .0,
        400
    );
    let body = vec![b' '; MAX_BODY + 1];
    assert_eq!(chat.server.handle(&body).await.unwrap_err().status(), 413);
    assert_eq!(
        chat.json("threads.list", json!({})).await["data"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(chat.stored(&thread).await.len(), 2);
}

#[tokio::test]
async fn unknown_threads_are_not_found() {
    let chat = chat();
    for id in ["thr_none", "", "a\nb", &"x".repeat(500)] {
        for (name, params) in [
            ("threads.get_by_id", json!({"thread_id": id})),
            ("threads.update", json!({"thread_id": id, "title": "t"})),
            ("threads.delete", json!({"thread_id": id})),
            (
                "threads.add_user_message",
                json!({"thread_id": id, "input": message("hello")}),
            ),
            (
                "threads.retry_after_item",
                json!({"thread_id": id, "item_id": "x"}),
            ),
            (
                "threads.add_client_tool_output",
                json!({"thread_id": id, "result": null}),
            ),
            (
                "threads.add_structured_input",
                json!({"thread_id": id, "item_id": "x", "input": {}}),
            ),
            (
                "threads.custom_action",
                json!({"thread_id": id, "action": {"type": "x"}}),
            ),
            (
                "threads.sync_custom_action",
                json!({"thread_id": id, "action": {"type": "x"}}),
            ),
            ("items.list", json!({"thread_id": id})),
            (
                "items.feedback",
                json!({"thread_id": id, "item_ids": [], "kind": "positive"}),
            ),
        ] {
            let (status, message) = chat.refusal(name, params).await;
            assert_eq!(
                (status, message.len() < 200),
                (404, true),
                "{name}: {message}"
            );
        }
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "(input_text|input_tag|msg_1|asc)".prop_map(Value::from),
    ];
    let key = "(thread_id|item_id|input|content|attachments|inference_options|limit|order|after\
               |title|text|type|kind|item_ids|data|result|answers|action|payload|name|size|mime_type\
               |attachment_id|audio_base64|[a-z]{1,3})";
    leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(key, inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Hands over a body, reads the reply to its end, and says whether it was well-formed.
async fn survive(body: &[u8]) -> bool {
    match chat().server.handle(body).await {
        Ok(Reply::Json(bytes)) => serde_json::from_slice::<Value>(&bytes).is_ok(),
        Ok(Reply::Stream(events)) => {
            events
                .into_sse()
                .all(|bytes| async move { bytes.starts_with(b"data: {") })
                .await
        }
        Err(error) => (400..500).contains(&error.status()) && !error.to_json().is_empty(),
    }
}

fn run(body: &[u8]) -> bool {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime
        .block_on(std::panic::AssertUnwindSafe(survive(body)).catch_unwind())
        .unwrap_or(false)
}

proptest! {
    #[test]
    fn any_bytes_are_answered(body in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(run(&body));
    }

    #[test]
    fn any_json_is_answered(
        name in "(threads\\.(create|add_user_message|add_client_tool_output|add_structured_input\
                 |custom_action|sync_custom_action|retry_after_item|get_by_id|list|update|delete)\
                 |items\\.(list|feedback)|attachments\\.(create|delete)|input\\.transcribe\
                 |[a-z.]{0,9})",
        params in any_json(),
        metadata in prop::option::of(any_json()),
    ) {
        let mut body = json!({"type": name, "params": params});
        if let Some(metadata) = metadata {
            body["metadata"] = metadata;
        }
        prop_assert!(run(body.to_string().as_bytes()));
    }

    #[test]
    fn any_text_comes_back_as_it_was(text in "\\PC{1,40}") {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let chat = chat();
            let text = format!("<{text}>");
            let (thread, _) = chat.begin(&text).await;
            let read = chat.json("threads.get_by_id", json!({"thread_id": thread})).await;
            assert_eq!(read["items"]["data"][0]["content"][0]["text"], json!(text));
            let answer = format!("You said: {text}");
            assert_eq!(read["items"]["data"][1]["content"][0]["text"], json!(answer));
        });
    }
}
