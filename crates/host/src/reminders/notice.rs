//! What a notification says.

use jiff::Zoned;
use task::{Due, Task, TaskId, near_day, text};

/// What a notification is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tag {
    /// One task.
    Task(TaskId),
    /// Several.
    Summary,
    /// None: the person tries how reminders come.
    Test,
}

/// A notification. Its words are what people typed: no markup, nothing to be obeyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it is about. One that is about the same takes its place.
    pub tag: Tag,
    /// The first line.
    pub title: String,
    /// What else there is to say.
    pub body: String,
    /// With a sound.
    pub sound: bool,
}

/// The longest title that is shown, in characters.
const TITLE: usize = 200;
/// How many titles a summary names.
const NAMED: usize = 3;
/// The longest title that a summary names.
const NAMED_TITLE: usize = 60;

/// What each action of a notification is called.
pub mod label {
    /// Completes the task.
    pub const DONE: &str = "Done";
    /// Puts the reminder off.
    pub const SNOOZE: &str = "Snooze 10 min";
    /// Shows the task, or the tasks.
    pub const OPEN: &str = "Open";
}

impl Notice {
    /// A reminder of one task, in the list of that name.
    pub(super) fn single(task: &Task, list: Option<&str>, now: &Zoned, sound: bool) -> Self {
        let due = task.due.as_ref().map(|due| due_words(due, now));
        let mut body = due.unwrap_or_else(|| "Reminder".to_owned());
        if let Some(list) = list {
            body.push_str(" · ");
            body.push_str(&text::excerpt(list, NAMED_TITLE));
        }
        Self {
            tag: Tag::Task(task.id),
            title: text::excerpt(&task.title, TITLE),
            body,
            sound,
        }
    }

    /// What is shown when the person tries how reminders come.
    pub(super) fn test(sound: bool) -> Self {
        Self {
            tag: Tag::Test,
            title: "Reminders from Calm Orbit look like this".to_owned(),
            body: "This is only a test. No task is due.".to_owned(),
            sound,
        }
    }

    /// A summary of tasks; `away` where some were missed.
    pub(super) fn summary(tasks: &[Task], away: bool, sound: bool) -> Self {
        let count = tasks.len();
        let many = if count == 1 { "reminder" } else { "reminders" };
        let while_away = if away { " while you were away" } else { "" };
        let mut names: Vec<String> = tasks
            .iter()
            .take(NAMED)
            .map(|task| text::excerpt(&task.title, NAMED_TITLE))
            .collect();
        if count > NAMED {
            names.push(format!("and {} more", count - NAMED));
        }
        Self {
            tag: Tag::Summary,
            title: format!("{count} {many}{while_away}"),
            body: names.join("\n"),
            sound,
        }
    }
}

/// "Due today at 09:00", "Due Mon 23 Nov", seen from `now`.
fn due_words(due: &Due, now: &Zoned) -> String {
    let here = due
        .timestamp(now.time_zone())
        .map(|at| at.to_zoned(now.time_zone().clone()));
    let day = here.as_ref().map_or(due.day(), Zoned::date);
    let named = near_day(day, now.date()).map(str::to_owned);
    let named = named.unwrap_or_else(|| {
        let pattern = if day.year() == now.year() {
            "%a %-d %b"
        } else {
            "%a %-d %b %Y"
        };
        day.strftime(pattern).to_string()
    });
    match here {
        Some(here) => format!("Due {named} at {}", here.strftime("%H:%M")),
        None => format!("Due {named}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(due: &str, expected: &str) {
        let now: Zoned = "2026-11-21T09:00[Europe/Berlin]".parse().unwrap();
        assert_eq!(due_words(&due.parse().unwrap(), &now), expected);
    }

    #[test]
    fn the_due_date_in_words() {
        reads("2026-11-21T09:00", "Due today at 09:00");
        reads("2026-11-22", "Due tomorrow");
        reads("2026-11-20T17:30", "Due yesterday at 17:30");
        reads("2026-11-30T08:00", "Due Mon 30 Nov at 08:00");
        reads("2027-01-04", "Due Mon 4 Jan 2027");
        reads(
            "2026-11-21T23:00[America/New_York]",
            "Due tomorrow at 05:00",
        );
    }
}
