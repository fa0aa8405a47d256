//! Completing tasks, opening them again, and what becomes of single occurrences.

use jiff::civil::Date;
use serde_json::Value;

use super::Drafting;
use crate::action::Outcome;
use crate::change::{Deed, Entity};
use crate::due::Due;
use crate::error::Error;
use crate::id::TaskId;
use crate::occurrence::Occurrence;
use crate::recurrence::{Basis, next_occurrence};
use crate::task::{Task, field};
use crate::tree;

impl Drafting<'_> {
    /// Completes a task, or the next occurrence of one that recurs.
    pub(super) fn complete(&mut self, id: TaskId) -> Result<(), Error> {
        let Some(task) = self.task(id) else {
            return Ok(());
        };
        if task.completed_at.is_some() {
            return Ok(());
        }
        match task.occurrence {
            Some(date) => self.settle_as(&task, date, field::COMPLETED),
            None => {
                self.finish(id);
                Ok(())
            }
        }
    }

    /// Completes a task for good, and the open subtasks with it.
    pub(super) fn finish(&mut self, id: TaskId) {
        let time = self.time();
        for task in self.with_subtasks(id) {
            self.finish_one(task, &time);
        }
    }

    /// Completes a task that is open; one whose occurrences have all gone by is not.
    fn finish_one(&mut self, id: TaskId, time: &Value) {
        let entity = Entity::Task(id);
        let over = self
            .task(id)
            .is_some_and(|task| task.completed_at.is_some());
        if !over && self.now(entity, field::COMPLETED).is_null() {
            self.write(entity, field::COMPLETED, time.clone());
        }
    }

    /// Opens a task again: one that recurs and was not ended for good, by its latest occurrence.
    pub(super) fn reopen(&mut self, id: TaskId) {
        let entity = Entity::Task(id);
        if !self.now(entity, field::COMPLETED).is_null() {
            self.write(entity, field::COMPLETED, Value::Null);
            return;
        }
        let settled = self.rows.occurrences(id);
        let latest = settled
            .iter()
            .filter(|occurrence| occurrence.settled().is_some())
            .max_by_key(|occurrence| occurrence.date);
        if let (Some(latest), Some(_)) = (latest, self.recurrence(id)) {
            self.open_occurrence(id, latest.date);
        }
    }

    /// Says what becomes of one occurrence.
    pub(super) fn settle(
        &mut self,
        id: TaskId,
        date: Date,
        outcome: &Outcome,
    ) -> Result<Deed, Error> {
        self.living(id)?;
        let task = self.task(id).filter(|task| task.recurrence.is_some());
        let task = task.ok_or_else(|| Error::invalid("This task does not recur."))?;
        if !self.is_occurrence(&task, date) {
            return Err(Error::invalid(format!(
                "{date} is no occurrence of this task. Its next one is {}.",
                task.occurrence
                    .map_or_else(|| "none".into(), |next| next.to_string())
            )));
        }
        let settled = self.occurrence(id, date);
        let is_settled = settled.is_some_and(|row| row.settled().is_some());
        Ok(match outcome {
            Outcome::Completed | Outcome::Skipped if is_settled => Deed::Completed,
            Outcome::Completed => {
                self.settle_as(&task, date, field::COMPLETED)?;
                Deed::Completed
            }
            Outcome::Skipped => {
                self.settle_as(&task, date, field::SKIPPED)?;
                Deed::Skipped
            }
            Outcome::Open => {
                self.open_occurrence(id, date);
                Deed::Reopened
            }
            Outcome::Moved(_) if is_settled => {
                return Err(Error::invalid(format!(
                    "The occurrence of {date} is over. Open it again first."
                )));
            }
            Outcome::Moved(due) => {
                self.move_occurrence(id, date, due.clone());
                Deed::Moved
            }
        })
    }

    /// Gives an occurrence another due date, or the one that the rule gives it.
    pub(super) fn move_occurrence(&mut self, id: TaskId, date: Date, due: Option<Due>) {
        let due = due.map_or(Value::Null, |due| due.to_string().into());
        self.write(Entity::Occurrence(id, date), field::DUE, due);
    }

    /// Settles an occurrence. Where another follows, the subtasks open again; else the task is
    /// done, and they with it.
    fn settle_as(&mut self, task: &Task, date: Date, how: &str) -> Result<(), Error> {
        let entity = Entity::Occurrence(task.id, date);
        let at = self.moment.now.to_string();
        self.write(entity, how, at.as_str());

        let mut rows = self.rows.occurrences(task.id);
        rows.retain(|row| row.date != date);
        rows.push(Occurrence {
            date,
            completed: Some(self.moment.now.clone()),
            skipped: None,
            moved: None,
        });
        let anchor = self.now(Entity::Task(task.id), field::DUE);
        let anchor: Option<Due> = anchor.as_str().map(str::parse).transpose()?;
        let next = match (&task.recurrence, anchor) {
            (Some(recurrence), Some(anchor)) => next_occurrence(recurrence, &anchor, &rows),
            _ => None,
        };
        let time = self.time();
        for subtask in tree::subtasks(task.id, &self.rows.tasks) {
            if next.is_some() {
                self.write(Entity::Task(subtask), field::COMPLETED, Value::Null);
            } else {
                self.finish_one(subtask, &time);
            }
        }
        Ok(())
    }

    fn open_occurrence(&mut self, id: TaskId, date: Date) {
        for name in [field::COMPLETED, field::SKIPPED] {
            self.write(Entity::Occurrence(id, date), name, Value::Null);
        }
    }

    fn occurrence(&self, id: TaskId, date: Date) -> Option<Occurrence> {
        let record = self.rows.record(Entity::Occurrence(id, date))?;
        Some(Occurrence::from_record(date, record))
    }

    fn recurrence(&self, id: TaskId) -> Option<Value> {
        Some(self.now(Entity::Task(id), field::RECURRENCE)).filter(|rule| !rule.is_null())
    }

    /// Whether the rule gives this date, or something became of it before.
    fn is_occurrence(&self, task: &Task, date: Date) -> bool {
        if task.occurrence == Some(date) || self.occurrence(task.id, date).is_some() {
            return true;
        }
        let anchor = self.now(Entity::Task(task.id), field::DUE);
        let anchor: Option<Due> = anchor.as_str().and_then(|due| due.parse().ok());
        match (&task.recurrence, anchor) {
            (Some(recurrence), Some(anchor)) if recurrence.basis == Basis::Due => {
                recurrence.rule.first_from(anchor.day(), date) == Some(date)
            }
            _ => false,
        }
    }

    /// A task and all that stand below it.
    pub(super) fn with_subtasks(&self, id: TaskId) -> Vec<TaskId> {
        let mut tasks = vec![id];
        tasks.extend(tree::subtasks(id, &self.rows.tasks));
        tasks
    }
}
