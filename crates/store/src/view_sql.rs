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
    /// Whether what it shows may have to be sorted, since no index has it in this order.
    pub(crate) sorts: bool,
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
        let order = self.order.clause();
        let sign = if self.order.falls() { "<" } else { ">" };
        let from = if after {
            format!(" AND ({columns}) {sign} ({marks})")
        } else {
            String::new()
        };
        if self.sorts {
            // Only the rows of the page are looked up in the records, and none is sorted.
            return format!(
                "WITH page AS MATERIALIZED (
                     SELECT task.id, task.row, task.list, task.parent, task.recurring, {columns}
                     FROM {} WHERE {}{from} ORDER BY {order} LIMIT ?)
                 SELECT {TASK}, {columns}
                 FROM page AS task CROSS JOIN task_record USING (row) ORDER BY {order}",
                self.source, self.condition,
            );
        }
        let record = if self.source == BELOW {
            ""
        } else {
            " JOIN task_record USING (row)"
        };
        format!(
            "SELECT {TASK}, {columns} FROM {}{record} WHERE {}{from} ORDER BY {order} LIMIT ?",
            self.source, self.condition,
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
    let score = if best {
        "bm25(task_text, 10.0, 1.0, 5.0)"
    } else {
        "0"
    };
    let order = if best {
        "score, row DESC"
    } else {
        "task_text.rowid DESC"
    };
    // As with pages of views: only what is shown is looked up in the records.
    format!(
        "WITH found AS MATERIALIZED (
             SELECT task_text.rowid AS row, {score} AS score
             FROM task_text JOIN task ON task.row = task_text.rowid
             WHERE task_text MATCH ? AND ({among}) ORDER BY {order} LIMIT ?)
         SELECT {TASK} FROM found CROSS JOIN task USING (row) CROSS JOIN task_record USING (row)
         ORDER BY score, found.row DESC"
    )
}

// The plus signs keep SQLite from going through the tags, the words or the due dates, one task
// after the other: reading all of the index of open tasks, in its order, is never slow, and ends
// with the page.

/// A task without tags.
pub(crate) const NO_TAGS: &str = "+task.row NOT IN (SELECT row FROM task_tag)";
/// A task with a certain tag.
pub(crate) const TAG: &str = "+task.row IN (SELECT row FROM task_tag WHERE tag = ?)";
/// A task with a tag that fits a pattern.
pub(crate) const TAG_LIKE: &str = "+task.row IN (SELECT row FROM task_tag WHERE tag GLOB ?)";
/// A task that matches an FTS5 query.
pub(crate) const WORDS: &str = "+task.row IN (SELECT rowid FROM task_text WHERE task_text MATCH ?)";
