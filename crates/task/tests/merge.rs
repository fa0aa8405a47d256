//! Devices that change the same things apart: whatever way their changes meet, in any order, twice,
//! in parts or all at once, every device has the same bytes, and sees the same tasks.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::collections::BTreeMap;

use calm_orbit_task::{
    Clock, DeviceId, Entity, ListId, Occurrence, Record, Register, Task, TaskId, Tick, tree,
};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use uuid::Uuid;

type State = BTreeMap<Entity, Record>;

fn task(number: u8) -> TaskId {
    TaskId(Uuid::from_u128(0x0199_0000 + u128::from(number)))
}

fn day(number: u8) -> Date {
    date(2026, 11, 21 + i8::try_from(number % 5).unwrap())
}

/// What a device writes: several fields with one stamp, as one action does.
#[derive(Debug, Clone)]
struct Step {
    device: usize,
    /// What its wall clock says, in milliseconds: they are set back and ahead.
    wall: i64,
    /// Whether it has seen all that was written before.
    synced: bool,
    writes: Vec<(Entity, String, Value)>,
}

fn write() -> impl Strategy<Value = (Entity, String, Value)> {
    let id = (0_u8..4).prop_map(task);
    let field = prop_oneof![
        (0_u8..3).prop_map(|n| ("title".to_owned(), json!(format!("title {n}")))),
        (0_u8..5).prop_map(|n| {
            let parent = (n < 4).then(|| task(n).to_string());
            ("parent".to_owned(), json!(parent))
        }),
        prop::sample::select(vec!["V", "Vk", "a", "zz"])
            .prop_map(|p| ("position".into(), json!(p))),
        any::<bool>().prop_map(|on| (
            "tag:work".into(),
            if on { json!(true) } else { Value::Null }
        )),
        any::<bool>().prop_map(|on| (
            "tag:home".into(),
            if on { json!(true) } else { Value::Null }
        )),
        any::<bool>().prop_map(|on| {
            (
                "deleted".into(),
                if on {
                    json!("2026-11-21T08:00:00Z")
                } else {
                    Value::Null
                },
            )
        }),
        (0_u8..5).prop_map(|n| ("due".into(), json!(day(n).to_string()))),
        Just(("recurrence".into(), json!("FREQ=DAILY"))),
        (0_u8..3).prop_map(|n| (
            "from_2031".into(),
            json!({ "mood": [n, { "b": 1, "a": 2 }] })
        )),
    ];
    let of_task =
        (id.clone(), field).prop_map(|(id, (name, value))| (Entity::Task(id), name, value));
    let of_occurrence = (id, 0_u8..5, 0_u8..3).prop_map(|(id, n, how)| {
        let (name, value) = match how {
            0 => (
                "completed",
                json!("2026-11-22T09:00:00+01:00[Europe/Berlin]"),
            ),
            1 => ("skipped", json!("2026-11-22T09:00:00+01:00[Europe/Berlin]")),
            _ => ("completed", Value::Null),
        };
        (Entity::Occurrence(id, day(n)), name.to_owned(), value)
    });
    let of_list = (0_u8..3).prop_map(|n| {
        let list = Entity::List(ListId(Uuid::from_u128(7)));
        (list, "name".to_owned(), json!(format!("list {n}")))
    });
    prop_oneof![6 => of_task, 3 => of_occurrence, 1 => of_list]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let wall = prop_oneof![
        8 => 0_i64..3,
        1 => Just(-315_360_000_000_i64),
        1 => Just(1_576_800_000_000_i64),
    ];
    let writes = prop::collection::vec(write(), 1..4);
    let step =
        (0_usize..3, wall, any::<bool>(), writes).prop_map(|(device, wall, synced, writes)| Step {
            device,
            wall: 1_790_000_000_000 + wall,
            synced,
            writes,
        });
    prop::collection::vec(step, 1..24)
}

/// The changes of all steps, each as the records that it writes.
fn changes(steps: &[Step]) -> Vec<State> {
    let mut clocks: Vec<Clock> = (0..3)
        .map(|device| Clock {
            last: Tick::default(),
            device: DeviceId(device),
        })
        .collect();
    let mut last = None;
    let mut changes = Vec::new();
    for step in steps {
        let clock = &mut clocks[step.device];
        if let (true, Some(last)) = (step.synced, last) {
            clock.observe(last);
        }
        let stamp = clock.tick(step.wall);
        last = last.max(Some(stamp));
        let mut change = State::new();
        for (entity, field, value) in &step.writes {
            let register = Register {
                value: value.clone(),
                stamp,
            };
            change
                .entry(*entity)
                .or_default()
                .merge_field(field, register);
        }
        changes.push(change);
    }
    changes
}

fn merge(into: &mut State, from: &State) {
    for (entity, record) in from {
        into.entry(*entity).or_default().merge(record);
    }
}

fn bytes(state: &State) -> Vec<(Entity, String)> {
    state
        .iter()
        .map(|(entity, record)| (*entity, record.to_json()))
        .collect()
}

/// What a person sees: the tasks with their parents and what is due next.
fn seen(state: &State) -> Vec<(Task, Option<TaskId>)> {
    let records: BTreeMap<TaskId, Record> = state
        .iter()
        .filter_map(|(entity, record)| match entity {
            Entity::Task(id) => Some((*id, record.clone())),
            _ => None,
        })
        .collect();
    records
        .keys()
        .map(|id| {
            let rows: Vec<Occurrence> = state
                .iter()
                .filter_map(|(entity, record)| match entity {
                    Entity::Occurrence(task, date) if task == id => {
                        Some(Occurrence::from_record(*date, record))
                    }
                    _ => None,
                })
                .collect();
            let task = Task::from_record(*id, &records[id], &rows);
            if let Some(next) = task.occurrence {
                let settled = rows
                    .iter()
                    .any(|row| row.date == next && row.settled().is_some());
                assert!(!settled, "what is settled is never due again");
            }
            (task, tree::parent(*id, &records))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(
        std::env::var("CALM_ORBIT_SOAK_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(256)
    ))]

    #[test]
    fn any_order_duplication_and_partition_gives_the_same(
        steps in steps(),
        order in prop::collection::vec(any::<Index>(), 0..40),
        parts in prop::collection::vec(0_usize..3, 24),
    ) {
        let changes = changes(&steps);
        let mut straight = State::new();
        for change in &changes {
            merge(&mut straight, change);
        }
        // Shuffled, some of them several times; then all of them backwards.
        let mut shuffled = State::new();
        for index in &order {
            merge(&mut shuffled, index.get(&changes));
        }
        for change in changes.iter().rev() {
            merge(&mut shuffled, change);
        }
        // In three parts that are merged apart and then with one another, both ways round.
        let mut apart = vec![State::new(); 3];
        for (change, part) in changes.iter().zip(&parts) {
            merge(&mut apart[*part], change);
        }
        let mut left = apart[0].clone();
        merge(&mut left, &apart[1]);
        merge(&mut left, &apart[2]);
        let mut right = apart[2].clone();
        merge(&mut right, &apart[1]);
        merge(&mut right, &apart[0]);
        merge(&mut right, &left);

        prop_assert_eq!(bytes(&straight), bytes(&shuffled));
        prop_assert_eq!(bytes(&straight), bytes(&left));
        prop_assert_eq!(bytes(&straight), bytes(&right));
        prop_assert_eq!(seen(&straight), seen(&right));
    }

    #[test]
    fn no_stamp_is_made_twice_and_a_later_edit_is_never_lost(steps in steps()) {
        let changes = changes(&steps);
        let mut stamps: Vec<_> = changes
            .iter()
            .map(|change| change.values().next().unwrap().fields().next().unwrap().1.stamp)
            .collect();
        // Who had seen all that came before wins over all of it, whatever the wall clocks said.
        for (at, step) in steps.iter().enumerate() {
            if step.synced {
                prop_assert!(stamps[..at].iter().all(|earlier| *earlier < stamps[at]));
            }
        }
        stamps.sort();
        stamps.dedup();
        prop_assert_eq!(stamps.len(), changes.len());
    }

    #[test]
    fn every_write_stands_or_is_beaten(steps in steps()) {
        let changes = changes(&steps);
        let mut merged = State::new();
        for change in &changes {
            merge(&mut merged, change);
        }
        for change in &changes {
            for (entity, record) in change {
                for (name, register) in record.fields() {
                    let now = merged[entity].register(name).unwrap();
                    prop_assert!(now == register || now.stamp > register.stamp);
                }
            }
        }
    }
}
