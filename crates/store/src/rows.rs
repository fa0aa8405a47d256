//! Running the statements of [`crate::sql`], and reading what their rows hold. Each statement is
//! compiled once per connection.

use rusqlite::types::FromSql;
use rusqlite::{Connection, Params, Row};
use task::Error;
use uuid::Uuid;

use crate::fault;

/// Runs a statement that gives no rows; answers how many rows it changed.
pub(crate) fn execute(
    connection: &Connection,
    statement: &str,
    params: impl Params,
) -> Result<usize, Error> {
    connection
        .prepare_cached(statement)
        .and_then(|mut prepared| prepared.execute(params))
        .map_err(fault::database)
}

/// Everything that a statement gives, each row read by `read`.
pub(crate) fn query<T>(
    connection: &Connection,
    statement: &str,
    params: impl Params,
    mut read: impl FnMut(&Row<'_>) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    let mut prepared = connection
        .prepare_cached(statement)
        .map_err(fault::database)?;
    let mut rows = prepared.query(params).map_err(fault::database)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next().map_err(fault::database)? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// The first row that a statement gives, read by `read`; `None` where it gives none.
pub(crate) fn query_first<T>(
    connection: &Connection,
    statement: &str,
    params: impl Params,
    read: impl FnOnce(&Row<'_>) -> Result<T, Error>,
) -> Result<Option<T>, Error> {
    let mut prepared = connection
        .prepare_cached(statement)
        .map_err(fault::database)?;
    let mut rows = prepared.query(params).map_err(fault::database)?;
    rows.next().map_err(fault::database)?.map(read).transpose()
}

/// The one value of the one row that a statement always gives, such as a count.
pub(crate) fn query_value<T: FromSql>(
    connection: &Connection,
    statement: &str,
    params: impl Params,
) -> Result<T, Error> {
    connection
        .prepare_cached(statement)
        .and_then(|mut prepared| prepared.query_row(params, |row| row.get(0)))
        .map_err(fault::database)
}

/// A row's first column.
pub(crate) fn first_column<T: FromSql>(row: &Row<'_>) -> Result<T, Error> {
    row.get(0).map_err(fault::database)
}

/// A row's column of this name.
pub(crate) fn column<T: FromSql>(row: &Row<'_>, name: &str) -> Result<T, Error> {
    row.get(name).map_err(fault::database)
}

/// A row's column of this name, as text that is only looked at.
pub(crate) fn text<'r>(row: &'r Row<'_>, name: &str) -> Result<&'r str, Error> {
    row.get_ref(name)
        .and_then(|value| Ok(value.as_str()?))
        .map_err(fault::database)
}

/// A row's column of this name, which holds the 16 bytes of an id.
pub(crate) fn id(row: &Row<'_>, name: &str) -> Result<Uuid, Error> {
    column(row, name).map(Uuid::from_bytes)
}
