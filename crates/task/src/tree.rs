//! Which task a subtask belongs to, whatever devices have written: parents that are gone and
//! circles that a merge has made are cut the same way everywhere.

use std::collections::BTreeMap;

use crate::id::TaskId;
use crate::record::Record;
use crate::stamp::Stamp;
use crate::task::field;

/// The deepest that subtasks may be nested: a task, its subtasks, theirs and so on.
pub const DEPTH_LIMIT: usize = 8;

/// The parent that is written in a record, with its stamp.
pub fn written_parent(record: &Record) -> Option<(TaskId, Stamp)> {
    let register = record.register(field::PARENT)?;
    let parent = register.value.as_str()?.parse().ok()?;
    Some((parent, register.stamp))
}

/// The task that `id` belongs to: the written parent, unless that one is unknown or in the trash,
/// or the two belong to a circle and this is where it is cut. A circle is cut at its smallest
/// stamp; among equal ones at the smallest id.
///
/// `records` must have the task and all its ancestors.
pub fn parent(id: TaskId, records: &BTreeMap<TaskId, Record>) -> Option<TaskId> {
    let living = |id: TaskId| {
        let (parent, stamp) = written_parent(records.get(&id)?)?;
        let there = records.get(&parent)?;
        there
            .value(field::DELETED)
            .is_null()
            .then_some((parent, stamp))
    };
    let (parent, stamp) = living(id)?;
    // Walks up from the parent. Coming back to `id` means that they are in a circle; one that is
    // met above without `id` in it is cut by its own members.
    let mut lowest = (stamp, id);
    let mut seen = vec![id];
    let mut at = parent;
    while at != id {
        if seen.contains(&at) {
            return Some(parent);
        }
        seen.push(at);
        let Some((next, stamp)) = living(at) else {
            return Some(parent);
        };
        lowest = lowest.min((stamp, at));
        at = next;
    }
    (lowest.1 != id).then_some(parent)
}

/// The tasks above `id`, the nearest first.
pub fn ancestors(id: TaskId, records: &BTreeMap<TaskId, Record>) -> Vec<TaskId> {
    let mut above = Vec::new();
    let mut at = id;
    while let Some(next) = parent(at, records) {
        // A cut circle has an end; this only guards against one that was cut wrongly.
        if above.contains(&next) || next == id {
            break;
        }
        above.push(next);
        at = next;
    }
    above
}

/// The tasks of `records` that lie below `id`, whether they are in the trash or not, each once.
pub fn descendants(id: TaskId, records: &BTreeMap<TaskId, Record>) -> Vec<TaskId> {
    let mut below = vec![id];
    let mut at = 0;
    while let Some(&above) = below.get(at) {
        for (child, record) in records {
            if written_parent(record).is_some_and(|(parent, _)| parent == above)
                && !below.contains(child)
            {
                below.push(*child);
            }
        }
        at += 1;
    }
    below.remove(0);
    below
}

/// The tasks of `records` that stand below `id`, each once: unlike [`descendants`] none that is in
/// the trash, and none that is below another only by way of the trash, since it shows elsewhere.
pub fn subtasks(id: TaskId, records: &BTreeMap<TaskId, Record>) -> Vec<TaskId> {
    let below = descendants(id, records).into_iter();
    let living = below.filter(|task| {
        let record = records.get(task);
        record.is_some_and(|record| record.value(field::DELETED).is_null())
    });
    living
        .filter(|task| ancestors(*task, records).contains(&id))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::record::Register;

    fn id(number: u8) -> TaskId {
        TaskId(uuid::Uuid::from_u128(u128::from(number)))
    }

    fn stamp(number: u8) -> Stamp {
        format!("{number:032x}").parse().unwrap()
    }

    /// Tasks 0 to 5, each with the parent and the stamp that is given.
    fn records(parents: &[(Option<u8>, u8)]) -> BTreeMap<TaskId, Record> {
        let mut records = BTreeMap::new();
        for (number, (parent, at)) in (0..).zip(parents) {
            let mut record = Record::default();
            let value = parent.map_or(serde_json::Value::Null, |p| id(p).to_string().into());
            record.merge_field(
                field::PARENT,
                Register {
                    value,
                    stamp: stamp(*at),
                },
            );
            records.insert(id(number), record);
        }
        records
    }

    #[test]
    fn a_circle_is_cut_at_its_smallest_stamp() {
        let records = records(&[(Some(1), 7), (Some(2), 3), (Some(0), 5), (Some(0), 1)]);
        assert_eq!(parent(id(0), &records), Some(id(1)));
        assert_eq!(parent(id(1), &records), None);
        assert_eq!(parent(id(2), &records), Some(id(0)));
        // Outside of the circle nothing is cut.
        assert_eq!(parent(id(3), &records), Some(id(0)));
        assert_eq!(ancestors(id(3), &records), [id(0), id(1)]);
        assert_eq!(descendants(id(0), &records), [id(2), id(3), id(1)]);
    }

    #[test]
    fn equal_stamps_cut_at_the_smallest_id_and_a_task_is_not_its_own_parent() {
        let records = records(&[(Some(1), 4), (Some(0), 4), (Some(2), 9)]);
        assert_eq!(parent(id(0), &records), None);
        assert_eq!(parent(id(1), &records), Some(id(0)));
        assert_eq!(parent(id(2), &records), None);
    }

    #[test]
    fn a_parent_that_is_gone_is_none() {
        let mut records = records(&[(None, 0), (Some(0), 1), (Some(9), 1)]);
        assert_eq!(parent(id(2), &records), None);
        let deleted = Register {
            value: "2026-11-21T08:00:00Z".into(),
            stamp: stamp(9),
        };
        if let Some(record) = records.get_mut(&id(0)) {
            record.merge_field(field::DELETED, deleted);
        }
        assert_eq!(parent(id(1), &records), None);
    }

    #[test]
    fn what_was_taken_out_of_the_trash_alone_stands_below_nobody() {
        let mut records = records(&[(None, 0), (Some(0), 1), (Some(1), 1), (Some(0), 1)]);
        let deleted = Register {
            value: "2026-11-21T08:00:00Z".into(),
            stamp: stamp(9),
        };
        assert_eq!(subtasks(id(0), &records), [id(1), id(3), id(2)]);
        if let Some(record) = records.get_mut(&id(1)) {
            record.merge_field(field::DELETED, deleted);
        }
        assert_eq!(subtasks(id(0), &records), [id(3)]);
        assert_eq!(subtasks(id(1), &records), []);
        assert_eq!(descendants(id(0), &records), [id(1), id(3), id(2)]);
    }

    proptest! {
        #[test]
        fn whatever_is_written_makes_a_forest(
            parents in prop::collection::vec((prop::option::of(0_u8..7), 0_u8..4), 7),
        ) {
            let records = records(&parents);
            for number in 0..7 {
                // The walk ends at a root.
                let above = ancestors(id(number), &records);
                prop_assert!(above.len() < 7);
                prop_assert!(!above.contains(&id(number)));
                let last = above.last().copied().unwrap_or(id(number));
                prop_assert_eq!(parent(last, &records), None);
                // Only circles lose an edge.
                if let (Some((written, _)), None) = (written_parent(&records[&id(number)]), parent(id(number), &records)) {
                    let mut at = Some(written);
                    for _ in 0..8 {
                        if at == Some(id(number)) { break; }
                        at = at.and_then(|at| records.get(&at)).and_then(written_parent).map(|(p, _)| p);
                    }
                    prop_assert_eq!(at, Some(id(number)));
                }
            }
        }
    }
}
