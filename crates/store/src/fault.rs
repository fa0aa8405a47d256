//! What SQLite and the file system say, in the words of [`task::Error`].

use std::io;
use std::path::Path;

use rusqlite::ErrorCode;
use task::{Code, Error};

/// SQLite's primary result codes that mean something to a person (sqlite.org/rescode.html).
fn code_of(error: &rusqlite::Error) -> Code {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Code::Busy,
        Some(ErrorCode::ReadOnly) => Code::ReadOnly,
        Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => Code::Unavailable,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Code::DamagedDatabase,
        Some(ErrorCode::DiskFull) => Code::DiskFull,
        Some(_) => Code::Internal,
        // A value that is not what its column holds, such as an id of 15 bytes.
        None if matches!(error, rusqlite::Error::FromSqlConversionFailure(..)) => {
            Code::DamagedDatabase
        }
        None => Code::Internal,
    }
}

/// The sentence for a code that speaks of storage.
fn sentence(code: Code) -> &'static str {
    match code {
        Code::Busy => {
            "Another program held the task database for too long. Nothing was changed; try again."
        }
        Code::ReadOnly => {
            "The task database cannot be written. Nothing was changed; check the permissions of the data folder."
        }
        Code::DiskFull => "The disk is full. Nothing was changed; free some space and try again.",
        Code::DamagedDatabase => {
            "The task database is damaged. Nothing was changed; quit Calm Orbit, move the file calm-orbit.db away and put a copy of yours in its place."
        }
        Code::Unavailable => {
            "The task database could not be read or written. Nothing was changed; check that its disk is there."
        }
        _ => "Something went wrong inside Calm Orbit. Nothing was changed; the log says more.",
    }
}

/// An error of storage, in the words for its code.
pub(crate) fn storage(
    code: Code,
    source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
) -> Error {
    Error::Storage {
        code,
        message: sentence(code).to_owned(),
        source: Some(source.into()),
    }
}

/// A failure of the database.
pub(crate) fn database(error: rusqlite::Error) -> Error {
    let code = code_of(&error);
    if code == Code::Internal {
        tracing::error!(%error, "database");
    }
    storage(code, error)
}

/// A record or a change that can't be read back.
pub(crate) fn damaged(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    storage(Code::DamagedDatabase, error)
}

/// What should not happen: a connection that is used after it was closed, work that broke off.
pub(crate) fn internal(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    tracing::error!(%error, "database");
    storage(Code::Internal, error)
}

/// A failure of the file system at `path`.
pub(crate) fn file(path: &Path, error: io::Error) -> Error {
    let (code, advice) = match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => (
            Code::ReadOnly,
            "Check its permissions, or choose another folder with --data-dir.",
        ),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            (Code::DiskFull, "Free some space and try again.")
        }
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => (
            Code::Unavailable,
            "A file is in the place of a folder: move it away, or choose another folder with --data-dir.",
        ),
        _ => (
            Code::Unavailable,
            "Check the path, or choose another folder with --data-dir.",
        ),
    };
    let message = format!("{} cannot be used: {error}. {advice}", path.display());
    Error::Storage {
        code,
        message,
        source: Some(Box::new(error)),
    }
}
