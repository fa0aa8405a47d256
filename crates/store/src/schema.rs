//! The schema of the database: what this version writes, and how a file gets there.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use task::{Code, Error};

use crate::files::{make_folder, open_file};
use crate::migrations::{self, Migration};
use crate::pool::{blocking, connect};
use crate::{fault, rows, sql};

/// The file's `application_id`: the letters CALO.
pub(crate) const APPLICATION: i64 = 0x4341_4c4f;
/// What every SQLite file begins with (sqlite.org/fileformat.html).
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Makes the database `file` in `folder`, or brings its schema up to date, unless it is.
/// `patience` is how long to wait for other processes.
///
/// # Errors
/// Where the file is not ours, is newer than this version, or can't be written; it is left as it
/// is then.
pub(crate) async fn bring_up_to_date(
    folder: &Path,
    file: &Path,
    patience: Duration,
) -> Result<(), Error> {
    let place = Place {
        folder: folder.to_owned(),
        file: file.to_owned(),
        patience,
    };
    blocking(move || {
        if is_empty(&place.file)? || !place.is_current()? {
            place.prepare(migrations::ALL)?;
        }
        Ok(())
    })
    .await
}

/// Waits until nobody else makes or replaces the database of a profile; nobody does for as long as
/// what is given back lives.
pub(crate) fn lock(folder: &Path) -> Result<fs::File, Error> {
    let path = folder.join("migration.lock");
    let lock = open_file(&path)?;
    lock.lock().map_err(|error| fault::file(&path, error))?;
    Ok(lock)
}

/// Whether a file with these marks is a database that this version opens.
pub(crate) fn may_open(application: i64, version: i64) -> bool {
    application == APPLICATION && (1..=migrations::newest(migrations::ALL)).contains(&version)
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

/// Where a profile's database is.
struct Place {
    folder: PathBuf,
    file: PathBuf,
    patience: Duration,
}

impl Place {
    /// Whether the file is ours and its schema the one that this version writes. Another process
    /// may be making it just now: whatever else it is, is judged under the lock.
    fn is_current(&self) -> Result<bool, Error> {
        let connection = connect(&self.file, self.patience)?;
        let application = number(&connection, sql::READ_APPLICATION)?;
        let version = number(&connection, sql::READ_VERSION)?;
        Ok(application == APPLICATION && version == migrations::newest(migrations::ALL))
    }

    /// The version of the schema: 0 in an empty file, which is marked as ours.
    fn version(&self, connection: &Connection, known: i64) -> Result<i64, Error> {
        if number(connection, sql::COUNT_TABLES)? == 0 {
            // Before anything else, so that a file whose making was cut short is not taken for a
            // foreign one.
            rows::execute(connection, sql::MARK_AS_OURS, [])?;
            return Ok(0);
        }
        if number(connection, sql::READ_APPLICATION)? != APPLICATION {
            return Err(foreign(&self.file));
        }
        let version = number(connection, sql::READ_VERSION)?;
        if version > known {
            return Err(Error::Storage {
                code: Code::NewerDatabase,
                message: format!(
                    "{} was written by a newer version of Calm Orbit (schema {version}; this one knows {known}). Nothing was changed; update Calm Orbit, or choose another folder with --data-dir.",
                    self.file.display()
                ),
                source: None,
            });
        }
        Ok(version)
    }

    /// Brings the schema up to the last of `migrations`, one process at a time. An existing file
    /// is copied first.
    fn prepare(&self, migrations: &[Migration]) -> Result<(), Error> {
        let lock = lock(&self.folder)?;
        let mut connection = connect(&self.file, self.patience)?;
        rows::query_value::<String>(&connection, sql::USE_WAL, [])?;
        let known = migrations::newest(migrations);
        let found = self.version(&connection, known)?;
        if found < known {
            if found > 0 {
                self.copy(&connection, found)?;
            }
            migrations::run(&mut connection, migrations, found)?;
        }
        // Closed before others get the lock.
        drop(connection);
        drop(lock);
        Ok(())
    }

    /// Copies the database, as it is before a migration, to `backups/before-version-N.db`.
    fn copy(&self, connection: &Connection, found: i64) -> Result<(), Error> {
        let backups = self.folder.join("backups");
        make_folder(&backups)?;
        let path = backups.join(format!("before-version-{}.db", found + 1));
        // A copy that an interrupted migration left is older than what is copied now, and made
        // again.
        if path.exists() {
            fs::remove_file(&path).map_err(|error| fault::file(&path, error))?;
        }
        // Made here, so that it is readable by its owner only; SQLite fills an empty file.
        drop(open_file(&path)?);
        rows::execute(connection, sql::COPY_INTO, [path.to_string_lossy()]).map(drop)
    }
}

fn number(connection: &Connection, statement: &'static str) -> Result<i64, Error> {
    rows::query_value(connection, statement, [])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use task::{Action, Actor, Code, TaskDraft, TaskId, Tasks, View};

    use super::*;
    use crate::{Options, Store};

    fn set_version(folder: &Path, version: i64) {
        let connection = Connection::open(folder.join("calm-orbit.db")).unwrap();
        connection
            .pragma_update(None, sql::VERSION, version)
            .unwrap();
    }

    fn place(folder: &Path) -> Place {
        Place {
            folder: folder.to_owned(),
            file: folder.join("calm-orbit.db"),
            patience: Options::default().patience,
        }
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
            .apply(Action::add(id, draft))
            .await
            .unwrap();
        store.close().await;
        id
    }

    #[tokio::test]
    async fn a_newer_database_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let id = with_a_task(folder.path()).await;
        set_version(folder.path(), 99);
        let error = Store::open(folder.path(), Options::default())
            .await
            .err()
            .unwrap();
        assert_eq!(error.code(), Code::NewerDatabase);
        assert!(
            error.to_string().contains("newer version of Calm Orbit"),
            "{error}"
        );
        set_version(folder.path(), migrations::newest(migrations::ALL));
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
        let known = migrations::newest(migrations::ALL);
        let mut later = migrations::ALL.to_vec();
        later.push(Migration {
            version: known + 1,
            script: "CREATE TABLE later (x INTEGER) STRICT;",
        });
        place(folder.path()).prepare(&later).unwrap();

        let copy = format!("backups/before-version-{}.db", known + 1);
        let copy = folder.path().join(copy);
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

    /// A database as the first version of the program made it, with the table of the library that
    /// ran the migrations then.
    #[tokio::test]
    async fn a_database_of_version_1_opens() {
        let folder = tempfile::tempdir().unwrap();
        let mut first = Connection::open(folder.path().join("calm-orbit.db")).unwrap();
        rows::query_value::<String>(&first, sql::USE_WAL, []).unwrap();
        rows::execute(&first, sql::MARK_AS_OURS, []).unwrap();
        first
            .execute_batch("CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY);")
            .unwrap();
        let only_first = migrations::ALL.get(..1).unwrap();
        migrations::run(&mut first, only_first, 0).unwrap();
        drop(first);

        let id = with_a_task(folder.path()).await;
        let store = Store::open(folder.path(), Options::default())
            .await
            .unwrap();
        let ids = store.caller(Actor::Person).ids(&View::Inbox).await.unwrap();
        assert_eq!(ids, [id]);
        let count = store.read(|connection| number(connection, sql::READ_VERSION));
        assert_eq!(count.await.unwrap(), migrations::newest(migrations::ALL));
    }

    /// The schema changes as a whole or not at all, and can be brought up to date later.
    #[tokio::test]
    async fn a_migration_that_fails_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let id = with_a_task(folder.path()).await;
        let known = migrations::newest(migrations::ALL);
        let mut broken = migrations::ALL.to_vec();
        broken.push(Migration {
            version: known + 1,
            script: "CREATE TABLE later (x INTEGER) STRICT; CREATE TABLE task (x);",
        });
        place(folder.path()).prepare(&broken).unwrap_err();

        let store = Store::open(folder.path(), Options::default())
            .await
            .unwrap();
        let ids = store.caller(Actor::Person).ids(&View::Inbox).await.unwrap();
        assert_eq!(ids, [id]);
        let tables = store.read(|connection| number(connection, sql::COUNT_TABLES));
        let before = tempfile::tempdir().unwrap();
        let fresh = Store::open(before.path(), Options::default())
            .await
            .unwrap();
        let expected = fresh.read(|connection| number(connection, sql::COUNT_TABLES));
        assert_eq!(tables.await.unwrap(), expected.await.unwrap());
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
