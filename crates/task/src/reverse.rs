//! Taking a change back, and doing it again: a new change with fresh stamps, over what nobody
//! has changed since.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::Value;

use crate::change::{Entity, FieldWrite};
use crate::record::Record;
use crate::task::field;

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Take it back.
    Undo,
    /// Do again what was taken back.
    Redo,
}

/// What taking back, or doing again, writes, and which fields it leaves alone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reversal {
    /// The fields to write.
    pub writes: Vec<FieldWrite>,
    /// The fields that somebody changed since.
    pub stayed: Vec<(Entity, String)>,
}

/// Plans the reversal of `writes`, which one change made. `touched` are the fields that other
/// changes, still standing, wrote since; `records` are the entities as they are now.
///
/// A change that made an entity is not taken back field by field: the entity goes to the trash,
/// unless anybody has touched it since.
pub fn reverse(
    writes: &[FieldWrite],
    direction: Direction,
    records: &BTreeMap<Entity, Record>,
    touched: &BTreeSet<(Entity, String)>,
    now: Timestamp,
) -> Reversal {
    let mut reversal = Reversal::default();
    let made: BTreeSet<Entity> = writes
        .iter()
        .filter(|write| write.field == field::CREATED_AT && write.old.is_null())
        .map(|write| write.entity)
        .collect();
    let empty = Record::default();
    for entity in &made {
        let record = records.get(entity).unwrap_or(&empty);
        let new = match direction {
            Direction::Undo => Value::from(now.to_string()),
            Direction::Redo => Value::Null,
        };
        // Whoever settled or moved an occurrence touched the task.
        let others: Vec<_> = touched
            .iter()
            .filter(|(touched, _)| {
                touched == entity || (touched.task().is_some() && touched.task() == entity.task())
            })
            .collect();
        if others.is_empty() {
            reversal.write(*entity, field::DELETED, record, new);
        } else {
            reversal.stayed.extend(others.into_iter().cloned());
        }
    }
    for write in writes.iter().filter(|write| !made.contains(&write.entity)) {
        let record = records.get(&write.entity).unwrap_or(&empty);
        let key = (write.entity, write.field.clone());
        if touched.contains(&key) {
            reversal.stayed.push(key);
            continue;
        }
        let new = match direction {
            Direction::Undo => write.old.clone(),
            Direction::Redo => write.new.clone(),
        };
        reversal.write(write.entity, &write.field, record, new);
    }
    reversal
}

impl Reversal {
    fn write(&mut self, entity: Entity, name: &str, record: &Record, new: Value) {
        let old = record.value(name).clone();
        if old != new {
            self.writes.push(FieldWrite {
                entity,
                field: name.to_owned(),
                old,
                new,
            });
        }
    }
}
