//! Until when a reminder is put off.

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan, Zoned};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::due::Due;
use crate::error::Error;
use crate::reminder::Reminder;
use crate::words::{due_in_words, parse_due};

/// When the evening begins.
const EVENING: Time = Time::constant(18, 0, 0, 0);

/// How long a reminder is put off, as it is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Snooze {
    /// For ten minutes.
    TenMinutes,
    /// For an hour.
    Hour,
    /// Until this evening at six; after that, until tomorrow's.
    Evening,
    /// Until tomorrow.
    Tomorrow,
    /// Until next week.
    NextWeek,
}

/// An instant, whatever the clock on the wall will be by then.
fn instant(at: &Zoned) -> Reminder {
    let utc = at.with_time_zone(TimeZone::UTC).datetime();
    Reminder::In(utc, "UTC".to_owned())
}

impl Snooze {
    /// Until when that is, said at `now`, to somebody whose days begin at `all_day`. Minutes and
    /// hours pass wherever the person goes; days and evenings are those of the clock on the wall.
    ///
    /// # Errors
    /// At the very end of the calendar.
    pub fn until(self, now: &Zoned, all_day: Time) -> Result<Reminder, Error> {
        let minutes = |minutes| now.checked_add(SignedDuration::from_mins(minutes));
        let day_at = |days: i64, time| {
            let day = now.date().checked_add(days.days())?;
            Ok(Reminder::At(day.to_datetime(time)))
        };
        let until = match self {
            Self::TenMinutes => minutes(10).map(|at| instant(&at)),
            Self::Hour => minutes(60).map(|at| instant(&at)),
            Self::Evening if now.time() < EVENING => day_at(0, EVENING),
            Self::Evening => day_at(1, EVENING),
            Self::Tomorrow => day_at(1, all_day),
            Self::NextWeek => day_at(7, all_day),
        };
        until.map_err(|_: jiff::Error| Error::invalid("The calendar ends before that."))
    }
}

/// Reads until when a reminder is put off: "in 20 minutes", "tomorrow at 8", "friday". A day as a
/// whole begins at `all_day`.
///
/// # Errors
/// [`Error::Invalid`] naming what would be understood, or that the time has passed.
pub fn parse_snooze(text: &str, now: &Zoned, all_day: Time) -> Result<Reminder, Error> {
    let due = match parse_due(text, now)? {
        Due::Day(day) => Due::At(day.to_datetime(all_day)),
        timed => timed,
    };
    let at = due
        .timestamp(now.time_zone())
        .ok_or_else(|| Error::invalid("The calendar ends before that."))?;
    if at <= now.timestamp() {
        return Err(Error::invalid(format!(
            "“{}” is past already. Write a time to come, such as “in 20 minutes” or “tomorrow at 8”.",
            crate::text::excerpt(text.trim(), 60)
        )));
    }
    Ok(match due {
        Due::In(wall, zone) => Reminder::In(wall, zone),
        // So long from now, also where the clocks are set meanwhile.
        _ if is_counted(text, now, at) => instant(&at.to_zoned(now.time_zone().clone())),
        Due::At(wall) => Reminder::At(wall),
        Due::Day(day) => Reminder::At(day.to_datetime(all_day)),
    })
}

/// Whether the words mean a later time when they are said later: "in 20 minutes" does, "at 8" does
/// not.
fn is_counted(text: &str, now: &Zoned, at: Timestamp) -> bool {
    let shift = SignedDuration::from_mins(7);
    let moved = now
        .checked_add(shift)
        .ok()
        .and_then(|later| due_in_words(text, &later)?.timestamp(later.time_zone()));
    moved.is_some() && moved == at.checked_add(shift).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Saturday.
    fn at(time: &str) -> Zoned {
        format!("2026-11-21T{time}[Europe/Berlin]").parse().unwrap()
    }

    const NINE: Time = Time::constant(9, 0, 0, 0);

    #[test]
    fn presets() {
        let reads = |snooze: Snooze, now: &str, expected: &str| {
            assert_eq!(snooze.until(&at(now), NINE).unwrap().to_string(), expected);
        };
        reads(Snooze::TenMinutes, "12:00", "2026-11-21T11:10[UTC]");
        reads(Snooze::Hour, "23:30", "2026-11-21T23:30[UTC]");
        reads(Snooze::Evening, "12:00", "2026-11-21T18:00");
        reads(Snooze::Evening, "18:00", "2026-11-22T18:00");
        reads(Snooze::Tomorrow, "23:59", "2026-11-22T09:00");
        reads(Snooze::NextWeek, "12:00", "2026-11-28T09:00");
    }

    #[test]
    fn words() {
        for (text, expected) in [
            ("in 20 minutes", "2026-11-21T11:20[UTC]"),
            ("in 2 hours", "2026-11-21T13:00[UTC]"),
            ("tomorrow at 8", "2026-11-22T08:00"),
            ("at 15:00", "2026-11-21T15:00"),
            ("monday", "2026-11-23T09:00"),
            ("2026-12-24T18:00", "2026-12-24T18:00"),
            (
                "2026-12-24T18:00[Asia/Tokyo]",
                "2026-12-24T18:00[Asia/Tokyo]",
            ),
        ] {
            let until = parse_snooze(text, &at("12:00"), NINE).unwrap();
            assert_eq!(until.to_string(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_past_or_no_time_is_refused() {
        for text in ["today", "yesterday", "2026-11-21T12:00", "soon", ""] {
            let error = parse_snooze(text, &at("12:00"), NINE).unwrap_err();
            assert_eq!(error.code(), crate::Code::InvalidInput, "{text}");
        }
    }
}
