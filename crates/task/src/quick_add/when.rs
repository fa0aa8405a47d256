//! When something is due: a day, a time, or both in any order, with what may stand between them.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::clock::{self, Clear, Clock, part_time};
use super::cursor::{Cursor, Scene, number};
use super::day::{self, Day, SaidDay, Shape};
use crate::due::Due;
use crate::language::{Freedom, Part};

/// The word before a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// None.
    Bare,
    /// "on", "at".
    On,
    /// "by": it stands before nothing but a date.
    By,
}

/// What was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct When {
    pub(super) lead: Lead,
    pub(super) day: Option<SaidDay>,
    pub(super) clock: Option<Clock>,
    pub(super) part: Option<Part>,
    pub(super) zone: Option<String>,
    /// Whether the time stands before the day.
    pub(super) time_first: bool,
}

/// Reads it; at least a day or a time.
pub(super) fn when(c: &mut Cursor<'_>) -> Option<When> {
    c.attempt(|c| {
        let mut when = When {
            lead: Lead::Bare,
            day: None,
            clock: None,
            part: None,
            zone: None,
            time_first: false,
        };
        // A part of today says the day as well.
        let mut more = first(c, &mut when);
        if !more {
            return None;
        }
        while more {
            more = c
                .attempt(|c| {
                    c.comma();
                    next(c, &mut when)
                })
                .is_some();
        }
        Some(when)
    })
}

fn first(c: &mut Cursor<'_>, when: &mut When) -> bool {
    let led = c.attempt(|c| {
        let language = c.language();
        let lead = if c.eat(language.by) {
            Lead::By
        } else if c.eat(language.on) {
            Lead::On
        } else {
            return None;
        };
        // "by end of day friday": the friday decides.
        let of_a_day = c.attempt(|c| {
            c.eat(c.language().end_of_day).then_some(())?;
            c.eat(c.language().on);
            day::day(c, true)
        });
        let day = of_a_day.or_else(|| day::day(c, true))?;
        Some((lead, day))
    });
    if let Some((lead, day)) = led {
        (when.lead, when.day) = (lead, Some(day));
        return true;
    }
    if let Some(part) = c.take(c.language().this_parts) {
        let today = Day::On(c.scene.today);
        when.day = Some(SaidDay::new(today, day::Shape::Full));
        when.part = Some(part);
        return true;
    }
    // "9 in the morning" before "9": a time with its words is longer than any day of one number.
    if let Some(day) = day::day(c, false) {
        when.day = Some(day);
        return true;
    }
    if let Some(part) = c.take(c.language().lone_parts) {
        when.part = Some(part);
        when.time_first = true;
        return true;
    }
    let lead = {
        let mut here = *c;
        let language = here.language();
        if here.eat(language.by) {
            Lead::By
        } else if here.eat(language.at) {
            Lead::On
        } else {
            Lead::Bare
        }
    };
    if let Some((clock, part)) = clock::time(c) {
        (when.lead, when.clock, when.part) = (lead, Some(clock), part);
        when.time_first = true;
        return true;
    }
    false
}

/// One more part, where it is not there yet.
fn next(c: &mut Cursor<'_>, when: &mut When) -> Option<()> {
    let language = c.language();
    if when.zone.is_none() && when.clock.is_some() {
        when.zone = clock::zone(c);
        if when.zone.is_some() {
            return Some(());
        }
    }
    if when.day.is_some() && when.clock.is_none() && c.eat(language.end_of_day) {
        return Some(());
    }
    if when.part.is_none() {
        when.part = c.take(language.parts);
        if when.part.is_some() {
            return Some(());
        }
    }
    if when.clock.is_none()
        && !when.is_exact()
        && let Some((clock, part)) = clock::time(c)
    {
        if clock.clear == Clear::Hour && part.is_none() && !ends_well(c) {
            return None;
        }
        when.clock = Some(clock);
        when.part = when.part.or(part);
        return Some(());
    }
    if when.clock.is_none()
        && let Some(hour) = when.day.as_ref().and_then(|said| hour_after(c, said))
    {
        when.clock = Some(hour);
        return Some(());
    }
    if when.day.is_none() {
        when.day = c.attempt(|c| {
            if let Some(part) = c.take(language.this_parts) {
                when.part = Some(part);
                return Some(SaidDay::new(Day::On(c.scene.today), day::Shape::Full));
            }
            let led = c.eat(language.by) || c.eat(language.on);
            let said = day::day(c, led)?;
            let exact = matches!(said.day, Day::Exact(_));
            (!exact).then_some(said)
        });
        if when.day.is_some() {
            return Some(());
        }
    }
    None
}

/// "tonight 8", "sunday 11": an hour at the end. The number of the day itself may be meant as
/// that: "friday 7".
fn hour_after(c: &mut Cursor<'_>, said: &SaidDay) -> Option<Clock> {
    let fits = matches!(
        said.shape,
        Shape::Casual(Freedom::Free) | Shape::Weekday | Shape::ShortWeekday { word: false }
    );
    let day = match said.day {
        Day::On(date) if fits => date.day(),
        _ => return None,
    };
    c.attempt(|c| {
        let hour = c.step(|word| number::<i8>(word).filter(|_| word.len() <= 2))?;
        (hour != day && super::around::is_edge(c)).then_some(())?;
        Clock::bare(hour)
    })
}

/// Whether an hour alone ("at 9") ends here: what follows is no noun that it could count.
pub(super) fn ends_well(c: &Cursor<'_>) -> bool {
    super::around::goes_on(c) || super::around::is_edge(c)
}

impl When {
    /// The time of day.
    pub(super) fn time(&self) -> Option<Time> {
        let late = self.day.as_ref().is_some_and(|day| day.late);
        let part = self.part.or(late.then_some(Part::Evening));
        match self.clock {
            Some(clock) => Some(clock.time(part)),
            None => self.part.map(part_time),
        }
    }

    /// Whether a time of day was said.
    pub(super) fn has_time(&self) -> bool {
        self.is_exact() || self.time().is_some()
    }

    /// Whether the day has its time.
    fn is_exact(&self) -> bool {
        let day = self.day.as_ref().map(|said| &said.day);
        matches!(day, Some(Day::Exact(_)))
    }

    /// What this and another piece of the line say together: the day of one, the time of the other.
    pub(super) fn with(&self, other: &Self) -> Self {
        Self {
            lead: self.lead,
            day: self.day.clone().or_else(|| other.day.clone()),
            clock: self.clock.or(other.clock),
            part: self.part.or(other.part),
            zone: self.zone.clone().or_else(|| other.zone.clone()),
            time_first: self.time_first,
        }
    }

    /// Whether a time stands alone, so that the day is still open.
    pub(super) fn is_time_alone(&self) -> bool {
        self.day.is_none()
    }

    /// When that is, seen from now. A time alone is on the day of `current`, or else the next time
    /// that the clock shows it.
    pub(super) fn due(&self, c: &Scene<'_>, current: Option<&Due>) -> Option<Due> {
        let Some(time) = self.time() else {
            let day = self.day.as_ref()?;
            return match &day.day {
                Day::Exact(due) => Some(due.clone()),
                day => Some(Due::Day(day.from(c.today)?)),
            };
        };
        let Some(said) = &self.day else {
            return self.time_alone(c, time, current);
        };
        let day = match &said.day {
            // "in 2 hours" has its time; a part of the day beside it says no more.
            Day::Exact(due) => return Some(due.clone()),
            day => day.from(self.earliest(c, time)?)?,
        };
        let clock_midnight = self.clock.is_some_and(|clock| clock.is_midnight());
        // The midnight of tonight begins tomorrow.
        let night = said.late || self.part == Some(Part::Night);
        let day = if clock_midnight && night {
            day.tomorrow().ok()?
        } else {
            day
        };
        let past = day == c.today && time <= c.now.time();
        if self.clock.is_none() && past {
            return Some(Due::Day(day));
        }
        Some(at(day, time, self.zone.clone()))
    }

    /// The first day on which the time is still to come.
    pub(super) fn earliest(&self, c: &Scene<'_>, time: Time) -> Option<Date> {
        let (today, now) = self.here_and_now(c);
        if time > now {
            Some(today)
        } else {
            today.tomorrow().ok()
        }
    }

    /// Today and the time, in the zone that was said.
    fn here_and_now(&self, c: &Scene<'_>) -> (Date, Time) {
        let there = self
            .zone
            .as_ref()
            .and_then(|zone| TimeZone::get(zone).ok())
            .map(|zone| c.now.with_time_zone(zone));
        let now = there.as_ref().unwrap_or(c.now);
        (now.date(), now.time())
    }

    fn time_alone(&self, c: &Scene<'_>, time: Time, current: Option<&Due>) -> Option<Due> {
        match current {
            Some(Due::In(current, zone)) => {
                let zone = self.zone.clone().unwrap_or_else(|| zone.clone());
                Some(Due::In(current.date().to_datetime(time), zone))
            }
            Some(current) => Some(at(current.day(), time, self.zone.clone())),
            None => Some(at(self.earliest(c, time)?, time, self.zone.clone())),
        }
    }
}

/// A day and a time, in a zone where one was said.
pub(super) fn at(day: Date, time: Time, zone: Option<String>) -> Due {
    let at = day.to_datetime(time);
    match zone {
        Some(zone) => Due::In(at, zone),
        None => Due::At(at),
    }
}
