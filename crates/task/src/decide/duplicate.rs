//! Copies of tasks.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Drafting;
use crate::action::BULK_LIMIT;
use crate::change::Entity;
use crate::due::Due;
use crate::error::Error;
use crate::id::TaskId;
use crate::position;
use crate::recurrence::{Recurrence, Rule};
use crate::task::{Task, field};
use crate::tree;

/// What a copy has of its own.
const OWN: [&str; 6] = [
    field::PARENT,
    field::POSITION,
    field::COMPLETED,
    field::DELETED,
    field::CREATED_AT,
    field::CREATED_BY,
];

impl Drafting<'_> {
    /// Copies tasks, each with all that stands below it, right after the original.
    pub(super) fn duplicate(&mut self, copies: &[(TaskId, TaskId)]) -> Result<(), Error> {
        let ids: Vec<TaskId> = copies.iter().map(|(id, _)| *id).collect();
        for id in &ids {
            self.living(*id)?;
        }
        // What stands below another of them is copied with that one, and what is named twice once.
        let mut left: BTreeSet<TaskId> = self.uppermost(&ids).into_iter().collect();
        let mut count = 0;
        for (id, copy) in copies {
            if !left.remove(id) || self.rows.tasks.contains_key(copy) {
                // A copy that is there already: a repeated call.
                continue;
            }
            count += self.copy_tree(*id, *copy)?;
            if count > BULK_LIMIT {
                return Err(Error::invalid(format!(
                    "With their subtasks that is more than {BULK_LIMIT} tasks, which is the most \
                     that one step may add. Duplicate fewer at once."
                )));
            }
        }
        Ok(())
    }

    /// Copies a task and all that stands below it; how many tasks that were.
    fn copy_tree(&mut self, id: TaskId, copy: TaskId) -> Result<usize, Error> {
        self.copy(id, copy)?;
        if let Some(parent) = tree::parent(id, &self.rows.tasks) {
            self.write(Entity::Task(copy), field::PARENT, parent.to_string());
        }
        let place = self.place_after(id);
        self.write(Entity::Task(copy), field::POSITION, place);

        let mut copies = BTreeMap::from([(id, copy)]);
        // Those above come first.
        for id in tree::subtasks(id, &self.rows.tasks) {
            let copy = TaskId::fresh(self.moment.now.timestamp());
            copies.insert(id, copy);
            self.copy(id, copy)?;
            let parent = tree::parent(id, &self.rows.tasks);
            if let Some(parent) = parent.and_then(|parent| copies.get(&parent)) {
                self.write(Entity::Task(copy), field::PARENT, parent.to_string());
            }
            if let Some(record) = self.rows.tasks.get(&id) {
                let place = position::of(id.0, record);
                self.write(Entity::Task(copy), field::POSITION, place);
            }
        }
        Ok(copies.len())
    }

    /// Copies all fields of a task but for what a copy has of its own, those too that this version
    /// doesn't know.
    fn copy(&mut self, id: TaskId, copy: TaskId) -> Result<(), Error> {
        let record = self.living(id)?;
        let entity = Entity::Task(copy);
        for (name, register) in record.fields() {
            if !OWN.contains(&name) && !register.value.is_null() {
                self.write(entity, name, register.value.clone());
            }
        }
        if let Some(task) = self.task(id)
            && let Some(recurrence) = &task.recurrence
        {
            self.copy_recurrence(&task, recurrence, copy);
        }
        self.created(entity);
        Ok(())
    }

    /// What became of the occurrences is the original's alone: the copy begins with the next one.
    /// Where none follows it is due once more, as the last was.
    fn copy_recurrence(&mut self, task: &Task, recurrence: &Recurrence, copy: TaskId) {
        let entity = Entity::Task(copy);
        let anchor = self.now(Entity::Task(task.id), field::DUE);
        let anchor: Option<Due> = anchor.as_str().and_then(|due| due.parse().ok());
        let (Some(date), Some(anchor)) = (task.occurrence, anchor) else {
            let due = task.due.as_ref().map(ToString::to_string);
            self.write(entity, field::DUE, due.map_or(Value::Null, Value::from));
            self.write(entity, field::RECURRENCE, Value::Null);
            return;
        };
        let due = anchor.on(date);
        let rest = Recurrence {
            rule: Rule {
                ends: self.ends_from(task.id, recurrence, date),
                ..recurrence.rule.clone()
            },
            basis: recurrence.basis,
        };
        self.write(entity, field::DUE, due.to_string());
        self.write(entity, field::RECURRENCE, rest.to_string());
        if let Some(moved) = task.due.clone().filter(|moved| *moved != due) {
            self.move_occurrence(copy, date, Some(moved));
        }
    }
}
