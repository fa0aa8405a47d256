//! Devices that settle, move and reopen occurrences offline, and merge in any order.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Span, Zoned};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use super::soak_cases;
use super::strategies::{days, rules};
use crate::recurrence::{Basis, Next, Recurrence, Rule, next_occurrence};
use crate::{Clock, DeviceId, Due, Occurrence, Record, Register, Tick, field};

type Rows = BTreeMap<Date, Record>;

/// One device of three.
struct Device {
    rows: Rows,
    clock: Clock,
    /// What it wrote, in order: the row and the field.
    settled: Vec<(Date, &'static str)>,
    zone: TimeZone,
}

impl Device {
    fn write(&mut self, key: Date, name: &str, value: Value, now: &Zoned) {
        let stamp = self.clock.tick(now.timestamp().as_millisecond());
        let row = self.rows.entry(key).or_default();
        row.merge_field(name, Register { value, stamp });
    }

    fn merge(&mut self, theirs: &Rows) {
        for (key, record) in theirs {
            for (_, register) in record.fields() {
                self.clock.observe(register.stamp);
            }
            self.rows.entry(*key).or_default().merge(record);
        }
    }
}

fn occurrences(rows: &Rows) -> Vec<Occurrence> {
    let rows = rows.iter();
    rows.map(|(key, record)| Occurrence::from_record(*key, record))
        .collect()
}

/// What one device does.
#[derive(Debug, Clone)]
enum Act {
    Complete,
    Skip,
    /// Completes one further on, so many days from now.
    CompleteAhead(i64),
    /// Moves the next one by so many days.
    Move(i64),
    /// Takes back the latest completion or skip that it made itself.
    Reopen,
    /// Takes back any that it made.
    ReopenOld(Index),
    /// Takes in what another knows, or once knew.
    Merge(usize),
    MergeOld(Index),
}

fn acts() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => Just(Act::Complete),
        2 => Just(Act::Skip),
        1 => (0_i64..40).prop_map(Act::CompleteAhead),
        2 => (-10_i64..30).prop_map(Act::Move),
        2 => Just(Act::Reopen),
        1 => any::<Index>().prop_map(Act::ReopenOld),
        2 => (0_usize..3).prop_map(Act::Merge),
        1 => any::<Index>().prop_map(Act::MergeOld),
    ]
}

fn anchors() -> impl Strategy<Value = Due> {
    (days(2026, 2027), 0..3).prop_map(|(day, kind)| match kind {
        0 => Due::Day(day),
        1 => Due::At(day.at(9, 0, 0, 0)),
        _ => Due::In(day.at(9, 0, 0, 0), "America/New_York".to_owned()),
    })
}

fn recurrences() -> impl Strategy<Value = Recurrence> {
    let simple = prop::sample::select(vec![
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "FREQ=WEEKLY;INTERVAL=2",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=DAILY;COUNT=5",
    ]);
    let simple = simple.prop_map(|text| text.parse::<Rule>().unwrap());
    // To see that a rule has no dates for very long takes long.
    let rules = rules().prop_filter("dates are too rare", |rule| {
        let dates = rule.occurrences(date(2026, 1, 1)).take(3);
        dates.last().is_some_and(|last| last < date(2046, 1, 1))
    });
    let rule = prop_oneof![2 => simple, 1 => rules];
    let basis = prop_oneof![2 => Just(Basis::Due), 1 => Just(Basis::Completion)];
    (rule, basis).prop_map(|(rule, basis)| Recurrence { rule, basis })
}

/// A step: which device, so many hours later, what.
type Step = (usize, i64, Act);

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((0_usize..3, 0_i64..60, acts()), 1..40)
}

fn devices() -> [Device; 3] {
    [
        (1, "Europe/Berlin"),
        (2, "Asia/Tokyo"),
        (3, "Pacific/Pago_Pago"),
    ]
    .map(|(id, zone)| Device {
        rows: Rows::new(),
        clock: Clock {
            last: Tick::default(),
            device: DeviceId(id),
        },
        settled: Vec::new(),
        zone: TimeZone::get(zone).unwrap(),
    })
}

fn next(recurrence: &Recurrence, anchor: &Due, rows: &Rows) -> Option<Next> {
    next_occurrence(recurrence, anchor, &occurrences(rows))
}

fn settle(
    device: &mut Device,
    (recurrence, anchor): (&Recurrence, &Due),
    (key, name): (Date, &'static str),
    now: &Zoned,
) -> Result<(), TestCaseError> {
    let before = next(recurrence, anchor, &device.rows);
    let open = occurrences(&device.rows)
        .iter()
        .all(|row| row.date != key || row.settled().is_none());
    device.write(key, name, now.to_string().into(), now);
    device.settled.push((key, name));
    let after = next(recurrence, anchor, &device.rows);
    prop_assert_ne!(after.map(|next| next.date), Some(key), "it came again");
    if open {
        // Taking it back gives back what was before.
        let mut rows = device.rows.clone();
        let stamp = device.clock.tick(now.timestamp().as_millisecond());
        let cleared = Register {
            value: Value::Null,
            stamp,
        };
        rows.entry(key).or_default().merge_field(name, cleared);
        prop_assert_eq!(next(recurrence, anchor, &rows), before);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(soak_cases(128)))]

    #[test]
    fn devices_that_know_the_same_agree_and_nothing_settled_comes_again(
        recurrence in recurrences(),
        anchor in anchors(),
        steps in steps(),
        order in prop::collection::vec(any::<Index>(), 0..8),
    ) {
        let mut devices = devices();
        let mut old: Vec<Rows> = vec![Rows::new()];
        let mut now = anchor.day().at(0, 0, 0, 0).in_tz("UTC").unwrap();
        for (who, hours, act) in steps {
            now = &now + Span::new().hours(hours);
            let theirs = match &act {
                Act::Merge(other) => devices[*other].rows.clone(),
                Act::MergeOld(index) => index.get(&old).clone(),
                _ => Rows::new(),
            };
            let device = &mut devices[who];
            let here = now.with_time_zone(device.zone.clone());
            let coming = next(&recurrence, &anchor, &device.rows);
            let task = (&recurrence, &anchor);
            match (act, coming) {
                (Act::Complete, Some(coming)) => {
                    settle(device, task, (coming.date, field::COMPLETED), &here)?;
                }
                (Act::Skip, Some(coming)) => {
                    settle(device, task, (coming.date, field::SKIPPED), &here)?;
                }
                (Act::CompleteAhead(further), _) => {
                    let from = here.date() + Span::new().days(further);
                    if let Some(key) = recurrence.rule.first_from(anchor.day(), from) {
                        settle(device, task, (key, field::COMPLETED), &here)?;
                    }
                }
                (Act::Move(by), Some(coming)) => {
                    let day = coming.due.day() + Span::new().days(by);
                    let moved = anchor.on(day);
                    device.write(coming.date, field::DUE, moved.to_string().into(), &here);
                    let key = coming.date;
                    let expected = Some(Next { date: key, due: moved });
                    let after = next(&recurrence, &anchor, &device.rows);
                    // Only one moved back, before what was done since, may be passed over.
                    let passed_over = by < 0 && after.as_ref().is_none_or(|next| next.date > key);
                    prop_assert!(passed_over || after == expected);
                }
                (Act::Reopen, _) => {
                    if let Some((key, name)) = device.settled.pop() {
                        device.write(key, name, Value::Null, &here);
                    }
                }
                (Act::ReopenOld(index), _) if !device.settled.is_empty() => {
                    let (key, name) = device.settled.remove(index.index(device.settled.len()));
                    device.write(key, name, Value::Null, &here);
                }
                (Act::Merge(_) | Act::MergeOld(_), _) => device.merge(&theirs),
                _ => {}
            }
            if let Some(coming) = next(&recurrence, &anchor, &device.rows) {
                let rows = occurrences(&device.rows);
                let mut same = rows.iter().filter(|row| row.date == coming.date);
                prop_assert!(same.all(|row| row.settled().is_none()), "settled and given");
            }
            old.push(device.rows.clone());
        }

        // All learn of everything, each in an order of its own, some of it twice.
        let known: Vec<Rows> = devices.iter().map(|device| device.rows.clone()).collect();
        for (place, device) in devices.iter_mut().enumerate() {
            for index in &order { device.merge(index.get(&old)); }
            for other in 0..3 { device.merge(&known[(other + place) % 3]); }
        }
        let expected = next(&recurrence, &anchor, &devices[0].rows);
        for device in &devices {
            prop_assert_eq!(&device.rows, &devices[0].rows);
            prop_assert_eq!(&next(&recurrence, &anchor, &device.rows), &expected);
            let mut backwards = occurrences(&device.rows);
            backwards.reverse();
            prop_assert_eq!(&next_occurrence(&recurrence, &anchor, &backwards), &expected);
        }
    }

    #[test]
    fn completing_what_is_next_never_gives_the_same_again(
        recurrence in recurrences(),
        anchor in anchors(),
        delays in prop::collection::vec(-20_i64..40, 1..30),
    ) {
        let mut rows: Vec<Occurrence> = Vec::new();
        let mut seen = BTreeSet::new();
        for delay in delays {
            let Some(next) = next_occurrence(&recurrence, &anchor, &rows) else { break };
            prop_assert!(seen.insert(next.date), "{} came twice", next.date);
            let on = next.due.day().saturating_add(Span::new().days(delay));
            rows.push(Occurrence {
                date: next.date,
                completed: on.at(12, 0, 0, 0).in_tz("Asia/Tokyo").ok(),
                skipped: None,
                moved: None,
            });
        }
    }
}

#[test]
fn a_device_that_completed_two_is_not_thrown_back_by_one_that_completed_the_first() {
    let recurrence: Recurrence = "FREQ=DAILY".parse().unwrap();
    let anchor = Due::Day(date(2026, 11, 16));
    let [mut here, mut there, _] = devices();
    let at = |day: i8, hour: i8| {
        let time = date(2026, 11, day).at(hour, 0, 0, 0);
        time.in_tz("Europe/Berlin").unwrap()
    };
    let complete = |device: &mut Device, now: Zoned| {
        let coming = next(&recurrence, &anchor, &device.rows).unwrap();
        device.write(coming.date, field::COMPLETED, now.to_string().into(), &now);
    };
    complete(&mut here, at(16, 9));
    complete(&mut here, at(17, 9));
    complete(&mut there, at(17, 20));
    here.merge(&there.rows);
    there.merge(&here.rows);
    for device in [&here, &there] {
        let coming = next(&recurrence, &anchor, &device.rows).unwrap();
        assert_eq!(coming.date, date(2026, 11, 18));
        assert_eq!(device.rows.len(), 2);
    }
}
