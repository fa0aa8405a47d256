//! One action, one transaction: the rows, the change log and the clock, or none of it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use rusqlite::{Connection, params};
use serde_json::Value;
use task::{
    Action, Actor, Applied, Clock, DecideRows, DeviceId, Entity, Entry, Error, FieldWrite, GroupId,
    ListId, Moment, Record, Register, Task, TaskId, Tick, decide,
};
use uuid::Uuid;

use crate::{Store, fault, record_rows, rows, sql};

/// Applies an action for `actor`. Where everything is so already, nothing is written.
pub(crate) async fn apply(
    store: &Store,
    actor: &Actor,
    group: GroupId,
    action: Action,
) -> Result<Applied, Error> {
    let now = store.clock();
    let actor = actor.clone();
    store
        .write(move |connection| {
            let moment = Moment { actor, now: now() };
            let tasks = carry_out(connection, &moment, group, &action)?;
            Ok(Applied { group, tasks })
        })
        .await
}

/// Answers the tasks that the action names, as they are now.
fn carry_out(
    connection: &Connection,
    moment: &Moment,
    group: GroupId,
    action: &Action,
) -> Result<Vec<Task>, Error> {
    let mut rows = DecideRows {
        lists: record_rows::lists(connection)?,
        ..DecideRows::default()
    };
    for id in action.tasks() {
        if let Some(record) = record_rows::load(connection, Entity::Task(*id))? {
            rows.tasks.insert(*id, record);
        }
    }
    let change = decide(action, &rows, moment)?;
    let mut tasks = rows.tasks;
    if !change.writes.is_empty() {
        let log = Logged {
            group,
            actor: &moment.actor,
            at: moment.now.timestamp(),
            entry: &change.entry,
            root: None,
        };
        for (entity, record) in record(connection, &log, &change.writes)? {
            if let Entity::Task(id) = entity {
                tasks.insert(id, record);
            }
        }
    }
    let mut named: Vec<TaskId> = Vec::new();
    for id in action.tasks() {
        if !named.contains(id) {
            named.push(*id);
        }
    }
    Ok(named
        .into_iter()
        .filter_map(|id| tasks.get(&id).map(|record| Task::from_record(id, record)))
        .collect())
}

/// What the change log says of a change.
pub(crate) struct Logged<'a> {
    pub(crate) group: GroupId,
    pub(crate) actor: &'a Actor,
    pub(crate) at: jiff::Timestamp,
    pub(crate) entry: &'a Entry,
    /// The change that this one takes back or does again.
    pub(crate) root: Option<i64>,
}

/// Writes fields with one fresh stamp, and the change to the log. Answers the records as they
/// are now.
pub(crate) fn record(
    connection: &Connection,
    log: &Logged<'_>,
    writes: &[FieldWrite],
) -> Result<BTreeMap<Entity, Record>, Error> {
    let mut clock = read_clock(connection)?;
    let stamp = clock.tick(log.at.as_millisecond());
    // SQLite keeps signed numbers; the bits are the same.
    rows::execute(connection, sql::SET_CLOCK, [clock.last.0.cast_signed()])?;

    let mut records: BTreeMap<Entity, Record> = BTreeMap::new();
    for write in writes {
        let record = match records.entry(write.entity) {
            Slot::Occupied(slot) => slot.into_mut(),
            Slot::Vacant(slot) => {
                let found = record_rows::load(connection, write.entity)?;
                slot.insert(found.unwrap_or_default())
            }
        };
        record.merge_field(
            &write.field,
            Register {
                value: write.new.clone(),
                stamp,
            },
        );
    }
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
            to_json(writes),
            log.root,
        ],
    )?;
    for (entity, record) in &records {
        record_rows::save(connection, *entity, record)?;
        let values = (entity.id().into_bytes(), seq, kind(*entity));
        rows::execute(connection, sql::ADD_CHANGE_ENTITY, values)?;
    }
    Ok(records)
}

fn read_clock(connection: &Connection) -> Result<Clock, Error> {
    let clock = rows::query_first(connection, sql::READ_CLOCK, [], |row| {
        let number = |name| rows::column::<i64>(row, name).map(i64::cast_unsigned);
        Ok(Clock {
            last: Tick(number("tick")?),
            device: DeviceId(number("device")?),
        })
    })?;
    clock.ok_or_else(|| fault::damaged("the clock has no row"))
}

/// The word that stands for the kind of an entity.
pub(crate) fn kind(entity: Entity) -> &'static str {
    match entity {
        Entity::Task(_) => "task",
        Entity::List(_) => "list",
    }
}

fn to_json(writes: &[FieldWrite]) -> String {
    let rows: Vec<Value> = writes
        .iter()
        .map(|write| {
            Value::from(vec![
                kind(write.entity).into(),
                write.entity.id().to_string().into(),
                write.field.as_str().into(),
                write.old.clone(),
                write.new.clone(),
            ])
        })
        .collect();
    Value::from(rows).to_string()
}

/// Reads the `writes` of a change back.
pub(crate) fn from_json(text: &str) -> Result<Vec<FieldWrite>, Error> {
    let rows: Vec<(String, Uuid, String, Value, Value)> =
        serde_json::from_str(text).map_err(fault::damaged)?;
    Ok(rows
        .into_iter()
        .map(|(kind, id, field, old, new)| {
            let entity = match kind.as_str() {
                "list" => Entity::List(ListId(id)),
                _ => Entity::Task(TaskId(id)),
            };
            FieldWrite {
                entity,
                field,
                old,
                new,
            }
        })
        .collect())
}
