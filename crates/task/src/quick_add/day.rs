//! Days: "tomorrow", "friday", "next week", "22 nov", "the 5th", "end of the month".

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::count;
use super::cursor::{Cursor, number};
use super::numeric;
use crate::due::Due;
use crate::language::{Casual, Freedom, Unit, has, meaning};

/// A day that was said. What has no year or month waits for the time beside it: it is the next one
/// to come, and today is past where that time is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Day {
    /// This one.
    On(Date),
    /// A day of the month.
    OfMonth(i8),
    /// A month and a day in it.
    OfYear(i8, i8),
    /// A day with a time, and perhaps a zone.
    Exact(Due),
}

/// How a day was said: how likely it is to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A word such as "tomorrow".
    Casual(Freedom),
    /// A weekday.
    Weekday,
    /// A weekday in a short form.
    ShortWeekday {
        /// Whether that is a word of its own, "sat" or "sun".
        word: bool,
    },
    /// A day of the month, "15th", perhaps after "the".
    Ordinal,
    /// Digits, as in "22/11" and "22.11.".
    Digits {
        /// Whether they are hardly a fraction or a version, as "1/2" and "3.12." may be.
        plain: bool,
    },
    /// A month, after "in".
    Month,
    /// Several words, or a date that is nothing else.
    Full,
}

/// What was said of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SaidDay {
    pub(super) day: Day,
    pub(super) shape: Shape,
    /// Whether hours beside it are in the evening.
    pub(super) late: bool,
    /// Whether it could be read as another day too.
    pub(super) doubtful: bool,
}

impl SaidDay {
    pub(super) fn new(day: Day, shape: Shape) -> Self {
        Self {
            day,
            shape,
            late: false,
            doubtful: false,
        }
    }
}

impl Day {
    /// The first such day from `earliest` on.
    pub(super) fn from(&self, earliest: Date) -> Option<Date> {
        match *self {
            Self::On(date) => Some(date),
            Self::Exact(ref due) => Some(due.day()),
            Self::OfMonth(day) => (0..=12)
                .filter_map(|months| {
                    let month = earliest
                        .first_of_month()
                        .checked_add(months.months())
                        .ok()?;
                    Date::new(month.year(), month.month(), day).ok()
                })
                .find(|date| *date >= earliest),
            // 29 February waits for its year: eight at the most, around 2100.
            Self::OfYear(month, day) => (0..9)
                .filter_map(|years| Date::new(earliest.year().checked_add(years)?, month, day).ok())
                .find(|date| *date >= earliest),
        }
    }
}

/// Reads a day. `led` says that a word such as "on" stands before it.
pub(super) fn day(c: &mut Cursor<'_>, led: bool) -> Option<SaidDay> {
    c.attempt(casual)
        .or_else(|| c.attempt(numeric::day))
        .or_else(|| c.attempt(count::day))
        .or_else(|| c.attempt(next))
        .or_else(|| c.attempt(weekday))
        .or_else(|| c.attempt(month_day).map(full))
        .or_else(|| c.attempt(month_edge))
        .or_else(|| c.attempt(in_month))
        .or_else(|| c.attempt(|c| ordinal_day(c, led)))
}

fn full(day: Day) -> SaidDay {
    SaidDay::new(day, Shape::Full)
}

fn casual(c: &mut Cursor<'_>) -> Option<SaidDay> {
    let (casual, freedom) = c.take(c.language().casual)?;
    let today = c.scene.today;
    let in_week = i32::from(today.weekday().to_monday_zero_offset());
    let date = match casual {
        Casual::Days(days) => today.checked_add(days.days()),
        Casual::Tonight => Ok(today),
        // On a Sunday this weekend is there already.
        Casual::Weekend(weeks) if in_week == 6 && weeks == 0 => Ok(today),
        Casual::Weekend(weeks) => today.checked_add((5 - in_week + 7 * weeks).days()),
        Casual::EndOfWeek(weeks) => today.checked_add((6 - in_week + 7 * weeks).days()),
        Casual::EndOfMonth(months) => today
            .first_of_month()
            .checked_add(months.months())
            .map(Date::last_of_month),
        Casual::EndOfYear => Ok(today.last_of_year()),
    };
    Some(SaidDay {
        late: casual == Casual::Tonight,
        ..SaidDay::new(Day::On(date.ok()?), Shape::Casual(freedom))
    })
}

/// A weekday in any of its forms, and whether it is a short one.
pub(super) fn weekday_name(c: &mut Cursor<'_>) -> Option<(Weekday, bool)> {
    let language = c.language();
    c.step(|word| {
        let long = meaning(language.weekdays, word).map(|day| (day, false));
        long.or_else(|| Some((meaning(language.short_weekdays, word)?, true)))
    })
}

/// The next such weekday, never today.
pub(super) fn coming(today: Date, weekday: Weekday) -> Option<Date> {
    let days = i64::from(weekday.since(today.weekday()));
    let days = if days == 0 { 7 } else { days };
    today.checked_add(Span::new().days(days)).ok()
}

/// "friday", "friday week", "friday next week", "friday, 22 nov", "fri 27th".
fn weekday(c: &mut Cursor<'_>) -> Option<SaidDay> {
    let language = c.language();
    let today = c.scene.today;
    let word = c
        .word()
        .is_some_and(|word| has(language.weekday_words, word));
    let (weekday, short) = weekday_name(c)?;
    if let Some(week) = c.attempt(next_week) {
        return Some(full(Day::On(in_week_of(week, weekday)?)));
    }
    if !short && c.eat(language.week_later) {
        let date = coming(today, weekday)?.checked_add(1.week()).ok()?;
        return Some(full(Day::On(date)));
    }
    let date = c.attempt(|c| {
        c.comma();
        let date = c.attempt(month_day).or_else(|| {
            c.attempt(numeric::day)
                .map(|said| said.day)
                .or_else(|| c.attempt(|c| ordinal_day(c, true)).map(|said| said.day))
        })?;
        Some(date)
    });
    match date {
        // A weekday that the date does not fall on: neither can be trusted.
        Some(date) => {
            let fits = date.from(today)?.weekday() == weekday;
            fits.then(|| full(date))
        }
        None => Some(SaidDay::new(
            Day::On(coming(today, weekday)?),
            if short {
                Shape::ShortWeekday { word }
            } else {
                Shape::Weekday
            },
        )),
    }
}

/// "next week": a day in it.
fn next_week(c: &mut Cursor<'_>) -> Option<Date> {
    let language = c.language();
    (c.eat(language.next) && c.take(language.units)? == Unit::Week)
        .then(|| c.scene.today.checked_add(1.week()).ok())?
}

/// That weekday in the week of a day.
pub(super) fn in_week_of(day: Date, weekday: Weekday) -> Option<Date> {
    let monday = i32::from(day.weekday().to_monday_zero_offset());
    let wanted = i32::from(weekday.to_monday_zero_offset());
    day.checked_add((wanted - monday).days()).ok()
}

/// "next friday", "this friday", "next week on friday", "next month on the 5th", "next year".
fn next(c: &mut Cursor<'_>) -> Option<SaidDay> {
    let language = c.language();
    let today = c.scene.today;
    if let Some(week) = c.attempt(next_week) {
        let weekday = c.attempt(|c| {
            c.eat(language.on);
            weekday_name(c)
        });
        let date = match weekday {
            Some((weekday, _)) => in_week_of(week, weekday)?,
            None => week,
        };
        return Some(full(Day::On(date)));
    }
    let next = c.eat(language.next);
    if !next && !c.eat(language.this) {
        return None;
    }
    if let Some((weekday, _)) = weekday_name(c) {
        return Some(full(Day::On(coming(today, weekday)?)));
    }
    if !next {
        return None;
    }
    let unit = c.take(language.units)?;
    if matches!(unit, Unit::Minute | Unit::Hour | Unit::Day | Unit::Workday) {
        return None;
    }
    let date = count::add(today, 1, unit)?;
    if unit == Unit::Month {
        let of_month = c.attempt(|c| {
            c.eat(language.on);
            c.eat(language.the);
            ordinal(c)
        });
        if let Some(day) = of_month {
            let date = Date::new(date.year(), date.month(), day).ok()?;
            return Some(full(Day::On(date)));
        }
    }
    Some(full(Day::On(date)))
}

/// "5th": digits with their ending.
pub(super) fn ordinal(c: &mut Cursor<'_>) -> Option<i8> {
    let endings = c.language().ordinal_endings;
    c.step(|word| {
        let digits = endings
            .iter()
            .find_map(|ending| word.strip_suffix(ending))?;
        number(digits).filter(|day| (1..=31).contains(day))
    })
}

fn day_number(c: &mut Cursor<'_>) -> Option<i8> {
    ordinal(c).or_else(|| {
        c.step(|word| {
            let short = word.len() <= 2;
            number(word).filter(|day| short && (1..=31).contains(day))
        })
    })
}

pub(super) fn month(c: &mut Cursor<'_>) -> Option<i8> {
    let months = c.language().months;
    let month = c.step(|word| meaning(months, word))?;
    // "22 nov." The dot at the end of a line is the line's.
    c.attempt(|c| {
        let glued = c.token().is_some_and(|token| !token.spaced);
        (glued && c.punctuation('.') && c.word().is_some()).then_some(())
    });
    Some(month)
}

/// "22 nov", "22nd of november 2027", "the 22nd of november", "nov 22", "november the 22nd, 2027".
pub(super) fn month_day(c: &mut Cursor<'_>) -> Option<Day> {
    let language = c.language();
    let (month, day) = c
        .attempt(|c| {
            let day = match c.eat(language.the) {
                true => ordinal(c).or_else(|| c.take(language.ordinals))?,
                false => c
                    .attempt(day_number)
                    .or_else(|| c.take(language.ordinals))?,
            };
            c.punctuation('.');
            c.eat(language.of);
            Some((month(c)?, day))
        })
        .or_else(|| {
            c.attempt(|c| {
                let month = month(c)?;
                let day = match c.eat(language.the) {
                    true => ordinal(c)?,
                    false => day_number(c)?,
                };
                // "may 5 pm" is no fifth of May.
                let mut after = *c;
                after
                    .take(language.halves)
                    .is_none()
                    .then_some((month, day))
            })
        })?;
    match c.attempt(year) {
        Some(year) => Some(Day::On(Date::new(year, month, day).ok()?)),
        None => {
            // A day that no year has.
            Date::new(2000, month, day).ok()?;
            Some(Day::OfYear(month, day))
        }
    }
}

fn year(c: &mut Cursor<'_>) -> Option<i16> {
    c.comma();
    let year = c.step(|word| {
        let year = number(word).filter(|_| word.len() == 4)?;
        (1900..2200).contains(&year).then_some(year)
    })?;
    // "every 27 january, 2000 times"
    let times = c.language().times;
    let counted = c.word().is_some_and(|word| has(times, word));
    (!counted).then_some(year)
}

/// "mid january", "end of november", "mid-march".
fn month_edge(c: &mut Cursor<'_>) -> Option<SaidDay> {
    let language = c.language();
    let (month, edge) = c
        .attempt(|c| {
            let edge = c.take(language.month_edges)?;
            Some((month(c)?, edge))
        })
        .or_else(|| {
            c.step(|word| {
                let (edge, month) = word.split_once('-')?;
                let edge = meaning(language.month_edges, edge)?;
                Some((meaning(language.months, month)?, edge))
            })
        })?;
    Some(full(Day::On(in_some_year(c, month, edge)?)))
}

/// "in april": its first day. In April itself that day is past, and the next one is not meant.
pub(super) fn in_month(c: &mut Cursor<'_>) -> Option<SaidDay> {
    c.eat(c.language().in_month).then_some(())?;
    let month = month(c)?;
    let here = c.at;
    let date = in_some_year(c, month, 1)?;
    let this_month = month == c.scene.today.month() && c.at == here;
    (!this_month).then(|| SaidDay {
        doubtful: true,
        ..SaidDay::new(Day::On(date), Shape::Month)
    })
}

/// A day of a month, -1 the last, in the year after it or else the next to come.
fn in_some_year(c: &mut Cursor<'_>, month: i8, day: i8) -> Option<Date> {
    let today = c.scene.today;
    let in_year = |year: i16| {
        let first = Date::new(year, month, 1).ok()?;
        match day {
            -1 => Some(first.last_of_month()),
            day => Date::new(year, month, day).ok(),
        }
    };
    match c.attempt(year) {
        Some(year) => in_year(year),
        None => (0..2)
            .filter_map(|years| in_year(today.year().checked_add(years)?))
            .find(|date| *date >= today),
    }
}

/// "15th", "the 15th", "the 15th of next month".
fn ordinal_day(c: &mut Cursor<'_>, led: bool) -> Option<SaidDay> {
    let language = c.language();
    let the = c.eat(language.the);
    let day = ordinal(c)?;
    if let Some(months) = c.take(language.of_month) {
        let month = c.scene.today.first_of_month();
        let month = month.checked_add(i32::from(months).months()).ok()?;
        let date = Date::new(month.year(), month.month(), day).ok()?;
        return Some(full(Day::On(date)));
    }
    // "the 5th" without a word before it is a name more often than a day.
    (led || !the).then(|| SaidDay::new(Day::OfMonth(day), Shape::Ordinal))
}
