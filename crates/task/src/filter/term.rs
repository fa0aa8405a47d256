//! A condition as it is written: with its days in words.

use std::fmt;

use super::condition::{Author, Property, State};
use super::days::Look;
use super::token::quoted;
use crate::task::Priority;

/// Which of a task's dates is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateField {
    Due,
    Start,
    Deadline,
    Created,
    Completed,
}

impl DateField {
    pub(super) const ALL: [Self; 5] = [
        Self::Due,
        Self::Start,
        Self::Deadline,
        Self::Created,
        Self::Completed,
    ];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Start => "start",
            Self::Deadline => "deadline",
            Self::Created => "created",
            Self::Completed => "completed",
        }
    }

    /// The field that a word, in lower case and without its colon, names.
    pub(super) fn named(word: &str) -> Option<Self> {
        match word {
            "date" => Some(Self::Due),
            "added" => Some(Self::Created),
            "done" => Some(Self::Completed),
            _ => Self::ALL.into_iter().find(|field| field.as_str() == word),
        }
    }

    /// Which way names of days point.
    pub(super) fn look(self) -> Look {
        match self {
            Self::Due | Self::Start | Self::Deadline => Look::Ahead,
            Self::Created | Self::Completed => Look::Back,
        }
    }
}

/// Which days are meant, in words that were understood when the query was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum When {
    On(String),
    Before(String),
    After(String),
    /// So many days, today the first of them.
    Next(u32),
}

/// A condition as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Term {
    /// One of the task's dates is among these days.
    Date(DateField, When),
    /// The task is so, whatever day it is.
    Is(Property),
}

/// The conditions that are fixed words. The first of those that mean the same is how it is written
/// by [`fmt::Display`]. A colon may follow the first of several words: `has: notes`.
pub(super) static FIXED: &[(&str, Property)] = &[
    ("no date", Property::NoDue),
    ("no due", Property::NoDue),
    ("no due date", Property::NoDue),
    ("no start", Property::NoStart),
    ("no start date", Property::NoStart),
    ("no deadline", Property::NoDeadline),
    ("no time", Property::NoTime),
    ("someday", Property::Someday),
    ("recurring", Property::Recurring),
    ("no tags", Property::NoTags),
    ("no tag", Property::NoTags),
    ("no labels", Property::NoTags),
    ("p1", Property::Priority(Priority::P1)),
    ("p2", Property::Priority(Priority::P2)),
    ("p3", Property::Priority(Priority::P3)),
    ("p4", Property::Priority(Priority::P4)),
    ("no priority", Property::Priority(Priority::P4)),
    ("subtask", Property::Subtask),
    ("subtasks", Property::Subtask),
    ("has notes", Property::HasNotes),
    ("has reminder", Property::HasReminder),
    ("has reminders", Property::HasReminder),
    ("open", Property::State(State::Open)),
    ("done", Property::State(State::Completed)),
    ("completed", Property::State(State::Completed)),
    ("trash", Property::State(State::Deleted)),
    ("deleted", Property::State(State::Deleted)),
    ("all", Property::State(State::Kept)),
    ("start someday", Property::Someday),
];

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(field, when) => {
                let field = field.as_str();
                match when {
                    When::On(words) => write!(f, "{field}: {words}"),
                    When::Before(words) => write!(f, "{field} before: {words}"),
                    When::After(words) => write!(f, "{field} after: {words}"),
                    When::Next(days) => write!(f, "{field}: next {days} days"),
                }
            }
            Self::Is(Property::Tag(pattern)) => write!(f, "@{pattern}"),
            Self::Is(Property::List(pattern)) => write!(f, "#{pattern}"),
            Self::Is(Property::Inbox) => f.write_str("#inbox"),
            Self::Is(Property::Words(words)) => f.write_str(&quoted(&words.join(" "))),
            Self::Is(Property::By(author)) => match author {
                Author::Person => f.write_str("by: me"),
                Author::Assistant => f.write_str("by: assistant"),
                Author::Server => f.write_str("by: server"),
                Author::Named(pattern) => {
                    write!(f, "by: {}", quoted(&pattern.parts().join("*")))
                }
            },
            Self::Is(property) => {
                let word = FIXED.iter().find(|(_, fixed)| fixed == property);
                f.write_str(word.map_or("", |(word, _)| word))
            }
        }
    }
}
