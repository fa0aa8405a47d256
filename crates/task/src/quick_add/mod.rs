//! The line that people type to add a task: its title, and when it is due, how it comes again, its
//! list, tags, priority, deadline, duration and notes.
//!
//! `Pay rent every month on the 1st 9am #Home @money p1 for 20min {31 Jan} // from savings`
//!
//! **Marks** stand anywhere, after white space: `#List` (`#"Two words"`), `@tag`, `p1` to `p4`,
//! `{deadline}`, and `// notes`, which takes the rest of the line where `//` stands alone.
//! `#42` is a number, `@9am` and `a@b.c` are no tags.
//!
//! **Dates** are words of the sentence, and no word of a title may be lost. A date is recognised
//! - at the end of the line, or before a mark, "every …" or "for 20min";
//! - at its beginning; a weekday alone only before a verb, a comma or a colon ("friday call mom",
//!   "Friday: demo", but "Friday demo"), a recurrence in a word ("weekly report") only likewise;
//! - in the middle, where it has a time beside it ("friday 9am room 4"), stands after "by", or the
//!   sentence goes on after it with punctuation, a verb or a word such as "about" ("call mom
//!   tomorrow about the car", but "Prepare Friday demo", "meet on the 5th floor").
//!
//! And it is not recognised
//! - after a word that takes it for itself ("up to january 30th", "book table for tomorrow", "Good
//!   Friday", "last monday") or beside another date ("monday, friday", "monday - friday", "30 feb
//!   friday"); its tail stays with it ("for tomorrow at 7pm");
//! - where it is written as a name, in capitals that dates have not ("The Day After Tomorrow",
//!   "Tomorrow Never Dies");
//! - where it is more often something else: a month alone, "the 5th", "yesterday", "9/11";
//!   "tom" and "tod", which are names, but in lower case and beside a time ("9am tom"); a weekday or
//!   a date after the first verb, which is its object ("Ask Sunday about lunch", "Read 11/22/63").
//!
//! What is short needs the end of the line or more beside it:
//! - short weekdays stand at the end ("gym fri") or beside a time ("gym fri 9am about the key");
//!   `sat` and `sun` need the time, or "on", "by", "next" or "this" ("the cat sat");
//! - an hour alone stands after "at" at the end ("lunch at 1", "lunch at 1 with Bob"), but not after
//!   words that take "at" ("have a look at 3"), or after a day at the end ("tonight 8");
//! - 9:30 stands at the beginning before a word, or at the end from 6:00 and in steps of five
//!   minutes; any time in digits alone is a verse or a score after a name ("Read Rev 21:04") and after
//!   what has numbers ("score 10:30"), unless "at" says otherwise;
//! - "in april" (its first day), "in the morning" and "mondays" stand at the end;
//! - 1/2, 12/13 and 3.1. need "on" or a time.
//!
//! A recurrence whose end is not understood stays whole ("every sunday until christmas").
//!
//! **Quotes** keep what they hold. They stay in the title, unless they serve for nothing else: where
//! the whole line is quoted, or the quoted words would be a piece without (`Read "Tomorrow"`).
//! **Refused** pieces are kept as words too.
//!
//! A weekday is the next one to come, never today. "This weekend" is its Saturday, the end of a
//! week its Sunday, "next week" in seven days; "next month on the 5th" is in the next month of the
//! calendar. A time, a day of the month or a day of the year that is past rolls on to the next that
//! exists. With a recurrence the due date is the first occurrence still to come.
//!
//! Where a line says one thing twice, the last one counts; the other stays in the title. But of two
//! days with "and" between them the first does, so that the line comes up in time and the title
//! says the rest ("plant on 1 sept and water on 5 sept"). A line of nothing but pieces is its own
//! title. Reading takes time in proportion to the length of the line:
//! every rule looks a bounded number of words ahead.

mod around;
mod clock;
mod count;
mod cursor;
mod day;
mod every;
mod line;
mod numeric;
mod place;
mod policy;
mod quote;
mod rule;
mod time_alone;
mod title;
mod token;
mod when;
pub(crate) mod whole;

#[cfg(test)]
mod tests;

use jiff::Zoned;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::TaskDraft;
use crate::due::Due;
use crate::recurrence::Recurrence;
use crate::task::Priority;

/// A piece of the typed text, in UTF-16 code units (as JavaScript counts).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct TextRange {
    /// Where it begins.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
}

/// How surely a piece is what it was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// It could hardly be anything else.
    Certain,
    /// It may be a word of the title, or another date.
    Likely,
}

/// What a piece stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Meaning {
    /// When the task is due.
    Due {
        /// When.
        due: Due,
    },
    /// How it comes again.
    Recurrence {
        /// The rule.
        recurrence: Recurrence,
        /// The first occurrence, where the piece says at what time it comes.
        due: Option<Due>,
        /// The day from which on it comes, where the piece says so.
        #[schemars(with = "Option<String>")]
        #[ts(as = "Option<String>")]
        from: Option<Date>,
    },
    /// The list it is in.
    List {
        /// Its name.
        name: String,
    },
    /// A tag.
    Tag {
        /// Its name, as it is stored.
        name: String,
    },
    /// How much it matters.
    Priority {
        /// The priority.
        priority: Priority,
    },
    /// The last day on which it makes sense.
    Deadline {
        /// The day.
        #[schemars(with = "String")]
        #[ts(as = "String")]
        deadline: Date,
    },
    /// How long it takes.
    Duration {
        /// In minutes.
        minutes: u32,
    },
    /// Notes.
    Notes,
    /// Words that stay in the title, without the quotes that kept them.
    Literal,
}

/// A recognised piece of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Span {
    /// Where it begins, in UTF-16 code units.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
    /// How surely it is that.
    pub confidence: Confidence,
    /// What it stands for.
    #[serde(flatten)]
    pub meaning: Meaning,
}

/// What a line was understood as.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct QuickAdd {
    /// What is left for the title; empty when there are no words.
    pub title: String,
    /// The notes; empty when there are none.
    pub notes: String,
    /// The name of the list, if the line says so.
    pub list: Option<String>,
    /// The tags, as they are stored, each once.
    pub tags: Vec<String>,
    /// How much it matters, if the line says so.
    pub priority: Option<Priority>,
    /// When the task is due, if the line says so; of a recurrence, its first occurrence.
    pub due: Option<Due>,
    /// The last day on which the task makes sense, if the line says so.
    #[schemars(with = "Option<String>")]
    #[ts(as = "Option<String>")]
    pub deadline: Option<Date>,
    /// How long it takes, in minutes, if the line says so.
    pub duration: Option<u32>,
    /// How it comes again, if the line says so.
    pub recurrence: Option<Recurrence>,
    /// The pieces that were recognised, in the order of the text; none overlaps another.
    pub spans: Vec<Span>,
}

impl QuickAdd {
    /// The task that the line asks for.
    pub fn into_draft(self) -> TaskDraft {
        TaskDraft {
            title: self.title,
            notes: self.notes,
            list: self.list,
            due: self.due,
            deadline: self.deadline,
            duration: self.duration,
            recurrence: self.recurrence,
            priority: self.priority.unwrap_or_default(),
            tags: self.tags,
            ..TaskDraft::default()
        }
    }
}

/// Reads a line, seen from `now`. `refused` are pieces that the person wants to keep as words of
/// the title: what touches one of them is not recognised, though something shorter beside it may
/// be.
pub fn read(text: &str, refused: &[TextRange], now: &Zoned) -> QuickAdd {
    line::read(text, refused, now, &crate::language::EN).0
}
