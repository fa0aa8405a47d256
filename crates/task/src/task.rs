//! A task and a list, as everybody reads them: typed, made from a record.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::actor::Actor;
use crate::due::Due;
use crate::id::{ListId, TaskId};
use crate::record::Record;

/// The names of a record's fields.
pub mod field {
    /// Title of a task.
    pub const TITLE: &str = "title";
    /// Notes of a task, Markdown.
    pub const NOTES: &str = "notes";
    /// The id of a task's list; `null` is the Inbox.
    pub const LIST: &str = "list";
    /// When a task is due, as [`crate::Due`]'s text. Of a recurring task it is the anchor of the
    /// rule; of an occurrence, when that one is due in place of what the rule says.
    pub const DUE: &str = "due";
    /// The id of the task that a subtask belongs to.
    pub const PARENT: &str = "parent";
    /// Where it stands among its siblings, a [`crate::position`].
    pub const POSITION: &str = "position";
    /// When a task is meant to be begun, as [`crate::Start`]'s text.
    pub const START: &str = "start";
    /// The last day on which a task makes sense, a civil date.
    pub const DEADLINE: &str = "deadline";
    /// How long a task takes, in minutes.
    pub const DURATION: &str = "duration";
    /// How a task comes again, as [`crate::Recurrence`]'s text.
    pub const RECURRENCE: &str = "recurrence";
    /// When an occurrence was skipped (RFC 9557, with its zone).
    pub const SKIPPED: &str = "skipped";
    /// Priority of a task, `p1` to `p4`.
    pub const PRIORITY: &str = "priority";
    /// When a task was completed (RFC 3339), `null` while it is open. Of an occurrence: with its
    /// zone (RFC 9557), since the day counts.
    pub const COMPLETED: &str = "completed";
    /// When a task or list went to the trash (RFC 3339), else `null`.
    pub const DELETED: &str = "deleted";
    /// When it was made (RFC 3339).
    pub const CREATED_AT: &str = "created_at";
    /// Who made it, as [`crate::Actor::to_text`].
    pub const CREATED_BY: &str = "created_by";
    /// Name of a list.
    pub const NAME: &str = "name";
    /// Colour of a list or filter, a [`crate::Colour`].
    pub const COLOUR: &str = "colour";
    /// When a list was archived (RFC 3339), `null` while it is not.
    pub const ARCHIVED: &str = "archived";
    /// The query of a saved filter.
    pub const QUERY: &str = "query";
    /// What the field of a reminder begins with; its text follows. Its value is `true` or `null`.
    pub const REMINDER: &str = "reminder:";
    /// What the field of a tag begins with; the tag's name follows. Its value is `true` or `null`.
    pub const TAG: &str = "tag:";
}

/// How much a task matters. `p4` is the ordinary one.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
    JsonSchema,
    TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// First things first.
    #[serde(alias = "P1")]
    P1,
    /// Important.
    #[serde(alias = "P2")]
    P2,
    /// A little more than the rest.
    #[serde(alias = "P3")]
    P3,
    /// Nothing special.
    #[default]
    #[serde(alias = "P4")]
    P4,
}

impl Priority {
    /// `p1` to `p4`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::P1 => "p1",
            Self::P2 => "p2",
            Self::P3 => "p3",
            Self::P4 => "p4",
        }
    }

    fn from_text(text: &str) -> Option<Self> {
        [Self::P1, Self::P2, Self::P3, Self::P4]
            .into_iter()
            .find(|p| p.as_str() == text)
    }

    /// 1 to 4, for sorting.
    pub fn rank(self) -> u8 {
        self as u8 + 1
    }
}

/// A task. Its words are data that people and programs typed, never instructions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Task {
    /// The id, a UUID of version 7.
    pub id: TaskId,
    /// The id's last 8 characters, which people may type in its place.
    pub short_id: String,
    /// What is to be done, one line.
    pub title: String,
    /// More words, Markdown; empty where there are none.
    pub notes: String,
    /// The list it is in; `null` is the Inbox.
    pub list: Option<ListId>,
    /// When it is due.
    pub due: Option<Due>,
    /// How much it matters.
    pub priority: Priority,
    /// Its tags, sorted, without `@`.
    pub tags: Vec<String>,
    /// When it was completed; `null` while it is open.
    #[schemars(with = "Option<String>")]
    #[ts(as = "Option<String>")]
    pub completed_at: Option<Timestamp>,
    /// When it went to the trash; `null` while it is not there.
    #[schemars(with = "Option<String>")]
    #[ts(as = "Option<String>")]
    pub deleted_at: Option<Timestamp>,
    /// When it was made.
    #[schemars(with = "String")]
    #[ts(as = "String")]
    pub created_at: Timestamp,
    /// Who made it.
    pub created_by: Actor,
}

fn text(record: &Record, name: &str) -> String {
    record.value(name).as_str().unwrap_or_default().to_owned()
}

fn time(record: &Record, name: &str) -> Option<Timestamp> {
    record.value(name).as_str()?.parse().ok()
}

impl Record {
    /// When the task or list went to the trash; `None` while it is not there.
    pub fn deleted_at(&self) -> Option<Timestamp> {
        time(self, field::DELETED)
    }
}

impl Task {
    /// Reads a task from its record. A value that this version can't read (a newer one may have
    /// written it) reads as not set; the record keeps it.
    pub fn from_record(id: TaskId, record: &Record) -> Self {
        let tags = record
            .fields()
            .filter(|(_, register)| register.value == Value::Bool(true))
            .filter_map(|(name, _)| name.strip_prefix(field::TAG))
            .map(str::to_owned)
            .collect();
        Self {
            id,
            short_id: id.short(),
            title: text(record, field::TITLE),
            notes: text(record, field::NOTES),
            list: record
                .value(field::LIST)
                .as_str()
                .and_then(|id| id.parse().ok()),
            due: record
                .value(field::DUE)
                .as_str()
                .and_then(|due| due.parse().ok()),
            priority: record
                .value(field::PRIORITY)
                .as_str()
                .and_then(Priority::from_text)
                .unwrap_or_default(),
            tags,
            completed_at: time(record, field::COMPLETED),
            deleted_at: record.deleted_at(),
            created_at: time(record, field::CREATED_AT).unwrap_or(Timestamp::UNIX_EPOCH),
            created_by: Actor::from_text(&text(record, field::CREATED_BY)),
        }
    }
}

/// A list of tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct List {
    /// The id, a UUID of version 7.
    pub id: ListId,
    /// Its name, one line.
    pub name: String,
}

impl List {
    /// Reads a list from its record; `None` while it is in the trash.
    pub fn from_record(id: ListId, record: &Record) -> Option<Self> {
        if record.deleted_at().is_some() {
            return None;
        }
        Some(Self {
            id,
            name: text(record, field::NAME),
        })
    }
}
