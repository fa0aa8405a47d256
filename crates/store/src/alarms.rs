//! The alarms of tasks as the table has them: they follow from the tasks' records.

use rusqlite::{Connection, params};
use task::Error;

use crate::derive::Derived;
use crate::task_row::Status;
use crate::{rows, sql};

/// An alarm's row: its key, about when it rings, and whether it is implied.
pub(crate) type AlarmRow = (String, i64, bool);

/// The alarms that follow from a task; only open ones outside of archived lists ring.
pub(crate) fn of(derived: &Derived) -> Vec<AlarmRow> {
    if derived.columns.status != Status::Open as i64 {
        return Vec::new();
    }
    let mut alarms: Vec<AlarmRow> = derived
        .task
        .alarms()
        .iter()
        .filter_map(|alarm| Some((alarm.key(), alarm.near()?.as_millisecond(), alarm.implied)))
        .collect();
    alarms.sort();
    alarms
}

/// The alarms that the table has of a task.
pub(crate) fn kept(connection: &Connection, row: i64) -> Result<Vec<AlarmRow>, Error> {
    rows::query(connection, sql::ALARMS_OF, [row], |row| {
        Ok((
            rows::column(row, "key")?,
            rows::column(row, "near")?,
            rows::column(row, "implied")?,
        ))
    })
}

/// Writes the alarms of a task, where they are not so already.
pub(crate) fn save(connection: &Connection, derived: &Derived, new: bool) -> Result<(), Error> {
    let (row, alarms) = (derived.row, of(derived));
    if !new {
        if kept(connection, row)? == alarms {
            return Ok(());
        }
        rows::execute(connection, sql::CLEAR_ALARMS, [row])?;
    }
    for (key, near, implied) in alarms {
        rows::execute(connection, sql::ADD_ALARM, params![row, key, near, implied])?;
    }
    Ok(())
}
