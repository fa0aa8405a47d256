//! Opening a profile's database: its folder, its schema, its connections.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::Zoned;
use sqlx::ConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use task::Error;
use tokio::sync::watch;

use crate::bell::Bell;
use crate::files::{make_folder, open_file};
use crate::{Caller, fault, schema};

/// Tells the time, in the person's zone.
pub type Now = Arc<dyn Fn() -> Zoned + Send + Sync>;

/// How to open a profile.
#[derive(Clone)]
pub struct Options {
    /// What tells the time; the system's clock and zone by default.
    pub now: Now,
    /// How long a writer waits for the others before it gives up; 30 seconds by default.
    pub patience: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            now: Arc::new(Zoned::now),
            patience: Duration::from_secs(30),
        }
    }
}

/// An open profile. Cheap to clone; all clones share their connections.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    folder: PathBuf,
    writer: SqlitePool,
    reader: SqlitePool,
    bell: Bell,
    now: Now,
}

impl Store {
    /// Opens the profile in `folder`, which is made where it doesn't exist (readable by its owner
    /// only), and brings its schema up to date; the file is copied to `backups/` before that.
    ///
    /// # Errors
    /// A [`task::Error::Storage`] that says what is wrong with the folder or the file, with the
    /// code `newer_database`, `damaged_database`, `read_only`, `disk_full` or `unavailable`.
    pub async fn open(folder: &Path, options: Options) -> Result<Self, Error> {
        make_folder(folder)?;
        let file = folder.join("calm-orbit.db");
        // Made here, so that it gets its permissions from us and not from SQLite, whose side files
        // take them over.
        drop(open_file(&file)?);
        let connect = SqliteConnectOptions::new()
            .filename(&file)
            .foreign_keys(true)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(options.patience)
            .disable_statement_logging();
        schema::bring_up_to_date(folder, &connect).await?;
        let pool = || {
            SqlitePoolOptions::new()
                .min_connections(0)
                .acquire_timeout(options.patience + Duration::from_secs(5))
                .idle_timeout(None)
                .max_lifetime(None)
                .test_before_acquire(false)
        };
        let writer = pool().max_connections(1).connect_lazy_with(connect.clone());
        let reader = pool()
            .max_connections(3)
            .connect_lazy_with(connect.pragma("query_only", "ON"));
        let bell = Bell::hang(folder)?;
        Ok(Self {
            inner: Arc::new(Inner {
                folder: folder.to_owned(),
                writer,
                reader,
                bell,
                now: options.now,
            }),
        })
    }

    /// The door for one actor. Each action makes a group of its own.
    pub fn caller(&self, actor: task::Actor) -> Caller {
        Caller::new(self.clone(), actor, None)
    }

    /// The door for one actor whose actions belong together: they are taken back as one.
    pub fn caller_in(&self, actor: task::Actor, group: task::GroupId) -> Caller {
        Caller::new(self.clone(), actor, Some(group))
    }

    /// The profile's folder.
    pub fn folder(&self) -> &Path {
        &self.inner.folder
    }

    /// The position of the change log, now and at every change by any process.
    ///
    /// # Errors
    /// When the position can't be read.
    pub async fn watch(&self) -> Result<watch::Receiver<u64>, Error> {
        self.inner.bell.listen(self.reader().clone()).await
    }

    /// Closes the connections. What was acknowledged is safe without it.
    pub async fn close(&self) {
        self.inner.reader.close().await;
        self.inner.writer.close().await;
    }

    pub(crate) fn now(&self) -> Zoned {
        (self.inner.now)()
    }

    pub(crate) fn reader(&self) -> &SqlitePool {
        &self.inner.reader
    }

    pub(crate) fn ring(&self) {
        self.inner.bell.ring();
    }

    /// Begins a transaction that may write, waiting for other writers.
    pub(crate) async fn write(&self) -> Result<sqlx::SqliteTransaction<'static>, Error> {
        self.inner
            .writer
            .begin_with("BEGIN IMMEDIATE")
            .await
            .map_err(fault::database)
    }
}
