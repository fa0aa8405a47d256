//! The MCP clients that have changed something, as the activity knows them.

use jiff::Timestamp;
use task::{Actor, Error};

use crate::{Store, fault, rows, sql};

/// An MCP client, and what the activity says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// The name that it gave.
    pub name: String,
    /// When it changed something last.
    pub last: Timestamp,
    /// How many changes of it the activity holds.
    pub changes: u64,
}

impl Store {
    /// The MCP clients in the activity, the one that changed something last first.
    ///
    /// # Errors
    /// Where the database can't be read.
    pub async fn clients(&self) -> Result<Vec<Client>, Error> {
        let found = self
            .read(|connection| {
                rows::query(connection, sql::ACTORS, [], |row| {
                    let last = rows::column::<i64>(row, "last")?;
                    let changes = rows::column::<i64>(row, "changes")?;
                    Ok((
                        Actor::from_text(rows::text(row, "actor")?),
                        Timestamp::from_millisecond(last).map_err(fault::damaged)?,
                        u64::try_from(changes).unwrap_or_default(),
                    ))
                })
            })
            .await?;
        let client = |(actor, last, changes)| match actor {
            Actor::Client { name } => Some(Client {
                name,
                last,
                changes,
            }),
            _ => None,
        };
        Ok(found.into_iter().filter_map(client).collect())
    }
}
