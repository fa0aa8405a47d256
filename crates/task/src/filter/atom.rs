//! What the words of one condition mean.

use jiff::Zoned;

use super::condition::{Author, Property};
use super::days::{Reading, count, read};
use super::error::FilterError;
use super::matches::search_words;
use super::pattern::Pattern;
use super::suggest::nearest;
use super::term::{DateField, FIXED, Term, When};
use super::token::{Kind, Token};
use crate::decide::INBOX;
use crate::text;

/// What the words of conditions are read with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) source: &'a str,
    pub(super) now: &'a Zoned,
}

/// The words that begin conditions about dates, besides the names of the fields.
const BEFORE_AND_AFTER: [&str; 2] = ["before", "after"];

/// The words of days that are often mistyped.
const DAYS: [&str; 10] = [
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

/// The most words of a condition without quotes: "completed before: day after tomorrow" and to
/// spare.
const LONGEST: usize = 10;

impl<'a> Reader<'a> {
    pub(super) fn error(&self, message: impl Into<String>, tokens: &[Token<'_>]) -> FilterError {
        let start = tokens.first().map_or(0, |token| token.start);
        let end = tokens.last().map_or(self.source.len(), Token::end);
        FilterError::new(message, self.source, (start, end))
    }

    /// What was typed from the first of these pieces to the last.
    fn typed(&self, tokens: &[Token<'_>]) -> &'a str {
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => {
                self.source.get(first.start..last.end()).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// The condition that stands between two operators.
    pub(super) fn term(&self, tokens: &[Token<'_>]) -> Result<Term, FilterError> {
        let Some((first, rest)) = tokens.split_first() else {
            return Err(self.error("Something is missing here.", tokens));
        };
        let named = match &first.kind {
            Kind::Tag(name) => Some(text::tag(name).map(|tag| Property::Tag(Pattern::new(&tag)))),
            Kind::List(name) => Some(text::list_name(name).map(|name| list(&name))),
            Kind::Quoted(words) => {
                return self
                    .alone(rest)
                    .and_then(|()| self.search(words, std::slice::from_ref(first)));
            }
            _ => None,
        };
        match named {
            Some(named) => {
                let property = named
                    .map_err(|error| self.error(error.to_string(), std::slice::from_ref(first)))?;
                self.alone(rest).map_err(|mut error| {
                    if rest.first().is_some_and(|token| token.kind == Kind::Word) {
                        let example = " A name of several words goes in quotes: #\"Two words\".";
                        error.message.push_str(example);
                    }
                    error
                })?;
                Ok(Term::Is(property))
            }
            None => self.words(tokens),
        }
    }

    /// Nothing may follow a name or a quotation but an operator.
    fn alone(&self, rest: &[Token<'_>]) -> Result<(), FilterError> {
        match rest {
            [] => Ok(()),
            rest => Err(self.side_by_side(rest)),
        }
    }

    /// Two conditions without an operator between them.
    pub(super) fn side_by_side(&self, rest: &[Token<'_>]) -> FilterError {
        let one = rest.get(..1).unwrap_or(rest);
        let typed = one.first().map_or("", |token| token.text);
        if let Some(message) = operator_word(typed) {
            return self.error(message, one);
        }
        let typed = text::excerpt(typed, 60);
        let message = format!("Write & (both) or | (either) before “{typed}”.");
        self.error(message, one)
    }

    fn words(&self, tokens: &[Token<'_>]) -> Result<Term, FilterError> {
        // These two take names and quotations along.
        if let Some((first, rest)) = tokens.split_first() {
            match first.text.to_lowercase().as_str() {
                "search:" => return self.search(self.typed(rest), tokens),
                "by:" => return self.author(rest, tokens),
                _ => {}
            }
        }
        let end = tokens
            .iter()
            .position(|token| token.kind != Kind::Word)
            .unwrap_or(tokens.len());
        let (words, rest) = tokens.split_at(end);
        let failed = match self.plain(words) {
            Ok(Some(term)) => return self.alone(rest).map(|()| term),
            Ok(None) => None,
            Err(error) => Some(error),
        };
        // Perhaps an operator is missing between words that are understood by themselves.
        let understood = |words: &[Token<'_>]| matches!(self.plain(words), Ok(Some(_)));
        let begun = (1..words.len().min(LONGEST))
            .rev()
            .find(|length| understood(words.get(..*length).unwrap_or_default()));
        let unknown = match begun {
            None => words,
            Some(begun) => {
                let after = words.get(begun..).unwrap_or_default();
                if (1..=after.len().min(LONGEST))
                    .any(|length| understood(after.get(..length).unwrap_or_default()))
                {
                    return Err(self.side_by_side(after));
                }
                after
            }
        };
        Err(failed.unwrap_or_else(|| self.unknown(unknown)))
    }

    /// The condition that words are; `None` where they are not known.
    fn plain(&self, words: &[Token<'_>]) -> Result<Option<Term>, FilterError> {
        if words.is_empty() || words.len() > LONGEST {
            return Ok(None);
        }
        let lower: Vec<String> = words.iter().map(|word| text::fold(word.text)).collect();
        let bare: Vec<&str> = lower
            .iter()
            .map(|word| word.strip_suffix(':').unwrap_or(word))
            .collect();
        let colon = lower.first().is_some_and(|word| word.ends_with(':'));
        if !colon || words.len() > 1 {
            let phrase = bare.join(" ");
            if phrase == "overdue" {
                return Ok(Some(Term::Date(
                    DateField::Due,
                    When::Before("today".into()),
                )));
            }
            if let Some((_, property)) = FIXED.iter().find(|(fixed, _)| *fixed == phrase) {
                return Ok(Some(Term::Is(property.clone())));
            }
        }
        let named = bare.first().and_then(|word| DateField::named(word));
        let rest = match named {
            Some(_) => words.get(1..).unwrap_or_default(),
            None => words,
        };
        let field = named.unwrap_or(DateField::Due);
        let relation = bare.get(words.len() - rest.len()).copied();
        let when = match relation {
            Some("before" | "after") => {
                let days = self.date(rest.get(1..).unwrap_or_default(), field, words)?;
                if relation == Some("before") {
                    When::Before(days)
                } else {
                    When::After(days)
                }
            }
            _ => {
                let parts = bare.get(words.len() - rest.len()..).unwrap_or_default();
                match count(parts) {
                    Some(days) if !matches!(field, DateField::Created | DateField::Completed) => {
                        When::Next(days)
                    }
                    _ if named.is_none() && self.reading(rest, field) == Reading::Unknown => {
                        return Ok(None);
                    }
                    _ => When::On(self.date(rest, field, words)?),
                }
            }
        };
        Ok(Some(Term::Date(field, when)))
    }

    fn reading(&self, words: &[Token<'_>], field: DateField) -> Reading {
        read(self.typed(words), self.now, field.look())
    }

    /// The words of a day, of which it is sure that they are understood.
    fn date(
        &self,
        words: &[Token<'_>],
        field: DateField,
        all: &[Token<'_>],
    ) -> Result<String, FilterError> {
        let typed = text::excerpt(self.typed(words), 60);
        let example = "Write one such as today, friday, 22 nov, 2026-11-22 or -7 days.";
        if words.is_empty() {
            return Err(self.error(
                format!(
                    "A date is missing after “{}”. {example}",
                    text::excerpt(self.typed(all), 60)
                ),
                all,
            ));
        }
        match self.reading(words, field) {
            Reading::Day(_) => {
                let words: Vec<&str> = words.iter().map(|word| word.text).collect();
                Ok(words.join(" "))
            }
            Reading::Timed => Err(self.error(
                format!("Filters go by days: leave out the time of day in “{typed}”."),
                words,
            )),
            Reading::Unknown => {
                let meant = nearest(&typed, DAYS.into_iter().chain(BEFORE_AND_AFTER))
                    .map(|meant| format!(" Did you mean “{meant}”?"))
                    .unwrap_or_default();
                Err(self.error(format!("“{typed}” is not a date.{meant} {example}"), words))
            }
        }
    }

    fn search(&self, words: &str, all: &[Token<'_>]) -> Result<Term, FilterError> {
        let words = search_words(words);
        if words.is_empty() {
            return Err(self.error(
                "There is no word to look for. Write some, such as search: milk.",
                all,
            ));
        }
        Ok(Term::Is(Property::Words(words)))
    }

    fn author(&self, name: &[Token<'_>], all: &[Token<'_>]) -> Result<Term, FilterError> {
        let quoted = match name {
            [
                Token {
                    kind: Kind::Quoted(name),
                    ..
                },
                rest @ ..,
            ] => {
                self.alone(rest)?;
                Some(name.as_str())
            }
            _ => None,
        };
        let typed = quoted.unwrap_or_else(|| self.typed(name));
        let folded = text::fold(typed);
        let folded = folded.split_whitespace().collect::<Vec<_>>().join(" ");
        let author = match folded.as_str() {
            "" => {
                return Err(self.error(
                    "A name is missing after “by:”. Write by: me, by: assistant or the name of a client.",
                    all,
                ));
            }
            "me" if quoted.is_none() => Author::Person,
            "assistant" if quoted.is_none() => Author::Assistant,
            "server" if quoted.is_none() => Author::Server,
            name => Author::Named(Pattern::new(name)),
        };
        Ok(Term::Is(Property::By(author)))
    }

    fn unknown(&self, words: &[Token<'_>]) -> FilterError {
        let typed = self.typed(words);
        let (first, first_word) = match words {
            [first, ..] => (
                first.text.to_lowercase(),
                words.get(..1).unwrap_or_default(),
            ),
            [] => (String::new(), words),
        };
        if let Some(message) = operator_word(&first) {
            return self.error(message, first_word);
        }
        if let Some(number) = first.strip_prefix('p')
            && !number.is_empty()
            && number.chars().all(|c| c.is_ascii_digit())
        {
            let message = format!(
                "“{}” is not a priority. Priorities are p1 to p4.",
                text::excerpt(&first, 60)
            );
            return self.error(message, first_word);
        }
        let fixed = FIXED.iter().map(|(fixed, _)| *fixed);
        let known: Vec<&str> = ["overdue", "search:", "by:"]
            .into_iter()
            .chain(DAYS)
            .chain(BEFORE_AND_AFTER)
            .chain(DateField::ALL.map(DateField::as_str))
            .chain(fixed)
            .collect();
        let whole = nearest(typed, known.iter().copied()).map(|meant| (meant, words));
        let meant = whole.or_else(|| nearest(&first, known).map(|meant| (meant, first_word)));
        match meant {
            Some((meant, words)) => self.error(
                format!(
                    "“{typed}” is not understood. Did you mean “{meant}”? To look for words, put them in quotes: {}.",
                    super::token::quoted(typed),
                    typed = self.typed(words),
                ),
                words,
            ),
            None => self.error(
                format!(
                    "“{}” is not understood. Write a date such as today or 22 nov, overdue, p1, @tag or #list; words to look for go in quotes.",
                    text::excerpt(typed, 60)
                ),
                words,
            ),
        }
    }
}

fn list(name: &str) -> Property {
    if text::fold(name) == INBOX {
        Property::Inbox
    } else {
        Property::List(Pattern::new(name))
    }
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
