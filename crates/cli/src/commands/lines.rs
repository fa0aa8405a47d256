//! Where the words of new tasks come from: the command's arguments, or lines of standard input.

use std::io::{self, BufRead, IsTerminal};

use task::{Code, Error};

use crate::arguments::Add;

/// The words of new tasks.
pub(super) enum Source {
    /// One task.
    Words(String),
    /// A task for each line, with its number.
    Lines(Vec<(usize, String)>),
}

/// How many wrong lines are told at most.
const TOLD: usize = 10;

impl Source {
    /// What was typed, or what standard input has.
    pub(super) fn of(add: &Add) -> Result<Self, Error> {
        let piped = add.words.is_empty() && !io::stdin().is_terminal();
        if piped || add.words.iter().map(String::as_str).eq(["-"]) {
            return Ok(Self::Lines(read(io::stdin().lock())?));
        }
        Ok(Self::Words(add.words.join(" ")))
    }
}

/// The lines that have something in them.
fn read(mut input: impl BufRead) -> Result<Vec<(usize, String)>, Error> {
    let mut lines = Vec::new();
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        let count = input
            .read_until(b'\n', &mut bytes)
            .map_err(|error| Error::Storage {
                code: Code::Unavailable,
                message: format!("Standard input cannot be read: {error}."),
                source: Some(Box::new(error)),
            })?;
        if count == 0 {
            break;
        }
        let line = std::str::from_utf8(&bytes).map_err(|_| {
            Error::invalid(format!(
                "Line {number} is not UTF-8 text. Nothing was added."
            ))
        })?;
        let line = without_bullet(line.trim_start_matches('\u{feff}').trim());
        if !line.is_empty() {
            lines.push((number, line.to_owned()));
        }
    }
    Ok(lines)
}

/// A line of a list, as people and programs write lists, without its mark: `- `, `* `, `• ` and
/// Markdown's empty box after it. What is ticked already stays as it is written.
fn without_bullet(line: &str) -> &str {
    let marks = ["- ", "* ", "+ ", "• "];
    let Some(rest) = marks.iter().find_map(|mark| line.strip_prefix(mark)) else {
        return line;
    };
    let rest = rest.trim_start();
    rest.strip_prefix("[ ] ").unwrap_or(rest).trim_start()
}

/// Does something with each line.
///
/// # Errors
/// When it fails for any: all such lines are told by their numbers, the first ten at most.
pub(super) fn each<'a, T>(
    lines: &'a [(usize, String)],
    mut work: impl FnMut(&'a str) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    let mut done = Vec::with_capacity(lines.len());
    let mut wrong = Vec::new();
    for (number, line) in lines {
        match work(line) {
            Ok(result) => done.push(result),
            Err(error) => wrong.push(format!("  line {number}: {error}")),
        }
    }
    if wrong.is_empty() {
        return Ok(done);
    }
    let count = crate::say::count(wrong.len(), "line");
    let more = wrong.len().saturating_sub(TOLD);
    wrong.truncate(TOLD);
    if more > 0 {
        wrong.push(format!("  and {more} more"));
    }
    Err(Error::invalid(format!(
        "{count} can't be added, so nothing was.\n{}",
        wrong.join("\n")
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_lose_their_marks() {
        let text = "- [ ] milk\n* bread\n•  eggs\n-5 degrees\n- [x] done\n-\n";
        let lines = read(text.as_bytes()).unwrap();
        let lines: Vec<&str> = lines.iter().map(|(_, line)| line.as_str()).collect();
        assert_eq!(
            lines,
            ["milk", "bread", "eggs", "-5 degrees", "[x] done", "-"]
        );
    }

    #[test]
    fn lines_keep_their_numbers() {
        let text = "\u{feff}Buy milk\r\n\n  \nCall Bob";
        let expected = [(1, "Buy milk".to_owned()), (4, "Call Bob".to_owned())];
        assert_eq!(read(text.as_bytes()).unwrap(), expected);
        assert!(read(&b"\xff\xfe"[..]).is_err());
    }
}
