//! The schema of the database: what this version writes, and how a file gets there.

use std::fs;
use std::io::Read;
use std::path::Path;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use task::{Code, Error};

use crate::files::{make_folder, open_file};
use crate::{fault, sql};

/// The schema that this version writes; the migrations set it as the file's `user_version`.
const VERSION: i64 = 1;
/// The file's `application_id`: the letters CALO.
const APPLICATION: i64 = 0x4341_4c4f;
/// What every SQLite file begins with (sqlite.org/fileformat.html).
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/device");

/// Makes the database in `folder`, or brings its schema up to date, unless it is.
///
/// # Errors
/// Where the file is not ours, is newer than this version, or can't be written; it is left as it
/// is then.
pub(crate) async fn bring_up_to_date(
    folder: &Path,
    connect: &SqliteConnectOptions,
) -> Result<(), Error> {
    if is_empty(connect.get_filename())? || !is_current(connect).await? {
        prepare(folder, connect, &MIGRATIONS, VERSION).await?;
    }
    Ok(())
}

/// Whether the file has nothing in it yet.
fn is_empty(path: &Path) -> Result<bool, Error> {
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
    use crate::{Options, Store};

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
