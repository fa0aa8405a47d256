//! Opening a profile's database: its folder, its schema, its connections.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::Zoned;
use rusqlite::{Connection, TransactionBehavior};
use task::Error;
use tokio::sync::watch;

use crate::bell::Bell;
use crate::change_log::last_seq;
use crate::files::{make_folder, open_file};
use crate::pool::Pool;
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
    writer: Arc<Pool>,
    readers: Arc<Pool>,
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
        schema::bring_up_to_date(folder, &file, options.patience).await?;
        let bell = Bell::hang(folder)?;
        Ok(Self {
            inner: Arc::new(Inner {
                folder: folder.to_owned(),
                writer: Pool::of_writer(&file, options.patience),
                readers: Pool::of_readers(&file, options.patience),
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
        self.inner.bell.listen(self.inner.readers.clone()).await
    }

    /// Closes the connections. What was acknowledged is safe without it.
    pub async fn close(&self) {
        self.inner.readers.close().await;
        self.inner.writer.close().await;
    }

    pub(crate) fn now(&self) -> Zoned {
        (self.inner.now)()
    }

    /// What tells the time, to be asked inside a transaction.
    pub(crate) fn clock(&self) -> Now {
        self.inner.now.clone()
    }

    /// Does `work` in one transaction that may write, waiting for other writers. What it did is
    /// committed where it gives `Ok`, and rolled back otherwise. The bell is rung after a commit
    /// that added to the change log. It is all done also when the caller is dropped meanwhile.
    pub(crate) async fn write<T, E>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let inner = self.inner.clone();
        self.inner
            .writer
            .run(move |connection| {
                let transaction = connection
                    .transaction_with_behavior(TransactionBehavior::Immediate)
                    .map_err(fault::database)?;
                let known = last_seq(&transaction)?;
                let done = work(&transaction)?;
                let news = last_seq(&transaction)? != known;
                transaction.commit().map_err(fault::database)?;
                if news {
                    inner.bell.ring();
                }
                Ok(done)
            })
            .await
    }

    /// Does `work` in one transaction that only reads: all of it sees the same state.
    pub(crate) async fn read<T, E>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.inner
            .readers
            .run(move |connection| {
                let transaction = connection.transaction().map_err(fault::database)?;
                work(&transaction)
            })
            .await
    }
}
