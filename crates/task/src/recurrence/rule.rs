//! A recurrence rule: its parts and its text.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Weekday};

use crate::error::Error;

/// How often, before the interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Frequency {
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every year.
    Yearly,
}

/// A weekday, or the nth of a month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ByDay {
    /// Which of its kind: 1 is the first, -1 the last; `None` is every one.
    pub nth: Option<i8>,
    /// The weekday.
    pub weekday: Weekday,
}

/// When a rule ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ends {
    /// Never.
    #[default]
    Never,
    /// After this day, which may still be one.
    Until(Date),
    /// After so many occurrences.
    Count(u32),
}

/// A rule, after RFC 5545, 3.3.10: DAILY to YEARLY, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY,
/// BYSETPOS, WKST, UNTIL (a date) and COUNT.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rule {
    /// How often.
    pub frequency: Frequency,
    /// Every how many of them: 1 and more.
    pub interval: u16,
    /// Only in these months, 1 to 12; empty is all.
    pub by_month: Vec<i8>,
    /// On these days of the month, 1 to 31, or from its end, -1 to -31.
    pub by_month_day: Vec<i8>,
    /// On these weekdays.
    pub by_day: Vec<ByDay>,
    /// Of each period's days only these: 1 is the first, -1 the last.
    pub by_set_pos: Vec<i16>,
    /// The day on which a week begins; it matters to a weekly rule with an interval.
    pub week_start: Weekday,
    /// When it ends.
    pub ends: Ends,
}

impl Rule {
    /// Every so many days, weeks, months or years, without end.
    pub fn every(interval: u16, frequency: Frequency) -> Self {
        Self {
            frequency,
            interval,
            by_month: Vec::new(),
            by_month_day: Vec::new(),
            by_day: Vec::new(),
            by_set_pos: Vec::new(),
            week_start: Weekday::Monday,
            ends: Ends::Never,
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.frequency)
    }
}

impl FromStr for Rule {
    type Err = Error;

    fn from_str(_: &str) -> Result<Self, Error> {
        Err(Error::invalid("not yet"))
    }
}
