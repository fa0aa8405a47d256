//! What can go wrong, as a closed set of codes that IPC, HTTP and MCP share, each with a sentence
//! for the person.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The kinds of failure that a caller may act on. The same words go over IPC, HTTP and MCP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The request is not understood or breaks a limit. Nothing was changed.
    InvalidInput,
    /// Nothing has this id or name.
    NotFound,
    /// Several things fit the reference; name one of them.
    Ambiguous,
    /// There is nothing left to take back, or to do again.
    NothingToUndo,
    /// The caller may not do this.
    Denied,
    /// This server or version cannot do it.
    Unsupported,
    /// The data folder or file cannot be written.
    ReadOnly,
    /// The disk is full.
    DiskFull,
    /// Somebody else held the database for too long. Trying again helps.
    Busy,
    /// The database was written by a newer version of Calm Orbit.
    NewerDatabase,
    /// The file is not a database of Calm Orbit, or it is damaged.
    DamagedDatabase,
    /// Something that is needed is not there: a folder, a file, a process.
    Unavailable,
    /// A credential is needed, or the one there is was refused.
    SignIn,
    /// Too many requests; the message says when to try again.
    RateLimited,
    /// A server elsewhere cannot be reached or does not answer.
    Unreachable,
    /// This computer has no keychain, or it is locked.
    NoKeychain,
    /// A defect of Calm Orbit.
    Internal,
}

impl Code {
    /// The word that stands for this code in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InvalidInput => "invalid_input",
            Self::NotFound => "not_found",
            Self::Ambiguous => "ambiguous",
            Self::NothingToUndo => "nothing_to_undo",
            Self::Denied => "denied",
            Self::Unsupported => "unsupported",
            Self::ReadOnly => "read_only",
            Self::DiskFull => "disk_full",
            Self::Busy => "busy",
            Self::NewerDatabase => "newer_database",
            Self::DamagedDatabase => "damaged_database",
            Self::Unavailable => "unavailable",
            Self::SignIn => "sign_in",
            Self::RateLimited => "rate_limited",
            Self::Unreachable => "unreachable",
            Self::NoKeychain => "no_keychain",
            Self::Internal => "internal",
        }
    }
}

/// Why an action, a question or an undo did not happen. Whatever it is, nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The input is not acceptable; the text says why and what would be.
    #[error("{0}")]
    Invalid(String),
    /// Nothing has this id or name.
    #[error("{0}")]
    NotFound(String),
    /// Several things fit.
    #[error("{0}")]
    Ambiguous(String),
    /// There is nothing to take back or to do again.
    #[error("{0}")]
    NothingToUndo(String),
    /// The caller may not do this.
    #[error("{0}")]
    Denied(String),
    /// Whoever keeps the tasks could not do it.
    #[error("{message}")]
    Storage {
        /// One of the codes that speak of storage.
        code: Code,
        /// What happened and what to do.
        message: String,
        /// The cause, for the log.
        #[source]
        source: Option<Box<dyn std::error::Error + Send + Sync>>,
    },
}

impl Error {
    /// An [`Error::Invalid`].
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::Invalid(message.into())
    }

    /// An [`Error::NotFound`].
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::NotFound(message.into())
    }

    /// The code that callers act on.
    pub fn code(&self) -> Code {
        match self {
            Self::Invalid(_) => Code::InvalidInput,
            Self::NotFound(_) => Code::NotFound,
            Self::Ambiguous(_) => Code::Ambiguous,
            Self::NothingToUndo(_) => Code::NothingToUndo,
            Self::Denied(_) => Code::Denied,
            Self::Storage { code, .. } => *code,
        }
    }
}

/// A failure as it is shown across IPC, HTTP and MCP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Failure {
    /// What kind of failure it is.
    pub code: Code,
    /// What happened and what to do, as a sentence to show as it is.
    pub message: String,
}

impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        Self {
            code: error.code(),
            message: error.to_string(),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::from(&error)
    }
}
