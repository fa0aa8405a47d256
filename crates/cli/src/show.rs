//! Tasks as lines of text.

use jiff::civil::Date;
use task::{Due, Overview, Priority, Task, near_day};

/// A due date as people say it, seen from `today`: `today`, `tomorrow 9:00`, `Sun 29 Nov`.
pub(crate) fn due(due: &Due, today: Date) -> String {
    let day = due.day();
    let day = match near_day(day, today) {
        Some(near) => near.to_owned(),
        None if day.year() == today.year() => day.strftime("%a %-d %b").to_string(),
        None => day.strftime("%a %-d %b %Y").to_string(),
    };
    match due {
        Due::Day(_) => day,
        Due::At(at) => format!("{day} {}", at.strftime("%-H:%M")),
        Due::In(at, zone) => format!("{day} {} {zone}", at.strftime("%-H:%M")),
    }
}

/// One line of a list: short id, mark, title, and what else there is to know.
pub(crate) fn line(task: &Task, overview: &Overview, today: Date) -> String {
    let mut facts = Vec::new();
    if task.priority != Priority::default() {
        facts.push(task.priority.as_str().to_owned());
    }
    if let Some(when) = &task.due {
        facts.push(due(when, today));
    }
    let list = overview
        .lists
        .iter()
        .find(|entry| Some(entry.list.id) == task.list);
    facts.extend(list.map(|entry| format!("#{}", entry.list.name)));
    facts.extend(task.tags.iter().map(|tag| format!("@{tag}")));
    let mark = if task.completed_at.is_some() {
        "[x]"
    } else {
        "[ ]"
    };
    let facts = if facts.is_empty() {
        String::new()
    } else {
        format!("  ({})", facts.join(", "))
    };
    format!("{}  {mark} {}{facts}\n", task.short_id, task.title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_said_as_people_say_them() {
        let today = "2026-11-21".parse().unwrap();
        for (text, said) in [
            ("2026-11-20", "yesterday"),
            ("2026-11-21T09:05", "today 9:05"),
            ("2026-11-22", "tomorrow"),
            ("2026-11-29", "Sun 29 Nov"),
            ("2027-01-01", "Fri 1 Jan 2027"),
            ("2026-11-22T18:00[Asia/Tokyo]", "tomorrow 18:00 Asia/Tokyo"),
        ] {
            assert_eq!(due(&text.parse().unwrap(), today), said);
        }
    }
}
