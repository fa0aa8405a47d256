//! When a task is due: a civil date, or a date and time that floats or lives in a named zone.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use ts_rs::TS;

use crate::by_text::serde_by_text;
use crate::error::Error;

/// When a task is due. Its text is `2026-11-22`, `2026-11-22T09:00` (floating: nine o'clock
/// wherever the person is) or `2026-11-22T09:00[Europe/Berlin]` (RFC 9557's zone suffix). A day is
/// a civil day; nothing here is an instant at midnight UTC.
#[derive(Debug, Clone, PartialEq, Eq, Hash, JsonSchema, TS)]
#[schemars(with = "String")]
#[ts(as = "String")]
pub enum Due {
    /// Some time that day.
    Day(Date),
    /// At that time of day, wherever the person is.
    At(DateTime),
    /// At that time of day in a named zone of the IANA database.
    In(DateTime, String),
}

impl Due {
    /// The civil date, as it is written.
    pub fn day(&self) -> Date {
        match self {
            Self::Day(day) => *day,
            Self::At(at) | Self::In(at, _) => at.date(),
        }
    }

    /// The time of day, as it is written; `None` for a day as a whole.
    pub fn time(&self) -> Option<Time> {
        match self {
            Self::Day(_) => None,
            Self::At(at) | Self::In(at, _) => Some(at.time()),
        }
    }

    /// The same on another day: at the same time of day, in the same zone.
    #[must_use]
    pub fn on(&self, day: Date) -> Self {
        match self {
            Self::Day(_) => Self::Day(day),
            Self::At(at) => Self::At(day.to_datetime(at.time())),
            Self::In(at, zone) => Self::In(day.to_datetime(at.time()), zone.clone()),
        }
    }

    /// The instant, for somebody in the zone `viewer`; `None` for a day as a whole, which is no
    /// instant. Where clocks are set forward over that time, it is as much later (RFC 5545, 3.3.5);
    /// where they are set back over it, the first of the two. A zone that this machine does not
    /// know counts as the viewer's. `None` also at the very ends of the calendar.
    pub fn timestamp(&self, viewer: &TimeZone) -> Option<Timestamp> {
        match self {
            Self::Day(_) => None,
            Self::At(at) => viewer.to_timestamp(*at).ok(),
            Self::In(at, zone) => {
                let zone = TimeZone::get(zone);
                zone.as_ref().unwrap_or(viewer).to_timestamp(*at).ok()
            }
        }
    }
}

/// A civil day as it is written, `2026-11-22`, and nothing else.
pub(crate) fn civil_day(text: &str) -> Option<Date> {
    let shape = |c: char| c.is_ascii_digit() || c == '-';
    if text.len() == 10 && text.chars().all(shape) {
        text.parse().ok()
    } else {
        None
    }
}

/// `yesterday`, `today` or `tomorrow`, where a day is one of them seen from `today`.
pub fn near_day(day: Date, today: Date) -> Option<&'static str> {
    match today.until(day).ok()?.get_days() {
        -1 => Some("yesterday"),
        0 => Some("today"),
        1 => Some("tomorrow"),
        _ => None,
    }
}

/// `09:00`, or `09:00:30` where there are seconds.
fn time_text(at: &DateTime) -> String {
    let time = at.time();
    if time.second() == 0 {
        format!("{:02}:{:02}", time.hour(), time.minute())
    } else {
        format!(
            "{:02}:{:02}:{:02}",
            time.hour(),
            time.minute(),
            time.second()
        )
    }
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::At(at) => write!(f, "{}T{}", at.date(), time_text(at)),
            Self::In(at, zone) => write!(f, "{}T{}[{zone}]", at.date(), time_text(at)),
        }
    }
}

impl FromStr for Due {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong = || {
            Error::invalid(format!(
                "“{}” is not a date. Write 2026-11-22, 2026-11-22T09:00 or 2026-11-22T09:00[Europe/Berlin].",
                crate::text::excerpt(text, 60)
            ))
        };
        let text = text.trim();
        let (civil, zone) = match text.split_once('[') {
            Some((civil, rest)) => (civil, Some(rest.strip_suffix(']').ok_or_else(wrong)?)),
            None => (text, None),
        };
        // jiff's civil parsers take more than a civil date ("…Z" is refused by them, an offset is
        // dropped): the shape is checked first, so that nothing is silently read as another time.
        let shape = |c: char| c.is_ascii_digit() || matches!(c, '-' | ':' | 'T');
        if !civil.chars().all(shape) || civil.len() < 10 {
            return Err(wrong());
        }
        let Some((date, time)) = civil.split_once('T') else {
            let day = civil.parse().map_err(|_| wrong())?;
            return if zone.is_none() {
                Ok(Self::Day(day))
            } else {
                Err(wrong())
            };
        };
        if time.contains('-') {
            return Err(wrong());
        }
        let date: Date = date.parse().map_err(|_| wrong())?;
        let time: Time = time.parse().map_err(|_| wrong())?;
        let at = date.to_datetime(time);
        match zone {
            None => Ok(Self::At(at)),
            Some(zone) => {
                let known = TimeZone::get(zone).map_err(|_| {
                    Error::invalid(format!(
                        "“{}” is not a time zone. Write one such as Europe/Berlin.",
                        crate::text::excerpt(zone, 60)
                    ))
                })?;
                let name = known
                    .iana_name()
                    .map_or_else(|| zone.to_owned(), str::to_owned);
                Ok(Self::In(at, name))
            }
        }
    }
}

serde_by_text!(Due);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn near_days_have_names() {
        let today = jiff::civil::date(2026, 12, 31);
        let near: Vec<_> = [-2, -1, 0, 1, 2]
            .map(|days| near_day(today + jiff::Span::new().days(days), today))
            .into();
        let expected = [
            None,
            Some("yesterday"),
            Some("today"),
            Some("tomorrow"),
            None,
        ];
        assert_eq!(near, expected);
        assert_eq!(near_day(jiff::civil::date(2026, 11, 30), today), None);
    }

    #[test]
    fn the_three_shapes_survive() {
        for text in [
            "2026-11-22",
            "2026-11-22T09:00",
            "2026-11-22T09:00[Europe/Berlin]",
        ] {
            assert_eq!(text.parse::<Due>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused_with_a_word() {
        for text in [
            "",
            "tomorrow",
            "2026-02-30",
            "2026-11-22T25:00",
            "2026-11-22[Europe/Berlin]",
            "2026-11-22T09:00[Mars/Base]",
            "2026-11-22T09:00Z",
            "2026-11-22T09:00+02:00",
            "2026-11-22T09:00[",
            "20261122",
        ] {
            assert!(text.parse::<Due>().is_err(), "{text} was taken");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics_and_what_is_read_survives(text in "[0-9T:\\[\\]A-Za-z/ +Z-]{0,40}") {
            if let Ok(due) = text.parse::<Due>() {
                prop_assert_eq!(due.to_string().parse::<Due>().unwrap(), due);
            }
        }
    }
}
