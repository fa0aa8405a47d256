//! What one can do to tasks, lists and saved filters.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::colour::Colour;
use crate::due::Due;
use crate::id::{FilterId, ListId, TaskId};
use crate::patch::{NamePatch, TaskPatch};
use crate::recurrence::Recurrence;
use crate::reminder::Reminder;
use crate::start::Start;
use crate::task::Priority;

/// A new task, before it is checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskDraft {
    /// The title; it is cleaned and must not be empty.
    pub title: String,
    /// Notes, Markdown.
    pub notes: String,
    /// The list, by id or name. A name that no list has makes one. `None` is the Inbox.
    pub list: Option<String>,
    /// The task that it is a subtask of; it is then in that task's list.
    pub parent: Option<TaskId>,
    /// The task right after which it stands, in the same list and below the same parent. Gives
    /// neither a list nor a parent then.
    pub after: Option<TaskId>,
    /// When it is meant to be begun.
    pub start: Option<Start>,
    /// When it is due. With a recurrence and no due date, the rule's first date from today on.
    pub due: Option<Due>,
    /// The last day on which it makes sense.
    pub deadline: Option<Date>,
    /// How long it takes, in minutes.
    pub duration: Option<u32>,
    /// How it comes again.
    pub recurrence: Option<Recurrence>,
    /// When the person is reminded of it.
    pub reminders: Vec<Reminder>,
    /// How much it matters.
    pub priority: Priority,
    /// Tags, with or without `@`.
    pub tags: Vec<String>,
}

/// Where among its siblings something is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Beside {
    /// Before all others.
    First,
    /// After all others.
    Last,
    /// Before this task.
    Before(TaskId),
    /// After this task.
    After(TaskId),
}

/// What becomes of an occurrence of a recurring task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Completed,
    /// It is passed over.
    Skipped,
    /// It is to be done after all.
    Open,
    /// It is due at another time, or, with `None`, when the rule says. The others stay.
    Moved(Option<Due>),
}

/// One thing that somebody does: one transaction, one entry in the activity.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    clippy::large_enum_variant,
    reason = "there is one at a time, and it is moved, not kept"
)]
pub enum Action {
    /// Adds tasks. The caller makes the ids, so that a repeated call adds them once.
    AddTasks {
        /// The new tasks, at most [`BULK_LIMIT`]; one may be a subtask of an earlier one.
        tasks: Vec<(TaskId, TaskDraft)>,
    },
    /// Changes fields of tasks.
    EditTasks {
        /// Which; at most [`BULK_LIMIT`].
        ids: Vec<TaskId>,
        /// What.
        patch: TaskPatch,
    },
    /// Puts tasks elsewhere, one after the other in this order.
    PlaceTasks {
        /// Which; at most [`BULK_LIMIT`].
        ids: Vec<TaskId>,
        /// Beside which of its new siblings. With `First` and `Last` they stay in their list,
        /// below their parent.
        beside: Beside,
    },
    /// Completes tasks, or opens them again. Of a recurring task it is the next occurrence that is
    /// completed, and the latest settled one that is opened again.
    CompleteTasks {
        /// Which; at most [`BULK_LIMIT`].
        ids: Vec<TaskId>,
        /// `false` opens them again.
        completed: bool,
    },
    /// Says what becomes of one occurrence of a recurring task. Saying it again changes nothing.
    SettleOccurrence {
        /// Which task.
        id: TaskId,
        /// The occurrence's date ([`crate::Task::occurrence`]).
        date: Date,
        /// What becomes of it.
        outcome: Outcome,
    },
    /// Completes a recurring task for good: no occurrence follows.
    EndRecurrence {
        /// Which task.
        id: TaskId,
    },
    /// Moves tasks to the trash, their subtasks with them.
    DeleteTasks {
        /// Which; at most [`BULK_LIMIT`].
        ids: Vec<TaskId>,
    },
    /// Takes tasks out of the trash, with the subtasks that went there together with them.
    RestoreTasks {
        /// Which; at most [`BULK_LIMIT`].
        ids: Vec<TaskId>,
    },
    /// Copies tasks, each with all that stands below it, right after the original. A copy is open,
    /// and recurs from the original's next occurrence on.
    DuplicateTasks {
        /// Which, each with the id of its copy, which the caller makes; at most [`BULK_LIMIT`], what
        /// stands below them included.
        copies: Vec<(TaskId, TaskId)>,
    },
    /// Gives a tag another name on the tasks that carry it, those in the trash too, or takes it off
    /// them. Saved filters that name the tag get its new name; those that name one that is taken off
    /// stay as they are.
    RetagTasks {
        /// Which; at most [`BULK_LIMIT`]. What doesn't carry the tag stays as it is.
        ids: Vec<TaskId>,
        /// The tag.
        tag: String,
        /// Its new name; `None` takes it off.
        name: Option<String>,
    },
    /// Adds a list.
    AddList {
        /// The new list's id.
        id: ListId,
        /// Its name; no other list may have it.
        name: String,
        /// Its colour.
        colour: Option<Colour>,
    },
    /// Changes a list.
    EditList {
        /// Which.
        id: ListId,
        /// What.
        patch: NamePatch,
    },
    /// Puts a list elsewhere among the lists.
    PlaceList {
        /// Which.
        id: ListId,
        /// After which other; `None` is at the top.
        after: Option<ListId>,
    },
    /// Moves a list to the trash, its tasks with it.
    DeleteList {
        /// Which.
        id: ListId,
    },
    /// Takes a list out of the trash, with the tasks that went there together with it.
    RestoreList {
        /// Which.
        id: ListId,
    },
    /// Adds a saved filter.
    AddFilter {
        /// The new filter's id.
        id: FilterId,
        /// Its name; no other filter may have it.
        name: String,
        /// What it shows, as [`crate::Filter`]'s text.
        query: String,
        /// Its colour.
        colour: Option<Colour>,
    },
    /// Changes a saved filter.
    EditFilter {
        /// Which.
        id: FilterId,
        /// What.
        patch: NamePatch,
    },
    /// Moves a saved filter to the trash.
    DeleteFilter {
        /// Which.
        id: FilterId,
    },
    /// Takes a saved filter out of the trash.
    RestoreFilter {
        /// Which.
        id: FilterId,
    },
}

/// How many tasks one action may name, so that it never holds the database for long.
pub const BULK_LIMIT: usize = 1_000;

impl Action {
    /// Adds one task.
    pub fn add(id: TaskId, draft: TaskDraft) -> Self {
        Self::AddTasks {
            tasks: vec![(id, draft)],
        }
    }

    /// Changes fields of one task.
    pub fn edit(id: TaskId, patch: TaskPatch) -> Self {
        Self::EditTasks {
            ids: vec![id],
            patch,
        }
    }

    /// The tasks that the action names.
    pub fn tasks(&self) -> Vec<TaskId> {
        match self {
            Self::AddTasks { tasks } => tasks.iter().map(|(id, _)| *id).collect(),
            Self::EditTasks { ids, .. }
            | Self::PlaceTasks { ids, .. }
            | Self::CompleteTasks { ids, .. }
            | Self::DeleteTasks { ids }
            | Self::RestoreTasks { ids }
            | Self::RetagTasks { ids, .. } => ids.clone(),
            Self::DuplicateTasks { copies } => copies.iter().map(|(_, copy)| *copy).collect(),
            Self::SettleOccurrence { id, .. } | Self::EndRecurrence { id } => vec![*id],
            Self::AddList { .. }
            | Self::EditList { .. }
            | Self::PlaceList { .. }
            | Self::DeleteList { .. }
            | Self::RestoreList { .. }
            | Self::AddFilter { .. }
            | Self::EditFilter { .. }
            | Self::DeleteFilter { .. }
            | Self::RestoreFilter { .. } => Vec::new(),
        }
    }
}
