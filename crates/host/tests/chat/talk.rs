//! A person who talks with the assistant, on a real database.

use std::sync::Arc;

use calm_orbit_host::chat_server;
use chatkit::workflow::WorkflowSummary;
use chatkit::{Event, ItemKind, Reply};
use futures::StreamExt;
use serde_json::{Value, json};
use store::{Options, Store};
use task::{Action, Actor, Task, TaskDraft, TaskId, Tasks, View};

pub(crate) struct Chat {
    pub(crate) server: chatkit::Server,
    pub(crate) store: Store,
    pub(crate) thread: Option<String>,
    /// What the last answer's folded steps say.
    pub(crate) steps: Option<String>,
    /// All events of the last answer.
    pub(crate) events: Vec<Event>,
    _folder: tempfile::TempDir,
}

pub(crate) async fn chat() -> Chat {
    let folder = tempfile::tempdir().unwrap();
    let now = || "2026-11-21T09:00[Europe/Berlin]".parse().unwrap();
    let options = Options {
        now: Arc::new(now),
        ..Options::default()
    };
    let store = Store::open(folder.path(), options).await.unwrap();
    Chat {
        server: chat_server(&store),
        store,
        thread: None,
        steps: None,
        events: Vec::new(),
        _folder: folder,
    }
}

impl Chat {
    /// Says something and gives back what the assistant wrote.
    pub(crate) async fn say(&mut self, text: &str) -> String {
        self.say_all(json!([{"type": "input_text", "text": text}]))
            .await
    }

    /// Says something that is made of several parts, such as mentions.
    pub(crate) async fn say_all(&mut self, content: Value) -> String {
        let input = json!({
            "content": content,
            "attachments": [],
            "inference_options": {},
        });
        let request = match &self.thread {
            None => json!({"type": "threads.create", "params": {"input": input}}),
            Some(thread) => json!({
                "type": "threads.add_user_message",
                "params": {"thread_id": thread, "input": input},
            }),
        };
        self.request(&request).await
    }

    /// Asks for another answer to a message.
    pub(crate) async fn retry(&mut self, item: &str) -> String {
        let thread = self.thread.clone().unwrap();
        let params = json!({"thread_id": thread, "item_id": item});
        let request = json!({"type": "threads.retry_after_item", "params": params});
        self.request(&request).await
    }

    /// The id of the message that was sent last.
    pub(crate) fn message(&self) -> String {
        let sent = self.events.iter().find_map(|event| match event {
            Event::ItemDone { item } if item.user_message().is_some() => Some(item.id.to_string()),
            _ => None,
        });
        sent.unwrap()
    }

    /// Makes a request that is answered by JSON.
    pub(crate) async fn ask(&self, request: &Value) -> Value {
        let reply = self.server.handle(request.to_string().as_bytes()).await;
        let Reply::Json(json) = reply.unwrap() else {
            panic!("{request}: a stream");
        };
        serde_json::from_slice(&json).unwrap()
    }

    /// Makes a request that is answered by a stream, and gives back what the assistant wrote.
    pub(crate) async fn request(&mut self, request: &Value) -> String {
        let text = request.to_string();
        let Reply::Stream(mut events) = self
            .server
            .handle(request.to_string().as_bytes())
            .await
            .unwrap()
        else {
            panic!("{text}: not a stream");
        };
        let mut said = String::new();
        self.steps = None;
        self.events.clear();
        while let Some(event) = events.next().await {
            self.events.push(event.clone());
            match event {
                Event::ThreadCreated { thread } => {
                    self.thread = Some(thread.thread().id.to_string());
                }
                Event::ItemDone { item } => match &item.kind {
                    ItemKind::AssistantMessage { .. } => {
                        said.push_str(&item.message_text().unwrap());
                    }
                    ItemKind::Workflow { workflow } => {
                        self.steps = match &workflow.summary {
                            Some(WorkflowSummary::Custom { title, .. }) => Some(title.clone()),
                            _ => panic!("{text}: {workflow:?}"),
                        };
                    }
                    _ => {}
                },
                Event::Error { .. } => panic!("{text}: {event:?}"),
                _ => {}
            }
        }
        said
    }

    pub(crate) fn person(&self) -> impl Tasks + use<> {
        self.store.caller(Actor::Person)
    }

    pub(crate) async fn add(&self, title: &str) -> TaskId {
        self.add_to(None, title).await
    }

    pub(crate) async fn add_to(&self, list: Option<&str>, title: &str) -> TaskId {
        let tasks = self.person();
        let id = TaskId::fresh(tasks.now().timestamp());
        let draft = TaskDraft {
            title: title.into(),
            list: list.map(Into::into),
            ..TaskDraft::default()
        };
        tasks.apply(Action::add(id, draft)).await.unwrap();
        id
    }

    pub(crate) async fn titles(&self, view: View) -> Vec<String> {
        let tasks = self.person();
        let ids = tasks.ids(&view).await.unwrap();
        tasks
            .get(&ids)
            .await
            .unwrap()
            .into_iter()
            .map(|task| task.title)
            .collect()
    }

    pub(crate) async fn task(&self, id: TaskId) -> Task {
        self.person().get(&[id]).await.unwrap().remove(0)
    }
}
