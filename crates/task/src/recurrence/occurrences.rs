//! The dates of a rule, one after the other.

use std::iter::FusedIterator;
use std::vec;

use jiff::civil::Date;

use super::days::{self, Day};
use super::rule::{Ends, Frequency, Rule};

impl Rule {
    /// The dates of the rule from the anchor on, strictly increasing.
    ///
    /// The anchor gives what the rule leaves open: the weekday of a weekly rule, the day of a
    /// monthly one, the day and month of a yearly one. It also says in which weeks, months and
    /// years an interval falls, and from where `COUNT` counts. It is itself a date of the rule only
    /// where it matches it (RFC 5545, 3.8.5.3, leaves open what a `DTSTART` beside its rule means).
    /// A month or year that lacks a day, such as the 31st or 29 February, is passed over.
    ///
    /// It ends with the rule or with the calendar, and for a rule without dates (30 February)
    /// after one cycle of the Gregorian calendar, 400 years, without one: all later ones would be
    /// the same.
    pub fn occurrences(&self, anchor: Date) -> Occurrences {
        Occurrences::new(self, anchor, anchor)
    }

    /// As [`Rule::occurrences`], those from `from` on. The way there takes the same time however
    /// far it is, but for a rule with `COUNT`, which is counted through.
    pub fn occurrences_from(&self, anchor: Date, from: Date) -> Occurrences {
        Occurrences::new(self, anchor, from)
    }

    /// The first date of the rule from `from` on, as [`Rule::occurrences_from`].
    pub fn first_from(&self, anchor: Date, from: Date) -> Option<Date> {
        self.occurrences_from(anchor, from).next()
    }
}

/// The dates of a rule: see [`Rule::occurrences`].
#[derive(Debug, Clone)]
pub struct Occurrences {
    /// The rule, with what the anchor gives filled in.
    rule: Rule,
    /// Where the first period begins.
    start: Start,
    /// The anchor, or where counting may begin after it.
    counted_from: Date,
    /// The first date that is given.
    from: Date,
    /// The last date that may be given.
    last: Date,
    /// How many are still to be counted.
    left: Option<u32>,
    /// The next period, counted from the anchor's: a day, week, month or year of the rule.
    period: i64,
    /// How many periods in a row had no date.
    empty: i64,
    /// How many they may be: see [`cycle`].
    cycle: i64,
    /// The dates of the current period that are still to come.
    ready: vec::IntoIter<Date>,
}

/// Where the period of the anchor begins.
#[derive(Debug, Clone, Copy)]
enum Start {
    /// A day or a week, by its first day.
    Day(Day),
    /// A month, counted from January of the year 0; of a year, its January.
    Month(i64),
}

impl Occurrences {
    fn new(rule: &Rule, anchor: Date, from: Date) -> Self {
        let rule = rule.clone().filled_in(anchor);
        let month = i64::from(anchor.year()) * 12;
        let start = match rule.frequency {
            Frequency::Daily => Start::Day(Day::of(anchor)),
            Frequency::Weekly => Start::Day(Day::of(anchor).week_start(rule.week_start)),
            Frequency::Monthly => Start::Month(month + i64::from(anchor.month()) - 1),
            Frequency::Yearly => Start::Month(month),
        };
        let from = from.max(anchor);
        let (left, last) = match rule.ends {
            Ends::Never => (None, Date::MAX),
            Ends::Until(day) => (None, day),
            Ends::Count(count) => (Some(count), Date::MAX),
        };
        let mut dates = Self {
            cycle: cycle(&rule),
            rule,
            start,
            counted_from: anchor,
            from,
            last,
            left,
            period: 0,
            empty: 0,
            ready: Vec::new().into_iter(),
        };
        if left.is_none() {
            dates.counted_from = from;
            dates.period = dates.period_of(from);
        }
        dates
    }

    /// How many days or months lie between the beginnings of two periods.
    fn step(&self) -> i64 {
        let each = match self.rule.frequency {
            Frequency::Daily | Frequency::Monthly => 1,
            Frequency::Weekly => 7,
            Frequency::Yearly => 12,
        };
        i64::from(self.rule.interval.max(1)) * each
    }

    /// The last period that begins on or before a day.
    fn period_of(&self, day: Date) -> i64 {
        let distance = match self.start {
            Start::Day(start) => Day::of(day).0 - start.0,
            Start::Month(start) => i64::from(day.year()) * 12 + i64::from(day.month()) - 1 - start,
        };
        distance.div_euclid(self.step())
    }

    /// The dates of a period, or `None` where it begins after the last day.
    fn dates_of(&self, period: i64) -> Option<Vec<Date>> {
        let offset = period.checked_mul(self.step())?;
        let mut dates = Vec::new();
        match self.start {
            Start::Day(start) => {
                let first = Day(start.0.checked_add(offset)?);
                if first > Day::of(self.last) {
                    return None;
                }
                let length = match self.rule.frequency {
                    Frequency::Weekly => 7,
                    _ => 1,
                };
                let days = (first.0..first.0 + length).filter_map(|day| Day(day).date());
                dates.extend(days.filter(|date| self.rule.has(*date)));
            }
            Start::Month(start) => {
                let first = start.checked_add(offset)?;
                if days::first_of_month(first)? > self.last {
                    return None;
                }
                let length = match self.rule.frequency {
                    Frequency::Yearly => 12,
                    _ => 1,
                };
                let months = (first..first + length).filter_map(days::first_of_month);
                for month in months.filter(|month| self.rule.has_month(*month)) {
                    dates.extend(self.rule.dates_in(month));
                }
            }
        }
        Some(self.rule.chosen(dates))
    }
}

/// How many periods in a row can be without a date before a later one has one: as many of the
/// rule's days, weeks, months or years as pass until they fall on the same ones of the Gregorian
/// calendar's cycle of 400 years again.
fn cycle(rule: &Rule) -> i64 {
    let cycle = match rule.frequency {
        Frequency::Daily => 146_097,
        Frequency::Weekly => 20_871,
        Frequency::Monthly => 4_800,
        Frequency::Yearly => 400,
    };
    cycle / greatest_common_divisor(cycle, i64::from(rule.interval.max(1)))
}

fn greatest_common_divisor(a: i64, b: i64) -> i64 {
    if b == 0 {
        a
    } else {
        greatest_common_divisor(b, a % b)
    }
}

impl Iterator for Occurrences {
    type Item = Date;

    fn next(&mut self) -> Option<Date> {
        loop {
            if self.left == Some(0) {
                return None;
            }
            for date in self.ready.by_ref() {
                if date > self.last {
                    self.left = Some(0);
                    return None;
                }
                if date < self.counted_from {
                    continue;
                }
                let left = self.left.map(|left| left.saturating_sub(1));
                self.left = left;
                if date >= self.from {
                    return Some(date);
                }
                if left == Some(0) {
                    return None;
                }
            }
            let dates = if self.empty > self.cycle {
                None
            } else {
                self.dates_of(self.period)
            };
            let Some(dates) = dates else {
                self.left = Some(0);
                return None;
            };
            self.period += 1;
            self.empty = if dates.is_empty() { self.empty + 1 } else { 0 };
            self.ready = dates.into_iter();
        }
    }
}

impl FusedIterator for Occurrences {}
