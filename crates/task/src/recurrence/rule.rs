//! A recurrence rule: its parts, and which of them go together.

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

    /// The rule in its one canonical form, its lists in the calendar's order and without
    /// duplicates; what is made by hand is checked here before it is kept.
    ///
    /// # Errors
    /// [`Error::Invalid`] where a number is out of its range, or where parts don't go together.
    pub fn checked(self) -> Result<Self, Error> {
        let rule = self.canonical();
        if rule.interval == 0 {
            return Err(Error::invalid("INTERVAL begins at 1."));
        }
        if !rule.by_month.iter().all(|month| (1..=12).contains(month)) {
            return Err(Error::invalid("BYMONTH takes months from 1 to 12."));
        }
        let mut days = rule.by_month_day.iter();
        if !days.all(|day| (1..=31).contains(&day.unsigned_abs())) {
            return Err(Error::invalid(
                "BYMONTHDAY takes days from 1 to 31, or from -1, the last day, to -31.",
            ));
        }
        let mut positions = rule.by_set_pos.iter();
        if !positions.all(|position| (1..=366).contains(&position.unsigned_abs())) {
            return Err(Error::invalid(
                "BYSETPOS takes numbers from 1 to 366, or from -1, the last, to -366.",
            ));
        }
        if rule.frequency == Frequency::Weekly && !rule.by_month_day.is_empty() {
            return Err(Error::invalid(
                "BYMONTHDAY does not go with FREQ=WEEKLY. Write FREQ=MONTHLY or FREQ=DAILY.",
            ));
        }
        rule.check_ordinals()?;
        let parts = rule.by_month.len() + rule.by_month_day.len() + rule.by_day.len();
        if parts == 0 && !rule.by_set_pos.is_empty() {
            return Err(Error::invalid(
                "BYSETPOS chooses among days that another part names. Write BYDAY, BYMONTHDAY or BYMONTH with it.",
            ));
        }
        match rule.ends {
            Ends::Count(0) => Err(Error::invalid("COUNT begins at 1.")),
            Ends::Until(day) if day.year() < 0 => {
                Err(Error::invalid("UNTIL takes a day from the year 0 on."))
            }
            _ => Ok(rule),
        }
    }

    /// Whether the ordinals of weekdays have a meaning and lie in their range.
    fn check_ordinals(&self) -> Result<(), Error> {
        let (most, within) = match self.frequency {
            Frequency::Daily | Frequency::Weekly => (0, ""),
            Frequency::Yearly if self.by_month.is_empty() => (53, "year"),
            Frequency::Monthly | Frequency::Yearly => (5, "month"),
        };
        for nth in self.by_day.iter().filter_map(|day| day.nth) {
            if most == 0 {
                return Err(Error::invalid(
                    "BYDAY with a number, such as 1MO, goes with FREQ=MONTHLY or FREQ=YEARLY. Write the weekday alone.",
                ));
            }
            if !(1..=most).contains(&nth.unsigned_abs()) {
                return Err(Error::invalid(format!(
                    "BYDAY counts the weekdays of a {within} from 1 to {most}, or from -1, the last, to -{most}."
                )));
            }
        }
        Ok(())
    }

    /// With its lists in the calendar's order, without duplicates: what counts from the end comes
    /// after what counts from the beginning, and a plain weekday before both.
    pub(super) fn canonical(mut self) -> Self {
        self.by_month.sort_unstable();
        self.by_month.dedup();
        self.by_month_day
            .sort_unstable_by_key(|day| (*day < 0, *day));
        self.by_month_day.dedup();
        self.by_day.sort_unstable_by_key(|day| {
            let nth = day.nth.unwrap_or(0);
            (nth < 0, nth, day.weekday.to_monday_zero_offset())
        });
        self.by_day.dedup();
        self.by_set_pos
            .sort_unstable_by_key(|position| (*position < 0, *position));
        self.by_set_pos.dedup();
        self
    }
}
