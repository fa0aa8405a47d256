//! Counts and lengths: "in 3 days", "two weeks from now", "for 1h30".

use jiff::civil::Date;
use jiff::{RoundMode, Span, Unit as Precision, ZonedRound};

use super::cursor::{Cursor, number};
use super::day::{Day, SaidDay, Shape, coming, in_week_of, weekday_name};
use crate::due::Due;
use crate::language::{Casual, Unit, meaning};

/// A count, in digits or words.
pub(super) fn count(c: &mut Cursor<'_>) -> Option<u16> {
    let numbers = c.language().numbers;
    c.take(numbers)
        .or_else(|| c.step(|word| number(word).filter(|n| (1..10_000).contains(n))))
}

/// So many units after a day; `None` for hours and minutes.
pub(super) fn add(date: Date, count: u16, unit: Unit) -> Option<Date> {
    let count = i64::from(count);
    let span = match unit {
        Unit::Minute | Unit::Hour => return None,
        Unit::Workday => return workdays(date, count),
        Unit::Day => Span::new().try_days(count),
        Unit::Week => Span::new().try_weeks(count),
        Unit::Fortnight => Span::new().try_weeks(2 * count),
        Unit::Month => Span::new().try_months(count),
        Unit::Quarter => Span::new().try_months(3 * count),
        Unit::Year => Span::new().try_years(count),
    };
    date.checked_add(span.ok()?).ok()
}

/// So many days from Monday to Friday after a day.
fn workdays(date: Date, count: i64) -> Option<Date> {
    let weekday = i64::from(date.weekday().to_monday_zero_offset());
    // A weekend counts from its Friday.
    let (from, back) = (weekday.min(4), (weekday - 4).max(0));
    let days = count + 2 * ((from + count) / 5) - back;
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// "in 3 days", "in an hour", "two weeks from now", "3 days from tomorrow", "a week on friday".
pub(super) fn day(c: &mut Cursor<'_>) -> Option<SaidDay> {
    let language = c.language();
    let today = c.scene.today;
    if c.eat(language.within) {
        if let Some(minutes) = c.attempt(length) {
            return soon(c, minutes);
        }
        let (count, unit) = (count(c)?, c.take(language.units)?);
        return match unit {
            Unit::Minute => soon(c, u32::from(count)),
            Unit::Hour => soon(c, u32::from(count) * 60),
            _ => later(c, count, unit),
        };
    }
    let (count, unit) = (count(c)?, c.take(language.units)?);
    if c.eat(language.from_now) {
        return match unit {
            Unit::Minute => soon(c, u32::from(count)),
            Unit::Hour => soon(c, u32::from(count) * 60),
            _ => later(c, count, unit),
        };
    }
    if !c.eat(language.from) {
        return None;
    }
    let from = c
        .attempt(|c| match c.take(language.casual)?.0 {
            Casual::Days(days) if days >= 0 => today.checked_add(Span::new().days(days)).ok(),
            _ => None,
        })
        .or_else(|| coming(today, weekday_name(c)?.0))?;
    said(add(from, count, unit)?)
}

/// So many units from today: "in two weeks on friday", "in a year and a half".
fn later(c: &mut Cursor<'_>, many: u16, unit: Unit) -> Option<SaidDay> {
    let language = c.language();
    let date = add(c.scene.today, many, unit)?;
    if c.eat(language.and_a_half) {
        return match unit {
            Unit::Year => said(add(date, 6, Unit::Month)?),
            _ => None,
        };
    }
    // "in a day or two"
    let mut vague = *c;
    if vague.eat(language.or) && count(&mut vague).is_some() {
        return None;
    }
    let weekday = c.attempt(|c| {
        let weekly = matches!(unit, Unit::Week | Unit::Fortnight);
        (weekly && c.eat(language.on)).then_some(())?;
        weekday_name(c)
    });
    match weekday {
        Some((weekday, _)) => said(in_week_of(date, weekday)?),
        None => said(date),
    }
}

fn said(date: Date) -> Option<SaidDay> {
    Some(SaidDay::new(Day::On(date), Shape::Full))
}

/// So many minutes from now, on the clock of whoever says it, up to a whole minute.
fn soon(c: &Cursor<'_>, minutes: u32) -> Option<SaidDay> {
    let span = Span::new().try_minutes(i64::from(minutes)).ok()?;
    let at = c.scene.now.checked_add(span).ok()?;
    let whole = ZonedRound::new()
        .smallest(Precision::Minute)
        .mode(RoundMode::Ceil);
    let at = at.round(whole).ok()?.datetime();
    Some(SaidDay::new(Day::Exact(Due::At(at)), Shape::Full))
}

/// A length in minutes, at most a day: "20min", "1h30", "1h 30m", "2 hours", "1.5 hours", "half an
/// hour".
pub(super) fn length(c: &mut Cursor<'_>) -> Option<u32> {
    let language = c.language();
    if let Some(minutes) = c.take(language.lengths) {
        return Some(u32::from(minutes));
    }
    let mut minutes = c.attempt(one_length)?;
    // "1 hour and 30 minutes"
    let more = c.attempt(|c| {
        c.eat(language.and);
        one_length(c)
    });
    if let Some(more) = more.filter(|more| *more < 60 && minutes % 60 == 0) {
        minutes += more;
    }
    (1..=24 * 60).contains(&minutes).then_some(minutes)
}

/// A length of more than a day, or of days and weeks, in minutes: "36 hours", "2 days", "a week",
/// "1d".
pub(super) fn early(c: &mut Cursor<'_>) -> Option<u32> {
    let language = c.language();
    let compact = c.step(|word| {
        let (digits, ending) = word.split_at(word.find(|c: char| c.is_alphabetic())?);
        scaled(digits, meaning(language.day_endings, ending)?)
    });
    compact.or_else(|| {
        c.attempt(|c| {
            let many = u32::from(count(c)?);
            Some(match c.take(language.units)? {
                Unit::Minute => many,
                Unit::Hour => many * 60,
                Unit::Day => many * 24 * 60,
                Unit::Week => many * 7 * 24 * 60,
                _ => return None,
            })
        })
    })
}

fn one_length(c: &mut Cursor<'_>) -> Option<u32> {
    let language = c.language();
    let compact = c.step(|word| {
        let (digits, ending) = word.split_at(word.find(|c: char| c.is_alphabetic())?);
        let (ending, rest) = match ending.find(|c: char| c.is_ascii_digit()) {
            Some(at) => ending.split_at(at),
            None => (ending, ""),
        };
        let unit = meaning(language.length_endings, ending)?;
        let minutes = scaled(digits, unit)?;
        if rest.is_empty() {
            return Some(minutes);
        }
        // "1h30", "1h30m"
        let digits = rest.trim_end_matches(|c: char| c.is_alphabetic());
        let ending = rest.get(digits.len()..)?;
        let small: u32 = number(digits).filter(|n| *n < 60)?;
        let fits = unit == 60
            && (ending.is_empty() || meaning(language.length_endings, ending) == Some(1));
        fits.then_some(minutes + small)
    });
    if compact.is_some() {
        return compact;
    }
    c.attempt(|c| {
        let digits = c.word()?;
        let minutes_in = |unit| match unit {
            Unit::Minute => Some(1),
            Unit::Hour => Some(60),
            _ => None,
        };
        if digits.starts_with(|c: char| c.is_ascii_digit()) {
            c.at += 1;
            let unit = minutes_in(c.take(language.units)?)?;
            return scaled(digits, unit);
        }
        let count = c.take(language.numbers)?;
        Some(u32::from(count) * u32::from(minutes_in(c.take(language.units)?)?))
    })
}

/// "1.5" hours, in minutes.
fn scaled(digits: &str, unit: u16) -> Option<u32> {
    let unit = u32::from(unit);
    match digits.split_once(['.', ',']) {
        None => number::<u32>(digits)
            .filter(|n| *n < 10_000)
            .map(|n| n * unit),
        Some((whole, tenths)) if tenths.len() == 1 => {
            let tenths: u32 = number(tenths)?;
            let whole: u32 = number(whole).filter(|n| *n < 100)?;
            Some(whole * unit + tenths * unit / 10)
        }
        Some(_) => None,
    }
}
