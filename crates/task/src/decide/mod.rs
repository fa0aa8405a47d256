//! The one place that says what an action means.

mod add;
mod complete;
mod duplicate;
mod edit;
mod lists;
mod place;
mod retag;
mod trash;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use jiff::Zoned;
use jiff::civil::Date;
use serde_json::Value;

use crate::action::{Action, BULK_LIMIT};
use crate::actor::Actor;
use crate::change::{Change, Deed, Entity, Entry, FieldWrite};
use crate::error::Error;
use crate::id::{FilterId, ListId, TaskId};
use crate::occurrence::Occurrence;
use crate::record::Record;
use crate::task::{Task, field};
use crate::text;
use crate::tree;

pub use add::{DURATION_LIMIT, REMINDERS_LIMIT, TAGS_LIMIT};
pub(crate) use lists::INBOX;

/// The rows that an action is decided on: what [`Action::reach`] asks for. One that doesn't exist
/// is absent.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// The records of tasks.
    pub tasks: BTreeMap<TaskId, Record>,
    /// What became of the occurrences of those that recur, by date.
    pub occurrences: BTreeMap<TaskId, BTreeMap<Date, Record>>,
    /// All lists, those in the trash too, where they are asked for.
    pub lists: BTreeMap<ListId, Record>,
    /// All saved filters, those in the trash too, where they are asked for.
    pub filters: BTreeMap<FilterId, Record>,
    /// The positions on both sides of the gap that [`crate::Reach::gap`] names; `None` at an end.
    pub gap: (Option<String>, Option<String>),
    /// The position of the sibling that follows each task of [`crate::Reach::after`], where one does.
    pub next: BTreeMap<TaskId, String>,
}

impl Rows {
    /// The record of an entity.
    pub fn record(&self, entity: Entity) -> Option<&Record> {
        match entity {
            Entity::Task(id) => self.tasks.get(&id),
            Entity::Occurrence(id, date) => self.occurrences.get(&id)?.get(&date),
            Entity::List(id) => self.lists.get(&id),
            Entity::Filter(id) => self.filters.get(&id),
        }
    }

    /// What became of the occurrences of a task.
    pub fn occurrences(&self, id: TaskId) -> Vec<Occurrence> {
        let rows = self.occurrences.get(&id).into_iter().flatten();
        rows.map(|(date, record)| Occurrence::from_record(*date, record))
            .collect()
    }
}

/// Who acts, and when.
#[derive(Debug, Clone)]
pub struct Moment {
    /// Who.
    pub actor: Actor,
    /// When, in the person's time zone.
    pub now: Zoned,
}

/// What `action` does to `rows`. Pure but for the ids of lists that it makes.
///
/// # Errors
/// When the action can't be done as it stands; nothing is to be written then.
pub fn decide(action: &Action, rows: &Rows, moment: &Moment) -> Result<Change, Error> {
    let mut draft = Drafting::new(rows, moment);
    let named = action.tasks();
    if named.len() > BULK_LIMIT {
        return Err(Error::invalid(format!(
            "That is {} tasks; one step may touch {BULK_LIMIT} at most. Do it in parts.",
            named.len()
        )));
    }
    let (deed, subject) = match action {
        Action::AddList { id, name, colour } => {
            draft.add_list(*id, name, *colour)?;
            (Deed::Added, draft.name(Entity::List(*id)))
        }
        Action::EditList { id, patch } => {
            let deed = draft.edit_list(*id, patch)?;
            (deed, draft.name(Entity::List(*id)))
        }
        Action::PlaceList { id, after } => {
            draft.place_list(*id, *after)?;
            (Deed::Moved, draft.name(Entity::List(*id)))
        }
        Action::DeleteList { id } => {
            draft.delete_list(*id)?;
            (Deed::Deleted, draft.name(Entity::List(*id)))
        }
        Action::RestoreList { id } => {
            draft.restore_list(*id)?;
            (Deed::Restored, draft.name(Entity::List(*id)))
        }
        Action::AddFilter {
            id,
            name,
            query,
            colour,
        } => {
            draft.add_filter(*id, name, query, *colour)?;
            (Deed::Added, draft.name(Entity::Filter(*id)))
        }
        Action::EditFilter { id, patch } => {
            draft.edit_filter(*id, patch)?;
            (Deed::Edited, draft.name(Entity::Filter(*id)))
        }
        Action::DeleteFilter { id } => {
            draft.delete_filter(*id)?;
            (Deed::Deleted, draft.name(Entity::Filter(*id)))
        }
        Action::RestoreFilter { id } => {
            draft.restore_filter(*id)?;
            (Deed::Restored, draft.name(Entity::Filter(*id)))
        }
        of_tasks => {
            if named.is_empty() {
                return Err(Error::invalid("Name at least one task."));
            }
            let deed = draft.tasks(of_tasks)?;
            return Ok(draft.told_of_tasks(deed, &named));
        }
    };
    let writes = draft.writes();
    let entry = Entry {
        deed,
        subject,
        count: 1,
    };
    Ok(Change { entry, writes })
}

/// A change while it is being made.
struct Drafting<'a> {
    rows: &'a Rows,
    moment: &'a Moment,
    /// What is written, by entity, in the order in which they were first written to.
    entities: Vec<Entity>,
    fields: BTreeMap<Entity, BTreeMap<String, Value>>,
}

impl<'a> Drafting<'a> {
    fn new(rows: &'a Rows, moment: &'a Moment) -> Self {
        Self {
            rows,
            moment,
            entities: Vec::new(),
            fields: BTreeMap::new(),
        }
    }

    /// Does an action that names tasks.
    fn tasks(&mut self, action: &Action) -> Result<Deed, Error> {
        match action {
            Action::AddTasks { tasks } => {
                for (id, task) in tasks {
                    self.add(*id, task)?;
                }
                Ok(Deed::Added)
            }
            Action::EditTasks { ids, patch } => {
                let uppermost = self.uppermost(ids);
                for id in ids {
                    self.edit(*id, patch, uppermost.contains(id))?;
                }
                Ok(Deed::Edited)
            }
            Action::PlaceTasks { ids, beside } => self.place(ids, *beside).map(|()| Deed::Moved),
            Action::CompleteTasks { ids, completed } => {
                // From below: a recurring task that moves on opens its subtasks, named or not.
                let mut ids = ids.clone();
                ids.sort_by_key(|id| Reverse(tree::ancestors(*id, &self.rows.tasks).len()));
                for id in &ids {
                    self.living(*id)?;
                    if *completed {
                        self.complete(*id)?;
                    } else {
                        self.reopen(*id);
                    }
                }
                Ok(if *completed {
                    Deed::Completed
                } else {
                    Deed::Reopened
                })
            }
            Action::SettleOccurrence { id, date, outcome } => self.settle(*id, *date, outcome),
            Action::EndRecurrence { id } => {
                self.living(*id)?;
                self.finish(*id);
                Ok(Deed::Completed)
            }
            Action::DeleteTasks { ids } => {
                for id in ids {
                    self.existing(*id)?;
                    self.delete(*id);
                }
                Ok(Deed::Deleted)
            }
            Action::RestoreTasks { ids } => {
                for id in ids {
                    self.existing(*id)?;
                    self.restore(*id);
                }
                Ok(Deed::Restored)
            }
            Action::DuplicateTasks { copies } => self.duplicate(copies).map(|()| Deed::Added),
            Action::RetagTasks { ids, tag, name } => {
                self.retag(ids, tag, name.as_deref())?;
                Ok(Deed::Edited)
            }
            _ => Err(Error::invalid("This is not done to tasks.")),
        }
    }

    /// The change, told of the tasks that it writes to, or, where there are none, of those named.
    fn told_of_tasks(self, deed: Deed, named: &[TaskId]) -> Change {
        let touched: HashSet<TaskId> = self.entities.iter().filter_map(|e| e.task()).collect();
        let told: Vec<TaskId> = named
            .iter()
            .copied()
            .filter(|id| touched.is_empty() || touched.contains(id))
            .collect();
        let subject = told
            .first()
            .map(|id| {
                let before = self
                    .rows
                    .tasks
                    .get(id)
                    .map(|record| record.value(field::TITLE));
                let added = || self.now(Entity::Task(*id), field::TITLE);
                before.cloned().unwrap_or_else(added)
            })
            .and_then(|title| title.as_str().map(str::to_owned))
            .unwrap_or_default();
        let entry = Entry {
            deed,
            subject,
            count: told.len(),
        };
        let writes = self.writes();
        Change { entry, writes }
    }

    /// What is to be written, without what is so already.
    fn writes(self) -> Vec<FieldWrite> {
        let mut writes = Vec::new();
        let mut fields = self.fields;
        for entity in self.entities {
            let record = self.rows.record(entity);
            for (name, new) in fields.remove(&entity).unwrap_or_default() {
                let old = record.map_or(Value::Null, |record| record.value(&name).clone());
                if old != new {
                    writes.push(FieldWrite {
                        entity,
                        field: name,
                        old,
                        new,
                    });
                }
            }
        }
        writes
    }

    /// This instant, as it is stored.
    fn time(&self) -> Value {
        self.moment.now.timestamp().to_string().into()
    }

    /// Writes a field. The last write of a field wins.
    fn write(&mut self, entity: Entity, name: &str, new: impl Into<Value>) {
        let fields = self.fields.entry(entity).or_insert_with(|| {
            self.entities.push(entity);
            BTreeMap::new()
        });
        fields.insert(name.to_owned(), new.into());
    }

    /// The value of a field as it is after what was written so far.
    fn now(&self, entity: Entity, name: &str) -> Value {
        let written = self.fields.get(&entity).and_then(|fields| fields.get(name));
        match (written, self.rows.record(entity)) {
            (Some(written), _) => written.clone(),
            (None, Some(record)) => record.value(name).clone(),
            (None, None) => Value::Null,
        }
    }

    /// The name of a list or filter, as it will be.
    fn name(&self, entity: Entity) -> String {
        let name = self.now(entity, field::NAME);
        name.as_str().unwrap_or_default().to_owned()
    }

    /// Notes who made an entity, and when.
    fn created(&mut self, entity: Entity) {
        let by = self.moment.actor.to_text();
        self.write(entity, field::CREATED_AT, self.time());
        self.write(entity, field::CREATED_BY, by);
    }

    fn existing(&self, id: TaskId) -> Result<&'a Record, Error> {
        let known = self.rows.tasks.get(&id);
        known.filter(|record| !record.is_purged()).ok_or_else(|| {
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

    /// A task as it was before this change.
    fn task(&self, id: TaskId) -> Option<Task> {
        let record = self.rows.tasks.get(&id)?;
        Some(Task::from_record(id, record, &self.rows.occurrences(id)))
    }
}
