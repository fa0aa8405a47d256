//! Connections to the one file, opened when they are first needed and kept.
//!
//! SQLite blocks, so work runs on Tokio's threads for blocking work: a whole transaction is one
//! closure there. Who waits for a connection waits without a thread.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use task::{Code, Error};
use tokio::sync::Semaphore;

use crate::{fault, rows, sql};

/// Room for every statement of [`crate::sql`], so that none is compiled twice.
const STATEMENTS: usize = 128;
/// SQLite counts its patience in milliseconds of 31 bits.
pub(crate) const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// Opens a connection with the settings that hold for all of them. `patience` is how long it waits
/// for other processes.
pub(crate) fn connect(file: &Path, patience: Duration) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags).map_err(fault::database)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // A statement is compiled once, whatever is bound to it.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(fault::database)?;
    connection
        .busy_timeout(patience.min(LONGEST))
        .map_err(fault::database)?;
    rows::execute(&connection, sql::KEEP_REFERENCES, [])?;
    rows::execute(&connection, sql::KEEP_DURABLE, [])?;
    rows::execute(&connection, sql::KEEP_PAGES, [])?;
    Ok(connection)
}

/// A few connections that are used in turns.
pub(crate) struct Pool {
    file: PathBuf,
    patience: Duration,
    size: u32,
    query_only: bool,
    free: Arc<Semaphore>,
    idle: Mutex<Vec<Connection>>,
}

impl Pool {
    /// The one connection that writes.
    pub(crate) fn of_writer(file: &Path, patience: Duration) -> Arc<Self> {
        Self::new(file, patience, 1, false)
    }

    /// The connections that read; SQLite refuses to write through them.
    pub(crate) fn of_readers(file: &Path, patience: Duration) -> Arc<Self> {
        Self::new(file, patience, 3, true)
    }

    fn new(file: &Path, patience: Duration, size: u32, query_only: bool) -> Arc<Self> {
        Arc::new(Self {
            file: file.to_owned(),
            patience,
            size,
            query_only,
            free: Arc::new(Semaphore::new(size as usize)),
            idle: Mutex::default(),
        })
    }

    /// Does `work` with a connection that nobody else uses meanwhile.
    ///
    /// Work that has begun runs to its end, also when the caller is dropped: a transaction is then
    /// committed or rolled back by its own rules, never left half done.
    ///
    /// # Errors
    /// Those of `work`; `busy` where no connection comes free within the patience and five seconds
    /// more; that the file can't be opened.
    pub(crate) async fn run<T, E>(
        self: &Arc<Self>,
        work: impl FnOnce(&mut Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let patience = self.patience.min(LONGEST) + Duration::from_secs(5);
        let permit = tokio::time::timeout(patience, self.free.clone().acquire_owned())
            .await
            .map_err(|_| fault::storage(Code::Busy, "no connection came free"))?
            .map_err(fault::internal)?;
        let pool = self.clone();
        blocking(move || {
            let mut connection = pool.take()?;
            let done = work(&mut connection);
            // One whose transaction could not even be rolled back is closed.
            if connection.is_autocommit() {
                pool.idle().push(connection);
            }
            drop(permit);
            done
        })
        .await
    }

    fn take(&self) -> Result<Connection, Error> {
        if let Some(connection) = self.idle().pop() {
            return Ok(connection);
        }
        let connection = connect(&self.file, self.patience)?;
        if self.query_only {
            rows::execute(&connection, sql::READ_ONLY, [])?;
        }
        Ok(connection)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        // A list of connections can't be left half changed.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for work that has begun, then closes the connections; nothing runs afterwards.
    pub(crate) async fn close(self: &Arc<Self>) {
        let all = self.free.acquire_many(self.size).await;
        self.free.close();
        drop(all);
        let pool = self.clone();
        // The last connection to close writes the WAL back into the file.
        let closed = blocking(move || {
            pool.idle().clear();
            Ok::<_, Error>(())
        });
        if let Err(error) = closed.await {
            tracing::warn!(%error, "the database could not be closed");
        }
    }
}

/// Runs `work` where it may block.
pub(crate) async fn blocking<T, E>(
    work: impl FnOnce() -> Result<T, E> + Send + 'static,
) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    tokio::task::spawn_blocking(work)
        .await
        .map_err(fault::internal)?
}
