//! The change log: what a change wrote is added to it, and others catch up on it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rusqlite::{Connection, params};
use serde_json::Value;
use task::{Actor, Changed, Entity, Entry, Error, FieldWrite, FilterId, GroupId, ListId, TaskId};
use uuid::Uuid;

use crate::{fault, rows, sql};

/// What the change log says of a change.
pub(crate) struct Logged<'a> {
    pub(crate) group: GroupId,
    pub(crate) actor: &'a Actor,
    pub(crate) at: jiff::Timestamp,
    pub(crate) entry: &'a Entry,
    /// The change that this one takes back or does again.
    pub(crate) root: Option<i64>,
}

/// The kind and the id under which the log keeps what was written to an entity: an occurrence is
/// its task there.
pub(crate) fn filed(entity: Entity) -> (&'static str, Uuid) {
    match entity {
        Entity::Occurrence(id, _) => ("task", id.0),
        other => (other.kind(), other.id()),
    }
}

/// Adds a change.
pub(crate) fn add(
    connection: &Connection,
    log: &Logged<'_>,
    writes: &[FieldWrite],
) -> Result<(), Error> {
    let seq: i64 = rows::query_value(
        connection,
        sql::ADD_CHANGE,
        params![
            log.group.0.as_bytes(),
            log.actor.to_text(),
            log.at.as_millisecond(),
            log.entry.deed.as_str(),
            log.entry.subject,
            i64::try_from(log.entry.count).unwrap_or(i64::MAX),
            log.root,
        ],
    )?;
    let mut by_entity: BTreeMap<(Uuid, &str), Vec<Value>> = BTreeMap::new();
    for write in writes {
        let (kind, id) = filed(write.entity);
        let mut entry = vec![
            write.field.as_str().into(),
            write.old.clone(),
            write.new.clone(),
        ];
        if let Entity::Occurrence(_, date) = write.entity {
            entry.push(date.to_string().into());
        }
        by_entity.entry((id, kind)).or_default().push(entry.into());
    }
    for ((id, kind), writes) in by_entity {
        let values = params![id.as_bytes(), seq, kind, Value::from(writes).to_string()];
        rows::execute(connection, sql::ADD_CHANGE_WRITE, values)?;
    }
    Ok(())
}

/// Reads what a change wrote to one entity, as the log keeps it.
pub(crate) fn read(kind: &str, id: Uuid, text: &str) -> Result<Vec<FieldWrite>, Error> {
    let entries: Vec<Vec<Value>> = serde_json::from_str(text).map_err(fault::damaged)?;
    let mut writes = Vec::with_capacity(entries.len());
    for entry in entries {
        let mut parts = entry.into_iter();
        let field = parts
            .next()
            .and_then(|name| name.as_str().map(str::to_owned));
        let (Some(field), Some(old), Some(new)) = (field, parts.next(), parts.next()) else {
            return Err(fault::damaged("a change that says too little"));
        };
        let date = match parts.next() {
            Some(date) => {
                let date: Option<Date> = date.as_str().and_then(|date| date.parse().ok());
                Some(date.ok_or_else(|| fault::damaged("an occurrence without a date"))?)
            }
            None => None,
        };
        let entity = match (kind, date) {
            ("list", _) => Entity::List(ListId(id)),
            ("filter", _) => Entity::Filter(FilterId(id)),
            (_, Some(date)) => Entity::Occurrence(TaskId(id), date),
            (_, None) => Entity::Task(TaskId(id)),
        };
        writes.push(FieldWrite {
            entity,
            field,
            old,
            new,
        });
    }
    Ok(writes)
}

/// All that a change wrote.
pub(crate) fn writes_of(connection: &Connection, seq: i64) -> Result<Vec<FieldWrite>, Error> {
    let found = rows::query(connection, sql::WRITES_OF_CHANGE, [seq], |row| {
        read(
            rows::text(row, "kind")?,
            rows::id(row, "entity")?,
            rows::text(row, "writes")?,
        )
    })?;
    Ok(found.into_iter().flatten().collect())
}

/// The last position of the change log; 0 before the first change.
pub(crate) fn last_seq(connection: &Connection) -> Result<u64, Error> {
    let seq: i64 = rows::query_value(connection, sql::LAST_SEQ, [])?;
    Ok(u64::try_from(seq).unwrap_or(0))
}

/// What changed after a position: everything, where the log no longer goes back so far.
pub(crate) fn changes(connection: &Connection, since: u64) -> Result<Changed, Error> {
    let seq = last_seq(connection)?;
    let mut changed = Changed {
        seq,
        ..Changed::default()
    };
    if seq <= since {
        return Ok(changed);
    }
    let first: i64 = rows::query_value(connection, sql::FIRST_SEQ, [])?;
    let number = |value| i64::try_from(value).unwrap_or(i64::MAX);
    let mut note = |row: &rusqlite::Row<'_>| {
        let id = rows::id(row, "entity")?;
        match rows::text(row, "kind")? {
            "list" => changed.lists.push(ListId(id)),
            "filter" => changed.filters.push(FilterId(id)),
            _ => changed.tasks.push(TaskId(id)),
        }
        Ok(())
    };
    if number(since) + 1 < first {
        rows::query(connection, sql::EVERYTHING, [], &mut note)?;
    } else {
        let range = [number(since), number(seq)];
        rows::query(connection, sql::CHANGED_SINCE, range, &mut note)?;
    }
    Ok(changed)
}
