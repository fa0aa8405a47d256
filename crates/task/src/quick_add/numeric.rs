//! Dates in digits: 2026-11-22, 22.11., 22.11.2027, 22/11, 11/22/2027.

use jiff::civil::Date;

use super::cursor::{Cursor, number};
use super::day::{Day, SaidDay, Shape};
use crate::due::Due;

pub(super) fn day(c: &mut Cursor<'_>) -> Option<SaidDay> {
    c.attempt(iso)
        .or_else(|| c.attempt(dotted))
        .or_else(|| c.attempt(slashed))
}

/// ISO 8601, with a time and a zone as [`Due`] writes them.
fn iso(c: &mut Cursor<'_>) -> Option<SaidDay> {
    let day = c.step(|word| {
        if word.len() == 10 {
            let date = crate::due::civil_day(word)?;
            return Some(Day::On(date));
        }
        let (date, time) = word.split_once('t')?;
        if date.len() != 10 {
            return None;
        }
        let due: Due = format!("{date}T{time}").parse().ok()?;
        Some(Day::Exact(due))
    })?;
    Some(SaidDay::new(day, Shape::Full))
}

/// Day first: 22.11., 22.11.2027, 22.11.27.
fn dotted(c: &mut Cursor<'_>) -> Option<SaidDay> {
    let word = c.word()?;
    let mut parts = word.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    c.at += 1;
    let (d, m) = (short(day)?, short(month)?);
    if let Some(year) = year {
        let date = Date::new(full_year(year)?, m, d).ok()?;
        return Some(SaidDay::new(Day::On(date), Shape::Full));
    }
    let dot = c
        .token()
        .is_some_and(|token| token.is('.') && !token.spaced);
    c.at += usize::from(dot);
    Date::new(2000, m, d).ok().filter(|_| dot)?;
    let plain = day.len() == 2 && month.len() == 2;
    Some(SaidDay {
        doubtful: true,
        ..SaidDay::new(Day::OfYear(m, d), Shape::Digits { plain })
    })
}

/// Month first, unless that is no date: 11/22, 22/11, 11/22/2027, 22-11-2027, 2027/11/22.
fn slashed(c: &mut Cursor<'_>) -> Option<SaidDay> {
    let (first, second, third) = c.step(|word| {
        let separator = if word.contains('/') { '/' } else { '-' };
        let mut parts = word.split(separator);
        let parts = (parts.next()?, parts.next()?, parts.next(), parts.next());
        match parts {
            (first, second, None, None) if separator == '/' => Some((first, second, None)),
            (first, second, Some(third), None) => Some((first, second, Some(third))),
            _ => None,
        }
    })?;
    if first.len() == 4 {
        let date = Date::new(full_year(first)?, short(second)?, short(third?)?).ok()?;
        return Some(SaidDay::new(Day::On(date), Shape::Full));
    }
    let (a, b) = (short(first)?, short(second)?);
    let (month, day) = if a <= 12 { (a, b) } else { (b, a) };
    let doubtful = a <= 12 && b <= 12 && a != b;
    let (day, shape) = match third {
        Some(year) => {
            let date = Date::new(full_year(year)?, month, day).ok()?;
            (Day::On(date), Shape::Full)
        }
        None => {
            Date::new(2000, month, day).ok()?;
            (
                Day::OfYear(month, day),
                Shape::Digits {
                    // 12/13 is a pair as likely.
                    plain: a > b || (b > 12 && b != a + 1),
                },
            )
        }
    };
    Some(SaidDay {
        doubtful,
        ..SaidDay::new(day, shape)
    })
}

fn short(text: &str) -> Option<i8> {
    number(text).filter(|_| text.len() <= 2)
}

fn full_year(text: &str) -> Option<i16> {
    let year: i16 = number(text)?;
    match text.len() {
        4 if (1900..2200).contains(&year) => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}
