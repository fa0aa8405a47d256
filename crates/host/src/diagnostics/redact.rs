//! Takes out of a text what is nobody else's business: the words of the profile, secrets, addresses,
//! whatever was quoted, and the person's home folder.

use std::collections::BTreeSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex::Regex;
use task::{Code, Error};

/// What stands in place of words.
const WORDS: &str = "[text]";

/// Knows what is to go.
pub(super) struct Redactor {
    words: AhoCorasick,
    quoted: Regex,
    address: Regex,
    secret: Regex,
    /// The person's home folder, as the log would name it.
    home: Option<String>,
}

impl Redactor {
    pub(super) fn new(words: &BTreeSet<String>, home: Option<String>) -> Result<Self, Error> {
        // Whole words and phrases only; a mark alone gives nothing away.
        let telling = words
            .iter()
            .filter(|text| text.contains(char::is_alphanumeric));
        let words = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::NoncontiguousNFA))
            .build(telling)
            .map_err(unmakeable)?;
        let regex = |pattern| Regex::new(pattern).map_err(unmakeable);
        Ok(Self {
            words,
            quoted: regex(r#""[^"]*"|“[^”]*”|‘[^’]*’|`[^`]*`"#)?,
            address: regex(r"(?i)[a-z][a-z0-9+.-]*://\S+|\S+@\S+\.\S+|\bwww\.\S+")?,
            secret: regex(r"(?i)\b(?:sk|pk|ek|rk|ghp|xox.)[-_][\w-]+|\bbearer\s+\S+|[\w+=-]{20,}")?,
            home: home.filter(|home| home.len() > 1),
        })
    }

    /// The text without it.
    pub(super) fn clean(&self, text: &str) -> String {
        let lines = text.lines().map(|line| self.line(line) + "\n");
        lines.collect()
    }

    fn line(&self, line: &str) -> String {
        let mut line = self.without_words(line);
        if let Some(home) = &self.home {
            line = line.replace(home, "~");
        }
        let line = self.address.replace_all(&line, "[address]");
        let line = self.quoted.replace_all(&line, "[quoted]");
        // What is long and has a figure in it is no word of ours: a key, a token, an id.
        let secret = |found: &regex::Captures<'_>| {
            let found = &found[0];
            let short = found.len() < 20;
            if short || found.contains(|c: char| c.is_ascii_digit()) || found.contains(' ') {
                "[secret]".to_owned()
            } else {
                found.to_owned()
            }
        };
        self.secret.replace_all(&line, secret).into_owned()
    }

    fn without_words(&self, line: &str) -> String {
        let mut known: Vec<Range<usize>> = self
            .words
            .find_overlapping_iter(line)
            .map(|found| found.range())
            .filter(|range| stands_alone(line, range))
            .collect();
        known.sort_by_key(|range| (range.start, range.end));
        let mut clean = String::with_capacity(line.len());
        let mut end = 0;
        for range in known {
            if range.start >= end {
                clean.push_str(&line[end..range.start]);
                clean.push_str(WORDS);
            }
            end = end.max(range.end);
        }
        clean.push_str(&line[end..]);
        clean
    }
}

/// Whether what is found is not merely a part of other words.
fn stands_alone(line: &str, range: &Range<usize>) -> bool {
    let before = line[..range.start].chars().next_back();
    let after = line[range.end..].chars().next();
    ![before, after]
        .into_iter()
        .flatten()
        .any(char::is_alphanumeric)
}

fn unmakeable(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Storage {
        code: Code::Internal,
        message: "The diagnostics could not be made. Nothing was written.".to_owned(),
        source: Some(Box::new(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(words: &[&str], line: &str) -> String {
        let words = words.iter().map(|&word| word.to_owned()).collect();
        let redactor = Redactor::new(&words, Some("/home/ada".to_owned())).unwrap();
        redactor.clean(line).trim_end().to_owned()
    }

    #[test]
    fn words_go_where_they_stand_alone() {
        let words = ["Call Bob", "Bob", "art", "p1"];
        let clean = |line| cleaned(&words, line);
        assert_eq!(clean("could not call bob: busy"), "could not [text]: busy");
        assert_eq!(clean("Call Bobby, and Bob"), "Call Bobby, and [text]");
        assert_eq!(clean("starting, art=p1"), "starting, [text]=[text]");
        assert_eq!(cleaned(&["…", "-"], "a - b …"), "a - b …");
        assert_eq!(cleaned(&["ab cd", "cd ef"], "x ab cd ef y"), "x [text] y");
    }

    #[test]
    fn secrets_addresses_and_quotations_go() {
        let clean = |line| cleaned(&[], line);
        assert_eq!(clean("key sk-abc refused"), "key [secret] refused");
        assert_eq!(clean("header Bearer abc.def"), "header [secret]");
        assert_eq!(clean("t=eyJhbGciOiJIUzI1NiJ9x0"), "[secret]");
        assert_eq!(
            clean("for https://u:p@example.com/x?y: 404"),
            "for [address] 404"
        );
        assert_eq!(clean("to ada@example.com now"), "to [address] now");
        assert_eq!(
            clean("cannot read “Milk”: `eggs`"),
            "cannot read [quoted]: [quoted]"
        );
        assert_eq!(clean("in /home/ada/tasks/x"), "in ~/tasks/x");
    }

    #[test]
    fn what_tells_of_the_app_stays() {
        let line = "2026-11-21T18:13:48.123456Z  WARN calm_orbit_desktop::start: database error=disk I/O error";
        assert_eq!(cleaned(&["Milk"], line), line);
    }
}
