//! The change log, as others catch up on it.

use sqlx::Row;
use sqlx::sqlite::SqlitePool;
use task::{Changed, Error, ListId, TaskId};

use crate::record_rows::id_of;
use crate::{fault, sql};

/// The last position of the change log; 0 before the first change.
pub(crate) async fn last_seq(reader: &SqlitePool) -> Result<u64, Error> {
    let seq: i64 = sqlx::query_scalar(sql::LAST_SEQ)
        .fetch_one(reader)
        .await
        .map_err(fault::database)?;
    Ok(u64::try_from(seq).unwrap_or(0))
}

/// What changed after a position.
pub(crate) async fn changes(reader: &SqlitePool, since: u64) -> Result<Changed, Error> {
    let seq = last_seq(reader).await?;
    let mut changed = Changed {
        seq,
        ..Changed::default()
    };
    if seq <= since {
        return Ok(changed);
    }
    let rows = sqlx::query(sql::CHANGED_SINCE)
        .bind(i64::try_from(since).unwrap_or(i64::MAX))
        .bind(i64::try_from(seq).unwrap_or(i64::MAX))
        .fetch_all(reader)
        .await
        .map_err(fault::database)?;
    for row in &rows {
        let id = id_of(row, "entity")?;
        match row.try_get::<&str, _>("kind").map_err(fault::database)? {
            "list" => changed.lists.push(ListId(id)),
            _ => changed.tasks.push(TaskId(id)),
        }
    }
    Ok(changed)
}
