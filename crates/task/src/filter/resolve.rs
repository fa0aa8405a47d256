//! A filter on a certain day.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Zoned};

use super::condition::{Condition, Days, Property, State};
use super::days::{Reading, read};
use super::term::{DateField, Term, When};
use super::tree::Tree;

/// What a filter asks on the day on which somebody looks: all days are dates, and the states that
/// it doesn't speak of are ruled out. It is for a database to compile, and [`Resolved::matches`]
/// says what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    pub(super) tree: Tree<Condition>,
    pub(super) zone: TimeZone,
}

impl Resolved {
    /// The conditions. Where the filter left the state open, [`Tree::And`] is outermost and ends
    /// in what was added.
    pub fn tree(&self) -> &Tree<Condition> {
        &self.tree
    }

    /// The zone of who looks, in which due times of other zones get their day.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    pub(super) fn new(written: &Tree<Term>, now: &Zoned) -> Self {
        let tree = written.map(&|term| match term {
            Term::Date(field, when) => dated(*field, when, now),
            Term::Is(property) => Condition::Is(property.clone()),
        });
        let states = |states: &[State]| {
            written.names(&|term| match term {
                Term::Is(Property::State(state)) => states.contains(state),
                Term::Date(DateField::Completed, _) => states.contains(&State::Completed),
                _ => false,
            })
        };
        let mut added = Vec::new();
        // Who asks for the trash gets just what they say. Else it stays out of sight, also where the
        // filter says "!done".
        if !states(&[State::Deleted]) {
            if !states(&[State::Open, State::Completed, State::Kept]) {
                added.push(State::Open);
            }
            added.push(State::Kept);
        }
        let added = added
            .into_iter()
            .map(|state| Tree::Leaf(Condition::Is(Property::State(state))));
        let tree = match tree {
            tree if added.len() == 0 => tree,
            Tree::And(parts) => Tree::And(parts.into_iter().chain(added).collect()),
            tree => Tree::And(std::iter::once(tree).chain(added).collect()),
        };
        Self {
            tree,
            zone: now.time_zone().clone(),
        }
    }
}

fn dated(field: DateField, when: &When, now: &Zoned) -> Condition {
    let Some(days) = days(field, when, now) else {
        return Condition::Never;
    };
    match field {
        DateField::Due => Condition::Due(days),
        DateField::Start => Condition::Start(days),
        DateField::Deadline => Condition::Deadline(days),
        DateField::Created => Condition::Created(days.instants(now.time_zone())),
        DateField::Completed => Condition::Completed(days.instants(now.time_zone())),
    }
}

/// `None` where there are no such days in the calendar.
fn days(field: DateField, when: &When, now: &Zoned) -> Option<Days> {
    let day = |words: &str| match read(words, now, field.look()) {
        Reading::Day(day) => Some(day),
        Reading::Timed | Reading::Unknown => None,
    };
    let (from, until): (Option<Date>, Option<Date>) = match when {
        When::On(words) => {
            let day = day(words)?;
            (Some(day), Some(day))
        }
        When::Before(words) => (None, Some(day(words)?.yesterday().ok()?)),
        When::After(words) => (Some(day(words)?.tomorrow().ok()?), None),
        When::Next(count) => {
            let today = now.date();
            let last = Span::new().try_days(i64::from(*count) - 1).ok();
            (
                Some(today),
                last.and_then(|span| today.checked_add(span).ok()),
            )
        }
    };
    Some(Days { from, until })
}
