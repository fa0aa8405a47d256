//! What the interpreter remembers between two messages of a thread: which numbers are on the
//! screen, which task was spoken of last, and what it asked. Kept as a hidden item of the thread,
//! so that it outlives a restart and every thread has its own.

use chatkit::{ItemKind, Turn};
use serde::{Deserialize, Serialize};
use task::TaskId;

/// What to do with a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verb", rename_all = "snake_case")]
pub(crate) enum Verb {
    /// Complete it.
    Complete,
    /// Open it again.
    Reopen,
    /// Move it to the trash.
    Delete,
    /// Move it to another date, in the person's words.
    Reschedule { to: String },
    /// Take its due date away.
    Unschedule,
    /// Give it another title.
    Rename { to: String },
}

/// What the person was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub(crate) enum Question {
    /// What a new task is called.
    Title,
    /// Which of these tasks is meant; whether it is this one, where there is one only.
    Which { verb: Verb, among: Vec<TaskId> },
}

/// What was said before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Memory {
    /// The tasks of the numbered list that was printed last, in order; number 1 is the first.
    pub(crate) shown: Vec<TaskId>,
    /// The task that was added or changed last: "it".
    pub(crate) it: Option<TaskId>,
    /// What the last answer asked.
    pub(crate) asked: Option<Question>,
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

    /// What to remember after an answer. The numbers of a list hold until another one is printed:
    /// they are still on the screen. A question holds for one message.
    pub(crate) fn after(
        self,
        shown: Option<Vec<TaskId>>,
        it: Option<TaskId>,
        asked: Option<Question>,
    ) -> Self {
        Self {
            shown: shown.unwrap_or(self.shown),
            it: it.or(self.it),
            asked,
        }
    }
}
