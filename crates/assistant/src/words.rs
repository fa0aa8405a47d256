//! Tasks in the assistant's words. Titles come from outside, and the answer is Markdown: they are
//! escaped, so that a title is never markup.

use jiff::civil::Date;
use mcp::ToolTask;
use task::{Due, near_day};

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

/// `today`, `tomorrow at 9:00`, `on Friday 27 November`.
pub(crate) fn due(due: &Due, today: Date) -> String {
    let day = due.day();
    let day = match near_day(day, today) {
        Some(near) => near.to_owned(),
        None if day.year() == today.year() => day.strftime("on %A %-d %B").to_string(),
        None => day.strftime("on %-d %B %Y").to_string(),
    };
    match due {
        Due::Day(_) => day,
        Due::At(at) => format!("{day} at {}", at.strftime("%-H:%M")),
        Due::In(at, zone) => format!("{day} at {} ({})", at.strftime("%-H:%M"), escape(zone)),
    }
}

/// One line of a list.
pub(crate) fn line(task: &ToolTask, today: Date) -> String {
    let mut line = escape(&task::text::excerpt(&task.title, 200));
    if task.completed_at.is_some() {
        line = format!("~~{line}~~");
    }
    if let Some(when) = &task.due {
        let late = task.completed_at.is_none() && when.day() < today;
        let word = if late { "was due" } else { "due" };
        line.push_str(&format!(", {word} {}", due(when, today)));
    }
    if let Some(list) = &task.list {
        line.push_str(&format!(", in {}", escape(list)));
    }
    line
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

/// Asks which of the tasks that fit is meant; whether it is this one, where there is one only.
/// `numbered` is the list of them.
pub(crate) fn which(verb: &str, several: &[ToolTask], numbered: &str) -> String {
    match several {
        [only] => format!("Do you mean {}? Say yes, or its name.", quoted(only)),
        _ => format!(
            "{} fit. Which one shall I {verb}? Say its number.\n\n{numbered}",
            several.len()
        ),
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
    fn one_that_may_be_meant_is_asked_for_by_its_name() {
        let task: ToolTask = serde_json::from_value(serde_json::json!({
            "id": "019aa6a0-0000-7000-8000-000000000001",
            "title": "Teamwork talk",
            "priority": "p4",
        }))
        .unwrap();
        assert_eq!(
            which("delete", std::slice::from_ref(&task), ""),
            "Do you mean “Teamwork talk”? Say yes, or its name."
        );
        assert_eq!(
            which("delete", &[task.clone(), task], "1. …"),
            "2 fit. Which one shall I delete? Say its number.\n\n1. …"
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
}
