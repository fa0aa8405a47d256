//! What a message can mean.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use task::TaskId;

use crate::verb::Verb;

/// What a message asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Intent {
    /// Add tasks: the line of each, for quick-add.
    Add(Vec<String>),
    /// Add one task to a list.
    AddTo { line: String, list: String },
    /// Add a task whose title is still to come.
    AddNameless,
    /// What was added as several tasks was meant as one.
    AsOne,
    /// Show tasks.
    Show(Query),
    /// Say how many tasks there are.
    Count(Query),
    /// Show the tasks that have these words.
    Find(String),
    /// Show the tasks that were spoken of.
    ShowThem,
    /// Say what these tasks are.
    Look(Reference),
    /// Show the lists.
    Lists,
    /// Show the tags.
    Tags,
    /// Say what is to be done next.
    Next,
    /// What the day holds.
    Plan,
    /// What was done on some days.
    Activity { which: Which, days: Days },
    /// Do something with tasks.
    Change(Verb, Reference),
    /// Move a task that is known, or else add one that is due then.
    Schedule {
        tasks: Reference,
        line: String,
        to: String,
    },
    /// Move tasks to something that is neither a date nor a list.
    MoveWhere { to: String },
    /// The last change was meant otherwise: by these words.
    Correct(String),
    /// Only tasks are named: the answer to "which one?".
    Pick(Reference),
    /// Take back the last change.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// The question is answered with yes.
    Yes,
    /// Drop the question.
    Never,
    /// Say what can be done.
    Help,
    /// A greeting.
    Greet,
    /// Thanks.
    Thanks,
    /// Something for a list itself, which can't be done here.
    ListWork,
    /// Emptying the trash, which nobody can take back.
    Purge,
    /// Asked about a change, not for it.
    OnlyAsked,
    /// Something else.
    Unknown,
}

impl Intent {
    /// Whether it may change something at once or after a question.
    pub(crate) fn writes(&self) -> bool {
        matches!(
            self,
            Self::Add(_)
                | Self::AddTo { .. }
                | Self::AsOne
                | Self::Change(..)
                | Self::Schedule { .. }
                | Self::Correct(_)
                | Self::Undo
        )
    }
}

/// Which of what was done is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// What was completed.
    Completed,
    /// What was moved to the trash.
    Deleted,
    /// All that the assistant did.
    Assistants,
    /// All.
    All,
}

/// Days, with the words for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Days {
    /// The first.
    pub(crate) from: Date,
    /// The last.
    pub(crate) to: Date,
    /// As in "you completed 3 tasks …".
    pub(crate) said: String,
}

/// Which tasks are meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Reference {
    /// Those with these numbers in the list that was shown last, from 1.
    Numbers(Vec<usize>),
    /// The last so many of that list.
    Last(usize),
    /// The one that was spoken of last.
    It,
    /// Those that were spoken of last.
    Them,
    /// The two that were spoken of last.
    Both,
    /// Those that were mentioned.
    Tasks(Vec<TaskId>),
    /// The one with these words.
    Words(String),
    /// All that a query shows.
    Query(Query),
}

/// Which tasks to show, as `list_tasks` takes it, with the words for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Query {
    /// A built-in view, where it is just that.
    pub(crate) view: Option<String>,
    /// The name of a list, where it is just that.
    pub(crate) list: Option<String>,
    /// A filter, in all other cases.
    pub(crate) filter: Option<String>,
    /// Before "tasks": "overdue".
    pub(crate) before: String,
    /// After it: "due this week in Home".
    pub(crate) after: String,
    /// Whether it says that it means tasks, and all of them.
    pub(crate) noun: bool,
}
