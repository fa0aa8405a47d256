//! Walking over tokens, word by word.

use std::cell::Cell;

use jiff::Zoned;
use jiff::civil::Date;

use super::token::{Kind, Token};
use crate::language::{Language, Table, Words};

/// What the grammar sees beside the words.
pub(super) struct Scene<'a> {
    pub(super) language: &'static Language,
    pub(super) now: &'a Zoned,
    pub(super) today: Date,
    pub(super) tokens: &'a [Token],
    /// How often a token was looked at.
    pub(super) visits: Cell<u64>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(language: &'static Language, now: &'a Zoned, tokens: &'a [Token]) -> Self {
        Self {
            language,
            now,
            today: now.date(),
            tokens,
            visits: Cell::new(0),
        }
    }

    /// At the token of this number.
    pub(super) fn at(&'a self, at: usize) -> Cursor<'a> {
        Cursor { scene: self, at }
    }
}

/// A place among the tokens. Copies are cheap: a rule that does not fit drops its own.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn language(&self) -> &'static Language {
        self.scene.language
    }

    pub(super) fn token(&self) -> Option<&'a Token> {
        let visits = &self.scene.visits;
        visits.set(visits.get().saturating_add(1));
        self.scene.tokens.get(self.at)
    }

    /// The word here, in lower case.
    pub(super) fn word(&self) -> Option<&'a str> {
        self.token()
            .filter(|token| token.kind == Kind::Word)
            .map(|token| token.lower.as_str())
    }

    /// Reads the word here with `read`, and steps over it where that fits.
    pub(super) fn step<T>(&mut self, read: impl FnOnce(&'a str) -> Option<T>) -> Option<T> {
        let value = read(self.word()?)?;
        self.at += 1;
        Some(value)
    }

    /// Steps over a character.
    pub(super) fn punctuation(&mut self, c: char) -> bool {
        let here = self.token().is_some_and(|token| token.is(c));
        self.at += usize::from(here);
        here
    }

    /// Steps over a comma, where there is one.
    pub(super) fn comma(&mut self) -> bool {
        self.punctuation(',')
    }

    /// Where a phrase that begins here ends.
    fn phrase(self, phrase: &str) -> Option<usize> {
        let mut here = self;
        for word in phrase.split(' ') {
            here.step(|found| (found == word).then_some(()))?;
        }
        Some(here.at)
    }

    /// Steps over the longest of these phrases that stands here.
    pub(super) fn eat(&mut self, phrases: Words) -> bool {
        let end = phrases.iter().filter_map(|text| self.phrase(text)).max();
        self.at = end.unwrap_or(self.at);
        end.is_some()
    }

    /// Steps over the longest phrase of a table that stands here, and gives its meaning.
    pub(super) fn take<T: Copy>(&mut self, table: Table<T>) -> Option<T> {
        let (end, value) = table
            .iter()
            .filter_map(|(text, value)| Some((self.phrase(text)?, *value)))
            .max_by_key(|(end, _)| *end)?;
        self.at = end;
        Some(value)
    }

    /// Tries a rule; where it does not fit, nothing moves.
    pub(super) fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut here = *self;
        let value = rule(&mut here)?;
        *self = here;
        Some(value)
    }
}

/// A number of digits alone (Rust's own parsers take a sign).
pub(super) fn number<N: std::str::FromStr>(text: &str) -> Option<N> {
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}
