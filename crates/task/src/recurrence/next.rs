//! What is to be done next of a recurring task: derived from its rule, its anchor and what became
//! of its occurrences, and never written anywhere.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::after::dates_after;
use super::{Basis, Ends, Recurrence};
use crate::due::Due;
use crate::occurrence::Occurrence;

/// An occurrence of a recurring task that is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// The occurrence's key: the civil date that the rule gives it, in the task's zone.
    pub date: Date,
    /// When it is due: as it was moved, or else on its date at the anchor's time, in its zone.
    pub due: Due,
}

/// The occurrence of a recurring task that is to be done next, or `None` once it has ended.
///
/// `anchor` is the task's due field, `rows` what became of its occurrences, one row for each date,
/// in any order. The answer is a function of these alone: devices that know the same rows agree,
/// whatever happened in between and in which order they learnt of it. An occurrence that is
/// completed or skipped (both: settled) never comes again, unless that is taken back. The day on
/// which that was is meant in the task's zone; where it has none, where the person then was.
///
/// **From the due date** it is the first date of the rule that is not settled, counted from the
/// anchor, or from the latest day on which anything was settled, if that is later. So whoever
/// completes a task after some days passes over the days missed before, and today's own stays
/// open; what is settled ahead of its time is just not given again; a device that completed two is
/// not thrown back by one that completed the first. An occurrence that was moved, to that day or a
/// later one, is not passed over. A moved one keeps its place in the order of dates: one that was
/// moved beyond the following one is still next.
///
/// Rows dated before the anchor are history. So where the anchor is set to a later day ("this one
/// and all to come"), the task comes again from that day, whenever those before it were settled;
/// where it is set to an earlier one, the rows from there on still count; and where only its time
/// changes, nothing but the time changes. `COUNT` counts the dates of the rule from the anchor.
///
/// **From completion** it is the first date of the rule, anchored at the latest day on which
/// anything was settled, after that day. A month or year that lacks that day takes its last one
/// instead. As long as nothing is settled it is the anchor's day, and so it is after the anchor was
/// set to a day later than all that has become of the task. `COUNT` counts what was settled.
pub fn next_occurrence(recurrence: &Recurrence, anchor: &Due, rows: &[Occurrence]) -> Option<Next> {
    let series = Series::new(recurrence, anchor, rows);
    match recurrence.basis {
        Basis::Due => {
            let moved = series.moved().map(|(date, _)| date).min();
            let date = match (moved, series.dates(series.from).next()) {
                (Some(moved), Some(date)) => moved.min(date),
                (moved, date) => moved.or(date)?,
            };
            Some(series.next(date))
        }
        Basis::Completion => series.after_completion(),
    }
}

/// The occurrences still to be done that are due from one day to another, both among them, as
/// [`next_occurrence`] sees them: at most `limit`, in the order in which they are due. What goes by
/// completion has only its next one; the ones after it depend on when that is done.
pub fn upcoming(
    recurrence: &Recurrence,
    anchor: &Due,
    rows: &[Occurrence],
    from: Date,
    until: Date,
    limit: usize,
) -> Vec<Next> {
    let series = Series::new(recurrence, anchor, rows);
    let mut found: Vec<Next> = match recurrence.basis {
        Basis::Completion => series.after_completion().into_iter().collect(),
        Basis::Due => {
            let moved = series.moved().map(|(date, due)| Next {
                date,
                due: due.clone(),
            });
            let dates = series
                .dates(series.from.max(from))
                .take_while(|date| *date <= until)
                .filter(|date| series.moved_to(*date).is_none())
                .take(limit)
                .map(|date| series.next(date));
            moved.chain(dates).collect()
        }
    };
    found.retain(|next| (from..=until).contains(&next.due.day()));
    found.sort_by_key(|next| (next.due.day(), next.due.time(), next.date));
    found.truncate(limit);
    found
}

/// A recurring task with what became of its occurrences.
struct Series<'a> {
    recurrence: &'a Recurrence,
    anchor: &'a Due,
    rows: &'a [Occurrence],
    /// The task's zone, where it has one.
    zone: Option<TimeZone>,
    /// Where dates from the due date begin: at the anchor, or where the latest was settled.
    from: Date,
}

impl<'a> Series<'a> {
    fn new(recurrence: &'a Recurrence, anchor: &'a Due, rows: &'a [Occurrence]) -> Self {
        let zone = match anchor {
            Due::In(_, zone) => TimeZone::get(zone).ok(),
            Due::Day(_) | Due::At(_) => None,
        };
        let first = anchor.day();
        let mut series = Self {
            recurrence,
            anchor,
            rows,
            zone,
            from: first,
        };
        let counted = rows.iter().filter(|row| row.date >= first);
        let latest = counted.filter_map(|row| series.settled_on(row)).max();
        series.from = latest.map_or(first, |latest| latest.max(first));
        series
    }

    /// The day on which an occurrence was settled, where that happened: in the task's zone, which
    /// its dates are of, or else in the zone in which the person then was.
    fn settled_on(&self, row: &Occurrence) -> Option<Date> {
        let at = row.settled()?;
        Some(match &self.zone {
            Some(zone) => at.with_time_zone(zone.clone()).date(),
            None => at.date(),
        })
    }

    fn is_open(&self, date: Date) -> bool {
        let mut rows = self.rows.iter().filter(|row| row.date == date);
        rows.all(|row| row.settled().is_none())
    }

    /// When an occurrence is due in place of what the rule says.
    fn moved_to(&self, date: Date) -> Option<&'a Due> {
        let mut rows = self.rows.iter().filter(|row| row.date == date);
        rows.find_map(|row| row.moved.as_ref())
    }

    fn next(&self, date: Date) -> Next {
        let due = self.moved_to(date).cloned();
        Next {
            date,
            due: due.unwrap_or_else(|| self.anchor.on(date)),
        }
    }

    /// The rule's open dates from a day on.
    fn dates(&self, from: Date) -> impl Iterator<Item = Date> {
        let dates = self
            .recurrence
            .rule
            .occurrences_from(self.anchor.day(), from);
        dates.filter(|date| self.is_open(*date))
    }

    /// The open occurrences that were moved and are not passed over, by their dates.
    fn moved(&self) -> impl Iterator<Item = (Date, &'a Due)> {
        let moved = self.rows.iter().filter(|row| row.settled().is_none());
        let moved = moved.filter_map(|row| Some((row.date, row.moved.as_ref()?)));
        moved.filter(|(date, due)| {
            let rule = &self.recurrence.rule;
            let first = self.anchor.day();
            *date >= first
                && (*date >= self.from || due.day() >= self.from)
                && rule.first_from(first, *date) == Some(*date)
        })
    }

    /// The next occurrence of what goes by completion.
    fn after_completion(&self) -> Option<Next> {
        let rule = &self.recurrence.rule;
        let first = self.anchor.day();
        let settled = self.rows.iter().filter_map(|row| self.settled_on(row));
        if let Ends::Count(count) = rule.ends
            && settled.clone().count() >= usize::try_from(count).unwrap_or(usize::MAX)
        {
            return None;
        }
        let begun = self.rows.iter().any(|row| {
            self.settled_on(row)
                .is_some_and(|settled| row.date >= first || settled > first)
        });
        let latest = settled.max().filter(|_| begun);
        let date = match latest {
            Some(latest) => {
                let dates = dates_after(rule, latest).into_iter();
                dates
                    .filter_map(|mut dates| dates.find(|date| self.is_open(*date)))
                    .min()?
            }
            None => first,
        };
        match rule.ends {
            Ends::Until(last) if date > last => None,
            _ => Some(self.next(date)),
        }
    }
}
