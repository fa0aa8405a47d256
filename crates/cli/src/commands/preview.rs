//! What a line would be understood as, without a database.

use jiff::Zoned;
use serde::Serialize;
use serde_json::Value;
use task::quick_add::{Confidence, Meaning, Span};
use task::{Due, Error, Priority, Recurrence, Reminder, Start};

use super::draft::{Understood, check};
use super::lines::{self, Source};
use crate::arguments::Add;
use crate::out::{Array, Out};
use crate::say::{self, FAINT, STRONG, styled};

/// What a line was understood as, in JSON.
#[derive(Serialize)]
struct Preview<'a> {
    title: &'a str,
    notes: &'a str,
    list: Option<&'a str>,
    tags: &'a [String],
    priority: Option<Priority>,
    start: Option<Start>,
    due: Option<&'a Due>,
    deadline: Option<jiff::civil::Date>,
    /// In minutes.
    duration: Option<u32>,
    recurrence: Option<&'a Recurrence>,
    /// The rule in plain English.
    recurrence_description: Option<String>,
    reminders: &'a [Reminder],
    spans: Vec<Piece>,
}

/// A recognised piece of the line, in UTF-16 code units.
#[derive(Serialize)]
struct Piece {
    start: u32,
    end: u32,
    text: String,
    kind: &'static str,
    confidence: Confidence,
    value: Value,
}

impl Piece {
    fn new(span: &Span, line: &str) -> Self {
        let text: Vec<u16> = line.encode_utf16().collect();
        let range =
            usize::try_from(span.start).unwrap_or(0)..usize::try_from(span.end).unwrap_or(0);
        let text = String::from_utf16_lossy(text.get(range).unwrap_or_default());
        let (kind, value) = match &span.meaning {
            Meaning::Due { due } => ("due", due.to_string().into()),
            Meaning::Recurrence { recurrence, .. } => ("recurrence", recurrence.to_string().into()),
            Meaning::List { name } => ("list", name.as_str().into()),
            Meaning::Tag { name } => ("tag", name.as_str().into()),
            Meaning::Priority { priority } => ("priority", priority.as_str().into()),
            Meaning::Deadline { deadline } => ("deadline", deadline.to_string().into()),
            Meaning::Duration { minutes } => ("duration", (*minutes).into()),
            Meaning::Notes => ("notes", Value::Null),
            Meaning::Literal => ("literal", Value::Null),
        };
        Self {
            start: span.start,
            end: span.end,
            text,
            kind,
            confidence: span.confidence,
            value,
        }
    }
}

/// Tells what would be added.
pub(super) fn preview(add: &Add, out: &mut Out) -> Result<(), Error> {
    let now = add.now.clone().unwrap_or_else(Zoned::now);
    match Source::of(add)? {
        Source::Words(line) => {
            let understood = read(&line, add, &now)?;
            if out.json {
                return out.value(&in_json(&understood, &line));
            }
            out.text(&in_words(&understood, &now));
            Ok(())
        }
        Source::Lines(all) => {
            let understood = lines::each(&all, |line| Ok((line, read(line, add, &now)?)))?;
            if out.json {
                let mut array = Array::default();
                for (line, understood) in &understood {
                    array.push(out, &in_json(understood, line))?;
                }
                array.end(out);
                return Ok(());
            }
            for (_, understood) in &understood {
                out.text(&in_words(understood, &now));
            }
            Ok(())
        }
    }
}

fn read(line: &str, add: &Add, now: &Zoned) -> Result<Understood, Error> {
    let understood = Understood::new(line, add, now)?;
    check(&Understood::new(line, add, now)?.into_draft(None), now)?;
    Ok(understood)
}

fn in_json<'a>(understood: &'a Understood, line: &str) -> Preview<'a> {
    let read = &understood.line;
    let spans = read.spans.iter();
    Preview {
        title: &read.title,
        notes: &read.notes,
        list: read.list.as_deref(),
        tags: &read.tags,
        priority: read.priority,
        start: understood.start,
        due: read.due.as_ref(),
        deadline: read.deadline,
        duration: read.duration,
        recurrence: read.recurrence.as_ref(),
        recurrence_description: read.recurrence.as_ref().map(Recurrence::describe),
        reminders: &understood.reminders,
        spans: spans.map(|span| Piece::new(span, line)).collect(),
    }
}

fn in_words(understood: &Understood, now: &Zoned) -> String {
    let read = &understood.line;
    let today = now.date();
    let mut text = format!("{}\n", styled(STRONG, &read.title));
    let start = understood.start.map(|start| match start {
        Start::Someday => "someday".to_owned(),
        Start::Day(start) => say::day(start, today),
    });
    let all = |each: Vec<String>| (!each.is_empty()).then(|| each.join(", "));
    let reminders = understood.reminders.iter();
    let fields = [
        ("list", read.list.clone()),
        ("start", start),
        ("due", read.due.as_ref().map(|when| say::due(when, today))),
        ("deadline", read.deadline.map(|by| say::day(by, today))),
        ("duration", read.duration.map(say::minutes)),
        (
            "repeats",
            read.recurrence.as_ref().map(Recurrence::describe),
        ),
        (
            "reminders",
            all(reminders.map(|at| say::reminder(at, now)).collect()),
        ),
        (
            "priority",
            read.priority.map(|priority| priority.as_str().to_owned()),
        ),
        (
            "tags",
            all(read.tags.iter().map(|tag| format!("@{tag}")).collect()),
        ),
        (
            "notes",
            (!read.notes.is_empty()).then(|| read.notes.clone()),
        ),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            let name = styled(FAINT, &format!("{name:<9}"));
            text.push_str(&format!("  {name}  {value}\n"));
        }
    }
    text
}
