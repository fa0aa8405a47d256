//! What can be done with a task that there is.

use serde::{Deserialize, Serialize};

/// What to do with a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verb", rename_all = "snake_case")]
pub(crate) enum Verb {
    /// Complete it.
    Complete,
    /// Open it again.
    Reopen,
    /// Pass over the next occurrence.
    Skip,
    /// Move it to the trash.
    Delete,
    /// Take it out of the trash.
    Restore,
    /// Move it to another date, in the person's words.
    Reschedule { to: String },
    /// Move it by so many days, back in time where they are negative.
    Shift { days: i32 },
    /// Take its due date away.
    Unschedule,
    /// Set it aside for someday.
    Someday,
    /// Set its deadline, in the person's words; take it away where there are none.
    Deadline { to: Option<String> },
    /// Give it another title.
    Rename { to: String },
    /// Another priority, `p1` to `p4`.
    Prioritise { to: String },
    /// Put it into a list; into the Inbox where there is none.
    Put { list: Option<String> },
    /// Add tags.
    Tag { tags: Vec<String> },
    /// Take tags away.
    Untag { tags: Vec<String> },
    /// Let it come again, in the person's words; no more where there are none.
    Repeat { rule: Option<String> },
    /// How long it takes, in minutes.
    Length { minutes: u32 },
    /// Add to its notes.
    Note { text: String },
}

impl Verb {
    /// Where the tasks that it is done to are looked for: the state as a filter says it.
    pub(crate) fn among(&self) -> &'static str {
        match self {
            Self::Reopen => "done",
            Self::Restore => "trash",
            Self::Delete => "all",
            _ => "open",
        }
    }

    /// Whether the person is asked first, however few tasks it is done to.
    pub(crate) fn destroys(&self) -> bool {
        matches!(self, Self::Delete)
    }
}
