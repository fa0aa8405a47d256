//! Taking a group of changes back, and doing it again.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use jiff::Timestamp;
use rusqlite::{Connection, Row};
use serde_json::Value;
use task::{
    Actor, Deed, Direction, Entity, Entry, Error, FieldWrite, GroupId, ListId, Record, Reversal,
    Stayed, Target, TaskId, Undone, field, reverse,
};
use uuid::Uuid;

use crate::write::{Logged, from_json, record};
use crate::{Store, record_rows, rows, sql};

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
    let now = store.clock();
    let actor = actor.clone();
    store
        .write(move |connection| {
            let (chosen, originals) = to_take_back(connection, &actor, target)?;
            let at = now().timestamp();
            reverse_all(
                connection,
                &actor,
                group,
                at,
                chosen,
                &originals,
                Direction::Undo,
            )
        })
        .await
}

pub(crate) async fn redo(store: &Store, actor: &Actor, group: GroupId) -> Result<Undone, Error> {
    let now = store.clock();
    let actor = actor.clone();
    store
        .write(move |connection| {
            let chosen = last_reversed(connection, &actor)?
                .ok_or_else(|| Error::NothingToUndo("There is nothing to do again.".into()))?;
            let mut originals = originals(connection, chosen)?;
            originals.retain(|original| original.taken_back);
            let at = now().timestamp();
            reverse_all(
                connection,
                &actor,
                group,
                at,
                chosen,
                &originals,
                Direction::Redo,
            )
        })
        .await
}

/// The group that is meant, and those of its changes that stand, the latest first.
fn to_take_back(
    connection: &Connection,
    actor: &Actor,
    target: Target,
) -> Result<(GroupId, Vec<Original>), Error> {
    let chosen = match target {
        Target::Group(chosen) => chosen,
        Target::Last => match last(connection, actor, STANDS)? {
            Some(group) => group,
            None => last(connection, actor, BUILT_ON)?.ok_or_else(|| {
                Error::NothingToUndo("There is nothing left to take back.".into())
            })?,
        },
    };
    let mut originals = originals(connection, chosen)?;
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
    Ok((chosen, originals))
}

fn reverse_all(
    connection: &Connection,
    actor: &Actor,
    group: GroupId,
    at: Timestamp,
    chosen: GroupId,
    originals: &[Original],
    direction: Direction,
) -> Result<Undone, Error> {
    let mut restored: Vec<TaskId> = Vec::new();
    let mut stayed: Vec<(Entity, String)> = Vec::new();
    let mut changed = false;
    for original in originals {
        let reversal = plan(connection, original, direction, at)?;
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
                at,
                entry: &entry,
                root: Some(original.seq),
            };
            record(connection, &log, &reversal.writes)?;
        }
        let state = match direction {
            Direction::Redo => STANDS,
            Direction::Undo if built_on => BUILT_ON,
            Direction::Undo => TAKEN_BACK,
        };
        rows::execute(connection, sql::SET_UNDONE, [original.seq, state])?;
    }
    let stayed = told(connection, &stayed)?;
    Ok(Undone {
        group: chosen,
        summary: summary(originals, direction, changed, &stayed),
        restored,
        stayed,
    })
}

/// What taking one change back, or doing it again, comes to.
fn plan(
    connection: &Connection,
    original: &Original,
    direction: Direction,
    now: Timestamp,
) -> Result<Reversal, Error> {
    let mut records: BTreeMap<Entity, Record> = BTreeMap::new();
    let mut touched = Vec::new();
    let mut writes = original.writes.clone();
    for write in &mut writes {
        if let Slot::Vacant(slot) = records.entry(write.entity) {
            let found = record_rows::load(connection, write.entity)?;
            slot.insert(found.unwrap_or_default());
            touched.extend(standing_since(connection, write.entity, original.seq)?);
        }
        // What stood before may itself have been taken back meanwhile.
        if direction == Direction::Undo
            && let Some(value) = before(connection, write, original.seq)?
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
                && is_in_use(connection, list, &reversal)?
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
fn is_in_use(connection: &Connection, list: ListId, reversal: &Reversal) -> Result<bool, Error> {
    let list = list.0.as_bytes();
    let tasks = rows::query(connection, sql::TASKS_OF_LIST, [list], |row| {
        rows::id(row, "id")
    })?;
    let leaves = |task: &Uuid| {
        reversal.writes.iter().any(|write| {
            write.entity.id() == *task
                && (write.field == field::LIST
                    || (write.field == field::DELETED && !write.new.is_null()))
        })
    };
    Ok(!tasks.iter().all(leaves))
}

/// The value that a field had before a change, as far as earlier changes still stand; `None` where
/// the log knows no earlier one.
fn before(connection: &Connection, write: &FieldWrite, seq: i64) -> Result<Option<Value>, Error> {
    let values = (write.entity.id().into_bytes(), seq);
    let changes = rows::query(connection, sql::WRITTEN_BEFORE, values, |row| {
        let writes: String = rows::column(row, "writes")?;
        Ok((writes, rows::column::<i64>(row, "undone")?))
    })?;
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
fn last(connection: &Connection, actor: &Actor, state: i64) -> Result<Option<GroupId>, Error> {
    let values = (actor.to_text(), state);
    rows::query_first(connection, sql::LAST_GROUP, values, group_of)
}

/// What the actor took back last, if they have done nothing new since.
fn last_reversed(connection: &Connection, actor: &Actor) -> Result<Option<GroupId>, Error> {
    let values = [actor.to_text()];
    rows::query_first(connection, sql::LAST_REVERSED_GROUP, values, group_of)
}

fn group_of(row: &Row<'_>) -> Result<GroupId, Error> {
    rows::id(row, "undo_group").map(GroupId)
}

fn originals(connection: &Connection, group: GroupId) -> Result<Vec<Original>, Error> {
    let group = group.0.as_bytes();
    rows::query(connection, sql::GROUP_CHANGES, [group], |row| {
        let number = |name| rows::column::<i64>(row, name);
        Ok(Original {
            seq: number("seq")?,
            actor: Actor::from_text(rows::text(row, "actor")?),
            entry: Entry {
                deed: Deed::from_text(rows::text(row, "deed")?),
                subject: rows::column(row, "subject")?,
                count: usize::try_from(number("count")?).unwrap_or_default(),
            },
            writes: from_json(rows::text(row, "writes")?)?,
            taken_back: number("undone")? == TAKEN_BACK,
        })
    })
}

/// The fields of an entity that other changes, still standing, wrote after `seq`.
fn standing_since(
    connection: &Connection,
    entity: Entity,
    seq: i64,
) -> Result<Vec<(Entity, String)>, Error> {
    let values = (entity.id().into_bytes(), seq);
    let changes = rows::query(connection, sql::STANDING_SINCE, values, |row| {
        from_json(rows::text(row, "writes")?)
    })?;
    let mut touched = Vec::new();
    for write in changes.into_iter().flatten() {
        let key = (write.entity, write.field);
        if key.0 == entity && !touched.contains(&key) {
            touched.push(key);
        }
    }
    Ok(touched)
}

/// What stayed, by task.
fn told(connection: &Connection, fields: &[(Entity, String)]) -> Result<Vec<Stayed>, Error> {
    let mut told: Vec<Stayed> = Vec::new();
    for (entity, name) in fields {
        let Entity::Task(id) = *entity else { continue };
        if let Some(known) = told.iter_mut().find(|stayed| stayed.task == id) {
            if !known.fields.contains(name) {
                known.fields.push(name.clone());
            }
            continue;
        }
        let record = record_rows::load(connection, *entity)?.unwrap_or_default();
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
