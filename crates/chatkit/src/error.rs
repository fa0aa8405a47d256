//! Why a request is refused.

use serde_json::json;

use crate::ThreadsError;

/// Why a request was not carried out. Nothing was changed.
///
/// Clients show the message of a 4xx as it is and don't repeat the request; a 5xx they repeat
/// by themselves.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// The body is longer than [`MAX_BODY`](crate::MAX_BODY) (413).
    #[error("the request has more than {limit} bytes; send less at once")]
    TooLarge {
        /// The most bytes a body may have.
        limit: usize,
    },
    /// The body is not a request of this protocol (400).
    #[error("this is not a valid ChatKit request: {0}")]
    Malformed(String),
    /// A request that this server doesn't carry out (400).
    #[error("{0} is not supported by this server")]
    NotSupported(String),
    /// A request that is understood but cannot be carried out as it is (400).
    #[error("{0}")]
    Refused(String),
    /// What it is about doesn't exist (404).
    #[error("{0} doesn't exist; it may have been deleted")]
    NotFound(String),
    /// The thread doesn't take messages (409).
    #[error("{0}")]
    ThreadNotOpen(String),
    /// The server failed (500).
    #[error("the conversations could not be read or saved; try again")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl RequestError {
    /// The HTTP status to answer with.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::TooLarge { .. } => 413,
            Self::Malformed(_) | Self::NotSupported(_) | Self::Refused(_) => 400,
            Self::NotFound(_) => 404,
            Self::ThreadNotOpen(_) => 409,
            Self::Failed(_) => 500,
        }
    }

    /// The JSON body to answer with: `{"message": …}`.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        json!({ "message": self.to_string() })
            .to_string()
            .into_bytes()
    }
}

impl From<ThreadsError> for RequestError {
    fn from(error: ThreadsError) -> Self {
        match error {
            ThreadsError::NotFound(what) => Self::NotFound(what),
            ThreadsError::UnknownCursor(_) => {
                Self::Refused("the list has changed; load it again from its beginning".into())
            }
            // A new identifier is taken: 74 random bits met twice, or a broken store.
            error @ ThreadsError::AlreadyExists(_) => Self::Failed(error.into()),
            ThreadsError::Storage(source) => Self::Failed(source),
        }
    }
}

impl From<Declined> for RequestError {
    fn from(error: Declined) -> Self {
        match error {
            Declined::NotSupported(what) => Self::NotSupported(what),
            Declined::Refused(message) => Self::Refused(message),
            Declined::NotFound(what) => Self::NotFound(what),
            Declined::Failed(source) => Self::Failed(source),
        }
    }
}

/// Why the application didn't do what a request asked of it beside an answer.
#[derive(Debug, thiserror::Error)]
pub enum Declined {
    /// It never does this; named so that "… is not supported by this server" reads well (400).
    #[error("{0} is not supported by this server")]
    NotSupported(String),
    /// Not as it was asked: what happened and what to do, for the person (400).
    #[error("{0}")]
    Refused(String),
    /// What it is about doesn't exist, or belongs to someone else (404).
    #[error("{0} doesn't exist")]
    NotFound(String),
    /// It failed; the log tells why (500).
    #[error("what was asked could not be done")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Declined {
    /// A failure for the log.
    pub fn failed(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Failed(source.into())
    }
}

impl From<serde_json::Error> for RequestError {
    fn from(error: serde_json::Error) -> Self {
        Self::Failed(error.into())
    }
}
