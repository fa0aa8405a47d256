//! Opening a profile's database: its folder, its schema, its connections.

use std::fs::{self, File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::Zoned;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use task::{Code, Error};
use tokio::sync::watch;

use crate::bell::Bell;
use crate::{Caller, fault, sql};

/// The schema that this version writes; the migrations set it as the file's `user_version`.
const VERSION: i64 = 1;
/// The file's `application_id`: the letters CALO.
const APPLICATION: i64 = 0x4341_4c4f;
/// What every SQLite file begins with (sqlite.org/fileformat.html).
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/device");

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
        let fresh = check_header(&file)?;
        let connect = SqliteConnectOptions::new()
            .filename(&file)
            .foreign_keys(true)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(options.patience)
            .disable_statement_logging();
        if fresh || !is_current(&connect).await? {
            prepare(folder, &connect, &MIGRATIONS, VERSION).await?;
        }
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
        self.inner.bell.listen(self.clone()).await
    }

    /// The last position of the change log.
    pub(crate) async fn last_seq(&self) -> Result<u64, Error> {
        let seq: i64 = sqlx::query_scalar(sql::LAST_SEQ)
            .fetch_one(self.reader())
            .await
            .map_err(fault::database)?;
        Ok(u64::try_from(seq).unwrap_or(0))
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

fn make_folder(folder: &Path) -> Result<(), Error> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .map_err(|error| fault::file(folder, error))
}

/// Opens a file of the profile for writing, making it (readable by its owner only) if need be.
pub(crate) fn open_file(path: &Path) -> Result<File, Error> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| fault::file(path, error))
}

/// Whether the file has nothing in it yet. Makes it where it doesn't exist, so that it gets its
/// permissions from us and not from SQLite, whose side files take them over.
fn check_header(path: &Path) -> Result<bool, Error> {
    let mut file = open_file(path)?;
    let mut head = Vec::new();
    file.by_ref()
        .take(16)
        .read_to_end(&mut head)
        .map_err(|error| fault::file(path, error))?;
    if head.is_empty() {
        return Ok(true);
    }
    if head == MAGIC {
        return Ok(false);
    }
    Err(foreign(path))
}

fn foreign(path: &Path) -> Error {
    Error::Storage {
        code: Code::DamagedDatabase,
        message: format!(
            "{} is not a database of Calm Orbit. It was left as it is; move it away, or choose another folder with --data-dir.",
            path.display()
        ),
        source: None,
    }
}

/// Whether the file is ours and its schema the one that this version writes. Another process may
/// be making it just now: whatever else it is, is judged under the lock.
async fn is_current(connect: &SqliteConnectOptions) -> Result<bool, Error> {
    let mut connection = connect.connect().await.map_err(fault::database)?;
    let application = number(&mut connection, sql::READ_APPLICATION).await?;
    let version = number(&mut connection, sql::READ_VERSION).await?;
    connection.close().await.map_err(fault::database)?;
    Ok(application == APPLICATION && version == VERSION)
}

async fn number(connection: &mut SqliteConnection, statement: &'static str) -> Result<i64, Error> {
    sqlx::query_scalar(statement)
        .fetch_one(connection)
        .await
        .map_err(fault::database)
}

/// The version of the schema: 0 in an empty file, which is marked as ours.
async fn version(connection: &mut SqliteConnection, path: &Path, known: i64) -> Result<i64, Error> {
    if number(connection, sql::COUNT_TABLES).await? == 0 {
        // Before anything else, so that a file whose making was cut short is not taken for a
        // foreign one.
        sqlx::query(sql::MARK_AS_OURS)
            .execute(connection)
            .await
            .map_err(fault::database)?;
        return Ok(0);
    }
    if number(connection, sql::READ_APPLICATION).await? != APPLICATION {
        return Err(foreign(path));
    }
    let version = number(connection, sql::READ_VERSION).await?;
    if version > known {
        return Err(Error::Storage {
            code: Code::NewerDatabase,
            message: format!(
                "{} was written by a newer version of Calm Orbit (schema {version}; this one knows {known}). Nothing was changed; update Calm Orbit, or choose another folder with --data-dir.",
                path.display()
            ),
            source: None,
        });
    }
    Ok(version)
}

/// Brings the schema up to `known`, one process at a time. An existing file is copied first.
async fn prepare(
    folder: &Path,
    connect: &SqliteConnectOptions,
    migrations: &Migrator,
    known: i64,
) -> Result<(), Error> {
    let lock_path = folder.join("migration.lock");
    let lock = open_file(&lock_path)?;
    let lock = tokio::task::spawn_blocking(move || lock.lock().map(|()| lock))
        .await
        .map_err(fault::damaged)?
        .map_err(|error| fault::file(&lock_path, error))?;
    let mut connection = connect
        .clone()
        .journal_mode(SqliteJournalMode::Wal)
        .connect()
        .await
        .map_err(fault::database)?;
    let found = version(&mut connection, connect.get_filename(), known).await?;
    if found < known {
        if found > 0 {
            copy(folder, &mut connection, found).await?;
        }
        // Not `run`: the future of that one is not `Send` everywhere (sqlx says so beside this one).
        migrations
            .run_direct(None, &mut connection, false)
            .await
            .map_err(|error| match error {
                sqlx::migrate::MigrateError::Execute(error)
                | sqlx::migrate::MigrateError::ExecuteMigration(error, _) => fault::database(error),
                other => fault::damaged(other),
            })?;
    }
    connection.close().await.map_err(fault::database)?;
    drop(lock);
    Ok(())
}

/// Copies the database, as it is before a migration, to `backups/before-version-N.db`.
async fn copy(folder: &Path, connection: &mut SqliteConnection, found: i64) -> Result<(), Error> {
    let backups = folder.join("backups");
    make_folder(&backups)?;
    let path = backups.join(format!("before-version-{}.db", found + 1));
    // A copy that an interrupted migration left is older than what is copied now, and made again.
    if path.exists() {
        fs::remove_file(&path).map_err(|error| fault::file(&path, error))?;
    }
    // Made here, so that it is readable by its owner only; SQLite fills an empty file.
    drop(open_file(&path)?);
    sqlx::query(sql::COPY_INTO)
        .bind(path.to_string_lossy().into_owned())
        .execute(connection)
        .await
        .map_err(fault::database)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use sqlx::migrate::Migrator;
    use sqlx::sqlite::SqliteConnectOptions;
    use sqlx::{ConnectOptions, Connection};
    use task::{Action, Actor, Code, TaskDraft, TaskId, Tasks, View};

    use super::*;

    async fn set_version(folder: &Path, version: &'static str) {
        let mut connection = SqliteConnectOptions::new()
            .filename(folder.join("calm-orbit.db"))
            .connect()
            .await
            .unwrap();
        sqlx::query(version).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    }

    async fn with_a_task(folder: &Path) -> TaskId {
        let store = Store::open(folder, Options::default()).await.unwrap();
        let id = TaskId::fresh(store.now().timestamp());
        let draft = TaskDraft {
            title: "Buy milk".into(),
            ..TaskDraft::default()
        };
        store
            .caller(Actor::Person)
            .apply(Action::AddTask { id, draft })
            .await
            .unwrap();
        store.close().await;
        id
    }

    #[tokio::test]
    async fn a_newer_database_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let id = with_a_task(folder.path()).await;
        set_version(folder.path(), concat!("PRAG", "MA user_version = 99")).await;
        let error = Store::open(folder.path(), Options::default())
            .await
            .err()
            .unwrap();
        assert_eq!(error.code(), Code::NewerDatabase);
        assert!(
            error.to_string().contains("newer version of Calm Orbit"),
            "{error}"
        );
        set_version(folder.path(), concat!("PRAG", "MA user_version = 1")).await;
        let store = Store::open(folder.path(), Options::default())
            .await
            .unwrap();
        let ids = store.caller(Actor::Person).ids(&View::Inbox).await.unwrap();
        assert_eq!(ids, [id]);
    }

    #[tokio::test]
    async fn a_file_that_is_no_database_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("calm-orbit.db");
        fs::write(&path, "Dear diary, today I wrote no code.").unwrap();
        let error = Store::open(folder.path(), Options::default())
            .await
            .err()
            .unwrap();
        assert_eq!(error.code(), Code::DamagedDatabase);
        assert_eq!(
            fs::read_to_string(path).unwrap(),
            "Dear diary, today I wrote no code."
        );
    }

    #[tokio::test]
    async fn a_file_where_the_folder_should_be_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("profile");
        fs::write(&path, "").unwrap();
        let error = Store::open(&path, Options::default()).await.err().unwrap();
        assert_eq!(error.code(), Code::Unavailable);
        assert!(
            error.to_string().contains("profile cannot be used"),
            "{error}"
        );
    }

    #[tokio::test]
    async fn the_file_is_copied_before_a_migration_runs() {
        let folder = tempfile::tempdir().unwrap();
        let id = with_a_task(folder.path()).await;
        let next = tempfile::tempdir().unwrap();
        for file in fs::read_dir(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../migrations/device"
        ))
        .unwrap()
        {
            let file = file.unwrap();
            fs::copy(file.path(), next.path().join(file.file_name())).unwrap();
        }
        let later = concat!(
            "CREATE TABLE later (x INTEGER) STRICT; PRAG",
            "MA user_version = 2;"
        );
        fs::write(next.path().join("9000_later.sql"), later).unwrap();
        let migrations = Migrator::new(next.path()).await.unwrap();
        let connect = SqliteConnectOptions::new().filename(folder.path().join("calm-orbit.db"));
        prepare(folder.path(), &connect, &migrations, 2)
            .await
            .unwrap();

        let copy = folder.path().join("backups/before-version-2.db");
        let restored = tempfile::tempdir().unwrap();
        fs::copy(copy, restored.path().join("calm-orbit.db")).unwrap();
        let store = Store::open(restored.path(), Options::default())
            .await
            .unwrap();
        assert_eq!(
            store.caller(Actor::Person).ids(&View::Inbox).await.unwrap(),
            [id]
        );
        let migrated = Store::open(folder.path(), Options::default())
            .await
            .err()
            .unwrap();
        assert_eq!(migrated.code(), Code::NewerDatabase);
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn only_the_owner_can_read_the_profile() {
        use std::os::unix::fs::PermissionsExt;
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("profile");
        with_a_task(&folder).await;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        for file in fs::read_dir(&folder).unwrap() {
            let path = file.unwrap().path();
            assert_eq!(mode(&path) & 0o077, 0, "{}", path.display());
        }
    }
}
