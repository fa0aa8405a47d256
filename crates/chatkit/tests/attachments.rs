//! Attachments: registered, sent with a message, deleted.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking, their helpers too"
)]

mod common;

use common::{Chat, chat, message, thread_of};
use serde_json::{Value, json};

async fn create(chat: &Chat, name: &str, mime_type: &str) -> Value {
    let params = json!({"name": name, "size": 9, "mime_type": mime_type});
    chat.json("attachments.create", params).await
}

fn attaching(text: &str, ids: &[&Value]) -> Value {
    let mut input = message(text);
    input["attachments"] = json!(ids);
    input
}

#[tokio::test]
async fn an_attachment_says_where_to_send_it() {
    let chat = chat();
    let file = create(&chat, "notes.txt", "text/plain").await;
    let id = file["id"].as_str().unwrap();
    assert!(id.starts_with("atc_"), "{id}");
    assert_eq!(
        file,
        json!({
            "type": "file", "id": id, "name": "notes.txt", "mime_type": "text/plain",
            "upload_descriptor": {"url": format!("https://example.org/upload/{id}"),
                "method": "POST", "headers": {"X-Key": "k"}},
        })
    );
    let image = create(&chat, "photo.png", "image/png").await;
    assert_eq!(image["type"], "image");
    assert!(image["preview_url"].as_str().unwrap().starts_with("data:"));
}

#[tokio::test]
async fn a_message_takes_its_attachments_along() {
    let chat = chat();
    let file = create(&chat, "notes.txt", "text/plain").await;
    let image = create(&chat, "photo.png", "image/png").await;
    // Without a word of its own.
    let input = attaching("", &[&file["id"], &image["id"]]);
    let events = chat.events("threads.create", json!({"input": input})).await;
    let thread = thread_of(&events);
    let items = chat
        .json("items.list", json!({"thread_id": thread, "order": "asc"}))
        .await;
    let attachments = &items["data"][0]["attachments"];
    let mut expected = vec![file.clone(), image.clone()];
    for attachment in &mut expected {
        attachment["thread_id"] = json!(thread);
    }
    assert_eq!(*attachments, json!(expected));
    // Again, in another message, it is the same attachment.
    let input = attaching("once more", &[&file["id"]]);
    let params = json!({"thread_id": thread, "input": input});
    chat.events("threads.add_user_message", params).await;
    let stored = chat.items(&thread).await;
    let again = &stored[2].user_message().unwrap().attachments;
    assert_eq!(json!(again), json!([expected[0]]));
}

#[tokio::test]
async fn a_message_with_unknown_attachments_changes_nothing() {
    let chat = chat();
    let file = create(&chat, "notes.txt", "text/plain").await;
    let unknown = json!("atc_none");
    let (thread, _) = chat.begin("hello").await;
    let before = chat.items(&thread).await;
    for ids in [vec![&unknown], vec![&file["id"], &unknown]] {
        let input = attaching("look", &ids);
        let params = json!({"thread_id": thread, "input": input});
        assert_eq!(
            chat.refusal("threads.add_user_message", params).await.0,
            404
        );
        let params = json!({"input": input});
        assert_eq!(chat.refusal("threads.create", params).await.0, 404);
    }
    let many = vec![&file["id"]; 21];
    let params = json!({"input": attaching("look", &many)});
    let (status, text) = chat.refusal("threads.create", params).await;
    assert_eq!(
        (status, text.contains("20 are the most")),
        (400, true),
        "{text}"
    );
    assert_eq!(chat.items(&thread).await, before);
    let threads = chat.json("threads.list", json!({})).await;
    assert_eq!(threads["data"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn attachments_are_refused_and_deleted() {
    let chat = chat();
    for (params, word) in [
        (
            json!({"name": "n", "size": 1_001, "mime_type": "text/plain"}),
            "too large",
        ),
        (
            json!({"name": " ", "size": 1, "mime_type": "text/plain"}),
            "choose the file again",
        ),
        (
            json!({"name": "n", "size": -1, "mime_type": "text/plain"}),
            "-1",
        ),
    ] {
        let (status, text) = chat.refusal("attachments.create", params).await;
        assert_eq!(status, 400);
        assert!(text.contains(word), "{text}");
    }
    let file = create(&chat, "notes.txt", "text/plain").await;
    let params = json!({"attachment_id": file["id"]});
    assert_eq!(
        chat.json("attachments.delete", params.clone()).await,
        json!({})
    );
    assert_eq!(chat.refusal("attachments.delete", params).await.0, 404);
    let params = json!({"input": attaching("look", &[&file["id"]])});
    assert_eq!(chat.refusal("threads.create", params).await.0, 404);
}
