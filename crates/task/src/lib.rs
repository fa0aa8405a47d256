//! The task domain of Calm Orbit: tasks, lists, dates in words, the quick-add line, stamps and
//! merge, what actions mean ([`decide()`]), and the trait [`Tasks`], through which everybody reads
//! and changes tasks.
//!
//! No I/O and no clock of its own: whoever calls says what time it is.

mod action;
mod activity;
mod actor;
mod alarm;
mod by_text;
mod change;
mod colour;
#[cfg(feature = "conformance")]
pub mod conformance;
mod decide;
mod due;
mod error;
pub mod filter;
mod heal;
mod id;
mod language;
mod occurrence;
mod patch;
mod pick;
pub mod position;
pub mod quick_add;
mod reach;
mod record;
mod recurrence;
mod reminder;
mod reverse;
mod snooze;
mod stamp;
mod start;
mod task;
mod tasks;
pub mod text;
pub mod tree;
mod view;
mod words;

pub use action::{Action, BULK_LIMIT, Beside, Outcome, TaskDraft};
pub use activity::{Activity, ActivityQuery, FIELDS_LIMIT, FieldChange};
pub use actor::Actor;
pub use alarm::Alarm;
pub use change::{Change, Deed, Entity, Entry, FieldWrite, NotADeed};
pub use colour::Colour;
pub use decide::{DURATION_LIMIT, Moment, REMINDERS_LIMIT, Rows as DecideRows, TAGS_LIMIT, decide};
pub use due::{Due, near_day};
pub use error::{Code, Error, Failure};
pub use filter::{Filter, FilterError};
pub use heal::heal;
pub use id::{FilterId, GroupId, ListId, TaskId, fresh_uuid};
pub use occurrence::Occurrence;
pub use patch::{NamePatch, TaskPatch};
pub use pick::{Picked, pick};
pub use reach::Reach;
pub use record::{Record, Register, canonical};
pub use recurrence::{
    Basis, ByDay, Ends, Frequency, Next, Occurrences, Recurrence, Rule, next_occurrence, upcoming,
};
pub use reminder::Reminder;
pub use reverse::{Direction, Reversal, reverse};
pub use snooze::{Snooze, parse_snooze};
pub use stamp::{Clock, DeviceId, NotAStamp, Stamp, Tick};
pub use start::Start;
pub use task::{List, Priority, SavedFilter, Task, field};
pub use tasks::{Applied, Stayed, Target, Tasks, Undone};
pub use view::{
    Changed, ListCount, Overview, PAGE_LIMIT, Page, Progress, Rows, Search, SearchOrder, TagCount,
    View,
};
pub use words::{due_in_words, parse_day, parse_due, parse_recurrence, parse_reminder};
