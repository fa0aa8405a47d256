//! The server: from the body of a request to a reply.

mod recorder;
mod rooms;

use std::sync::Arc;

use serde::Serialize;
use serde_json::json;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::request::{self, Call, MAX_TITLE, Request};
use crate::turn::{Envelope, TurnContext};
use crate::{
    DEFAULT_PAGE_SIZE, Event, EventStream, Feedback, Headers, Item, ItemId, ItemKind, Order,
    PageRequest, Reply, RequestError, Responder, Thread, ThreadId, ThreadStatus, ThreadView,
    Threads, UserMessage,
};
use rooms::{Rooms, Seat};

/// How many events may wait for a slow client before the responder has to.
const BACKLOG: usize = 16;

/// A ChatKit server over a store of threads and somebody who answers.
///
/// Cheap to clone; clones are one server. Must be used within a tokio runtime.
///
/// # A turn
/// The person's message is stored before [`handle`](Self::handle) returns, so that whatever
/// prevents that is an error of the request and not of the stream. The responder then runs in a
/// task of its own. When the [`EventStream`] is dropped before its end, the client has gone: the
/// responder's future is dropped at its await point, while the task goes on to store what the
/// answer said so far, and a hidden note that it was stopped. [`idle`](Self::idle) waits for
/// that, at shutdown. A [detached](EventStream::detached) turn goes on without its stream.
///
/// In one thread, one turn runs at a time: a message that comes while an answer is still written
/// waits until that is stored, so that the order in the thread is the order of the conversation.
#[derive(Clone)]
pub struct Server {
    threads: Arc<dyn Threads>,
    responder: Arc<dyn Responder>,
    shared: Arc<Shared>,
}

struct Shared {
    rooms: Rooms,
    running: TaskTracker,
}

impl Server {
    /// A server over these threads, in which this responder answers.
    #[must_use]
    pub fn new(threads: Arc<dyn Threads>, responder: Arc<dyn Responder>) -> Self {
        let running = TaskTracker::new();
        // Closed, a tracker still takes tasks; it only makes waiting for it end when it is empty.
        running.close();
        Self {
            threads,
            responder,
            shared: Arc::new(Shared {
                rooms: Rooms::default(),
                running,
            }),
        }
    }

    /// The same server for another caller: with the threads that they may see, and whoever answers
    /// them.
    #[must_use]
    pub fn for_caller(&self, threads: Arc<dyn Threads>, responder: Arc<dyn Responder>) -> Self {
        Self {
            threads,
            responder,
            shared: Arc::clone(&self.shared),
        }
    }

    /// Waits until no turn is under way, and what was stopped is stored.
    pub async fn idle(&self) {
        self.shared.running.wait().await;
    }

    /// Waits until no turn is under way in this thread. Gives back whether there was one.
    pub async fn settled(&self, thread: &ThreadId) -> bool {
        self.shared.rooms.settled(thread).await
    }

    /// Carries out a request, given the body of a `POST`.
    ///
    /// # Errors
    /// A [`RequestError`] with the HTTP status to answer and the JSON to send. Failures of the
    /// responder are none: they are events of the stream.
    pub async fn handle(&self, body: &[u8]) -> Result<Reply, RequestError> {
        self.handle_with(body, Headers::new()).await
    }

    /// Carries out a request, given its body and what its headers say.
    ///
    /// # Errors
    /// As [`handle`](Self::handle).
    pub async fn handle_with(&self, body: &[u8], headers: Headers) -> Result<Reply, RequestError> {
        let Request { call, metadata } = request::parse(body)?;
        let envelope = Envelope { metadata, headers };
        match call {
            Call::CreateThread { input } => self.create(input.check()?, envelope).await,
            Call::AddUserMessage { thread_id, input } => {
                self.add_message(&thread_id, input.check()?, envelope).await
            }
            Call::RetryAfterItem { thread_id, item_id } => {
                self.retry(&thread_id, &item_id, envelope).await
            }
            Call::GetThread { thread_id } => {
                let thread = self.thread(&thread_id).await?;
                let first = PageRequest::first(DEFAULT_PAGE_SIZE, Order::Asc);
                let items = self.threads.items(&thread_id, &first).await?;
                json(&ThreadView::with_items(thread, items))
            }
            Call::ListThreads(listing) => {
                let page = self.threads.threads(&listing.into()).await?;
                json(&page.filter_map(|thread| Some(ThreadView::without_items(thread))))
            }
            Call::UpdateThread { thread_id, title } => self.rename(&thread_id, title).await,
            Call::DeleteThread { thread_id } => {
                known(thread_id.is_plausible(), &thread_id)?;
                self.threads.delete_thread(&thread_id).await?;
                json(&json!({}))
            }
            Call::ListItems { thread_id, listing } => {
                known(thread_id.is_plausible(), &thread_id)?;
                let items = self.threads.items(&thread_id, &listing.into()).await?;
                json(&items.filter_map(|item| (!item.is_hidden()).then_some(item)))
            }
            Call::Feedback {
                thread_id,
                item_ids,
                kind,
            } => self.feedback(&thread_id, &item_ids, kind).await,
        }
    }

    async fn create(
        &self,
        message: UserMessage,
        envelope: Envelope,
    ) -> Result<Reply, RequestError> {
        let thread = Thread::begin();
        let seat = self.shared.rooms.enter(&thread.id).await;
        let item = Item::begin(thread.id.clone(), ItemKind::UserMessage(message));
        // In a task, so that a client that goes away in between leaves no thread without its
        // message.
        let threads = Arc::clone(&self.threads);
        let (new_thread, new_item) = (thread.clone(), item.clone());
        let storing = self.shared.running.spawn(async move {
            threads.create_thread(&new_thread).await?;
            if let Err(error) = threads.save_item(&new_item).await {
                if let Err(error) = threads.delete_thread(&new_thread.id).await {
                    tracing::warn!(
                        error = &error as &dyn std::error::Error,
                        thread = %new_thread.id,
                        "a thread without its first message was left behind"
                    );
                }
                return Err(error);
            }
            Ok(())
        });
        storing
            .await
            .map_err(|error| RequestError::Failed(error.into()))??;
        let first = vec![
            Event::ThreadCreated {
                thread: ThreadView::without_items(thread.clone()),
            },
            Event::ItemDone { item: item.clone() },
        ];
        Ok(self.respond(thread, item, envelope, first, seat))
    }

    async fn add_message(
        &self,
        thread_id: &ThreadId,
        message: UserMessage,
        envelope: Envelope,
    ) -> Result<Reply, RequestError> {
        let (thread, seat) = self.enter(thread_id).await?;
        let item = Item::begin(thread.id.clone(), ItemKind::UserMessage(message));
        self.threads.save_item(&item).await?;
        let first = vec![Event::ItemDone { item: item.clone() }];
        Ok(self.respond(thread, item, envelope, first, seat))
    }

    async fn retry(
        &self,
        thread_id: &ThreadId,
        item_id: &ItemId,
        envelope: Envelope,
    ) -> Result<Reply, RequestError> {
        let (thread, seat) = self.enter(thread_id).await?;
        known(item_id.is_plausible(), item_id)?;
        let item = self.threads.item(thread_id, item_id).await?;
        if item.user_message().is_none() {
            return Err(RequestError::Refused(
                "only an answer to a message of yours can be tried again".into(),
            ));
        }
        let gone = self.threads.delete_items_after(thread_id, item_id).await?;
        // The reference doesn't send these; without them a client that kept the items would show
        // both answers.
        let shown = gone.into_iter().filter(|item| !item.is_hidden());
        let first = shown
            .map(|item| Event::ItemRemoved { item_id: item.id })
            .collect();
        Ok(self.respond(thread, item, envelope, first, seat))
    }

    async fn rename(&self, thread_id: &ThreadId, title: String) -> Result<Reply, RequestError> {
        if title.trim().is_empty() {
            return Err(RequestError::Refused(
                "the title is empty; give it a word".into(),
            ));
        }
        let length = title.chars().count();
        if length > MAX_TITLE {
            return Err(RequestError::Refused(format!(
                "the title has {length} characters, {MAX_TITLE} are the most; shorten it"
            )));
        }
        let mut thread = self.thread(thread_id).await?;
        thread.title = Some(title);
        self.threads.update_thread(&thread).await?;
        json(&ThreadView::without_items(thread))
    }

    async fn feedback(
        &self,
        thread_id: &ThreadId,
        item_ids: &[ItemId],
        kind: Feedback,
    ) -> Result<Reply, RequestError> {
        self.thread(thread_id).await?;
        for item_id in item_ids {
            known(item_id.is_plausible(), item_id)?;
            let item = self.threads.item(thread_id, item_id).await?;
            known(!item.is_hidden(), item_id)?;
        }
        self.responder.feedback(thread_id, item_ids, kind).await?;
        json(&json!({}))
    }

    async fn thread(&self, id: &ThreadId) -> Result<Thread, RequestError> {
        known(id.is_plausible(), id)?;
        Ok(self.threads.thread(id).await?)
    }

    /// A thread in which the person may write, and the right to.
    async fn enter(&self, id: &ThreadId) -> Result<(Thread, Seat), RequestError> {
        // Looked for before waiting, so that a made-up identifier costs nothing.
        self.thread(id).await?;
        let seat = self.shared.rooms.enter(id).await;
        let thread = self.thread(id).await?;
        match &thread.status {
            ThreadStatus::Active => Ok((thread, seat)),
            ThreadStatus::Locked { reason } | ThreadStatus::Closed { reason } => {
                Err(RequestError::ThreadNotOpen(reason.clone().unwrap_or_else(
                    || "this conversation takes no messages; begin a new one".into(),
                )))
            }
        }
    }

    /// Begins the responder's turn.
    fn respond(
        &self,
        thread: Thread,
        input: Item,
        envelope: Envelope,
        first: Vec<Event>,
        seat: Seat,
    ) -> Reply {
        let (client, events) = mpsc::channel(BACKLOG);
        let stop = CancellationToken::new();
        let stream = EventStream::new(events, stop.clone());
        let responder = Arc::clone(&self.responder);
        let threads = Arc::clone(&self.threads);
        let context = TurnContext {
            thread,
            input: Some(input),
            envelope,
            threads,
        };
        self.shared.running.spawn(async move {
            recorder::run(responder, context, first, client, stop).await;
            drop(seat);
        });
        Reply::Stream(stream)
    }
}

/// An identifier that can name nothing is not found, and never asked for.
fn known(plausible: bool, id: &dyn std::fmt::Display) -> Result<(), RequestError> {
    if plausible {
        return Ok(());
    }
    let id: String = id
        .to_string()
        .chars()
        .filter(|c| !c.is_control())
        .take(64)
        .collect();
    Err(RequestError::NotFound(id))
}

fn json(value: &impl Serialize) -> Result<Reply, RequestError> {
    Ok(Reply::Json(serde_json::to_vec(value)?))
}
