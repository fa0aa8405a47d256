//! The server of the chat: the threads of a profile, and the assistant that answers in them.

use std::sync::Arc;

use assistant::Offline;
use async_trait::async_trait;
use mcp::{Doors, TaskServer};
use store::Store;
use task::{Actor, Error, GroupId, Tasks};

/// The doors of one turn of the assistant: all that it changes is one group.
struct Turn {
    store: Store,
    group: GroupId,
}

#[async_trait]
impl Doors for Turn {
    async fn door(&self, actor: Actor) -> Result<Arc<dyn Tasks>, Error> {
        Ok(Arc::new(self.store.caller_in(actor, self.group)))
    }
}

/// The task tools for one turn of the assistant, whose changes are a new group.
pub(super) fn turn_server(store: &Store) -> TaskServer {
    let now = store.caller(Actor::Assistant).now();
    server_of(store, GroupId::fresh(now.timestamp()))
}

/// The task tools for the turn of the assistant whose changes are this group.
fn server_of(store: &Store, group: GroupId) -> TaskServer {
    let turn = Turn {
        store: store.clone(),
        group,
    };
    TaskServer::for_actor(Arc::new(turn), Actor::Assistant)
}

/// The ChatKit server over a profile's threads, answered on this machine.
pub fn chat_server(store: &Store) -> chatkit::Server {
    let tasks = store.clone();
    let servers: assistant::Servers = Arc::new(move |group| server_of(&tasks, group));
    let clock = store.clone();
    let now = Arc::new(move || clock.caller(Actor::Assistant).now());
    let threads: Arc<dyn chatkit::Threads> = Arc::new(store.clone());
    let offline = Offline::new(servers, Arc::clone(&threads), now);
    chatkit::Server::new(threads, Arc::new(offline))
}
