//! The task domain of Calm Orbit: tasks, lists, dates in words, the quick-add line, stamps and
//! merge, what actions mean ([`decide()`]), and the trait [`Tasks`], through which everybody reads
//! and changes tasks.
//!
//! No I/O and no clock of its own: whoever calls says what time it is.

mod action;
mod actor;
mod change;
#[cfg(feature = "conformance")]
pub mod conformance;
mod decide;
mod due;
mod error;
mod id;
mod language;
mod occurrence;
mod pick;
pub mod quick_add;
mod record;
mod recurrence;
mod reminder;
mod reverse;
mod stamp;
mod start;
mod task;
mod tasks;
pub mod text;
mod view;
mod words;

pub use action::{Action, BULK_LIMIT, TaskDraft, TaskPatch};
pub use actor::Actor;
pub use change::{Change, Deed, Entity, Entry, FieldWrite};
pub use decide::{Moment, Rows as DecideRows, TAGS_LIMIT, decide};
pub use due::{Due, near_day};
pub use error::{Code, Error, Failure};
pub use id::{GroupId, ListId, TaskId, fresh_uuid};
pub use occurrence::Occurrence;
pub use pick::{Picked, pick};
pub use record::{Record, Register, canonical};
pub use recurrence::{
    Basis, ByDay, Ends, Frequency, Next, Occurrences, Recurrence, Rule, next_occurrence, upcoming,
};
pub use reminder::Reminder;
pub use reverse::{Direction, Reversal, reverse};
pub use stamp::{Clock, DeviceId, NotAStamp, Stamp, Tick};
pub use start::Start;
pub use task::{List, Priority, Task, field};
pub use tasks::{Applied, Stayed, Target, Tasks, Undone};
pub use view::{Changed, ListCount, Overview, PAGE_LIMIT, Page, Rows, TagCount, View};
pub use words::{due_in_words, parse_day, parse_due, parse_recurrence};
