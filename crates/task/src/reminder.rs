//! When a person is reminded of a task.

use std::fmt;
use std::str::FromStr;

use jiff::civil::DateTime;
use schemars::JsonSchema;
use ts_rs::TS;

use crate::by_text::serde_by_text;
use crate::due::Due;
use crate::error::Error;

/// When a person is reminded of a task: at a time, or so long before it is due. Its text is
/// `2026-11-22T09:00`, `2026-11-22T09:00[Europe/Berlin]`, or minutes such as `-30` before the due
/// time; `-0` is at the due time itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema, TS)]
#[schemars(with = "String")]
#[ts(as = "String")]
pub enum Reminder {
    /// So many minutes before the due time.
    Before(u32),
    /// At that time, wherever the person is.
    At(DateTime),
    /// At that time in a named zone of the IANA database.
    In(DateTime, String),
}

/// The longest time before the due time, in minutes: four weeks.
const LONGEST: u32 = 4 * 7 * 24 * 60;

impl Reminder {
    /// So many minutes before the due time; `None` where that is longer than four weeks.
    pub(crate) fn before(minutes: u32) -> Option<Self> {
        (minutes <= LONGEST).then_some(Self::Before(minutes))
    }
}

impl fmt::Display for Reminder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Before(minutes) => write!(f, "-{minutes}"),
            Self::At(at) => Due::At(*at).fmt(f),
            Self::In(at, zone) => Due::In(*at, zone.clone()).fmt(f),
        }
    }
}

impl FromStr for Reminder {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let wrong = || {
            Error::invalid(format!(
                "“{}” is not a reminder. Write a time such as 2026-11-22T09:00, or the minutes before the due time, such as -30 (four weeks at most).",
                crate::text::excerpt(text, 60)
            ))
        };
        if let Some(minutes) = text.strip_prefix('-') {
            return minutes
                .parse()
                .ok()
                .filter(|_| !text.starts_with("-+"))
                .and_then(Self::before)
                .ok_or_else(wrong);
        }
        match text.parse() {
            Ok(Due::At(at)) => Ok(Self::At(at)),
            Ok(Due::In(at, zone)) => Ok(Self::In(at, zone)),
            _ => Err(wrong()),
        }
    }
}

serde_by_text!(Reminder);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shapes_survive() {
        for text in [
            "-0",
            "-30",
            "2026-11-22T09:00",
            "2026-11-22T09:00[Europe/Berlin]",
        ] {
            assert_eq!(text.parse::<Reminder>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in ["", "30", "-", "--3", "-+3", "-40321", "2026-11-22", "noon"] {
            assert!(text.parse::<Reminder>().is_err(), "{text} was taken");
        }
    }
}
