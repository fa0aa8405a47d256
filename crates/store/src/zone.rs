//! The zone in which the rows of the views are written. Due dates with a zone of their own are
//! turned into it; when the person moves to another, those rows are written anew.

use jiff::Zoned;
use jiff::tz::TimeZone;
use rusqlite::Connection;
use task::Error;

use crate::derive::{Derivation, ids};
use crate::{Store, setting, sql};

/// The name of a zone, as it is kept.
pub(crate) fn name(zone: &TimeZone, now: &Zoned) -> String {
    zone.iana_name()
        .map_or_else(|| now.offset().to_string(), str::to_owned)
}

/// The zone that the rows are written in.
pub(crate) fn written(connection: &Connection) -> Result<TimeZone, Error> {
    let name = setting::get(connection, setting::ZONE)?;
    Ok(name.map_or(TimeZone::UTC, |name| zone_of(&name)))
}

/// The zone that is kept under a name.
pub(crate) fn zone_of(name: &str) -> TimeZone {
    let offset = || {
        let text = format!("2000-01-01T00:00{name}[{name}]");
        text.parse().ok().map(|at: Zoned| at.time_zone().clone())
    };
    TimeZone::get(name)
        .ok()
        .or_else(offset)
        .unwrap_or(TimeZone::UTC)
}

/// Whether the rows are written in the zone of `now`, or in any: where no due date has a zone of
/// its own, it makes no difference.
pub(crate) fn is_current(connection: &Connection, now: &Zoned) -> Result<bool, Error> {
    let zone = setting::get(connection, setting::ZONE)?;
    if zone.as_deref() == Some(name(now.time_zone(), now).as_str()) {
        return Ok(true);
    }
    Ok(ids(connection, sql::ZONED_TASKS, [])?.is_empty())
}

/// Writes the rows anew in the zone of `now`.
pub(crate) fn move_to(connection: &Connection, now: &Zoned) -> Result<(), Error> {
    let name = name(now.time_zone(), now);
    setting::set(connection, setting::ZONE, &name)?;
    let mut derivation = Derivation::begin(connection)?;
    for id in ids(connection, sql::ZONED_TASKS, [])? {
        derivation.task(id, false)?;
    }
    derivation.finish()
}

impl Store {
    /// Reads at the time that it is, in rows that are written for the zone that the person is in.
    pub(crate) async fn look<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection, &Zoned) -> Result<T, Error> + Send + Clone + 'static,
    ) -> Result<T, Error> {
        let now = self.now();
        let at = now.clone();
        let look = work.clone();
        let seen = self
            .read(move |connection| {
                if is_current(connection, &at)? {
                    look(connection, &at).map(Some)
                } else {
                    Ok(None)
                }
            })
            .await?;
        if let Some(seen) = seen {
            return Ok(seen);
        }
        let at = now.clone();
        self.write(move |connection| move_to(connection, &at))
            .await?;
        self.read(move |connection| work(connection, &now)).await
    }
}
