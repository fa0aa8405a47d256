//! What can be mentioned in the chat: tasks, lists and tags.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

/// Something that can be mentioned, in the shape of ChatKit's entities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Entity {
    /// `task:UUID`, `list:UUID` or `tag:NAME`.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The name of one of ChatKit's icons.
    pub icon: String,
    /// The heading it is listed under: "Tasks", "Lists", "Tags".
    pub group: String,
    /// Whether a click on it opens something.
    pub interactive: bool,
    /// What else there is to say, in words: `due`, `list`, `count`.
    pub data: BTreeMap<String, String>,
}
