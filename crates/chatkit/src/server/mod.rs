//! The server: from the body of a request to a reply.

mod aside;
mod history;
mod recorder;
mod rooms;
mod turns;

use std::sync::Arc;

use serde::Serialize;
use tokio_util::task::TaskTracker;

use crate::request::{self, Call, Request};
use crate::turn::Envelope;
use crate::{Attachments, Headers, Reply, RequestError, Responder, Thread, ThreadId, Threads};
use rooms::Rooms;

/// A ChatKit server over a store of threads and somebody who answers.
///
/// Cheap to clone; clones are one server. Must be used within a tokio runtime.
///
/// # A turn
/// What the person sent is stored before [`handle`](Self::handle) returns, so that whatever
/// prevents that is an error of the request, after which nothing is changed and the client may
/// send it again; and not one of the stream. The responder then runs in a task of its own. When
/// the [`EventStream`](crate::EventStream) is dropped before its end, the client has gone: the
/// responder's future is dropped at its await point, while the task goes on to store what the
/// answer said so far, and a hidden note that it was stopped. [`idle`](Self::idle) waits for
/// that, at shutdown. A [detached](crate::EventStream::detached) turn goes on without its stream.
///
/// In one thread, one turn runs at a time: a message that comes while an answer is still written
/// waits until that is stored, so that the order in the thread is the order of the conversation.
#[derive(Clone)]
pub struct Server {
    threads: Arc<dyn Threads>,
    responder: Arc<dyn Responder>,
    attachments: Option<Arc<dyn Attachments>>,
    shared: Arc<Shared>,
}

struct Shared {
    /// One turn at a time in a thread.
    rooms: Rooms,
    /// One change at a time of a thread's own fields, which turns and requests both change.
    changes: Arc<Rooms>,
    running: TaskTracker,
}

impl Server {
    /// A server over these threads, in which this responder answers. It takes no attachments.
    #[must_use]
    pub fn new(threads: Arc<dyn Threads>, responder: Arc<dyn Responder>) -> Self {
        let running = TaskTracker::new();
        // Closed, a tracker still takes tasks; it only makes waiting for it end when it is empty.
        running.close();
        Self {
            threads,
            responder,
            attachments: None,
            shared: Arc::new(Shared {
                rooms: Rooms::default(),
                changes: Arc::default(),
                running,
            }),
        }
    }

    /// The server, taking attachments that are kept here.
    #[must_use]
    pub fn with_attachments(mut self, attachments: Arc<dyn Attachments>) -> Self {
        self.attachments = Some(attachments);
        self
    }

    /// The same server for another caller: with the threads that they may see, and whoever answers
    /// them. It takes no attachments until it is given
    /// [those of the caller](Self::with_attachments).
    #[must_use]
    pub fn for_caller(&self, threads: Arc<dyn Threads>, responder: Arc<dyn Responder>) -> Self {
        Self {
            threads,
            responder,
            attachments: None,
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
    /// responder in a turn are none: they are events of the stream.
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
            Call::CreateThread { input } => self.create(input, envelope).await,
            Call::AddUserMessage { thread_id, input } => {
                self.add_message(&thread_id, input, envelope).await
            }
            Call::AddToolOutput { thread_id, result } => {
                self.add_tool_output(&thread_id, result, envelope).await
            }
            Call::AddStructuredInput {
                thread_id,
                item_id,
                input,
            } => {
                self.add_answers(&thread_id, &item_id, input, envelope)
                    .await
            }
            Call::RetryAfterItem { thread_id, item_id } => {
                self.retry(&thread_id, &item_id, envelope).await
            }
            Call::CustomAction(done) => self.act(done, envelope).await,
            Call::SyncCustomAction(done) => self.act_at_once(done, envelope).await,
            Call::GetThread { thread_id } => self.whole_thread(&thread_id).await,
            Call::ListThreads(listing) => self.list_threads(listing).await,
            Call::UpdateThread { thread_id, title } => self.rename(&thread_id, title).await,
            Call::DeleteThread { thread_id } => self.delete(&thread_id).await,
            Call::ListItems { thread_id, listing } => self.list_items(&thread_id, listing).await,
            Call::Feedback {
                thread_id,
                item_ids,
                kind,
            } => self.feedback(&thread_id, &item_ids, kind).await,
            Call::CreateAttachment(new) => self.create_attachment(new).await,
            Call::DeleteAttachment { attachment_id } => {
                self.delete_attachment(&attachment_id).await
            }
            Call::Transcribe(audio) => self.transcribe(audio.decode(&envelope.headers)?).await,
        }
    }

    async fn thread(&self, id: &ThreadId) -> Result<Thread, RequestError> {
        known(id.is_plausible(), id)?;
        Ok(self.threads.thread(id).await?)
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
