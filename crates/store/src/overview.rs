//! Lists, tags and how many open tasks there are.

use std::collections::HashMap;

use jiff::Zoned;
use rusqlite::Connection;
use rusqlite::types::Value;
use task::{Error, ListCount, Overview, TagCount};

use crate::task_row::NEVER;
use crate::{Store, fault, records, rows, sql};

pub(crate) async fn overview(store: &Store) -> Result<Overview, Error> {
    store.look(count).await
}

fn unsigned(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}

fn count(connection: &Connection, now: &Zoned) -> Result<Overview, Error> {
    let mut by_list: HashMap<Vec<u8>, u64> = HashMap::new();
    let mut overview = Overview::default();
    rows::query(connection, sql::TALLY, [], |row| {
        let open = rows::column(row, "open").map(unsigned)?;
        match (rows::text(row, "kind")?, rows::column(row, "key")?) {
            ("open", _) => overview.open = open,
            ("inbox", _) => overview.inbox = open,
            ("someday", _) => overview.someday = open,
            ("tag", Value::Text(name)) => overview.tags.push(TagCount { name, open }),
            ("list", Value::Blob(id)) => drop(by_list.insert(id, open)),
            _ => {}
        }
        Ok(())
    })?;
    overview.tags.sort_by(|a, b| a.name.cmp(&b.name));
    overview.lists = records::living_lists(connection)?
        .into_iter()
        .map(|list| ListCount {
            open: by_list
                .get(list.id.0.as_bytes().as_slice())
                .copied()
                .unwrap_or(0),
            list,
        })
        .collect();
    overview.filters = records::living_filters(connection)?;
    let today = now.date().to_string();
    let tomorrow = now.date().tomorrow().map_err(fault::damaged)?.to_string();
    let days = |from: &str, to: &str| {
        rows::query_value(connection, sql::COUNT_DAY, [from, to]).map(unsigned)
    };
    overview.today = days("", &tomorrow)?;
    overview.upcoming = days(&tomorrow, NEVER)?;
    overview.overdue = rows::query_value(connection, sql::COUNT_DUE, [today]).map(unsigned)?;
    Ok(overview)
}
