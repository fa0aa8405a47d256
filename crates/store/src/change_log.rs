//! The change log, as others catch up on it.

use rusqlite::Connection;
use task::{Changed, Error, ListId, TaskId};

use crate::{rows, sql};

/// The last position of the change log; 0 before the first change.
pub(crate) fn last_seq(connection: &Connection) -> Result<u64, Error> {
    let seq: i64 = rows::query_value(connection, sql::LAST_SEQ, [])?;
    Ok(u64::try_from(seq).unwrap_or(0))
}

/// What changed after a position.
pub(crate) fn changes(connection: &Connection, since: u64) -> Result<Changed, Error> {
    let mut changed = Changed {
        seq: last_seq(connection)?,
        ..Changed::default()
    };
    let range = [since, changed.seq].map(|seq| i64::try_from(seq).unwrap_or(i64::MAX));
    rows::query(connection, sql::CHANGED_SINCE, range, |row| {
        let id = rows::id(row, "entity")?;
        match rows::text(row, "kind")? {
            "list" => changed.lists.push(ListId(id)),
            _ => changed.tasks.push(TaskId(id)),
        }
        Ok(())
    })?;
    Ok(changed)
}
