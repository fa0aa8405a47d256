//! What SQLite and the file system say, in the words of [`task::Error`].

use std::io;
use std::path::Path;

use task::{Code, Error};

/// SQLite's primary result codes that mean something to a person (sqlite.org/rescode.html).
fn code_of(error: &sqlx::Error) -> Code {
    match error {
        sqlx::Error::PoolTimedOut => Code::Busy,
        sqlx::Error::Database(database) => {
            let extended: i32 = database
                .code()
                .and_then(|code| code.parse().ok())
                .unwrap_or_default();
            match extended & 0xff {
                5 | 6 => Code::Busy,
                8 => Code::ReadOnly,
                10 | 14 => Code::Unavailable,
                11 | 26 => Code::DamagedDatabase,
                13 => Code::DiskFull,
                _ => Code::Internal,
            }
        }
        _ => Code::Internal,
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

/// A failure of the database.
pub(crate) fn database(error: sqlx::Error) -> Error {
    let code = code_of(&error);
    if code == Code::Internal {
        tracing::error!(%error, "database");
    }
    Error::Storage {
        code,
        message: sentence(code).to_owned(),
        source: Some(Box::new(error)),
    }
}

/// A record or a change that can't be read back.
pub(crate) fn damaged(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    let code = Code::DamagedDatabase;
    Error::Storage {
        code,
        message: sentence(code).to_owned(),
        source: Some(error.into()),
    }
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
