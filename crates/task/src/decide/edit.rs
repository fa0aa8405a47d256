//! Editing tasks.

use jiff::civil::Date;
use serde_json::Value;

use super::Drafting;
use super::add::{duration, recurs, reminder_field, tags};
use crate::change::Entity;
use crate::due::Due;
use crate::error::Error;
use crate::id::TaskId;
use crate::patch::TaskPatch;
use crate::recurrence::{Basis, Ends, Recurrence, Rule, next_occurrence};
use crate::start::Start;
use crate::task::{Priority, Task, field};
use crate::text;
use crate::words::{parse_day, parse_due_beside, parse_recurrence};

/// A field's value: what it becomes, or `null` where it is cleared.
fn or_null<T>(new: Option<T>) -> Value
where
    Value: From<T>,
{
    new.map_or(Value::Null, Value::from)
}

impl Drafting<'_> {
    /// Edits a task. One that is below another that is edited too goes to another place with that
    /// one, and not by itself: then `moves` is false.
    pub(super) fn edit(&mut self, id: TaskId, patch: &TaskPatch, moves: bool) -> Result<(), Error> {
        self.living(id)?;
        let Some(task) = self.task(id) else {
            return Ok(());
        };
        let entity = Entity::Task(id);
        if let Some(title) = &patch.title {
            self.write(entity, field::TITLE, text::title(title)?);
        }
        if let Some(notes) = &patch.notes {
            let notes = text::notes(notes)?;
            self.write(
                entity,
                field::NOTES,
                or_null(Some(notes).filter(|n| !n.is_empty())),
            );
        }
        if moves {
            self.edit_place(id, patch)?;
        }
        self.edit_dates(&task, patch)?;
        if let Some(minutes) = patch.duration {
            let minutes = minutes.map(duration).transpose()?;
            self.write(entity, field::DURATION, or_null(minutes));
        }
        if let Some(priority) = patch.priority {
            let set = Some(priority).filter(|set| *set != Priority::default());
            self.write(entity, field::PRIORITY, or_null(set.map(Priority::as_str)));
        }
        for (names, value) in [
            (&patch.remove_tags, Value::Null),
            (&patch.add_tags, true.into()),
        ] {
            for tag in tags(names)? {
                self.write(entity, &format!("{}{tag}", field::TAG), value.clone());
            }
        }
        for (reminders, value) in [
            (&patch.remove_reminders, Value::Null),
            (&patch.add_reminders, true.into()),
        ] {
            for reminder in reminders {
                self.write(entity, &reminder_field(reminder), value.clone());
            }
        }
        if patch.add_tags.is_empty() && patch.add_reminders.is_empty() {
            // One that has too many already, by a merge, can still be edited.
            return Ok(());
        }
        self.within_limits(id)
    }

    fn edit_place(&mut self, id: TaskId, patch: &TaskPatch) -> Result<(), Error> {
        let entity = Entity::Task(id);
        match (&patch.list, patch.parent) {
            (Some(_), Some(Some(_))) => Err(Error::invalid(
                "A subtask is in the list of its parent. Give a list or a parent, not both.",
            )),
            (Some(list), _) => {
                let list = list.as_ref().map(|list| self.list(list)).transpose()?;
                let list = list.unwrap_or_default();
                let root = self.root(id);
                if root == id || self.now(Entity::Task(root), field::LIST) != list {
                    self.write(entity, field::LIST, list);
                    self.write(entity, field::PARENT, Value::Null);
                }
                Ok(())
            }
            (None, Some(Some(parent))) => self.put_below(id, parent),
            (None, Some(None)) => {
                self.put_at_top(id);
                Ok(())
            }
            (None, None) => Ok(()),
        }
    }

    fn edit_dates(&mut self, task: &Task, patch: &TaskPatch) -> Result<(), Error> {
        let entity = Entity::Task(task.id);
        let now = &self.moment.now;
        if let Some(start) = &patch.start {
            let start = start.as_ref().map(|text| {
                let known: Result<Start, Error> = text.parse();
                known.or_else(|_| parse_day(text, now).map(Start::Day))
            });
            let start = start.transpose()?.map(|start| start.to_string());
            self.write(entity, field::START, or_null(start));
        }
        if let Some(deadline) = &patch.deadline {
            let deadline = deadline.as_ref().map(|text| parse_day(text, now));
            let deadline = deadline.transpose()?.map(|day| day.to_string());
            self.write(entity, field::DEADLINE, or_null(deadline));
        }
        let due = match &patch.due {
            None => None,
            Some(None) => Some(None),
            Some(Some(text)) => {
                let due = parse_due_beside(text, now, task.due.as_ref())?;
                Some(Some(match (&due, &task.due) {
                    (Due::Day(day), Some(known)) if patch.keep_time => known.on(*day),
                    _ => due,
                }))
            }
        };
        match (due, &patch.recurrence) {
            (None, None) => Ok(()),
            (Some(due), None) => match (&task.recurrence, task.occurrence, due) {
                // One that goes by completion is reckoned anew from each occurrence anyway.
                (Some(recurrence), Some(date), Some(due))
                    if patch.following && recurrence.basis == Basis::Due =>
                {
                    self.move_following(task.id, recurrence, date, due)
                }
                (Some(_), Some(date), Some(due)) => {
                    self.move_occurrence(task.id, date, Some(due));
                    Ok(())
                }
                (_, _, due) => {
                    // Without a date nothing can come again.
                    if due.is_none() {
                        self.write(entity, field::RECURRENCE, Value::Null);
                    }
                    self.write(entity, field::DUE, or_null(due.map(|due| due.to_string())));
                    Ok(())
                }
            },
            (due, Some(recurrence)) => {
                // From the next occurrence on, so that nothing comes twice.
                let due = due.unwrap_or_else(|| task.due.clone());
                let recurrence = recurrence.as_ref().map(|text| parse_recurrence(text, now));
                let recurrence = recurrence.transpose()?;
                let due = match (due, &recurrence) {
                    (None, Some(_)) => Some(Due::Day(now.date())),
                    (due, _) => due,
                };
                if let Some(recurrence) = &recurrence {
                    recurs(recurrence, due.as_ref(), &self.rows.occurrences(task.id))?;
                }
                if let Some(due) = &due {
                    self.unmove(task.id, due.day());
                }
                let recurrence = recurrence.map(|recurrence| recurrence.to_string());
                self.write(entity, field::RECURRENCE, or_null(recurrence));
                self.write(entity, field::DUE, or_null(due.map(|due| due.to_string())));
                Ok(())
            }
        }
    }

    /// Moves an occurrence and all that follow: the rule is reckoned from there.
    fn move_following(
        &mut self,
        id: TaskId,
        old: &Recurrence,
        date: Date,
        due: Due,
    ) -> Result<(), Error> {
        let moved = old.rule.moved_to(due.day()).ok_or_else(|| {
            Error::invalid(format!(
                "“{}” does not come on {}. Give the new recurrence together with the date.",
                old.describe(),
                due.day()
            ))
        })?;
        let recurrence = Recurrence {
            rule: Rule {
                ends: self.ends_from(id, old, date),
                ..moved
            },
            basis: old.basis,
        };
        recurs(&recurrence, Some(&due), &[])?;
        let mut rows = self.rows.occurrences(id);
        for row in rows.iter_mut().filter(|row| row.date == due.day()) {
            row.moved = None;
        }
        let next = next_occurrence(&recurrence, &due, &rows);
        if next.is_none_or(|next| next.due != due) {
            return Err(Error::invalid(format!(
                "What comes on {} or later is over in part. Open it again first, or give a later \
                 day.",
                due.day()
            )));
        }
        self.unmove(id, due.day());
        let entity = Entity::Task(id);
        self.write(entity, field::RECURRENCE, recurrence.to_string());
        self.write(entity, field::DUE, due.to_string());
        Ok(())
    }

    /// How a rule ends that is reckoned from a later date on. Those that came before are over: one of
    /// so many times has fewer left.
    pub(super) fn ends_from(&self, id: TaskId, recurrence: &Recurrence, date: Date) -> Ends {
        let rule = &recurrence.rule;
        let Ends::Count(times) = rule.ends else {
            return rule.ends;
        };
        let anchor = self.now(Entity::Task(id), field::DUE);
        let anchor: Option<Due> = anchor.as_str().and_then(|due| due.parse().ok());
        let before = anchor.map_or(0, |anchor| {
            let dates = rule.occurrences(anchor.day());
            dates.take_while(|earlier| *earlier < date).count()
        });
        let left = times.saturating_sub(u32::try_from(before).unwrap_or(u32::MAX));
        Ends::Count(left.max(1))
    }

    /// An occurrence on which the rule begins anew is due when that says, and no longer where it
    /// was moved.
    fn unmove(&mut self, id: TaskId, date: Date) {
        let entity = Entity::Occurrence(id, date);
        if !self.now(entity, field::DUE).is_null() {
            self.write(entity, field::DUE, Value::Null);
        }
    }
}
