//! What goes by the day on which the latest was completed.

use jiff::civil::{Date, date};

use super::next::{completed, moved, next, nov, recurrence, skipped};
use crate::Due;
use crate::recurrence::next_occurrence;

#[test]
fn it_is_counted_from_the_day_it_was_done() {
    let rule = "FREQ=DAILY;INTERVAL=3;FROM=COMPLETION";
    assert_eq!(next(rule, nov(9), &[]), Some(nov(9)));
    let rows = [completed(nov(9), nov(12))];
    assert_eq!(next(rule, nov(9), &rows), Some(nov(15)));
    let rows = [completed(nov(9), nov(12)), skipped(nov(15), nov(13))];
    assert_eq!(next(rule, nov(9), &rows), Some(nov(16)));
    let rows = [completed(nov(9), nov(12)), moved(nov(15), nov(20))];
    let due = next_occurrence(&recurrence(rule), &Due::Day(nov(9)), &rows);
    assert_eq!(due.unwrap().due, Due::Day(nov(20)));
    // Done ahead of its first day, several times.
    let rows = [completed(nov(16), nov(9)), completed(nov(12), nov(10))];
    assert_eq!(next(rule, nov(16), &rows), Some(nov(13)));
}

#[test]
fn a_weekday_is_the_next_such_day() {
    let rule = "FREQ=WEEKLY;BYDAY=MO,FR;FROM=COMPLETION";
    assert_eq!(
        next(rule, nov(9), &[completed(nov(9), nov(18))]),
        Some(nov(20))
    );
    assert_eq!(
        next(rule, nov(9), &[completed(nov(9), nov(16))]),
        Some(nov(20))
    );
    let weekly = "FREQ=WEEKLY;FROM=COMPLETION";
    assert_eq!(
        next(weekly, nov(9), &[completed(nov(9), nov(18))]),
        Some(nov(25))
    );
}

#[test]
fn a_month_without_that_day_takes_its_last() {
    let done = |day: Date| [completed(date(2026, 1, 1), day)];
    let first = date(2026, 1, 1);
    for (rule, day, expected) in [
        ("FREQ=MONTHLY", date(2026, 1, 31), date(2026, 2, 28)),
        ("FREQ=MONTHLY", date(2028, 1, 30), date(2028, 2, 29)),
        ("FREQ=MONTHLY", date(2026, 2, 28), date(2026, 3, 28)),
        (
            "FREQ=MONTHLY;INTERVAL=3",
            date(2026, 8, 31),
            date(2026, 11, 30),
        ),
        (
            "FREQ=MONTHLY;BYMONTH=4,5",
            date(2026, 1, 31),
            date(2026, 4, 30),
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=31",
            date(2026, 1, 31),
            date(2026, 3, 31),
        ),
        ("FREQ=YEARLY", date(2028, 2, 29), date(2029, 2, 28)),
        (
            "FREQ=YEARLY;INTERVAL=4",
            date(2028, 2, 29),
            date(2032, 2, 29),
        ),
        (
            "FREQ=YEARLY;BYMONTH=2,6",
            date(2026, 1, 31),
            date(2026, 2, 28),
        ),
        (
            "FREQ=YEARLY;BYMONTH=2,6",
            date(2026, 3, 31),
            date(2026, 6, 30),
        ),
    ] {
        let rule = format!("{rule};FROM=COMPLETION");
        assert_eq!(
            next(&rule, first, &done(day)),
            Some(expected),
            "{rule} after {day}"
        );
    }
}

#[test]
fn an_end_ends() {
    let rows = [completed(nov(9), nov(12)), completed(nov(13), nov(20))];
    let rule = |end: &str| format!("FREQ=DAILY;{end};FROM=COMPLETION");
    assert_eq!(next(&rule("COUNT=2"), nov(9), &rows[..1]), Some(nov(13)));
    assert_eq!(next(&rule("COUNT=2"), nov(9), &rows), None);
    assert_eq!(next(&rule("UNTIL=20261121"), nov(9), &rows), Some(nov(21)));
    assert_eq!(next(&rule("UNTIL=20261120"), nov(9), &rows), None);
    assert_eq!(next(&rule("UNTIL=20261108"), nov(9), &[]), None);
}

#[test]
fn a_new_later_anchor_is_taken_as_it_is_said() {
    let rule = "FREQ=DAILY;INTERVAL=3;FROM=COMPLETION";
    let rows = [completed(nov(9), nov(12))];
    assert_eq!(next(rule, nov(25), &rows), Some(nov(25)));
    // Done that day, and wanted that day again.
    assert_eq!(next(rule, nov(12), &rows), Some(nov(12)));
    // One set back before what was done since changes nothing.
    assert_eq!(next(rule, nov(10), &rows), Some(nov(15)));
}
