//! How tasks and what became of them are said to people.

mod activity;
mod dates;
mod page;
mod rows;

pub(crate) use activity::activity;
pub(crate) use dates::{day, due, instant, minutes};
pub(crate) use page::{page, reminder};
pub(crate) use rows::{Names, Row, rows};

use anstyle::{AnsiColor, Style};
use task::Priority;

/// What is beside the point.
pub(crate) const FAINT: Style = Style::new().dimmed();
/// What matters.
pub(crate) const STRONG: Style = Style::new().bold();
/// What is late.
pub(crate) const LATE: Style = AnsiColor::Red.on_default();
/// What is today's.
pub(crate) const NOW: Style = AnsiColor::Green.on_default();
/// Lists and tags.
pub(crate) const NAME: Style = AnsiColor::Cyan.on_default();

/// How a priority looks.
pub(crate) fn priority(priority: Priority) -> Style {
    match priority {
        Priority::P1 => AnsiColor::Red.on_default().bold(),
        Priority::P2 => AnsiColor::Yellow.on_default().bold(),
        Priority::P3 => AnsiColor::Blue.on_default().bold(),
        Priority::P4 => Style::new(),
    }
}

/// Text in a style.
pub(crate) fn styled(style: Style, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("{style}{text}{style:#}")
}

/// A number of things: `1 task`, `2 tasks`.
pub(crate) fn count(number: usize, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {one}s"),
    }
}
