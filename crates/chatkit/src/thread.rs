//! Threads: what is stored of them, and what is sent.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{Item, Page, ThreadId};

/// A conversation, without its items. This is what a store keeps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Thread {
    /// Unique in its store.
    pub id: ThreadId,
    /// When it was begun, to the microsecond. On the wire RFC 3339 with `Z`.
    pub created_at: Timestamp,
    /// What the history calls it; the client shows a placeholder without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Whether people may go on writing.
    #[serde(default)]
    pub status: ThreadStatus,
    /// Hosts that images in its messages may come from; `None` leaves it to the client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed_image_domains: Option<Vec<String>>,
    /// What the server remembers about it. Stored, never sent.
    #[serde(default)]
    pub metadata: Map<String, Value>,
}

impl Thread {
    /// A new, empty, active thread that begins now.
    #[must_use]
    pub fn begin() -> Self {
        Self {
            id: ThreadId::generate(),
            created_at: crate::time::now(),
            title: None,
            status: ThreadStatus::Active,
            allowed_image_domains: None,
            metadata: Map::new(),
        }
    }
}

/// Whether people may write in a thread. The client only draws it; the server enforces it: a thread
/// that isn't active takes no messages, no answers to questions and no retries. Actions in widgets
/// still reach the responder, so that one may open the thread again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ThreadStatus {
    /// They may.
    #[default]
    Active,
    /// Not now: the composer is disabled and shows the reason.
    Locked {
        /// Why, for the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Never again: a banner with the reason replaces the composer.
    Closed {
        /// Why, for the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
}

/// A thread as the client sees it: metadata emptied, with a page of items that holds no hidden
/// ones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ThreadView {
    #[serde(flatten)]
    thread: Thread,
    items: Page<Item>,
}

impl ThreadView {
    /// The thread with an empty page, as lists and events show it.
    #[must_use]
    pub fn without_items(thread: Thread) -> Self {
        Self::with_items(thread, Page::default())
    }

    /// The thread with a page of its items; hidden ones are taken out.
    #[must_use]
    pub fn with_items(thread: Thread, items: Page<Item>) -> Self {
        Self {
            thread: Thread {
                metadata: Map::new(),
                ..thread
            },
            items: items.filter_map(|item| (!item.is_hidden()).then_some(item)),
        }
    }

    /// The thread, its metadata emptied.
    #[must_use]
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    /// The page of items.
    #[must_use]
    pub fn items(&self) -> &Page<Item> {
        &self.items
    }
}
