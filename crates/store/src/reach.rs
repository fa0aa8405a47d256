//! The rows that an action is decided on.

use rusqlite::{Connection, Params, params};
use task::{Action, Beside, DecideRows, Error, Reach, Record, TaskId, field, position, tree};

use crate::derive::ids;
use crate::task_row::TaskRow;
use crate::{fault, records, rows, sql};

/// Loads what [`Action::reach`] asks for.
pub(crate) fn rows_for(connection: &Connection, action: &Action) -> Result<DecideRows, Error> {
    let reach = action.reach();
    let mut rows = DecideRows::default();
    if reach.lists {
        rows.lists = records::lists(connection)?;
    }
    if reach.filters {
        rows.filters = records::filters(connection)?;
    }
    let mut wanted = reach.tasks.clone();
    if let Some(list) = reach.list {
        let list = list.0.as_bytes();
        wanted.extend(ids(connection, sql::TASKS_OF_LIST, [list])?);
    }
    if reach.below || reach.list.is_some() {
        let mut below = Vec::new();
        for id in &wanted {
            below.extend(ids(connection, sql::WRITTEN_BELOW, [id.0.as_bytes()])?);
        }
        wanted.extend(below);
    }
    for id in wanted {
        load(connection, &mut rows, id)?;
    }
    rows.gap = gap(connection, &reach)?;
    for id in &reach.after {
        if let Some(at) = Place::load(connection, *id)?
            && let Some(next) = at.after(connection, &at.path)?
        {
            rows.next.insert(*id, next);
        }
    }
    Ok(rows)
}

/// Loads a task with all that are above it.
fn load(connection: &Connection, rows: &mut DecideRows, id: TaskId) -> Result<(), Error> {
    let mut at = Some(id);
    while let Some(id) = at.filter(|id| !rows.tasks.contains_key(id)) {
        let Some((_, record)) = records::task(connection, id)? else {
            break;
        };
        at = tree::written_parent(&record).map(|(parent, _)| parent);
        if !record.value(field::RECURRENCE).is_null() {
            let occurrences = records::occurrence_records(connection, id)?;
            rows.occurrences.insert(id, occurrences);
        }
        rows.tasks.insert(id, record);
    }
    Ok(())
}

/// Where a task stands among its siblings.
struct Place {
    own: String,
    path: String,
    parent: Option<[u8; 16]>,
    list: Option<[u8; 16]>,
}

impl Place {
    fn load(connection: &Connection, id: TaskId) -> Result<Option<Self>, Error> {
        let Some((row, record)) = records::task(connection, id)? else {
            return Ok(None);
        };
        let row = TaskRow::load(connection, row)?;
        Ok(row.map(|row| Self {
            own: position::of(id.0, &record),
            path: row.path,
            parent: row.parent,
            list: row.list,
        }))
    }

    /// The position of the sibling before a path.
    fn before(&self, connection: &Connection, path: &str) -> Result<Option<String>, Error> {
        match self.parent {
            Some(parent) => sibling(connection, sql::SIBLING_BEFORE, params![parent, path]),
            None => sibling(connection, sql::ROOT_BEFORE, params![self.list, path]),
        }
    }

    /// The position of the sibling after a path.
    fn after(&self, connection: &Connection, path: &str) -> Result<Option<String>, Error> {
        match self.parent {
            Some(parent) => sibling(connection, sql::SIBLING_AFTER, params![parent, path]),
            None => sibling(connection, sql::ROOT_AFTER, params![self.list, path]),
        }
    }
}

/// The positions on both sides of the gap into which tasks are to be put.
fn gap(connection: &Connection, reach: &Reach) -> Result<(Option<String>, Option<String>), Error> {
    let Some(beside) = reach.gap else {
        return Ok((None, None));
    };
    let of = match beside {
        Beside::Before(id) | Beside::After(id) => Some(id),
        // At an end it is the siblings of the first task that count.
        Beside::First | Beside::Last => reach.tasks.first().copied(),
    };
    let place = of.map(|id| Place::load(connection, id)).transpose()?;
    let Some(at) = place.flatten() else {
        return Ok((None, None));
    };
    Ok(match beside {
        Beside::Before(_) => (at.before(connection, &at.path)?, Some(at.own)),
        Beside::After(_) => {
            let after = at.after(connection, &at.path)?;
            (Some(at.own), after)
        }
        Beside::First => (None, at.after(connection, "")?),
        Beside::Last => (at.before(connection, AFTER_ALL)?, None),
    })
}

/// A text that sorts after every path.
const AFTER_ALL: &str = "~";

fn sibling(
    connection: &Connection,
    statement: &'static str,
    params: impl Params,
) -> Result<Option<String>, Error> {
    rows::query_first(connection, statement, params, |row| {
        let record = Record::from_json(rows::text(row, "record")?).map_err(fault::damaged)?;
        Ok(position::of(rows::id(row, "id")?, &record))
    })
}
