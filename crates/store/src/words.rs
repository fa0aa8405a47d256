//! All that people have written, so that it can be kept out of what is handed on.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde_json::Value;
use task::{Actor, Error, Record, field};

use crate::{Store, fault, rows, sql};

/// The fields of records that hold words of a person.
const FIELDS: [&str; 4] = [field::TITLE, field::NOTES, field::NAME, field::QUERY];

impl Store {
    /// Every title, line of notes, tag, name and query that tasks, lists and filters have, that the
    /// activity remembers, and each name that an MCP client gave; those in the trash too.
    ///
    /// # Errors
    /// Where the database can't be read.
    pub async fn words(&self) -> Result<BTreeSet<String>, Error> {
        self.read(words).await
    }
}

fn words(connection: &Connection) -> Result<BTreeSet<String>, Error> {
    let mut found = BTreeSet::new();
    for statement in [
        sql::ALL_TASK_RECORDS,
        sql::LISTS_WITH_DELETED,
        sql::FILTERS_WITH_DELETED,
    ] {
        rows::query(connection, statement, [], |row| {
            let record = Record::from_json(rows::text(row, "record")?).map_err(fault::damaged)?;
            for (name, register) in record.fields() {
                field_words(name, &register.value, &mut found);
            }
            Ok(())
        })?;
    }
    rows::query(connection, sql::ALL_SUBJECTS, [], |row| {
        lines(rows::text(row, "subject")?, &mut found);
        Ok(())
    })?;
    rows::query(connection, sql::ACTORS, [], |row| {
        if let Actor::Client { name } | Actor::Device { name } =
            Actor::from_text(rows::text(row, "actor")?)
        {
            lines(&name, &mut found);
        }
        Ok(())
    })?;
    rows::query(connection, sql::ALL_CHANGE_WRITES, [], |row| {
        let writes: Vec<Vec<Value>> =
            serde_json::from_str(rows::text(row, "writes")?).map_err(fault::damaged)?;
        for write in writes {
            // A field, what it was, what it became.
            if let [Value::String(name), values @ ..] = write.as_slice() {
                for value in values.iter().take(2) {
                    field_words(name, value, &mut found);
                }
            }
        }
        Ok(())
    })?;
    Ok(found)
}

fn field_words(name: &str, value: &Value, found: &mut BTreeSet<String>) {
    if let Some(tag) = name.strip_prefix(field::TAG) {
        lines(tag, found);
    } else if FIELDS.contains(&name)
        && let Some(text) = value.as_str()
    {
        lines(text, found);
    }
}

fn lines(text: &str, found: &mut BTreeSet<String>) {
    let lines = text.lines().map(str::trim);
    found.extend(lines.filter(|line| !line.is_empty()).map(str::to_owned));
}
