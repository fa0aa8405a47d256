//! Records as rows: read, and written together with everything that is derived from them.

use sqlx::{Row, SqliteConnection};
use task::{Entity, Error, List, ListId, Record, Task, TaskId};
use uuid::Uuid;

use crate::{fault, sql};

/// The due text of a task without a due date: it sorts after every date.
pub(crate) const NO_DUE: &str = "~";

pub(crate) fn id_of(row: &sqlx::sqlite::SqliteRow, column: &str) -> Result<Uuid, Error> {
    let bytes: &[u8] = row.try_get(column).map_err(fault::database)?;
    Uuid::from_slice(bytes).map_err(fault::damaged)
}

pub(crate) fn record_of(row: &sqlx::sqlite::SqliteRow) -> Result<Record, Error> {
    let text: &str = row.try_get("record").map_err(fault::database)?;
    Record::from_json(text).map_err(fault::damaged)
}

pub(crate) fn task_of(row: &sqlx::sqlite::SqliteRow) -> Result<Task, Error> {
    Ok(Task::from_record(
        TaskId(id_of(row, "id")?),
        &record_of(row)?,
    ))
}

/// The record of an entity; `None` where there is none.
pub(crate) async fn load(
    connection: &mut SqliteConnection,
    entity: Entity,
) -> Result<Option<Record>, Error> {
    let statement = match entity {
        Entity::Task(_) => sql::TASK_RECORD,
        Entity::List(_) => sql::LIST_RECORD,
    };
    let row = sqlx::query(statement)
        .bind(entity.id().as_bytes().as_slice())
        .fetch_optional(connection)
        .await
        .map_err(fault::database)?;
    row.as_ref().map(record_of).transpose()
}

/// All lists that are not in the trash.
pub(crate) async fn lists(connection: &mut SqliteConnection) -> Result<Vec<List>, Error> {
    let rows = sqlx::query(sql::LIVE_LISTS)
        .fetch_all(connection)
        .await
        .map_err(fault::database)?;
    let mut lists = Vec::with_capacity(rows.len());
    for row in &rows {
        let id = ListId(id_of(row, "id")?);
        lists.extend(List::from_record(id, &record_of(row)?));
    }
    Ok(lists)
}

/// Writes the record of an entity and all that is derived from it.
pub(crate) async fn save(
    connection: &mut SqliteConnection,
    entity: Entity,
    record: &Record,
) -> Result<(), Error> {
    match entity {
        Entity::Task(id) => save_task(connection, id, record).await,
        Entity::List(id) => {
            let deleted = record.deleted_at().map(jiff::Timestamp::as_millisecond);
            sqlx::query(sql::SAVE_LIST)
                .bind(id.0.as_bytes().as_slice())
                .bind(record.to_json())
                .bind(deleted)
                .execute(connection)
                .await
                .map_err(fault::database)?;
            Ok(())
        }
    }
}

async fn save_task(
    connection: &mut SqliteConnection,
    id: TaskId,
    record: &Record,
) -> Result<(), Error> {
    let task = Task::from_record(id, record);
    let bytes = id.0.as_bytes().as_slice();
    let row: i64 = sqlx::query_scalar(sql::SAVE_TASK)
        .bind(bytes)
        .bind(record.to_json())
        .bind(task.list.map(|list| list.0.as_bytes().to_vec()))
        .bind(
            task.due
                .as_ref()
                .map_or_else(|| NO_DUE.to_owned(), ToString::to_string),
        )
        .bind(i64::from(task.priority.rank()))
        .bind(task.completed_at.map(jiff::Timestamp::as_millisecond))
        .bind(task.deleted_at.map(jiff::Timestamp::as_millisecond))
        .fetch_one(&mut *connection)
        .await
        .map_err(fault::database)?;
    for statement in [sql::CLEAR_TAGS, sql::CLEAR_TEXT] {
        let query = sqlx::query(statement);
        let query = if statement == sql::CLEAR_TAGS {
            query.bind(bytes)
        } else {
            query.bind(row)
        };
        query
            .execute(&mut *connection)
            .await
            .map_err(fault::database)?;
    }
    for tag in &task.tags {
        sqlx::query(sql::ADD_TAG)
            .bind(tag)
            .bind(bytes)
            .execute(&mut *connection)
            .await
            .map_err(fault::database)?;
    }
    sqlx::query(sql::ADD_TEXT)
        .bind(row)
        .bind(task::text::compose(&task.title))
        .bind(task::text::compose(&task.notes))
        .bind(task.tags.join(" "))
        .execute(connection)
        .await
        .map_err(fault::database)?;
    Ok(())
}
