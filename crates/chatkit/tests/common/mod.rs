//! Ways to talk to a server in which a small responder does what the person's message says.

#![allow(dead_code, reason = "every test binary uses its own part")]

pub(crate) mod gated;
mod obedient;
pub(crate) mod python;
pub(crate) mod script;
mod shelf;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use calm_orbit_chatkit::memory::MemoryThreads;
use calm_orbit_chatkit::{Event, Item, Reply, RequestError, Server, ThreadId, Threads};
use futures::StreamExt;
use serde_json::{Value, json};

#[allow(unused_imports, reason = "every test binary uses its own part")]
pub(crate) use obedient::{Obedient, annotation, groceries};
pub(crate) use shelf::Shelf;

pub(crate) struct Chat {
    pub(crate) server: Server,
    pub(crate) threads: Arc<dyn Threads>,
    pub(crate) stopped: Arc<AtomicBool>,
}

pub(crate) fn chat() -> Chat {
    let responder = Obedient::default();
    let stopped = Arc::clone(&responder.stopped);
    let threads: Arc<dyn Threads> = Arc::new(MemoryThreads::new());
    Chat {
        server: Server::new(Arc::clone(&threads), Arc::new(responder))
            .with_attachments(Arc::new(Shelf::default())),
        threads,
        stopped,
    }
}

pub(crate) fn message(text: &str) -> Value {
    json!({
        "content": [{"type": "input_text", "text": text}],
        "attachments": [], "quoted_text": null, "inference_options": {},
    })
}

impl Chat {
    pub(crate) async fn ask(&self, name: &str, params: Value) -> Result<Reply, RequestError> {
        let body = json!({"type": name, "params": params}).to_string();
        self.server.handle(body.as_bytes()).await
    }

    pub(crate) async fn json(&self, name: &str, params: Value) -> Value {
        match self.ask(name, params).await.unwrap() {
            Reply::Json(bytes) => serde_json::from_slice(&bytes).unwrap(),
            Reply::Stream(_) => panic!("{name} answered with a stream"),
        }
    }

    pub(crate) async fn refusal(&self, name: &str, params: Value) -> (u16, String) {
        let error = self.ask(name, params).await.unwrap_err();
        let body: Value = serde_json::from_slice(&error.to_json()).unwrap();
        (error.status(), body["message"].as_str().unwrap().to_owned())
    }

    /// The events of a streaming reply, to its end.
    pub(crate) async fn events(&self, name: &str, params: Value) -> Vec<Event> {
        match self.ask(name, params).await.unwrap() {
            Reply::Stream(events) => events.collect().await,
            Reply::Json(_) => panic!("{name} answered with JSON"),
        }
    }

    /// Begins a thread with a message, and gives back its identifier and the events.
    pub(crate) async fn begin(&self, text: &str) -> (ThreadId, Vec<Event>) {
        let events = self
            .events("threads.create", json!({"input": message(text)}))
            .await;
        (thread_of(&events), events)
    }

    pub(crate) async fn say(&self, thread: &ThreadId, text: &str) -> Vec<Event> {
        let params = json!({"thread_id": thread, "input": message(text)});
        self.events("threads.add_user_message", params).await
    }

    /// The stored items, hidden ones included.
    pub(crate) async fn items(&self, thread: &ThreadId) -> Vec<Item> {
        let page = calm_orbit_chatkit::PageRequest::first(100, calm_orbit_chatkit::Order::Asc);
        self.threads.items(thread, &page).await.unwrap().data
    }

    /// The stored items, hidden ones included: their type, and the text of messages.
    pub(crate) async fn stored(&self, thread: &ThreadId) -> Vec<String> {
        self.items(thread)
            .await
            .iter()
            .map(|item| match item.message_text() {
                Some(text) => format!("{}: {text}", item.kind.type_name()),
                None => item.kind.type_name().to_owned(),
            })
            .collect()
    }
}

pub(crate) fn thread_of(events: &[Event]) -> ThreadId {
    match events.first() {
        Some(Event::ThreadCreated { thread }) => thread.thread().id.clone(),
        other => panic!("a new thread begins with {other:?}"),
    }
}

/// The item of the last event that has one.
pub(crate) fn last_item(events: &[Event]) -> Item {
    let items = events.iter().rev().filter_map(|event| match event {
        Event::ItemDone { item } | Event::ItemReplaced { item } => Some(item.clone()),
        _ => None,
    });
    items.into_iter().next().unwrap()
}

pub(crate) fn value(event: &Event) -> Value {
    serde_json::to_value(event).unwrap()
}

/// The names of events, with the name of the update where there is one.
pub(crate) fn names(events: &[Event]) -> Vec<String> {
    events
        .iter()
        .map(|event| {
            let event = serde_json::to_value(event).unwrap();
            let field = |path: &str| {
                event
                    .pointer(path)
                    .and_then(Value::as_str)
                    .map(str::to_owned)
            };
            let name = field("/type").unwrap();
            match field("/update/type").or_else(|| field("/item/type")) {
                Some(detail) => format!("{name} {detail}"),
                None => name,
            }
        })
        .collect()
}
