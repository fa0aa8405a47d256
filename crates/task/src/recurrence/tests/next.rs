use jiff::civil::{Date, date};
use jiff::{Span, Zoned};
use proptest::prelude::*;

use super::soak_cases;
use super::strategies::{any_days, rules};
use crate::recurrence::{Basis, Next, Recurrence, next_occurrence, upcoming};
use crate::{Due, Occurrence};

/// A day of November 2026; the 16th and the 23rd are Mondays.
pub(super) fn nov(day: i8) -> Date {
    date(2026, 11, day)
}

fn noon(day: Date, zone: &str) -> Zoned {
    day.at(12, 0, 0, 0).in_tz(zone).unwrap()
}

pub(super) fn row(key: Date) -> Occurrence {
    Occurrence {
        date: key,
        completed: None,
        skipped: None,
        moved: None,
    }
}

pub(super) fn completed(key: Date, on: Date) -> Occurrence {
    Occurrence {
        completed: Some(noon(on, "Europe/Berlin")),
        ..row(key)
    }
}

pub(super) fn skipped(key: Date, on: Date) -> Occurrence {
    Occurrence {
        skipped: Some(noon(on, "Europe/Berlin")),
        ..row(key)
    }
}

pub(super) fn moved(key: Date, to: Date) -> Occurrence {
    Occurrence {
        moved: Some(Due::Day(to)),
        ..row(key)
    }
}

pub(super) fn recurrence(text: &str) -> Recurrence {
    text.parse().unwrap()
}

pub(super) fn next(rule: &str, anchor: Date, rows: &[Occurrence]) -> Option<Date> {
    let next = next_occurrence(&recurrence(rule), &Due::Day(anchor), rows)?;
    Some(next.date)
}

#[test]
fn at_first_it_is_the_anchor_or_the_first_date_after_it() {
    assert_eq!(next("FREQ=WEEKLY", nov(16), &[]), Some(nov(16)));
    assert_eq!(next("FREQ=WEEKLY;BYDAY=FR", nov(16), &[]), Some(nov(20)));
    assert_eq!(next("FREQ=WEEKLY;UNTIL=20261115", nov(16), &[]), None);
}

#[test]
fn completing_passes_over_the_missed_ones_and_leaves_todays_own_open() {
    let rows = [completed(nov(9), nov(12))];
    assert_eq!(next("FREQ=DAILY", nov(9), &rows), Some(nov(12)));
    assert_eq!(next("FREQ=WEEKLY", nov(9), &rows), Some(nov(16)));
    let rows = [completed(nov(9), nov(12)), completed(nov(12), nov(12))];
    assert_eq!(next("FREQ=DAILY", nov(9), &rows), Some(nov(13)));
}

#[test]
fn what_is_done_ahead_is_not_given_again() {
    let rows = [completed(nov(16), nov(14))];
    assert_eq!(next("FREQ=WEEKLY", nov(16), &rows), Some(nov(23)));
    let rows = [completed(nov(16), nov(14)), completed(nov(30), nov(14))];
    assert_eq!(next("FREQ=WEEKLY", nov(16), &rows), Some(nov(23)));
    let rows = [
        completed(nov(16), nov(14)),
        completed(nov(30), nov(14)),
        completed(nov(23), nov(15)),
    ];
    assert_eq!(next("FREQ=WEEKLY", nov(16), &rows), Some(date(2026, 12, 7)));
}

#[test]
fn skipping_settles_that_one_alone() {
    let rows = [skipped(nov(23), nov(14))];
    assert_eq!(next("FREQ=WEEKLY", nov(16), &rows), Some(nov(16)));
    let rows = [skipped(nov(16), nov(14))];
    assert_eq!(next("FREQ=WEEKLY", nov(16), &rows), Some(nov(23)));
}

#[test]
fn a_moved_one_keeps_its_place_and_is_due_when_it_was_moved_to() {
    let rows = [moved(nov(16), nov(26))];
    let next_one = next_occurrence(&recurrence("FREQ=WEEKLY"), &Due::Day(nov(16)), &rows);
    let expected = Next {
        date: nov(16),
        due: Due::Day(nov(26)),
    };
    assert_eq!(next_one, Some(expected));
    let rows = [
        Occurrence {
            completed: Some(noon(nov(26), "Europe/Berlin")),
            ..moved(nov(16), nov(26))
        },
        moved(nov(24), nov(27)),
    ];
    // The 23rd was passed over, and the 24th is no date of the rule.
    assert_eq!(next("FREQ=WEEKLY", nov(16), &rows), Some(nov(30)));
}

#[test]
fn one_that_was_moved_ahead_is_not_passed_over() {
    // Monday's was moved to Friday, and Wednesday's done on Wednesday.
    let rows = [moved(nov(16), nov(20)), completed(nov(18), nov(18))];
    assert_eq!(next("FREQ=DAILY", nov(16), &rows), Some(nov(16)));
    // Done on Saturday, it is passed over with the rest of the week.
    let rows = [moved(nov(16), nov(20)), completed(nov(18), nov(21))];
    assert_eq!(next("FREQ=DAILY", nov(16), &rows), Some(nov(21)));
}

#[test]
fn a_series_ends_with_its_count_or_its_last_day() {
    let both = [completed(nov(16), nov(16)), completed(nov(23), nov(23))];
    assert_eq!(
        next("FREQ=WEEKLY;COUNT=2", nov(16), &both[..1]),
        Some(nov(23))
    );
    assert_eq!(next("FREQ=WEEKLY;COUNT=2", nov(16), &both), None);
    assert_eq!(next("FREQ=WEEKLY;UNTIL=20261129", nov(16), &both), None);
    assert_eq!(
        next("FREQ=WEEKLY;UNTIL=20261130", nov(16), &both),
        Some(nov(30))
    );
}

#[test]
fn set_to_a_later_day_it_comes_again_from_that_day() {
    // The Monday's was done late, on Friday the 20th, after the new anchor's day.
    let rows = [completed(nov(16), nov(20))];
    assert_eq!(next("FREQ=WEEKLY", nov(16), &rows), Some(nov(23)));
    assert_eq!(next("FREQ=WEEKLY", nov(18), &rows), Some(nov(18)));
    assert_eq!(next("FREQ=WEEKLY", nov(25), &rows), Some(nov(25)));
    // One settled ahead of the new anchor stays settled.
    let rows = [completed(nov(16), nov(16)), skipped(nov(25), nov(16))];
    assert_eq!(next("FREQ=WEEKLY", nov(25), &rows), Some(date(2026, 12, 2)));
}

#[test]
fn set_to_an_earlier_day_what_was_done_since_still_counts() {
    let rows = [completed(nov(16), nov(17))];
    // Nothing before the 17th comes back, though the rule now has dates there.
    assert_eq!(next("FREQ=DAILY", nov(9), &rows), Some(nov(17)));
    // A day still to come is taken as it is said.
    let rows = [completed(nov(30), nov(17))];
    assert_eq!(next("FREQ=WEEKLY", nov(30), &rows), Some(date(2026, 12, 7)));
    assert_eq!(next("FREQ=WEEKLY", nov(25), &rows), Some(nov(25)));
}

#[test]
fn set_to_another_time_of_the_same_day_nothing_but_the_time_changes() {
    let rows = [completed(nov(16), nov(17)), skipped(nov(23), nov(17))];
    let at = |anchor: &str| {
        let anchor = anchor.parse().unwrap();
        let next = next_occurrence(&recurrence("FREQ=WEEKLY"), &anchor, &rows);
        next.unwrap().due.to_string()
    };
    assert_eq!(at("2026-11-16"), "2026-11-30");
    assert_eq!(at("2026-11-16T09:00"), "2026-11-30T09:00");
    assert_eq!(
        at("2026-11-16T18:30[Europe/Berlin]"),
        "2026-11-30T18:30[Europe/Berlin]"
    );
}

#[test]
fn the_day_counts_in_the_tasks_zone() {
    // Sunday's in Los Angeles was done when it was Monday there, but Tuesday in Berlin.
    let at = date(2026, 11, 17).at(6, 0, 0, 0).in_tz("Europe/Berlin");
    let rows = [Occurrence {
        completed: Some(at.unwrap()),
        ..row(nov(15))
    }];
    let next = |anchor: &str| {
        let anchor = anchor.parse().unwrap();
        next_occurrence(&recurrence("FREQ=DAILY"), &anchor, &rows).map(|next| next.date)
    };
    assert_eq!(next("2026-11-15T09:00[America/Los_Angeles]"), Some(nov(16)));
    // Without a zone it is the day that the person then had.
    assert_eq!(next("2026-11-15T09:00"), Some(nov(17)));
}

#[test]
fn what_is_to_come_is_given_as_it_is_due() {
    let rows = [
        completed(nov(16), nov(16)),
        moved(nov(18), nov(29)),
        moved(nov(20), date(2026, 12, 5)),
        skipped(nov(21), nov(16)),
    ];
    let coming = |rule: &str, from: i8, until: i8, limit| -> Vec<(i8, i8)> {
        let anchor = Due::Day(nov(16));
        upcoming(
            &recurrence(rule),
            &anchor,
            &rows,
            nov(from),
            nov(until),
            limit,
        )
        .iter()
        .map(|next| (next.date.day(), next.due.day().day()))
        .collect()
    };
    assert_eq!(
        coming("FREQ=DAILY;UNTIL=20261123", 1, 30, 9),
        [(17, 17), (19, 19), (22, 22), (23, 23), (18, 29)]
    );
    assert_eq!(
        coming("FREQ=DAILY;UNTIL=20261123", 19, 22, 9),
        [(19, 19), (22, 22)]
    );
    assert_eq!(
        coming("FREQ=DAILY", 1, 30, 3),
        [(17, 17), (19, 19), (22, 22)]
    );
    assert_eq!(coming("FREQ=DAILY", 1, 30, 0), []);
    // What goes by completion is known one ahead.
    assert_eq!(
        coming("FREQ=DAILY;INTERVAL=4;FROM=COMPLETION", 1, 30, 9),
        [(20, 5)][..0]
    );
    assert_eq!(
        coming("FREQ=DAILY;INTERVAL=3;FROM=COMPLETION", 1, 30, 9),
        [(19, 19)]
    );
}

/// A row of any kind, near the anchor or anywhere.
fn rows(anchor: Date) -> impl Strategy<Value = Vec<Occurrence>> {
    let near = (-20_i64..400).prop_map(move |days| anchor.saturating_add(Span::new().days(days)));
    let key = prop_oneof![4 => near, 1 => any_days()];
    let row = (key, any_days(), 0..4).prop_map(|(key, day, kind)| {
        let at = day.at(12, 0, 0, 0).in_tz("Asia/Tokyo").ok();
        Occurrence {
            completed: at.clone().filter(|_| kind == 1),
            skipped: at.filter(|_| kind == 2),
            moved: Some(Due::Day(day)).filter(|_| kind == 3),
            ..row(key)
        }
    });
    prop::collection::vec(row, 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(soak_cases(48)))]

    #[test]
    fn no_series_panics_anywhere(
        (anchor, rows) in any_days().prop_flat_map(|day| (Just(day), rows(day))),
        rule in rules(),
        completion in any::<bool>(),
        from in any_days(),
        until in any_days(),
    ) {
        let basis = if completion { Basis::Completion } else { Basis::Due };
        let recurrence = Recurrence { rule, basis };
        let anchor = Due::In(anchor.at(23, 30, 0, 0), "Pacific/Kiritimati".to_owned());
        if let Some(next) = next_occurrence(&recurrence, &anchor, &rows) {
            let _ = next.due.timestamp(&jiff::tz::TimeZone::UTC);
        }
        let coming = upcoming(&recurrence, &anchor, &rows, from, until, 5);
        prop_assert!(coming.len() <= 5);
        for next in coming {
            prop_assert!((from..=until).contains(&next.due.day()));
        }
    }
}
