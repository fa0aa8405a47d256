//! What the tray shows: the next tasks of today, whether something is overdue, what its entries
//! say.

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use messages::{Messages, Text};
use task::{Due, Task, TaskId};

/// How many tasks the menu has.
pub(super) const TASKS: usize = 3;
/// The longest title in the menu, in characters.
const LONGEST: usize = 40;

/// What the tray shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// The next tasks of today, each with the text of its entry.
    pub(super) tasks: Vec<(TaskId, Text)>,
    /// How many tasks are overdue.
    pub(super) overdue: u64,
    /// Until when no reminder is shown.
    pub(super) paused: Option<Timestamp>,
    /// The keys of quick add, where the system has given them.
    pub(super) shortcut: Option<String>,
    now: Option<Zoned>,
}

impl Content {
    pub(super) fn new(
        say: &Messages,
        tasks: &[Task],
        overdue: u64,
        paused: Option<Timestamp>,
        shortcut: Option<String>,
        now: &Zoned,
    ) -> Self {
        let paused = paused.filter(|until| *until > now.timestamp());
        Self {
            tasks: tasks
                .iter()
                .take(TASKS)
                .map(|task| (task.id, entry(say, task, now.date())))
                .collect(),
            overdue,
            paused,
            shortcut,
            // What it says depends on the day and, of a pause, on the zone.
            now: paused.map(|_| now.clone()),
        }
    }

    /// What the entry about reminders says.
    pub(super) fn pause(&self, say: &Messages) -> Text {
        let until = self
            .paused
            .zip(self.now.as_ref())
            .map(|(until, now)| until.to_zoned(now.time_zone().clone()));
        match until {
            Some(until) => say.tray_resume(say.time(until.time())),
            None => say.tray_pause(),
        }
    }

    /// What the icon says where it can say something.
    pub(super) fn tooltip(&self, say: &Messages) -> Text {
        say.tray_tooltip(self.overdue)
    }

    /// The same but for what only words tell of: of two that are, the menu needs no change.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.tasks == other.tasks
            && self.overdue == other.overdue
            && self.paused == other.paused
            && self.shortcut == other.shortcut
    }
}

/// `Answer the landlord · yesterday`. A title is data: it brings no marks of menus along.
fn entry(say: &Messages, task: &Task, today: Date) -> Text {
    let title = label(&task.title);
    match task.due.as_ref().and_then(|due| when(say, due, today)) {
        Some(when) => say.tray_task(title, when),
        None => Text::typed(title),
    }
}

/// A text as a menu shows it: short, on one line, and with its `&` as a letter.
fn label(text: &str) -> String {
    let odd = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let plain: String = text.chars().map(|c| if odd(c) { ' ' } else { c }).collect();
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    task::text::excerpt(&line, LONGEST).replace('&', "&&")
}

/// When a task of today is due: its time, or the day on which it should have been done.
fn when(say: &Messages, due: &Due, today: Date) -> Option<Text> {
    let day = due.day();
    if day < today {
        return Some(say.day(day, today));
    }
    if day > today {
        return None;
    }
    due.time().map(|time| say.time(time))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn today() -> Date {
        "2026-11-21".parse().unwrap()
    }

    fn say() -> Messages {
        Messages::to(&["en-GB"])
    }

    #[test]
    fn an_entry_says_when() {
        let said = |due: &str| when(&say(), &due.parse().unwrap(), today()).map(String::from);
        assert_eq!(said("2026-11-20").as_deref(), Some("yesterday"));
        assert_eq!(said("2026-11-02T09:00").as_deref(), Some("2 Nov"));
        assert_eq!(said("2025-12-24").as_deref(), Some("24 Dec 2025"));
        assert_eq!(said("2026-11-21T09:05").as_deref(), Some("09:05"));
        assert_eq!(said("2026-11-21"), None);
        assert_eq!(said("2026-11-23"), None);
    }

    #[test]
    fn a_title_is_data() {
        assert_eq!(label("Salt & pepper"), "Salt && pepper");
        assert_eq!(label("a\u{202e}b\tc\n"), "a b c");
        assert_eq!(label(&"x".repeat(50)), format!("{}…", "x".repeat(40)));
    }

    proptest! {
        #[test]
        fn no_title_marks_a_menu(title in any::<String>()) {
            let label = label(&title);
            prop_assert!(!label.contains(char::is_control));
            prop_assert!(label.replace("&&", "").chars().count() <= 41);
            prop_assert!(!label.replace("&&", "").contains('&'));
        }
    }

    #[test]
    fn a_pause_says_its_end_and_is_over_then() {
        let now: Zoned = "2026-11-21T09:00[Europe/Berlin]".parse().unwrap();
        let at = |text: &str| Some(text.parse::<Timestamp>().unwrap());
        let content = |until| Content::new(&say(), &[], 0, until, None, &now);
        let paused = content(at("2026-11-21T09:00:00Z"));
        assert_eq!(
            paused.pause(&say()).as_str(),
            "Resume reminders (paused until 10:00)"
        );
        let over = content(at("2026-11-21T07:59:00Z"));
        assert_eq!(over.pause(&say()).as_str(), "Pause reminders for an hour");
        assert!(over.is_like(&content(None)));
    }
}
