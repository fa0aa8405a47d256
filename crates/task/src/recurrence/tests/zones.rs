//! Days and weeks across every change of clocks.

use jiff::civil::{DateTime, date, time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan, Zoned};

use crate::recurrence::{Recurrence, next_occurrence};
use crate::{Due, Occurrence};

/// The zones that are walked through: every 17th, or all where `CALM_ORBIT_SOAK_ZONES` is set.
fn zones() -> Vec<TimeZone> {
    let each = match std::env::var_os("CALM_ORBIT_SOAK_ZONES") {
        Some(_) => 1,
        None => 17,
    };
    let names = jiff::tz::db().available().step_by(each);
    names
        .filter_map(|name| TimeZone::get(name.as_str()).ok())
        .collect()
}

/// The local times, 2024 to 2030, at which the clocks of a zone are set, as they show before.
fn changes(zone: &TimeZone) -> Vec<DateTime> {
    let first: Timestamp = "2024-01-01T00:00:00Z".parse().unwrap();
    let last: Timestamp = "2031-01-01T00:00:00Z".parse().unwrap();
    zone.following(first)
        .map(|change| change.timestamp())
        .take_while(|at| *at < last)
        .map(|at| zone.to_datetime(at - 1.second()) + 1.second())
        .collect()
}

/// Completes one occurrence after the other, each when it is due, and sees that each comes `step`
/// after the one before.
fn walk(rule: &str, step: Span, anchor: &Due, zone: &TimeZone, times: usize) {
    let recurrence: Recurrence = rule.parse().unwrap();
    let first = anchor.day();
    // Where the person is matters only to a floating time.
    let viewer = match anchor {
        Due::In(..) => TimeZone::UTC,
        _ => zone.clone(),
    };
    let mut rows: Vec<Occurrence> = Vec::new();
    let mut last: Option<Timestamp> = None;
    let mut expected = first;
    for _ in 0..times {
        let next = next_occurrence(&recurrence, anchor, &rows).unwrap();
        assert_eq!(next.date, expected, "{rule} from {anchor}");
        assert_eq!(next.due.to_string(), anchor.on(expected).to_string());
        let due = next.due.timestamp(&viewer).unwrap();
        assert!(
            last < Some(due),
            "{rule} from {anchor}: {due} on {expected}"
        );
        last = Some(due);
        expected += step;
        rows.push(Occurrence {
            date: next.date,
            completed: Some(Zoned::new(due, viewer.clone())),
            skipped: None,
            moved: None,
        });
    }
}

#[test]
fn no_change_of_clocks_repeats_or_skips_a_day_or_a_week() {
    let zones = zones();
    let mut seen = 0;
    for zone in &zones {
        let mut walks = vec![date(2026, 6, 10).to_datetime(time(2, 30, 0, 0))];
        for change in changes(zone) {
            seen += 1;
            walks.push(change.date().to_datetime(time(2, 30, 0, 0)));
            // In the hour that is missing, and in the one that comes twice.
            walks.push(change + 15.minutes());
            walks.push(change - 15.minutes());
        }
        for local in walks {
            let name = zone.iana_name().unwrap();
            for due in [Due::In(local, name.to_owned()), Due::At(local)] {
                let earlier = |by: Span| due.on(due.day() - by);
                walk("FREQ=DAILY", 1.day(), &earlier(3.days()), zone, 7);
                walk("FREQ=WEEKLY", 1.week(), &earlier(2.weeks()), zone, 5);
            }
        }
    }
    println!("{} zones, {seen} changes of clocks", zones.len());
    assert!(seen > 20, "only {seen} changes were seen");
}

#[test]
fn a_missing_time_is_later_and_one_that_comes_twice_is_the_first() {
    let instant = |text: &str, viewer: &str| {
        let due: Due = text.parse().unwrap();
        let viewer = TimeZone::get(viewer).unwrap();
        due.timestamp(&viewer).map(|at| at.to_string())
    };
    let utc = |text: &str| Some(text.to_owned());
    assert_eq!(
        instant("2026-03-29T02:30[Europe/Berlin]", "UTC"),
        utc("2026-03-29T01:30:00Z")
    );
    assert_eq!(
        instant("2026-10-25T02:30[Europe/Berlin]", "UTC"),
        utc("2026-10-25T00:30:00Z")
    );
    assert_eq!(
        instant("2026-11-22T09:00", "Asia/Tokyo"),
        utc("2026-11-22T00:00:00Z")
    );
    assert_eq!(instant("2026-11-22", "Asia/Tokyo"), None);
}
