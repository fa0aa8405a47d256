//! The query language of saved filters and of `list`: `today | overdue & @work & p1`.
//!
//! `&` (both) binds tighter than `|` (either), `!` is not, parentheses group, case and white space
//! don't matter. The conditions are:
//!
//! | Written | Means |
//! |---|---|
//! | `today`, `friday`, `22 nov`, `2026-11-22`, `in 3 days`, `-7 days`, `7 days ago` | due on that day |
//! | `overdue` | due before today |
//! | `before friday`, `after: 1 dec`, `due before: …`, `due after: …` | due before or after that day |
//! | `7 days`, `next 2 weeks` | due on one of so many days, today the first of them |
//! | `start: …`, `deadline: …`, `start before: …`, `deadline: next 7 days` … | the same of the start and the deadline |
//! | `created: …`, `completed: …`, `created before: …`, `completed after: …` | the same of what has happened; `friday` is the last one |
//! | `no date`, `no start`, `no deadline`, `no time`, `someday`, `recurring` | |
//! | `@work`, `@wo*`, `@"a & b"`, `no tags` | with such a tag, with none |
//! | `#home`, `#"Two words"`, `#wo*`, `#inbox` | in such a list, in the Inbox |
//! | `p1` to `p4`, `no priority` | of this priority; `p4` is none |
//! | `"milk bread"`, `search: milk bread` | all of the words, or their beginnings, in title, notes or tags |
//! | `subtask`, `has: notes`, `has: reminder` | |
//! | `by: me`, `by: assistant`, `by: claude*` | made by them |
//! | `open`, `done`, `all`, `trash` | in that state |
//!
//! A filter shows open tasks, unless it speaks of a state (`completed: today` does; `all` are the
//! open and the completed). What is in the trash, or open in an archived list, stays out of sight
//! unless it says `trash`: then it shows just what it says.

mod atom;
mod condition;
mod days;
mod error;
mod explain;
mod matches;
mod parse;
mod pattern;
mod rename;
mod resolve;
mod suggest;
mod term;
#[cfg(test)]
mod tests;
mod token;
mod tree;
mod words;

pub use condition::{Author, Condition, Days, Instants, Property, State};
pub use error::FilterError;
pub use matches::Facts;
pub use pattern::Pattern;
pub use rename::with_tag_renamed;
pub use resolve::Resolved;
pub use tree::Tree;
pub use words::{is_unspaced, search_words};

use std::fmt;

use jiff::Zoned;

use term::Term;

/// The longest query, in Unicode scalar values.
pub const LENGTH_LIMIT: usize = 1_000;
/// How deep parentheses and `!` may go.
pub const DEPTH_LIMIT: usize = 50;

/// A query that was understood. Its days are still words: `today` is the day on which somebody
/// looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    text: String,
    tree: Tree<Term>,
}

impl Filter {
    /// Reads a query, the language of which the [module](self) describes. Whether words are a date
    /// is seen from `now`.
    ///
    /// # Errors
    /// [`FilterError`], which points at what is not understood and says what would be. Nothing may
    /// be missing, no more than [`LENGTH_LIMIT`] characters be typed, and parentheses may go no
    /// deeper than [`DEPTH_LIMIT`].
    pub fn parse(text: &str, now: &Zoned) -> Result<Self, FilterError> {
        let tree = parse::parse(text, now)?;
        Ok(Self {
            text: text.trim().to_owned(),
            tree,
        })
    }

    /// The query as it was typed, without white space around it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it asks of tasks at `now`, in the zone of `now`.
    pub fn resolve(&self, now: &Zoned) -> Resolved {
        Resolved::new(&self.tree, now)
    }
}

/// The query as this module would write it: one way for each condition, and no more parentheses
/// than it needs.
impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tree.fmt(f)
    }
}
