//! Adding tasks.

use serde_json::Value;

use super::Drafting;
use crate::action::TaskDraft;
use crate::change::Entity;
use crate::due::Due;
use crate::error::Error;
use crate::id::TaskId;
use crate::occurrence::Occurrence;
use crate::recurrence::{Recurrence, next_occurrence};
use crate::reminder::Reminder;
use crate::task::{Priority, field};
use crate::text;

/// The most tags that a task may have.
pub const TAGS_LIMIT: usize = 50;
/// The most reminders that a task may have.
pub const REMINDERS_LIMIT: usize = 20;
/// The longest that a task may take, in minutes: ten weeks.
pub const DURATION_LIMIT: u32 = 10 * 7 * 24 * 60;

impl Drafting<'_> {
    pub(super) fn add(&mut self, id: TaskId, task: &TaskDraft) -> Result<(), Error> {
        let entity = Entity::Task(id);
        if self.rows.tasks.contains_key(&id) || self.fields.contains_key(&entity) {
            // A repeated call, or the same one twice: it was added before.
            return Ok(());
        }
        self.write(entity, field::TITLE, text::title(&task.title)?);
        let notes = text::notes(&task.notes)?;
        if !notes.is_empty() {
            self.write(entity, field::NOTES, notes);
        }
        self.put_where_wanted(id, task)?;
        if let Some(start) = task.start {
            self.write(entity, field::START, start.to_string());
        }
        let due = match (&task.due, &task.recurrence) {
            (None, Some(_)) => Some(Due::Day(self.moment.now.date())),
            (due, _) => due.clone(),
        };
        if let Some(recurrence) = &task.recurrence {
            recurs(recurrence, due.as_ref(), &[])?;
            self.write(entity, field::RECURRENCE, recurrence.to_string());
        }
        if let Some(due) = due {
            self.write(entity, field::DUE, due.to_string());
        }
        if let Some(deadline) = task.deadline {
            self.write(entity, field::DEADLINE, deadline.to_string());
        }
        if let Some(minutes) = task.duration {
            self.write(entity, field::DURATION, duration(minutes)?);
        }
        if task.priority != Priority::default() {
            self.write(entity, field::PRIORITY, task.priority.as_str());
        }
        for tag in tags(&task.tags)? {
            self.write(entity, &format!("{}{tag}", field::TAG), true);
        }
        for reminder in &task.reminders {
            self.write(entity, &reminder_field(reminder), true);
        }
        self.within_limits(id)?;
        self.created(entity);
        Ok(())
    }

    fn put_where_wanted(&mut self, id: TaskId, task: &TaskDraft) -> Result<(), Error> {
        match (&task.list, task.parent, task.after) {
            (Some(_), Some(_), _) => Err(Error::invalid(
                "A subtask is in the list of its parent. Give a list or a parent, not both.",
            )),
            (Some(_), _, Some(_)) | (_, Some(_), Some(_)) => Err(Error::invalid(
                "A task that stands after another is where that one is. Give no list and no parent.",
            )),
            (Some(list), None, None) => {
                let list = self.list(list)?;
                self.write(Entity::Task(id), field::LIST, list);
                Ok(())
            }
            (None, Some(parent), None) => self.put_below(id, parent),
            (None, None, Some(other)) => self.put_after(id, other),
            (None, None, None) => Ok(()),
        }
    }

    /// Refuses a task with too many tags or reminders, as it will be.
    pub(super) fn within_limits(&self, id: TaskId) -> Result<(), Error> {
        let entity = Entity::Task(id);
        for (prefix, limit, what) in [
            (field::TAG, TAGS_LIMIT, "tags"),
            (field::REMINDER, REMINDERS_LIMIT, "reminders"),
        ] {
            let count = self.set_fields(entity, prefix);
            if count > limit {
                return Err(Error::invalid(format!(
                    "A task may have {limit} {what} at most."
                )));
            }
        }
        Ok(())
    }

    /// How many fields with this prefix are set, as it will be.
    fn set_fields(&self, entity: Entity, prefix: &str) -> usize {
        let empty = std::collections::BTreeMap::new();
        let written = self.fields.get(&entity).unwrap_or(&empty);
        let kept = self
            .rows
            .record(entity)
            .into_iter()
            .flat_map(|record| record.fields())
            .filter(|(name, register)| {
                name.starts_with(prefix)
                    && register.value == Value::Bool(true)
                    && !written.contains_key(*name)
            })
            .count();
        let new = written
            .iter()
            .filter(|(name, value)| name.starts_with(prefix) && **value == Value::Bool(true))
            .count();
        kept + new
    }
}

/// Refuses a recurrence that has no date to come.
pub(super) fn recurs(
    recurrence: &Recurrence,
    anchor: Option<&Due>,
    occurrences: &[Occurrence],
) -> Result<(), Error> {
    let next = anchor.and_then(|anchor| next_occurrence(recurrence, anchor, occurrences));
    next.map(|_| ()).ok_or_else(|| {
        Error::invalid("This recurrence has no date to come. Give another rule, or a later end.")
    })
}

/// A duration as it is stored.
pub(super) fn duration(minutes: u32) -> Result<Value, Error> {
    if (1..=DURATION_LIMIT).contains(&minutes) {
        return Ok(minutes.into());
    }
    Err(Error::invalid(format!(
        "A duration is 1 to {DURATION_LIMIT} minutes, not {minutes}."
    )))
}

/// Names of tags as they are stored.
pub(super) fn tags(names: &[String]) -> Result<Vec<String>, Error> {
    names.iter().map(|name| text::tag(name)).collect()
}

/// The field of a reminder.
pub(super) fn reminder_field(reminder: &Reminder) -> String {
    format!("{}{reminder}", field::REMINDER)
}
