//! Taking a group of changes back, and doing it again.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use serde_json::Value;
use sqlx::{Row, SqliteConnection};
use task::{
    Actor, Deed, Direction, Entity, Entry, Error, FieldWrite, GroupId, ListId, Record, Reversal,
    Stayed, Target, TaskId, Undone, field, reverse,
};
use uuid::Uuid;

use crate::write::{Logged, from_json, record};
use crate::{Store, fault, record_rows, sql};

/// What `change.undone` says: the change stands.
const STANDS: i64 = 0;
/// It is taken back.
const TAKEN_BACK: i64 = 1;
/// It stands, though somebody tried to take it back: others had changed all of it since. "The last
/// one" passes over it while there are others.
const BUILT_ON: i64 = 2;

/// A change of the log that has no root.
struct Original {
    seq: i64,
    actor: Actor,
    entry: Entry,
    writes: Vec<FieldWrite>,
    taken_back: bool,
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
        Target::Last => match last(&mut transaction, actor, STANDS).await? {
            Some(group) => group,
            None => last(&mut transaction, actor, BUILT_ON)
                .await?
                .ok_or_else(|| {
                    Error::NothingToUndo("There is nothing left to take back.".into())
                })?,
        },
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
    originals.retain(|original| !original.taken_back);
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
    let chosen = last_reversed(&mut transaction, actor)
        .await?
        .ok_or_else(|| Error::NothingToUndo("There is nothing to do again.".into()))?;
    let mut originals = originals(&mut transaction, chosen).await?;
    originals.retain(|original| original.taken_back);
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
        let reversal = plan(&mut transaction, original, direction, now).await?;
        for write in &reversal.writes {
            if let Entity::Task(id) = write.entity
                && !restored.contains(&id)
            {
                restored.push(id);
            }
        }
        let built_on = reversal.writes.is_empty() && !reversal.stayed.is_empty();
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
            .bind(match direction {
                Direction::Redo => STANDS,
                Direction::Undo if built_on => BUILT_ON,
                Direction::Undo => TAKEN_BACK,
            })
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

/// What taking one change back, or doing it again, comes to.
async fn plan(
    connection: &mut SqliteConnection,
    original: &Original,
    direction: Direction,
    now: jiff::Timestamp,
) -> Result<Reversal, Error> {
    let mut records: BTreeMap<Entity, Record> = BTreeMap::new();
    let mut touched = Vec::new();
    let mut writes = original.writes.clone();
    for write in &mut writes {
        if let Slot::Vacant(slot) = records.entry(write.entity) {
            let found = record_rows::load(connection, write.entity).await?;
            slot.insert(found.unwrap_or_default());
            touched.extend(standing_since(connection, write.entity, original.seq).await?);
        }
        // What stood before may itself have been taken back meanwhile.
        if direction == Direction::Undo
            && let Some(value) = before(connection, write, original.seq).await?
        {
            write.old = value;
        }
    }
    let reversal = reverse(&writes, direction, &records, &touched, now);
    if direction == Direction::Undo {
        // A list that this change made stays while tasks are in it that this undo leaves there.
        let mut in_use = Vec::new();
        for entity in reversal.writes.iter().map(|write| write.entity) {
            if let Entity::List(list) = entity
                && is_in_use(connection, list, &reversal).await?
            {
                in_use.push((entity, field::LIST.to_owned()));
            }
        }
        if !in_use.is_empty() {
            touched.extend(in_use);
            return Ok(reverse(&writes, direction, &records, &touched, now));
        }
    }
    Ok(reversal)
}

/// Whether a list keeps tasks, out of the trash, when a reversal is done.
async fn is_in_use(
    connection: &mut SqliteConnection,
    list: ListId,
    reversal: &Reversal,
) -> Result<bool, Error> {
    let tasks: Vec<Vec<u8>> = sqlx::query_scalar(sql::TASKS_OF_LIST)
        .bind(list.0.as_bytes().as_slice())
        .fetch_all(connection)
        .await
        .map_err(fault::database)?;
    let leaves = |task: &Vec<u8>| {
        reversal.writes.iter().any(|write| {
            write.entity.id().as_bytes() == task.as_slice()
                && (write.field == field::LIST
                    || (write.field == field::DELETED && !write.new.is_null()))
        })
    };
    Ok(!tasks.iter().all(leaves))
}

/// The value that a field had before a change, as far as earlier changes still stand; `None` where
/// the log knows no earlier one.
async fn before(
    connection: &mut SqliteConnection,
    write: &FieldWrite,
    seq: i64,
) -> Result<Option<Value>, Error> {
    let changes: Vec<(String, i64)> = sqlx::query_as(sql::WRITTEN_BEFORE)
        .bind(write.entity.id().as_bytes().as_slice())
        .bind(seq)
        .fetch_all(connection)
        .await
        .map_err(fault::database)?;
    let mut first = None;
    for (writes, undone) in changes {
        for earlier in from_json(&writes)? {
            if earlier.entity != write.entity || earlier.field != write.field {
                continue;
            }
            if undone != TAKEN_BACK {
                return Ok(Some(earlier.new));
            }
            first = Some(earlier.old);
        }
    }
    Ok(first)
}

/// The actor's last group in this state.
async fn last(
    connection: &mut SqliteConnection,
    actor: &Actor,
    state: i64,
) -> Result<Option<GroupId>, Error> {
    let found = sqlx::query_scalar(sql::LAST_GROUP)
        .bind(actor.to_text())
        .bind(state);
    group_of(
        found
            .fetch_optional(connection)
            .await
            .map_err(fault::database)?,
    )
}

/// What the actor took back last, if they have done nothing new since.
async fn last_reversed(
    connection: &mut SqliteConnection,
    actor: &Actor,
) -> Result<Option<GroupId>, Error> {
    let found = sqlx::query_scalar(sql::LAST_REVERSED_GROUP).bind(actor.to_text());
    group_of(
        found
            .fetch_optional(connection)
            .await
            .map_err(fault::database)?,
    )
}

fn group_of(bytes: Option<Vec<u8>>) -> Result<Option<GroupId>, Error> {
    bytes
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
                taken_back: number("undone")? == TAKEN_BACK,
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
