//! What one can do to tasks.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use crate::due::Due;
use crate::id::TaskId;
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
    /// When it is due.
    pub due: Option<Due>,
    /// How much it matters.
    pub priority: Priority,
    /// Tags, with or without `@`.
    pub tags: Vec<String>,
}

/// What an edit changes. What is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct TaskPatch {
    /// A new title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// New notes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// Another list, by id or name (made where no list has that name); `null` is the Inbox.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "present"
    )]
    #[ts(optional, type = "string | null")]
    pub list: Option<Option<String>>,
    /// Another due date, as a [`Due`] or in words; `null` clears it.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "present"
    )]
    #[ts(optional, type = "string | null")]
    pub due: Option<Option<String>>,
    /// Another priority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Tags to add.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub add_tags: Vec<String>,
    /// Tags to take away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub remove_tags: Vec<String>,
}

/// Keeps `null` apart from an absent field.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(deserializer).map(Some)
}

/// One thing that somebody does: one transaction, one entry in the activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Adds a task. The caller makes the id, so that a repeated call adds it once.
    AddTask {
        /// The new task's id.
        id: TaskId,
        /// The new task.
        draft: TaskDraft,
    },
    /// Changes fields of a task.
    EditTask {
        /// Which.
        id: TaskId,
        /// What.
        patch: TaskPatch,
    },
    /// Completes tasks, or opens them again.
    CompleteTasks {
        /// Which; at most [`BULK_LIMIT`].
        ids: Vec<TaskId>,
        /// `false` opens them again.
        completed: bool,
    },
    /// Moves tasks to the trash.
    DeleteTasks {
        /// Which; at most [`BULK_LIMIT`].
        ids: Vec<TaskId>,
    },
    /// Takes tasks out of the trash.
    RestoreTasks {
        /// Which; at most [`BULK_LIMIT`].
        ids: Vec<TaskId>,
    },
}

/// How many tasks one action may touch, so that it never holds the database for long.
pub const BULK_LIMIT: usize = 1_000;

impl Action {
    /// The tasks whose rows [`crate::decide`] needs to see.
    pub fn tasks(&self) -> &[TaskId] {
        match self {
            Self::AddTask { id, .. } | Self::EditTask { id, .. } => std::slice::from_ref(id),
            Self::CompleteTasks { ids, .. }
            | Self::DeleteTasks { ids }
            | Self::RestoreTasks { ids } => ids,
        }
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
