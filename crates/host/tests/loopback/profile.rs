//! The server over a real profile: a person adds a task by HTTP.

use std::sync::Arc;

use async_trait::async_trait;
use calm_orbit_host::chat_server;
use calm_orbit_host::loopback::{Bound, Conversations, Loopback, Tickets};
use chatkit::Server;
use serde_json::json;
use store::{Options, Store};
use task::{Actor, Failure, Page, Tasks, View};

use crate::client::Ask;
use crate::site;

struct Profile(Server);

#[async_trait]
impl Conversations for Profile {
    async fn server(&self) -> Result<Server, Failure> {
        Ok(self.0.clone())
    }
}

#[tokio::test]
async fn a_task_is_added_through_the_chat() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Options::default())
        .await
        .unwrap();
    let chat = chat_server(&store);
    let bound = Bound::for_profile(folder.path()).unwrap();
    let tickets = Arc::new(Tickets::new());
    let ticket = tickets.issue().unwrap();
    let profile = Arc::new(Profile(chat.clone()));
    let loopback = Loopback::start(bound, profile, tickets, None).unwrap();
    let port = loopback.address().port();
    let request = json!({"type": "threads.create", "params": {"input": {
        "content": [{"type": "input_text", "text": "add Buy milk"}],
        "attachments": [],
        "inference_options": {},
    }}});
    let answer = Ask::new("POST", "/chatkit", port)
        .with("Authorization", format!("Bearer {}", ticket.reveal()))
        .with("Content-Type", "application/json")
        .body(request.to_string())
        .send(port)
        .await;
    assert_eq!(answer.status, 200);
    assert!(answer.body.contains("Buy milk"), "{}", answer.body);
    loopback.stop().await;
    chat.idle().await;
    let person = store.caller(Actor::Person);
    let rows = person
        .view(
            &View::Inbox,
            &Page {
                after: None,
                limit: 10,
            },
        )
        .await
        .unwrap();
    assert_eq!(rows.tasks[0].title, "Buy milk");
    store.close().await;
}

#[tokio::test]
async fn a_profile_that_fails_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Options::default())
        .await
        .unwrap();
    let bound = Bound::for_profile(folder.path()).unwrap();
    let tickets = Arc::new(Tickets::new());
    let ticket = tickets.issue().unwrap();
    let profile = Arc::new(Profile(chat_server(&store)));
    let loopback = Loopback::start(bound, profile, tickets, None).unwrap();
    let port = loopback.address().port();
    store.close().await;
    let reason = store.setting("any").await.unwrap_err().to_string();
    for (request, status) in [(site::list(), 500), (site::create(), 200)] {
        let answer = Ask::new("POST", "/chatkit", port)
            .with("Authorization", format!("Bearer {}", ticket.reveal()))
            .with("Content-Type", "application/json")
            .body(request.to_string())
            .send(port)
            .await;
        assert_eq!(answer.status, status, "{request}");
        assert!(answer.body.contains(&reason), "{}", answer.body);
    }
    loopback.stop().await;
}
