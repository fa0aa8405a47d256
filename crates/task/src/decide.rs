//! The one place that says what an action means.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Zoned;
use serde_json::Value;

use crate::action::{Action, BULK_LIMIT, TaskDraft, TaskPatch};
use crate::actor::Actor;
use crate::change::{Change, Deed, Entity, Entry, FieldWrite};
use crate::error::Error;
use crate::id::{ListId, TaskId};
use crate::record::Record;
use crate::task::{List, Priority, field};
use crate::text;
use crate::words::parse_due_beside;

/// The name under which people know the tasks of no list, folded.
pub(crate) const INBOX: &str = "inbox";

/// The most tags that a task may have.
pub const TAGS_LIMIT: usize = 50;

/// The rows that an action is decided on.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// The records of the tasks that [`Action::tasks`] names; one that doesn't exist is absent.
    pub tasks: BTreeMap<TaskId, Record>,
    /// All lists that are not in the trash.
    pub lists: Vec<List>,
}

/// Who acts, and when.
#[derive(Debug, Clone)]
pub struct Moment {
    /// Who.
    pub actor: Actor,
    /// When, in the person's time zone.
    pub now: Zoned,
}

/// What `action` does to `rows`. Pure but for the id of a list that it makes.
///
/// # Errors
/// When the action can't be done as it stands; nothing is to be written then.
pub fn decide(action: &Action, rows: &Rows, moment: &Moment) -> Result<Change, Error> {
    if action.tasks().len() > BULK_LIMIT {
        return Err(Error::invalid(format!(
            "That is {} tasks; one step may touch {BULK_LIMIT} at most. Do it in parts.",
            action.tasks().len()
        )));
    }
    if action.tasks().is_empty() {
        return Err(Error::invalid("Name at least one task."));
    }
    let mut draft = Drafting {
        rows,
        moment,
        writes: Vec::new(),
    };
    let deed = match action {
        Action::AddTask { id, draft: task } => {
            if rows.tasks.contains_key(id) {
                // A repeated call: it was added before.
                return Ok(Change {
                    entry: entry(Deed::Added, rows, &[*id]),
                    writes: Vec::new(),
                });
            }
            let title = draft.add(*id, task)?;
            let entry = Entry {
                deed: Deed::Added,
                subject: title,
                count: 1,
            };
            return Ok(Change {
                entry,
                writes: draft.writes,
            });
        }
        Action::EditTask { id, patch } => {
            draft.edit(*id, patch)?;
            Deed::Edited
        }
        Action::CompleteTasks { ids, completed } => {
            for id in ids {
                let record = draft.living(*id)?;
                if record.value(field::COMPLETED).is_null() == *completed {
                    let value = if *completed {
                        draft.time()
                    } else {
                        Value::Null
                    };
                    draft.write(*id, field::COMPLETED, value);
                }
            }
            if *completed {
                Deed::Completed
            } else {
                Deed::Reopened
            }
        }
        Action::DeleteTasks { ids } => {
            for id in ids {
                if draft.existing(*id)?.value(field::DELETED).is_null() {
                    let time = draft.time();
                    draft.write(*id, field::DELETED, time);
                }
            }
            Deed::Deleted
        }
        Action::RestoreTasks { ids } => {
            for id in ids {
                let record = draft.existing(*id)?;
                draft.write(*id, field::DELETED, Value::Null);
                // Its list may have gone meanwhile: then it comes back to the Inbox.
                let list = record.value(field::LIST).as_str().unwrap_or_default();
                if !rows.lists.iter().any(|known| known.id.to_string() == list) {
                    draft.write(*id, field::LIST, Value::Null);
                }
            }
            Deed::Restored
        }
    };
    let mut change = Change {
        entry: entry(deed, rows, action.tasks()),
        writes: draft.writes,
    };
    let touched = change.tasks();
    if !touched.is_empty() {
        change.entry = entry(deed, rows, &touched);
    }
    Ok(change)
}

fn entry(deed: Deed, rows: &Rows, tasks: &[TaskId]) -> Entry {
    let subject = tasks
        .first()
        .and_then(|id| rows.tasks.get(id))
        .and_then(|record| record.value(field::TITLE).as_str())
        .unwrap_or_default()
        .to_owned();
    Entry {
        deed,
        subject,
        count: tasks.len(),
    }
}

/// A change while it is being made.
struct Drafting<'a> {
    rows: &'a Rows,
    moment: &'a Moment,
    writes: Vec<FieldWrite>,
}

impl<'a> Drafting<'a> {
    fn time(&self) -> Value {
        self.moment.now.timestamp().to_string().into()
    }

    fn existing(&self, id: TaskId) -> Result<&'a Record, Error> {
        self.rows.tasks.get(&id).ok_or_else(|| {
            Error::not_found(format!(
                "There is no task with the id {id}. List the tasks to see their ids."
            ))
        })
    }

    /// A task that is not in the trash.
    fn living(&self, id: TaskId) -> Result<&'a Record, Error> {
        let record = self.existing(id)?;
        if record.value(field::DELETED).is_null() {
            return Ok(record);
        }
        Err(Error::invalid(format!(
            "“{}” is in the trash. Restore it first.",
            text::excerpt(record.value(field::TITLE).as_str().unwrap_or_default(), 80)
        )))
    }

    /// Writes a field, unless it is so already. The last write of a field wins.
    fn write(&mut self, id: TaskId, name: &str, new: Value) {
        let entity = Entity::Task(id);
        self.writes
            .retain(|write| write.entity != entity || write.field != name);
        let old = self
            .rows
            .tasks
            .get(&id)
            .map_or(&Value::Null, |record| record.value(name))
            .clone();
        if old != new {
            self.writes.push(FieldWrite {
                entity,
                field: name.to_owned(),
                old,
                new,
            });
        }
    }

    fn add(&mut self, id: TaskId, task: &TaskDraft) -> Result<String, Error> {
        let title = text::title(&task.title)?;
        let notes = text::notes(&task.notes)?;
        let tags = tags(&task.tags)?;
        self.write(id, field::TITLE, title.as_str().into());
        if !notes.is_empty() {
            self.write(id, field::NOTES, notes.into());
        }
        if let Some(list) = &task.list {
            let list = self.list(list)?;
            self.write(id, field::LIST, list);
        }
        if let Some(due) = &task.due {
            self.write(id, field::DUE, due.to_string().into());
        }
        if task.priority != Priority::default() {
            self.write(id, field::PRIORITY, task.priority.as_str().into());
        }
        if tags.len() > TAGS_LIMIT {
            return Err(too_many_tags());
        }
        for tag in tags {
            self.write(id, &format!("{}{tag}", field::TAG), true.into());
        }
        self.created(Entity::Task(id));
        Ok(title)
    }

    fn created(&mut self, entity: Entity) {
        let by = self.moment.actor.to_text().into();
        for (name, new) in [(field::CREATED_AT, self.time()), (field::CREATED_BY, by)] {
            self.writes.push(FieldWrite {
                entity,
                field: name.to_owned(),
                old: Value::Null,
                new,
            });
        }
    }

    fn edit(&mut self, id: TaskId, patch: &TaskPatch) -> Result<(), Error> {
        let record = self.living(id)?;
        if let Some(title) = &patch.title {
            self.write(id, field::TITLE, text::title(title)?.into());
        }
        if let Some(notes) = &patch.notes {
            let notes = text::notes(notes)?;
            let value = if notes.is_empty() {
                Value::Null
            } else {
                notes.into()
            };
            self.write(id, field::NOTES, value);
        }
        if let Some(list) = &patch.list {
            let value = match list {
                None => Value::Null,
                Some(list) => self.list(list)?,
            };
            self.write(id, field::LIST, value);
        }
        if let Some(due) = &patch.due {
            let value = match due {
                None => Value::Null,
                Some(due) => {
                    let current = record.value(field::DUE).as_str();
                    let current = current.and_then(|due| due.parse().ok());
                    parse_due_beside(due, &self.moment.now, current.as_ref())?
                        .to_string()
                        .into()
                }
            };
            self.write(id, field::DUE, value);
        }
        if let Some(priority) = patch.priority {
            let value = match priority {
                Priority::P4 => Value::Null,
                set => set.as_str().into(),
            };
            self.write(id, field::PRIORITY, value);
        }
        let added = tags(&patch.add_tags)?;
        let removed = tags(&patch.remove_tags)?;
        for tag in &removed {
            self.write(id, &format!("{}{tag}", field::TAG), Value::Null);
        }
        for tag in &added {
            self.write(id, &format!("{}{tag}", field::TAG), true.into());
        }
        let prefixed = |name: &String| format!("{}{name}", field::TAG);
        let mut after: BTreeSet<String> = record
            .fields()
            .filter(|(name, register)| name.starts_with(field::TAG) && !register.value.is_null())
            .map(|(name, _)| name.to_owned())
            .collect();
        for tag in &removed {
            after.remove(&prefixed(tag));
        }
        after.extend(added.iter().map(prefixed));
        if !added.is_empty() && after.len() > TAGS_LIMIT {
            return Err(too_many_tags());
        }
        Ok(())
    }

    /// The value for the list with this id or name: `null` for the Inbox. A name that no list has
    /// makes one.
    fn list(&mut self, reference: &str) -> Result<Value, Error> {
        if let Ok(id) = reference.parse::<ListId>() {
            return if self.rows.lists.iter().any(|list| list.id == id) {
                Ok(id.to_string().into())
            } else {
                Err(Error::not_found(format!(
                    "There is no list with the id {id}."
                )))
            };
        }
        let name = text::list_name(reference)?;
        let folded = text::fold(&name);
        if folded == INBOX {
            return Ok(Value::Null);
        }
        if let Some(list) = self
            .rows
            .lists
            .iter()
            .find(|list| text::fold(&list.name) == folded)
        {
            return Ok(list.id.to_string().into());
        }
        let id = ListId::fresh(self.moment.now.timestamp());
        let entity = Entity::List(id);
        self.writes.push(FieldWrite {
            entity,
            field: field::NAME.to_owned(),
            old: Value::Null,
            new: name.into(),
        });
        self.created(entity);
        Ok(id.to_string().into())
    }
}

fn tags(names: &[String]) -> Result<Vec<String>, Error> {
    let mut tags = names
        .iter()
        .map(|name| text::tag(name))
        .collect::<Result<Vec<_>, _>>()?;
    tags.sort();
    tags.dedup();
    Ok(tags)
}

fn too_many_tags() -> Error {
    Error::invalid(format!("A task may have {TAGS_LIMIT} tags at most."))
}
