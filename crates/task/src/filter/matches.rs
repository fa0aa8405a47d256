//! Whether a task is one that a filter shows.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::condition::{Author, Condition, Property, State};
use super::resolve::Resolved;
use super::words::{is_found, search_words};
use crate::actor::Actor;
use crate::due::Due;
use crate::start::Start;
use crate::task::Priority;

/// A task as a filter sees it.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its notes; empty where there are none.
    pub notes: &'a str,
    /// The name of its list; `None` is the Inbox, also for a task whose list is in the trash.
    pub list: Option<&'a str>,
    /// Whether that list is archived.
    pub archived: bool,
    /// When it is due; of a recurring task, when it is due next.
    pub due: Option<&'a Due>,
    /// When it is meant to be begun.
    pub start: Option<Start>,
    /// Its deadline.
    pub deadline: Option<Date>,
    /// How much it matters.
    pub priority: Priority,
    /// Its tags, folded, without `@`.
    pub tags: &'a [String],
    /// Whether it comes again.
    pub recurring: bool,
    /// Whether it is part of another task.
    pub subtask: bool,
    /// Whether it has a reminder.
    pub reminder: bool,
    /// When it was completed.
    pub completed_at: Option<Timestamp>,
    /// When it went to the trash.
    pub deleted_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
    /// Who made it.
    pub created_by: &'a Actor,
}

impl Resolved {
    /// Whether a task is one that the filter shows.
    pub fn matches(&self, task: &Facts<'_>) -> bool {
        self.tree
            .holds(&|condition| holds(condition, task, &self.zone))
    }
}

fn holds(condition: &Condition, task: &Facts<'_>, zone: &TimeZone) -> bool {
    match condition {
        Condition::Due(days) => task.due.is_some_and(|due| days.contains(day_in(due, zone))),
        Condition::Start(days) => match task.start {
            Some(Start::Day(day)) => days.contains(day),
            Some(Start::Someday) | None => false,
        },
        Condition::Deadline(days) => task.deadline.is_some_and(|day| days.contains(day)),
        Condition::Created(instants) => instants.contains(task.created_at),
        Condition::Completed(instants) => task.completed_at.is_some_and(|at| instants.contains(at)),
        Condition::Is(property) => is(property, task),
        Condition::Never => false,
    }
}

fn is(property: &Property, task: &Facts<'_>) -> bool {
    match property {
        Property::NoDue => task.due.is_none(),
        Property::NoStart => task.start.is_none(),
        Property::NoDeadline => task.deadline.is_none(),
        Property::NoTime => matches!(task.due, Some(Due::Day(_))),
        Property::Someday => task.start == Some(Start::Someday),
        Property::Recurring => task.recurring,
        Property::Tag(pattern) => task.tags.iter().any(|tag| pattern.matches(tag)),
        Property::NoTags => task.tags.is_empty(),
        Property::List(pattern) => task.list.is_some_and(|name| pattern.matches(name)),
        Property::Inbox => task.list.is_none(),
        Property::Priority(priority) => task.priority == *priority,
        Property::Words(words) => has_words(task, words),
        Property::Subtask => task.subtask,
        Property::HasNotes => !task.notes.trim().is_empty(),
        Property::HasReminder => task.reminder,
        Property::By(author) => is_by(author, task.created_by),
        Property::State(State::Open) => task.completed_at.is_none(),
        Property::State(State::Completed) => task.completed_at.is_some(),
        Property::State(State::Kept) => {
            task.deleted_at.is_none() && (task.completed_at.is_some() || !task.archived)
        }
        Property::State(State::Deleted) => task.deleted_at.is_some(),
    }
}

fn is_by(author: &Author, actor: &Actor) -> bool {
    match (author, actor) {
        (Author::Person, Actor::Person | Actor::Device { .. })
        | (Author::Assistant, Actor::Assistant)
        | (Author::Server, Actor::Server) => true,
        (Author::Named(pattern), Actor::Client { name } | Actor::Device { name }) => {
            pattern.matches(name)
        }
        _ => false,
    }
}

/// The day of a due date for somebody in `zone`. A zone that this machine doesn't know counts as
/// theirs.
fn day_in(due: &Due, zone: &TimeZone) -> Date {
    let Due::In(at, name) = due else {
        return due.day();
    };
    TimeZone::get(name)
        .and_then(|own| own.to_zoned(*at))
        .map_or(at.date(), |at| at.with_time_zone(zone.clone()).date())
}

fn has_words(task: &Facts<'_>, wanted: &[String]) -> bool {
    let own: Vec<String> = [task.title, task.notes]
        .into_iter()
        .chain(task.tags.iter().map(String::as_str))
        .flat_map(search_words)
        .collect();
    wanted
        .iter()
        .all(|part| own.iter().any(|word| is_found(part, word)))
}
