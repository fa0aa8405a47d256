//! Views: what each of them shows, in pages, ids and numbers.

use jiff::Zoned;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};
use task::{Due, Error, ListId, PAGE_LIMIT, Page, Progress, Record, Rows, Task, TaskId, View};

use crate::task_row::NEVER;
use crate::view_sql::{BELOW, Look, Order, TAGGED, TASKS};
use crate::{Store, fault, filter_sql, records, rows, sql};

/// What is not in the trash.
pub(crate) const SHOWN: &str = "task.status IN (0, 1, 3)";

/// What a view shows at a time.
pub(crate) fn look(connection: &Connection, view: &View, now: &Zoned) -> Result<Look, Error> {
    let today = now.date().to_string();
    let tomorrow = now.date().tomorrow().map_err(fault::damaged)?.to_string();
    let all = |condition: &str, values: Vec<Value>, order| Look {
        source: TASKS,
        condition: condition.to_owned(),
        values,
        order,
        sorts: false,
    };
    Ok(match view {
        View::Inbox => all(
            "task.list IS NULL AND task.status IN (0, 3) AND task.someday = 0",
            Vec::new(),
            Order::Place,
        ),
        View::Today => all(
            "task.status = 0 AND task.day < ?",
            vec![tomorrow.into()],
            Order::Day,
        ),
        View::Upcoming => all(
            "task.status = 0 AND task.day >= ? AND task.day < ?",
            vec![tomorrow.into(), NEVER.to_owned().into()],
            Order::Day,
        ),
        View::Overdue => all(
            "task.status = 0 AND task.due < ?",
            vec![today.into()],
            Order::Due,
        ),
        View::Someday => all(
            "task.status = 0 AND task.someday = 1",
            Vec::new(),
            Order::Place,
        ),
        View::Open => all("task.status = 0", Vec::new(), Order::Day),
        View::Completed => all("task.status = 1", Vec::new(), Order::Completed),
        View::Trash => all("task.status = 2", Vec::new(), Order::Deleted),
        View::List { id } => all(
            "task.list = ? AND task.status IN (0, 3)",
            vec![Value::Blob(id.0.as_bytes().to_vec())],
            Order::Place,
        ),
        View::Tag { name } => Look {
            source: TAGGED,
            condition: "task_tag.tag = ? AND task_tag.open = 1".to_owned(),
            values: vec![task::text::tag(name)?.into()],
            order: Order::Tagged,
            sorts: false,
        },
        View::Subtasks { id } => Look {
            source: BELOW,
            condition: SHOWN.to_owned(),
            values: vec![Value::Blob(id.0.as_bytes().to_vec())],
            order: Order::Place,
            sorts: false,
        },
        View::Filter { query } => {
            let (condition, values) = filter_sql::compile(connection, query, now)?;
            Look {
                sorts: true,
                ..all(&condition, values, Order::Day)
            }
        }
    })
}

/// A task as it is shown: in the list and below the parent in which it stands.
pub(crate) fn task_of(connection: &Connection, row: &Row<'_>) -> Result<Task, Error> {
    let id = TaskId(rows::id(row, "id")?);
    let record = Record::from_json(rows::text(row, "record")?).map_err(fault::damaged)?;
    let occurrences = if rows::column(row, "recurring")? {
        records::occurrences(connection, id)?
    } else {
        Vec::new()
    };
    let uuid = |name| {
        let bytes: Option<[u8; 16]> = rows::column(row, name)?;
        Ok::<_, Error>(bytes.map(uuid::Uuid::from_bytes))
    };
    let mut task = Task::from_record(id, &record, &occurrences);
    task.list = uuid("list")?.map(ListId);
    task.parent = uuid("parent")?.map(TaskId);
    Ok(task)
}

/// The task with this id, as it is shown.
pub(crate) fn shown(connection: &Connection, id: TaskId) -> Result<Option<Task>, Error> {
    rows::query_first(connection, sql::SHOWN_TASK, [id.0.as_bytes()], |row| {
        task_of(connection, row)
    })
}

/// When a task that repeats is due next, at most `limit` times.
pub(crate) fn next_dues(
    connection: &Connection,
    id: TaskId,
    limit: usize,
) -> Result<Vec<Due>, Error> {
    let Some((_, record)) = records::task(connection, id)? else {
        return Ok(Vec::new());
    };
    let occurrences = records::occurrences(connection, id)?;
    Ok(Task::next_dues(&record, &occurrences, limit))
}

/// How far the subtasks of these tasks are; tasks without subtasks are left out.
pub(crate) fn progress(connection: &Connection, ids: &[TaskId]) -> Result<Vec<Progress>, Error> {
    let mut found = Vec::new();
    for &id in ids {
        let count = |row: &Row<'_>, name| {
            let count: i64 = rows::column(row, name)?;
            Ok::<_, Error>(u64::try_from(count).unwrap_or(0))
        };
        let progress = rows::query_first(connection, sql::PROGRESS, [id.0.as_bytes()], |row| {
            Ok(Progress {
                id,
                subtasks: count(row, "subtasks")?,
                done: count(row, "done")?,
            })
        })?;
        found.extend(progress.filter(|progress| progress.subtasks > 0));
    }
    Ok(found)
}

/// Where a page ends: the sort values of its last row, as a JSON array.
fn cursor(look: &Look, row: &Row<'_>) -> Result<String, Error> {
    let first = row.as_ref().column_count() - look.order.columns().len();
    let mut values = Vec::new();
    for at in first..row.as_ref().column_count() {
        values.push(match row.get(at).map_err(fault::database)? {
            Value::Integer(number) => serde_json::Value::from(number),
            Value::Text(text) => text.into(),
            _ => return Err(fault::damaged("a sort value that is none")),
        });
    }
    Ok(serde_json::Value::from(values).to_string())
}

/// Reads a cursor of a view.
fn read_cursor(look: &Look, text: &str) -> Result<Vec<Value>, Error> {
    let wrong =
        || Error::invalid("This cursor is not one that a page gave. Begin again without a cursor.");
    let values: Vec<serde_json::Value> = serde_json::from_str(text).map_err(|_| wrong())?;
    if values.len() != look.order.columns().len() {
        return Err(wrong());
    }
    values
        .into_iter()
        .map(|value| match (value.as_i64(), value.as_str()) {
            (Some(number), _) => Ok(number.into()),
            (None, Some(text)) => Ok(text.to_owned().into()),
            (None, None) => Err(wrong()),
        })
        .collect()
}

pub(crate) async fn page(store: &Store, view: &View, page: &Page) -> Result<Rows, Error> {
    let (view, page) = (view.clone(), page.clone());
    store
        .look(move |connection, now| {
            let look = look(connection, &view, now)?;
            let limit = page.limit.clamp(1, PAGE_LIMIT);
            let mut values = look.values.clone();
            if let Some(after) = &page.after {
                values.extend(read_cursor(&look, after)?);
            }
            // One row more tells whether there is a next page.
            values.push(i64::try_from(limit + 1).unwrap_or(i64::MAX).into());
            let statement = look.page(page.after.is_some());
            let mut read = 0;
            let mut next = None;
            let mut tasks = rows::query(connection, &statement, params_from_iter(values), |row| {
                read += 1;
                if read == limit {
                    next = Some(cursor(&look, row)?);
                }
                task_of(connection, row)
            })?;
            if tasks.len() <= limit {
                next = None;
            }
            tasks.truncate(limit);
            Ok(Rows { tasks, next })
        })
        .await
}

pub(crate) async fn ids(store: &Store, view: &View) -> Result<Vec<TaskId>, Error> {
    let view = view.clone();
    store
        .look(move |connection, now| {
            let look = look(connection, &view, now)?;
            let values = params_from_iter(look.values.clone());
            rows::query(connection, &look.ids(), values, |row| {
                rows::first_column(row)
                    .map(uuid::Uuid::from_bytes)
                    .map(TaskId)
            })
        })
        .await
}

pub(crate) async fn count(store: &Store, view: &View) -> Result<u64, Error> {
    let view = view.clone();
    store
        .look(move |connection, now| {
            let look = look(connection, &view, now)?;
            let values = params_from_iter(look.values.clone());
            let count: i64 = rows::query_value(connection, &look.count(), values)?;
            Ok(u64::try_from(count).unwrap_or(0))
        })
        .await
}

pub(crate) async fn done_today(store: &Store, view: &View) -> Result<Vec<Task>, Error> {
    let tag = match view {
        View::Inbox | View::Today | View::Open | View::List { .. } => None,
        View::Tag { name } => Some(task::text::tag(name)?),
        _ => return Ok(Vec::new()),
    };
    let view = view.clone();
    store
        .look(move |connection, now| {
            let midnight = now.start_of_day().map_err(fault::damaged)?;
            let since = midnight.timestamp().as_millisecond();
            let mut tasks = rows::query(connection, sql::COMPLETED_SINCE, [since], |row| {
                task_of(connection, row)
            })?;
            match view {
                View::Inbox => tasks.retain(|task| task.list.is_none()),
                View::List { id } => tasks.retain(|task| task.list == Some(id)),
                _ => tasks.retain(|task| tag.iter().all(|tag| task.tags.contains(tag))),
            }
            Ok(tasks)
        })
        .await
}
