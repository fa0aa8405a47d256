//! The statements of views, put together from their parts. A test prepares one of each.

use rusqlite::types::Value;

/// The columns from which a task is read.
const TASK: &str = "task.id, task.row, record, task.list, task.parent, task.recurring";

/// The order of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// As they stand in their list.
    Place,
    /// By the day when they belong to Today, then priority.
    Day,
    /// By due date, then priority.
    Due,
    /// As [`Order::Day`], among the tasks with a tag.
    Tagged,
    /// The latest completed first.
    Completed,
    /// The latest deleted first.
    Deleted,
}

impl Order {
    /// The columns by which it sorts. Together they are unique.
    pub(crate) fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Place => &["task.path"],
            Self::Day => &["task.day", "task.priority", "task.path"],
            Self::Due => &["task.due", "task.priority", "task.path"],
            Self::Tagged => &["task_tag.day", "task_tag.priority", "task_tag.path"],
            Self::Completed => &["task.completed", "task.path"],
            Self::Deleted => &["task.deleted", "task.path"],
        }
    }

    fn falls(self) -> bool {
        matches!(self, Self::Completed | Self::Deleted)
    }

    fn clause(self) -> String {
        let direction = if self.falls() { " DESC" } else { "" };
        let columns: Vec<String> = self
            .columns()
            .iter()
            .map(|column| format!("{column}{direction}"))
            .collect();
        columns.join(", ")
    }
}

/// What a view shows, and in which order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Look {
    /// Where the rows come from, if not from `task` alone.
    pub(crate) source: &'static str,
    /// Which of them.
    pub(crate) condition: String,
    /// What its question marks stand for.
    pub(crate) values: Vec<Value>,
    /// In which order.
    pub(crate) order: Order,
}

/// A view of all tasks.
pub(crate) const TASKS: &str = "task";
/// A view of the tasks with a tag.
pub(crate) const TAGGED: &str = "task_tag JOIN task USING (row)";
/// A view of what is below a task: its condition has the first question mark.
pub(crate) const BELOW: &str = "(WITH RECURSIVE below (id) AS (
         SELECT id FROM task WHERE parent = ?
         UNION SELECT task.id FROM task JOIN below ON task.parent = below.id)
     SELECT id FROM below) AS below JOIN task_record USING (id) JOIN task USING (row)";

impl Look {
    /// A page of it, after the row with the given sort values where `after` is set. The sort
    /// values of each row follow the task's columns; the last question mark is the limit.
    pub(crate) fn page(&self, after: bool) -> String {
        let columns = self.order.columns().join(", ");
        let marks = vec!["?"; self.order.columns().len()].join(", ");
        let sign = if self.order.falls() { "<" } else { ">" };
        let from = if after {
            format!(" AND ({columns}) {sign} ({marks})")
        } else {
            String::new()
        };
        let record = if self.source == BELOW {
            ""
        } else {
            " JOIN task_record USING (row)"
        };
        format!(
            "SELECT {TASK}, {columns} FROM {}{record} WHERE {}{from} ORDER BY {} LIMIT ?",
            self.source,
            self.condition,
            self.order.clause()
        )
    }

    /// All ids of it.
    pub(crate) fn ids(&self) -> String {
        format!(
            "SELECT task.id FROM {} WHERE {} ORDER BY {}",
            self.source,
            self.condition,
            self.order.clause()
        )
    }

    /// How many it shows.
    pub(crate) fn count(&self) -> String {
        format!(
            "SELECT count(*) FROM {} WHERE {}",
            self.source, self.condition
        )
    }
}

/// Tasks that match an FTS5 query (the first question mark), among those for which a condition
/// holds; the last question mark is the limit.
pub(crate) fn search(among: &str, best: bool) -> String {
    // Titles weigh ten times as much as notes, tags five times.
    let order = if best {
        "bm25(task_text, 10.0, 1.0, 5.0), task_text.rowid DESC"
    } else {
        "task_text.rowid DESC"
    };
    format!(
        "SELECT {TASK} FROM task_text JOIN task ON task.row = task_text.rowid
         JOIN task_record ON task_record.row = task_text.rowid
         WHERE task_text MATCH ? AND ({among}) ORDER BY {order} LIMIT ?"
    )
}

/// A task without tags.
pub(crate) const NO_TAGS: &str =
    "NOT EXISTS (SELECT 1 FROM task_tag WHERE task_tag.row = task.row)";
/// A task with a certain tag.
pub(crate) const TAG: &str =
    "EXISTS (SELECT 1 FROM task_tag WHERE task_tag.row = task.row AND task_tag.tag = ?)";
/// A task with a tag that fits a pattern.
pub(crate) const TAG_LIKE: &str =
    "EXISTS (SELECT 1 FROM task_tag WHERE task_tag.row = task.row AND task_tag.tag GLOB ?)";
/// A task that matches an FTS5 query.
pub(crate) const WORDS: &str = "task.row IN (SELECT rowid FROM task_text WHERE task_text MATCH ?)";
