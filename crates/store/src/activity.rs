//! The activity, as people look at it.

use rusqlite::{Connection, Row, params};
use task::{
    Activity, ActivityQuery, Actor, Deed, Entity, Error, FIELDS_LIMIT, FieldChange, GroupId,
    PAGE_LIMIT,
};

use crate::undo::TAKEN_BACK;
use crate::{Store, change_log, fault, rows, sql};

pub(crate) async fn activity(store: &Store, query: &ActivityQuery) -> Result<Vec<Activity>, Error> {
    let query = query.clone();
    store
        .read(move |connection| {
            let before = query.before.and_then(|seq| i64::try_from(seq).ok());
            let before = before.unwrap_or(i64::MAX);
            let limit = i64::try_from(query.limit.clamp(1, PAGE_LIMIT)).unwrap_or(1);
            let mut entries = match (query.task, query.group) {
                (_, Some(group)) => {
                    let values = params![before, limit, group.0.as_bytes()];
                    rows::query(connection, sql::ACTIVITY_OF_GROUP, values, entry)?
                }
                (Some(task), None) => {
                    let values = params![before, limit, task.0.as_bytes()];
                    rows::query(connection, sql::ACTIVITY_OF, values, entry)?
                }
                (None, None) => rows::query(connection, sql::ACTIVITY, [before, limit], entry)?,
            };
            for entry in &mut entries {
                entry.fields = fields(connection, entry.seq, &query)?;
            }
            // Of both at once: the group's changes that touch the task.
            if query.group.is_some() && query.task.is_some() {
                entries.retain(|entry| !entry.fields.is_empty());
            }
            Ok(entries)
        })
        .await
}

fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

fn entry(row: &Row<'_>) -> Result<Activity, Error> {
    let number = |name| rows::column::<i64>(row, name);
    Ok(Activity {
        seq: number("seq").map(unsigned)?,
        group: GroupId(rows::id(row, "undo_group")?),
        actor: Actor::from_text(rows::text(row, "actor")?),
        at: jiff::Timestamp::from_millisecond(number("at")?).map_err(fault::damaged)?,
        deed: Deed::from_text(rows::text(row, "deed")?),
        subject: rows::column(row, "subject")?,
        count: usize::try_from(number("count")?).unwrap_or_default(),
        undone: number("undone")? == TAKEN_BACK,
        reverses: rows::column::<Option<i64>>(row, "root")?.map(unsigned),
        fields: Vec::new(),
    })
}

fn fields(
    connection: &Connection,
    seq: u64,
    query: &ActivityQuery,
) -> Result<Vec<FieldChange>, Error> {
    let writes = change_log::writes_of(connection, i64::try_from(seq).unwrap_or(i64::MAX))?;
    Ok(writes
        .into_iter()
        .filter(|write| query.task.is_none() || write.entity.task() == query.task)
        .take(FIELDS_LIMIT)
        .map(|write| FieldChange {
            task: write.entity.task(),
            occurrence: match write.entity {
                Entity::Occurrence(_, date) => Some(date.to_string()),
                _ => None,
            },
            field: write.field,
            old: write.old,
            new: write.new,
        })
        .collect())
}
