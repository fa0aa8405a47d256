//! The trash: there and back.

use serde_json::Value;

use super::Drafting;
use crate::change::Entity;
use crate::id::TaskId;
use crate::task::field;
use crate::tree;

impl Drafting<'_> {
    /// Moves a task to the trash, and what stands below it.
    pub(super) fn delete(&mut self, id: TaskId) {
        let time = self.time();
        for task in self.with_subtasks(id) {
            let entity = Entity::Task(task);
            if self.now(entity, field::DELETED).is_null() {
                self.write(entity, field::DELETED, time.clone());
            }
        }
    }

    /// Takes a task out of the trash, and what is below it and went there at the same time.
    pub(super) fn restore(&mut self, id: TaskId) {
        let since = self.now(Entity::Task(id), field::DELETED);
        if since.is_null() {
            return;
        }
        let mut tasks = vec![id];
        tasks.extend(tree::descendants(id, &self.rows.tasks));
        for task in tasks {
            let entity = Entity::Task(task);
            if self.now(entity, field::DELETED) == since {
                self.write(entity, field::DELETED, Value::Null);
                if task == id {
                    self.stay_in_list(id);
                }
                self.leave_lost_list(task);
            }
        }
    }

    /// A subtask that comes back without those above it stays in the list in which they were.
    fn stay_in_list(&mut self, id: TaskId) {
        let mut seen = vec![id];
        let mut root = None;
        while let Some(at) = seen.last().and_then(|at| self.rows.tasks.get(at)) {
            if at.is_purged() {
                return;
            }
            root = seen.last().copied();
            match tree::written_parent(at) {
                Some((parent, _)) if !seen.contains(&parent) => seen.push(parent),
                _ => break,
            }
        }
        if let Some(root) = root.filter(|root| *root != id) {
            let list = self.now(Entity::Task(root), field::LIST);
            self.write(Entity::Task(id), field::LIST, list);
        }
    }

    /// Where a task's list has gone meanwhile, the task comes back to the Inbox.
    fn leave_lost_list(&mut self, id: TaskId) {
        let entity = Entity::Task(id);
        let list = self.now(entity, field::LIST);
        let list = list.as_str().and_then(|id| id.parse().ok());
        let there = list.is_none_or(|id| {
            self.rows.lists.contains_key(&id)
                && self.now(Entity::List(id), field::DELETED).is_null()
        });
        if !there {
            self.write(entity, field::LIST, Value::Null);
        }
    }
}
