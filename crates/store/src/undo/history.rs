//! What else was written to the entities of a change, before it and since.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row};
use serde_json::Value;
use task::{Entity, Error, FieldWrite};
use uuid::Uuid;

use super::TAKEN_BACK;
use crate::{change_log, rows, sql};

/// What others wrote to an entity, seen from one change of it.
pub(super) struct History {
    /// The fields that later changes, still standing, wrote.
    pub(super) touched: BTreeSet<(Entity, String)>,
    /// What earlier changes wrote, the latest first, and whether they were taken back.
    pub(super) earlier: Vec<(FieldWrite, bool)>,
}

impl History {
    pub(super) fn load(
        connection: &Connection,
        key: (&str, Uuid),
        seq: i64,
    ) -> Result<Self, Error> {
        let (kind, id) = key;
        let values = (id.into_bytes(), seq);
        let read = |row: &Row<'_>| change_log::read(kind, id, rows::text(row, "writes")?);
        let later = rows::query(connection, sql::STANDING_SINCE, values, read)?;
        let earlier = rows::query(connection, sql::WRITTEN_BEFORE, values, |row| {
            let back = rows::column::<i64>(row, "undone")? == TAKEN_BACK;
            Ok(read(row)?.into_iter().map(move |write| (write, back)))
        })?;
        Ok(Self {
            touched: later
                .into_iter()
                .flatten()
                .map(|write| (write.entity, write.field))
                .collect(),
            earlier: earlier.into_iter().flatten().collect(),
        })
    }

    /// The value that a field had before, as far as earlier changes still stand; `None` where the
    /// log knows no earlier one.
    pub(super) fn before(&self, write: &FieldWrite) -> Option<Value> {
        let mut first = None;
        for (earlier, taken_back) in &self.earlier {
            if earlier.entity != write.entity || earlier.field != write.field {
                continue;
            }
            if !taken_back {
                return Some(earlier.new.clone());
            }
            first = Some(earlier.old.clone());
        }
        first
    }
}
