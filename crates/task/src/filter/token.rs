//! A query cut into words, names, quotations and operators.

use super::error::FilterError;

/// What a piece of a query is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    And,
    Or,
    Not,
    Open,
    Close,
    Comma,
    /// A word, with the colon after it where there is one: `today`, `due:`.
    Word,
    /// `@` and a name.
    Tag(String),
    /// `#` and a name.
    List(String),
    /// Text in quotes, without them.
    Quoted(String),
}

/// A piece of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    /// As it was typed.
    pub(super) text: &'a str,
    /// Where it begins, in bytes.
    pub(super) start: usize,
}

impl Token<'_> {
    /// Where it ends, in bytes.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is a condition or part of one, and no operator.
    pub(super) fn is_operand(&self) -> bool {
        matches!(
            self.kind,
            Kind::Word | Kind::Tag(_) | Kind::List(_) | Kind::Quoted(_)
        )
    }
}

/// Keyboards make curly ones of the straight.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

fn ends_word(c: char) -> bool {
    is_gap(c) || is_quote(c) || matches!(c, '&' | '|' | '(' | ')' | ',')
}

/// `text` in quotes, as [`tokens`] reads it back.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        if is_quote(c) || c == '\\' {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    quoted
}

/// What stands in the quotes with which `text` begins, and how many bytes it takes with them;
/// `None` where they are not closed. A backslash takes the next character as it is.
fn quotation(text: &str) -> Option<(String, usize)> {
    let mut inner = String::new();
    let mut chars = text.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        if is_quote(c) {
            return Some((inner, at + c.len_utf8()));
        }
        inner.push(if c == '\\' { chars.next()?.1 } else { c });
    }
    None
}

/// How many bytes the word takes with which `text` begins. A colon ends it: `due:friday` are two.
fn word_length(text: &str) -> usize {
    text.char_indices()
        .skip(1)
        .find_map(|(at, c)| {
            let colon_before = text.get(..at).is_some_and(|word| word.ends_with(':'));
            (colon_before || ends_word(c)).then_some(at)
        })
        .unwrap_or(text.len())
}

/// The name behind an `@` or `#`, bare or in quotes, and how many bytes it takes.
fn name(text: &str) -> Option<(String, usize)> {
    if text.starts_with(is_quote) {
        return quotation(text);
    }
    let length = text.find(ends_word).unwrap_or(text.len());
    Some((text.get(..length)?.to_owned(), length))
}

/// Cuts a query into its pieces.
///
/// # Errors
/// A quotation mark that is not closed.
pub(super) fn tokens(source: &str) -> Result<Vec<Token<'_>>, FilterError> {
    let mut tokens = Vec::new();
    let mut start = 0;
    while let Some(rest) = source.get(start..)
        && let Some(c) = rest.chars().next()
    {
        if is_gap(c) {
            start += c.len_utf8();
            continue;
        }
        let sign = |kind| Some((kind, 1));
        let read = match c {
            '&' => sign(Kind::And),
            '|' => sign(Kind::Or),
            '!' => sign(Kind::Not),
            '(' => sign(Kind::Open),
            ')' => sign(Kind::Close),
            ',' => sign(Kind::Comma),
            '@' => name(rest.get(1..).unwrap_or_default())
                .map(|(name, length)| (Kind::Tag(name), length + 1)),
            '#' => name(rest.get(1..).unwrap_or_default())
                .map(|(name, length)| (Kind::List(name), length + 1)),
            c if is_quote(c) => quotation(rest).map(|(text, length)| (Kind::Quoted(text), length)),
            _ => Some((Kind::Word, word_length(rest))),
        };
        let Some((kind, length)) = read else {
            return Err(FilterError::new(
                "The quotation mark is not closed. Put one at the end of the words, too.",
                source,
                (start, source.len()),
            ));
        };
        let text = rest.get(..length).unwrap_or(rest);
        tokens.push(Token { kind, text, start });
        start += text.len();
    }
    Ok(tokens)
}
