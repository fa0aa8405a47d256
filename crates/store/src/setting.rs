//! What holds for the profile, by name.

use rusqlite::{Connection, params};
use task::Error;

use crate::{rows, sql};

/// The zone that the rows of the views are written in, by its IANA name or offset.
pub(crate) const ZONE: &str = "zone";
/// The position of the change log up to which a backend has everything.
pub(crate) const SENT: &str = "sent";
/// How many days the trash keeps a task.
pub(crate) const KEEP_TRASH: &str = "keep_trash";
/// How many days the activity is kept.
pub(crate) const KEEP_ACTIVITY: &str = "keep_activity";

/// A restoring that is under way: its group, a blank, and the name of the backup.
pub(crate) const RESTORING: &str = "restoring";

/// A setting's value; `None` where it was never set.
pub(crate) fn get(connection: &Connection, name: &str) -> Result<Option<String>, Error> {
    rows::query_first(connection, sql::SETTING, [name], rows::first_column)
}

/// A setting that is a number.
pub(crate) fn number(connection: &Connection, name: &str) -> Result<Option<i64>, Error> {
    Ok(get(connection, name)?.and_then(|value| value.parse().ok()))
}

/// Sets a setting.
pub(crate) fn set(connection: &Connection, name: &str, value: &str) -> Result<(), Error> {
    rows::execute(connection, sql::SET_SETTING, params![name, value]).map(drop)
}

/// Takes a setting away.
pub(crate) fn clear(connection: &Connection, name: &str) -> Result<(), Error> {
    rows::execute(connection, sql::CLEAR_SETTING, [name]).map(drop)
}
