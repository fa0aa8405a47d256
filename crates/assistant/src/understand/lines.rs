//! What is to be added: one line, several, the things of an enumeration.

use super::intent::{Intent, Reference};
use super::pattern::{Slot, Slots};
use super::reference::reference;
use super::sense::Sense;
use super::slots::{list, when};
use super::token::{Kind, Phrase, Sentence};
use super::{Lexicon, english};
use crate::verb::Verb;

/// The intent of a sentence that adds; `None` where it is none, or its slots don't fit together.
pub(super) fn adding(sense: Sense, slots: &Slots<'_>, lexicon: &Lexicon) -> Option<Intent> {
    // What follows the line is in the table: a list of its own, or "my list".
    Some(match sense {
        Sense::AddNameless => Intent::AddNameless,
        Sense::Add => match slots.get(Slot::Quoted) {
            Some(quoted) => {
                let title = quoted.words().trim_matches(['"', '“', '”', '„']);
                Intent::Add(vec![format!("\"{title}\"")])
            }
            None => {
                let line = slots.get(Slot::Line)?;
                // "To do today" asks, and says nothing to do.
                if when(line, lexicon).is_some() {
                    return None;
                }
                match several(line) {
                    Some(lines) => Intent::Add(lines),
                    None => Intent::Add(vec![line.words().to_owned()]),
                }
            }
        },
        Sense::AddMany => {
            let line = slots.get(Slot::Line)?;
            let lines = several(line).unwrap_or_else(|| split(line));
            Intent::Add(lines)
        }
        Sense::AddTo => Intent::AddTo {
            line: line_with_date(slots)?,
            list: list(slots.get(Slot::List)?, lexicon)?,
        },
        Sense::PutTo => {
            let line = slots.get(Slot::Line)?;
            let list = list(slots.get(Slot::List)?, lexicon)?;
            let new = line.one_of(0, english::ARTICLES).is_none();
            match reference(line, lexicon) {
                Some(Reference::Words(_)) | None if new => Intent::AddTo {
                    line: line.words().to_owned(),
                    list,
                },
                Some(which) => Intent::Change(Verb::Put { list: Some(list) }, which),
                None => return None,
            }
        }
        Sense::AddNew => {
            let list = slots.get(Slot::Words)?;
            if list.len() > 3 {
                return None;
            }
            Intent::AddTo {
                line: line_with_date(slots)?,
                list: list.words().to_owned(),
            }
        }
        Sense::AddAt => Intent::Add(vec![line_with_date(slots)?]),
        _ => return None,
    })
}

/// The line, and behind it the date or recurrence that stood elsewhere in the sentence.
fn line_with_date(slots: &Slots<'_>) -> Option<String> {
    let line = slots.get(Slot::Line)?.words();
    let date = slots.get(Slot::When).or_else(|| slots.get(Slot::Rule));
    Some(date.map_or_else(
        || line.to_owned(),
        |date| format!("{line} {}", date.words()),
    ))
}

/// The lines of several tasks, where it is certain that they are: each on a line of its own, or
/// with semicolons between them.
fn several(line: Phrase<'_>) -> Option<Vec<String>> {
    let text = line.words();
    let lines: Vec<String> = text
        .split(['\n', '\r', ';'])
        .map(|line| {
            let line = line.trim();
            let dash = line.strip_prefix(['-', '*', '•']).unwrap_or(line);
            dash.trim_start_matches("[ ]").trim().to_owned()
        })
        .filter(|line| !line.is_empty())
        .collect();
    (lines.len() > 1 && lines.len() <= 200).then_some(lines)
}

/// The parts of an enumeration.
pub(super) fn split(line: Phrase<'_>) -> Vec<String> {
    let text = line.words();
    let mut parts: Vec<String> = text
        .split(", ")
        .map(|part| part.trim().to_owned())
        .collect();
    if let Some(last) = parts.pop() {
        let two = english::AND_LAST
            .iter()
            .find_map(|and| last.split_once(&format!(" {and} ")));
        let begins = english::AND_LAST
            .iter()
            .find_map(|and| last.strip_prefix(&format!("{and} ")));
        match (begins, two) {
            (Some(rest), _) => parts.push(rest.to_owned()),
            (None, Some((one, other))) => parts.extend([one.to_owned(), other.to_owned()]),
            (None, None) => parts.push(last),
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// The things of an enumeration such as "milk, eggs and bread", where each is a thing and none a
/// deed: "buy milk, eggs and bread" is one task.
pub(super) fn things(title: &str) -> Option<Vec<String>> {
    let sentence = Sentence::of(title);
    let line = sentence.phrase();
    let plain = line.tokens.iter().all(|token| token.kind == Kind::Word);
    if !plain || line.one_of(0, english::DOING).is_some() || !title.contains(", ") {
        return None;
    }
    let parts = split(line);
    let short = |part: &String| part.split_whitespace().count() <= 2;
    ((3..=20).contains(&parts.len()) && parts.iter().all(short)).then_some(parts)
}
