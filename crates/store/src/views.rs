//! Views, counts and search.

use std::collections::BTreeMap;

use jiff::Zoned;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params, params_from_iter};
use task::{
    Error, ListCount, ListId, Overview, PAGE_LIMIT, Page, Rows, TagCount, Task, TaskId, View,
};
use uuid::Uuid;

use crate::record_rows::{NO_DUE, task_of};
use crate::{Store, fault, record_rows, rows, sql};

/// A text that sorts after all due texts, [`NO_DUE`] among them.
const AFTER_ALL: &str = "~~";

/// The range of due texts of a view that is ordered by due date: from, up to (exclusive).
fn due_range(view: &View, now: &Zoned) -> Result<(String, String), Error> {
    let today = now.date();
    let tomorrow = today.tomorrow().map_err(fault::damaged)?.to_string();
    Ok(match view {
        View::Today => (String::new(), tomorrow),
        View::Upcoming => (tomorrow, NO_DUE.to_owned()),
        _ => (String::new(), AFTER_ALL.to_owned()),
    })
}

/// Where a page begins: the sorted columns of the row before it. As text `due|number|id`.
struct Cursor {
    due: String,
    number: i64,
    id: Vec<u8>,
}

impl Cursor {
    fn read(text: &str) -> Result<Self, Error> {
        let wrong = || {
            Error::invalid("This cursor is not one that a page gave. Begin again without a cursor.")
        };
        let mut parts = text.splitn(3, '|');
        let mut part = || parts.next().ok_or_else(wrong);
        let (due, number, id) = (part()?, part()?, part()?);
        Ok(Self {
            due: due.to_owned(),
            number: number.parse().map_err(|_| wrong())?,
            id: Uuid::parse_str(id)
                .map_err(|_| wrong())?
                .as_bytes()
                .to_vec(),
        })
    }

    /// The cursor after a row of this view.
    fn after(view: &View, row: &Row<'_>) -> Result<String, Error> {
        let number: i64 = match view {
            View::Completed => rows::column(row, "completed")?,
            View::Trash => rows::column(row, "deleted")?,
            _ => rows::column(row, "priority")?,
        };
        let due = rows::text(row, "due")?;
        Ok(format!("{due}|{number}|{}", rows::id(row, "id")?))
    }

    /// Before the first row.
    fn top(view: &View) -> Self {
        match view {
            View::Completed | View::Trash => Self {
                due: String::new(),
                number: i64::MAX,
                id: vec![0xff; 17],
            },
            _ => Self {
                due: String::new(),
                number: 0,
                id: Vec::new(),
            },
        }
    }
}

pub(crate) async fn page(store: &Store, view: &View, page: &Page) -> Result<Rows, Error> {
    let cursor = match &page.after {
        Some(text) => Cursor::read(text)?,
        None => Cursor::top(view),
    };
    let limit = page.limit.clamp(1, PAGE_LIMIT);
    let (statement, mut values): (_, Vec<Value>) = match view {
        View::Inbox => (sql::PAGE_INBOX, vec![cursor.id.into()]),
        View::List { id } => (sql::PAGE_LIST, vec![bytes(*id), cursor.id.into()]),
        View::Tag { name } => (
            sql::PAGE_TAG,
            vec![task::text::tag(name)?.into(), cursor.id.into()],
        ),
        View::Completed => (
            sql::PAGE_COMPLETED,
            vec![cursor.number.into(), cursor.id.into()],
        ),
        View::Trash => (
            sql::PAGE_TRASH,
            vec![cursor.number.into(), cursor.id.into()],
        ),
        View::Today | View::Upcoming | View::Open => {
            let (from, to) = due_range(view, &store.now())?;
            let after = [cursor.due.into(), cursor.number.into(), cursor.id.into()];
            let mut values = vec![from.into(), to.into()];
            values.extend(after);
            (sql::PAGE_DUE, values)
        }
    };
    // One row more tells whether there is a next page.
    values.push(i64::try_from(limit + 1).unwrap_or(i64::MAX).into());
    let view = view.clone();
    store
        .read(move |connection| {
            let mut read = 0;
            let mut next = None;
            let values = params_from_iter(values);
            let mut tasks = rows::query(connection, statement, values, |row| {
                read += 1;
                if read == limit {
                    next = Some(Cursor::after(&view, row)?);
                }
                task_of(row)
            })?;
            if tasks.len() <= limit {
                next = None;
            }
            tasks.truncate(limit);
            Ok(Rows { tasks, next })
        })
        .await
}

fn bytes(id: ListId) -> Value {
    Value::Blob(id.0.as_bytes().to_vec())
}

pub(crate) async fn ids(store: &Store, view: &View) -> Result<Vec<TaskId>, Error> {
    let (statement, values): (_, Vec<Value>) = match view {
        View::Inbox => (sql::IDS_INBOX, Vec::new()),
        View::List { id } => (sql::IDS_LIST, vec![bytes(*id)]),
        View::Tag { name } => (sql::IDS_TAG, vec![task::text::tag(name)?.into()]),
        View::Completed => (sql::IDS_COMPLETED, Vec::new()),
        View::Trash => (sql::IDS_TRASH, Vec::new()),
        View::Today | View::Upcoming | View::Open => {
            let (from, to) = due_range(view, &store.now())?;
            (sql::IDS_DUE, vec![from.into(), to.into()])
        }
    };
    store
        .read(move |connection| {
            rows::query(connection, statement, params_from_iter(values), |row| {
                rows::id(row, "id").map(TaskId)
            })
        })
        .await
}

pub(crate) async fn done_today(store: &Store, view: &View) -> Result<Vec<Task>, Error> {
    let tag = match view {
        View::Upcoming | View::Completed | View::Trash => return Ok(Vec::new()),
        View::Tag { name } => Some(task::text::tag(name)?),
        _ => None,
    };
    let midnight = store.now().start_of_day().map_err(fault::damaged)?;
    let since = midnight.timestamp().as_millisecond();
    let view = view.clone();
    store
        .read(move |connection| {
            let mut tasks = rows::query(connection, sql::COMPLETED_SINCE, [since], task_of)?;
            match view {
                View::Inbox => {
                    let lists = record_rows::lists(connection)?;
                    tasks.retain(|task| lists.iter().all(|list| task.list != Some(list.id)));
                }
                View::List { id } => tasks.retain(|task| task.list == Some(id)),
                _ => tasks.retain(|task| tag.iter().all(|tag| task.tags.contains(tag))),
            }
            Ok(tasks)
        })
        .await
}

pub(crate) async fn overview(store: &Store) -> Result<Overview, Error> {
    let now = store.now();
    store.read(move |connection| count(connection, &now)).await
}

fn count(connection: &Connection, now: &Zoned) -> Result<Overview, Error> {
    let today = now.date().to_string();
    let (_, tomorrow) = due_range(&View::Today, now)?;
    let due = |from: &str, to: &str| {
        rows::query_value(connection, sql::COUNT_DUE, [from, to]).map(unsigned)
    };
    let by_list = rows::query(connection, sql::COUNT_BY_LIST, [], |row| {
        let open = rows::column(row, "open").map(unsigned)?;
        Ok((ListId(rows::id(row, "list")?), open))
    })?;
    let by_list: BTreeMap<ListId, u64> = by_list.into_iter().collect();
    let mut lists: Vec<ListCount> = record_rows::lists(connection)?
        .into_iter()
        .map(|list| ListCount {
            open: by_list.get(&list.id).copied().unwrap_or(0),
            list,
        })
        .collect();
    lists.sort_by_key(|entry| (task::text::fold(&entry.list.name), entry.list.id));
    let tags = rows::query(connection, sql::COUNT_BY_TAG, [], |row| {
        Ok(TagCount {
            name: rows::column(row, "tag")?,
            open: rows::column(row, "open").map(unsigned)?,
        })
    })?;
    Ok(Overview {
        lists,
        tags,
        inbox: rows::query_value(connection, sql::COUNT_INBOX, []).map(unsigned)?,
        today: due("", &tomorrow)?,
        overdue: due("", &today)?,
        upcoming: due(&tomorrow, NO_DUE)?,
        open: due("", AFTER_ALL)?,
    })
}

fn unsigned(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}

/// What was typed, as an FTS5 query: every word, or a word that begins so. Words are quoted, so
/// that FTS5's own operators are plain words here.
fn match_query(text: &str) -> Option<String> {
    let words: Vec<String> = task::text::compose(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(20)
        .map(|word| format!("\"{word}\"*"))
        .collect();
    if words.is_empty() {
        None
    } else {
        Some(words.join(" "))
    }
}

pub(crate) async fn search(store: &Store, text: &str, limit: usize) -> Result<Vec<Task>, Error> {
    let Some(query) = match_query(text) else {
        return Ok(Vec::new());
    };
    let limit = i64::try_from(limit.clamp(1, PAGE_LIMIT)).unwrap_or(1);
    store
        .read(move |connection| {
            rows::query(connection, sql::SEARCH, params![query, limit], task_of)
        })
        .await
}
