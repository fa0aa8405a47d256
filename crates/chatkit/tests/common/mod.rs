//! A small responder that does what the person's message says, and ways to talk to a server.

#![allow(dead_code, reason = "every test binary uses its own part")]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use calm_orbit_chatkit::content::{Annotation, Source, SourceInfo, UrlSource};
use calm_orbit_chatkit::memory::MemoryThreads;
use calm_orbit_chatkit::workflow::{StatusIndicator, Task, WorkflowStyle, WorkflowSummary};
use calm_orbit_chatkit::{
    Event, Feedback, FeedbackError, ItemId, NoticeLevel, Reply, RequestError, RespondError,
    Responder, Server, ThreadId, ThreadStatus, Threads, Turn,
};
use futures::StreamExt;
use serde_json::{Map, Value, json};

#[derive(Default)]
pub(crate) struct Obedient {
    /// Set when an answer to "wait" was dropped.
    pub(crate) stopped: Arc<AtomicBool>,
}

struct SetOnDrop(Arc<AtomicBool>);

impl Drop for SetOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

pub(crate) fn annotation() -> Annotation {
    let info = SourceInfo {
        title: "T".into(),
        ..SourceInfo::default()
    };
    let url = UrlSource {
        info,
        url: "https://example.org".into(),
        attribution: None,
    };
    Annotation {
        source: Source::Url(url),
        index: Some(2),
    }
}

#[async_trait]
impl Responder for Obedient {
    async fn respond(&self, turn: Turn) -> Result<(), RespondError> {
        let text = turn
            .user_message()
            .map(|message| message.text())
            .unwrap_or_default();
        match text.as_str() {
            "hello" => {
                turn.progress("Looking").await?;
                let mut steps = turn.steps(WorkflowStyle::Custom).await?;
                let step = steps
                    .add(Task::custom("Search", StatusIndicator::Loading))
                    .await?;
                steps
                    .update(step, Task::custom("Search", StatusIndicator::Complete))
                    .await?;
                steps.add(Task::thought("hm")).await?;
                steps
                    .finish(Some(WorkflowSummary::Duration { duration: 2 }))
                    .await?;
                let mut answer = turn.answer().await?;
                answer.push("Hi").await?;
                answer.push(" there").await?;
                answer.annotate(annotation()).await?;
                answer.finish().await?;
                turn.remember(json!({"greeted": null})).await?;
                turn.effect("fx", Map::from_iter([("a".to_owned(), json!(1))]))
                    .await?;
                turn.notice(NoticeLevel::Info, "hey").await?;
                turn.set_title("Greeting").await?;
                turn.set_title("Greeting").await?;
                turn.end().await?;
            }
            "boom" => {
                turn.answer().await?.push("never kept").await?;
                return Err(RespondError::failed("the model is on fire"));
            }
            "explain" => {
                return Err(RespondError::Custom {
                    message: "No model is set up.".into(),
                    allow_retry: false,
                });
            }
            "panic" => panic!("asked to"),
            "wait" => {
                let _guard = SetOnDrop(Arc::clone(&self.stopped));
                turn.steps(WorkflowStyle::Custom)
                    .await?
                    .add(Task::thought("hm"))
                    .await?;
                let _silent = turn.answer().await?;
                let mut answer = turn.answer().await?;
                answer.push("So far").await?;
                answer.push(", so good").await?;
                turn.progress("waiting").await?;
                std::future::pending::<()>().await;
            }
            "pace" => {
                let mut answer = turn.answer().await?;
                for _ in 0..40 {
                    answer.push(".").await?;
                }
                answer.finish().await?;
            }
            "language" => {
                turn.say(format!("{:?}", turn.locale())).await?;
            }
            "lock" => {
                turn.set_status(ThreadStatus::Locked {
                    reason: Some("Enough".into()),
                })
                .await?;
            }
            "delete" => {
                turn.threads().delete_thread(&turn.thread().id).await?;
                turn.say("Where am I?").await?;
            }
            "misplace" => {
                let mut item = turn.item(calm_orbit_chatkit::ItemKind::EndOfTurn);
                item.thread_id = ThreadId::from("thr_elsewhere");
                turn.emit(Event::ItemDone { item }).await?;
                turn.say("never heard").await?;
            }
            "take back" => {
                let answer = turn.answer().await?;
                turn.emit(Event::ItemRemoved {
                    item_id: answer.id().clone(),
                })
                .await?;
            }
            other => turn.say(format!("You said: {other}")).await?,
        }
        Ok(())
    }

    async fn feedback(
        &self,
        _thread: &ThreadId,
        _items: &[ItemId],
        feedback: Feedback,
    ) -> Result<(), FeedbackError> {
        match feedback {
            Feedback::Positive => Ok(()),
            Feedback::Negative => Err(FeedbackError::NotSupported),
        }
    }
}

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
        server: Server::new(Arc::clone(&threads), Arc::new(responder)),
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

    /// The stored items, hidden ones included: their type, and the text of messages.
    pub(crate) async fn stored(&self, thread: &ThreadId) -> Vec<String> {
        let page = calm_orbit_chatkit::PageRequest::first(100, calm_orbit_chatkit::Order::Asc);
        let items = self.threads.items(thread, &page).await.unwrap().data;
        items
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
