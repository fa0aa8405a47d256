//! A change: what an action writes, and how it is told.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::id::{FilterId, ListId, TaskId};

/// Something that has a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entity {
    /// A task.
    Task(TaskId),
    /// An occurrence of a recurring task, by its civil date.
    Occurrence(TaskId, Date),
    /// A list.
    List(ListId),
    /// A saved filter.
    Filter(FilterId),
}

impl Entity {
    /// The word for its kind.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Task(_) => "task",
            Self::Occurrence(..) => "occurrence",
            Self::List(_) => "list",
            Self::Filter(_) => "filter",
        }
    }

    /// The id; of an occurrence, its task's.
    pub fn id(self) -> Uuid {
        match self {
            Self::Task(id) | Self::Occurrence(id, _) => id.0,
            Self::List(id) => id.0,
            Self::Filter(id) => id.0,
        }
    }

    /// The task that it is, or is an occurrence of.
    pub fn task(self) -> Option<TaskId> {
        match self {
            Self::Task(id) | Self::Occurrence(id, _) => Some(id),
            Self::List(_) | Self::Filter(_) => None,
        }
    }

    /// What is kept beside the kind to name it: the id, and of an occurrence `ID/2026-11-22`.
    pub fn key(self) -> String {
        match self {
            Self::Occurrence(id, date) => format!("{id}/{date}"),
            other => other.id().to_string(),
        }
    }

    /// Reads what [`Entity::kind`] and [`Entity::key`] wrote; `None` for what a newer version
    /// knows and this one doesn't.
    pub fn from_key(kind: &str, key: &str) -> Option<Self> {
        let uuid = |text: &str| Uuid::parse_str(text).ok();
        match kind {
            "task" => uuid(key).map(TaskId).map(Self::Task),
            "list" => uuid(key).map(ListId).map(Self::List),
            "filter" => uuid(key).map(FilterId).map(Self::Filter),
            "occurrence" => {
                let (task, date) = key.split_once('/')?;
                Some(Self::Occurrence(
                    TaskId(uuid(task)?),
                    crate::due::civil_day(date)?,
                ))
            }
            _ => None,
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

macro_rules! deeds {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)+) => {
        /// What was done, for the activity.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema,
            ts_rs::TS,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum Deed {
            $($(#[$doc])* $name,)+
        }

        impl Deed {
            const ALL: &[Self] = &[$(Self::$name),+];

            /// The word that is stored and told.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }
        }
    };
}

deeds! {
    /// Added.
    Added = "added",
    /// Edited.
    Edited = "edited",
    /// Completed.
    Completed = "completed",
    /// Opened again.
    Reopened = "reopened",
    /// Passed over one occurrence.
    Skipped = "skipped",
    /// Put elsewhere: another place, list, parent or day.
    Moved = "moved",
    /// Moved to the trash.
    Deleted = "deleted",
    /// Taken out of the trash.
    Restored = "restored",
    /// Put out of sight.
    Archived = "archived",
    /// Removed from the trash for good.
    Purged = "purged",
    /// Took back, or did again, an earlier change.
    Reversed = "reversed",
}

/// A word that is no deed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a deed")]
pub struct NotADeed;

impl FromStr for Deed {
    type Err = NotADeed;

    fn from_str(text: &str) -> Result<Self, NotADeed> {
        let mut all = Self::ALL.iter().copied();
        all.find(|deed| deed.as_str() == text).ok_or(NotADeed)
    }
}

impl Deed {
    /// Reads what [`Deed::as_str`] wrote; a word from a newer version reads as an edit.
    pub fn from_text(text: &str) -> Self {
        text.parse().unwrap_or(Self::Edited)
    }
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What is told of a change: the deed, and what it was done to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What was done.
    pub deed: Deed,
    /// The title of the first task at that time, or the name of the list or filter.
    pub subject: String,
    /// How many tasks.
    pub count: usize,
}

impl Entry {
    /// Such as `completed “Buy milk”`, or `deleted “Buy milk” and 3 more`.
    pub fn describe(&self) -> String {
        let subject = crate::text::excerpt(&self.subject, 80);
        match self.count {
            0 | 1 => format!("{} “{subject}”", self.deed),
            n => format!("{} “{subject}” and {} more", self.deed, n - 1),
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
        let mut seen = std::collections::HashSet::new();
        for task in self.writes.iter().filter_map(|write| write.entity.task()) {
            if seen.insert(task) {
                tasks.push(task);
            }
        }
        tasks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entity_survives_its_key() {
        let id = crate::id::fresh_uuid(jiff::Timestamp::UNIX_EPOCH);
        for entity in [
            Entity::Task(TaskId(id)),
            Entity::Occurrence(TaskId(id), jiff::civil::date(2026, 11, 22)),
            Entity::List(ListId(id)),
            Entity::Filter(FilterId(id)),
        ] {
            assert_eq!(Entity::from_key(entity.kind(), &entity.key()), Some(entity));
        }
        assert_eq!(Entity::from_key("mood", &id.to_string()), None);
        assert_eq!(Entity::from_key("occurrence", &id.to_string()), None);
    }

    #[test]
    fn every_deed_survives_its_word() {
        for deed in Deed::ALL {
            assert_eq!(Deed::from_text(deed.as_str()), *deed);
        }
        assert_eq!(Deed::from_text("juggled"), Deed::Edited);
    }
}
