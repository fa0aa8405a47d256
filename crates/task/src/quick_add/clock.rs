//! Times of day: "9am", "9:30 pm", "at 9", "21:00", "noon", "9 in the morning", "half past 9", and
//! zones after them.

use jiff::civil::Time;
use jiff::tz::TimeZone;

use super::cursor::{Cursor, number};
use super::day;
use crate::language::{Half, Part, has, meaning};

/// How clearly a time is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Clear {
    /// An hour alone, after "at".
    Hour,
    /// Digits that may be a verse or a ratio ("3:16"), or a word that may be a name ("noon").
    Weak,
    /// That word after "at".
    Named,
    /// Nothing else.
    Sure,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    hour: i8,
    minute: i8,
    /// Whether it was said which half of the day it is in.
    told: bool,
    /// Whether it is a word.
    pub(super) named: bool,
    pub(super) clear: Clear,
}

impl Clock {
    fn new(hour: i8, minute: i8, told: bool, clear: Clear) -> Option<Self> {
        Time::new(hour, minute, 0, 0).ok()?;
        Some(Self {
            hour,
            minute,
            told,
            named: false,
            clear,
        })
    }

    /// The time, in that part of the day where it was not said. An hour from 1 to 6 is in the
    /// afternoon otherwise, unless it has minutes or is written as clocks of 24 hours do.
    pub(super) fn time(&self, part: Option<Part>) -> Time {
        let later = match part {
            _ if self.told || !(1..12).contains(&self.hour) => false,
            Some(Part::Morning) => false,
            Some(Part::Night) => self.hour >= 5,
            Some(_) => true,
            None => self.clear == Clear::Hour && self.hour <= 6,
        };
        let hour = if later { self.hour + 12 } else { self.hour };
        Time::new(hour, self.minute, 0, 0).unwrap_or(Time::MIN)
    }

    /// An hour alone, beside a day or after "at".
    pub(super) fn bare(hour: i8) -> Option<Self> {
        Self::new(hour, 0, false, Clear::Hour).filter(|_| (1..=12).contains(&hour))
    }

    /// Whether it is an hour of twelve.
    pub(super) fn is_of_twelve(&self) -> bool {
        (1..=12).contains(&self.hour)
    }

    /// Whether the hour may as well be the first number of a ratio or a verse.
    pub(super) fn is_small(&self) -> bool {
        self.hour < 6
    }

    /// Whether it is on a quarter of an hour, or on five minutes of it but where it may as well be
    /// a ratio ("1:50").
    pub(super) fn is_round(&self) -> bool {
        self.minute % 15 == 0 || (self.minute % 5 == 0 && self.hour != 1)
    }

    /// Whether verses have such numbers, but hardly any appointment: "21:04".
    pub(super) fn is_odd(&self) -> bool {
        self.minute % 5 != 0
    }

    /// Whether it is the hour at which the next day begins.
    pub(super) fn is_midnight(&self) -> bool {
        self.hour == 0 && self.minute == 0
    }
}

/// When a part of the day is, where no hour is said.
pub(super) fn part_time(part: Part) -> Time {
    let hour = match part {
        Part::Morning => 9,
        Part::Afternoon => 15,
        Part::Evening => 18,
        Part::Night => 20,
    };
    Time::new(hour, 0, 0, 0).unwrap_or(Time::MIN)
}

/// A time, with or without a word such as "at" before it, and the part of the day after it.
pub(super) fn time(c: &mut Cursor<'_>) -> Option<(Clock, Option<Part>)> {
    c.attempt(|c| {
        let language = c.language();
        let at = c.eat(language.at);
        let by = !at && c.eat(language.by);
        let (mut clock, part) = clock(c, at)?;
        if (at || by) && clock.clear == Clear::Weak {
            clock.clear = if clock.named {
                Clear::Named
            } else {
                Clear::Sure
            };
        }
        // "9am - 5pm" is a range, not a time; "9am until 5 dec" has a day after it.
        let mut range = *c;
        let to = range.eat(language.to) && starts_with_a_digit(&range);
        if to && day::day(&mut range, true).is_none() {
            return None;
        }
        Some((clock, part))
    })
}

fn starts_with_a_digit(c: &Cursor<'_>) -> bool {
    c.word()
        .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

fn clock(c: &mut Cursor<'_>, at: bool) -> Option<(Clock, Option<Part>)> {
    let language = c.language();
    if let Some(hour) = c.take(language.named_times) {
        let clock = Clock {
            named: true,
            ..Clock::new(hour, 0, true, Clear::Weak)?
        };
        return Some((clock, None));
    }
    if let Some(past) = c.attempt(past) {
        let part = c.take(language.in_parts);
        return Some((past, part));
    }
    let word = c.word()?;
    if let Some(bare) = c.attempt(|c| hour_alone(c, at)) {
        return Some(bare);
    }
    c.at += 1;
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let tail = word.get(digits.len()..)?;
    let half = match meaning(language.halves, tail) {
        Some(half) => Some(half),
        None if tail.is_empty() => c.take(language.halves),
        None => return None,
    };
    if half.is_some() {
        c.attempt(|c| {
            let dot = c.token().is_some_and(|token| !token.spaced);
            let short = c.scene.tokens.get(c.at.checked_sub(1)?)?;
            (dot && short.lower.contains('.') && c.punctuation('.')).then_some(())
        });
    }
    let (hour, minute) = match digits.split_once([':', '.']) {
        // "9.30" needs the half of the day beside it, "9:30" does not.
        Some(_) if digits.contains('.') && half.is_none() => return None,
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return None,
        None if half.is_none() => return None,
        None => (digits, "0"),
    };
    if hour.len() > 2 {
        return None;
    }
    let written = hour.len();
    let (hour, minute): (i8, i8) = (number(hour)?, number(minute)?);
    let (hour, clear) = match half {
        None if written == 2 => (hour, Clear::Sure),
        None => (hour, Clear::Weak),
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(Half::Am) => (hour % 12, Clear::Sure),
        Some(Half::Pm) => (hour % 12 + 12, Clear::Sure),
    };
    let part = c.take(language.in_parts);
    let told = half.is_some() || written == 2;
    let clear = if part.is_some() { Clear::Sure } else { clear };
    Some((Clock::new(hour, minute, told, clear)?, part))
}

/// "at 9", "9 o'clock", "9 in the morning", "at nine".
fn hour_alone(c: &mut Cursor<'_>, at: bool) -> Option<(Clock, Option<Part>)> {
    let language = c.language();
    let written = c.word()?;
    let hour: i8 = match number(written) {
        Some(hour) if written.len() <= 2 => hour,
        Some(_) => return None,
        None if has(language.the, written) => return None,
        None => {
            i8::try_from(meaning(language.numbers, written).filter(|_| written.len() > 2)?).ok()?
        }
    };
    c.at += 1;
    // "9 am" is read with its half.
    let mut after = *c;
    if after.take(language.halves).is_some() {
        return None;
    }
    let o_clock = c.eat(language.o_clock);
    let part = c.take(language.in_parts);
    if !at && !o_clock && part.is_none() {
        return None;
    }
    let clear = if o_clock || part.is_some() {
        Clear::Sure
    } else {
        Clear::Hour
    };
    let told = written.starts_with('0');
    // With "o'clock" an hour from 1 to 6 is in the afternoon as well.
    let hour = if o_clock && part.is_none() && !told && (1..=6).contains(&hour) {
        hour + 12
    } else {
        hour
    };
    Some((Clock::new(hour, 0, told, clear)?, part))
}

/// "half past 9".
fn past(c: &mut Cursor<'_>) -> Option<Clock> {
    let language = c.language();
    let minutes = c.take(language.past)?;
    let hour: i8 = c.step(|word| {
        number(word).or_else(|| i8::try_from(meaning(language.numbers, word)?).ok())
    })?;
    if !(1..=12).contains(&hour) {
        return None;
    }
    let hour = if (1..=6).contains(&hour) {
        hour + 12
    } else {
        hour
    };
    if minutes < 0 {
        Clock::new(hour.checked_sub(1)?, 60 + minutes, false, Clear::Sure)
    } else {
        Clock::new(hour, minutes, false, Clear::Sure)
    }
}

/// A zone of the IANA database after a time: "Europe/Berlin", "UTC", "[Asia/Tokyo]".
pub(super) fn zone(c: &mut Cursor<'_>) -> Option<String> {
    if let Some(name) = c.take(c.language().zones) {
        return Some(name.to_owned());
    }
    let token = c.token()?;
    let word = token.lower.as_str();
    let name = word
        .strip_prefix('[')
        .and_then(|word| word.strip_suffix(']'))
        .unwrap_or(word);
    let letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '-' | '+');
    let shaped = name.contains('/') || name == "utc" || name == "gmt";
    if !shaped || !name.starts_with(|c: char| c.is_ascii_alphabetic()) || !name.chars().all(letter)
    {
        return None;
    }
    let zone = TimeZone::get(name).ok()?;
    c.at += 1;
    Some(zone.iana_name().unwrap_or(name).to_owned())
}
