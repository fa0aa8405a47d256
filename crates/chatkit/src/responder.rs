//! The trait that whoever answers implements.

use std::error::Error;

use async_trait::async_trait;

use crate::{ItemId, ThreadId, ThreadsError, Turn};

/// Who answers in the chat.
#[async_trait]
pub trait Responder: Send + Sync {
    /// Answers a turn by sending events through `turn`; the turn is over when this returns.
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
    /// [`FeedbackError::NotSupported`] unless it is implemented, which the client is told.
    async fn feedback(
        &self,
        thread: &ThreadId,
        items: &[ItemId],
        feedback: Feedback,
    ) -> Result<(), FeedbackError> {
        let _ = (thread, items, feedback);
        Err(FeedbackError::NotSupported)
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

/// Why feedback was not taken.
#[derive(Debug, thiserror::Error)]
pub enum FeedbackError {
    /// This responder takes none.
    #[error("feedback is not supported by this server")]
    NotSupported,
    /// It could not be kept.
    #[error("the feedback could not be kept")]
    Failed(#[source] Box<dyn Error + Send + Sync>),
}
