//! What a responder gets: the thread, what is answered, and the way to answer.

mod input;
mod say;

use std::sync::Arc;

use serde_json::{Map, Value};
use tokio::sync::{mpsc, oneshot};

use crate::{
    Event, Headers, Item, ItemKind, Order, PageRequest, Thread, Threads, ThreadsError, TurnOver,
    UserMessage,
};

pub use input::Input;

/// A change to the stored thread.
pub(crate) type ThreadChange = Box<dyn FnOnce(&mut Thread) + Send>;

/// What a responder hands to the server, and how it learns that it was taken down.
pub(crate) struct Said {
    pub(crate) step: Step,
    pub(crate) taken_down: oneshot::Sender<()>,
}

/// What a responder says.
pub(crate) enum Step {
    Event(Box<Event>),
    Thread(ThreadChange),
}

/// One turn of the assistant in a thread. Cheap to clone; a clone can be moved into a task.
///
/// Every sending method waits until the server has stored what there is to store, so that whoever
/// reads the [history](Self::history) then finds it there, and has sent the event, as fast as the
/// client reads; and gives [`TurnOver`] when it never will. A lock that
/// the store needs must not be held meanwhile: both would wait for ever.
#[derive(Clone)]
pub struct Turn {
    context: Arc<TurnContext>,
    steps: mpsc::UnboundedSender<Said>,
}

pub(crate) struct TurnContext {
    pub(crate) thread: Thread,
    pub(crate) input: Input,
    pub(crate) envelope: Envelope,
    pub(crate) threads: Arc<dyn Threads>,
}

/// What a request says beside what it requests.
pub(crate) struct Envelope {
    pub(crate) metadata: Map<String, Value>,
    pub(crate) headers: Headers,
}

impl Turn {
    pub(crate) fn new(context: TurnContext, steps: mpsc::UnboundedSender<Said>) -> Self {
        Self {
            context: Arc::new(context),
            steps,
        }
    }

    /// The thread as it was when the turn began.
    #[must_use]
    pub fn thread(&self) -> &Thread {
        &self.context.thread
    }

    /// What is answered.
    #[must_use]
    pub fn input(&self) -> &Input {
        &self.context.input
    }

    /// The message that is answered, if it is one.
    #[must_use]
    pub fn user_message(&self) -> Option<&UserMessage> {
        match self.input() {
            Input::Message { message, .. } => Some(message),
            _ => None,
        }
    }

    /// The request's `metadata`, from the page; empty when it sent none. Untrusted.
    #[must_use]
    pub fn metadata(&self) -> &Map<String, Value> {
        &self.context.envelope.metadata
    }

    /// The person's language, as a tag such as `de` or `pt-BR`, from the request's
    /// `Accept-Language`; `None` when it named none. Untrusted, though always a tag.
    #[must_use]
    pub fn locale(&self) -> Option<&str> {
        self.context.envelope.headers.locale()
    }

    /// The store, for reading. What is written past the turn reaches the client only when it
    /// loads the thread again.
    #[must_use]
    pub fn threads(&self) -> &Arc<dyn Threads> {
        &self.context.threads
    }

    /// The latest `limit` items of the thread, oldest first, hidden ones included, the input
    /// among them.
    ///
    /// # Errors
    /// Those of [`Threads::items`].
    pub async fn history(&self, limit: usize) -> Result<Vec<Item>, ThreadsError> {
        let page = PageRequest::first(limit, Order::Desc);
        let mut items = self
            .context
            .threads
            .items(&self.thread().id, &page)
            .await?
            .data;
        items.reverse();
        Ok(items)
    }

    /// A new item of this thread, not sent yet.
    #[must_use]
    pub fn item(&self, kind: ItemKind) -> Item {
        Item::begin(self.thread().id.clone(), kind)
    }

    async fn step(&self, step: Step) -> Result<(), TurnOver> {
        let (taken_down, done) = oneshot::channel();
        let said = Said { step, taken_down };
        self.steps.send(said).map_err(|_| TurnOver)?;
        done.await.map_err(|_| TurnOver)
    }
}
