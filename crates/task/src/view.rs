//! What can be looked at.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::decide::INBOX;
use crate::error::Error;
use crate::id::{FilterId, ListId, TaskId};
use crate::task::{List, SavedFilter, Task};
use crate::text;

/// What is looked at. Open tasks only, but for Completed, Trash and filters that say otherwise;
/// and, but for the view of a list itself, none that is open in a list that is archived.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum View {
    /// Tasks in no list that are not set aside for someday, in their order; subtasks stand below
    /// their parents.
    Inbox,
    /// Due today or before, or meant to be begun by now: by that day, then priority.
    Today,
    /// Due, or to be begun, after today: by that day, then priority.
    Upcoming,
    /// Due before today: by due date, then priority.
    Overdue,
    /// Set aside, without a due date, in their order.
    Someday,
    /// All open tasks: those with a day first, by day, then priority.
    Open,
    /// Completed tasks, the latest first.
    Completed,
    /// Deleted tasks, the latest first.
    Trash,
    /// The tasks of a list, in their order; subtasks stand below their parents.
    List {
        /// Which list.
        id: ListId,
    },
    /// The tasks with a tag: those with a day first, by day, then priority.
    Tag {
        /// The tag's name, without `@`.
        name: String,
    },
    /// All that is below a task, the completed too, in their order.
    Subtasks {
        /// Which task.
        id: TaskId,
    },
    /// What a filter shows: those with a day first, by day, then priority.
    Filter {
        /// The filter, as [`crate::Filter`]'s text.
        query: String,
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

/// How far a task's subtasks are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Progress {
    /// The task.
    pub id: TaskId,
    /// How many subtasks stand right below it, but for those in the trash.
    #[ts(type = "number")]
    pub subtasks: u64,
    /// How many of them are completed.
    #[ts(type = "number")]
    pub done: u64,
}

/// How many open tasks there are, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Overview {
    /// All lists that are not in the trash, in their order, the archived too.
    pub lists: Vec<ListCount>,
    /// The saved filters that are not in the trash, by name.
    pub filters: Vec<SavedFilter>,
    /// The tags of open tasks, by name.
    pub tags: Vec<TagCount>,
    /// As [`View::Inbox`] shows.
    #[ts(type = "number")]
    pub inbox: u64,
    /// As [`View::Today`] shows.
    #[ts(type = "number")]
    pub today: u64,
    /// As [`View::Overdue`] shows.
    #[ts(type = "number")]
    pub overdue: u64,
    /// As [`View::Upcoming`] shows.
    #[ts(type = "number")]
    pub upcoming: u64,
    /// As [`View::Someday`] shows.
    #[ts(type = "number")]
    pub someday: u64,
    /// As [`View::Open`] shows.
    #[ts(type = "number")]
    pub open: u64,
}

impl View {
    /// The view of the list with this name among `lists`, whatever its case; the Inbox by its name,
    /// too.
    ///
    /// # Errors
    /// [`Error::NotFound`], which names the lists that there are.
    pub fn of_list_named(lists: &[List], name: &str) -> Result<Self, Error> {
        let folded = text::fold(&text::list_name(name)?);
        if folded == INBOX {
            return Ok(Self::Inbox);
        }
        let found = lists.iter().find(|list| text::fold(&list.name) == folded);
        found.map(|list| Self::List { id: list.id }).ok_or_else(|| {
            let known: Vec<&str> = lists
                .iter()
                .take(30)
                .map(|list| list.name.as_str())
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
    /// The saved filters that changed, each once.
    pub filters: Vec<FilterId>,
}

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct Search {
    /// Words, or beginnings of words, that all stand in title, notes or tags.
    pub text: String,
    /// Only among what this filter shows, as [`crate::Filter`]'s text; by default among all that
    /// is not in the trash.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<String>,
    /// Which come first.
    pub order: SearchOrder,
    /// How many at the most; held to 1 to [`PAGE_LIMIT`].
    pub limit: usize,
}

/// In which order search gives what it found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum SearchOrder {
    /// The newest first: quick, for typing.
    #[default]
    Newest,
    /// The best first, by bm25 with titles before notes.
    Best,
}
