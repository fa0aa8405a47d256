//! Entries of the activity: who did what, when, from what to what.

use serde_json::Value;
use task::{Activity, Deed, Due, FieldChange, Recurrence, Reminder, TaskId, field};

use super::page::{actor, reminder};
use super::{FAINT, Names, due, instant, minutes, styled};

/// The longest value that is shown of a field, in characters.
const LONGEST: usize = 60;

/// An entry, and below it what it wrote. Of an entry about several tasks, `whole` shows the fields
/// as well (they are then one task's).
pub(crate) fn activity(entry: &Activity, names: &Names<'_>, whole: bool) -> String {
    let number = format!("{:>6}", entry.seq);
    let deed = match (entry.deed, entry.reverses) {
        (Deed::Reversed, Some(other)) => format!("reversed entry {other},"),
        (deed, _) => deed.as_str().to_owned(),
    };
    let more = match entry.count {
        0 | 1 => String::new(),
        n => format!(" and {} more", n - 1),
    };
    let undone = if entry.undone {
        styled(FAINT, "  (taken back)")
    } else {
        String::new()
    };
    let mut text = format!(
        "{}  {}  {} {deed} “{}”{more}{undone}\n",
        styled(FAINT, &number),
        instant(entry.at, names.now),
        actor(&entry.actor),
        entry.subject,
    );
    if whole || entry.count <= 1 {
        for change in entry.fields.iter().filter(|field| is_told(entry, field)) {
            text.push_str(&format!("{:8}{}\n", "", field_change(change, names)));
        }
    }
    text
}

/// Whether a field says more than the entry itself.
fn is_told(entry: &Activity, change: &FieldChange) -> bool {
    let known = match change.field.as_str() {
        field::POSITION | field::CREATED_AT | field::CREATED_BY => true,
        field::TITLE | field::NAME => entry.deed == Deed::Added,
        field::COMPLETED | field::SKIPPED => change.occurrence.is_none(),
        field::DELETED | field::ARCHIVED => true,
        _ => false,
    };
    !known && change.old != change.new
}

fn field_change(change: &FieldChange, names: &Names<'_>) -> String {
    let (name, of) = match change.field.split_once(':') {
        Some(("tag", tag)) => ("tag", Some(format!("@{tag}"))),
        Some(("reminder", text)) => {
            let read: Option<Reminder> = text.parse().ok();
            let said = read.map(|read| reminder(&read, names.now));
            ("reminder", Some(said.unwrap_or_else(|| text.to_owned())))
        }
        _ => (change.field.as_str(), None),
    };
    if let (Some(date), field::COMPLETED | field::SKIPPED) = (&change.occurrence, name) {
        let date: Option<Due> = date.parse().ok();
        let date = date.map(|date| due(&date, names.now.date()));
        return format!(
            "{} {}",
            styled(FAINT, "occurrence:"),
            date.unwrap_or_default()
        );
    }
    let occurrence = change
        .occurrence
        .as_ref()
        .map(|date| format!(" of {date}"))
        .unwrap_or_default();
    let name = styled(FAINT, &format!("{name}{occurrence}:"));
    if let Some(of) = of {
        let gone = if change.new.is_null() {
            " → none"
        } else {
            ""
        };
        return format!("{name} {of}{gone}");
    }
    let value = |value| value_in_words(&change.field, value, names);
    match (&change.old, &change.new) {
        (Value::Null, new) => format!("{name} {}", value(new)),
        (old, new) => format!("{name} {} → {}", value(old), value(new)),
    }
}

/// A field's value as people read it; one that this version can't read, as it is.
fn value_in_words(name: &str, value: &Value, names: &Names<'_>) -> String {
    let text = match value {
        Value::Null => return if name == field::LIST { "Inbox" } else { "none" }.to_owned(),
        Value::String(text) => text.as_str(),
        other => {
            let number = other.as_u64().and_then(|number| u32::try_from(number).ok());
            return match number {
                Some(number) if name == field::DURATION => minutes(number),
                _ => other.to_string(),
            };
        }
    };
    let read = match name {
        field::DUE | field::START | field::DEADLINE => {
            let read: Option<Due> = text.parse().ok();
            read.map(|when| due(&when, names.now.date()))
        }
        field::LIST => {
            let id = text.parse().ok();
            id.and_then(|id| names.list(id)).map(str::to_owned)
        }
        field::PARENT => {
            let read: Option<TaskId> = text.parse().ok();
            read.map(|parent| parent.short())
        }
        field::RECURRENCE => {
            let read: Option<Recurrence> = text.parse().ok();
            read.map(|rule| rule.describe())
        }
        _ => None,
    };
    let read = read.unwrap_or_else(|| text.replace('\n', " "));
    task::text::excerpt(&read, LONGEST)
}
