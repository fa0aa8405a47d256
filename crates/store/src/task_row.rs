//! The row of a task that the views look at: all of it follows from records, and one function says
//! how.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::{Connection, Row, params};
use task::{
    Due, Error, List, ListId, Occurrence, Record, Start, Task, TaskId, field, position, tree,
};
use uuid::Uuid;

use crate::{rows, sql};

/// What stands where there is no day: it sorts after every date.
pub(crate) const NEVER: &str = "~";

/// What becomes of a task in the views.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Open = 0,
    Completed = 1,
    Deleted = 2,
    /// Open, in an archived list.
    Archived = 3,
    /// Gone from the trash; only its tombstone is kept.
    Purged = 4,
}

/// A row of the table `task`, but for its number and id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TaskRow {
    pub(crate) status: i64,
    pub(crate) list: Option<[u8; 16]>,
    pub(crate) parent: Option<[u8; 16]>,
    pub(crate) path: String,
    pub(crate) day: String,
    pub(crate) due: String,
    pub(crate) start: Option<String>,
    pub(crate) deadline: Option<String>,
    pub(crate) priority: i64,
    pub(crate) someday: bool,
    pub(crate) recurring: bool,
    pub(crate) reminded: bool,
    pub(crate) noted: bool,
    pub(crate) zoned: bool,
    pub(crate) created: i64,
    pub(crate) completed: Option<i64>,
    pub(crate) deleted: Option<i64>,
    pub(crate) created_by: String,
    pub(crate) written_list: Option<[u8; 16]>,
    pub(crate) written_parent: Option<[u8; 16]>,
}

/// What a task's row follows from beside its own record.
pub(crate) struct Around<'a> {
    /// The records of the task itself and of all above it.
    pub(crate) records: &'a BTreeMap<TaskId, Record>,
    /// The lists that these records name; `None` where it is gone or in the trash.
    pub(crate) lists: &'a BTreeMap<ListId, Option<List>>,
    /// What became of its occurrences.
    pub(crate) occurrences: &'a [Occurrence],
    /// The zone in which the person is.
    pub(crate) zone: &'a TimeZone,
}

/// The part of a path that a task itself adds. Among equal positions the id decides; the dot sorts
/// before all digits of a position, and the slash between the parts right after it, so that what
/// is below a task follows it directly.
fn step(id: TaskId, record: &Record) -> String {
    let place = position::of(id.0, record);
    if place == position::by_id(id.0) {
        place
    } else {
        format!("{place}.{}", id.0.simple())
    }
}

/// A due date as it is in `zone`, as text.
fn due_text(due: &Due, zone: &TimeZone) -> String {
    let here = match due {
        Due::In(..) => due
            .timestamp(zone)
            .map(|at| Due::At(at.to_zoned(zone.clone()).datetime())),
        Due::Day(_) | Due::At(_) => None,
    };
    here.as_ref().unwrap_or(due).to_string()
}

impl TaskRow {
    /// The row of a task, and the task as it is shown.
    pub(crate) fn derive(id: TaskId, around: &Around<'_>) -> (Self, Task) {
        let empty = Record::default();
        let record = around.records.get(&id).unwrap_or(&empty);
        let mut task = Task::from_record(id, record, around.occurrences);
        let (written_list, written_parent) = (task.list, task.parent);

        let above = tree::ancestors(id, around.records);
        let root = above.last().copied().unwrap_or(id);
        task.parent = above.first().copied();
        task.list = around
            .records
            .get(&root)
            .and_then(|root| root.value(field::LIST).as_str())
            .and_then(|list| list.parse().ok())
            .filter(|list| matches!(around.lists.get(list), Some(Some(_))));
        let archived = task
            .list
            .and_then(|list| around.lists.get(&list)?.as_ref())
            .is_some_and(|list| list.archived_at.is_some());

        let mut path = String::new();
        for ancestor in above.iter().rev() {
            if let Some(record) = around.records.get(ancestor) {
                path.push_str(&step(*ancestor, record));
                path.push('/');
            }
        }
        path.push_str(&step(id, record));

        let due = task.due.as_ref().map(|due| due_text(due, around.zone));
        let begin = match task.start {
            Some(Start::Day(day)) => Some(day.to_string()),
            Some(Start::Someday) | None => None,
        };
        let day = match (&due, begin) {
            (Some(due), Some(begin)) => begin.min(due.clone()),
            (Some(due), None) => due.clone(),
            (None, Some(begin)) => begin,
            (None, None) => NEVER.to_owned(),
        };
        let status = if task.deleted_at.is_some() {
            if record.value(field::CREATED_AT).is_null() {
                Status::Purged
            } else {
                Status::Deleted
            }
        } else if task.completed_at.is_some() {
            Status::Completed
        } else if archived {
            Status::Archived
        } else {
            Status::Open
        };
        let row = Self {
            status: status as i64,
            list: task.list.map(|list| list.0.into_bytes()),
            parent: task.parent.map(|parent| parent.0.into_bytes()),
            path,
            day,
            someday: task.start == Some(Start::Someday) && due.is_none(),
            zoned: matches!(task.due, Some(Due::In(..))),
            due: due.unwrap_or_else(|| NEVER.to_owned()),
            start: task.start.map(|start| start.to_string()),
            deadline: task.deadline.map(|day| day.to_string()),
            priority: i64::from(task.priority.rank()),
            recurring: task.recurrence.is_some(),
            reminded: !task.reminders.is_empty(),
            noted: !task.notes.trim().is_empty(),
            created: task.created_at.as_millisecond(),
            completed: task.completed_at.map(Timestamp::as_millisecond),
            deleted: task.deleted_at.map(Timestamp::as_millisecond),
            created_by: task.created_by.to_text(),
            written_list: written_list.map(|list| list.0.into_bytes()),
            written_parent: written_parent.map(|parent| parent.0.into_bytes()),
        };
        (row, task)
    }

    /// The row as the table has it.
    pub(crate) fn load(connection: &Connection, row: i64) -> Result<Option<Self>, Error> {
        rows::query_first(connection, sql::TASK_ROW, [row], Self::read)
    }

    fn read(row: &Row<'_>) -> Result<Self, Error> {
        Ok(Self {
            status: rows::column(row, "status")?,
            list: rows::column(row, "list")?,
            parent: rows::column(row, "parent")?,
            path: rows::column(row, "path")?,
            day: rows::column(row, "day")?,
            due: rows::column(row, "due")?,
            start: rows::column(row, "start")?,
            deadline: rows::column(row, "deadline")?,
            priority: rows::column(row, "priority")?,
            someday: rows::column(row, "someday")?,
            recurring: rows::column(row, "recurring")?,
            reminded: rows::column(row, "reminded")?,
            noted: rows::column(row, "noted")?,
            zoned: rows::column(row, "zoned")?,
            created: rows::column(row, "created")?,
            completed: rows::column(row, "completed")?,
            deleted: rows::column(row, "deleted")?,
            created_by: rows::column(row, "created_by")?,
            written_list: rows::column(row, "written_list")?,
            written_parent: rows::column(row, "written_parent")?,
        })
    }

    /// Writes the row of the task with this number and id.
    pub(crate) fn save(&self, connection: &Connection, row: i64, id: Uuid) -> Result<(), Error> {
        let values = params![
            row,
            id.as_bytes(),
            self.status,
            self.list,
            self.parent,
            self.path,
            self.day,
            self.due,
            self.start,
            self.deadline,
            self.priority,
            self.someday,
            self.recurring,
            self.reminded,
            self.noted,
            self.zoned,
            self.created,
            self.completed,
            self.deleted,
            self.created_by,
            self.written_list,
            self.written_parent,
        ];
        rows::execute(connection, sql::SAVE_TASK_ROW, values).map(drop)
    }

    /// Whether the rows of its tags are the same as those of another.
    fn tagged_like(&self, other: &Self) -> bool {
        let key = |row: &Self| {
            (
                row.status == 0,
                row.day.clone(),
                row.priority,
                row.path.clone(),
            )
        };
        key(self) == key(other)
    }

    /// Writes the rows of its tags, where they are not so already. `before` is the row as it was.
    pub(crate) fn save_tags(
        &self,
        connection: &Connection,
        row: i64,
        tags: &[String],
        before: Option<&Self>,
    ) -> Result<(), Error> {
        if let Some(before) = before {
            let known: Vec<String> =
                rows::query(connection, sql::TAGS_OF, [row], rows::first_column)?;
            if known == tags && (tags.is_empty() || self.tagged_like(before)) {
                return Ok(());
            }
            rows::execute(connection, sql::CLEAR_TAGS, [row])?;
        }
        // A purged task has none.
        for tag in tags {
            let open = self.status == Status::Open as i64;
            let values = params![tag, open, self.day, self.priority, self.path, row];
            rows::execute(connection, sql::ADD_TAG, values)?;
        }
        Ok(())
    }
}
