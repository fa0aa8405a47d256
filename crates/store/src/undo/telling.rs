//! What is said of an undo or a redo.

use rusqlite::Connection;
use serde_json::Value;
use task::{BULK_LIMIT, Direction, Entity, Entry, Error, Stayed, TaskId, field};

use super::Original;
use super::history::History;
use crate::records;

/// What stayed, by task.
pub(super) fn told(
    connection: &Connection,
    fields: &[(Entity, String)],
) -> Result<Vec<Stayed>, Error> {
    let mut told: Vec<Stayed> = Vec::new();
    for (entity, name) in fields {
        let Some(id) = entity.task() else { continue };
        if let Some(known) = told.iter_mut().find(|stayed| stayed.task == id) {
            if !known.fields.contains(name) {
                known.fields.push(name.clone());
            }
            continue;
        }
        let record = records::load(connection, Entity::Task(id))?.unwrap_or_default();
        let title = if record.is_purged() {
            last_title(connection, id)?
        } else {
            record.value(field::TITLE).clone()
        };
        let title = title.as_str().unwrap_or_default().to_owned();
        told.push(Stayed {
            task: id,
            title,
            fields: vec![name.clone()],
        });
    }
    Ok(told)
}

/// The title under which a task was purged.
fn last_title(connection: &Connection, id: TaskId) -> Result<Value, Error> {
    let history = History::load(connection, ("task", id.0), i64::MAX)?;
    let mut titles = history
        .earlier
        .into_iter()
        .filter(|(write, _)| write.field == field::TITLE && write.old.is_string());
    Ok(titles.next().map_or(Value::Null, |(write, _)| write.old))
}

/// Such as `Took back: completed “Buy milk” and 2 more, added “Bread”.`
pub(super) fn summary(
    originals: &[Original],
    direction: Direction,
    changed: bool,
    stayed: &[Stayed],
) -> String {
    let deeds = deeds(originals, direction);
    let told: Vec<String> = deeds.iter().take(3).map(Entry::describe).collect();
    let mut text = match (direction, changed) {
        (Direction::Undo, true) => format!("Took back: {}", told.join(", ")),
        (Direction::Redo, true) => format!("Did again: {}", told.join(", ")),
        (_, false) => "Nothing had to be changed".to_owned(),
    };
    if deeds.len() > told.len() {
        text.push_str(&format!(", and {} more", deeds.len() - told.len()));
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

/// What was done, in the order of the originals. A deed to very many tasks is several changes of one
/// group; it is told as the one that it was.
fn deeds(originals: &[Original], direction: Direction) -> Vec<Entry> {
    let mut deeds: Vec<Entry> = Vec::new();
    for Original { entry, .. } in originals {
        match deeds.last_mut() {
            Some(last) if last.deed == entry.deed && last.count.max(entry.count) >= BULK_LIMIT => {
                last.count += entry.count;
                // The earliest gives it its name.
                if direction == Direction::Undo {
                    last.subject.clone_from(&entry.subject);
                }
            }
            _ => deeds.push(entry.clone()),
        }
    }
    deeds
}
