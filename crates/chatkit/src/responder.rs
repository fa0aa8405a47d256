//! The trait that whoever answers implements.

use std::error::Error;
use std::sync::Arc;

use async_trait::async_trait;
use serde_json::{Map, Value};

use crate::widget::Action;
use crate::{Declined, Item, ItemId, Thread, ThreadId, Threads, ThreadsError, Turn};

/// Who answers in the chat.
#[async_trait]
pub trait Responder: Send + Sync {
    /// Answers a turn by sending events through `turn`; the turn is over when this returns.
    /// [`Turn::input`] tells what is answered: a message, the output of a tool, answers to
    /// questions, an action in a widget. A responder that uses neither tools nor questions nor
    /// widgets still meets actions, which every page can send.
    ///
    /// The server stores what is done, replaced and removed before it sends it on. The future is
    /// dropped at the await point it is at when the client goes away, so that a model stops
    /// costing; whatever must outlive that belongs in a task of its own or in a `Drop`. A tool
    /// call that must not be cut in half runs in a spawned task.
    ///
    /// # Errors
    /// A [`RespondError`] becomes an error event, after which the stream ends. A panic counts as
    /// [`RespondError::Failed`].
    async fn respond(&self, turn: Turn) -> Result<(), RespondError>;

    /// Whether the client shows a stop button while an answer comes. A client that closes its
    /// window stops the answer whatever this says.
    fn allow_cancel(&self) -> bool {
        true
    }

    /// Takes a person's opinion about items of a thread; all of them exist.
    ///
    /// # Errors
    /// [`Declined`]; [`NotSupported`](Declined::NotSupported) unless it is implemented.
    async fn feedback(
        &self,
        thread: &ThreadId,
        items: &[ItemId],
        feedback: Feedback,
    ) -> Result<(), Declined> {
        let _ = (thread, items, feedback);
        Err(Declined::NotSupported("feedback".into()))
    }

    /// Carries out an action that is declared with `streaming: false`, while an answer comes or
    /// not, and gives back the item that changed, if one did. The server stores it.
    ///
    /// # Errors
    /// [`Declined`]; [`NotSupported`](Declined::NotSupported) unless it is implemented.
    async fn sync_action(&self, call: SyncAction) -> Result<Option<Item>, Declined> {
        let _ = call;
        Err(Declined::NotSupported(
            "the request \"threads.sync_custom_action\"".into(),
        ))
    }

    /// Writes down what was spoken.
    ///
    /// # Errors
    /// [`Declined`]; [`NotSupported`](Declined::NotSupported) unless it is implemented.
    async fn transcribe(&self, audio: Audio) -> Result<String, Declined> {
        let _ = audio;
        Err(Declined::NotSupported(
            "the request \"input.transcribe\"".into(),
        ))
    }
}

/// An action that is answered with one changed item.
#[derive(Clone)]
pub struct SyncAction {
    /// The thread it was done in.
    pub thread: Thread,
    /// What was done.
    pub action: Action,
    /// The [widget](crate::ItemKind::Widget) it was done in; `None` when the page did it.
    pub sender: Option<Item>,
    /// The request's `metadata`, from the page. Untrusted.
    pub metadata: Map<String, Value>,
    /// The person's language, as a tag such as `de`.
    pub locale: Option<String>,
    /// The store, for reading.
    pub threads: Arc<dyn Threads>,
}

/// Something that was spoken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audio {
    /// The recording.
    pub data: Vec<u8>,
    /// Its media type with its parameters, such as `audio/webm;codecs=opus`.
    pub mime_type: String,
    /// The person's language, as a tag such as `de`.
    pub locale: Option<String>,
}

impl Audio {
    /// The media type without its parameters, such as `audio/webm`.
    #[must_use]
    pub fn media_type(&self) -> &str {
        self.mime_type.split(';').next().unwrap_or_default().trim()
    }
}

/// What a person thinks of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Feedback {
    /// Thumbs up.
    Positive,
    /// Thumbs down.
    Negative,
}

/// Why an answer could not be given.
#[derive(Debug, thiserror::Error)]
pub enum RespondError {
    /// Something that the person should read.
    #[error("{message}")]
    Custom {
        /// What happened and what to do, in the person's language.
        message: String,
        /// Whether the client offers to try again.
        allow_retry: bool,
    },
    /// Something that only the log should tell; the client words it in general terms.
    #[error("the answer failed: {source}")]
    Failed {
        /// What happened.
        #[source]
        source: Box<dyn Error + Send + Sync>,
        /// Whether the client offers to try again.
        allow_retry: bool,
    },
    /// The turn is over already: the client has gone, or an event could not be stored.
    #[error(transparent)]
    TurnOver(#[from] TurnOver),
}

impl RespondError {
    /// A failure the person should read, after which they may try again.
    pub fn custom(message: impl Into<String>) -> Self {
        Self::Custom {
            message: message.into(),
            allow_retry: true,
        }
    }

    /// A failure for the log, after which the person may try again.
    pub fn failed(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Failed {
            source: source.into(),
            allow_retry: true,
        }
    }
}

impl From<ThreadsError> for RespondError {
    fn from(error: ThreadsError) -> Self {
        Self::failed(error)
    }
}

/// Nothing can be sent in this turn any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the turn is over; nothing can be sent in it any more")]
pub struct TurnOver;
