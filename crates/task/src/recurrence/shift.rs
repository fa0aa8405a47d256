//! A rule that is moved: the one that comes on another day in the same way.

use jiff::civil::Date;

use super::rule::{ByDay, Frequency, Rule};

impl Rule {
    /// This rule, so that `date` is one of its dates: "every friday" moved to a thursday is "every
    /// thursday". `None` where there is no one way to do it, such as for "every monday and friday".
    pub fn moved_to(&self, date: Date) -> Option<Self> {
        if self.first_from(date, date) == Some(date) {
            return Some(self.clone());
        }
        let mut moved = self.clone();
        if !self.by_set_pos.is_empty() {
            return None;
        }
        match (
            self.by_month.as_slice(),
            self.by_month_day.as_slice(),
            self.by_day.as_slice(),
        ) {
            (months, [], [day]) if months.len() < 2 => {
                let nth = day.nth.map(|nth| nth_of_month(date, nth < 0));
                moved.by_day = vec![ByDay {
                    nth,
                    weekday: date.weekday(),
                }];
            }
            (months, [day], []) if months.len() < 2 => {
                let day = if *day < 0 {
                    date.day() - date.days_in_month() - 1
                } else {
                    date.day()
                };
                moved.by_month_day = vec![day];
            }
            ([_], [], []) if self.frequency == Frequency::Yearly => {}
            _ => return None,
        }
        if !moved.by_month.is_empty() {
            moved.by_month = vec![date.month()];
        }
        (moved.first_from(date, date) == Some(date)).then_some(moved)
    }
}

/// Which of its weekday in its month a date is: 1 is the first; from the end, -1 is the last.
fn nth_of_month(date: Date, from_end: bool) -> i8 {
    if from_end {
        -((date.days_in_month() - date.day()) / 7 + 1)
    } else {
        (date.day() - 1) / 7 + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn moves(rule: &str, to: &str, expected: Option<&str>) {
        let rule: Rule = rule.parse().unwrap();
        let moved = rule.moved_to(to.parse().unwrap());
        assert_eq!(moved.map(|rule| rule.to_string()).as_deref(), expected);
    }

    #[test]
    fn a_rule_moves_where_it_can_be_meant_in_one_way() {
        moves(
            "FREQ=DAILY;INTERVAL=3",
            "2026-12-03",
            Some("FREQ=DAILY;INTERVAL=3"),
        );
        moves(
            "FREQ=WEEKLY;BYDAY=FR",
            "2026-12-03",
            Some("FREQ=WEEKLY;BYDAY=TH"),
        );
        moves(
            "FREQ=WEEKLY;BYDAY=MO,FR",
            "2026-12-04",
            Some("FREQ=WEEKLY;BYDAY=MO,FR"),
        );
        moves("FREQ=WEEKLY;BYDAY=MO,FR", "2026-12-03", None);
        moves(
            "FREQ=MONTHLY;BYMONTHDAY=1",
            "2026-12-03",
            Some("FREQ=MONTHLY;BYMONTHDAY=3"),
        );
        moves(
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "2026-12-30",
            Some("FREQ=MONTHLY;BYMONTHDAY=-2"),
        );
        moves(
            "FREQ=MONTHLY;BYDAY=2FR",
            "2026-12-03",
            Some("FREQ=MONTHLY;BYDAY=1TH"),
        );
        moves(
            "FREQ=MONTHLY;BYDAY=-1FR",
            "2026-12-24",
            Some("FREQ=MONTHLY;BYDAY=-2TH"),
        );
        moves(
            "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=27",
            "2027-02-03",
            Some("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=3"),
        );
        moves(
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "2026-12-03",
            None,
        );
    }
}
