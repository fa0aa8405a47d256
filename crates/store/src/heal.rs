//! Healing the clock of a device that ran ahead.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use task::{Clock, Entity, Error, Record, Stamp, TaskId, Tick};

use crate::write::{read_clock, set_clock};
use crate::{Store, change_log, fault, records, rows, setting, sql};

impl Store {
    /// By how many milliseconds the clock of this device is ahead of the wall clock; 0 where it is
    /// behind it.
    ///
    /// # Errors
    /// Where the database can't be read.
    pub async fn clock_ahead(&self) -> Result<u64, Error> {
        let now = self.now().timestamp().as_millisecond();
        let clock = self.read(read_clock).await?;
        let now = u64::try_from(now).unwrap_or(0);
        Ok(clock.last.millis().saturating_sub(now))
    }

    /// Sets a clock that ran ahead back to the wall clock, and gives new stamps, in the old order,
    /// to what it stamped with a time to come and no backend has yet. What a person sees stays as
    /// it is. Answers how many records were stamped anew.
    ///
    /// # Errors
    /// Where the database can't be written.
    pub async fn heal_clock(&self) -> Result<usize, Error> {
        let now = self.clock();
        self.write(move |connection| heal(connection, now().timestamp().as_millisecond()))
            .await
    }
}

/// What the log says that no backend has: the fields of each entity; `None` where there is no
/// backend, so nobody has anything.
fn unsent(connection: &Connection) -> Result<Option<BTreeSet<(Entity, String)>>, Error> {
    let Some(sent) = setting::number(connection, setting::SENT)? else {
        return Ok(None);
    };
    let found = rows::query(connection, sql::WRITES_SINCE, [sent], |row| {
        change_log::read(
            rows::text(row, "kind")?,
            rows::id(row, "entity")?,
            rows::text(row, "writes")?,
        )
    })?;
    let fields = found.into_iter().flatten();
    Ok(Some(
        fields.map(|write| (write.entity, write.field)).collect(),
    ))
}

/// The records that healing looks at.
struct Ahead {
    clock: Clock,
    limit: Tick,
    /// Those with a stamp of this device that lies ahead.
    records: BTreeMap<Entity, Record>,
    /// The one with the largest stamp of the others: the clock must not fall behind it.
    largest: Option<(Stamp, Entity, Record)>,
}

impl Ahead {
    fn look(&mut self, entity: Entity, record: Record) {
        let stamps = || record.fields().map(|(_, register)| register.stamp);
        let device = self.clock.device;
        if stamps().any(|stamp| stamp.device() == device && stamp.tick() > self.limit) {
            self.records.insert(entity, record);
        } else if let Some(stamp) = stamps().max()
            && self
                .largest
                .as_ref()
                .is_none_or(|(known, ..)| stamp > *known)
        {
            self.largest = Some((stamp, entity, record));
        }
    }
}

fn heal(connection: &Connection, wall_millis: i64) -> Result<usize, Error> {
    let clock = read_clock(connection)?;
    let mut ahead = Ahead {
        clock,
        limit: Tick::at(u64::try_from(wall_millis).unwrap_or(0)),
        records: BTreeMap::new(),
        largest: None,
    };
    if clock.last <= ahead.limit {
        return Ok(0);
    }
    for (id, record) in records::lists(connection)? {
        ahead.look(Entity::List(id), record);
    }
    for (id, record) in records::filters(connection)? {
        ahead.look(Entity::Filter(id), record);
    }
    rows::query(connection, sql::ALL_TASK_RECORDS, [], |row| {
        let id = TaskId(rows::id(row, "id")?);
        let record = Record::from_json(rows::text(row, "record")?).map_err(fault::damaged)?;
        ahead.look(Entity::Task(id), record);
        Ok(())
    })?;
    rows::query(connection, sql::ALL_OCCURRENCES, [], |row| {
        let id = TaskId(rows::id(row, "id")?);
        let date = rows::text(row, "date")?.parse().map_err(fault::damaged)?;
        let record = Record::from_json(rows::text(row, "record")?).map_err(fault::damaged)?;
        ahead.look(Entity::Occurrence(id, date), record);
        Ok(())
    })?;
    let Ahead {
        mut clock,
        mut records,
        largest,
        ..
    } = ahead;
    if let Some((_, entity, record)) = largest {
        records.insert(entity, record);
    }
    let unsent = unsent(connection)?;
    let changed = task::heal(&mut clock, wall_millis, &mut records, |entity, name, _| {
        unsent
            .as_ref()
            .is_none_or(|fields| fields.contains(&(entity, name.to_owned())))
    });
    for entity in &changed {
        if let Some(record) = records.get(entity) {
            records::save(connection, *entity, record)?;
        }
    }
    set_clock(connection, &clock)?;
    Ok(changed.len())
}
