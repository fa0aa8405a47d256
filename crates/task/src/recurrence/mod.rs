//! How a task comes again: a subset of the recurrence rules of RFC 5545, on civil dates.

mod after;
mod days;
mod describe;
mod matches;
mod next;
mod occurrences;
mod rule;
mod shift;
#[cfg(test)]
mod tests;
mod text;

pub use next::{Next, next_occurrence, upcoming};
pub use occurrences::Occurrences;
pub use rule::{ByDay, Ends, Frequency, Rule};

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use ts_rs::TS;

use crate::by_text::serde_by_text;
use crate::error::Error;

/// What the next occurrence is reckoned from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Basis {
    /// From the due date: occurrences stand fast, whenever one is completed.
    #[default]
    Due,
    /// From the day on which the latest one was completed ("every! 3 days").
    Completion,
}

/// How a task comes again. Its text is the value of an RFC 5545 `RRULE`, such as
/// `FREQ=WEEKLY;BYDAY=MO,FR`, and `;FROM=COMPLETION` after it (ours) where it goes by the day on
/// which the latest occurrence was completed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, JsonSchema, TS)]
#[schemars(with = "String")]
#[ts(as = "String")]
pub struct Recurrence {
    /// The rule.
    pub rule: Rule,
    /// What it is reckoned from.
    pub basis: Basis,
}

/// The part, ours, of a rule that goes by completion.
const FROM_COMPLETION: &str = "FROM=COMPLETION";

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rule.fmt(f)?;
        match self.basis {
            Basis::Due => Ok(()),
            Basis::Completion => write!(f, ";{FROM_COMPLETION}"),
        }
    }
}

impl FromStr for Recurrence {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let upper = text.trim().to_ascii_uppercase();
        let whole = upper.strip_prefix("RRULE:").unwrap_or(&upper);
        let mut parts: Vec<&str> = whole.split(';').collect();
        let from = parts.iter().position(|part| *part == FROM_COMPLETION);
        let basis = match from {
            Some(index) => {
                parts.remove(index);
                Basis::Completion
            }
            None => Basis::Due,
        };
        let rule = parts.join(";");
        Ok(Self {
            rule: rule.parse()?,
            basis,
        })
    }
}

serde_by_text!(Recurrence);
