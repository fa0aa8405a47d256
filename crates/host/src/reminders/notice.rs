//! What a notification says.

use jiff::Zoned;
use messages::{Messages, Text};
use task::{Due, Task, TaskId, text};

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

/// A notification. Its words are what people typed, and ours: no markup, nothing to be obeyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it is about. One that is about the same takes its place.
    pub tag: Tag,
    /// The first line.
    pub title: Text,
    /// What else there is to say.
    pub body: Text,
    /// With a sound.
    pub sound: bool,
}

/// The longest title that is shown, in characters.
const TITLE: usize = 200;
/// How many titles a summary names.
const NAMED: usize = 3;
/// The longest title that a summary names.
const NAMED_TITLE: usize = 60;

impl Notice {
    /// A reminder of one task, in the list of that name.
    pub(super) fn single(
        say: &Messages,
        task: &Task,
        list: Option<&str>,
        now: &Zoned,
        sound: bool,
    ) -> Self {
        let due = task.due.as_ref().map(|due| due_words(say, due, now));
        let what = due.unwrap_or_else(|| say.reminder_undated());
        let body = match list {
            Some(list) => say.reminder_in_list(what, text::excerpt(list, NAMED_TITLE)),
            None => what,
        };
        Self {
            tag: Tag::Task(task.id),
            title: Text::typed(text::excerpt(&task.title, TITLE)),
            body,
            sound,
        }
    }

    /// What is shown when the person tries how reminders come.
    pub(super) fn test(say: &Messages, sound: bool) -> Self {
        Self {
            tag: Tag::Test,
            title: say.reminder_test(),
            body: say.reminder_test_body(),
            sound,
        }
    }

    /// A summary of tasks; `away` where some were missed.
    pub(super) fn summary(say: &Messages, tasks: &[Task], away: bool, sound: bool) -> Self {
        let count = |tasks: &[Task]| u64::try_from(tasks.len()).unwrap_or(u64::MAX);
        let (named, others) = tasks.split_at(tasks.len().min(NAMED));
        let mut lines: Vec<Text> = named
            .iter()
            .map(|task| Text::typed(text::excerpt(&task.title, NAMED_TITLE)))
            .collect();
        if !others.is_empty() {
            lines.push(say.reminder_and_more(count(others)));
        }
        Self {
            tag: Tag::Summary,
            title: if away {
                say.reminder_many_while_away(count(tasks))
            } else {
                say.reminder_many(count(tasks))
            },
            body: Text::lines(&lines),
            sound,
        }
    }
}

/// “Due today at 09:00”, “Due Mon 23 Nov”, seen from `now`.
fn due_words(say: &Messages, due: &Due, now: &Zoned) -> Text {
    let here = due
        .timestamp(now.time_zone())
        .map(|at| at.to_zoned(now.time_zone().clone()));
    let day = here.as_ref().map_or(due.day(), Zoned::date);
    let named = say.day_of_week(day, now.date());
    match here {
        Some(here) => say.reminder_due_at(named, say.time(here.time())),
        None => say.reminder_due(named),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(due: &str, expected: &str) {
        let now: Zoned = "2026-11-21T09:00[Europe/Berlin]".parse().unwrap();
        let say = Messages::to(&["en-GB"]);
        let words = due_words(&say, &due.parse().unwrap(), &now);
        assert_eq!(words.as_str(), expected);
    }

    #[test]
    fn the_due_date_in_words() {
        reads("2026-11-21T09:00", "Due today at 09:00");
        reads("2026-11-22", "Due tomorrow");
        reads("2026-11-20T17:30", "Due yesterday at 17:30");
        reads("2026-11-30T08:00", "Due Mon 30 Nov at 08:00");
        reads("2027-01-04", "Due Mon, 4 Jan 2027");
        reads(
            "2026-11-21T23:00[America/New_York]",
            "Due tomorrow at 05:00",
        );
    }
}
