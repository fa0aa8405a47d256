//! A person who talks with the assistant, on a real database.

use std::sync::Arc;

use calm_orbit_host::chat_server;
use chatkit::workflow::WorkflowSummary;
use chatkit::{Event, ItemKind, Reply};
use futures::StreamExt;
use serde_json::json;
use store::{Options, Store};
use task::{Action, Actor, Task, TaskDraft, TaskId, Tasks, View};

pub(crate) struct Chat {
    pub(crate) server: chatkit::Server,
    pub(crate) store: Store,
    pub(crate) thread: Option<String>,
    /// What the last answer's folded steps say.
    pub(crate) steps: Option<String>,
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
        _folder: folder,
    }
}

impl Chat {
    /// Says something and gives back what the assistant wrote.
    pub(crate) async fn say(&mut self, text: &str) -> String {
        let input = json!({
            "content": [{"type": "input_text", "text": text}],
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
        while let Some(event) = events.next().await {
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
