//! One action, one transaction: the rows, the change log and the clock, or none of it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use rusqlite::Connection;
use task::{
    Action, Actor, Applied, Clock, DeviceId, Entity, Error, FieldWrite, GroupId, Moment, Record,
    Register, Tick, decide,
};

use crate::change_log::{self, Logged};
use crate::views::shown;
use crate::{Store, derive, fault, reach, records, rows, sql, zone};

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
            carry_out(connection, &moment, group, &action)?;
            let mut tasks = Vec::new();
            let mut named = Vec::new();
            for id in action.tasks() {
                if !named.contains(&id) {
                    named.push(id);
                    tasks.extend(shown(connection, id)?);
                }
            }
            Ok(Applied { group, tasks })
        })
        .await
}

fn carry_out(
    connection: &Connection,
    moment: &Moment,
    group: GroupId,
    action: &Action,
) -> Result<(), Error> {
    let whose = (group.0.as_bytes(), moment.actor.to_text());
    if rows::query_value(connection, sql::IS_GROUP_OF_OTHERS, whose)? {
        return Err(Error::Denied(
            "This group of changes is somebody else's. Nothing was changed.".into(),
        ));
    }
    let rows = reach::rows_for(connection, action)?;
    let change = decide(action, &rows, moment)?;
    if change.writes.is_empty() {
        return Ok(());
    }
    if !zone::is_current(connection, &moment.now)? {
        zone::move_to(connection, &moment.now)?;
    }
    let log = Logged {
        group,
        actor: &moment.actor,
        at: moment.now.timestamp(),
        entry: &change.entry,
        root: None,
    };
    record(connection, &log, &change.writes)
}

/// Writes fields with one fresh stamp, what follows from them, and the change to the log.
pub(crate) fn record(
    connection: &Connection,
    log: &Logged<'_>,
    writes: &[FieldWrite],
) -> Result<(), Error> {
    let mut clock = read_clock(connection)?;
    let stamp = clock.tick(log.at.as_millisecond());
    set_clock(connection, &clock)?;

    let mut changed: BTreeMap<Entity, Record> = BTreeMap::new();
    for write in writes {
        let record = match changed.entry(write.entity) {
            Slot::Occupied(slot) => slot.into_mut(),
            Slot::Vacant(slot) => {
                let found = records::load(connection, write.entity)?;
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
    for (entity, record) in &changed {
        records::save(connection, *entity, record)?;
    }
    derive::follow(connection, writes)?;
    change_log::add(connection, log, writes)
}

/// The clock of this device.
pub(crate) fn read_clock(connection: &Connection) -> Result<Clock, Error> {
    let clock = rows::query_first(connection, sql::READ_CLOCK, [], |row| {
        let number = |name| rows::column::<i64>(row, name).map(i64::cast_unsigned);
        Ok(Clock {
            last: Tick(number("tick")?),
            device: DeviceId(number("device")?),
        })
    })?;
    clock.ok_or_else(|| fault::damaged("the clock has no row"))
}

/// Keeps what the clock reads.
pub(crate) fn set_clock(connection: &Connection, clock: &Clock) -> Result<(), Error> {
    // SQLite keeps signed numbers; the bits are the same.
    rows::execute(connection, sql::SET_CLOCK, [clock.last.0.cast_signed()]).map(drop)
}
