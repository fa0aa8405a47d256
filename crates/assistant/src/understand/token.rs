//! A message as words: what was typed, what stands in quotes, and what was mentioned with `@`.

use std::ops::Range;

use chatkit::UserMessage;
use chatkit::content::UserContent;
use task::TaskId;

use super::Lexicon;

/// Something that was picked from the list of mentions, which names exactly that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mention {
    /// A task.
    Task(TaskId),
    /// A list, by its name.
    List(String),
    /// A tag, by its name.
    Tag(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// What stands in quotes is never a word of the grammar.
    Quoted,
    Mention(Mention),
}

/// A word of the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Its place in the text, in bytes.
    pub(super) at: Range<usize>,
    /// What it is compared by: lower case, plain apostrophes, no punctuation behind.
    pub(super) key: String,
    pub(super) kind: Kind,
}

/// A message, cut into words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sentence {
    pub(super) text: String,
    pub(super) tokens: Vec<Token>,
    /// Whether it ends in a question mark.
    pub(super) asks: bool,
}

const OPENING: [char; 3] = ['"', '“', '„'];
const CLOSING: [char; 3] = ['"', '”', '“'];
/// What ends a sentence, and says nothing else.
const END: [char; 4] = ['.', '!', '?', '…'];

impl Sentence {
    /// Cuts plain text.
    pub(crate) fn of(text: &str) -> Self {
        let mut sentence = Self::default();
        sentence.push_text(text);
        sentence.close();
        sentence
    }

    /// Cuts a message of the chat. What it mentions is written into the text as the quick-add
    /// grammar has it: a task's title in quotes, `#"List"`, `@tag`.
    pub(crate) fn of_message(message: &UserMessage, lexicon: &Lexicon) -> Self {
        let mut sentence = Self::default();
        for part in &message.content {
            match part {
                UserContent::InputText { text } => sentence.push_text(text),
                UserContent::InputTag { id, text, .. } => sentence.push_tag(id, text, lexicon),
            }
        }
        sentence.close();
        sentence
    }

    fn push_text(&mut self, text: &str) {
        let base = self.text.len();
        self.text.push_str(text);
        for at in pieces(text) {
            let piece = text.get(at.clone()).unwrap_or_default();
            let quoted = piece.starts_with(OPENING) && piece.chars().nth(1).is_some();
            let kind = if quoted
                && piece
                    .trim_end_matches([',', '.', '!', '?'])
                    .ends_with(CLOSING)
            {
                Kind::Quoted
            } else {
                Kind::Word
            };
            self.tokens.push(Token {
                at: base + at.start..base + at.end,
                key: key(piece),
                kind,
            });
        }
    }

    fn push_tag(&mut self, id: &str, shown: &str, lexicon: &Lexicon) {
        let mention = match id.split_once(':') {
            Some(("task", id)) => id.parse().ok().map(Mention::Task),
            Some(("list", id)) => Some(Mention::List(
                lexicon.list_of_id(id).unwrap_or(shown).to_owned(),
            )),
            Some(("tag", name)) => task::text::tag(name).ok().map(Mention::Tag),
            _ => None,
        };
        let Some(mention) = mention else {
            self.push_text(shown);
            return;
        };
        let name = match &mention {
            Mention::Task(_) => shown.trim_start_matches('@'),
            Mention::List(name) | Mention::Tag(name) => name,
        };
        let unwanted = |c: char| OPENING.contains(&c) || CLOSING.contains(&c) || c.is_control();
        let bare = name.replace(unwanted, "");
        let written = match &mention {
            Mention::Task(_) => format!("\"{bare}\""),
            Mention::List(_) => format!("#\"{bare}\""),
            Mention::Tag(_) => format!("@{bare}"),
        };
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(&written);
        self.tokens.push(Token {
            at: start..self.text.len(),
            key: String::new(),
            kind: Kind::Mention(mention),
        });
        self.text.push(' ');
    }

    /// Takes the closing mark off.
    fn close(&mut self) {
        let end = self.text.trim_end();
        let kept = end.trim_end_matches(END).trim_end();
        self.asks = end.get(kept.len()..).is_some_and(|mark| mark.contains('?'));
        let length = kept.len();
        self.text.truncate(length);
        self.tokens.retain(|token| token.at.start < length);
        if let Some(last) = self.tokens.last_mut() {
            last.at.end = last.at.end.min(length);
        }
    }

    pub(super) fn phrase(&self) -> Phrase<'_> {
        Phrase {
            text: &self.text,
            tokens: &self.tokens,
        }
    }

    /// All of it, as it was typed but for the closing mark.
    pub(crate) fn words(&self) -> &str {
        self.text.trim()
    }
}

/// The places of the words; a quotation is one.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some((start, first)) = text
        .get(rest..)
        .and_then(|left| left.char_indices().find(|(_, c)| !c.is_whitespace()))
        .map(|(at, c)| (rest + at, c))
    {
        let left = text.get(start..).unwrap_or_default();
        let quotation = OPENING
            .contains(&first)
            .then(|| closing(left, first.len_utf8()))
            .flatten();
        let from = quotation.unwrap_or(0);
        let length = left
            .get(from..)
            .and_then(|left| left.find(char::is_whitespace))
            .map_or(left.len(), |at| from + at);
        found.push(start..start + length);
        rest = start + length;
    }
    found
}

/// Where a quotation that opens `text` is over.
fn closing(text: &str, after: usize) -> Option<usize> {
    let at = text.get(after..)?.find(CLOSING)? + after;
    Some(at + text.get(at..)?.chars().next()?.len_utf8())
}

fn key(piece: &str) -> String {
    piece
        .trim_end_matches([',', '.', ';', ':', '!', '?', '…'])
        .replace(['’', '‘'], "'")
        .to_lowercase()
}

/// A run of words of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
}

impl<'a> Phrase<'a> {
    pub(super) fn len(self) -> usize {
        self.tokens.len()
    }

    pub(super) fn is_empty(self) -> bool {
        self.tokens.is_empty()
    }

    pub(super) fn part(self, range: Range<usize>) -> Self {
        Self {
            tokens: self.tokens.get(range).unwrap_or_default(),
            ..self
        }
    }

    pub(super) fn from(self, start: usize) -> Self {
        self.part(start..self.len())
    }

    /// The words as they were typed, without punctuation around them.
    pub(super) fn words(self) -> &'a str {
        let range = self.tokens.first().zip(self.tokens.last());
        range
            .and_then(|(first, last)| self.text.get(first.at.start..last.at.end))
            .unwrap_or_default()
            .trim_matches([',', ';', ':'])
            .trim()
    }

    /// What the words are compared by, one blank between them.
    pub(super) fn keys(self) -> String {
        let keys: Vec<&str> = self.tokens.iter().map(|token| token.key.as_str()).collect();
        keys.join(" ")
    }

    /// Whether the words at `at` are these, and how many they are.
    pub(super) fn reads(self, at: usize, words: &str) -> Option<usize> {
        let mut count = 0;
        for word in words.split(' ') {
            let token = self.tokens.get(at + count)?;
            if token.kind != Kind::Word || token.key != word {
                return None;
            }
            count += 1;
        }
        Some(count)
    }

    /// The longest of these that the words at `at` are, with how many words it is.
    pub(super) fn longest<T: Copy>(self, at: usize, table: &[(&str, T)]) -> Option<(usize, T)> {
        table
            .iter()
            .filter_map(|(words, meaning)| Some((self.reads(at, words)?, *meaning)))
            .max_by_key(|(count, _)| *count)
    }

    /// As [`Self::longest`], for words without a meaning of their own.
    pub(super) fn one_of(self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter_map(|words| self.reads(at, words)).max()
    }

    /// The only word's mention.
    pub(super) fn mention(self) -> Option<&'a Mention> {
        match self.tokens {
            [
                Token {
                    kind: Kind::Mention(mention),
                    ..
                },
            ] => Some(mention),
            _ => None,
        }
    }
}
