//! A change: what an action writes, and how it is told.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::id::{ListId, TaskId};

/// Something that has a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Entity {
    /// A task.
    Task(TaskId),
    /// A list.
    List(ListId),
}

impl Entity {
    /// The id, whatever it is.
    pub fn id(self) -> Uuid {
        match self {
            Self::Task(id) => id.0,
            Self::List(id) => id.0,
        }
    }
}

/// One field that a change writes.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldWrite {
    /// Whose field.
    pub entity: Entity,
    /// Which field, by its name in the record.
    pub field: String,
    /// What it was; `null` where it was never written.
    pub old: Value,
    /// What it becomes.
    pub new: Value,
}

/// What was done, for the activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Added.
    Added,
    /// Edited.
    Edited,
    /// Completed.
    Completed,
    /// Opened again.
    Reopened,
    /// Moved to the trash.
    Deleted,
    /// Taken out of the trash.
    Restored,
    /// Took back, or did again, an earlier change.
    Reversed,
}

impl Deed {
    /// The word that is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Edited => "edited",
            Self::Completed => "completed",
            Self::Reopened => "reopened",
            Self::Deleted => "deleted",
            Self::Restored => "restored",
            Self::Reversed => "reversed",
        }
    }

    /// Reads what [`Deed::as_str`] wrote; a word from a newer version reads as an edit.
    pub fn from_text(text: &str) -> Self {
        [
            Self::Added,
            Self::Completed,
            Self::Reopened,
            Self::Deleted,
            Self::Restored,
            Self::Reversed,
        ]
        .into_iter()
        .find(|deed| deed.as_str() == text)
        .unwrap_or(Self::Edited)
    }
}

/// What is told of a change: the deed, and what it was done to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What was done.
    pub deed: Deed,
    /// The title of the first task at that time.
    pub subject: String,
    /// How many tasks.
    pub count: usize,
}

impl Entry {
    /// Such as `completed “Buy milk”`, or `deleted “Buy milk” and 3 more`.
    pub fn describe(&self) -> String {
        let verb = match self.deed {
            Deed::Added => "added",
            Deed::Edited => "edited",
            Deed::Completed => "completed",
            Deed::Reopened => "reopened",
            Deed::Deleted => "deleted",
            Deed::Restored => "restored",
            Deed::Reversed => "reversed",
        };
        let subject = crate::text::excerpt(&self.subject, 80);
        match self.count {
            0 | 1 => format!("{verb} “{subject}”"),
            n => format!("{verb} “{subject}” and {} more", n - 1),
        }
    }
}

/// What an action comes to: the fields to write, all in one transaction and with one stamp, and
/// the entry in the activity. Empty where everything is so already.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What is told of it.
    pub entry: Entry,
    /// The fields to write. No field stands twice, and none is written to what it is already.
    pub writes: Vec<FieldWrite>,
}

impl Change {
    /// The tasks it writes to, each once, in the order of the writes.
    pub fn tasks(&self) -> Vec<TaskId> {
        let mut tasks = Vec::new();
        for write in &self.writes {
            if let Entity::Task(id) = write.entity
                && !tasks.contains(&id)
            {
                tasks.push(id);
            }
        }
        tasks
    }
}
