//! The chat's threads.

use async_trait::async_trait;
use chatkit::{Item, ItemId, Order, Page, PageRequest, Thread, ThreadId, Threads, ThreadsError};
use rusqlite::types::FromSql;
use rusqlite::{Connection, Params, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Store, fault, rows, sql};

/// Why a transaction on threads ends without a commit.
enum Refusal {
    Threads(ThreadsError),
    Storage(task::Error),
}

impl From<ThreadsError> for Refusal {
    fn from(error: ThreadsError) -> Self {
        Self::Threads(error)
    }
}

impl From<task::Error> for Refusal {
    fn from(error: task::Error) -> Self {
        Self::Storage(error)
    }
}

impl From<Refusal> for ThreadsError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Threads(error) => error,
            Refusal::Storage(error) => Self::storage(error),
        }
    }
}

fn to_json(value: &impl Serialize) -> Result<String, ThreadsError> {
    serde_json::to_string(value).map_err(ThreadsError::storage)
}

/// The threads or items that a statement gives, as JSON in its first column.
fn parsed<T: DeserializeOwned>(
    connection: &Connection,
    statement: &'static str,
    params: impl Params,
) -> Result<Vec<T>, task::Error> {
    rows::query(connection, statement, params, |row| {
        serde_json::from_str(&rows::first_column::<String>(row)?).map_err(fault::damaged)
    })
}

/// The value of the first column of the first row, if there is one.
fn value<T: FromSql>(
    connection: &Connection,
    statement: &'static str,
    params: impl Params,
) -> Result<Option<T>, task::Error> {
    rows::query_first(connection, statement, params, rows::first_column)
}

/// As many rows as are asked for, and one more, which tells that more follow.
fn one_more(page: &PageRequest) -> i64 {
    i64::try_from(page.limit.saturating_add(1)).unwrap_or(i64::MAX)
}

/// The thread itself, or that it doesn't exist.
fn thread(connection: &Connection, id: &ThreadId) -> Result<Thread, Refusal> {
    let found = parsed(connection, sql::THREAD, [id.as_str()])?.pop();
    Ok(found.ok_or_else(|| ThreadsError::NotFound(format!("thread {id}")))?)
}

/// The place of an item in its thread.
fn place(connection: &Connection, thread: &ThreadId, id: &str) -> Result<Option<i64>, Refusal> {
    Ok(value(connection, sql::ITEM_PLACE, [thread.as_str(), id])?)
}

fn no_item(id: &ItemId) -> Refusal {
    ThreadsError::NotFound(format!("item {id}")).into()
}

fn unknown_cursor(after: &str) -> Refusal {
    ThreadsError::UnknownCursor(after.to_owned()).into()
}

fn threads(connection: &Connection, page: &PageRequest) -> Result<Page<Thread>, Refusal> {
    let (created_at, id) = match &page.after {
        Some(after) => {
            let created_at: Option<i64> = value(connection, sql::THREAD_PLACE, [after])?;
            let created_at = created_at.ok_or_else(|| unknown_cursor(after))?;
            (created_at, after.as_str())
        }
        None if page.order == Order::Asc => (i64::MIN, ""),
        None => (i64::MAX, ""),
    };
    let statement = match page.order {
        Order::Asc => sql::THREADS_ASC,
        Order::Desc => sql::THREADS_DESC,
    };
    let values = params![created_at, id, one_more(page)];
    let threads = parsed(connection, statement, values)?;
    Ok(Page::from_rows(threads, page.limit, |thread: &Thread| {
        thread.id.to_string()
    }))
}

fn items(
    connection: &Connection,
    id: &ThreadId,
    page: &PageRequest,
) -> Result<Page<Item>, Refusal> {
    thread(connection, id)?;
    let from = match &page.after {
        Some(after) => place(connection, id, after)?.ok_or_else(|| unknown_cursor(after))?,
        None if page.order == Order::Asc => i64::MIN,
        None => i64::MAX,
    };
    let statement = match page.order {
        Order::Asc => sql::ITEMS_ASC,
        Order::Desc => sql::ITEMS_DESC,
    };
    let values = params![id.as_str(), from, one_more(page)];
    let items = parsed(connection, statement, values)?;
    Ok(Page::from_rows(items, page.limit, |item: &Item| {
        item.id.to_string()
    }))
}

impl Store {
    async fn write_threads<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, ThreadsError> {
        Ok(self.write(work).await?)
    }

    async fn read_threads<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, ThreadsError> {
        Ok(self.read(work).await?)
    }
}

#[async_trait]
impl Threads for Store {
    async fn create_thread(&self, thread: &Thread) -> Result<(), ThreadsError> {
        let (thread, json) = (thread.clone(), to_json(thread)?);
        self.write_threads(move |connection| {
            let created_at = thread.created_at.as_microsecond();
            let values = params![thread.id.as_str(), created_at, json];
            if rows::execute(connection, sql::ADD_THREAD, values)? == 0 {
                return Err(ThreadsError::AlreadyExists(format!("thread {}", thread.id)).into());
            }
            Ok(())
        })
        .await
    }

    async fn thread(&self, id: &ThreadId) -> Result<Thread, ThreadsError> {
        let id = id.clone();
        self.read_threads(move |connection| thread(connection, &id))
            .await
    }

    async fn threads(&self, page: &PageRequest) -> Result<Page<Thread>, ThreadsError> {
        let page = page.clone();
        self.read_threads(move |connection| threads(connection, &page))
            .await
    }

    async fn update_thread(&self, changed: &Thread) -> Result<(), ThreadsError> {
        let mut changed = changed.clone();
        self.write_threads(move |connection| {
            changed.created_at = thread(connection, &changed.id)?.created_at;
            let values = [changed.id.as_str(), &to_json(&changed)?];
            rows::execute(connection, sql::SET_THREAD, values)?;
            Ok(())
        })
        .await
    }

    async fn delete_thread(&self, id: &ThreadId) -> Result<(), ThreadsError> {
        let id = id.clone();
        self.write_threads(move |connection| {
            thread(connection, &id)?;
            rows::execute(connection, sql::DELETE_THREAD, [id.as_str()])?;
            Ok(())
        })
        .await
    }

    async fn save_item(&self, item: &Item) -> Result<(), ThreadsError> {
        let (in_thread, id, json) = (item.thread_id.clone(), item.id.clone(), to_json(item)?);
        self.write_threads(move |connection| {
            thread(connection, &in_thread)?;
            let values = [in_thread.as_str(), id.as_str(), &json];
            rows::execute(connection, sql::SAVE_ITEM, values)?;
            Ok(())
        })
        .await
    }

    async fn item(&self, thread: &ThreadId, id: &ItemId) -> Result<Item, ThreadsError> {
        let (thread, id) = (thread.clone(), id.clone());
        self.read_threads(move |connection| {
            let found = parsed(connection, sql::ITEM, [thread.as_str(), id.as_str()])?.pop();
            found.ok_or_else(|| no_item(&id))
        })
        .await
    }

    async fn items(&self, id: &ThreadId, page: &PageRequest) -> Result<Page<Item>, ThreadsError> {
        let (id, page) = (id.clone(), page.clone());
        self.read_threads(move |connection| items(connection, &id, &page))
            .await
    }

    async fn delete_item(&self, thread: &ThreadId, id: &ItemId) -> Result<(), ThreadsError> {
        let (thread, id) = (thread.clone(), id.clone());
        self.write_threads(move |connection| {
            let values = [thread.as_str(), id.as_str()];
            if rows::execute(connection, sql::DELETE_ITEM, values)? == 0 {
                return Err(no_item(&id));
            }
            Ok(())
        })
        .await
    }

    async fn delete_items_after(
        &self,
        thread: &ThreadId,
        id: &ItemId,
    ) -> Result<Vec<Item>, ThreadsError> {
        let (thread, id) = (thread.clone(), id.clone());
        self.write_threads(move |connection| {
            let from = place(connection, &thread, id.as_str())?.ok_or_else(|| no_item(&id))?;
            let after = params![thread.as_str(), from, i64::MAX];
            let items = parsed(connection, sql::ITEMS_ASC, after)?;
            let after = params![thread.as_str(), from];
            rows::execute(connection, sql::DELETE_ITEMS_AFTER, after)?;
            Ok(items)
        })
        .await
    }
}
