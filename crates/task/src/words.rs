//! Dates in words: "tomorrow", "friday 9am", "in 3 days", "22 nov". They are resolved when they
//! are said; what is stored is the civil date.

use jiff::civil::{Date, Time, Weekday, time};
use jiff::{Span, Zoned};

use crate::due::Due;
use crate::error::Error;

/// Reads when something is due: the texts of [`Due`], or words, seen from `now`.
///
/// # Errors
/// [`Error::Invalid`] naming what would be understood.
pub fn parse_due(text: &str, now: &Zoned) -> Result<Due, Error> {
    parse_due_beside(text, now, None)
}

/// As [`parse_due`], for something that may be due already: a time alone then keeps the day, and
/// the zone, of `current`.
///
/// # Errors
/// [`Error::Invalid`] naming what would be understood.
pub(crate) fn parse_due_beside(
    text: &str,
    now: &Zoned,
    current: Option<&Due>,
) -> Result<Due, Error> {
    if let Some(due) = said(text, now).and_then(|said| said.due(now, current)) {
        return Ok(due);
    }
    let iso = text.trim();
    if iso.starts_with(|c: char| c.is_ascii_digit()) && iso.len() >= 10 {
        return iso.parse();
    }
    Err(Error::invalid(format!(
        "“{}” is not a date. Write one such as 2026-11-22, tomorrow, friday 9am, in 3 days or 22 nov.",
        crate::text::excerpt(text, 60)
    )))
}

/// Reads dates in words, such as "tomorrow", "next friday at 9am", "in 2 weeks", "22 nov 2027",
/// "2026-11-22 14:00" or "18:30". A weekday is the next one to come, never today; a date without a
/// year that is past means the next year; a time alone that is past means tomorrow; a bare hour
/// from 1 to 6 ("at 3") is in the afternoon. `None` where any word is not understood.
pub fn due_in_words(text: &str, now: &Zoned) -> Option<Due> {
    said(text, now)?.due(now, None)
}

/// What words say of when something is due.
pub(crate) enum Said {
    /// The day, and perhaps the time.
    Due(Due),
    /// A time of day alone.
    Time(Time),
}

impl Said {
    /// When that is. A time alone is on the day of `current`, or else the next time that the clock
    /// shows it.
    pub(crate) fn due(self, now: &Zoned, current: Option<&Due>) -> Option<Due> {
        let at = match self {
            Self::Due(due) => return Some(due),
            Self::Time(at) => at,
        };
        Some(match current {
            Some(Due::In(current, zone)) => {
                Due::In(current.date().to_datetime(at), zone.to_owned())
            }
            Some(current) => Due::At(current.day().to_datetime(at)),
            None if at > now.time() => Due::At(now.date().to_datetime(at)),
            None => Due::At(now.date().tomorrow().ok()?.to_datetime(at)),
        })
    }
}

/// Reads what [`due_in_words`] reads, and tells a time alone from a day.
pub(crate) fn said(text: &str, now: &Zoned) -> Option<Said> {
    if let Some(due) = date_time(&split(text)) {
        return Some(Said::Due(due));
    }
    let lower = text.to_lowercase();
    let words = split(&lower);
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    // A time stands at the end or at the beginning; what is left is the day.
    let (day_words, at) = split_time(&words);
    if day_words.is_empty() {
        return at.map(Said::Time);
    }
    let day = day(day_words, now.date())?;
    Some(Said::Due(match at {
        Some(at) => Due::At(day.to_datetime(at)),
        None => Due::Day(day),
    }))
}

/// How many words make up a date at most.
pub(crate) const LONGEST: usize = 8;

/// The words of a date: white space and commas part them.
pub(crate) fn split(text: &str) -> Vec<&str> {
    text.split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .take(LONGEST + 1)
        .collect()
}

/// Whether a word, in lower case, is one that dates, recurrences and times of day are made of. A
/// time that follows one is not on its own: whether understood or not, that word says the day.
pub(crate) fn is_date_like(word: &str) -> bool {
    const WORDS: [&str; 39] = [
        "day",
        "days",
        "weekday",
        "weekdays",
        "week",
        "weeks",
        "weekend",
        "weekends",
        "fortnight",
        "month",
        "months",
        "quarter",
        "quarters",
        "year",
        "years",
        "daily",
        "weekly",
        "monthly",
        "yearly",
        "every",
        "each",
        "today",
        "tod",
        "tonight",
        "tomorrow",
        "tom",
        "tmr",
        "tmrw",
        "yesterday",
        "morning",
        "mornings",
        "afternoon",
        "afternoons",
        "evening",
        "evenings",
        "night",
        "nights",
        "noon",
        "midnight",
    ];
    word.contains(|c: char| c.is_numeric())
        || WORDS.contains(&word)
        || is_month(word)
        || is_weekday(word)
}

/// Whether a word, in lower case, names a weekday, or several of it ("mondays").
pub(crate) fn is_weekday(word: &str) -> bool {
    weekday(word).is_some() || word.strip_suffix('s').and_then(weekday).is_some()
}

/// Whether a word, in lower case, names a month.
pub(crate) fn is_month(word: &str) -> bool {
    month(word).is_some()
}

/// A date and time as [`Due`] writes it: "2026-12-24T09:00", with or without a zone.
fn date_time(words: &[&str]) -> Option<Due> {
    let iso = match words {
        [iso] => iso,
        [on, iso] if ["on", "by"].contains(&on.to_lowercase().as_str()) => iso,
        _ => return None,
    };
    iso.contains('T').then(|| iso.parse().ok()).flatten()
}

fn split_time<'a, 'b>(words: &'b [&'a str]) -> (&'b [&'a str], Option<Time>) {
    for length in [3, 2, 1] {
        let Some(cut) = words.len().checked_sub(length) else {
            continue;
        };
        if let (Some(tail), Some(rest)) = (words.get(cut..), words.get(..cut))
            && let Some(at) = time_of_day(tail)
        {
            return (rest, Some(at));
        }
        if let (Some(head), Some(rest)) = (words.get(..length), words.get(length..))
            && let Some(at) = time_of_day(head)
        {
            return (rest, Some(at));
        }
    }
    (words, None)
}

fn time_of_day(words: &[&str]) -> Option<Time> {
    match words {
        // After "at" a bare hour is a time too: "at 9", "at 17". From 1 to 6 it is in the
        // afternoon, unless it is written as clocks of 24 hours do: "at 06".
        ["at", text] if let Some(hour) = number::<i8>(text) => {
            let afternoon = if text.len() == 1 && (1..=6).contains(&hour) {
                12
            } else {
                0
            };
            Time::new(hour + afternoon, 0, 0, 0).ok()
        }
        ["at" | "by", rest @ ..] => time_of_day(rest),
        ["noon"] => Some(time(12, 0, 0, 0)),
        [clock, half @ ("am" | "pm")] => clock_time(clock, Some(half)),
        [clock] => {
            let half = ["am", "pm"].into_iter().find(|half| clock.ends_with(half));
            match half {
                Some(half) => clock_time(clock.strip_suffix(half)?, Some(half)),
                None if clock.contains(':') => clock_time(clock, None),
                None => None,
            }
        }
        _ => None,
    }
}

fn clock_time(clock: &str, half: Option<&str>) -> Option<Time> {
    let (hour, minute) = clock.split_once(':').unwrap_or((clock, "00"));
    if minute.len() != 2 || hour.is_empty() || hour.len() > 2 {
        return None;
    }
    let (hour, minute): (i8, i8) = (number(hour)?, number(minute)?);
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some("am") => hour % 12,
        Some(_) => hour % 12 + 12,
    };
    Time::new(hour, minute, 0, 0).ok()
}

/// A number of digits alone (Rust's own parsers take a sign).
fn number<N: std::str::FromStr>(text: &str) -> Option<N> {
    if text.bytes().all(|b| b.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}

fn day(words: &[&str], today: Date) -> Option<Date> {
    match words {
        ["on" | "by", rest @ ..] if !rest.is_empty() => day(rest, today),
        ["today" | "tod" | "tonight"] => Some(today),
        ["tomorrow" | "tom" | "tmr" | "tmrw"] => today.tomorrow().ok(),
        ["yesterday"] => today.yesterday().ok(),
        ["day", "after", "tomorrow"] => today.checked_add(Span::new().days(2)).ok(),
        ["in", count, unit] => after(today, count, unit),
        ["next", "week"] => today.checked_add(Span::new().weeks(1)).ok(),
        ["next", "month"] => today.checked_add(Span::new().months(1)).ok(),
        ["next" | "this", name] => next_weekday(today, weekday(name)?),
        [name] if weekday(name).is_some() => next_weekday(today, weekday(name)?),
        [iso] if iso.len() == 10 => iso.parse().ok(),
        [a, b] => in_coming_year(month_day(a, b)?, today),
        [a, b, year] if year.len() == 4 => {
            let (month, day) = month_day(a, b)?;
            Date::new(number(year)?, month, day).ok()
        }
        _ => None,
    }
}

fn after(today: Date, count: &str, unit: &str) -> Option<Date> {
    let count: i64 = match count {
        "a" | "an" | "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        _ => number(count)?,
    };
    let span = match unit {
        "day" | "days" => Span::new().try_days(count),
        "week" | "weeks" => Span::new().try_weeks(count),
        "month" | "months" => Span::new().try_months(count),
        "year" | "years" => Span::new().try_years(count),
        _ => return None,
    };
    today.checked_add(span.ok()?).ok()
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" => Weekday::Monday,
        "tuesday" | "tue" | "tues" => Weekday::Tuesday,
        "wednesday" | "wed" => Weekday::Wednesday,
        "thursday" | "thu" | "thur" | "thurs" => Weekday::Thursday,
        "friday" | "fri" => Weekday::Friday,
        "saturday" | "sat" => Weekday::Saturday,
        "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}

fn next_weekday(today: Date, weekday: Weekday) -> Option<Date> {
    let days = i64::from(weekday.since(today.weekday()));
    today
        .checked_add(Span::new().days(if days == 0 { 7 } else { days }))
        .ok()
}

fn month(word: &str) -> Option<i8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let position = NAMES
        .iter()
        .position(|name| word == *name || (word.len() >= 3 && name.get(..3) == Some(word)))
        .or((word == "sept").then_some(8))?;
    i8::try_from(position + 1).ok()
}

fn month_day(a: &str, b: &str) -> Option<(i8, i8)> {
    let day = |word: &str| {
        let digits = ["st", "nd", "rd", "th"]
            .into_iter()
            .find_map(|ending| word.strip_suffix(ending))
            .unwrap_or(word);
        number::<i8>(digits)
    };
    match (month(a), month(b)) {
        (Some(month), None) => Some((month, day(b)?)),
        (None, Some(month)) => Some((month, day(a)?)),
        _ => None,
    }
}

/// The next date with this month and day, today among them; 29 February waits for its year.
fn in_coming_year((month, day): (i8, i8), today: Date) -> Option<Date> {
    (0..9)
        .filter_map(|years| Date::new(today.year().checked_add(years)?, month, day).ok())
        .find(|date| *date >= today)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A Saturday, nine in the morning.
    fn now() -> Zoned {
        "2026-11-21T09:00[Europe/Berlin]".parse().unwrap()
    }

    #[track_caller]
    fn reads(text: &str, expected: &str) {
        assert_eq!(
            due_in_words(text, &now())
                .map(|due| due.to_string())
                .as_deref(),
            Some(expected),
            "{text}"
        );
    }

    #[test]
    fn everyday_words() {
        reads("today", "2026-11-21");
        reads("Tomorrow", "2026-11-22");
        reads("monday", "2026-11-23");
        reads("saturday", "2026-11-28");
        reads("next friday", "2026-11-27");
        reads("in 3 days", "2026-11-24");
        reads("in a week", "2026-11-28");
        reads("next month", "2026-12-21");
        reads("day after tomorrow", "2026-11-23");
    }

    #[test]
    fn dates_roll_on_to_the_next_that_exists() {
        reads("22 nov", "2026-11-22");
        reads("Nov 20th", "2027-11-20");
        reads("1 january 2030", "2030-01-01");
        reads("29 feb", "2028-02-29");
        reads("in 1 month", "2026-12-21");
    }

    #[test]
    fn times() {
        reads("tomorrow 9am", "2026-11-22T09:00");
        reads("friday at 17:30", "2026-11-27T17:30");
        reads("at 8", "2026-11-22T08:00");
        reads("at 1", "2026-11-21T13:00");
        reads("tomorrow at 6", "2026-11-22T18:00");
        reads("at 7 tomorrow", "2026-11-22T07:00");
        reads("at 06", "2026-11-22T06:00");
        reads("by 5pm", "2026-11-21T17:00");
        reads("tomorrow\t9am", "2026-11-22T09:00");
        reads("tomorrow\u{a0}9am", "2026-11-22T09:00");
        reads("friday, 9am", "2026-11-27T09:00");
        reads("10 pm", "2026-11-21T22:00");
        reads("noon", "2026-11-21T12:00");
        reads("12am tomorrow", "2026-11-22T00:00");
        reads("2026-12-24 18:00", "2026-12-24T18:00");
        reads("2026-12-24T18:00", "2026-12-24T18:00");
        reads(
            "by 2026-12-24T18:00[Europe/Berlin]",
            "2026-12-24T18:00[Europe/Berlin]",
        );
    }

    #[test]
    fn short_and_past_words_are_for_a_date_alone() {
        reads("tom 9am", "2026-11-22T09:00");
        reads("tod", "2026-11-21");
        reads("yesterday", "2026-11-20");
        reads("fri", "2026-11-27");
    }

    #[test]
    fn a_time_alone_keeps_the_day_and_the_zone() {
        for (text, current, expected) in [
            ("5pm", "2026-11-27T09:00", "2026-11-27T17:00"),
            ("at 8", "2026-11-27", "2026-11-27T08:00"),
            (
                "17:00",
                "2026-11-27T09:00[Asia/Tokyo]",
                "2026-11-27T17:00[Asia/Tokyo]",
            ),
            ("tomorrow 5pm", "2026-11-27T09:00", "2026-11-22T17:00"),
            ("monday", "2026-11-27T09:00", "2026-11-23"),
        ] {
            let due = parse_due_beside(text, &now(), Some(&current.parse().unwrap())).unwrap();
            assert_eq!(due.to_string(), expected, "{text} beside {current}");
        }
    }

    #[test]
    fn what_is_no_date_stays_words() {
        for text in [
            "",
            "milk",
            "5th wave",
            "monitor",
            "30 feb",
            "13pm",
            "25:00",
            "in many days",
            "the day after",
            "at",
            "by 5",
            "at +3",
            "2026-12-24T18:00[Mars/Base]",
            "2026-12-24T18:00Z",
        ] {
            assert_eq!(due_in_words(text, &now()), None, "{text}");
        }
    }

    #[test]
    fn a_wrong_date_says_what_would_be_right() {
        let message = parse_due("someday soon", &now()).unwrap_err().to_string();
        assert!(
            message.contains("“someday soon” is not a date"),
            "{message}"
        );
        assert!(parse_due("2026-13-45", &now()).is_err());
    }

    proptest! {
        #[test]
        fn never_panics(text in "(?:in|next|at|[0-9]{1,20}|days|years|fri|feb|9am|:|[a-zß€ ]{0,6})( (?:in|next|at|[0-9]{1,20}|days|years|fri|feb|9am|:|[a-zß€ ]{0,6})){0,6}") {
            let _ = due_in_words(&text, &now());
        }
    }
}

/// stub
pub fn parse_day(t: &str, n: &Zoned) -> Result<Date, Error> {
    parse_due(t, n).map(|d| d.day())
}
/// stub
pub fn parse_recurrence(t: &str, _n: &Zoned) -> Result<crate::Recurrence, Error> {
    t.parse()
}
