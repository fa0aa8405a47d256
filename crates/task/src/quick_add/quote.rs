//! Quotes: where they open and close.

/// The quotes that keep words literal.
const PAIRS: [(char, char); 3] = [('"', '"'), ('“', '”'), ('«', '»')];

/// Where each kind of quote may close: after a word, before white space or punctuation.
pub(super) struct Quotes([Vec<usize>; 3]);

impl Quotes {
    /// Finds them all in one walk.
    pub(super) fn of(text: &str) -> Self {
        let mut closing = [Vec::new(), Vec::new(), Vec::new()];
        let mut letters = text.char_indices().peekable();
        let mut previous = ' ';
        while let Some((at, c)) = letters.next() {
            let next = letters.peek().map_or(' ', |(_, c)| *c);
            if !previous.is_whitespace() && !next.is_alphanumeric() {
                for ((_, close), found) in PAIRS.iter().zip(&mut closing) {
                    if c == *close {
                        found.push(at);
                    }
                }
            }
            previous = c;
        }
        Self(closing)
    }

    /// Where the quote that opens at `at` ends, its closing mark with it; `None` where none opens,
    /// it stays open, or there are no words in it.
    pub(super) fn closing(&self, text: &str, at: usize) -> Option<usize> {
        let first = text.get(at..)?.chars().next()?;
        let kind = PAIRS.iter().position(|(open, _)| *open == first)?;
        let close = PAIRS.get(kind)?.1;
        let inner = at + first.len_utf8();
        let ends = self.0.get(kind)?;
        let end = *ends.get(ends.partition_point(|end| *end < inner))?;
        let words = text.get(inner..end)?;
        words
            .chars()
            .next()
            .is_some_and(|c| !c.is_whitespace())
            .then_some(end + close.len_utf8())
    }
}

/// The words between the quotes of a text that begins and ends with them.
pub(super) fn inside(quoted: &str) -> Option<&str> {
    PAIRS.into_iter().find_map(|(open, close)| {
        let inner = quoted.strip_prefix(open)?.strip_suffix(close)?.trim();
        (!inner.is_empty() && !inner.contains([open, close])).then_some(inner)
    })
}
