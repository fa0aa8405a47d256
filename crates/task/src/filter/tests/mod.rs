//! The query language, through its door.

mod calendar;
mod conditions;
mod dates;
mod errors;
mod laws;
mod renames;
mod states;

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};

use super::{Facts, Filter};
use crate::actor::Actor;
use crate::due::Due;
use crate::start::Start;
use crate::task::Priority;

/// A Saturday, nine in the morning.
const NOW: &str = "2026-11-21T09:00[Europe/Berlin]";

fn at(now: &str) -> Zoned {
    now.parse().unwrap()
}

fn instant(at: &str) -> Timestamp {
    at.parse().unwrap()
}

/// A task, as a test sets it out.
#[derive(Debug, Clone)]
struct Sample {
    title: String,
    notes: String,
    list: Option<String>,
    archived: bool,
    due: Option<Due>,
    start: Option<Start>,
    deadline: Option<Date>,
    priority: Priority,
    tags: Vec<String>,
    recurring: bool,
    subtask: bool,
    reminder: bool,
    completed_at: Option<Timestamp>,
    deleted_at: Option<Timestamp>,
    created_at: Timestamp,
    created_by: Actor,
}

impl Default for Sample {
    fn default() -> Self {
        Self {
            title: "Water the plants".into(),
            notes: String::new(),
            list: None,
            archived: false,
            due: None,
            start: None,
            deadline: None,
            priority: Priority::P4,
            tags: Vec::new(),
            recurring: false,
            subtask: false,
            reminder: false,
            completed_at: None,
            deleted_at: None,
            created_at: instant("2026-01-01T00:00Z"),
            created_by: Actor::Person,
        }
    }
}

impl Sample {
    fn facts(&self) -> Facts<'_> {
        Facts {
            title: &self.title,
            notes: &self.notes,
            list: self.list.as_deref(),
            archived: self.archived,
            due: self.due.as_ref(),
            start: self.start,
            deadline: self.deadline,
            priority: self.priority,
            tags: &self.tags,
            recurring: self.recurring,
            subtask: self.subtask,
            reminder: self.reminder,
            completed_at: self.completed_at,
            deleted_at: self.deleted_at,
            created_at: self.created_at,
            created_by: &self.created_by,
        }
    }
}

/// A sample with a few things set.
fn task(set: impl FnOnce(&mut Sample)) -> Sample {
    let mut sample = Sample::default();
    set(&mut sample);
    sample
}

fn due(day: &str) -> Sample {
    task(|task| task.due = Some(day.parse().unwrap()))
}

fn titled(title: &str) -> Sample {
    task(|task| task.title = title.into())
}

#[track_caller]
fn parsed(query: &str) -> Filter {
    Filter::parse(query, &at(NOW)).unwrap_or_else(|error| panic!("{query}: {error}"))
}

/// Whether a filter that is looked at then shows a task.
#[track_caller]
fn shown_at(query: &str, now: &str, sample: &Sample) -> bool {
    parsed(query).resolve(&at(now)).matches(&sample.facts())
}

#[track_caller]
fn shown(query: &str, sample: &Sample) -> bool {
    shown_at(query, NOW, sample)
}

/// Each query shows each of the first samples, and none of the second.
#[track_caller]
fn separates(queries: &[&str], fits: &[Sample], fails: &[Sample]) {
    for query in queries {
        for sample in fits {
            assert!(shown(query, sample), "{query} misses {sample:?}");
        }
        for sample in fails {
            assert!(!shown(query, sample), "{query} shows {sample:?}");
        }
    }
}
