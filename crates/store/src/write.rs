//! One action, one transaction: the rows, the change log and the clock, or none of it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use serde_json::Value;
use sqlx::{Row, SqliteConnection};
use task::{
    Action, Actor, Applied, Clock, DecideRows, DeviceId, Entity, Entry, Error, FieldWrite, GroupId,
    ListId, Moment, Record, Register, Task, TaskId, Tick, decide,
};
use uuid::Uuid;

use crate::{Store, fault, record_rows, sql};

/// Applies an action for `actor`. Where everything is so already, nothing is written.
pub(crate) async fn apply(
    store: &Store,
    actor: &Actor,
    group: GroupId,
    action: &Action,
) -> Result<Applied, Error> {
    let mut transaction = store.write().await?;
    let moment = Moment {
        actor: actor.clone(),
        now: store.now(),
    };
    let mut rows = DecideRows {
        lists: record_rows::lists(&mut transaction).await?,
        ..DecideRows::default()
    };
    for id in action.tasks() {
        if let Some(record) = record_rows::load(&mut transaction, Entity::Task(*id)).await? {
            rows.tasks.insert(*id, record);
        }
    }
    let change = decide(action, &rows, &moment)?;
    let mut tasks = rows.tasks;
    if change.writes.is_empty() {
        transaction.rollback().await.map_err(fault::database)?;
    } else {
        let log = Logged {
            group,
            actor,
            at: moment.now.timestamp(),
            entry: &change.entry,
            root: None,
        };
        let written = record(&mut transaction, &log, &change.writes).await?;
        transaction.commit().await.map_err(fault::database)?;
        store.ring();
        for (entity, record) in written {
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
    let tasks = named
        .into_iter()
        .filter_map(|id| tasks.get(&id).map(|record| Task::from_record(id, record)))
        .collect();
    Ok(Applied { group, tasks })
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
pub(crate) async fn record(
    connection: &mut SqliteConnection,
    log: &Logged<'_>,
    writes: &[FieldWrite],
) -> Result<BTreeMap<Entity, Record>, Error> {
    let mut clock = read_clock(connection).await?;
    let stamp = clock.tick(log.at.as_millisecond());
    sqlx::query(sql::SET_CLOCK)
        .bind(clock.last.0.cast_signed())
        .execute(&mut *connection)
        .await
        .map_err(fault::database)?;

    let mut records: BTreeMap<Entity, Record> = BTreeMap::new();
    for write in writes {
        let record = match records.entry(write.entity) {
            Slot::Occupied(slot) => slot.into_mut(),
            Slot::Vacant(slot) => {
                let found = record_rows::load(connection, write.entity).await?;
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
    let seq: i64 = sqlx::query_scalar(sql::ADD_CHANGE)
        .bind(log.group.0.as_bytes().as_slice())
        .bind(log.actor.to_text())
        .bind(log.at.as_millisecond())
        .bind(log.entry.deed.as_str())
        .bind(&log.entry.subject)
        .bind(i64::try_from(log.entry.count).unwrap_or(i64::MAX))
        .bind(to_json(writes))
        .bind(log.root)
        .fetch_one(&mut *connection)
        .await
        .map_err(fault::database)?;
    for (entity, record) in &records {
        record_rows::save(connection, *entity, record).await?;
        sqlx::query(sql::ADD_CHANGE_ENTITY)
            .bind(entity.id().as_bytes().as_slice())
            .bind(seq)
            .bind(kind(*entity))
            .execute(&mut *connection)
            .await
            .map_err(fault::database)?;
    }
    Ok(records)
}

async fn read_clock(connection: &mut SqliteConnection) -> Result<Clock, Error> {
    let row = sqlx::query(sql::READ_CLOCK)
        .fetch_one(connection)
        .await
        .map_err(fault::database)?;
    // SQLite keeps signed numbers; the bits are the same.
    let device: i64 = row.try_get("device").map_err(fault::database)?;
    let tick: i64 = row.try_get("tick").map_err(fault::database)?;
    Ok(Clock {
        last: Tick(tick.cast_unsigned()),
        device: DeviceId(device.cast_unsigned()),
    })
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
