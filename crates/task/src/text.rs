//! Text that people and programs type: cleaned, and held to limits.

use unicode_normalization::UnicodeNormalization;

use crate::error::Error;

/// The longest title, in Unicode scalar values.
pub const TITLE_LIMIT: usize = 1_000;
/// The longest notes, in Unicode scalar values.
pub const NOTES_LIMIT: usize = 100_000;
/// The longest name of a list or a tag, in Unicode scalar values.
pub const NAME_LIMIT: usize = 200;

/// Characters that turn the reading direction of what follows them, or show nothing at all: in a
/// title they only deceive. The joiners U+200C and U+200D stay; words and emoji need them.
fn deceives(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

/// One line of text: control characters and line breaks become spaces, runs of white space one
/// space, nothing at the ends. Characters that only deceive are left out; a line of nothing but
/// joiners is empty.
fn one_line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .filter(|c| !deceives(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if spaced
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, '\u{200c}' | '\u{200d}'))
    {
        return String::new();
    }
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text in NFC, in which the search index holds words, however they were typed.
pub fn compose(text: &str) -> String {
    text.nfc().collect()
}

/// The first `limit` characters of `text`, with an ellipsis where something was cut off: for
/// error messages that quote what was typed.
pub fn excerpt(text: &str, limit: usize) -> String {
    let mut cut: String = text.chars().take(limit).collect();
    if text.chars().nth(limit).is_some() {
        cut.push('…');
    }
    cut
}

fn within(what: &str, text: &str, limit: usize) -> Result<(), Error> {
    let length = text.chars().count();
    if length > limit {
        return Err(Error::invalid(format!(
            "{what} may have {limit} characters at most; this one has {length}. Shorten it, or put the rest into the notes."
        )));
    }
    Ok(())
}

/// A title as it is stored: one line, not empty, at most [`TITLE_LIMIT`] characters.
///
/// # Errors
/// [`Error::Invalid`] when nothing is left or it is too long.
pub fn title(text: &str) -> Result<String, Error> {
    let title = one_line(text);
    if title.is_empty() {
        return Err(Error::invalid(
            "A task needs a title. Type what is to be done.",
        ));
    }
    within("A title", &title, TITLE_LIMIT)?;
    Ok(title)
}

/// Notes as they are stored: line breaks are kept (as `\n`), other control characters dropped, at
/// most [`NOTES_LIMIT`] characters.
///
/// # Errors
/// [`Error::Invalid`] when they are too long.
pub fn notes(text: &str) -> Result<String, Error> {
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = unified
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    let length = kept.chars().count();
    if length > NOTES_LIMIT {
        return Err(Error::invalid(format!(
            "Notes may have {NOTES_LIMIT} characters at most; these have {length}. Shorten them."
        )));
    }
    Ok(kept)
}

/// The name of a list: one line in NFC, not empty, at most [`NAME_LIMIT`] characters.
///
/// # Errors
/// [`Error::Invalid`] when nothing is left or it is too long.
pub fn list_name(text: &str) -> Result<String, Error> {
    let name: String = one_line(text.trim().trim_start_matches('#'))
        .nfc()
        .collect();
    if name.is_empty() {
        return Err(Error::invalid("A list needs a name."));
    }
    within("The name of a list", &name, NAME_LIMIT)?;
    Ok(name)
}

/// The name of a tag: in NFC, lower case, without the leading `@`, words joined by `-`.
///
/// # Errors
/// [`Error::Invalid`] when nothing is left or it is too long.
pub fn tag(text: &str) -> Result<String, Error> {
    let bare = one_line(text.trim().trim_start_matches('@'));
    let folded = fold(&bare).replace(' ', "-");
    if folded.is_empty() {
        return Err(Error::invalid("A tag needs a name, such as @phone."));
    }
    within("The name of a tag", &folded, NAME_LIMIT)?;
    Ok(folded)
}

/// The form in which names are compared: NFC and lower case, so that `Café` and `CAFE\u{301}`
/// are one.
pub fn fold(text: &str) -> String {
    text.nfc()
        .collect::<String>()
        .to_lowercase()
        .nfc()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_clean_line() {
        assert_eq!(title("  buy\n milk\u{0}\t now ").unwrap(), "buy milk now");
    }

    #[test]
    fn what_only_deceives_is_left_out() {
        assert_eq!(title("pay\u{202e} me\u{200b}").unwrap(), "pay me");
        assert!(title("\u{200b}\u{200d}").is_err());
        assert_eq!(title("👨\u{200d}👩").unwrap(), "👨\u{200d}👩");
    }

    #[test]
    fn an_empty_title_is_refused() {
        assert_eq!(
            title(" \n ").unwrap_err().to_string(),
            "A task needs a title. Type what is to be done."
        );
    }

    #[test]
    fn a_title_over_the_limit_says_both_numbers() {
        let message = title(&"x".repeat(100_000)).unwrap_err().to_string();
        assert!(
            message.contains("1000") && message.contains("100000"),
            "{message}"
        );
    }

    #[test]
    fn names_compare_by_folding() {
        assert_eq!(fold("Café"), fold("CAFE\u{301}"));
        assert_eq!(tag("@Phone Calls").unwrap(), "phone-calls");
    }

    #[test]
    fn notes_keep_their_lines() {
        assert_eq!(notes("a\r\nb\u{7}\n").unwrap(), "a\nb\n");
    }
}
