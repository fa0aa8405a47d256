//! Changing tasks, and putting them elsewhere.

use task::{Action, Beside, Error, TaskPatch, Tasks, parse_reminder};

use super::tell::{act, tell};
use crate::arguments::{Edit, Move};
use crate::out::Out;
use crate::reference::{Among, all_meant, meant};
use crate::values;

/// Changes fields of tasks.
pub(super) async fn edit(tasks: &dyn Tasks, edit: Edit, out: &mut Out) -> Result<(), Error> {
    let ids = all_meant(tasks, &edit.tasks, Among::Living).await?;
    if edit.title.is_some() && ids.len() > 1 {
        return Err(Error::invalid(
            "Several tasks can't be given one title. Name one task with --title.",
        ));
    }
    let patch = patch(tasks, edit).await?;
    let changed = tasks.apply(Action::EditTasks { ids, patch }).await?.tasks;
    tell(tasks, "Changed", &changed, out).await
}

async fn patch(tasks: &dyn Tasks, edit: Edit) -> Result<TaskPatch, Error> {
    let now = tasks.now();
    let parent = match edit.parent.map(values::or_none) {
        None => None,
        Some(None) => Some(None),
        Some(Some(parent)) => Some(Some(meant(tasks, &parent, Among::Open).await?)),
    };
    let reminders = |texts: Vec<String>| {
        let read = texts.iter().map(|text| parse_reminder(text, &now));
        read.collect::<Result<Vec<_>, _>>()
    };
    let duration = match edit.duration.map(values::or_none) {
        None => None,
        Some(None) => Some(None),
        Some(Some(text)) => Some(Some(values::duration(&text)?)),
    };
    Ok(TaskPatch {
        title: edit.title,
        notes: edit
            .notes
            .map(|notes| values::or_none(notes).unwrap_or_default()),
        list: edit.list.map(values::or_none),
        parent,
        // The words are understood where the task is known: a time alone keeps the day.
        start: edit.start.map(values::or_none).map(lower_someday),
        due: edit.due.map(values::or_none),
        following: edit.following,
        keep_time: false,
        deadline: edit.deadline.map(values::or_none),
        duration,
        recurrence: edit.repeat.map(values::or_none),
        priority: edit.priority,
        add_tags: edit.tag,
        remove_tags: edit.untag,
        add_reminders: reminders(edit.remind)?,
        remove_reminders: reminders(edit.unremind)?,
    })
}

fn lower_someday(start: Option<String>) -> Option<String> {
    start.map(|text| text.to_lowercase())
}

/// Puts tasks elsewhere in their order.
pub(super) async fn place(tasks: &dyn Tasks, place: Move, out: &mut Out) -> Result<(), Error> {
    let beside = match (&place.before, &place.after) {
        (Some(before), _) => Beside::Before(meant(tasks, before, Among::Open).await?),
        (None, Some(after)) => Beside::After(meant(tasks, after, Among::Open).await?),
        (None, None) if place.first => Beside::First,
        (None, None) => Beside::Last,
    };
    let action = |ids| Action::PlaceTasks { ids, beside };
    act(tasks, &place.tasks, Among::Open, "Moved", action, out).await
}
