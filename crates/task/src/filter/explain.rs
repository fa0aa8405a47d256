//! What to say of words that are not understood.

use super::atom::Reader;
use super::error::FilterError;
use super::suggest::nearest;
use super::term::{DateField, FIXED};
use super::token::{Token, quoted};
use crate::text::excerpt;

/// The words of dates that may be mistyped.
const DATES: [&str; 12] = [
    "before",
    "after",
    "today",
    "tomorrow",
    "yesterday",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// What a date may look like.
const DATE_EXAMPLE: &str = "Write one such as today, friday, 22 nov, 2026-11-22 or -7 days.";

impl Reader<'_> {
    /// An error about these pieces of the query.
    pub(super) fn error(&self, message: impl Into<String>, tokens: &[Token<'_>]) -> FilterError {
        let start = tokens.first().map_or(0, |token| token.start);
        let end = tokens.last().map_or(self.source.len(), Token::end);
        FilterError::new(message, self.source, (start, end))
    }

    /// Two conditions without an operator between them, of which these pieces begin the second.
    pub(super) fn side_by_side(&self, rest: &[Token<'_>]) -> FilterError {
        let (typed, one) = first(rest);
        let message = operator_word(typed).unwrap_or_else(|| {
            let typed = excerpt(typed, 60);
            format!("Write & (both) or | (either) before “{typed}”.")
        });
        self.error(message, one)
    }

    /// These words are no date, though one must be here; `all` are the whole condition.
    pub(super) fn no_date(&self, words: &[Token<'_>], all: &[Token<'_>]) -> FilterError {
        if words.is_empty() {
            let typed = excerpt(self.typed(all), 60);
            let message = format!("A date is missing after “{typed}”. {DATE_EXAMPLE}");
            return self.error(message, all);
        }
        let typed = excerpt(self.typed(words), 60);
        let meant = nearest(&typed, DATES)
            .map(|meant| format!(" Did you mean “{meant}”?"))
            .unwrap_or_default();
        let message = format!("“{typed}” is not a date.{meant} {DATE_EXAMPLE}");
        self.error(message, words)
    }

    /// These words are no condition.
    pub(super) fn unknown(&self, words: &[Token<'_>]) -> FilterError {
        let whole = self.typed(words);
        let (begin, one) = first(words);
        if let Some(message) = operator_word(begin) {
            return self.error(message, one);
        }
        let digits = begin.strip_prefix(['p', 'P']).unwrap_or_default();
        if !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) {
            let typed = excerpt(begin, 60);
            let message = format!("“{typed}” is not a priority. Priorities are p1 to p4.");
            return self.error(message, one);
        }
        let known = || {
            FIXED
                .iter()
                .map(|(fixed, _)| *fixed)
                .chain(DateField::ALL.map(DateField::as_str))
                .chain(["overdue", "search:", "by:"])
                .chain(DATES)
        };
        let near = nearest(whole, known()).map(|meant| (meant, whole, words));
        let near = near.or_else(|| nearest(begin, known()).map(|meant| (meant, begin, one)));
        let typed = excerpt(whole, 60);
        if let Some((meant, near, pieces)) = near {
            let quoted = quoted(&typed);
            let message = format!(
                "“{near}” is not understood. Did you mean “{meant}”? To look for words, put them in quotes: {quoted}."
            );
            return self.error(message, pieces);
        }
        let known = match begin.trim_end_matches(':').to_lowercase().as_str() {
            "has" => "Write has: notes or has: reminder.",
            "no" => "Write no date, no time, no start, no deadline, no tags or no priority.",
            _ => {
                "Write a date such as today or 22 nov, overdue, p1, @tag or #list; words to look for go in quotes."
            }
        };
        let message = format!("“{typed}” is not understood. {known}");
        self.error(message, words)
    }
}

/// The first piece, its text and by itself.
fn first<'a, 'b>(tokens: &'b [Token<'a>]) -> (&'a str, &'b [Token<'a>]) {
    let one = tokens.get(..1).unwrap_or(tokens);
    (one.first().map_or("", |token| token.text), one)
}

/// What to write for an operator that was typed as a word.
fn operator_word(word: &str) -> Option<String> {
    let operator = match word.to_lowercase().as_str() {
        "and" => '&',
        "or" => '|',
        "not" => '!',
        _ => return None,
    };
    Some(format!("Write {operator} in place of “{word}”."))
}
