//! The server over a real profile: a person adds a task by HTTP.

use std::sync::Arc;

use async_trait::async_trait;
use calm_orbit_host::chat_server;
use calm_orbit_host::loopback::{Bound, Conversations, Loopback, Tickets};
use chatkit::Server;
use serde_json::{Value, json};
use store::{Options, Store};
use task::{Actor, Failure, Page, Tasks, View};

use crate::client::{Answer, Ask};
use crate::site;

struct Profile(Server);

#[async_trait]
impl Conversations for Profile {
    async fn server(&self) -> Result<Server, Failure> {
        Ok(self.0.clone())
    }
}

/// A profile whose chat is served.
struct Served {
    store: Store,
    chat: Server,
    loopback: Loopback,
    ticket: String,
    _folder: tempfile::TempDir,
}

impl Served {
    async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let options = Options::default();
        let store = Store::open(folder.path(), options).await.unwrap();
        let chat = chat_server(&store);
        let bound = Bound::for_profile(folder.path()).unwrap();
        let tickets = Arc::new(Tickets::new());
        let ticket = tickets.issue().unwrap().reveal().to_owned();
        let profile = Arc::new(Profile(chat.clone()));
        let loopback = Loopback::start(bound, profile, tickets, None).unwrap();
        Self {
            store,
            chat,
            loopback,
            ticket,
            _folder: folder,
        }
    }

    async fn ask(&self, request: &Value) -> Answer {
        let port = self.loopback.address().port();
        Ask::new("POST", "/chatkit", port)
            .with("Authorization", format!("Bearer {}", self.ticket))
            .with("Content-Type", "application/json")
            .body(request.to_string())
            .send(port)
            .await
    }
}

#[tokio::test]
async fn a_task_is_added_through_the_chat() {
    let served = Served::start().await;
    let request = json!({"type": "threads.create", "params": {"input": {
        "content": [{"type": "input_text", "text": "add Buy milk"}],
        "attachments": [],
        "inference_options": {},
    }}});
    let answer = served.ask(&request).await;
    assert_eq!(answer.status, 200);
    assert!(answer.body.contains("Buy milk"), "{}", answer.body);
    served.loopback.stop().await;
    served.chat.idle().await;
    let page = Page {
        after: None,
        limit: 10,
    };
    let person = served.store.caller(Actor::Person);
    let rows = person.view(&View::Inbox, &page).await.unwrap();
    assert_eq!(rows.tasks[0].title, "Buy milk");
    served.store.close().await;
}

#[tokio::test]
async fn a_profile_that_fails_says_why() {
    let served = Served::start().await;
    served.store.close().await;
    let reason = served.store.setting("any").await.unwrap_err().to_string();
    for (request, status) in [(site::list(), 500), (site::create(), 200)] {
        let answer = served.ask(&request).await;
        assert_eq!(answer.status, status, "{request}");
        assert!(answer.body.contains(&reason), "{}", answer.body);
    }
    served.loopback.stop().await;
}
