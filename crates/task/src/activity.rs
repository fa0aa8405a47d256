//! The activity: who changed what, when, from what to what.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::actor::Actor;
use crate::change::Deed;
use crate::id::{GroupId, TaskId};

/// Which part of the activity, the latest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ActivityQuery {
    /// Only what was done to this task.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task: Option<TaskId>,
    /// Only the changes of this group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// Only what was done before this entry ([`Activity::seq`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "number")]
    pub before: Option<u64>,
    /// How many entries at the most; held to 1 to [`crate::PAGE_LIMIT`].
    pub limit: usize,
}

/// The most fields that an entry tells of.
pub const FIELDS_LIMIT: usize = 100;

/// An entry of the activity: one change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Activity {
    /// Its place in the change log.
    #[ts(type = "number")]
    pub seq: u64,
    /// The group by which it can be taken back.
    pub group: GroupId,
    /// Who did it.
    pub actor: Actor,
    /// When.
    #[schemars(with = "String")]
    #[ts(as = "String")]
    pub at: Timestamp,
    /// What was done.
    pub deed: Deed,
    /// The title of the first task at that time, or the name of the list or filter.
    pub subject: String,
    /// How many tasks.
    pub count: usize,
    /// Whether it was taken back since.
    pub undone: bool,
    /// The entry that this one takes back or does again.
    #[ts(type = "number | null")]
    pub reverses: Option<u64>,
    /// What it wrote; the first [`FIELDS_LIMIT`] of it.
    pub fields: Vec<FieldChange>,
}

/// One field that a change wrote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FieldChange {
    /// The task it belongs to; `null` where it is a list's or a filter's.
    pub task: Option<TaskId>,
    /// The date of the occurrence, where it is one's.
    pub occurrence: Option<String>,
    /// The field, by its name in the record.
    pub field: String,
    /// What it was; `null` where it was not set.
    #[ts(type = "unknown")]
    pub old: Value,
    /// What it became.
    #[ts(type = "unknown")]
    pub new: Value,
}
