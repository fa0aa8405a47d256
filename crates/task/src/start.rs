//! When a task is meant to be begun.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::JsonSchema;
use ts_rs::TS;

use crate::by_text::serde_by_text;
use crate::error::Error;

/// When a task is meant to be begun: from that day on it is among Today's. Its text is
/// `2026-11-22` or `someday`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, JsonSchema, TS)]
#[schemars(with = "String")]
#[ts(as = "String")]
pub enum Start {
    /// From this day on.
    Day(Date),
    /// Set aside, without a day.
    Someday,
}

const SOMEDAY: &str = "someday";

impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Someday => f.write_str(SOMEDAY),
        }
    }
}

impl FromStr for Start {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        if text == SOMEDAY {
            return Ok(Self::Someday);
        }
        crate::due::civil_day(text).map(Self::Day).ok_or_else(|| {
            Error::invalid(format!(
                "“{}” is not a day to start on. Write one such as 2026-11-22, or someday.",
                crate::text::excerpt(text, 60)
            ))
        })
    }
}

serde_by_text!(Start);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_someday_survive() {
        for text in ["2026-11-22", "someday"] {
            assert_eq!(text.parse::<Start>().unwrap().to_string(), text);
        }
        for text in ["", "soon", "2026-02-30", "2026-11-22T09:00", "20261122"] {
            assert!(text.parse::<Start>().is_err(), "{text} was taken");
        }
    }
}
