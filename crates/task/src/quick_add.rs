//! The line that people type to add a task. It understands when the task is due, where that stands
//! at the end of the line; everything else is the title, to the letter.

use jiff::Zoned;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::due::Due;
use crate::words::due_in_words;

/// A piece of the typed text, in UTF-16 code units (as JavaScript counts).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct TextRange {
    /// Where it begins.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
}

/// What a recognised piece of the text stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Span {
    /// When the task is due.
    Due {
        /// Where it begins, in UTF-16 code units.
        start: u32,
        /// Where it ends, exclusive.
        end: u32,
        /// What it was understood as.
        due: Due,
    },
}

/// What a line was understood as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct QuickAdd {
    /// What is left for the title; empty when there are no words.
    pub title: String,
    /// When the task is due, if the line says so.
    pub due: Option<Due>,
    /// The pieces that were recognised, in the order of the text.
    pub spans: Vec<Span>,
}

/// Before these words' neighbours, a date belongs to the sentence: "delete mails up to january 30th".
const BINDING: [&str; 14] = [
    "to", "until", "till", "of", "from", "since", "the", "a", "for", "before", "after", "and",
    "or", "than",
];

/// How many words at the end of the line may make up a date.
const LONGEST: usize = 6;

/// Reads a line. `refused` are pieces that the person wants to keep as words of the title; a date
/// that touches one of them is not recognised. A line in quotes is a title as it stands.
pub fn read(text: &str, refused: &[TextRange], now: &Zoned) -> QuickAdd {
    let whole = text.trim();
    if let Some(quoted) = quoted(whole) {
        return QuickAdd {
            title: quoted.to_owned(),
            due: None,
            spans: Vec::new(),
        };
    }
    let words = words(text);
    // At least one word stays for the title; the longest date wins.
    let first = words.len().saturating_sub(LONGEST).max(1);
    for (index, word) in words.iter().enumerate().skip(first) {
        let Some(piece) = text.get(word.start..) else {
            continue;
        };
        let before = words
            .get(index - 1)
            .map(|w| w.lower.as_str())
            .unwrap_or_default();
        if !stands_alone(piece.trim_end(), before) {
            continue;
        }
        let Some(due) = due_in_words(piece, now) else {
            continue;
        };
        let start = utf16(text.get(..word.start).unwrap_or_default());
        let end = start + utf16(piece.trim_end());
        if refused
            .iter()
            .any(|range| range.start < end && start < range.end)
        {
            continue;
        }
        let title = text.get(..word.start).unwrap_or_default().trim().to_owned();
        return QuickAdd {
            title,
            due: Some(due.clone()),
            spans: vec![Span::Due { start, end, due }],
        };
    }
    QuickAdd {
        title: whole.to_owned(),
        due: None,
        spans: Vec::new(),
    }
}

struct Word {
    start: usize,
    lower: String,
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_whitespace(), start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                let lower = text.get(from..at).unwrap_or_default().to_lowercase();
                words.push(Word { start: from, lower });
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn quoted(text: &str) -> Option<&str> {
    [('"', '"'), ('“', '”'), ('«', '»')]
        .into_iter()
        .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close))
        .map(str::trim)
        .filter(|inner| !inner.is_empty())
}

/// Whether a date at the end of the line may be one: not bound to the word before it, and not a
/// short form ("sat", "mar", "sun", "tom") that is a word of its own.
fn stands_alone(piece: &str, before: &str) -> bool {
    if BINDING.contains(&before) || before.ends_with(['"', '”']) {
        return false;
    }
    let lower = piece.to_lowercase();
    let ambiguous = [
        "sat", "sun", "mon", "wed", "fri", "tue", "thu", "tom", "tod", "noon",
    ];
    !ambiguous.contains(&lower.as_str())
}

fn utf16(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn now() -> Zoned {
        "2026-11-21T09:00[Europe/Berlin]".parse().unwrap()
    }

    #[track_caller]
    fn reads(text: &str, title: &str, due: Option<&str>) {
        let read = read(text, &[], &now());
        assert_eq!(read.title, title, "{text}");
        assert_eq!(
            read.due.map(|due| due.to_string()).as_deref(),
            due,
            "{text}"
        );
    }

    #[test]
    fn a_date_at_the_end_is_the_due_date() {
        reads(
            "buy groceries tomorrow",
            "buy groceries",
            Some("2026-11-22"),
        );
        reads(
            "call the dentist on friday at 9am",
            "call the dentist",
            Some("2026-11-27T09:00"),
        );
        reads("Pay rent by 1 december", "Pay rent", Some("2026-12-01"));
        reads(
            "Renew passport in 3 weeks",
            "Renew passport",
            Some("2026-12-12"),
        );
    }

    #[test]
    fn titles_stay_whole() {
        for title in [
            "Read The 5th Wave",
            "The 9/11 Report",
            "fix monitor stand",
            "order wedding cake",
            "buy almonds",
            "take photo of saturn",
            "fix sunglasses",
            "paprika",
            "Marching band",
            "sat scores",
            "Renovation - 2nd Floor Bath",
            "13th floor - remark",
            "delete mails up to january 30th",
            "Read Tomorrow's paper",
            "Prepare Friday demo",
            "github",
            "renewed",
            "tomorrow",
            "the cat sat",
            "Call Tom",
            "buy milk at the sun",
        ] {
            reads(title, title, None);
        }
    }

    #[test]
    fn quotes_and_refusal_keep_words() {
        reads("\"buy groceries tomorrow\"", "buy groceries tomorrow", None);
        let refused = [TextRange { start: 14, end: 22 }];
        let read = read("buy groceries tomorrow", &refused, &now());
        assert_eq!(
            (read.title.as_str(), read.due),
            ("buy groceries tomorrow", None)
        );
    }

    #[test]
    fn spans_count_as_javascript_does() {
        let read = read("😀 fête tomorrow", &[], &now());
        assert_eq!(
            read.spans,
            [Span::Due {
                start: 8,
                end: 16,
                due: "2026-11-22".parse().unwrap()
            }]
        );
    }

    proptest! {
        #[test]
        fn never_panics_and_eats_nothing_but_the_span(text in "\\PC{0,60}( (?:tomorrow|friday|in 3 days|9am|22 nov|\\PC{0,8})){0,3}") {
            let read = read(&text, &[], &now());
            if read.spans.is_empty() && super::quoted(text.trim()).is_none() {
                prop_assert_eq!(read.title, text.trim());
            } else if let Some(Span::Due { start, .. }) = read.spans.first() {
                let units: Vec<u16> = text.encode_utf16().take(*start as usize).collect();
                let kept = String::from_utf16_lossy(&units);
                prop_assert_eq!(kept.trim(), read.title);
            }
        }
    }
}
