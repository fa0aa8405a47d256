//! The line that people type to add a task. It understands when the task is due, where that stands
//! at the end of the line; everything else is the title, to the letter.

use jiff::Zoned;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::due::Due;
use crate::words::{LONGEST, Said, is_date_like, is_month, is_weekday, said, split};

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

/// A date after one of these words belongs to the sentence: "delete mails up to january 30th".
const BINDING: [&str; 26] = [
    "to", "until", "till", "of", "from", "since", "the", "a", "for", "before", "after", "and",
    "or", "than", "with", "about", "not", "at", "between", "through", "@", "&", "+", "-", "–", "—",
];

/// One of these words makes a recurrence, another date or a name of the date that it stands
/// directly before: "every friday", "last monday", "Good Friday". A preposition parts them: "fly to
/// the USA on friday".
const QUALIFYING: [&str; 27] = [
    "every", "each", "other", "last", "this", "next", "coming", "first", "second", "third",
    "fourth", "fifth", "black", "good", "easter", "palm", "ash", "cyber", "shrove", "whit",
    "freaky", "usa", "super", "blue", "bloody", "holy", "high",
];

/// Words of dates that are more often something else in a title: names, and a song.
const NEVER: [&str; 3] = ["tom", "tod", "yesterday"];

/// Short weekdays are words of their own ("the cat sat", "in the sun"), unless one of [`LEADING`]
/// stands before them.
const SHORT: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const LEADING: [&str; 4] = ["on", "by", "next", "this"];

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
    for (index, word) in words
        .iter()
        .enumerate()
        .skip(words.len().saturating_sub(LONGEST))
    {
        let (head, piece) = text.split_at(word.start);
        let piece = piece.trim_end();
        let date = piece.strip_suffix(['.', '!']).unwrap_or(piece);
        let Some(said) = said(date, now) else {
            continue;
        };
        let start = utf16(head);
        let end = start + utf16(piece);
        if refused
            .iter()
            .any(|range| range.start < end && start < range.end)
        {
            continue;
        }
        // The longest date decides: where it belongs to the title, its tail does too.
        let title = head.trim().trim_end_matches([',', ';']).trim_end();
        let earlier = words.get(..index).unwrap_or_default();
        if title.is_empty() || !stands_alone(date, &said, earlier) {
            break;
        }
        let Some(due) = said.due(now, None) else {
            break;
        };
        return QuickAdd {
            title: title.to_owned(),
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

impl Word {
    /// Without the punctuation around it.
    fn bare(&self) -> &str {
        self.lower.trim_matches(|c: char| !c.is_alphanumeric())
    }
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
        .find_map(|(open, close)| {
            let inner = text.strip_prefix(open)?.strip_suffix(close)?.trim();
            (!inner.is_empty() && !inner.contains([open, close])).then_some(inner)
        })
}

/// Whether what reads as a date is one, and no part of the title before it.
fn stands_alone(date: &str, said: &Said, earlier: &[Word]) -> bool {
    let date = date.to_lowercase();
    let date = split(&date);
    !is_bound(&date, earlier)
        && is_unambiguous(&date)
        && match said {
            Said::Due(_) => !ends_in_a_date(earlier),
            Said::Time(_) => {
                is_clearly_a_time(&date)
                    && !earlier.last().is_some_and(|word| is_date_like(word.bare()))
            }
        }
}

fn is_bound(date: &[&str], earlier: &[Word]) -> bool {
    let Some(before) = earlier.last() else {
        return true;
    };
    let parted = matches!(date, ["on" | "by" | "at" | "in", ..]);
    // "30 feb 9" is not the ninth.
    let day_and_month = date.first().is_some_and(|word| is_month(word))
        && before.lower.ends_with(|c: char| c.is_ascii_digit());
    BINDING.contains(&before.lower.as_str())
        || before.lower.ends_with(['"', '”', '»'])
        || day_and_month
        || (!parted && (QUALIFYING.contains(&before.bare()) || is_ordinal(before.bare())))
}

fn is_unambiguous(date: &[&str]) -> bool {
    let previous = std::iter::once(&"").chain(date);
    previous.zip(date).all(|(previous, word)| {
        !NEVER.contains(word) && (!SHORT.contains(word) || LEADING.contains(previous))
    })
}

/// A time without a day must not be a verse, a ratio, a count or a word: "John 3:16", "look at 3".
fn is_clearly_a_time(time: &[&str]) -> bool {
    let digits = |word: &str| word.ends_with(|c: char| c.is_ascii_digit());
    match time {
        ["noon"] => false,
        [clock] => !digits(clock) || clock.len() == "09:00".len(),
        ["at", hour] => !digits(hour) || hour.contains(':'),
        _ => true,
    }
}

/// Whether a date, or what looks like one, stands before the date: "monday, friday", "30 feb
/// friday". A month alone may be a person: "call June friday".
fn ends_in_a_date(earlier: &[Word]) -> bool {
    let mut bare = earlier.iter().rev().map(Word::bare);
    let (last, before) = (
        bare.next().unwrap_or_default(),
        bare.next().unwrap_or_default(),
    );
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    is_weekday(last)
        || ["today", "tonight", "tomorrow", "tmr", "tmrw", "yesterday"].contains(&last)
        || last.parse::<jiff::civil::Date>().is_ok()
        || (number(last) && (last.contains('/') || is_month(before)))
        || (is_month(last) && number(before))
}

/// "2nd", as in "the 2nd friday".
fn is_ordinal(word: &str) -> bool {
    ["st", "nd", "rd", "th"]
        .into_iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .any(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
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
    fn a_date_leaves_the_title_alone() {
        for (text, title, due) in [
            ("Call Tom tomorrow", "Call Tom", "2026-11-22"),
            ("Call Tom on friday 9am", "Call Tom", "2026-11-27T09:00"),
            ("Call June tomorrow", "Call June", "2026-11-22"),
            ("Gym on fri 9am", "Gym", "2026-11-27T09:00"),
            ("Gym next sat", "Gym", "2026-11-28"),
            ("Fly to the USA on friday", "Fly to the USA", "2026-11-27"),
            ("Finish this by friday", "Finish this", "2026-11-27"),
            ("Finish report by 5pm", "Finish report", "2026-11-21T17:00"),
            ("Read 1984 tomorrow", "Read 1984", "2026-11-22"),
            ("Log in tomorrow", "Log in", "2026-11-22"),
            (
                "Pack for ski weekend friday",
                "Pack for ski weekend",
                "2026-11-27",
            ),
            ("Standup 09:30", "Standup", "2026-11-21T09:30"),
            ("Dinner 18:30", "Dinner", "2026-11-21T18:30"),
            ("Standup at 9:30", "Standup", "2026-11-21T09:30"),
            ("Standup tomorrow 9:30", "Standup", "2026-11-22T09:30"),
            ("Lunch tomorrow at 1", "Lunch", "2026-11-22T13:00"),
            ("Lunch at noon", "Lunch", "2026-11-21T12:00"),
            ("Call mom tomorrow\t9am", "Call mom", "2026-11-22T09:00"),
            ("Call mom tomorrow\u{a0}9am", "Call mom", "2026-11-22T09:00"),
            ("Buy milk, tomorrow", "Buy milk", "2026-11-22"),
            ("Buy milk; friday, 9am", "Buy milk", "2026-11-27T09:00"),
            ("Buy milk tomorrow.", "Buy milk", "2026-11-22"),
            ("Buy milk tomorrow!", "Buy milk", "2026-11-22"),
            ("Call 2026-12-24T09:00", "Call", "2026-12-24T09:00"),
            (
                "Call 2026-12-24T09:00[Europe/Berlin]",
                "Call",
                "2026-12-24T09:00[Europe/Berlin]",
            ),
            (
                "Renew it by 5 december 2027 at 9:30 am",
                "Renew it",
                "2027-12-05T09:30",
            ),
        ] {
            reads(text, title, Some(due));
        }
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
            // A bound date keeps its tail.
            "Book table for tomorrow at 7pm",
            "Prepare slides for friday 9am",
            "delete mails until next friday",
            "Plan for this friday",
            // Names and short words.
            "Dinner with Tom at 8pm",
            "Call Tom 9am",
            "Call Tod at 5pm",
            "Watch the sun sat 9am",
            "Gym fri 9am",
            "Lunch with April 5",
            // A day that is not understood is not today.
            "Dentist on the 5th at 9am",
            "Dentist 12/5 at 9am",
            "Dentist 12/5 friday",
            "Pay 30 feb 9am",
            "Pay 30 feb 9",
            "Pay 30 feb friday",
            "Call in seven days at 9am",
            "Clean up this weekend at 10am",
            "Take pills every day at 9am",
            "Run every morning at 7am",
            "Standup mondays 9am",
            "Pay rent every month on the 1st 9am",
            // Recurrences and ranges.
            "Gym every friday",
            "Gym every other friday",
            "Gym 2nd friday",
            "Gym monday - friday",
            "Gym monday – friday",
            "Gym monday through friday",
            "Gym monday, wednesday, friday",
            "Gym monday friday",
            "Open hours 9am - 5pm",
            "minutes of last friday",
            "Clean each friday",
            "Call mom not today",
            "Think about tomorrow",
            "Call mom @ 9am",
            // Names with a date in them, verses and ratios.
            "Read John 3:16",
            "Mix resin 1:10",
            "scale 1:50",
            "Black Friday",
            "Plan Good Friday",
            "Freaky Friday",
            "Watch High Noon tomorrow",
            "Read USA Today",
            "Learn to play Yesterday",
            "Have a look at 3",
            "Lunch at 1",
            // A date and nothing else is the title.
            "9am tomorrow",
            "tomorrow at 7pm",
            ", tomorrow",
            "\"Foo\" and \"Bar\"",
            "“Foo” and “Bar”",
            "Buy milk, eggs,",
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
        fn never_panics_and_eats_nothing_but_the_span(text in "\\PC{0,60}( (?:tomorrow|friday,?|in 3 days|9am|22 nov!|at 3|every|tom|\\PC{0,8})){0,3}") {
            let read = read(&text, &[], &now());
            if read.spans.is_empty() && super::quoted(text.trim()).is_none() {
                prop_assert_eq!(read.title, text.trim());
            } else if let Some(Span::Due { start, .. }) = read.spans.first() {
                let units: Vec<u16> = text.encode_utf16().take(*start as usize).collect();
                let kept = String::from_utf16_lossy(&units);
                let kept = kept.trim().trim_end_matches([',', ';']).trim_end();
                prop_assert_eq!(kept, &read.title);
                prop_assert!(!read.title.is_empty());
            }
        }
    }
}
