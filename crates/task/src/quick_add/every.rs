//! Recurrences: "every 3 days", "every 2nd friday", "every! month on the 1st", "daily", "mondays
//! at 9", with their time, start and end.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::clock::{self, Clear, Clock};
use super::count;
use super::cursor::{Cursor, Scene};
use super::day::{self, weekday_name};
use super::when::{self, Lead, When};
use crate::due::Due;
use crate::language::{Kind, Part, Unit, has, meaning};
use crate::recurrence::{Basis, ByDay, Ends, Frequency, Recurrence, Rule};

/// How a recurrence was said: how likely it is to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// "every …".
    Every,
    /// "daily".
    Rhythm,
    /// "mondays", after a word such as "on" or not.
    Many {
        /// Whether it is.
        led: bool,
    },
}

/// What was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Every {
    pub(super) style: Style,
    pub(super) recurrence: Recurrence,
    pub(super) clock: Option<Clock>,
    pub(super) part: Option<Part>,
    pub(super) zone: Option<String>,
    pub(super) start: Option<Date>,
    ended: bool,
}

impl Every {
    fn new(style: Style, rule: Rule) -> Self {
        Self {
            style,
            recurrence: Recurrence {
                rule,
                basis: Basis::Due,
            },
            clock: None,
            part: None,
            zone: None,
            start: None,
            ended: false,
        }
    }

    /// Whether nothing but the rule was said.
    pub(super) fn is_rule_alone(&self) -> bool {
        self.clock.is_none() && self.zone.is_none() && self.part.is_none() && self.start.is_none()
    }

    /// The first occurrence from now on. What was said `beside` it counts too: a day is the first
    /// occurrence, a time is every one's.
    pub(super) fn due(&self, scene: &Scene<'_>, beside: Option<&When>) -> Option<Due> {
        let said = When {
            lead: Lead::Bare,
            day: beside.and_then(|when| when.day.clone()),
            clock: self.clock.or(beside.and_then(|when| when.clock)),
            part: self.part.or(beside.and_then(|when| when.part)),
            zone: self
                .zone
                .clone()
                .or_else(|| beside.and_then(|when| when.zone.clone())),
            time_first: false,
        };
        if said.day.is_some() {
            return said.due(scene, None);
        }
        let mut rule = self.recurrence.rule.clone();
        // The first of "every second friday" is the friday to come: the due date is what the rule
        // counts from.
        if !(rule.by_day.is_empty() && rule.by_month_day.is_empty()) {
            rule.interval = 1;
        }
        let start = self.start.unwrap_or(scene.today);
        let first = rule.first_from(start, start)?;
        let Some(time) = said.time() else {
            return Some(Due::Day(first));
        };
        let first = if first < said.earliest(scene, time)? {
            rule.first_from(start, first.tomorrow().ok()?)?
        } else {
            first
        };
        Some(when::at(first, time, said.zone))
    }
}

/// Reads one.
pub(super) fn every(c: &mut Cursor<'_>) -> Option<Every> {
    c.attempt(|c| {
        let mut every = begin(c)?;
        for _ in 0..6 {
            let more = c.attempt(|c| {
                c.comma();
                suffix(c, &mut every)
            });
            if more.is_none() {
                break;
            }
        }
        Some(every)
    })
}

fn begin(c: &mut Cursor<'_>) -> Option<Every> {
    let language = c.language();
    if c.eat(language.every) {
        let bang = c.token().is_some_and(|token| !token.spaced) && c.punctuation('!');
        let (rule, part) = body(c)?;
        let mut every = Every::new(Style::Every, rule);
        every.part = part;
        if bang {
            every.recurrence.basis = Basis::Completion;
        }
        return Some(every);
    }
    if let Some((interval, frequency)) = c.take(language.rhythms) {
        return Some(Every::new(Style::Rhythm, Rule::every(interval, frequency)));
    }
    let led = c.eat(language.on);
    if let Some(kind) = c.take(language.many_kinds) {
        return Some(Every::new(Style::Many { led }, of_kind(kind)));
    }
    let days = list(c, |c| {
        let many = c.language().many_weekdays;
        c.step(|word| meaning(many, word))
    })?;
    Some(Every::new(Style::Many { led }, weekly(1, days)))
}

/// What stands after "every": the rule, and the part of the day ("every morning").
fn body(c: &mut Cursor<'_>) -> Option<(Rule, Option<Part>)> {
    let language = c.language();
    if let Some(kind) = c.take(language.kinds) {
        return Some((of_kind(kind), None));
    }
    if let Some(part) = c.take(language.parts) {
        return Some((Rule::every(1, Frequency::Daily), Some(part)));
    }
    if let Some(rule) = c
        .attempt(|c| of_month(c, true))
        .or_else(|| c.attempt(of_year))
    {
        return Some((rule, None));
    }
    let interval = c.attempt(interval).unwrap_or(1);
    if let Some(unit) = c.take(language.units) {
        return Some((of_unit(c, interval, unit)?, None));
    }
    let days = c
        .attempt(|c| list(c, some_weekday))
        .or_else(|| c.attempt(range))?;
    Some((weekly(interval, days), None))
}

/// "3", "three", "other", "second", "2nd": every so many.
fn interval(c: &mut Cursor<'_>) -> Option<u16> {
    let language = c.language();
    if c.eat(language.other) {
        return Some(2);
    }
    c.attempt(count::count)
        .or_else(|| {
            u16::try_from(
                c.attempt(day::ordinal)
                    .or_else(|| c.take(language.ordinals))?,
            )
            .ok()
        })
        .filter(|count| (1..1_000).contains(count))
}

fn of_kind(kind: Kind) -> Rule {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    let days = match kind {
        Kind::Workdays => vec![Monday, Tuesday, Wednesday, Thursday, Friday],
        Kind::Weekend => vec![Saturday],
        Kind::WeekendDays => vec![Saturday, Sunday],
    };
    weekly(1, days)
}

fn weekly(interval: u16, mut days: Vec<Weekday>) -> Rule {
    days.sort_by_key(|day| day.to_monday_zero_offset());
    days.dedup();
    Rule {
        by_day: days.into_iter().map(|day| by_day(None, day)).collect(),
        ..Rule::every(interval, Frequency::Weekly)
    }
}

fn by_day(nth: Option<i8>, weekday: Weekday) -> ByDay {
    ByDay { nth, weekday }
}

/// Something, and more of it after commas and "and"; at most a dozen.
fn list<'a, T>(c: &mut Cursor<'a>, item: impl Fn(&mut Cursor<'a>) -> Option<T>) -> Option<Vec<T>> {
    let language = c.language();
    let mut found = vec![c.attempt(&item)?];
    while found.len() < 12 {
        let more = c.attempt(|c| {
            let comma = c.comma();
            let and = c.eat(language.and);
            if comma || and { item(c) } else { None }
        });
        match more {
            Some(more) => found.push(more),
            None => break,
        }
    }
    Some(found)
}

fn some_weekday(c: &mut Cursor<'_>) -> Option<Weekday> {
    let many = c.language().many_weekdays;
    c.attempt(weekday_name)
        .map(|(day, _)| day)
        .or_else(|| c.step(|word| meaning(many, word)))
}

/// "mon-fri", "monday to friday".
fn range(c: &mut Cursor<'_>) -> Option<Vec<Weekday>> {
    let language = c.language();
    let (first, last) = c
        .attempt(|c| {
            let (first, _) = weekday_name(c)?;
            c.eat(language.to).then_some(())?;
            Some((first, weekday_name(c)?.0))
        })
        .or_else(|| {
            c.step(|word| {
                let (first, last) = word.split_once(['-', '–'])?;
                let day = |name| {
                    meaning(language.weekdays, name)
                        .or_else(|| meaning(language.short_weekdays, name))
                };
                Some((day(first)?, day(last)?))
            })
        })?;
    let days = usize::try_from(last.since(first)).ok()?;
    Some(first.cycle_forward().take(days + 1).collect())
}

fn of_unit(c: &mut Cursor<'_>, interval: u16, unit: Unit) -> Option<Rule> {
    let on = |c: &mut Cursor<'_>| {
        let language = c.language();
        c.eat(language.on);
    };
    Some(match unit {
        Unit::Minute | Unit::Hour => return None,
        Unit::Workday if interval == 1 => of_kind(Kind::Workdays),
        Unit::Workday => return None,
        Unit::Day => Rule::every(interval, Frequency::Daily),
        Unit::Week | Unit::Fortnight => {
            let weeks = if unit == Unit::Week {
                interval
            } else {
                interval.checked_mul(2)?
            };
            let days = c.attempt(|c| {
                on(c);
                list(c, some_weekday)
            });
            match days {
                Some(days) => weekly(weeks, days),
                None => Rule::every(weeks, Frequency::Weekly),
            }
        }
        Unit::Month | Unit::Quarter => {
            let months = if unit == Unit::Month {
                interval
            } else {
                interval.checked_mul(3)?
            };
            let days = c.attempt(|c| {
                on(c);
                of_month(c, false)
            });
            match days {
                Some(days) => Rule {
                    interval: months,
                    ..days
                },
                None => Rule::every(months, Frequency::Monthly),
            }
        }
        Unit::Year => {
            let day = c.attempt(|c| {
                on(c);
                of_year(c)
            });
            match day {
                Some(day) => Rule { interval, ..day },
                None => Rule::every(interval, Frequency::Yearly),
            }
        }
    })
}

/// "jan 27", "27th of january".
fn of_year(c: &mut Cursor<'_>) -> Option<Rule> {
    let day::Day::OfYear(month, day) = day::month_day(c)? else {
        return None;
    };
    Some(Rule {
        by_month: vec![month],
        by_month_day: vec![day],
        ..Rule::every(1, Frequency::Yearly)
    })
}

/// Days of a month: "15th", "1st and 15th", "last day", "last weekday", "2nd friday". Directly
/// after "every" an ordinal in words counts weeks ("every second friday"), but for the first and
/// the last, or where the month is named.
fn of_month(c: &mut Cursor<'_>, after_every: bool) -> Option<Rule> {
    let language = c.language();
    c.eat(language.the);
    let (nth, in_words) = if c.eat(language.last) {
        (-1, false)
    } else if let Some(nth) = c.attempt(day::ordinal) {
        (nth, false)
    } else {
        let nth = c.take(language.ordinals)?;
        (nth, nth > 1)
    };
    let month = |c: &mut Cursor<'_>| {
        c.attempt(|c| {
            c.eat(language.of).then_some(())?;
            c.eat(language.the);
            c.eat(language.every);
            (c.take(language.units)? == Unit::Month).then_some(())
        })
        .is_some()
    };
    let monthly = Rule::every(1, Frequency::Monthly);
    if let Some(Kind::Workdays) = c.take(language.kinds) {
        let months = month(c);
        if in_words && after_every && !months {
            return None;
        }
        return Some(Rule {
            by_day: of_kind(Kind::Workdays).by_day,
            by_set_pos: vec![i16::from(nth)],
            ..monthly
        });
    }
    if let Some((weekday, _)) = c.attempt(weekday_name) {
        let months = month(c);
        // No month has a sixth friday.
        if (in_words && after_every && !months) || nth > 5 {
            return None;
        }
        return Some(Rule {
            by_day: vec![by_day(Some(nth), weekday)],
            ..monthly
        });
    }
    let a_day = c.attempt(|c| (c.take(language.units)? == Unit::Day).then_some(()));
    if nth == -1 || a_day.is_some() {
        a_day?;
        let months = month(c);
        // "every 2nd day" counts days.
        if nth != -1 && after_every && !months {
            return None;
        }
        return Some(Rule {
            by_month_day: vec![nth],
            ..monthly
        });
    }
    if in_words {
        return None;
    }
    let mut days = vec![nth];
    while days.len() < 12 {
        let more = c.attempt(|c| {
            let comma = c.comma();
            let and = c.eat(language.and);
            c.eat(language.the);
            if comma || and { day::ordinal(c) } else { None }
        });
        match more {
            Some(more) => days.push(more),
            None => break,
        }
    }
    // "every 2nd week", "every 27th of january".
    let mut after = *c;
    if !month(c) {
        after.eat(language.of);
        let other = after.word().is_some_and(|word| {
            meaning(language.units, word).is_some() || meaning(language.months, word).is_some()
        });
        if other {
            return None;
        }
    }
    days.sort_unstable();
    days.dedup();
    Some(Rule {
        by_month_day: days,
        ..monthly
    })
}

/// What follows the rule: a time, a start, an end.
fn suffix(c: &mut Cursor<'_>, every: &mut Every) -> Option<()> {
    let language = c.language();
    if every.zone.is_none() && every.clock.is_some() {
        every.zone = clock::zone(c);
        if every.zone.is_some() {
            return Some(());
        }
    }
    if every.clock.is_none()
        && let Some((clock, part)) = clock::time(c)
    {
        if clock.clear == Clear::Hour && part.is_none() && !when::ends_well(c) {
            return None;
        }
        every.clock = Some(clock);
        every.part = every.part.or(part);
        return Some(());
    }
    if every.part.is_none() {
        every.part = c.take(language.parts);
        if every.part.is_some() {
            return Some(());
        }
    }
    let today = c.scene.today;
    let a_day = |c: &mut Cursor<'_>, earliest: Date| {
        c.eat(language.on);
        let said = day::day(c, true)?;
        said.day.from(earliest)
    };
    if every.start.is_none() {
        every.start = c.attempt(|c| {
            c.eat(language.starting).then_some(())?;
            a_day(c, today)
        });
        if every.start.is_some() {
            return Some(());
        }
    }
    if every.ended {
        return None;
    }
    let start = every.start.unwrap_or(today);
    let until = c.attempt(|c| {
        c.eat(language.until).then_some(())?;
        a_day(c, start)
    });
    let ends = match until {
        Some(until) => Ends::Until(until),
        None => c.attempt(|c| for_so_long(c, start))?,
    };
    every.recurrence.rule.ends = ends;
    every.ended = true;
    Some(())
}

/// "5 times", "for 5 times", "for 3 weeks".
fn for_so_long(c: &mut Cursor<'_>, start: Date) -> Option<Ends> {
    let language = c.language();
    let lasting = c.eat(language.lasting);
    let count = c.attempt(count::count)?;
    if c.word().is_some_and(|word| has(language.times, word)) {
        c.at += 1;
        return Some(Ends::Count(u32::from(count)));
    }
    if !lasting {
        return None;
    }
    let unit = c.take(language.units)?;
    let end = count::add(start, count, unit)?.checked_sub(1.day()).ok()?;
    Some(Ends::Until(end))
}
