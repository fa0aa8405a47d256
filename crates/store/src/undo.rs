//! Taking a group of changes back, and doing it again.

use std::collections::BTreeMap;

use sqlx::{Row, SqliteConnection};
use task::{
    Actor, Deed, Direction, Entity, Entry, Error, FieldWrite, GroupId, Record, Stayed, Target,
    TaskId, Undone, field, reverse,
};
use uuid::Uuid;

use crate::write::{Logged, from_json, record};
use crate::{Store, fault, record_rows, sql};

/// A change of the log that has no root.
struct Original {
    seq: i64,
    actor: Actor,
    entry: Entry,
    writes: Vec<FieldWrite>,
    undone: bool,
}

pub(crate) async fn undo(
    store: &Store,
    actor: &Actor,
    group: GroupId,
    target: Target,
) -> Result<Undone, Error> {
    let mut transaction = store.write().await?;
    let chosen = match target {
        Target::Group(chosen) => chosen,
        Target::Last => find(&mut transaction, sql::LAST_STANDING_GROUP, actor)
            .await?
            .ok_or_else(|| Error::NothingToUndo("There is nothing left to take back.".into()))?,
    };
    let mut originals = originals(&mut transaction, chosen).await?;
    if originals.is_empty() {
        return Err(Error::not_found(
            "This change is no longer in the history, so it cannot be taken back.",
        ));
    }
    if *actor != Actor::Person && originals.iter().any(|original| original.actor != *actor) {
        return Err(Error::Denied(
            "Only the person may take back what somebody else changed.".into(),
        ));
    }
    originals.retain(|original| !original.undone);
    if originals.is_empty() {
        return Err(Error::NothingToUndo("This was taken back already.".into()));
    }
    // The latest first, so that each finds what it wrote.
    originals.reverse();
    reverse_all(
        store,
        transaction,
        actor,
        group,
        chosen,
        &originals,
        Direction::Undo,
    )
    .await
}

pub(crate) async fn redo(store: &Store, actor: &Actor, group: GroupId) -> Result<Undone, Error> {
    let mut transaction = store.write().await?;
    let chosen = find(&mut transaction, sql::FIRST_UNDONE_GROUP, actor)
        .await?
        .ok_or_else(|| Error::NothingToUndo("There is nothing to do again.".into()))?;
    let mut originals = originals(&mut transaction, chosen).await?;
    originals.retain(|original| original.undone);
    reverse_all(
        store,
        transaction,
        actor,
        group,
        chosen,
        &originals,
        Direction::Redo,
    )
    .await
}

async fn reverse_all(
    store: &Store,
    mut transaction: sqlx::SqliteTransaction<'static>,
    actor: &Actor,
    group: GroupId,
    chosen: GroupId,
    originals: &[Original],
    direction: Direction,
) -> Result<Undone, Error> {
    let now = store.now().timestamp();
    let mut restored: Vec<TaskId> = Vec::new();
    let mut stayed: Vec<(Entity, String)> = Vec::new();
    let mut changed = false;
    for original in originals {
        let mut records: BTreeMap<Entity, Record> = BTreeMap::new();
        let mut touched = Vec::new();
        for write in &original.writes {
            if records.contains_key(&write.entity) {
                continue;
            }
            let found = record_rows::load(&mut transaction, write.entity).await?;
            records.insert(write.entity, found.unwrap_or_default());
            touched.extend(standing_since(&mut transaction, write.entity, original.seq).await?);
        }
        let reversal = reverse(&original.writes, direction, &records, &touched, now);
        for write in &reversal.writes {
            if let Entity::Task(id) = write.entity
                && !restored.contains(&id)
            {
                restored.push(id);
            }
        }
        stayed.extend(reversal.stayed);
        if !reversal.writes.is_empty() {
            changed = true;
            let entry = Entry {
                deed: Deed::Reversed,
                ..original.entry.clone()
            };
            let log = Logged {
                group,
                actor,
                at: now,
                entry: &entry,
                root: Some(original.seq),
            };
            record(&mut transaction, &log, &reversal.writes).await?;
        }
        sqlx::query(sql::SET_UNDONE)
            .bind(original.seq)
            .bind(i64::from(direction == Direction::Undo))
            .execute(&mut *transaction)
            .await
            .map_err(fault::database)?;
    }
    let stayed = told(&mut transaction, &stayed).await?;
    let summary = summary(originals, direction, changed, &stayed);
    transaction.commit().await.map_err(fault::database)?;
    store.ring();
    Ok(Undone {
        group: chosen,
        summary,
        restored,
        stayed,
    })
}

/// The group that a statement finds for an actor.
async fn find(
    connection: &mut SqliteConnection,
    statement: &'static str,
    actor: &Actor,
) -> Result<Option<GroupId>, Error> {
    let found: Option<Vec<u8>> = sqlx::query_scalar(statement)
        .bind(actor.to_text())
        .fetch_optional(connection)
        .await
        .map_err(fault::database)?;
    found
        .map(|bytes| {
            Uuid::from_slice(&bytes)
                .map(GroupId)
                .map_err(fault::damaged)
        })
        .transpose()
}

async fn originals(
    connection: &mut SqliteConnection,
    group: GroupId,
) -> Result<Vec<Original>, Error> {
    let rows = sqlx::query(sql::GROUP_CHANGES)
        .bind(group.0.as_bytes().as_slice())
        .fetch_all(connection)
        .await
        .map_err(fault::database)?;
    rows.iter()
        .map(|row| {
            let text = |column| row.try_get::<&str, _>(column).map_err(fault::database);
            let number = |column| row.try_get::<i64, _>(column).map_err(fault::database);
            Ok(Original {
                seq: number("seq")?,
                actor: Actor::from_text(text("actor")?),
                entry: Entry {
                    deed: Deed::from_text(text("deed")?),
                    subject: text("subject")?.to_owned(),
                    count: usize::try_from(number("count")?).unwrap_or_default(),
                },
                writes: from_json(text("writes")?)?,
                undone: number("undone")? != 0,
            })
        })
        .collect()
}

/// The fields of an entity that other changes, still standing, wrote after `seq`.
async fn standing_since(
    connection: &mut SqliteConnection,
    entity: Entity,
    seq: i64,
) -> Result<Vec<(Entity, String)>, Error> {
    let changes: Vec<String> = sqlx::query_scalar(sql::STANDING_SINCE)
        .bind(entity.id().as_bytes().as_slice())
        .bind(seq)
        .fetch_all(connection)
        .await
        .map_err(fault::database)?;
    let mut touched = Vec::new();
    for change in changes {
        for write in from_json(&change)? {
            let key = (write.entity, write.field);
            if key.0 == entity && !touched.contains(&key) {
                touched.push(key);
            }
        }
    }
    Ok(touched)
}

/// What stayed, by task.
async fn told(
    connection: &mut SqliteConnection,
    fields: &[(Entity, String)],
) -> Result<Vec<Stayed>, Error> {
    let mut told: Vec<Stayed> = Vec::new();
    for (entity, name) in fields {
        let Entity::Task(id) = *entity else { continue };
        if let Some(known) = told.iter_mut().find(|stayed| stayed.task == id) {
            if !known.fields.contains(name) {
                known.fields.push(name.clone());
            }
            continue;
        }
        let record = record_rows::load(connection, *entity)
            .await?
            .unwrap_or_default();
        let title = record
            .value(field::TITLE)
            .as_str()
            .unwrap_or_default()
            .to_owned();
        told.push(Stayed {
            task: id,
            title,
            fields: vec![name.clone()],
        });
    }
    Ok(told)
}

fn summary(
    originals: &[Original],
    direction: Direction,
    changed: bool,
    stayed: &[Stayed],
) -> String {
    let deeds: Vec<String> = originals
        .iter()
        .take(3)
        .map(|original| original.entry.describe())
        .collect();
    let mut text = match (direction, changed) {
        (Direction::Undo, true) => format!("Took back: {}", deeds.join(", ")),
        (Direction::Redo, true) => format!("Did again: {}", deeds.join(", ")),
        (_, false) => "Nothing had to be changed".to_owned(),
    };
    if originals.len() > deeds.len() {
        text.push_str(&format!(", and {} more", originals.len() - deeds.len()));
    }
    text.push('.');
    if let Some(first) = stayed.first() {
        let title = task::text::excerpt(&first.title, 80);
        match stayed.len() {
            1 => text.push_str(&format!(
                " “{title}” was changed since, so that part stays."
            )),
            n => text.push_str(&format!(
                " “{title}” and {} more were changed since, so those parts stay.",
                n - 1
            )),
        }
    }
    text
}
