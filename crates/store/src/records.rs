//! Records as the tables hold them: the truth, without what is derived from it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rusqlite::{Connection, Row, params};
use task::{Entity, Error, FilterId, List, ListId, Occurrence, Record, SavedFilter, TaskId};
use uuid::Uuid;

use crate::{fault, rows, sql};

fn record_of(row: &Row<'_>) -> Result<Record, Error> {
    Record::from_json(rows::text(row, "record")?).map_err(fault::damaged)
}

/// The record of an entity; `None` where there is none.
pub(crate) fn load(connection: &Connection, entity: Entity) -> Result<Option<Record>, Error> {
    let id = entity.id().into_bytes();
    match entity {
        Entity::Occurrence(_, date) => {
            let key = params![id, date.to_string()];
            rows::query_first(connection, sql::OCCURRENCE_RECORD, key, record_of)
        }
        Entity::Task(_) => rows::query_first(connection, sql::TASK_RECORD, [id], record_of),
        Entity::List(_) => rows::query_first(connection, sql::LIST_RECORD, [id], record_of),
        Entity::Filter(_) => rows::query_first(connection, sql::FILTER_RECORD, [id], record_of),
    }
}

/// The record of a task, and its row.
pub(crate) fn task(connection: &Connection, id: TaskId) -> Result<Option<(i64, Record)>, Error> {
    rows::query_first(connection, sql::TASK_RECORD, [id.0.as_bytes()], |row| {
        Ok((rows::column(row, "row")?, record_of(row)?))
    })
}

/// Writes the record of an entity.
pub(crate) fn save(connection: &Connection, entity: Entity, record: &Record) -> Result<(), Error> {
    let id = entity.id().into_bytes();
    let json = record.to_json();
    let deleted = || record.deleted_at().map(jiff::Timestamp::as_millisecond);
    match entity {
        Entity::Task(_) => {
            rows::query_value::<i64>(connection, sql::SAVE_TASK, params![id, json]).map(drop)
        }
        Entity::Occurrence(_, date) => {
            let values = params![id, date.to_string(), json];
            rows::execute(connection, sql::SAVE_OCCURRENCE, values).map(drop)
        }
        Entity::List(_) => {
            rows::execute(connection, sql::SAVE_LIST, params![id, json, deleted()]).map(drop)
        }
        Entity::Filter(_) => {
            rows::execute(connection, sql::SAVE_FILTER, params![id, json, deleted()]).map(drop)
        }
    }
}

fn all(
    connection: &Connection,
    statement: &'static str,
) -> Result<impl Iterator<Item = (Uuid, Record)> + use<>, Error> {
    let found = rows::query(connection, statement, [], |row| {
        Ok((rows::id(row, "id")?, record_of(row)?))
    })?;
    Ok(found.into_iter())
}

/// The records of all lists, those in the trash too.
pub(crate) fn lists(connection: &Connection) -> Result<BTreeMap<ListId, Record>, Error> {
    Ok(all(connection, sql::LIST_RECORDS)?
        .map(|(id, record)| (ListId(id), record))
        .collect())
}

/// The records of all saved filters, those in the trash too.
pub(crate) fn filters(connection: &Connection) -> Result<BTreeMap<FilterId, Record>, Error> {
    Ok(all(connection, sql::FILTER_RECORDS)?
        .map(|(id, record)| (FilterId(id), record))
        .collect())
}

/// All lists that are not in the trash, in their order.
pub(crate) fn living_lists(connection: &Connection) -> Result<Vec<List>, Error> {
    let mut lists: Vec<(String, List)> = lists(connection)?
        .into_iter()
        .map(|(id, record)| {
            (
                task::position::of(id.0, &record),
                List::from_record(id, &record),
            )
        })
        .filter(|(_, list)| list.deleted_at.is_none())
        .collect();
    lists.sort_by(|(a, one), (b, other)| (a, one.id).cmp(&(b, other.id)));
    Ok(lists.into_iter().map(|(_, list)| list).collect())
}

/// All saved filters that are not in the trash, by name.
pub(crate) fn living_filters(connection: &Connection) -> Result<Vec<SavedFilter>, Error> {
    let mut filters: Vec<SavedFilter> = filters(connection)?
        .into_iter()
        .map(|(id, record)| SavedFilter::from_record(id, &record))
        .filter(|filter| filter.deleted_at.is_none())
        .collect();
    filters.sort_by_key(|filter| (task::text::fold(&filter.name), filter.id));
    Ok(filters)
}

/// The records of a task's occurrences.
pub(crate) fn occurrence_records(
    connection: &Connection,
    id: TaskId,
) -> Result<BTreeMap<Date, Record>, Error> {
    let found = rows::query(connection, sql::OCCURRENCES, [id.0.as_bytes()], |row| {
        let date: Date = rows::text(row, "date")?.parse().map_err(fault::damaged)?;
        Ok((date, record_of(row)?))
    })?;
    Ok(found.into_iter().collect())
}

/// What became of a task's occurrences.
pub(crate) fn occurrences(connection: &Connection, id: TaskId) -> Result<Vec<Occurrence>, Error> {
    let records = occurrence_records(connection, id)?;
    Ok(records
        .into_iter()
        .map(|(date, record)| Occurrence::from_record(date, &record))
        .collect())
}
