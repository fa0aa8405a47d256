//! Which days the parts of a rule take.

use jiff::civil::Date;

use super::rule::{ByDay, Frequency, Rule};

impl Rule {
    /// With what the anchor gives where the rule leaves it open.
    pub(super) fn filled_in(mut self, anchor: Date) -> Self {
        let no_day = self.by_day.is_empty() && self.by_month_day.is_empty();
        match self.frequency {
            Frequency::Daily => {}
            Frequency::Weekly => {
                if self.by_day.is_empty() {
                    self.by_day.push(ByDay {
                        nth: None,
                        weekday: anchor.weekday(),
                    });
                }
            }
            Frequency::Monthly | Frequency::Yearly if !no_day => {}
            Frequency::Monthly => self.by_month_day.push(anchor.day()),
            Frequency::Yearly => {
                self.by_month_day.push(anchor.day());
                if self.by_month.is_empty() {
                    self.by_month.push(anchor.month());
                }
            }
        }
        self
    }

    /// Whether BYMONTH takes the month of this day.
    pub(super) fn has_month(&self, date: Date) -> bool {
        self.by_month.is_empty() || self.by_month.contains(&date.month())
    }

    /// Whether all BY parts but BYSETPOS take this day.
    pub(super) fn has(&self, date: Date) -> bool {
        let from_end = date.day() - date.days_in_month() - 1;
        let mut month_days = self.by_month_day.iter();
        self.has_month(date)
            && (self.by_month_day.is_empty()
                || month_days.any(|day| *day == date.day() || *day == from_end))
            && (self.by_day.is_empty() || self.by_day.iter().any(|day| self.has_day(*day, date)))
    }

    /// The dates of a month that all BY parts but BYSETPOS take, given its first day.
    pub(super) fn dates_in(&self, first: Date) -> impl Iterator<Item = Date> {
        let length = first.days_in_month();
        let mut days: Vec<i8> = match self.by_month_day.is_empty() {
            true => (1..=length).collect(),
            false => {
                let days = self.by_month_day.iter();
                days.map(|day| if *day < 0 { length + 1 + day } else { *day })
                    .collect()
            }
        };
        days.sort_unstable();
        days.dedup();
        // Days that the month lacks are no dates.
        let dates = days
            .into_iter()
            .filter_map(move |day| Date::new(first.year(), first.month(), day).ok());
        dates.filter(|date| self.has(*date))
    }

    /// Whether a date is such a weekday, counted within the month, or within the year for a yearly
    /// rule that names no months.
    fn has_day(&self, day: ByDay, date: Date) -> bool {
        let (position, length) = match self.frequency {
            Frequency::Yearly if self.by_month.is_empty() => {
                (date.day_of_year(), date.days_in_year())
            }
            _ => (i16::from(date.day()), i16::from(date.days_in_month())),
        };
        let nth = (position - 1) / 7 + 1;
        let from_end = -((length - position) / 7 + 1);
        date.weekday() == day.weekday
            && day.nth.is_none_or(|wanted| {
                let wanted = i16::from(wanted);
                wanted == nth || wanted == from_end
            })
    }

    /// Those of a period's dates that BYSETPOS chooses.
    pub(super) fn chosen(&self, dates: Vec<Date>) -> Vec<Date> {
        if self.by_set_pos.is_empty() {
            return dates;
        }
        let length = dates.len();
        let chosen = dates.into_iter().enumerate().filter(|(index, _)| {
            self.by_set_pos.iter().any(|position| {
                let distance = usize::from(position.unsigned_abs());
                if *position > 0 {
                    index + 1 == distance
                } else {
                    length - index == distance
                }
            })
        });
        chosen.map(|(_, date)| date).collect()
    }
}
