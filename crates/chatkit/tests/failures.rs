//! A store that fails now and then: a request that failed can be sent again, as clients do by
//! themselves after a 5xx, and what it does is done once.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking, their helpers too"
)]

mod common;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use calm_orbit_chatkit::{
    ClientToolCall, Item, ItemKind, PageRequest, Question, Reply, RespondError, Responder, Server,
    StructuredInput, Thread, ThreadId, Threads, ThreadsError, Turn,
};
use common::gated::{Gate, Gated};
use common::{Chat, message, names};
use futures::StreamExt;
use serde_json::{Map, Value, json};

/// Writes fail once, when the countdown reaches 1.
#[derive(Default)]
struct Countdown(AtomicUsize);

type Flaky = Gated<Countdown>;

#[async_trait]
impl Gate for Countdown {
    async fn read(&self) -> Result<(), ThreadsError> {
        Ok(())
    }

    async fn write(&self) -> Result<(), ThreadsError> {
        let counted = self
            .0
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
                left.checked_sub(1)
            });
        if counted == Ok(1) {
            return Err(ThreadsError::storage("the disk is full"));
        }
        Ok(())
    }
}

/// Stores nothing, so that every write is the request's.
struct Silent;

#[async_trait]
impl Responder for Silent {
    async fn respond(&self, _turn: Turn) -> Result<(), RespondError> {
        Ok(())
    }
}

/// A thread with a message, a call that nobody answered, and one that waits, or questions.
async fn begin(flaky: &Flaky, waiting: ItemKind) -> (ThreadId, Vec<Item>) {
    let thread = Thread::begin();
    flaky.create_thread(&thread).await.unwrap();
    let stale = ItemKind::ClientToolCall(call("stale"));
    let asked = json!({"type": "user_message", "content": [], "inference_options": {}});
    let kinds = [serde_json::from_value(asked).unwrap(), stale, waiting];
    let items = kinds.map(|kind| Item::begin(thread.id.clone(), kind));
    for item in &items {
        flaky.save_item(item).await.unwrap();
    }
    (thread.id, items.into())
}

/// A call that looks the same in every round, so that pictures can be compared.
fn call(name: &str) -> ClientToolCall {
    ClientToolCall {
        call_id: name.into(),
        ..ClientToolCall::begin(name, Map::new())
    }
}

/// What is stored, without identifiers and times.
async fn picture(chat: &Chat) -> Vec<Value> {
    let page = PageRequest::first(100, calm_orbit_chatkit::Order::Asc);
    let mut picture = Vec::new();
    for thread in chat.threads.threads(&page).await.unwrap().data {
        for item in chat.items(&thread.id).await {
            picture.push(serde_json::to_value(item.kind).unwrap());
        }
        picture.push(json!("thread"));
    }
    picture
}

/// Reads a reply to its end.
async fn read(reply: Reply) {
    if let Reply::Stream(events) = reply {
        events.collect::<Vec<_>>().await;
    }
}

/// The parameters of a request, for a thread of such items.
type Params = fn(&ThreadId, &[Item]) -> Value;

#[tokio::test]
async fn a_request_that_failed_can_be_sent_again() {
    let requests: [(&str, Params); 6] = [
        ("threads.create", |_, _| json!({"input": message("hello")})),
        (
            "threads.add_user_message",
            |thread, _| json!({"thread_id": thread, "input": message("hello")}),
        ),
        (
            "threads.add_client_tool_output",
            |thread, _| json!({"thread_id": thread, "result": 1}),
        ),
        (
            "threads.add_structured_input",
            |thread, items| json!({"thread_id": thread, "item_id": items[2].id, "input": {}}),
        ),
        (
            "threads.retry_after_item",
            |thread, items| json!({"thread_id": thread, "item_id": items[0].id}),
        ),
        (
            "threads.update",
            |thread, _| json!({"thread_id": thread, "title": "t"}),
        ),
    ];
    let mut failures = 0;
    for (name, params) in requests {
        let mut undisturbed = None;
        for failing in 0.. {
            let flaky = Arc::new(Flaky::default());
            let waiting = if name == "threads.add_structured_input" {
                ItemKind::StructuredInput(StructuredInput::ask(vec![Question::freeform("q", "?")]))
            } else {
                ItemKind::ClientToolCall(call("open"))
            };
            let (thread, items) = begin(&flaky, waiting).await;
            let threads: Arc<dyn Threads> = Arc::<Flaky>::clone(&flaky);
            let chat = Chat {
                server: Server::new(Arc::clone(&threads), Arc::new(Silent)),
                threads,
                stopped: Arc::default(),
            };
            flaky.gate.0.store(failing, Ordering::SeqCst);
            let params = params(&thread, &items);
            let failed = match chat.ask(name, params.clone()).await {
                Ok(reply) => {
                    read(reply).await;
                    false
                }
                Err(error) => {
                    assert_eq!(error.status(), 500, "{name}");
                    assert!(!error.to_string().contains("disk"), "{error}");
                    read(chat.ask(name, params).await.unwrap()).await;
                    true
                }
            };
            let after = picture(&chat).await;
            if failing == 0 {
                undisturbed = Some(after);
                continue;
            }
            assert_eq!(Some(after), undisturbed, "{name}, failing at {failing}");
            if !failed {
                break;
            }
            failures += 1;
        }
    }
    // Two writes of a new thread, one of a message, two of an output, and one of each other.
    assert_eq!(failures, 8);
}

#[tokio::test]
async fn a_failure_during_the_answer_is_an_event() {
    let flaky = Arc::new(Flaky::default());
    let threads: Arc<dyn Threads> = Arc::<Flaky>::clone(&flaky);
    let chat = Chat {
        server: Server::new(Arc::clone(&threads), Arc::new(common::Obedient::default())),
        threads,
        stopped: Arc::default(),
    };
    // The thread, its message, and then the answer.
    flaky.gate.0.store(3, Ordering::SeqCst);
    let (thread, events) = chat.begin("anything").await;
    assert_eq!(names(&events).last().unwrap(), "error");
    assert_eq!(chat.stored(&thread).await, ["user_message: anything"]);
    let events = chat.say(&thread, "anything").await;
    assert_eq!(
        names(&events).last().unwrap(),
        "thread.item.done assistant_message"
    );
}
