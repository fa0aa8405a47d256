//! What one can do to tasks, lists and saved filters.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use crate::colour::Colour;
use crate::due::Due;
use crate::id::{FilterId, ListId, TaskId};
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

/// What an edit changes. What is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct TaskPatch {
    /// A new title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// New notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// Another list, by id or name (made where no list has that name); `null` is the Inbox. A
    /// subtask that moves to another list is no subtask any more.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[ts(optional, type = "string | null")]
    pub list: Option<Option<String>>,
    /// Another task to be a subtask of; `null` makes it a task of its own.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[ts(optional, type = "string | null")]
    pub parent: Option<Option<TaskId>>,
    /// Another day to begin on, as a date or in words, or `someday`; `null` clears it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[ts(optional, type = "string | null")]
    pub start: Option<Option<String>>,
    /// Another due date, as a [`Due`] or in words; `null` clears it. Of a recurring task it moves
    /// the next occurrence alone, unless `following` says more.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[ts(optional, type = "string | null")]
    pub due: Option<Option<String>>,
    /// With `due` of a recurring task: the occurrences that follow are reckoned from there, too.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub following: bool,
    /// Another deadline, as a date or in words; `null` clears it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[ts(optional, type = "string | null")]
    pub deadline: Option<Option<String>>,
    /// Another duration, in minutes; `null` clears it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[ts(optional, type = "number | null")]
    pub duration: Option<Option<u32>>,
    /// Another recurrence, as a [`Recurrence`] or in words ("every friday"), from the next
    /// occurrence on; `null` makes that one the last.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[ts(optional, type = "string | null")]
    pub recurrence: Option<Option<String>>,
    /// Another priority.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Tags to add.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub add_tags: Vec<String>,
    /// Tags to take away.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub remove_tags: Vec<String>,
    /// Reminders to add.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Reminder>>")]
    pub add_reminders: Vec<Reminder>,
    /// Reminders to take away.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Reminder>>")]
    pub remove_reminders: Vec<Reminder>,
}

/// Keeps `null` apart from an absent field.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
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

/// What an edit of a list or filter changes. What is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct NamePatch {
    /// A new name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Another colour; `null` is none.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[ts(optional, as = "Option<Option<Colour>>")]
    pub colour: Option<Option<Colour>>,
    /// Of a list: puts it and its tasks out of sight, or back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
    /// Of a filter: another query.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
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

/// What [`crate::decide()`] needs to see for an action.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Tasks, with all that are above them.
    pub tasks: Vec<TaskId>,
    /// Whether all that are below them are needed, too.
    pub below: bool,
    /// A list whose tasks are all needed.
    pub list: Option<ListId>,
    /// The gap into which tasks are to be put.
    pub gap: Option<Beside>,
    /// Whether all lists are needed.
    pub lists: bool,
    /// Whether all saved filters are needed.
    pub filters: bool,
}

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
            | Self::RestoreTasks { ids } => ids.clone(),
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

    /// The rows that [`crate::decide()`] needs to see.
    pub fn reach(&self) -> Reach {
        let mut reach = Reach {
            tasks: self.tasks(),
            ..Reach::default()
        };
        match self {
            Self::AddTasks { tasks } => {
                let parents = tasks.iter().filter_map(|(_, draft)| draft.parent);
                reach.tasks.extend(parents);
                reach.lists = tasks.iter().any(|(_, draft)| draft.list.is_some());
            }
            Self::EditTasks { patch, .. } => {
                reach.tasks.extend(patch.parent.flatten());
                reach.below = patch.parent.is_some();
                reach.lists = patch.list.is_some();
            }
            Self::PlaceTasks { beside, .. } => {
                if let Beside::Before(id) | Beside::After(id) = beside {
                    reach.tasks.push(*id);
                }
                reach.below = true;
                reach.gap = Some(*beside);
            }
            Self::CompleteTasks { .. }
            | Self::SettleOccurrence { .. }
            | Self::EndRecurrence { .. }
            | Self::DeleteTasks { .. } => reach.below = true,
            Self::RestoreTasks { .. } => {
                reach.below = true;
                reach.lists = true;
            }
            Self::AddList { .. } | Self::EditList { .. } | Self::PlaceList { .. } => {
                reach.lists = true;
            }
            Self::DeleteList { id } | Self::RestoreList { id } => {
                reach.list = Some(*id);
                reach.lists = true;
            }
            Self::AddFilter { .. }
            | Self::EditFilter { .. }
            | Self::DeleteFilter { .. }
            | Self::RestoreFilter { .. } => reach.filters = true,
        }
        reach
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_tells_null_from_absent() {
        let patch: TaskPatch = serde_json::from_str(r#"{"due":null,"title":"x"}"#).unwrap();
        assert_eq!(patch.due, Some(None));
        assert_eq!(patch.list, None);
        assert_eq!(
            serde_json::to_string(&patch).unwrap(),
            r#"{"title":"x","due":null}"#
        );
    }

    #[test]
    fn a_patch_with_a_wrong_field_is_refused() {
        assert!(serde_json::from_str::<TaskPatch>(r#"{"titel":"x"}"#).is_err());
    }
}
