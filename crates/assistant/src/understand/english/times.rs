//! Numbers, days and periods.

use super::Words;
use crate::understand::period::Period;

const NUMBERS: Words = &[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];

/// A number in digits or words; an article is one.
pub(in crate::understand) fn count(word: &str) -> Option<u16> {
    match word {
        "a" | "an" => Some(1),
        "couple" => Some(2),
        "few" => Some(3),
        word => word.parse().ok().or_else(|| {
            let place = NUMBERS.iter().position(|known| *known == word)?;
            u16::try_from(place).ok()
        }),
    }
}

pub(in crate::understand) const BEFORE_PERIOD: Words =
    &["on", "for", "in", "during", "over", "within", "from"];
pub(in crate::understand) const NEXT_DAYS: Words = &["next", "coming", "following"];
pub(in crate::understand) const LAST_DAYS: Words = &["last", "past", "previous"];
pub(in crate::understand) const DAY_UNITS: &[(&str, i64)] = &[
    ("day", 1),
    ("days", 1),
    ("week", 7),
    ("weeks", 7),
    ("fortnight", 14),
    ("month", 30),
    ("months", 30),
];

pub(in crate::understand) const PERIODS: &[(&str, Period)] = &[
    ("today", Period::Day(0)),
    ("so far today", Period::Day(0)),
    ("this morning", Period::Day(0)),
    ("this afternoon", Period::Day(0)),
    ("this evening", Period::Day(0)),
    ("tonight", Period::Day(0)),
    ("now", Period::Day(0)),
    ("yesterday", Period::Day(-1)),
    ("last night", Period::Day(-1)),
    ("the day before yesterday", Period::Day(-2)),
    ("tomorrow", Period::Day(1)),
    ("tmr", Period::Day(1)),
    ("the day after tomorrow", Period::Day(2)),
    ("this week", Period::Week(0)),
    ("the week", Period::Week(0)),
    ("so far this week", Period::Week(0)),
    ("next week", Period::Week(1)),
    ("last week", Period::Week(-1)),
    ("this weekend", Period::Weekend(0)),
    ("the weekend", Period::Weekend(0)),
    ("weekend", Period::Weekend(0)),
    ("next weekend", Period::Weekend(1)),
    ("last weekend", Period::Weekend(-1)),
    ("this month", Period::Month(0)),
    ("the month", Period::Month(0)),
    ("next month", Period::Month(1)),
    ("last month", Period::Month(-1)),
    ("this year", Period::Year(0)),
    ("next year", Period::Year(1)),
    ("last year", Period::Year(-1)),
];

/// A named period as an answer says it.
pub(in crate::understand) fn said_period(typed: &str) -> String {
    let lower = typed.to_lowercase();
    match lower.as_str() {
        "now" | "tonight" => "today".to_owned(),
        "tmr" => "tomorrow".to_owned(),
        "weekend" => "at the weekend".to_owned(),
        "the weekend" => "at the weekend".to_owned(),
        lower
            if lower.starts_with("next ")
                || lower.starts_with("the next ")
                || lower.starts_with("the last ") =>
        {
            match lower.split(' ').count() {
                2 => lower.to_owned(),
                _ if lower.starts_with("the ") => format!("in {lower}"),
                _ => format!("in the {lower}"),
            }
        }
        lower => lower.to_owned(),
    }
}

/// "on Friday" after a word that takes its place.
pub(in crate::understand) fn without_on(said: &str) -> &str {
    said.strip_prefix("on ").unwrap_or(said)
}

/// "overdue or due this week".
pub(in crate::understand) fn either(said: &[String]) -> String {
    said.join(" or ")
}
