//! Tasks in the assistant's words. Titles come from outside, and the answer is Markdown: they are
//! escaped, so that a title is never markup.

use jiff::civil::Date;
use mcp::ToolTask;
use task::{Due, Priority, near_day};

/// Text with Markdown's marks escaped.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`'
                | '*'
                | '_'
                | '{'
                | '}'
                | '['
                | ']'
                | '<'
                | '>'
                | '#'
                | '|'
                | '~'
                | '!'
                | '&'
        ) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A title in quotes.
pub(crate) fn quoted(task: &ToolTask) -> String {
    format!("“{}”", escape(&task::text::excerpt(&task.title, 120)))
}

/// `today`, `on Friday 27 November`, `on 2 January 2027`.
pub(crate) fn day(day: Date, today: Date) -> String {
    match near_day(day, today) {
        Some(near) => near.to_owned(),
        None if day.year() == today.year() => day.strftime("on %A %-d %B").to_string(),
        None => day.strftime("on %-d %B %Y").to_string(),
    }
}

/// `today`, `tomorrow at 9:00`, `on Friday 27 November`.
pub(crate) fn due(due: &Due, today: Date) -> String {
    let day = day(due.day(), today);
    match due {
        Due::Day(_) => day,
        Due::At(at) => format!("{day} at {}", at.strftime("%-H:%M")),
        Due::In(at, zone) => format!("{day} at {} ({})", at.strftime("%-H:%M"), escape(zone)),
    }
}

/// One line of a list: the title, and what there is to say of it.
pub(crate) fn line(task: &ToolTask, today: Date) -> (String, String) {
    let mut title = escape(&task::text::excerpt(&task.title, 200));
    if task.completed_at.is_some() {
        title = format!("~~{title}~~");
    }
    (title, facts(task, today))
}

/// `, due tomorrow, p1, in Home`.
pub(crate) fn facts(task: &ToolTask, today: Date) -> String {
    let mut facts = String::new();
    if let Some(when) = &task.due {
        let late = task.completed_at.is_none() && when.day() < today;
        let word = if late { "was due" } else { "due" };
        facts.push_str(&format!(", {word} {}", due(when, today)));
    }
    if let Some(recurrence) = &task.recurrence {
        facts.push_str(&format!(", {}", recurrence.describe()));
    }
    if task.priority != Priority::default() {
        facts.push_str(&format!(", {}", task.priority.as_str()));
    }
    if let Some(list) = &task.list {
        facts.push_str(&format!(", in {}", escape(list)));
    }
    for tag in &task.tags {
        facts.push_str(&format!(", @{}", escape(tag)));
    }
    facts
}

/// `1 task`, `3 tasks`, with a word before.
pub(crate) fn count(n: usize, adjective: &str) -> String {
    let adjective = if adjective.is_empty() {
        String::new()
    } else {
        format!("{adjective} ")
    };
    match n {
        1 => format!("1 {adjective}task"),
        n => format!("{n} {adjective}tasks"),
    }
}

/// ` word` behind something, or nothing.
pub(crate) fn behind(words: &str) -> String {
    if words.is_empty() {
        String::new()
    } else {
        format!(" {words}")
    }
}

/// `20 minutes`, `1 hour`, `1 hour 30 minutes`.
pub(crate) fn length(minutes: u32) -> String {
    let of = |n: u32, word: &str| match n {
        1 => format!("1 {word}"),
        n => format!("{n} {word}s"),
    };
    match (minutes / 60, minutes % 60) {
        (0, minutes) => of(minutes, "minute"),
        (hours, 0) => of(hours, "hour"),
        (hours, minutes) => format!("{} {}", of(hours, "hour"), of(minutes, "minute")),
    }
}

/// `@home`, `@home and @work`.
pub(crate) fn tags(tags: &[String]) -> String {
    let marked: Vec<String> = tags.iter().map(|tag| format!("@{}", escape(tag))).collect();
    all_of(&marked)
}

/// `a, b and c`.
pub(crate) fn all_of(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_never_markup() {
        assert_eq!(
            escape("<b> [x](y) *a* `c`"),
            "\\<b\\> \\[x\\](y) \\*a\\* \\`c\\`"
        );
    }

    #[test]
    fn dates_are_said() {
        let today = "2026-11-21".parse().unwrap();
        let said = |text: &str| due(&text.parse().unwrap(), today);
        assert_eq!(said("2026-11-22T09:00"), "tomorrow at 9:00");
        assert_eq!(said("2026-11-27"), "on Friday 27 November");
        assert_eq!(said("2027-01-02"), "on 2 January 2027");
    }

    #[test]
    fn lengths_and_lists_are_said() {
        assert_eq!(length(1), "1 minute");
        assert_eq!(length(90), "1 hour 30 minutes");
        assert_eq!(length(120), "2 hours");
        let things = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(all_of(&things), "a, b and c");
    }
}
