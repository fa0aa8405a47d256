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
use crate::first_open::copy_before;
use crate::pool::{Pool, connect};
use crate::{Caller, fault, schema};

/// The database's name in the profile's folder.
pub(crate) const FILE: &str = "calm-orbit.db";

/// Tells the time, in the person's zone.
pub type Now = Arc<dyn Fn() -> Zoned + Send + Sync>;

/// How to open a profile.
#[derive(Clone)]
pub struct Options {
    /// What tells the time; the system's clock and zone by default.
    pub now: Now,
    /// How long a writer waits for the others before it gives up; 30 seconds by default.
    pub patience: Duration,
    /// The version of the program that opens it; the workspace's by default.
    pub version: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            now: Arc::new(Zoned::now),
            patience: Duration::from_secs(30),
            version: env!("CARGO_PKG_VERSION").to_owned(),
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
    patience: Duration,
    writer: Arc<Pool>,
    readers: Arc<Pool>,
    bell: Bell,
    now: Now,
}

impl Store {
    /// Opens the profile in `folder`, which is made where it doesn't exist (readable by its owner
    /// only), and brings its schema up to date; the file is copied to `backups/` before that, and
    /// before a version of the program opens it for the first time.
    ///
    /// # Errors
    /// A [`task::Error::Storage`] that says what is wrong with the folder or the file, with the
    /// code `newer_database`, `damaged_database`, `read_only`, `disk_full` or `unavailable`.
    pub async fn open(folder: &Path, options: Options) -> Result<Self, Error> {
        make_folder(folder)?;
        let file = folder.join(FILE);
        // Made here, so that it gets its permissions from us and not from SQLite, whose side files
        // take them over.
        drop(open_file(&file)?);
        let now = (options.now)();
        copy_before(folder, &file, options.version, now, options.patience).await?;
        schema::bring_up_to_date(folder, &file, options.patience).await?;
        let bell = Bell::hang(folder)?;
        Ok(Self {
            inner: Arc::new(Inner {
                folder: folder.to_owned(),
                patience: options.patience,
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

    /// A connection for one long piece of work, apart from those that are shared.
    pub(crate) fn connect(&self) -> Result<Connection, Error> {
        connect(&self.inner.folder.join(FILE), self.inner.patience)
    }

    /// How long writers wait for each other.
    pub(crate) fn patience(&self) -> Duration {
        self.inner.patience
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

#[cfg(test)]
mod tests {
    use rusqlite::params;
    use task::{Action, Actor, Code, TaskDraft, TaskId, Tasks};
    use tokio::sync::oneshot;

    use super::*;
    use crate::{rows, sql};

    async fn open(folder: &Path, patience: Duration) -> Store {
        let options = Options {
            patience,
            ..Options::default()
        };
        Store::open(folder, options).await.unwrap()
    }

    fn add(connection: &Connection) -> Result<usize, Error> {
        rows::execute(connection, sql::ADD_THREAD, params!["one", 1, "{}"])
    }

    async fn count(store: &Store) -> usize {
        let found = store.read(|connection| {
            rows::query(connection, sql::THREAD, ["one"], |_| Ok::<_, Error>(()))
        });
        found.await.unwrap().len()
    }

    #[tokio::test]
    async fn work_that_fails_is_rolled_back() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(folder.path(), Duration::from_secs(30)).await;
        let failed = store.write(|connection| {
            add(connection)?;
            Err::<(), _>(Error::invalid("No."))
        });
        assert_eq!(failed.await.unwrap_err().code(), Code::InvalidInput);
        assert_eq!(count(&store).await, 0);
        store.write(add).await.unwrap();
        assert_eq!(count(&store).await, 1);
    }

    #[tokio::test]
    async fn work_that_panics_is_rolled_back_and_said() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(folder.path(), Duration::from_secs(30)).await;
        let broken = store.write(|connection| -> Result<(), Error> {
            add(connection)?;
            panic!("on purpose");
        });
        assert_eq!(broken.await.unwrap_err().code(), Code::Internal);
        assert_eq!(count(&store).await, 0);
        store.write(add).await.unwrap();
    }

    #[tokio::test]
    async fn work_of_a_caller_who_left_is_done_and_told() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(folder.path(), Duration::from_secs(30)).await;
        let (begin, begun) = oneshot::channel();
        let (go, gone) = std::sync::mpsc::channel();
        let writer = store.clone();
        let caller = tokio::spawn(async move {
            let work = writer.write(move |connection| {
                begin.send(()).unwrap();
                gone.recv().unwrap();
                add(connection)
            });
            work.await
        });
        begun.await.unwrap();
        caller.abort();
        assert!(caller.await.unwrap_err().is_cancelled());
        go.send(()).unwrap();
        // Waits for its turn.
        store.write(|_| Ok::<_, Error>(())).await.unwrap();
        assert_eq!(count(&store).await, 1);
    }

    #[tokio::test]
    async fn readers_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(folder.path(), Duration::from_secs(30)).await;
        let refused = store.read(add).await.unwrap_err();
        assert_eq!(refused.code(), Code::ReadOnly);
    }

    #[tokio::test]
    async fn a_writer_that_waits_too_long_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(folder.path(), Duration::from_millis(1)).await;
        let other = open(folder.path(), Duration::from_millis(1)).await;
        let tasks = other.caller(Actor::Person);
        let (begin, begun) = oneshot::channel();
        let (go, gone) = std::sync::mpsc::channel::<()>();
        let holder = tokio::spawn(async move {
            let work = store.write(move |_| {
                begin.send(()).unwrap();
                gone.recv().unwrap();
                Ok::<_, Error>(())
            });
            work.await
        });
        begun.await.unwrap();
        let id = TaskId::fresh(tasks.now().timestamp());
        let draft = TaskDraft {
            title: "Buy milk".into(),
            ..TaskDraft::default()
        };
        let add = Action::add(id, draft);
        let refused = tasks.apply(add.clone()).await.unwrap_err();
        assert_eq!(refused.code(), Code::Busy);
        // Who only reads doesn't wait.
        assert!(tasks.get(&[id]).await.unwrap().is_empty());
        go.send(()).unwrap();
        holder.await.unwrap().unwrap();
        tasks.apply(add).await.unwrap();
    }

    /// A file that may not grow stands for a disk that is full.
    #[tokio::test]
    async fn a_full_disk_says_so_and_loses_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(folder.path(), Duration::from_secs(30)).await;
        let tasks = store.caller(Actor::Person);
        let add = |n: usize| {
            let draft = TaskDraft {
                title: format!("Task {n}"),
                notes: "words ".repeat(1_000),
                ..TaskDraft::default()
            };
            Action::add(TaskId::fresh(tasks.now().timestamp()), draft)
        };
        tasks.apply(add(0)).await.unwrap();
        let limit = async |pages: i64| {
            let limit = store.write(move |connection| {
                connection
                    .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
                    .map_err(fault::database)
            });
            limit.await.unwrap();
        };
        limit(120).await;
        let mut count = 1;
        let refused = loop {
            match tasks.apply(add(count)).await {
                Ok(_) => count += 1,
                Err(error) => break error,
            }
        };
        assert_eq!(refused.code(), Code::DiskFull, "{refused}");
        let kept = async || tasks.count(&task::View::Inbox).await.unwrap();
        assert_eq!(kept().await, u64::try_from(count).unwrap());
        assert!(store.check().await.unwrap().problems.is_empty());
        limit(100_000).await;
        tasks.apply(add(count)).await.unwrap();
        assert_eq!(kept().await, u64::try_from(count + 1).unwrap());
        assert!(store.check().await.unwrap().problems.is_empty());
    }

    #[tokio::test]
    async fn a_closed_store_does_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(folder.path(), Duration::from_secs(30)).await;
        store.write(add).await.unwrap();
        store.close().await;
        assert_eq!(store.write(add).await.unwrap_err().code(), Code::Internal);
        // The last to close writes the WAL back and removes it.
        assert!(!folder.path().join("calm-orbit.db-wal").exists());
    }
}
