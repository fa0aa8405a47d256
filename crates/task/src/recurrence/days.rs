//! Days by number, for arithmetic that may leave the calendar's range on the way.

use jiff::civil::{Date, Weekday};
use jiff::{Span, Unit};

/// A day, counted from 1 January of the year 0. It need not lie within the calendar, which goes
/// from -9999-01-01 to 9999-12-31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(pub(super) i64);

impl Day {
    pub(super) fn of(date: Date) -> Self {
        // Days between two civil dates never fail; jiff's type says they might.
        let days = Date::ZERO.until((Unit::Day, date));
        Self(days.map_or(0, |span| i64::from(span.get_days())))
    }

    /// The date, where the calendar has it.
    pub(super) fn date(self) -> Option<Date> {
        let span = Span::new().try_days(self.0).ok()?;
        Date::ZERO.checked_add(span).ok()
    }

    /// The first day of its week, where weeks begin on `first`.
    pub(super) fn week_start(self, first: Weekday) -> Self {
        // 1 January of the year 0 was a Saturday.
        let weekday = (self.0 + 5).rem_euclid(7);
        let into = weekday - i64::from(first.to_monday_zero_offset());
        Self(self.0 - into.rem_euclid(7))
    }
}

/// The first day of a month, counted from January of the year 0.
pub(super) fn first_of_month(month: i64) -> Option<Date> {
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    let month = i8::try_from(month.rem_euclid(12) + 1).ok()?;
    Date::new(year, month, 1).ok()
}
