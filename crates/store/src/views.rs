//! Views, counts and search.

use jiff::Zoned;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use task::{
    Error, List, ListCount, Overview, PAGE_LIMIT, Page, Rows, TagCount, Task, TaskId, View,
};
use uuid::Uuid;

use crate::record_rows::{NO_DUE, id_of, task_of};
use crate::{Store, fault, record_rows, sql};

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
    fn after(view: &View, row: &SqliteRow) -> Result<String, Error> {
        let number = match view {
            View::Completed => row.try_get("completed"),
            View::Trash => row.try_get("deleted"),
            _ => row.try_get("priority"),
        };
        let number: i64 = number.map_err(fault::database)?;
        let due: &str = row.try_get("due").map_err(fault::database)?;
        Ok(format!("{due}|{number}|{}", id_of(row, "id")?))
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
    // One row more tells whether there is a next page.
    let fetched = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = match view {
        View::Inbox => sqlx::query(sql::PAGE_INBOX).bind(cursor.id),
        View::List { id } => sqlx::query(sql::PAGE_LIST)
            .bind(id.0.as_bytes().to_vec())
            .bind(cursor.id),
        View::Tag { name } => sqlx::query(sql::PAGE_TAG)
            .bind(task::text::tag(name)?)
            .bind(cursor.id),
        View::Completed => sqlx::query(sql::PAGE_COMPLETED)
            .bind(cursor.number)
            .bind(cursor.id),
        View::Trash => sqlx::query(sql::PAGE_TRASH)
            .bind(cursor.number)
            .bind(cursor.id),
        View::Today | View::Upcoming | View::Open => {
            let (from, to) = due_range(view, &store.now())?;
            sqlx::query(sql::PAGE_DUE)
                .bind(from)
                .bind(to)
                .bind(cursor.due)
                .bind(cursor.number)
                .bind(cursor.id)
        }
    };
    let rows = query
        .bind(fetched)
        .fetch_all(store.reader())
        .await
        .map_err(fault::database)?;
    let next = if rows.len() > limit {
        rows.get(limit - 1)
            .map(|row| Cursor::after(view, row))
            .transpose()?
    } else {
        None
    };
    let tasks = rows
        .iter()
        .take(limit)
        .map(task_of)
        .collect::<Result<_, _>>()?;
    Ok(Rows { tasks, next })
}

pub(crate) async fn ids(store: &Store, view: &View) -> Result<Vec<TaskId>, Error> {
    let query = match view {
        View::Inbox => sqlx::query(sql::IDS_INBOX),
        View::List { id } => sqlx::query(sql::IDS_LIST).bind(id.0.as_bytes().to_vec()),
        View::Tag { name } => sqlx::query(sql::IDS_TAG).bind(task::text::tag(name)?),
        View::Completed => sqlx::query(sql::IDS_COMPLETED),
        View::Trash => sqlx::query(sql::IDS_TRASH),
        View::Today | View::Upcoming | View::Open => {
            let (from, to) = due_range(view, &store.now())?;
            sqlx::query(sql::IDS_DUE).bind(from).bind(to)
        }
    };
    let rows = query
        .fetch_all(store.reader())
        .await
        .map_err(fault::database)?;
    rows.iter()
        .map(|row| id_of(row, "id").map(TaskId))
        .collect()
}

pub(crate) async fn done_today(store: &Store, view: &View) -> Result<Vec<Task>, Error> {
    if matches!(view, View::Upcoming | View::Completed | View::Trash) {
        return Ok(Vec::new());
    }
    let midnight = store.now().start_of_day().map_err(fault::damaged)?;
    let rows = sqlx::query(sql::COMPLETED_SINCE)
        .bind(midnight.timestamp().as_millisecond())
        .fetch_all(store.reader())
        .await
        .map_err(fault::database)?;
    let mut tasks = rows.iter().map(task_of).collect::<Result<Vec<_>, _>>()?;
    match view {
        View::Inbox => {
            let mut reader = store.reader().acquire().await.map_err(fault::database)?;
            let lists = record_rows::lists(&mut reader).await?;
            tasks.retain(|task| lists.iter().all(|list| task.list != Some(list.id)));
        }
        View::List { id } => tasks.retain(|task| task.list == Some(*id)),
        View::Tag { name } => {
            let name = task::text::tag(name)?;
            tasks.retain(|task| task.tags.contains(&name));
        }
        _ => {}
    }
    Ok(tasks)
}

pub(crate) async fn overview(store: &Store) -> Result<Overview, Error> {
    // One read transaction, so that the counts fit one another.
    let mut reader = store.reader().begin().await.map_err(fault::database)?;
    let now = store.now();
    let today = now.date().to_string();
    let (_, tomorrow) = due_range(&View::Today, &now)?;
    let mut counts = [0_u64; 4];
    let ranges = [
        ("", AFTER_ALL),
        ("", tomorrow.as_str()),
        ("", today.as_str()),
        (tomorrow.as_str(), NO_DUE),
    ];
    for (count, (from, to)) in counts.iter_mut().zip(ranges) {
        let found: i64 = sqlx::query_scalar(sql::COUNT_DUE)
            .bind(from)
            .bind(to)
            .fetch_one(&mut *reader)
            .await
            .map_err(fault::database)?;
        *count = u64::try_from(found).unwrap_or(0);
    }
    let [open, today, overdue, upcoming] = counts;
    let inbox: i64 = sqlx::query_scalar(sql::COUNT_INBOX)
        .fetch_one(&mut *reader)
        .await
        .map_err(fault::database)?;
    let by_list: Vec<(Vec<u8>, i64)> = sqlx::query_as(sql::COUNT_BY_LIST)
        .fetch_all(&mut *reader)
        .await
        .map_err(fault::database)?;
    let by_tag: Vec<(String, i64)> = sqlx::query_as(sql::COUNT_BY_TAG)
        .fetch_all(&mut *reader)
        .await
        .map_err(fault::database)?;
    let lists = record_rows::lists(&mut reader).await?;
    let mut lists: Vec<ListCount> = lists
        .into_iter()
        .map(|list: List| {
            let open = by_list
                .iter()
                .find(|(id, _)| id.as_slice() == list.id.0.as_bytes());
            ListCount {
                open: open.map_or(0, |(_, n)| u64::try_from(*n).unwrap_or(0)),
                list,
            }
        })
        .collect();
    lists.sort_by_key(|entry| (task::text::fold(&entry.list.name), entry.list.id));
    let tags = by_tag
        .into_iter()
        .map(|(name, open)| TagCount {
            name,
            open: u64::try_from(open).unwrap_or(0),
        })
        .collect();
    let inbox = u64::try_from(inbox).unwrap_or(0);
    Ok(Overview {
        lists,
        tags,
        inbox,
        today,
        overdue,
        upcoming,
        open,
    })
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
    let rows = sqlx::query(sql::SEARCH)
        .bind(query)
        .bind(i64::try_from(limit.clamp(1, PAGE_LIMIT)).unwrap_or(1))
        .fetch_all(store.reader())
        .await
        .map_err(fault::database)?;
    rows.iter().map(task_of).collect()
}
