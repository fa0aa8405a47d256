//! Places in a text: bytes (as Rust counts) and UTF-16 code units (as JavaScript counts). Both
//! counters walk through the text once, so places are asked for in rising order.

/// From UTF-16 code units to bytes.
pub(super) struct Bytes<'a> {
    letters: std::str::CharIndices<'a>,
    units: u32,
    length: usize,
}

impl<'a> Bytes<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            letters: text.char_indices(),
            units: 0,
            length: text.len(),
        }
    }

    /// The first boundary of a character at or after this many code units.
    pub(super) fn at(&mut self, units: u32) -> usize {
        while self.units < units {
            match self.letters.next() {
                Some((_, c)) => self.units += width(c),
                None => break,
            }
        }
        let rest = self.letters.as_str().len();
        self.length - rest
    }
}

/// From bytes to UTF-16 code units.
pub(super) struct Units<'a> {
    letters: std::str::CharIndices<'a>,
    units: u32,
    length: usize,
}

impl<'a> Units<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            letters: text.char_indices(),
            units: 0,
            length: text.len(),
        }
    }

    /// How many code units stand before this byte.
    pub(super) fn at(&mut self, byte: usize) -> u32 {
        while self.length - self.letters.as_str().len() < byte {
            match self.letters.next() {
                Some((_, c)) => self.units = self.units.saturating_add(width(c)),
                None => break,
            }
        }
        self.units
    }
}

fn width(c: char) -> u32 {
    if c.len_utf16() == 2 { 2 } else { 1 }
}
