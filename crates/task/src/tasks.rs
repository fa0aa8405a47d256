//! The one door through which everybody reads and changes tasks.

use async_trait::async_trait;
use jiff::Zoned;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::Action;
use crate::activity::{Activity, ActivityQuery};
use crate::error::Error;
use crate::id::{GroupId, TaskId};
use crate::task::{List, Task};
use crate::view::{Changed, Overview, Page, Rows, Search, View};

/// What an action did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Applied {
    /// The group of the change, by which it can be taken back.
    pub group: GroupId,
    /// The tasks that the action named, as they are now.
    pub tasks: Vec<Task>,
}

/// A task that an undo left as it is, at least in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Stayed {
    /// Which task.
    pub task: TaskId,
    /// Its title.
    pub title: String,
    /// The fields that somebody changed since.
    pub fields: Vec<String>,
}

/// What an undo or a redo did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Undone {
    /// The group that was taken back or done again.
    pub group: GroupId,
    /// A sentence that tells it, such as `Took back: completed “Buy milk”.`
    pub summary: String,
    /// The tasks that changed.
    pub restored: Vec<TaskId>,
    /// What was left alone, since somebody changed it meanwhile.
    pub stayed: Vec<Stayed>,
}

/// What to take back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The caller's own last group that still stands.
    Last,
    /// A certain group. A client and the assistant may name only their own; the person any.
    Group(GroupId),
}

/// Reading and changing tasks, for one caller: an implementation is made per actor (and, where
/// several actions belong together, per group). Everything commits before it answers.
#[async_trait]
pub trait Tasks: Send + Sync {
    /// The time, in the person's zone, by which this door understands "today".
    fn now(&self) -> Zoned;

    /// Does something, as one transaction.
    async fn apply(&self, action: Action) -> Result<Applied, Error>;

    /// The tasks with these ids, in this order, those in the trash too; unknown ids are left out.
    async fn get(&self, ids: &[TaskId]) -> Result<Vec<Task>, Error>;

    /// The task that a person or a model means: a whole id, or 8 and more of its last characters.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Ambiguous`] where several ids end so.
    async fn resolve(&self, reference: &str) -> Result<TaskId, Error>;

    /// A page of a view.
    async fn view(&self, view: &View, page: &Page) -> Result<Rows, Error>;

    /// All ids of a view, in its order.
    async fn ids(&self, view: &View) -> Result<Vec<TaskId>, Error>;

    /// How many tasks a view shows.
    async fn count(&self, view: &View) -> Result<u64, Error>;

    /// The tasks of a view that were completed today, the latest first; at most 500.
    async fn done_today(&self, view: &View) -> Result<Vec<Task>, Error>;

    /// All lists that are not in the trash, in their order, the archived too. Quicker than the
    /// overview, which counts.
    async fn lists(&self) -> Result<Vec<List>, Error>;

    /// Lists, tags and counts.
    async fn overview(&self) -> Result<Overview, Error>;

    /// Tasks that have all these words; not those in the trash, unless the filter says so. A text
    /// without a word finds nothing.
    async fn search(&self, search: &Search) -> Result<Vec<Task>, Error>;

    /// A part of the activity, the latest first.
    async fn activity(&self, query: &ActivityQuery) -> Result<Vec<Activity>, Error>;

    /// Takes something back. See [`crate::reverse`].
    async fn undo(&self, target: Target) -> Result<Undone, Error>;

    /// Does the caller's own last undone group again, as long as they did nothing new since.
    async fn redo(&self) -> Result<Undone, Error>;

    /// What changed after position `since` of the change log. Positions begin at 1, so 0 asks for
    /// everything.
    async fn changes(&self, since: u64) -> Result<Changed, Error>;
}
