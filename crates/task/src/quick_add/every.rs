//! Recurrences: "every 3 days", "every 2nd friday", "every! month on the 1st", "daily", "mondays
//! at 9", with their time, start and end.

use jiff::ToSpan;
use jiff::civil::Date;

use super::clock::{self, Clear, Clock};
use super::count;
use super::cursor::{Cursor, Scene};
use super::day;
use super::rule;
use super::when::{self, Lead, When};
use crate::due::Due;
use crate::language::{Part, has, meaning};
use crate::recurrence::{Basis, Ends, Frequency, Recurrence, Rule};

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

    /// Whether a time or a day was said beside the rule.
    pub(super) fn is_placed(&self) -> bool {
        self.clock.is_some() || self.zone.is_some() || self.start.is_some()
    }

    /// Whether a time of day was said beside the rule, or a part of the day that stands for one.
    pub(super) fn says_time(&self) -> bool {
        self.clock.is_some() || self.part.is_some()
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
        let (rule, part) = rule::body(c)?;
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
    if let Some(part) = c.take(language.part_rhythms) {
        return Some(Every {
            part: Some(part),
            ..Every::new(Style::Rhythm, Rule::every(1, Frequency::Daily))
        });
    }
    let led = c.eat(language.on);
    if let Some(rule) = c.attempt(rule::of_every_month) {
        return Some(Every::new(Style::Every, rule));
    }
    if let Some(kind) = c.take(language.many_kinds) {
        return Some(Every::new(Style::Many { led }, rule::of_kind(kind)));
    }
    let days = rule::list(c, |c| {
        let many = c.language().many_weekdays;
        c.step(|word| meaning(many, word))
    })?;
    Some(Every::new(Style::Many { led }, rule::weekly(1, days)))
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
    if every.recurrence.basis == Basis::Due && c.eat(language.after_completion) {
        every.recurrence.basis = Basis::Completion;
        return Some(());
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
