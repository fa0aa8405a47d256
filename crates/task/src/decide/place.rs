//! Where tasks stand: below others, and among their siblings.

use std::collections::HashSet;

use serde_json::Value;

use super::Drafting;
use crate::action::Beside;
use crate::change::Entity;
use crate::error::Error;
use crate::id::TaskId;
use crate::position;
use crate::task::field;
use crate::tree::{self, DEPTH_LIMIT};

impl Drafting<'_> {
    /// Puts tasks into the gap beside another.
    pub(super) fn place(&mut self, ids: &[TaskId], beside: Beside) -> Result<(), Error> {
        for id in ids {
            self.living(*id)?;
        }
        let ids = &self.uppermost(ids);
        if let Beside::Before(other) | Beside::After(other) = beside {
            self.living(other)?;
            if ids.contains(&other) {
                return Err(Error::invalid("A task cannot stand beside itself."));
            }
            let parent = tree::parent(other, &self.rows.tasks);
            for id in ids {
                self.join(*id, other, parent)?;
            }
        } else if !self.are_siblings(ids) {
            return Err(Error::invalid(
                "These tasks stand in different lists, or below different tasks. Move those of each on their own, or put them beside one.",
            ));
        }
        let (mut before, after) = self.rows.gap.clone();
        for id in ids {
            let fresh = position::by_id(TaskId::fresh(self.moment.now.timestamp()).0);
            let last = beside == Beside::Last && before.as_ref().is_none_or(|last| *last < fresh);
            // At the end one that goes by the time stays short, however often it is done.
            let place = if last {
                fresh
            } else {
                position::between(before.as_deref(), after.as_deref())
            };
            self.write(Entity::Task(*id), field::POSITION, place.as_str());
            before = Some(place);
        }
        Ok(())
    }

    /// Makes a new task the sibling that follows another.
    pub(super) fn put_after(&mut self, id: TaskId, other: TaskId) -> Result<(), Error> {
        self.living(other)?;
        self.join(id, other, tree::parent(other, &self.rows.tasks))?;
        let place = self.place_after(other);
        self.write(Entity::Task(id), field::POSITION, place);
        Ok(())
    }

    /// A position between a task and the sibling that follows it.
    pub(super) fn place_after(&self, id: TaskId) -> String {
        let own = self.rows.tasks.get(&id);
        let own = own.map(|record| position::of(id.0, record));
        let next = self.rows.next.get(&id);
        position::between(own.as_deref(), next.map(String::as_str))
    }

    /// Those of some tasks that are not below another of them: what is below goes along.
    pub(super) fn uppermost(&self, ids: &[TaskId]) -> Vec<TaskId> {
        let named: HashSet<TaskId> = ids.iter().copied().collect();
        let stays = |id: &&TaskId| {
            let above = tree::ancestors(**id, &self.rows.tasks);
            above.iter().all(|above| !named.contains(above))
        };
        ids.iter().filter(stays).copied().collect()
    }

    fn are_siblings(&self, ids: &[TaskId]) -> bool {
        let mut groups = ids.iter().map(|id| self.siblings(*id));
        let first = groups.next();
        groups.all(|group| Some(group) == first)
    }

    /// What tells the siblings of a task: the task that they are below, and their list.
    fn siblings(&self, id: TaskId) -> (Option<TaskId>, Value) {
        let parent = tree::parent(id, &self.rows.tasks);
        let list = self.now(Entity::Task(self.root(id)), field::LIST);
        (parent, list)
    }

    /// The task at the top of the tree that a task is in.
    pub(super) fn root(&self, id: TaskId) -> TaskId {
        let above = tree::ancestors(id, &self.rows.tasks);
        above.last().copied().unwrap_or(id)
    }

    /// Makes a task a sibling of another: same parent, same list.
    fn join(&mut self, id: TaskId, other: TaskId, parent: Option<TaskId>) -> Result<(), Error> {
        if tree::parent(id, &self.rows.tasks) == parent && parent.is_some() {
            return Ok(());
        }
        match parent {
            Some(parent) => self.put_below(id, parent),
            None => {
                let list = self.now(Entity::Task(other), field::LIST);
                self.write(Entity::Task(id), field::PARENT, Value::Null);
                self.write(Entity::Task(id), field::LIST, list);
                Ok(())
            }
        }
    }

    /// Makes a task a subtask of another.
    pub(super) fn put_below(&mut self, id: TaskId, parent: TaskId) -> Result<(), Error> {
        let added = self.fields.contains_key(&Entity::Task(parent));
        if !added || self.rows.tasks.contains_key(&parent) {
            self.living(parent)?;
        }
        // What is below by way of the trash, too: it may come back.
        let below = tree::descendants(id, &self.rows.tasks);
        if id == parent || below.contains(&parent) {
            return Err(Error::invalid(
                "A task cannot be a subtask of itself, or of one of its own subtasks.",
            ));
        }
        let height = below
            .iter()
            .map(|task| self.depth(*task))
            .max()
            .unwrap_or_default()
            .saturating_sub(self.depth(id));
        if self.depth(parent) + 1 + height >= DEPTH_LIMIT {
            return Err(Error::invalid(format!(
                "Subtasks can be nested {DEPTH_LIMIT} deep. Put it further up."
            )));
        }
        self.write(Entity::Task(id), field::PARENT, parent.to_string());
        Ok(())
    }

    /// Makes a subtask a task of its own, in the list in which it was.
    pub(super) fn put_at_top(&mut self, id: TaskId) {
        let above = tree::ancestors(id, &self.rows.tasks);
        if let Some(root) = above.last() {
            let list = self.now(Entity::Task(*root), field::LIST);
            self.write(Entity::Task(id), field::LIST, list);
        }
        self.write(Entity::Task(id), field::PARENT, Value::Null);
    }

    /// How many tasks are above one, those that this change adds among them.
    fn depth(&self, id: TaskId) -> usize {
        let mut depth = 0;
        let mut at = id;
        while depth <= DEPTH_LIMIT {
            let next = if self.rows.tasks.contains_key(&at) {
                tree::parent(at, &self.rows.tasks)
            } else {
                let parent = self.now(Entity::Task(at), field::PARENT);
                parent.as_str().and_then(|id| id.parse().ok())
            };
            let Some(next) = next else { break };
            depth += 1;
            at = next;
        }
        depth
    }
}
