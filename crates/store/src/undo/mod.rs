//! Taking a group of changes back, and doing it again.

mod history;
mod telling;

use std::collections::btree_map::Entry as Slot;
use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use rusqlite::{Connection, Row};
use task::{
    Actor, Deed, Direction, Entity, Entry, Error, FieldWrite, GroupId, ListId, Record, Reversal,
    Target, TaskId, Undone, field, reverse,
};
use uuid::Uuid;

use self::history::History;
use self::telling::{summary, told};
use crate::change_log::{self, Logged, filed};
use crate::write::record;
use crate::{Store, records, rows, sql};

/// What `change.undone` says: the change stands.
const STANDS: i64 = 0;
/// It is taken back.
pub(crate) const TAKEN_BACK: i64 = 1;
/// It stands, though somebody tried to take it back: others had changed all of it since. "The last
/// one" passes over it while there are others.
const BUILT_ON: i64 = 2;
/// It stands, and can't be taken back: what it removed is gone.
pub(crate) const FINAL: i64 = 3;

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
        Target::Last => match last_standing(connection, actor)? {
            Some(group) => group,
            None => last_built_on(connection, actor)?.ok_or_else(|| {
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
    originals.retain(|original| original.entry.deed != Deed::Purged);
    if originals.is_empty() {
        return Err(Error::NothingToUndo(
            "What was removed from the trash for good cannot be brought back.".into(),
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
    let mut restored: BTreeSet<TaskId> = BTreeSet::new();
    let mut stayed: Vec<(Entity, String)> = Vec::new();
    let mut changed = false;
    for original in originals {
        let reversal = plan(connection, original, direction, at)?;
        restored.extend(
            reversal
                .writes
                .iter()
                .filter_map(|write| write.entity.task()),
        );
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
        restored: restored.into_iter().collect(),
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
    let mut known: BTreeMap<Entity, Record> = BTreeMap::new();
    let mut histories: BTreeMap<(&str, Uuid), History> = BTreeMap::new();
    let mut touched = BTreeSet::new();
    let mut writes = original.writes.clone();
    for write in &mut writes {
        let key = filed(write.entity);
        let history = match histories.entry(key) {
            Slot::Occupied(slot) => slot.into_mut(),
            Slot::Vacant(slot) => slot.insert(History::load(connection, key, original.seq)?),
        };
        // An occurrence goes with its task.
        let owner = write.entity.task().map_or(write.entity, Entity::Task);
        for entity in [write.entity, owner] {
            if let Slot::Vacant(slot) = known.entry(entity) {
                slot.insert(records::load(connection, entity)?.unwrap_or_default());
            }
        }
        let name = (write.entity, write.field.clone());
        let purged = known.get(&owner).is_some_and(Record::is_purged);
        if purged || history.touched.contains(&name) {
            touched.insert(name);
        }
        // What stood before may itself have been taken back meanwhile.
        if direction == Direction::Undo
            && let Some(value) = history.before(write)
        {
            write.old = value;
        }
    }
    // Whoever touched anything of what this change made, touched it.
    for history in histories.values() {
        touched.extend(history.touched.iter().cloned());
    }
    let records = known;
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
    let tasks = rows::query(connection, sql::LIVING_OF_LIST, [list], |row| {
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

/// The actor's last group that nobody has tried in vain to take back.
fn last_standing(connection: &Connection, actor: &Actor) -> Result<Option<GroupId>, Error> {
    let values = (actor.to_text(), STANDS);
    rows::query_first(connection, sql::LAST_GROUP, values, group_of)
}

/// Of the actor's groups that others had built on, the last of which something can be taken back
/// by now; where there is none, the last.
fn last_built_on(connection: &Connection, actor: &Actor) -> Result<Option<GroupId>, Error> {
    let values = (actor.to_text(), BUILT_ON);
    let groups = rows::query(connection, sql::LAST_GROUPS, values, group_of)?;
    for group in &groups {
        for original in originals(connection, *group)? {
            let reversal = plan(
                connection,
                &original,
                Direction::Undo,
                Timestamp::UNIX_EPOCH,
            )?;
            if !original.taken_back && !reversal.writes.is_empty() {
                return Ok(Some(*group));
            }
        }
    }
    Ok(groups.first().copied())
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
    let mut originals = rows::query(connection, sql::GROUP_CHANGES, [group], |row| {
        let number = |name| rows::column::<i64>(row, name);
        Ok(Original {
            seq: number("seq")?,
            actor: Actor::from_text(rows::text(row, "actor")?),
            entry: Entry {
                deed: Deed::from_text(rows::text(row, "deed")?),
                subject: rows::column(row, "subject")?,
                count: usize::try_from(number("count")?).unwrap_or_default(),
            },
            writes: Vec::new(),
            taken_back: number("undone")? == TAKEN_BACK,
        })
    })?;
    for original in &mut originals {
        original.writes = change_log::writes_of(connection, original.seq)?;
    }
    Ok(originals)
}
