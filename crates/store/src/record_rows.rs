//! Records as rows: read, and written together with everything that is derived from them.

use rusqlite::{Connection, Row, params};
use task::{Entity, Error, List, ListId, Record, Task, TaskId};

use crate::{fault, rows, sql};

/// The due text of a task without a due date: it sorts after every date.
pub(crate) const NO_DUE: &str = "~";

pub(crate) fn record_of(row: &Row<'_>) -> Result<Record, Error> {
    Record::from_json(rows::text(row, "record")?).map_err(fault::damaged)
}

pub(crate) fn task_of(row: &Row<'_>) -> Result<Task, Error> {
    let id = TaskId(rows::id(row, "id")?);
    Ok(Task::from_record(id, &record_of(row)?))
}

/// The record of an entity; `None` where there is none.
pub(crate) fn load(connection: &Connection, entity: Entity) -> Result<Option<Record>, Error> {
    let statement = match entity {
        Entity::Task(_) => sql::TASK_RECORD,
        Entity::List(_) => sql::LIST_RECORD,
    };
    rows::query_first(connection, statement, [entity.id().as_bytes()], record_of)
}

/// All lists that are not in the trash.
pub(crate) fn lists(connection: &Connection) -> Result<Vec<List>, Error> {
    let lists = rows::query(connection, sql::LIVE_LISTS, [], |row| {
        let id = ListId(rows::id(row, "id")?);
        Ok(List::from_record(id, &record_of(row)?))
    })?;
    Ok(lists.into_iter().flatten().collect())
}

/// Writes the record of an entity and all that is derived from it.
pub(crate) fn save(connection: &Connection, entity: Entity, record: &Record) -> Result<(), Error> {
    match entity {
        Entity::Task(id) => save_task(connection, id, record),
        Entity::List(id) => {
            let deleted = record.deleted_at().map(jiff::Timestamp::as_millisecond);
            let values = params![id.0.as_bytes(), record.to_json(), deleted];
            rows::execute(connection, sql::SAVE_LIST, values).map(drop)
        }
    }
}

fn save_task(connection: &Connection, id: TaskId, record: &Record) -> Result<(), Error> {
    let task = Task::from_record(id, record);
    let bytes = id.0.as_bytes();
    let due = task.due.as_ref().map(ToString::to_string);
    let row: i64 = rows::query_value(
        connection,
        sql::SAVE_TASK,
        params![
            bytes,
            record.to_json(),
            task.list.map(|list| list.0.into_bytes()),
            due.as_deref().unwrap_or(NO_DUE),
            i64::from(task.priority.rank()),
            task.completed_at.map(jiff::Timestamp::as_millisecond),
            task.deleted_at.map(jiff::Timestamp::as_millisecond),
        ],
    )?;
    rows::execute(connection, sql::CLEAR_TAGS, [bytes])?;
    for tag in &task.tags {
        rows::execute(connection, sql::ADD_TAG, params![tag, bytes])?;
    }
    rows::execute(connection, sql::CLEAR_TEXT, [row])?;
    let words = params![
        row,
        task::text::compose(&task.title),
        task::text::compose(&task.notes),
        task.tags.join(" "),
    ];
    rows::execute(connection, sql::ADD_TEXT, words).map(drop)
}
