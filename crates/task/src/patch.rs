//! What an edit changes: of tasks, of lists and of saved filters.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use crate::colour::Colour;
use crate::id::TaskId;
use crate::reminder::Reminder;
use crate::task::Priority;

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
    /// Another due date, as a [`crate::Due`] or in words; `null` clears it. Of a recurring task it moves
    /// the next occurrence alone, unless `following` says more.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[ts(optional, type = "string | null")]
    pub due: Option<Option<String>>,
    /// With `due` of a recurring task: the occurrences that follow are reckoned from there, too.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub following: bool,
    /// With `due` as a day alone: the time of day at which it was due stays, with its zone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub keep_time: bool,
    /// Another deadline, as a date or in words; `null` clears it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[ts(optional, type = "string | null")]
    pub deadline: Option<Option<String>>,
    /// Another duration, in minutes; `null` clears it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[ts(optional, type = "number | null")]
    pub duration: Option<Option<u32>>,
    /// Another recurrence, as a [`crate::Recurrence`] or in words ("every friday"), from the next
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

/// Keeps `null` apart from an absent field.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
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
