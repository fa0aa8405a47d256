//! All that there is to know of a task.

use jiff::Zoned;
use task::{Actor, Due, Reminder, Start, Task};

use super::{FAINT, Names, STRONG, day, due, instant, minutes, styled};

/// Who it was, as part of a sentence.
pub(super) fn actor(actor: &Actor) -> String {
    match actor {
        Actor::Person => "you".to_owned(),
        Actor::Assistant => "the assistant".to_owned(),
        Actor::Client { name } | Actor::Device { name } => name.clone(),
        Actor::Server => "the server".to_owned(),
    }
}

/// When somebody is reminded.
pub(crate) fn reminder(reminder: &Reminder, now: &Zoned) -> String {
    match reminder {
        Reminder::Before(0) => "when it is due".to_owned(),
        Reminder::Before(early) => format!("{} before", minutes(*early)),
        Reminder::At(at) => due(&Due::At(*at), now.date()),
        Reminder::In(at, zone) => due(&Due::In(*at, zone.clone()), now.date()),
    }
}

/// Several things as one text, or nothing where there are none.
fn joined(all: impl Iterator<Item = String>) -> Option<String> {
    let all: Vec<String> = all.collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// The fields of a task, a line each; what is not set is left out.
pub(crate) fn page(task: &Task, parent: Option<&Task>, names: &Names<'_>) -> String {
    let (now, today) = (names.now, names.now.date());
    let list = match task.list {
        Some(id) => names.list(id).unwrap_or("in the trash").to_owned(),
        None => "Inbox".to_owned(),
    };
    let start = task.start.map(|start| match start {
        Start::Someday => "someday".to_owned(),
        Start::Day(start) => day(start, today),
    });
    let added = instant(task.created_at, now);
    let lines = [
        ("id", Some(task.id.to_string())),
        ("list", Some(list)),
        (
            "subtask of",
            parent.map(|parent| format!("{} ({})", parent.title, parent.short_id)),
        ),
        ("start", start),
        ("due", task.due.as_ref().map(|when| due(when, today))),
        ("deadline", task.deadline.map(|by| day(by, today))),
        ("duration", task.duration.map(minutes)),
        (
            "repeats",
            task.recurrence.as_ref().map(|rule| rule.describe()),
        ),
        (
            "reminders",
            joined(task.reminders.iter().map(|at| reminder(at, now))),
        ),
        ("priority", Some(task.priority.as_str().to_owned())),
        (
            "tags",
            joined(task.tags.iter().map(|tag| format!("@{tag}"))),
        ),
        (
            "added",
            Some(format!("{added} by {}", actor(&task.created_by))),
        ),
        ("completed", task.completed_at.map(|at| instant(at, now))),
        ("in the trash", task.deleted_at.map(|at| instant(at, now))),
    ];
    let mut text = format!("{}\n", styled(STRONG, &task.title));
    for (name, value) in lines {
        if let Some(value) = value {
            let name = styled(FAINT, &format!("{name:<12}"));
            text.push_str(&format!("  {name}  {value}\n"));
        }
    }
    if !task.notes.is_empty() {
        text.push('\n');
        for line in task.notes.lines() {
            text.push_str(&format!("  {line}\n"));
        }
    }
    text
}
