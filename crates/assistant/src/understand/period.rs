//! Days in words: "this week", "the last 3 days", "friday".

use jiff::civil::{Date, Weekday};
use jiff::{Span, Zoned};
use task::Due;

use super::english;
use super::intent::Days;
use super::token::Phrase;
use crate::words;

/// A span of days that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    /// The day so many days from today.
    Day(i64),
    /// A week from Monday to Sunday, so many weeks from this one.
    Week(i64),
    /// Saturday and Sunday of such a week.
    Weekend(i64),
    /// A month of the calendar, so many from this one.
    Month(i64),
    /// A year of the calendar, so many from this one.
    Year(i64),
}

/// Which way the name of a weekday points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// To the next one.
    Ahead,
    /// To the latest one, today among them.
    Back,
}

/// The days that all of the words mean.
pub(super) fn days(phrase: Phrase<'_>, now: &Zoned, look: Look) -> Option<Days> {
    if phrase.is_empty() || phrase.len() > 8 {
        return None;
    }
    if let Some(skipped) = phrase.one_of(0, english::BEFORE_PERIOD)
        && skipped < phrase.len()
    {
        return days(phrase.from(skipped), now, look);
    }
    let today = now.date();
    if let Some((count, period)) = phrase.longest(0, english::PERIODS)
        && count == phrase.len()
    {
        let (from, to) = span(period, today)?;
        return Some(Days {
            from,
            to,
            said: english::said_period(phrase.words()),
        });
    }
    if let Some(days) = counted(phrase, today) {
        return Some(days);
    }
    let Some(Due::Day(day)) = task::due_in_words(phrase.words(), now) else {
        return None;
    };
    // "On monday" of what is past is the latest one.
    let day = if look == Look::Back && day > today {
        let past = day.checked_sub(Span::new().days(7)).ok()?;
        (past <= today).then_some(past)?
    } else {
        day
    };
    Some(Days {
        from: day,
        to: day,
        said: words::day(day, today),
    })
}

fn span(period: Period, today: Date) -> Option<(Date, Date)> {
    let plus = |day: Date, span: Span| day.checked_add(span).ok();
    match period {
        Period::Day(days) => {
            let day = plus(today, Span::new().try_days(days).ok()?)?;
            Some((day, day))
        }
        Period::Week(weeks) | Period::Weekend(weeks) => {
            let back = i64::from(today.weekday().since(Weekday::Monday));
            let monday = plus(today, Span::new().days(weeks * 7 - back))?;
            let first = if matches!(period, Period::Weekend(_)) {
                5
            } else {
                0
            };
            Some((
                plus(monday, Span::new().days(first))?,
                plus(monday, Span::new().days(6))?,
            ))
        }
        Period::Month(months) => {
            let first = plus(today.first_of_month(), Span::new().months(months))?;
            Some((first, first.last_of_month()))
        }
        Period::Year(years) => {
            let first = plus(today.first_of_year(), Span::new().years(years))?;
            Some((first, first.last_of_year()))
        }
    }
}

/// "next 3 days", "the last 2 weeks".
fn counted(phrase: Phrase<'_>, today: Date) -> Option<Days> {
    let skipped = phrase.one_of(0, english::ARTICLES).unwrap_or(0);
    let [head, count, unit] = phrase.from(skipped).tokens else {
        return None;
    };
    let ahead = english::NEXT_DAYS.contains(&head.key.as_str());
    let back = english::LAST_DAYS.contains(&head.key.as_str());
    if !ahead && !back {
        return None;
    }
    let count = i64::from(english::count(&count.key)?);
    let per = english::DAY_UNITS
        .iter()
        .find(|(word, _)| *word == unit.key)?
        .1;
    let days = Span::new().try_days(count * per - 1).ok()?;
    let (from, to) = if ahead {
        (today, today.checked_add(days).ok()?)
    } else {
        (today.checked_sub(days).ok()?, today)
    };
    Some(Days {
        from,
        to,
        said: english::said_period(&phrase.words().to_lowercase()),
    })
}

/// How many days "2 days", "a week" are.
pub(super) fn span_of_days(phrase: Phrase<'_>) -> Option<i32> {
    let [count, unit] = phrase.tokens else {
        return None;
    };
    let per = english::DAY_UNITS
        .iter()
        .find(|(word, _)| *word == unit.key)?
        .1;
    let days = i64::from(english::count(&count.key)?) * per;
    i32::try_from(days)
        .ok()
        .filter(|days| (1..=3_660).contains(days))
}
