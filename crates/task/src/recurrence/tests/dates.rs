use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::soak_cases;
use super::strategies::{any_days, days, rules};
use crate::recurrence::{Ends, Frequency, Rule};

fn rule(text: &str) -> Rule {
    text.parse().unwrap()
}

fn dates(text: &str, anchor: Date, count: usize) -> Vec<String> {
    let dates = rule(text).occurrences(anchor).take(count);
    dates.map(|date| date.to_string()).collect()
}

#[test]
fn the_anchor_counts_only_where_it_matches() {
    let wednesday = date(2026, 11, 18);
    assert_eq!(
        dates("FREQ=WEEKLY;BYDAY=FR;COUNT=2", wednesday, 9),
        ["2026-11-20", "2026-11-27"]
    );
    assert_eq!(
        dates("FREQ=WEEKLY;COUNT=2", wednesday, 9),
        ["2026-11-18", "2026-11-25"]
    );
}

#[test]
fn a_month_without_the_31st_is_passed_over() {
    let last = date(2026, 10, 31);
    assert_eq!(
        dates("FREQ=MONTHLY", last, 3),
        ["2026-10-31", "2026-12-31", "2027-01-31"]
    );
    assert_eq!(
        dates("FREQ=MONTHLY;BYMONTHDAY=-1", last, 3),
        ["2026-10-31", "2026-11-30", "2026-12-31"]
    );
}

#[test]
fn the_29th_of_february_comes_every_four_years_and_every_eight_around_2100() {
    let leap = date(2092, 2, 29);
    assert_eq!(
        dates("FREQ=YEARLY", leap, 3),
        ["2092-02-29", "2096-02-29", "2104-02-29"]
    );
    // On a Sunday, with every third year: the longest ways that a person might write.
    assert_eq!(
        dates(
            "FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU",
            date(2026, 1, 1),
            2
        ),
        ["2032-02-29", "2128-02-29"]
    );
    assert_eq!(
        dates(
            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU",
            date(2088, 3, 1),
            1
        ),
        ["2128-02-29"]
    );
}

#[test]
fn a_rule_without_dates_ends() {
    for text in [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=DAILY;BYDAY=MO;BYSETPOS=2",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2MO",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    ] {
        // A Tuesday in March.
        let mut dates = rule(text).occurrences(date(2026, 3, 3));
        assert_eq!(dates.next(), None, "{text}");
        assert_eq!(dates.next(), None, "{text}");
    }
}

#[test]
fn the_calendar_ends_and_the_rule_with_it() {
    assert_eq!(
        dates("FREQ=DAILY", date(9999, 12, 30), 9),
        ["9999-12-30", "9999-12-31"]
    );
    assert_eq!(
        dates("FREQ=WEEKLY;BYDAY=MO,FR,SU", date(9999, 12, 27), 9),
        ["9999-12-27", "9999-12-31"]
    );
    assert_eq!(
        dates("FREQ=YEARLY;INTERVAL=65535", Date::MIN, 9),
        [Date::MIN.to_string()]
    );
    // The week of the calendar's first day began before it.
    assert_eq!(
        dates(
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR,SA,SU",
            Date::MIN,
            1
        ),
        [Date::MIN.to_string()]
    );
}

#[test]
fn an_end_ends() {
    let anchor = date(2026, 11, 18);
    assert_eq!(
        dates("FREQ=DAILY;UNTIL=20261119", anchor, 9),
        ["2026-11-18", "2026-11-19"]
    );
    assert!(dates("FREQ=DAILY;UNTIL=20261117", anchor, 9).is_empty());
    let counted = rule("FREQ=DAILY;COUNT=3");
    assert_eq!(
        counted.first_from(anchor, date(2026, 11, 20)),
        Some(date(2026, 11, 20))
    );
    assert_eq!(counted.first_from(anchor, date(2026, 11, 21)), None);
}

#[test]
fn a_made_up_rule_out_of_range_neither_panics_nor_hangs() {
    let mut made_up = Rule::every(0, Frequency::Weekly);
    made_up.by_month_day = vec![i8::MIN, i8::MAX, 0];
    made_up.by_set_pos = vec![i16::MIN, 0];
    made_up.by_month = vec![i8::MIN];
    assert_eq!(made_up.occurrences(date(2026, 1, 1)).next(), None);
    assert_eq!(
        Rule::every(0, Frequency::Daily)
            .occurrences(Date::MAX)
            .count(),
        1
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(soak_cases(48)))]

    #[test]
    fn no_rule_panics_anywhere(rule in rules(), anchor in any_days(), from in any_days()) {
        let mut last = None;
        for date in rule.occurrences(anchor).take(50) {
            prop_assert!(date >= anchor && Some(date) > last);
            last = Some(date);
        }
        if let Some(first) = rule.first_from(anchor, from) {
            prop_assert!(first >= from && first >= anchor);
        }
    }

    #[test]
    fn the_way_forward_gives_what_counting_through_gives(
        rule in rules(),
        anchor in days(2000, 2030),
        from in days(1999, 2040),
    ) {
        let straight: Vec<Date> = rule.occurrences(anchor)
            .skip_while(|date| *date < from).take(5).collect();
        let jumped: Vec<Date> = rule.occurrences_from(anchor, from).take(5).collect();
        prop_assert_eq!(straight, jumped);
    }

    #[test]
    fn a_count_is_the_beginning_of_the_endless_rule(
        rule in rules(), anchor in days(1990, 2090), count in 1_u32..40,
    ) {
        let endless = Rule { ends: Ends::Never, ..rule.clone() };
        let counted = Rule { ends: Ends::Count(count), ..rule };
        let expected: Vec<Date> = endless.occurrences(anchor).take(count as usize).collect();
        prop_assert_eq!(counted.occurrences(anchor).collect::<Vec<_>>(), expected);
    }
}
