//! The text of a rule: the value of an RFC 5545 `RRULE` (3.3.10), in one canonical form.

use std::fmt::{self, Display};
use std::str::FromStr;

use jiff::civil::{Date, Weekday};

use super::rule::{ByDay, Ends, Frequency, Rule};
use crate::error::Error;

/// What a rule can say, for whoever wrote something else.
const UNDERSTOOD: &str = "Write FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, and after it what is needed of INTERVAL, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS, WKST, UNTIL and COUNT, such as FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR.";

const FREQUENCIES: [(Frequency, &str); 4] = [
    (Frequency::Daily, "DAILY"),
    (Frequency::Weekly, "WEEKLY"),
    (Frequency::Monthly, "MONTHLY"),
    (Frequency::Yearly, "YEARLY"),
];

const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "MO"),
    (Weekday::Tuesday, "TU"),
    (Weekday::Wednesday, "WE"),
    (Weekday::Thursday, "TH"),
    (Weekday::Friday, "FR"),
    (Weekday::Saturday, "SA"),
    (Weekday::Sunday, "SU"),
];

/// The word of RFC 5545 for a frequency or weekday.
fn word<T: PartialEq>(words: &[(T, &'static str)], value: &T) -> &'static str {
    let found = words.iter().find(|(known, _)| known == value);
    found.map_or("", |(_, word)| word)
}

/// What a word of RFC 5545 stands for.
fn meaning<T: Copy>(words: &[(T, &str)], text: &str) -> Option<T> {
    let found = words.iter().find(|(_, word)| *word == text);
    found.map(|(value, _)| *value)
}

impl Display for ByDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(nth) = self.nth {
            nth.fmt(f)?;
        }
        f.write_str(word(&WEEKDAYS, &self.weekday))
    }
}

fn list<T: Display>(f: &mut fmt::Formatter<'_>, part: &str, values: &[T]) -> fmt::Result {
    for (index, value) in values.iter().enumerate() {
        if index == 0 {
            write!(f, ";{part}={value}")?;
        } else {
            write!(f, ",{value}")?;
        }
    }
    Ok(())
}

impl Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rule = self.clone().canonical();
        write!(f, "FREQ={}", word(&FREQUENCIES, &rule.frequency))?;
        if rule.interval != 1 {
            write!(f, ";INTERVAL={}", rule.interval)?;
        }
        list(f, "BYMONTH", &rule.by_month)?;
        list(f, "BYMONTHDAY", &rule.by_month_day)?;
        list(f, "BYDAY", &rule.by_day)?;
        list(f, "BYSETPOS", &rule.by_set_pos)?;
        if rule.week_start != Weekday::Monday {
            write!(f, ";WKST={}", word(&WEEKDAYS, &rule.week_start))?;
        }
        match rule.ends {
            Ends::Never => Ok(()),
            Ends::Until(day) => write!(
                f,
                ";UNTIL={:04}{:02}{:02}",
                day.year(),
                day.month(),
                day.day()
            ),
            Ends::Count(count) => write!(f, ";COUNT={count}"),
        }
    }
}

impl FromStr for Rule {
    type Err = Error;

    /// Reads a rule in any order of its parts and in either case, with or without `RRULE:` before
    /// it. What the subset lacks is refused, never passed over.
    fn from_str(text: &str) -> Result<Self, Error> {
        let upper = text.trim().to_ascii_uppercase();
        let parts = upper.strip_prefix("RRULE:").unwrap_or(&upper);
        let mut seen: Vec<&str> = Vec::new();
        let mut frequency = None;
        let mut rule = Self::every(1, Frequency::Daily);
        for part in parts.split(';') {
            let (name, value) = part.split_once('=').ok_or_else(|| {
                Error::invalid(format!(
                    "“{}” is not a part of a rule. {UNDERSTOOD}",
                    excerpt(part)
                ))
            })?;
            if seen.contains(&name) {
                return Err(Error::invalid(format!(
                    "{} stands twice in the rule. Write it once.",
                    excerpt(name)
                )));
            }
            seen.push(name);
            match name {
                "FREQ" => frequency = Some(read_frequency(value)?),
                "INTERVAL" => {
                    rule.interval = number(name, value, "a number from 1 to 65535")?;
                }
                "BYMONTH" => rule.by_month = numbers(name, value, "months from 1 to 12")?,
                "BYMONTHDAY" => {
                    let days = "days from 1 to 31, or from -1, the last day, to -31";
                    rule.by_month_day = numbers(name, value, days)?;
                }
                "BYDAY" => {
                    rule.by_day = value.split(',').map(read_day).collect::<Result<_, _>>()?
                }
                "BYSETPOS" => {
                    let positions = "numbers from 1 to 366, or from -1, the last, to -366";
                    rule.by_set_pos = numbers(name, value, positions)?;
                }
                "WKST" => {
                    let weekday = meaning(&WEEKDAYS, value);
                    rule.week_start =
                        weekday.ok_or_else(|| wrong(name, value, "a weekday such as MO or SU"))?;
                }
                "UNTIL" => rule.ends = Ends::Until(read_until(value)?),
                "COUNT" => rule.ends = Ends::Count(number(name, value, "a number from 1")?),
                _ => {
                    return Err(Error::invalid(format!(
                        "{} is not understood in a rule. {UNDERSTOOD}",
                        excerpt(name)
                    )));
                }
            }
        }
        if seen.contains(&"UNTIL") && seen.contains(&"COUNT") {
            return Err(Error::invalid(
                "UNTIL and COUNT don't go together. Write one of them.",
            ));
        }
        rule.frequency =
            frequency.ok_or_else(|| Error::invalid(format!("A rule needs FREQ. {UNDERSTOOD}")))?;
        rule.checked()
    }
}

fn excerpt(text: &str) -> String {
    crate::text::excerpt(text, 60)
}

fn wrong(name: &str, value: &str, takes: &str) -> Error {
    let value = excerpt(value);
    Error::invalid(format!("{name} takes {takes}, not “{value}”."))
}

fn read_frequency(value: &str) -> Result<Frequency, Error> {
    meaning(&FREQUENCIES, value)
        .ok_or_else(|| wrong("FREQ", value, "DAILY, WEEKLY, MONTHLY or YEARLY"))
}

/// A number without a sign.
fn number<T: FromStr>(name: &str, value: &str, takes: &str) -> Result<T, Error> {
    let digits = value.chars().all(|c| c.is_ascii_digit());
    let read = if digits { value.parse().ok() } else { None };
    read.ok_or_else(|| wrong(name, value, takes))
}

/// Numbers with a sign or without. (Rust reads a plus sign as RFC 5545 does.)
fn numbers<T: FromStr>(name: &str, values: &str, takes: &str) -> Result<Vec<T>, Error> {
    let read = |value: &str| value.parse().map_err(|_| wrong(name, value, takes));
    values.split(',').map(read).collect()
}

/// A weekday such as `MO`, `2MO`, `+2MO` or `-1FR`.
fn read_day(value: &str) -> Result<ByDay, Error> {
    let read = || {
        let (nth, weekday) = value.split_at_checked(value.len().checked_sub(2)?)?;
        Some(ByDay {
            nth: if nth.is_empty() {
                None
            } else {
                Some(nth.parse().ok()?)
            },
            weekday: meaning(&WEEKDAYS, weekday)?,
        })
    };
    read().ok_or_else(|| wrong("BYDAY", value, "weekdays such as MO, 1MO or -1FR"))
}

/// A day such as `20270131`, or the day of a time such as `20270131T235959Z`.
fn read_until(value: &str) -> Result<Date, Error> {
    let read = || {
        let (date, time) = match value.split_once('T') {
            Some((date, time)) => (date, time.strip_suffix('Z').unwrap_or(time)),
            None => (value, "000000"),
        };
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if date.len() != 8 || time.len() != 6 || !digits(date) || !digits(time) {
            return None;
        }
        let year = date.get(..4)?.parse().ok()?;
        let (month, day) = (date.get(4..6)?.parse().ok()?, date.get(6..)?.parse().ok()?);
        Date::new(year, month, day).ok()
    };
    read().ok_or_else(|| wrong("UNTIL", value, "a day such as 20270131"))
}
