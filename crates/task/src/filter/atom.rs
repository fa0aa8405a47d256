//! What the words of one condition mean.

use jiff::Zoned;

use super::condition::{Author, Property};
use super::days::{Look, Reading, count, read};
use super::error::FilterError;
use super::pattern::Pattern;
use super::term::{DateField, FIXED, Term, When};
use super::token::{Kind, Token};
use super::words::search_words;
use crate::decide::INBOX;
use crate::text;

/// What the words of conditions are read with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) source: &'a str,
    pub(super) now: &'a Zoned,
}

/// The most words of a condition without quotes: "completed before: day after tomorrow", and to
/// spare.
const LONGEST: usize = 10;

impl<'a> Reader<'a> {
    /// What was typed from the first of these pieces to the last.
    pub(super) fn typed(&self, tokens: &[Token<'_>]) -> &'a str {
        let range = tokens.first().zip(tokens.last());
        range
            .and_then(|(first, last)| self.source.get(first.start..last.end()))
            .unwrap_or_default()
    }

    /// The condition that the pieces between two operators are.
    pub(super) fn term(&self, tokens: &[Token<'_>]) -> Result<Term, FilterError> {
        let (one, rest) = tokens.split_at(tokens.len().min(1));
        let named = match one.first().map(|token| &token.kind) {
            Some(Kind::Tag(name)) => text::tag(name).map(|tag| Property::Tag(Pattern::new(&tag))),
            Some(Kind::List(name)) => text::list_name(name).map(|name| list(&name)),
            Some(Kind::Quoted(words)) => {
                self.alone(rest)?;
                return self.search(words, one);
            }
            _ => return self.words(tokens),
        };
        let property = named.map_err(|error| self.error(error.to_string(), one))?;
        self.alone(rest).map_err(|mut error| {
            if rest.first().is_some_and(|token| token.kind == Kind::Word) {
                let more = " A name of several words goes in quotes: #\"Two words\".";
                error.message.push_str(more);
            }
            error
        })?;
        Ok(Term::Is(property))
    }

    /// Nothing may follow a name or a quotation but an operator.
    fn alone(&self, rest: &[Token<'_>]) -> Result<(), FilterError> {
        match rest {
            [] => Ok(()),
            rest => Err(self.side_by_side(rest)),
        }
    }

    /// The condition that begins with a word.
    fn words(&self, tokens: &[Token<'_>]) -> Result<Term, FilterError> {
        // These two take names and quotations along.
        if let Some((first, rest)) = tokens.split_first() {
            match first.text.to_lowercase().as_str() {
                "search:" => return self.search(self.typed(rest), tokens),
                "by:" => return self.author(rest, tokens),
                _ => {}
            }
        }
        let plain = |token: &&Token<'_>| token.kind == Kind::Word;
        let (words, rest) = tokens.split_at(tokens.iter().take_while(plain).count());
        match self.plain(words) {
            Ok(Some(term)) => self.alone(rest).map(|()| term),
            Ok(None) => Err(self.two_in_one(words, None)),
            Err(error) => Err(self.two_in_one(words, Some(error))),
        }
    }

    /// What is wrong with words that are no condition: perhaps they are two, without an operator
    /// between them. Else it is `error`, or they are not known.
    fn two_in_one(&self, words: &[Token<'_>], error: Option<FilterError>) -> FilterError {
        let understood = |words: &[Token<'_>]| matches!(self.plain(words), Ok(Some(_)));
        let begun = (1..words.len().min(LONGEST))
            .rev()
            .filter_map(|length| words.split_at_checked(length))
            .find(|(begin, _)| understood(begin));
        let Some((_, rest)) = begun else {
            return error.unwrap_or_else(|| self.unknown(words));
        };
        let follows = (1..=rest.len().min(LONGEST))
            .filter_map(|length| rest.get(..length))
            .any(understood);
        if follows {
            self.side_by_side(rest)
        } else {
            error.unwrap_or_else(|| self.unknown(rest))
        }
    }

    /// The condition that words without names and quotations are; `None` where they are not known.
    fn plain(&self, words: &[Token<'_>]) -> Result<Option<Term>, FilterError> {
        if words.is_empty() || words.len() > LONGEST {
            return Ok(None);
        }
        let lower: Vec<String> = words
            .iter()
            .map(|word| text::fold(word.text).trim_end_matches(':').to_owned())
            .collect();
        let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
        // "done:" wants a date to follow.
        let unfinished = words.len() == 1 && self.typed(words).ends_with(':');
        if !unfinished {
            let phrase = lower.join(" ");
            if phrase == "overdue" {
                let today = When::Before("today".into());
                return Ok(Some(Term::Date(DateField::Due, today)));
            }
            if let Some((_, property)) = FIXED.iter().find(|(fixed, _)| *fixed == phrase) {
                return Ok(Some(Term::Is(property.clone())));
            }
        }
        if let [name, lower @ ..] = lower.as_slice()
            && let Some(field) = DateField::named(name)
        {
            let rest = words.get(1..).unwrap_or_default();
            return self.dated(field, rest, lower, words).map(Some);
        }
        let is_date = matches!(lower.first(), Some(&"before" | &"after"))
            || count(&lower).is_some()
            || read(self.typed(words), self.now, Look::Ahead) != Reading::Unknown;
        if is_date {
            self.dated(DateField::Due, words, &lower, words).map(Some)
        } else {
            Ok(None)
        }
    }

    /// A condition about a date; `lower` are the words without case and colons, `all` those of the
    /// whole condition.
    fn dated(
        &self,
        field: DateField,
        words: &[Token<'_>],
        lower: &[&str],
        all: &[Token<'_>],
    ) -> Result<Term, FilterError> {
        let rest = words.get(1..).unwrap_or_default();
        let when = match (lower.first(), count(lower)) {
            (Some(&"before"), _) => When::Before(self.date(field, rest, all)?),
            (Some(&"after"), _) => When::After(self.date(field, rest, all)?),
            (_, Some(days)) if field.look() == Look::Ahead => When::Next(days),
            _ => When::On(self.date(field, words, all)?),
        };
        Ok(Term::Date(field, when))
    }

    /// The words of a day, when they are understood as one.
    fn date(
        &self,
        field: DateField,
        words: &[Token<'_>],
        all: &[Token<'_>],
    ) -> Result<String, FilterError> {
        match read(self.typed(words), self.now, field.look()) {
            Reading::Day(_) => {
                let words: Vec<&str> = words.iter().map(|word| word.text).collect();
                Ok(words.join(" "))
            }
            Reading::Timed => {
                let typed = text::excerpt(self.typed(words), 60);
                let message =
                    format!("Filters go by days: leave out the time of day in “{typed}”.");
                Err(self.error(message, words))
            }
            Reading::Unknown => Err(self.no_date(words, all)),
        }
    }

    fn search(&self, words: &str, all: &[Token<'_>]) -> Result<Term, FilterError> {
        let words = search_words(words);
        if words.is_empty() {
            let message = "There is no word to look for. Write some, such as search: milk.";
            return Err(self.error(message, all));
        }
        Ok(Term::Is(Property::Words(words)))
    }

    fn author(&self, name: &[Token<'_>], all: &[Token<'_>]) -> Result<Term, FilterError> {
        let (quoted, typed) = match name.split_first() {
            Some((first, rest)) if let Kind::Quoted(name) = &first.kind => {
                self.alone(rest)?;
                (true, name.as_str())
            }
            _ => (false, self.typed(name)),
        };
        let words: Vec<&str> = typed.split_whitespace().collect();
        let name = text::fold(&words.join(" "));
        let author = match name.as_str() {
            "" => {
                let message = "A name is missing after “by:”. Write by: me, by: assistant or the name of a client.";
                return Err(self.error(message, all));
            }
            "me" if !quoted => Author::Person,
            "assistant" if !quoted => Author::Assistant,
            "server" if !quoted => Author::Server,
            name => Author::Named(Pattern::new(name)),
        };
        Ok(Term::Is(Property::By(author)))
    }
}

fn list(name: &str) -> Property {
    if text::fold(name) == INBOX {
        Property::Inbox
    } else {
        Property::List(Pattern::new(name))
    }
}
