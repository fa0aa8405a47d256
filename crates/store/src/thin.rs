//! Which of the automatic backups are kept, by their age.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::{Span, Timestamp, Zoned};

/// A stretch of the past and how many backups of it are kept.
struct Tier {
    /// How far it reaches back.
    reach: Span,
    /// The day that stands for the part of it that a day belongs to; one backup of each part.
    part: fn(Date) -> Option<Date>,
}

fn day(date: Date) -> Option<Date> {
    Some(date)
}

/// The Monday of the day's week.
fn week(date: Date) -> Option<Date> {
    let since_monday = date.weekday().to_monday_zero_offset();
    date.checked_sub(Span::new().days(since_monday)).ok()
}

fn month(date: Date) -> Option<Date> {
    Some(date.first_of_month())
}

/// Of backups made at these instants, those that are no longer kept at `now`. Kept are all of the
/// last 24 hours, the latest of each day for 14 days, of each week for 8 weeks, of each month for
/// 12 months, as the calendar in the zone of `now` has them; always the latest; and whatever lies
/// in the future, since the clock may be wrong.
pub(crate) fn to_remove(now: &Zoned, made: &[Timestamp]) -> Vec<Timestamp> {
    let tiers = [
        Tier {
            reach: Span::new().days(14),
            part: day,
        },
        Tier {
            reach: Span::new().weeks(8),
            part: week,
        },
        Tier {
            reach: Span::new().months(12),
            part: month,
        },
    ];
    let mut latest_first: Vec<Timestamp> = made.to_vec();
    latest_first.sort();
    latest_first.reverse();
    let mut kept: BTreeSet<Timestamp> = latest_first.first().copied().into_iter().collect();
    let instant = now.timestamp();
    kept.extend(latest_first.iter().filter(|at| {
        let age = instant.duration_since(**at);
        age.as_hours() < 24
    }));
    let today = now.date();
    for tier in tiers {
        let Ok(first) = today.checked_sub(tier.reach) else {
            continue;
        };
        let mut parts = BTreeSet::new();
        for at in &latest_first {
            let date = at.to_zoned(now.time_zone().clone()).date();
            if date <= first || date > today {
                continue;
            }
            if let Some(part) = (tier.part)(date)
                && parts.insert(part)
            {
                kept.insert(*at);
            }
        }
    }
    latest_first.retain(|at| !kept.contains(at));
    latest_first
}

/// How many bytes automatic backups may take together.
pub(crate) const ROOM: u64 = 2 * 1024 * 1024 * 1024;
/// So many of the latest are kept whatever room they take.
const ALWAYS: usize = 3;

/// Of backups made at these instants with so many bytes, the oldest that go beyond `room`.
pub(crate) fn beyond(room: u64, made: &[(Timestamp, u64)]) -> Vec<Timestamp> {
    let mut latest_first = made.to_vec();
    latest_first.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let mut taken: u64 = 0;
    let mut full = false;
    let mut removed = Vec::new();
    for (place, (at, bytes)) in latest_first.into_iter().enumerate() {
        taken = taken.saturating_add(bytes);
        full |= place >= ALWAYS && taken > room;
        if full {
            removed.push(at);
        }
    }
    removed
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;
    use proptest::prelude::*;

    use super::*;

    const HOUR: i64 = 3_600;

    fn now() -> Zoned {
        "2026-11-21T10:30[Europe/Berlin]".parse().unwrap()
    }

    fn ago(hours: i64) -> Timestamp {
        Timestamp::from_second(now().timestamp().as_second() - hours * HOUR).unwrap()
    }

    /// An hourly backup for two years, thinned at every hour.
    #[test]
    fn two_years_of_hours_leave_the_few_that_are_promised() {
        let mut kept: Vec<Timestamp> = Vec::new();
        for hours in (0..2 * 365 * 24).rev() {
            let at = ago(hours);
            kept.push(at);
            let removed = to_remove(&at.to_zoned(TimeZone::get("Europe/Berlin").unwrap()), &kept);
            kept.retain(|at| !removed.contains(at));
        }
        let within = |days: i64| kept.iter().filter(|at| **at > ago(days * 24)).count();
        assert_eq!(within(1), 24);
        // The 13 days before, then weeks (and the months among them), then months.
        assert!((36..=38).contains(&within(14)), "{}", within(14));
        let weeks = within(56) - within(14);
        assert!((6..=9).contains(&weeks), "{weeks}");
        let months = kept.len() - within(56);
        assert!((9..=11).contains(&months), "{months}");
        let oldest = kept.iter().min().unwrap();
        let age = now().timestamp().duration_since(*oldest).as_hours() / 24;
        assert!((330..=366).contains(&age), "{age}");
    }

    #[test]
    fn the_oldest_go_where_there_is_no_room() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let made: Vec<_> = (0..6).map(|n| (at(n), 10)).collect();
        assert_eq!(beyond(60, &made), []);
        assert_eq!(beyond(45, &made), [at(1), at(0)]);
        // The latest three stay, and nothing older than one that went.
        assert_eq!(beyond(0, &made), [at(2), at(1), at(0)]);
        let mixed = [(at(0), 1), (at(1), 100), (at(2), 1), (at(3), 1), (at(4), 1)];
        assert_eq!(beyond(10, &mixed), [at(1), at(0)]);
    }

    proptest! {
        #[test]
        fn what_is_promised_is_kept(
            hours in prop::collection::btree_set(-50_i64..15_000, 0..200),
        ) {
            let made: Vec<Timestamp> = hours.iter().map(|hours| ago(*hours)).collect();
            let removed = to_remove(&now(), &made);
            prop_assert!(removed.iter().all(|at| made.contains(at)));
            let kept: Vec<Timestamp> =
                made.iter().copied().filter(|at| !removed.contains(at)).collect();
            prop_assert_eq!(kept.iter().max(), made.iter().max());
            // All of the last 24 hours, and what a wrong clock has made.
            prop_assert!(removed.iter().all(|at| *at <= ago(24)));
            // Every day of the last 14 that has one keeps its latest.
            for at in made.iter().filter(|at| **at > ago(13 * 24) && **at <= ago(0)) {
                let date = |at: &Timestamp| at.to_zoned(now().time_zone().clone()).date();
                prop_assert!(kept.iter().any(|kept| kept >= at && date(kept) == date(at)));
            }
            // No gap of the last eight weeks grows beyond a week, none of a year beyond a month.
            for at in &made {
                let near = if *at > ago(49 * 24) { 7 } else { 31 };
                if *at > ago(330 * 24) {
                    let limit = Timestamp::from_second(at.as_second() + near * 24 * HOUR).unwrap();
                    prop_assert!(kept.iter().any(|kept| kept >= at && *kept <= limit));
                }
            }
            // Thinning again removes nothing more.
            prop_assert!(to_remove(&now(), &kept).is_empty());
            // Few are left of what is older than a day.
            let old = kept.iter().filter(|at| **at <= ago(24)).count();
            prop_assert!(old <= 15 + 9 + 13, "{}", old);
        }
    }
}
