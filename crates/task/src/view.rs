//! What can be looked at.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::decide::INBOX;
use crate::error::Error;
use crate::id::{ListId, TaskId};
use crate::task::{List, Task};
use crate::text;

/// A built-in view. Open tasks only, but for Completed and Trash.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum View {
    /// Tasks in no list, in the order they were made.
    Inbox,
    /// Due today or before, by due date, then priority.
    Today,
    /// Due after today, by due date, then priority.
    Upcoming,
    /// All open tasks: those with a due date first, by date, then priority.
    Open,
    /// Completed tasks, the latest first.
    Completed,
    /// Deleted tasks, the latest first.
    Trash,
    /// The tasks of a list, in the order they were made.
    List {
        /// Which list.
        id: ListId,
    },
    /// The tasks with a tag, in the order they were made.
    Tag {
        /// The tag's name, without `@`.
        name: String,
    },
}

/// The most rows that one page may have.
pub const PAGE_LIMIT: usize = 500;

/// Which part of a view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Go on after the row with this cursor ([`Rows::next`]); `None` begins at the top.
    pub after: Option<String>,
    /// How many rows at the most; held to 1 to [`PAGE_LIMIT`].
    pub limit: usize,
}

/// A page of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The tasks, in the order of the view.
    pub tasks: Vec<Task>,
    /// The cursor of the next page; `None` where this is the last.
    pub next: Option<String>,
}

/// A list with the number of its open tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ListCount {
    /// The list.
    pub list: List,
    /// How many open tasks it has.
    #[ts(type = "number")]
    pub open: u64,
}

/// A tag with the number of its open tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct TagCount {
    /// The tag's name, without `@`.
    pub name: String,
    /// How many open tasks have it.
    #[ts(type = "number")]
    pub open: u64,
}

/// How many open tasks there are, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Overview {
    /// All lists, by name.
    pub lists: Vec<ListCount>,
    /// The tags of open tasks, by name.
    pub tags: Vec<TagCount>,
    /// In no list.
    #[ts(type = "number")]
    pub inbox: u64,
    /// Due today or before.
    #[ts(type = "number")]
    pub today: u64,
    /// Due before today.
    #[ts(type = "number")]
    pub overdue: u64,
    /// Due after today.
    #[ts(type = "number")]
    pub upcoming: u64,
    /// All.
    #[ts(type = "number")]
    pub open: u64,
}

impl Overview {
    /// The view of the list with this name, whatever its case; the Inbox by its name, too.
    ///
    /// # Errors
    /// [`Error::NotFound`], which names the lists that there are.
    pub fn list_named(&self, name: &str) -> Result<View, Error> {
        let folded = text::fold(&text::list_name(name)?);
        if folded == INBOX {
            return Ok(View::Inbox);
        }
        let found = self
            .lists
            .iter()
            .find(|entry| text::fold(&entry.list.name) == folded);
        found
            .map(|entry| View::List { id: entry.list.id })
            .ok_or_else(|| {
                let known: Vec<&str> = self
                    .lists
                    .iter()
                    .take(30)
                    .map(|entry| entry.list.name.as_str())
                    .collect();
                let known = if known.is_empty() {
                    "There are no lists yet.".to_owned()
                } else {
                    format!("The lists are {}.", known.join(", "))
                };
                Error::not_found(format!(
                    "There is no list “{}”. {known}",
                    text::excerpt(name, 60)
                ))
            })
    }
}

/// What changed since a position of the change log.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Changed {
    /// The position that this leads up to.
    #[ts(type = "number")]
    pub seq: u64,
    /// The tasks that changed, each once.
    pub tasks: Vec<TaskId>,
    /// The lists that changed, each once.
    pub lists: Vec<ListId>,
}
