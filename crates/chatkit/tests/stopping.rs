//! Turns whose client goes away: those that stop with it, and those that go on.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking, their helpers too"
)]

mod common;

use std::sync::atomic::Ordering;

use calm_orbit_chatkit::{Event, Reply, ThreadId};
use common::{chat, message};
use futures::StreamExt;
use serde_json::json;

#[tokio::test]
async fn a_client_that_goes_stops_the_answer_and_keeps_what_was_said() {
    let chat = chat();
    let params = json!({"input": message("wait")});
    let Reply::Stream(mut events) = chat.ask("threads.create", params).await.unwrap() else {
        panic!("no stream");
    };
    let mut seen = Vec::new();
    while let Some(event) = events.next().await {
        let waiting = matches!(event, Event::ProgressUpdate { .. });
        seen.push(event);
        if waiting {
            break;
        }
    }
    let thread = common::thread_of(&seen);
    assert!(!chat.stopped.load(Ordering::SeqCst));
    drop(events);
    // The next message waits for what must be stored, and comes after it.
    chat.say(&thread, "again").await;
    assert!(chat.stopped.load(Ordering::SeqCst));
    assert_eq!(
        chat.stored(&thread).await,
        [
            "user_message: wait",
            "assistant_message: So far, so good",
            "sdk_hidden_context",
            "user_message: again",
            "assistant_message: You said: again"
        ]
    );
    let items = chat.json("items.list", json!({"thread_id": thread})).await;
    assert_eq!(items["data"].as_array().unwrap().len(), 4);
    assert!(!items.to_string().contains("hidden"));
}

#[tokio::test]
async fn a_stream_that_nobody_reads_is_stopped_too() {
    let chat = chat();
    drop(
        chat.ask("threads.create", json!({"input": message("wait")}))
            .await
            .unwrap(),
    );
    chat.server.idle().await;
    let threads = chat.json("threads.list", json!({})).await;
    let thread = ThreadId::from(threads["data"][0]["id"].as_str().unwrap());
    let stored = chat.stored(&thread).await;
    assert_eq!(stored.first().unwrap(), "user_message: wait");
    assert_eq!(stored.last().unwrap(), "sdk_hidden_context");
}

#[tokio::test]
async fn a_detached_turn_outlives_its_stream() {
    let chat = chat();
    let params = json!({"input": message("pace")});
    let Reply::Stream(events) = chat.ask("threads.create", params).await.unwrap() else {
        panic!("no stream");
    };
    let (mut events, _handle) = events.detached();
    let thread = common::thread_of(&[events.next().await.unwrap()]);
    // Far more is to come than waits for a slow client.
    drop(events);
    chat.server.settled(&thread).await;
    let answer = format!("assistant_message: {}", ".".repeat(40));
    assert_eq!(
        chat.stored(&thread).await,
        ["user_message: pace".to_owned(), answer]
    );
}

#[tokio::test]
async fn a_detached_turn_is_stopped_by_its_handle() {
    // With somebody who reads, without, and with somebody who holds the stream and doesn't read.
    for reader in ["reads", "gone", "asleep"] {
        let chat = chat();
        let params = json!({"input": message("wait")});
        let Reply::Stream(events) = chat.ask("threads.create", params).await.unwrap() else {
            panic!("no stream");
        };
        let (mut events, handle) = events.detached();
        let mut seen = Vec::new();
        while let Some(event) = events.next().await {
            let waiting = matches!(event, Event::ProgressUpdate { .. });
            seen.push(event);
            if waiting {
                break;
            }
        }
        let thread = common::thread_of(&seen);
        match reader {
            "reads" => {
                handle.stop();
                assert!(events.next().await.is_none());
            }
            "gone" => {
                drop(events);
                assert!(!chat.stopped.load(Ordering::SeqCst));
                handle.stop();
            }
            _ => handle.clone().stop(),
        }
        chat.server.settled(&thread).await;
        assert!(chat.stopped.load(Ordering::SeqCst), "{reader}");
        assert_eq!(
            chat.stored(&thread).await,
            [
                "user_message: wait",
                "assistant_message: So far, so good",
                "sdk_hidden_context"
            ],
            "{reader}"
        );
        handle.stop();
    }
}

#[tokio::test]
async fn a_turn_that_waits_for_its_reader_is_stopped_by_its_handle() {
    let chat = chat();
    let params = json!({"input": message("pace")});
    let Reply::Stream(events) = chat.ask("threads.create", params).await.unwrap() else {
        panic!("no stream");
    };
    let (mut events, handle) = events.detached();
    let thread = common::thread_of(&[events.next().await.unwrap()]);
    // One thread: the turn goes as far as it can while nobody reads.
    for _ in 0..1_000 {
        tokio::task::yield_now().await;
    }
    handle.stop();
    chat.server.settled(&thread).await;
    let stored = chat.stored(&thread).await;
    assert_eq!(stored.last().unwrap(), "sdk_hidden_context");
    assert!(stored[1].starts_with("assistant_message: ."), "{stored:?}");
    // What had been sent can still be read, and then the stream ends.
    assert!(events.collect::<Vec<_>>().await.len() >= 16);
}
