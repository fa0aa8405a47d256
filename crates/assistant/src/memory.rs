//! What the interpreter remembers between two messages of a thread: which tasks it showed, and
//! whether it asked which of them is meant. Kept as a hidden item of the thread, so that it
//! outlives a restart and every thread has its own.

use chatkit::{ItemKind, Turn};
use serde::{Deserialize, Serialize};
use task::TaskId;

/// What to do with the task that the person picks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verb", rename_all = "snake_case")]
pub(crate) enum Pending {
    /// Complete it.
    Complete,
    /// Open it again.
    Reopen,
    /// Move it to the trash.
    Delete,
    /// Move it to another date, in the person's words.
    Reschedule { to: String },
    /// Give it another title.
    Rename { to: String },
}

/// What was said last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Memory {
    /// The tasks that were shown, in order; number 1 is the first.
    pub(crate) shown: Vec<TaskId>,
    /// What the person was asked to pick one for.
    pub(crate) pending: Option<Pending>,
}

impl Memory {
    /// The latest memory of the thread.
    pub(crate) async fn recall(turn: &Turn) -> Self {
        let items = turn.history(60).await.unwrap_or_default();
        items
            .iter()
            .rev()
            .find_map(|item| match &item.kind {
                ItemKind::HiddenContextItem { content } => Self::deserialize(content).ok(),
                _ => None,
            })
            .unwrap_or_default()
    }
}
