//! Days in words, as queries name them. What is kept is the words: `today` is the day on which
//! somebody looks.

use jiff::civil::Date;
use jiff::{Span, Zoned};

use crate::due::Due;
use crate::words::due_in_words;

/// Which way a name that comes again points: `friday`, `1 nov`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// To the next one, as in a due date.
    Ahead,
    /// To the latest one, today among them: for what has happened.
    Back,
}

/// What words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// A day.
    Day(Date),
    /// A day or an hour with a time of day.
    Timed,
    /// No date.
    Unknown,
}

/// Reads the words of [`due_in_words`], and besides `-7 days`, `+7 days` and `7 days ago`.
pub(super) fn read(words: &str, now: &Zoned, look: Look) -> Reading {
    let lower = words.to_lowercase();
    let parts: Vec<&str> = lower.split_whitespace().take(LONGEST + 1).collect();
    if parts.len() > LONGEST {
        return Reading::Unknown;
    }
    if let Some(day) = relative(&parts, now.date()) {
        return Reading::Day(day);
    }
    match due_in_words(words, now) {
        Some(Due::Day(day)) if look == Look::Back && day > now.date() => {
            let latest = latest(now.date(), |from| {
                let from = from.to_zoned(now.time_zone().clone()).ok()?;
                due_in_words(words, &from).map(|due| due.day())
            });
            Reading::Day(latest.unwrap_or(day))
        }
        Some(Due::Day(day)) => Reading::Day(day),
        Some(Due::At(_) | Due::In(..)) => Reading::Timed,
        None => Reading::Unknown,
    }
}

/// How many words a date has at most.
const LONGEST: usize = 8;

/// A number of digits alone.
fn number(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// `-7 days`, `+7 days`, `7 days ago`, `a week ago`.
fn relative(words: &[&str], today: Date) -> Option<Date> {
    let (count, unit, back) = match words {
        ["a" | "an" | "one", unit, "ago"] => (1, unit, true),
        [count, unit, "ago"] => (number(count)?, unit, true),
        [count, unit] if let Some(count) = count.strip_prefix('-') => (number(count)?, unit, true),
        [count, unit] if let Some(count) = count.strip_prefix('+') => (number(count)?, unit, false),
        _ => return None,
    };
    let count = if back {
        -i64::from(count)
    } else {
        i64::from(count)
    };
    let span = match *unit {
        "day" | "days" => Span::new().try_days(count),
        "week" | "weeks" => Span::new().try_weeks(count),
        "month" | "months" => Span::new().try_months(count),
        "year" | "years" => Span::new().try_years(count),
        _ => return None,
    };
    today.checked_add(span.ok()?).ok()
}

/// How many days `7 days`, `2 weeks` or `next 7 days` are; `None` for other words, and for none
/// at all.
pub(super) fn count(words: &[&str]) -> Option<u32> {
    let (count, unit) = match words {
        ["next", count, unit] | [count, unit] => (number(count)?, *unit),
        _ => return None,
    };
    let days = match unit {
        "day" | "days" => count,
        "week" | "weeks" => count.checked_mul(7)?,
        _ => return None,
    };
    (days > 0).then_some(days)
}

/// The latest day, today among them, by a name that comes again ("friday", "1 nov", "end of
/// month"); `None` where there is none. `said` is the day that the name means on a given day; seen
/// from today, it is yet to come.
fn latest(today: Date, said: impl Fn(Date) -> Option<Date>) -> Option<Date> {
    // "in 3 days" moves along with today: it is to come, whenever it is said.
    let yesterday = said(today.yesterday().ok()?)?;
    if said(today)? == yesterday.tomorrow().ok()? {
        return None;
    }
    // Said on these days in turn, a name means the first of its days that follow, so the first one
    // that is past is the latest. A weekday said on itself is the next one. The 31st may be two
    // months ago, 29 February eight years.
    let week = std::iter::once(today.checked_sub(Span::new().days(7)));
    let months = (1..=2).map(|months| today.checked_sub(Span::new().months(months)));
    let years = (1..=8).map(|years| today.checked_sub(Span::new().years(years)));
    week.chain(months)
        .chain(years)
        .filter_map(|day| said(day.ok()?))
        .find(|day| *day <= today)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(now: &str) -> Zoned {
        now.parse().unwrap()
    }

    /// A Saturday.
    const NOW: &str = "2026-11-21T09:00[Europe/Berlin]";

    #[track_caller]
    fn reads(words: &str, now: &str, look: Look, expected: &str) {
        let day = expected.parse().unwrap();
        assert_eq!(read(words, &at(now), look), Reading::Day(day), "{words}");
    }

    #[test]
    fn ahead_as_in_a_due_date() {
        for (words, expected) in [
            ("today", "2026-11-21"),
            ("Friday", "2026-11-27"),
            ("20 nov", "2027-11-20"),
            ("in 3 days", "2026-11-24"),
            ("2026-01-02", "2026-01-02"),
            ("yesterday", "2026-11-20"),
        ] {
            reads(words, NOW, Look::Ahead, expected);
        }
    }

    #[test]
    fn reckoned_from_today() {
        for (words, expected) in [
            ("-7 days", "2026-11-14"),
            ("-0 days", "2026-11-21"),
            ("+1 week", "2026-11-28"),
            ("7 Days  ago", "2026-11-14"),
            ("a month ago", "2026-10-21"),
            ("-9 months", "2026-02-21"),
        ] {
            reads(words, NOW, Look::Ahead, expected);
            reads(words, NOW, Look::Back, expected);
        }
        reads(
            "-1 day",
            "2027-01-01T00:00[Europe/Berlin]",
            Look::Ahead,
            "2026-12-31",
        );
        reads(
            "-1 month",
            "2026-03-31T12:00[Europe/Berlin]",
            Look::Ahead,
            "2026-02-28",
        );
    }

    #[test]
    fn back_to_what_has_happened() {
        for (words, expected) in [
            ("friday", "2026-11-20"),
            ("saturday", "2026-11-21"),
            ("sun", "2026-11-15"),
            ("20 nov", "2026-11-20"),
            ("21 nov", "2026-11-21"),
            ("nov 22nd", "2025-11-22"),
            ("29 feb", "2024-02-29"),
            ("today", "2026-11-21"),
            // What says itself that it is to come, is.
            ("tomorrow", "2026-11-22"),
            ("in 3 days", "2026-11-24"),
            ("1 jan 2030", "2030-01-01"),
            ("2030-01-01", "2030-01-01"),
        ] {
            reads(words, NOW, Look::Back, expected);
        }
        reads(
            "29 feb",
            "2028-02-29T12:00[Europe/Berlin]",
            Look::Back,
            "2028-02-29",
        );
        reads(
            "29 feb",
            "2104-02-01T12:00[Europe/Berlin]",
            Look::Back,
            "2096-02-29",
        );
        reads(
            "31 dec",
            "2027-01-01T00:30[Europe/Berlin]",
            Look::Back,
            "2026-12-31",
        );
        reads(
            "1 jan",
            "2027-01-01T00:30[Europe/Berlin]",
            Look::Back,
            "2027-01-01",
        );
    }

    #[test]
    fn back_to_the_latest_31st() {
        let the_31st = |from: Date| {
            let mut months = (0..).filter_map(|months| {
                let month = from
                    .first_of_month()
                    .checked_add(Span::new().months(months));
                let month = month.unwrap();
                Date::new(month.year(), month.month(), 31).ok()
            });
            months.find(|day| *day >= from)
        };
        for (today, expected) in [
            ("2026-03-30", "2026-01-31"),
            ("2026-03-31", "2026-03-31"),
            ("2026-05-01", "2026-03-31"),
            ("2026-01-01", "2025-12-31"),
        ] {
            let latest = latest(today.parse().unwrap(), the_31st);
            assert_eq!(latest, Some(expected.parse().unwrap()), "{today}");
        }
    }

    #[test]
    fn a_time_of_day_is_told_apart() {
        for words in ["friday 9am", "18:30", "2026-11-22 14:00"] {
            assert_eq!(
                read(words, &at(NOW), Look::Ahead),
                Reading::Timed,
                "{words}"
            );
        }
    }

    #[test]
    fn what_is_no_date() {
        for words in [
            "",
            "milk",
            "-7",
            "- 7 days",
            "--7 days",
            "-7 moons",
            "7 days",
            "30 feb",
            "-99999999999 days",
            "-4000000 years",
        ] {
            assert_eq!(
                read(words, &at(NOW), Look::Back),
                Reading::Unknown,
                "{words}"
            );
        }
    }

    #[test]
    fn counts_of_days() {
        assert_eq!(count(&["next", "7", "days"]), Some(7));
        assert_eq!(count(&["2", "weeks"]), Some(14));
        assert_eq!(count(&["1", "day"]), Some(1));
        for words in [
            ["0", "days"],
            ["-7", "days"],
            ["7", "months"],
            ["4000000000", "weeks"],
        ] {
            assert_eq!(count(&words), None, "{words:?}");
        }
    }
}
