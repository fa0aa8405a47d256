//! What the interpreter remembers between two messages of a thread: which numbers are on the
//! screen, which tasks were spoken of last, what it did and what it asked. Kept as a hidden item
//! of the thread, so that it outlives a restart and every thread has its own.

use chatkit::{Feedback, ItemId, ItemKind, Turn};
use serde::{Deserialize, Serialize};
use task::{GroupId, TaskId};

use crate::answer::Answer;
use crate::verb::Verb;

/// What the person was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub(crate) enum Question {
    /// What a new task is called.
    Title,
    /// Whether this line is to be added.
    Line { line: String },
    /// Which of these tasks is meant; whether it is this one, where there is one only. `also` are
    /// those that are certain.
    Which {
        verb: Verb,
        among: Vec<TaskId>,
        also: Vec<TaskId>,
    },
    /// Whether to do it to all of these.
    Confirm { verb: Verb, tasks: Vec<TaskId> },
}

/// What was done last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "did", rename_all = "snake_case")]
pub(crate) enum Done {
    /// Added as several, from one line.
    Added { group: GroupId, line: String },
    /// Changed.
    Changed { group: GroupId, verb: Verb },
}

/// What was said before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Memory {
    /// The tasks of the numbered list that was printed last, in order; number 1 is the first.
    pub(crate) shown: Vec<TaskId>,
    /// The tasks that were spoken of last: "it", "them".
    pub(crate) spoken: Vec<TaskId>,
    /// What the last answer asked.
    pub(crate) asked: Option<Question>,
    /// What was done last.
    pub(crate) done: Option<Done>,
}

/// A hidden item of the interpreter.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Hidden {
    /// What to remember.
    Memory(Memory),
    /// What the person thinks of answers. Kept with the thread, for whoever exports it.
    Feedback {
        /// Of which items.
        items: Vec<ItemId>,
        /// What they think.
        opinion: Feedback,
    },
}

/// How far back a thread is looked through.
const LOOKED: usize = 60;

impl Memory {
    /// The latest memory of the thread.
    pub(crate) async fn recall(turn: &Turn) -> Self {
        let items = turn.history(LOOKED).await.unwrap_or_default();
        items
            .iter()
            .rev()
            .find_map(|item| match &item.kind {
                ItemKind::HiddenContextItem { content } => match Hidden::deserialize(content) {
                    Ok(Hidden::Memory(memory)) => Some(memory),
                    _ => None,
                },
                _ => None,
            })
            .unwrap_or_default()
    }

    /// What to remember after an answer. The numbers of a list hold until another one is printed:
    /// they are still on the screen. A question holds for one message.
    pub(crate) fn after(self, answer: &Answer) -> Self {
        Self {
            shown: answer.shown.clone().unwrap_or(self.shown),
            spoken: answer.spoken.clone().unwrap_or(self.spoken),
            asked: answer.asked.clone(),
            done: answer.done.clone().or(self.done),
        }
    }
}
