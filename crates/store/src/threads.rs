//! The chat's threads.

use async_trait::async_trait;
use chatkit::{Item, ItemId, Order, Page, PageRequest, Thread, ThreadId, Threads, ThreadsError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::SqliteConnection;

use crate::{Store, sql};

fn to_json(value: &impl Serialize) -> Result<String, ThreadsError> {
    serde_json::to_string(value).map_err(ThreadsError::storage)
}

fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, ThreadsError> {
    serde_json::from_str(text).map_err(ThreadsError::storage)
}

/// As many rows as are asked for, and one more, which tells that more follow.
fn one_more(page: &PageRequest) -> i64 {
    i64::try_from(page.limit.saturating_add(1)).unwrap_or(i64::MAX)
}

/// The thread itself, or that it doesn't exist.
async fn thread(connection: &mut SqliteConnection, id: &ThreadId) -> Result<Thread, ThreadsError> {
    let found: Option<String> = sqlx::query_scalar(sql::THREAD)
        .bind(id.as_str())
        .fetch_optional(connection)
        .await
        .map_err(ThreadsError::storage)?;
    from_json(&found.ok_or_else(|| ThreadsError::NotFound(format!("thread {id}")))?)
}

/// The place of an item in its thread.
async fn place(
    connection: &mut SqliteConnection,
    thread: &ThreadId,
    id: &str,
) -> Result<Option<i64>, ThreadsError> {
    sqlx::query_scalar(sql::ITEM_PLACE)
        .bind(thread.as_str())
        .bind(id)
        .fetch_optional(connection)
        .await
        .map_err(ThreadsError::storage)
}

fn no_item(id: &ItemId) -> ThreadsError {
    ThreadsError::NotFound(format!("item {id}"))
}

impl Store {
    async fn begin_threads(&self) -> Result<sqlx::SqliteTransaction<'static>, ThreadsError> {
        self.write().await.map_err(ThreadsError::storage)
    }

    async fn read_threads(&self) -> Result<sqlx::SqliteTransaction<'static>, ThreadsError> {
        self.reader().begin().await.map_err(ThreadsError::storage)
    }
}

async fn commit(transaction: sqlx::SqliteTransaction<'static>) -> Result<(), ThreadsError> {
    transaction.commit().await.map_err(ThreadsError::storage)
}

#[async_trait]
impl Threads for Store {
    async fn create_thread(&self, thread: &Thread) -> Result<(), ThreadsError> {
        let mut transaction = self.begin_threads().await?;
        let added = sqlx::query(sql::ADD_THREAD)
            .bind(thread.id.as_str())
            .bind(thread.created_at.as_microsecond())
            .bind(to_json(thread)?)
            .execute(&mut *transaction)
            .await
            .map_err(ThreadsError::storage)?;
        if added.rows_affected() == 0 {
            return Err(ThreadsError::AlreadyExists(format!("thread {}", thread.id)));
        }
        commit(transaction).await
    }

    async fn thread(&self, id: &ThreadId) -> Result<Thread, ThreadsError> {
        thread(&mut *self.read_threads().await?, id).await
    }

    async fn threads(&self, page: &PageRequest) -> Result<Page<Thread>, ThreadsError> {
        let mut transaction = self.read_threads().await?;
        let (created_at, id) = match &page.after {
            Some(after) => {
                let found: Option<i64> = sqlx::query_scalar(sql::THREAD_PLACE)
                    .bind(after)
                    .fetch_optional(&mut *transaction)
                    .await
                    .map_err(ThreadsError::storage)?;
                let created_at = found.ok_or_else(|| ThreadsError::UnknownCursor(after.clone()))?;
                (created_at, after.as_str())
            }
            None if page.order == Order::Asc => (i64::MIN, ""),
            None => (i64::MAX, ""),
        };
        let statement = match page.order {
            Order::Asc => sql::THREADS_ASC,
            Order::Desc => sql::THREADS_DESC,
        };
        let rows: Vec<String> = sqlx::query_scalar(statement)
            .bind(created_at)
            .bind(id)
            .bind(one_more(page))
            .fetch_all(&mut *transaction)
            .await
            .map_err(ThreadsError::storage)?;
        let threads = rows
            .iter()
            .map(|row| from_json(row))
            .collect::<Result<Vec<Thread>, _>>()?;
        Ok(Page::from_rows(threads, page.limit, |thread| {
            thread.id.to_string()
        }))
    }

    async fn update_thread(&self, changed: &Thread) -> Result<(), ThreadsError> {
        let mut transaction = self.begin_threads().await?;
        let known = thread(&mut transaction, &changed.id).await?;
        let changed = Thread {
            created_at: known.created_at,
            ..changed.clone()
        };
        sqlx::query(sql::SET_THREAD)
            .bind(changed.id.as_str())
            .bind(to_json(&changed)?)
            .execute(&mut *transaction)
            .await
            .map_err(ThreadsError::storage)?;
        commit(transaction).await
    }

    async fn delete_thread(&self, id: &ThreadId) -> Result<(), ThreadsError> {
        let mut transaction = self.begin_threads().await?;
        thread(&mut transaction, id).await?;
        sqlx::query(sql::DELETE_THREAD)
            .bind(id.as_str())
            .execute(&mut *transaction)
            .await
            .map_err(ThreadsError::storage)?;
        commit(transaction).await
    }

    async fn save_item(&self, item: &Item) -> Result<(), ThreadsError> {
        let mut transaction = self.begin_threads().await?;
        thread(&mut transaction, &item.thread_id).await?;
        sqlx::query(sql::SAVE_ITEM)
            .bind(item.thread_id.as_str())
            .bind(item.id.as_str())
            .bind(to_json(item)?)
            .execute(&mut *transaction)
            .await
            .map_err(ThreadsError::storage)?;
        commit(transaction).await
    }

    async fn item(&self, thread: &ThreadId, id: &ItemId) -> Result<Item, ThreadsError> {
        let mut transaction = self.read_threads().await?;
        let found: Option<String> = sqlx::query_scalar(sql::ITEM)
            .bind(thread.as_str())
            .bind(id.as_str())
            .fetch_optional(&mut *transaction)
            .await
            .map_err(ThreadsError::storage)?;
        from_json(&found.ok_or_else(|| no_item(id))?)
    }

    async fn items(&self, id: &ThreadId, page: &PageRequest) -> Result<Page<Item>, ThreadsError> {
        let mut transaction = self.read_threads().await?;
        thread(&mut transaction, id).await?;
        let from = match &page.after {
            Some(after) => place(&mut transaction, id, after)
                .await?
                .ok_or_else(|| ThreadsError::UnknownCursor(after.clone()))?,
            None if page.order == Order::Asc => i64::MIN,
            None => i64::MAX,
        };
        let statement = match page.order {
            Order::Asc => sql::ITEMS_ASC,
            Order::Desc => sql::ITEMS_DESC,
        };
        let rows: Vec<String> = sqlx::query_scalar(statement)
            .bind(id.as_str())
            .bind(from)
            .bind(one_more(page))
            .fetch_all(&mut *transaction)
            .await
            .map_err(ThreadsError::storage)?;
        let items = rows
            .iter()
            .map(|row| from_json(row))
            .collect::<Result<Vec<Item>, _>>()?;
        Ok(Page::from_rows(items, page.limit, |item| {
            item.id.to_string()
        }))
    }

    async fn delete_item(&self, thread: &ThreadId, id: &ItemId) -> Result<(), ThreadsError> {
        let mut transaction = self.begin_threads().await?;
        let deleted = sqlx::query(sql::DELETE_ITEM)
            .bind(thread.as_str())
            .bind(id.as_str())
            .execute(&mut *transaction)
            .await
            .map_err(ThreadsError::storage)?;
        if deleted.rows_affected() == 0 {
            return Err(no_item(id));
        }
        commit(transaction).await
    }

    async fn delete_items_after(
        &self,
        thread: &ThreadId,
        id: &ItemId,
    ) -> Result<Vec<Item>, ThreadsError> {
        let mut transaction = self.begin_threads().await?;
        let from = place(&mut transaction, thread, id.as_str())
            .await?
            .ok_or_else(|| no_item(id))?;
        let rows: Vec<String> = sqlx::query_scalar(sql::ITEMS_ASC)
            .bind(thread.as_str())
            .bind(from)
            .bind(i64::MAX)
            .fetch_all(&mut *transaction)
            .await
            .map_err(ThreadsError::storage)?;
        let items = rows
            .iter()
            .map(|row| from_json(row))
            .collect::<Result<Vec<Item>, _>>()?;
        sqlx::query(sql::DELETE_ITEMS_AFTER)
            .bind(thread.as_str())
            .bind(from)
            .execute(&mut *transaction)
            .await
            .map_err(ThreadsError::storage)?;
        commit(transaction).await?;
        Ok(items)
    }
}
