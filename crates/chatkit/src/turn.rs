//! What a responder gets: the thread, the message, and the way to answer.

use std::sync::Arc;

use serde_json::{Map, Value};
use tokio::sync::mpsc;

use crate::answer::{Steps, TextAnswer};
use crate::workflow::WorkflowStyle;
use crate::{
    Event, Headers, Item, ItemKind, NoticeLevel, Order, PageRequest, Thread, ThreadStatus, Threads,
    ThreadsError, TurnOver, UserMessage,
};

/// A change to the stored thread.
pub(crate) type ThreadChange = Box<dyn FnOnce(&mut Thread) + Send>;

/// What a responder hands to the server.
pub(crate) enum Step {
    Event(Box<Event>),
    Thread(ThreadChange),
}

/// One turn of the assistant in a thread. Cheap to clone; a clone can be moved into a task.
///
/// Every sending method waits until the server takes the event, which it does one after the
/// other, as fast as the client reads; and gives [`TurnOver`] when it never will.
#[derive(Clone)]
pub struct Turn {
    context: Arc<TurnContext>,
    steps: mpsc::Sender<Step>,
}

pub(crate) struct TurnContext {
    pub(crate) thread: Thread,
    pub(crate) input: Option<Item>,
    pub(crate) envelope: Envelope,
    pub(crate) threads: Arc<dyn Threads>,
}

/// What a request says beside what it requests.
pub(crate) struct Envelope {
    pub(crate) metadata: Map<String, Value>,
    pub(crate) headers: Headers,
}

impl Turn {
    pub(crate) fn new(context: TurnContext, steps: mpsc::Sender<Step>) -> Self {
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

    /// The item that is answered; it is stored already. `None` when the turn answers something
    /// other than a message.
    #[must_use]
    pub fn input(&self) -> Option<&Item> {
        self.context.input.as_ref()
    }

    /// The message that is answered, if it is one.
    #[must_use]
    pub fn user_message(&self) -> Option<&UserMessage> {
        self.input().and_then(Item::user_message)
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

    /// Sends an event. Items that are done or replaced are stored first, those that are removed
    /// deleted; events about hidden items are stored and not sent.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn emit(&self, event: Event) -> Result<(), TurnOver> {
        self.step(Step::Event(Box::new(event))).await
    }

    /// Changes the stored thread and tells the client. Identifier and time of creation stay.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn update_thread(
        &self,
        change: impl FnOnce(&mut Thread) + Send + 'static,
    ) -> Result<(), TurnOver> {
        self.step(Step::Thread(Box::new(change))).await
    }

    /// Gives the thread a title.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn set_title(&self, title: impl Into<String>) -> Result<(), TurnOver> {
        let title = title.into();
        self.update_thread(move |thread| thread.title = Some(title))
            .await
    }

    /// Locks, closes or opens the thread.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn set_status(&self, status: ThreadStatus) -> Result<(), TurnOver> {
        self.update_thread(move |thread| thread.status = status)
            .await
    }

    /// Shows a line that says what is being done.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn progress(&self, text: impl Into<String>) -> Result<(), TurnOver> {
        self.emit(Event::ProgressUpdate {
            text: text.into(),
            icon: None,
        })
        .await
    }

    /// Shows a remark beside the conversation, in Markdown.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn notice(
        &self,
        level: NoticeLevel,
        message: impl Into<String>,
    ) -> Result<(), TurnOver> {
        self.emit(Event::Notice {
            level,
            message: message.into(),
            title: None,
        })
        .await
    }

    /// Asks the page to do something.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn effect(
        &self,
        name: impl Into<String>,
        data: Map<String, Value>,
    ) -> Result<(), TurnOver> {
        self.emit(Event::ClientEffect {
            name: name.into(),
            data,
        })
        .await
    }

    /// Stores context for later answers, which the client never sees.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn remember(&self, content: Value) -> Result<(), TurnOver> {
        let item = self.item(ItemKind::HiddenContextItem { content });
        self.emit(Event::ItemDone { item }).await
    }

    /// Begins an answer whose text comes bit by bit.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn answer(&self) -> Result<TextAnswer, TurnOver> {
        TextAnswer::begin(self.clone()).await
    }

    /// Gives a whole answer at once, in Markdown.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn say(&self, text: impl Into<String>) -> Result<(), TurnOver> {
        let mut answer = self.answer().await?;
        answer.push(text).await?;
        answer.finish().await?;
        Ok(())
    }

    /// Begins to show the steps of the answer.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn steps(&self, style: WorkflowStyle) -> Result<Steps, TurnOver> {
        Steps::begin(self.clone(), style).await
    }

    /// Marks the turn's end in the thread.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn end(&self) -> Result<(), TurnOver> {
        let item = self.item(ItemKind::EndOfTurn);
        self.emit(Event::ItemDone { item }).await
    }

    async fn step(&self, step: Step) -> Result<(), TurnOver> {
        self.steps.send(step).await.map_err(|_| TurnOver)
    }
}
