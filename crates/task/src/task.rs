//! A task, a list and a saved filter, as everybody reads them: typed, made from a record.

use std::str::FromStr;

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::actor::Actor;
use crate::colour::Colour;
use crate::due::Due;
use crate::id::{FilterId, ListId, TaskId};
use crate::occurrence::Occurrence;
use crate::record::Record;
use crate::recurrence::{Recurrence, next_occurrence, upcoming};
use crate::reminder::Reminder;
use crate::start::Start;

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
    /// The task that it is a subtask of.
    pub parent: Option<TaskId>,
    /// When it is meant to be begun: a day, or `someday`.
    pub start: Option<Start>,
    /// When it is due; of a recurring task, when the next occurrence is.
    pub due: Option<Due>,
    /// The last day on which it makes sense.
    #[schemars(with = "Option<String>")]
    #[ts(as = "Option<String>")]
    pub deadline: Option<Date>,
    /// How long it takes, in minutes.
    pub duration: Option<u32>,
    /// How it comes again.
    pub recurrence: Option<Recurrence>,
    /// Of a recurring task, the date by which its next occurrence is named: the one that the rule
    /// gives, also where that occurrence was moved.
    #[schemars(with = "Option<String>")]
    #[ts(as = "Option<String>")]
    pub occurrence: Option<Date>,
    /// When the person is reminded of it.
    pub reminders: Vec<Reminder>,
    /// How much it matters.
    pub priority: Priority,
    /// Its tags, sorted, without `@`.
    pub tags: Vec<String>,
    /// When it was completed; `null` while it is open. A recurring task is open while there are
    /// occurrences to come.
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

/// The names behind a prefix of the fields that are set, such as a task's tags.
fn names<'a>(record: &'a Record, prefix: &'a str) -> impl Iterator<Item = &'a str> {
    record
        .fields()
        .filter(|(_, register)| register.value == Value::Bool(true))
        .filter_map(move |(name, _)| name.strip_prefix(prefix))
}

/// A field as the type that its text stands for; `None` where it is not set, and where this
/// version can't read it (a newer one may have written it).
fn read<T: FromStr>(record: &Record, name: &str) -> Option<T> {
    record.value(name).as_str()?.parse().ok()
}

impl Task {
    /// Reads a task from its record and what became of its occurrences. The record keeps what this
    /// version can't read.
    pub fn from_record(id: TaskId, record: &Record, occurrences: &[Occurrence]) -> Self {
        let anchor: Option<Due> = read(record, field::DUE);
        let recurrence: Option<Recurrence> = read(record, field::RECURRENCE);
        let mut task = Self {
            id,
            short_id: id.short(),
            title: text(record, field::TITLE),
            notes: text(record, field::NOTES),
            list: read(record, field::LIST),
            parent: read(record, field::PARENT),
            start: read(record, field::START),
            due: anchor.clone(),
            deadline: record
                .value(field::DEADLINE)
                .as_str()
                .and_then(crate::due::civil_day),
            duration: record
                .value(field::DURATION)
                .as_u64()
                .and_then(|minutes| u32::try_from(minutes).ok()),
            recurrence: None,
            occurrence: None,
            reminders: names(record, field::REMINDER)
                .filter_map(|text| text.parse().ok())
                .collect(),
            priority: record
                .value(field::PRIORITY)
                .as_str()
                .and_then(Priority::from_text)
                .unwrap_or_default(),
            tags: names(record, field::TAG).map(str::to_owned).collect(),
            completed_at: time(record, field::COMPLETED),
            deleted_at: record.deleted_at(),
            created_at: time(record, field::CREATED_AT).unwrap_or(Timestamp::UNIX_EPOCH),
            created_by: Actor::from_text(&text(record, field::CREATED_BY)),
        };
        if let (Some(anchor), Some(recurrence)) = (anchor, recurrence) {
            task.recur(&anchor, recurrence, occurrences);
        }
        task.reminders.sort();
        task
    }

    /// When a task that repeats is due next, at most `limit` times, as its record and what became of
    /// its occurrences say. Of what goes by completion only the next one is known.
    pub fn next_dues(record: &Record, occurrences: &[Occurrence], limit: usize) -> Vec<Due> {
        let anchor: Option<Due> = read(record, field::DUE);
        let recurrence: Option<Recurrence> = read(record, field::RECURRENCE);
        let (Some(anchor), Some(recurrence)) = (anchor, recurrence) else {
            return Vec::new();
        };
        let days = (Date::MIN, Date::MAX);
        upcoming(&recurrence, &anchor, occurrences, days.0, days.1, limit)
            .into_iter()
            .map(|next| next.due)
            .collect()
    }

    /// Sets what follows from the occurrences: when the next one is due, or, after the last, when
    /// that was completed.
    fn recur(&mut self, anchor: &Due, recurrence: Recurrence, occurrences: &[Occurrence]) {
        match next_occurrence(&recurrence, anchor, occurrences) {
            Some(next) => {
                self.occurrence = Some(next.date);
                self.due = Some(next.due);
            }
            None => {
                let settled = occurrences.iter().filter_map(Occurrence::settled);
                self.completed_at = self.completed_at.or(settled.map(Zoned::timestamp).max());
                let last = occurrences.iter().filter(|row| row.settled().is_some());
                if let Some(last) = last.max_by_key(|row| row.date) {
                    self.due = last.moved.clone().or_else(|| Some(anchor.on(last.date)));
                }
            }
        }
        self.recurrence = Some(recurrence);
    }
}

/// A list of tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct List {
    /// The id, a UUID of version 7.
    pub id: ListId,
    /// Its name, one line.
    pub name: String,
    /// Its colour.
    pub colour: Option<Colour>,
    /// When it was archived: it and its tasks are kept, out of sight.
    #[schemars(with = "Option<String>")]
    #[ts(as = "Option<String>")]
    pub archived_at: Option<Timestamp>,
    /// When it went to the trash.
    #[schemars(with = "Option<String>")]
    #[ts(as = "Option<String>")]
    pub deleted_at: Option<Timestamp>,
}

impl List {
    /// Reads a list from its record.
    pub fn from_record(id: ListId, record: &Record) -> Self {
        Self {
            id,
            name: text(record, field::NAME),
            colour: read(record, field::COLOUR),
            archived_at: time(record, field::ARCHIVED),
            deleted_at: record.deleted_at(),
        }
    }
}

/// A query that is kept under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SavedFilter {
    /// The id, a UUID of version 7.
    pub id: FilterId,
    /// Its name, one line.
    pub name: String,
    /// What it shows, as [`crate::Filter`]'s text.
    pub query: String,
    /// Its colour.
    pub colour: Option<Colour>,
    /// When it went to the trash.
    #[schemars(with = "Option<String>")]
    #[ts(as = "Option<String>")]
    pub deleted_at: Option<Timestamp>,
}

impl SavedFilter {
    /// Reads a saved filter from its record.
    pub fn from_record(id: FilterId, record: &Record) -> Self {
        Self {
            id,
            name: text(record, field::NAME),
            query: text(record, field::QUERY),
            colour: read(record, field::COLOUR),
            deleted_at: record.deleted_at(),
        }
    }
}
