//! What a filter asks of a task on a certain day.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::pattern::Pattern;
use crate::task::Priority;

/// Days, both ends included; an open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

impl Days {
    /// Whether a day is one of them.
    pub fn contains(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// The instants of these days in a zone.
    pub(super) fn instants(self, zone: &TimeZone) -> Instants {
        // A day that begins where the instants end is as good as one without an end.
        let start = |day: Date| {
            let start = day.to_zoned(zone.clone());
            start.map_or(
                if day.year() > 0 {
                    Timestamp::MAX
                } else {
                    Timestamp::MIN
                },
                |start| start.timestamp(),
            )
        };
        Instants {
            from: self.from.map(start),
            before: self.until.and_then(|day| day.tomorrow().ok()).map(start),
        }
    }
}

/// A stretch of time; an open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instants {
    /// Its first instant.
    pub from: Option<Timestamp>,
    /// The first instant after it.
    pub before: Option<Timestamp>,
}

impl Instants {
    /// Whether an instant is in it.
    pub fn contains(self, at: Timestamp) -> bool {
        self.from.is_none_or(|from| from <= at) && self.before.is_none_or(|before| at < before)
    }
}

/// What a filter asks of a task. One without the date in question doesn't fulfil a condition about
/// that date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Due on one of these days. A due time in a named zone counts by its day in the zone of who
    /// looks ([`super::Resolved::zone`]); the others by the day that is written.
    Due(Days),
    /// To be begun on one of these days.
    Start(Days),
    /// With its deadline on one of these days.
    Deadline(Days),
    /// Made in this time.
    Created(Instants),
    /// Completed in this time.
    Completed(Instants),
    /// Something that has to do with no day.
    Is(Property),
    /// Nothing: its day is not in the calendar, which ends with the year 9999.
    Never,
}

/// What a task may be, whatever day it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Property {
    /// Without a due date.
    NoDue,
    /// Without a start (set aside for someday is one).
    NoStart,
    /// Without a deadline.
    NoDeadline,
    /// Due on a day, without a time of day.
    NoTime,
    /// Set aside for someday.
    Someday,
    /// Comes again.
    Recurring,
    /// With a tag of such a name.
    Tag(Pattern),
    /// Without tags.
    NoTags,
    /// In a list of such a name; not in the Inbox, which is no list.
    List(Pattern),
    /// In the Inbox.
    Inbox,
    /// Of this priority.
    Priority(Priority),
    /// All of these [`super::search_words`] are in title, notes or tags: each begins a word there,
    /// or, in a script without spaces, stands anywhere.
    Words(Vec<String>),
    /// Part of another task.
    Subtask,
    /// With notes.
    HasNotes,
    /// With a reminder.
    HasReminder,
    /// Made by them.
    By(Author),
    /// In this state.
    State(State),
}

/// The states of a task: open or completed, and, apart from that, kept or in the trash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not completed.
    Open,
    /// Completed.
    Completed,
    /// Not in the trash, and not put away: open in an archived list.
    Kept,
    /// In the trash.
    Deleted,
}

/// Who made a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// The person, on whichever of their devices.
    Person,
    /// The built-in assistant.
    Assistant,
    /// The backend.
    Server,
    /// A client or a device of such a name.
    Named(Pattern),
}
