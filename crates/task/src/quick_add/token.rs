//! A line cut into words, punctuation, marks (`#list`, `@tag`, `// notes`) and quoted words.

use super::TextRange;
use super::quote::Quotes;
use crate::text::NAME_LIMIT;

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word, a number, or anything else between white space.
    Word,
    /// A character before or after a word.
    Punctuation(char),
    /// `#Name`.
    List(String),
    /// `@name`.
    Tag(String),
    /// `// …` to the end.
    Notes,
    /// Words in quotes, with them.
    Quoted,
    /// Something that the person refused to have recognised.
    Kept,
}

/// A piece of the line, in bytes.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    /// In lower case; empty but for words.
    pub(super) lower: String,
    /// Whether the first letter is a capital, and not all of them.
    pub(super) capital: bool,
    /// Whether white space stands before it, or nothing.
    pub(super) spaced: bool,
}

impl Token {
    /// Whether it is this character.
    pub(super) fn is(&self, c: char) -> bool {
        self.kind == Kind::Punctuation(c)
    }
}

/// Before a word.
const OPENING: [char; 7] = ['(', '"', '“', '«', '{', '}', '¿'];
/// After a word.
const CLOSING: [char; 13] = [
    ',', ';', '.', '!', '?', ':', ')', '"', '”', '»', '}', '{', '…',
];

/// Cuts a line. What touches one of `refused` is [`Kind::Kept`].
pub(super) fn tokens(text: &str, refused: &[TextRange]) -> Vec<Token> {
    Lexer {
        text,
        end: text.trim_end().len(),
        quotes: Quotes::of(text),
        found: Vec::new(),
    }
    .run(refused)
}

struct Lexer<'a> {
    text: &'a str,
    /// Where the text ends, without the white space after it.
    end: usize,
    quotes: Quotes,
    found: Vec<Token>,
}

impl Lexer<'_> {
    fn run(mut self, refused: &[TextRange]) -> Vec<Token> {
        let refused = Refused::of(self.text, refused);
        let mut at = 0;
        while let Some(rest) = self.text.get(at..) {
            let Some(first) = rest.chars().next() else {
                break;
            };
            if first.is_whitespace() {
                at += first.len_utf8();
                continue;
            }
            if let Some((end, kind)) = self.mark(at)
                && !refused.touch(at, end)
            {
                self.push(at, end, kind, true);
                at = end;
                continue;
            }
            let end = rest
                .find(char::is_whitespace)
                .map_or(self.text.len(), |length| at + length);
            self.chunk(at, end);
            at = end;
        }
        for token in &mut self.found {
            if refused.touch(token.start, token.end) {
                token.kind = Kind::Kept;
                token.lower.clear();
            }
        }
        self.found
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind, spaced: bool) {
        let text = self.text.get(start..end).unwrap_or_default();
        let lower = match kind {
            Kind::Word => text.to_lowercase(),
            _ => String::new(),
        };
        self.found.push(Token {
            start,
            end,
            kind,
            lower,
            capital: text.starts_with(char::is_uppercase) && text.contains(char::is_lowercase),
            spaced,
        });
    }

    /// A mark that begins here, after white space: where it ends, and what it is.
    fn mark(&self, at: usize) -> Option<(usize, Kind)> {
        let rest = self.text.get(at..)?;
        if let Some(notes) = rest.strip_prefix("//") {
            notes.strip_prefix(char::is_whitespace)?;
            return (at + 2 < self.end).then_some((self.end, Kind::Notes));
        }
        if let Some(end) = self.quotes.closing(self.text, at) {
            return Some((end, Kind::Quoted));
        }
        let name_at = at + 1;
        let (name, end) = match rest.chars().next()? {
            '#' | '@' => self.name(name_at)?,
            _ => return None,
        };
        if rest.starts_with('#') {
            let name = crate::text::list_name(name).ok()?;
            // "#42" and "#2026-08" are numbers of something.
            let named = name.contains(char::is_alphabetic);
            named.then_some((end, Kind::List(name)))
        } else {
            let name = crate::text::tag(name).ok()?;
            // "@9am" is a time, and "@ann@example.org" an address.
            let tag = !name.starts_with(char::is_numeric) && !name.contains('@');
            tag.then_some((end, Kind::Tag(name)))
        }
    }

    /// The name after `#` or `@`, and where it ends.
    fn name(&self, at: usize) -> Option<(&str, usize)> {
        // Longer than any name may be: not even looked at.
        let longest = 4 * NAME_LIMIT;
        let end = self.quotes.closing(self.text, at);
        if let Some(end) = end.filter(|end| end - at <= longest) {
            let quoted = self.text.get(at..end)?;
            return Some((quoted.trim_matches(['"', '“', '”', '«', '»']).trim(), end));
        }
        let rest = self.text.get(at..)?;
        let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
        let length = rest.find(ends).unwrap_or(rest.len());
        let name = rest.get(..length)?;
        let name = name.trim_end_matches(CLOSING);
        let starts_well = name.starts_with(char::is_alphanumeric);
        starts_well.then_some((name, at + name.len()))
    }

    /// Everything between two white spaces: punctuation, a word, punctuation.
    fn chunk(&mut self, start: usize, end: usize) {
        let mut at = start;
        let before = self.text.get(..start).unwrap_or_default();
        let mut spaced = before.is_empty() || before.ends_with(char::is_whitespace);
        while at < end {
            let rest = self.text.get(at..end).unwrap_or_default();
            let Some(first) = rest.chars().next() else {
                return;
            };
            let next = if OPENING.contains(&first) || CLOSING.contains(&first) {
                let next = at + first.len_utf8();
                self.push(at, next, Kind::Punctuation(first), spaced);
                next
            } else {
                let next = at + word_length(rest);
                self.push(at, next, Kind::Word, spaced);
                next
            };
            at = next;
            spaced = false;
        }
    }
}

/// How long the word at the beginning of `rest` is: up to a comma or brace that does not stand
/// between digits, or to the punctuation at the end.
fn word_length(rest: &str) -> usize {
    let mut previous = ' ';
    let mut letters = rest.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, c)| *c);
        let parts = match c {
            '{' | '}' => true,
            ',' | ';' => !(previous.is_ascii_digit() && next.is_ascii_digit()),
            _ => false,
        };
        if parts {
            return at;
        }
        previous = c;
    }
    rest.trim_end_matches(CLOSING).len().max(1)
}

/// The refused ranges, in bytes, in order.
struct Refused(Vec<(usize, usize)>);

impl Refused {
    fn of(text: &str, refused: &[TextRange]) -> Self {
        if refused.is_empty() {
            return Self(Vec::new());
        }
        let mut wanted: Vec<(u32, u32)> = refused
            .iter()
            .filter(|range| range.start < range.end)
            .map(|range| (range.start, range.end))
            .collect();
        wanted.sort_unstable();
        // Ranges that overlap are one, so that both ends rise.
        let mut whole: Vec<(u32, u32)> = Vec::new();
        for (start, end) in wanted {
            match whole.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => whole.push((start, end)),
            }
        }
        let mut bytes = super::place::Bytes::new(text);
        Self(
            whole
                .into_iter()
                .map(|(start, end)| (bytes.at(start), bytes.at(end)))
                .collect(),
        )
    }

    fn touch(&self, start: usize, end: usize) -> bool {
        let next = self.0.partition_point(|range| range.1 <= start);
        self.0.get(next).is_some_and(|range| range.0 < end)
    }
}
