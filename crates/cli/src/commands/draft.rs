//! The task that a line and options ask for.

use jiff::Zoned;
use task::quick_add::{self, Meaning, QuickAdd, TextRange};
use task::{
    DURATION_LIMIT, Due, Error, REMINDERS_LIMIT, Reminder, Start, TAGS_LIMIT, TaskDraft, TaskId,
    next_occurrence, parse_day, parse_due, parse_recurrence, parse_reminder, text,
};

use crate::arguments::Add;
use crate::values;

/// What a line and the options beside it were understood as.
pub(super) struct Understood {
    /// What the line says, where no option says otherwise.
    pub(super) line: QuickAdd,
    /// When it is meant to be begun.
    pub(super) start: Option<Start>,
    /// When the person is reminded of it.
    pub(super) reminders: Vec<Reminder>,
}

impl Understood {
    /// Reads a line and the options, seen from `now`.
    pub(super) fn new(line: &str, add: &Add, now: &Zoned) -> Result<Self, Error> {
        let mut read = if add.no_parse {
            QuickAdd {
                title: line.to_owned(),
                ..QuickAdd::default()
            }
        } else {
            read(line, add, now)
        };
        let day = |text: &Option<String>| {
            let text = text.as_deref();
            text.map(|text| parse_day(text, now)).transpose()
        };
        if let Some(due) = &add.due {
            read.due = Some(parse_due(due, now)?);
        }
        if let Some(repeat) = &add.repeat {
            read.recurrence = Some(parse_recurrence(repeat, now)?);
        }
        read.deadline = day(&add.deadline)?.or(read.deadline);
        if let Some(duration) = &add.duration {
            read.duration = Some(values::duration(duration)?);
        }
        read.list = add.list.clone().or(read.list);
        read.priority = add.priority.or(read.priority);
        if let Some(notes) = &add.notes {
            read.notes = notes.clone();
        }
        for tag in &add.tags {
            let tag = text::tag(tag)?;
            if !read.tags.contains(&tag) {
                read.tags.push(tag);
            }
        }
        let start = add.start.as_deref();
        let reminders = add.remind.iter();
        Ok(Self {
            line: read,
            start: start.map(|text| values::start(text, now)).transpose()?,
            reminders: reminders
                .map(|text| parse_reminder(text, now))
                .collect::<Result<_, _>>()?,
        })
    }

    /// The task to be added.
    pub(super) fn into_draft(self, parent: Option<TaskId>) -> TaskDraft {
        TaskDraft {
            start: self.start,
            reminders: self.reminders,
            parent,
            ..self.line.into_draft()
        }
    }
}

/// Reads a line, but for what an option says: those words stay in the title.
fn read(line: &str, add: &Add, now: &Zoned) -> QuickAdd {
    let mut refused: Vec<TextRange> = Vec::new();
    loop {
        let read = quick_add::read(line, &refused, now);
        let before = refused.len();
        let said = read.spans.iter().filter(|span| match &span.meaning {
            Meaning::Due { .. } => add.due.is_some(),
            Meaning::Recurrence { .. } => add.repeat.is_some(),
            Meaning::List { .. } => add.list.is_some() || add.parent.is_some(),
            Meaning::Priority { .. } => add.priority.is_some(),
            Meaning::Deadline { .. } => add.deadline.is_some(),
            Meaning::Duration { .. } => add.duration.is_some(),
            Meaning::Notes => add.notes.is_some(),
            Meaning::Tag { .. } | Meaning::Literal => false,
        });
        refused.extend(said.map(|span| TextRange {
            start: span.start,
            end: span.end,
        }));
        // Each time some piece more is refused, and nothing that was; so there is an end.
        if refused.len() == before {
            return read;
        }
    }
}

/// Refuses what could not be added, before anything is.
pub(super) fn check(draft: &TaskDraft, now: &Zoned) -> Result<(), Error> {
    text::title(&draft.title)?;
    text::notes(&draft.notes)?;
    if let Some(list) = &draft.list {
        text::list_name(list)?;
    }
    for tag in &draft.tags {
        text::tag(tag)?;
    }
    for (count, limit, what) in [
        (draft.tags.len(), TAGS_LIMIT, "tags"),
        (draft.reminders.len(), REMINDERS_LIMIT, "reminders"),
    ] {
        if count > limit {
            return Err(Error::invalid(format!(
                "A task may have {limit} {what} at most."
            )));
        }
    }
    if let Some(minutes) = draft.duration
        && !(1..=DURATION_LIMIT).contains(&minutes)
    {
        return Err(Error::invalid(format!(
            "A duration is 1 to {DURATION_LIMIT} minutes, not {minutes}."
        )));
    }
    if let Some(recurrence) = &draft.recurrence {
        let anchor = draft.due.clone().unwrap_or(Due::Day(now.date()));
        if next_occurrence(recurrence, &anchor, &[]).is_none() {
            return Err(Error::invalid(
                "This recurrence has no date to come. Give another rule, or a later end.",
            ));
        }
    }
    Ok(())
}
