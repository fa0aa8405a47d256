//! Dates and recurrences in words: "tomorrow", "friday 9am", "in 3 days", "22 nov", "every friday".
//! They are resolved when they are said; what is stored is the civil date.

use jiff::Zoned;
use jiff::civil::Date;

use crate::due::Due;
use crate::error::Error;
use crate::quick_add::whole::{self, LANGUAGE};
use crate::recurrence::Recurrence;
use crate::reminder::Reminder;

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
    if let Some(due) = whole::due(text, now, current) {
        return Ok(due);
    }
    let iso = text.trim();
    if iso.starts_with(|c: char| c.is_ascii_digit()) && iso.contains('-') && iso.len() >= 10 {
        return iso.parse();
    }
    Err(not_read(text, LANGUAGE.not_a_date))
}

/// Reads dates in words, such as "tomorrow", "next friday at 9am", "in 2 weeks", "22 nov 2027",
/// "2026-11-22 14:00" or "18:30", by the grammar of [`crate::quick_add`]. A weekday is the next one
/// to come, never today; a date without a year that is past means the next year; a time alone that
/// is past means tomorrow; a bare hour from 1 to 6 ("at 3") is in the afternoon. `None` where any
/// word is not understood.
pub fn due_in_words(text: &str, now: &Zoned) -> Option<Due> {
    whole::due(text, now, None)
}

/// Reads a day, such as that of a start or a deadline: `2026-11-22`, or words such as "friday" or
/// "in 3 days", seen from `now`.
///
/// # Errors
/// [`Error::Invalid`] naming what would be understood.
pub fn parse_day(text: &str, now: &Zoned) -> Result<Date, Error> {
    whole::day(text, now).ok_or_else(|| not_read(text, LANGUAGE.not_a_day))
}

/// Reads when somebody is reminded: the texts of [`Reminder`], how long before the due time ("1 hour
/// before", "30min", "when due"), or a time in words ("tomorrow 9am", "in 20 minutes"), seen from
/// `now`.
///
/// # Errors
/// [`Error::Invalid`] naming what would be understood. A day alone is no time.
pub fn parse_reminder(text: &str, now: &Zoned) -> Result<Reminder, Error> {
    if let Ok(reminder) = text.parse() {
        return Ok(reminder);
    }
    let wrong = || not_read(text, LANGUAGE.not_a_reminder);
    if let Some(minutes) = whole::early(text, now) {
        return Reminder::before(minutes).ok_or_else(wrong);
    }
    match parse_due(text, now) {
        Ok(Due::At(at)) => Ok(Reminder::At(at)),
        Ok(Due::In(at, zone)) => Ok(Reminder::In(at, zone)),
        _ => Err(wrong()),
    }
}

/// Reads how something comes again: words such as "every 2nd friday" or "every! 3 days", seen from
/// `now`, or the text of a [`Recurrence`].
///
/// # Errors
/// [`Error::Invalid`] naming what would be understood. A time is none of it: it belongs to the due
/// date.
pub fn parse_recurrence(text: &str, now: &Zoned) -> Result<Recurrence, Error> {
    if let Some(recurrence) = whole::recurrence(text, now) {
        return Ok(recurrence);
    }
    // A rule has its parts, and its own complaints.
    if text.contains('=') {
        return text.parse();
    }
    Err(not_read(text, LANGUAGE.not_a_recurrence))
}

fn not_read(text: &str, complaint: &str) -> Error {
    Error::invalid(format!("“{}” {complaint}", crate::text::excerpt(text, 60)))
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
    fn reminders() {
        for (text, said) in [
            ("30min", "-30"),
            ("1h before", "-60"),
            ("1 hour before", "-60"),
            ("An hour early", "-60"),
            ("half an hour before it is due", "-30"),
            ("1 hour and 30 minutes before", "-90"),
            ("36 hours", "-2160"),
            ("1d", "-1440"),
            ("a week before", "-10080"),
            ("4 weeks", "-40320"),
            ("at the due time", "-0"),
            ("-30", "-30"),
            ("-0", "-0"),
            ("in 20 minutes", "2026-11-21T09:20"),
            ("1 hour from now", "2026-11-21T10:00"),
            ("tomorrow 9am", "2026-11-22T09:00"),
            (
                "2026-11-22T09:00[Asia/Tokyo]",
                "2026-11-22T09:00[Asia/Tokyo]",
            ),
        ] {
            let read = parse_reminder(text, &now()).unwrap();
            assert_eq!(read.to_string(), said, "{text}");
        }
        for text in [
            "",
            "30",
            "tomorrow",
            "5 weeks",
            "1 month before",
            "-1h",
            "soon",
            "before",
            "1 hour before lunch",
        ] {
            let refused = parse_reminder(text, &now()).unwrap_err().to_string();
            assert!(refused.contains("is not a reminder"), "{text}: {refused}");
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
            let _ = parse_reminder(&text, &now());
        }
    }
}
