//! What holds for the profile, by name.

use rusqlite::{Connection, params};
use task::{DeviceId, Error};

use crate::write::read_clock;
use crate::{Store, rows, sql};

/// The zone that the rows of the views are written in, by its IANA name or offset.
pub(crate) const ZONE: &str = "zone";
/// The position of the change log up to which a backend has everything.
pub(crate) const SENT: &str = "sent";
/// How many days the trash keeps a task.
pub(crate) const KEEP_TRASH: &str = "keep_trash";
/// How many days the activity is kept.
pub(crate) const KEEP_ACTIVITY: &str = "keep_activity";
/// When somebody last looked which alarms have rung, in which zone, by which beginning of days.
pub(crate) const LOOKED: &str = "looked";

/// A restoring that is under way: its group, a blank, and the name of the backup.
pub(crate) const RESTORING: &str = "restoring";

/// What the names of others' settings begin with, so that none of them is one of the above.
const OF_OTHERS: &str = "app.";

impl Store {
    /// The setting that somebody above the store keeps under this name; `None` where it was never
    /// set. What it says is theirs alone; the settings of the store have names of their own.
    ///
    /// # Errors
    /// Where the database can't be read.
    pub async fn setting(&self, name: &str) -> Result<Option<String>, Error> {
        let name = format!("{OF_OTHERS}{name}");
        self.read(move |connection| get(connection, &name)).await
    }

    /// Sets what [`Store::setting`] gives; `None` takes it away.
    ///
    /// # Errors
    /// Where the database can't be written.
    pub async fn set_setting(&self, name: &str, value: Option<&str>) -> Result<(), Error> {
        let name = format!("{OF_OTHERS}{name}");
        let value = value.map(str::to_owned);
        self.write(move |connection| match value {
            Some(value) => set(connection, &name, &value),
            None => clear(connection, &name),
        })
        .await
    }

    /// The setting, after it was set to `first` where it had no value. All who ask, in whatever
    /// process, are given the same.
    ///
    /// # Errors
    /// Where the database can't be written.
    pub async fn settle_setting(&self, name: &str, first: &str) -> Result<String, Error> {
        let (name, first) = (format!("{OF_OTHERS}{name}"), first.to_owned());
        self.write(move |connection| {
            if let Some(known) = get(connection, &name)? {
                return Ok(known);
            }
            set(connection, &name, &first)?;
            Ok(first)
        })
        .await
    }

    /// This device, as its stamps name it. A database that was brought back from a backup in place
    /// of a damaged one is another device.
    ///
    /// # Errors
    /// Where the database can't be read.
    pub async fn device(&self) -> Result<DeviceId, Error> {
        self.read(|connection| Ok(read_clock(connection)?.device))
            .await
    }
}

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
