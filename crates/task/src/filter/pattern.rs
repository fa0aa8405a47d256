//! Names with wildcards.

use std::fmt;

use crate::text::fold;

/// A name to compare with, in which `*` stands for any characters, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    parts: Vec<String>,
}

impl Pattern {
    pub(super) fn new(name: &str) -> Self {
        let folded = fold(name);
        let pieces: Vec<&str> = folded.split('*').collect();
        let last = pieces.len() - 1;
        let parts = pieces
            .iter()
            .enumerate()
            // Two wildcards side by side are one.
            .filter(|(index, piece)| *index == 0 || *index == last || !piece.is_empty())
            .map(|(_, piece)| (*piece).to_owned())
            .collect();
        Self { parts }
    }

    /// What stands before, between and after the wildcards, in the form of [`fold`]: a single
    /// part is the whole name; of several, the first begins it, the last ends it, and the others
    /// come in this order between them. The first and the last may be empty.
    pub fn parts(&self) -> &[String] {
        &self.parts
    }

    /// Whether a name, whatever its case, is meant.
    pub fn matches(&self, name: &str) -> bool {
        let name = fold(name);
        let [first, between @ .., last] = self.parts.as_slice() else {
            return self.parts.first().is_some_and(|whole| *whole == name);
        };
        let Some(inner) = name
            .strip_prefix(first.as_str())
            .and_then(|rest| rest.strip_suffix(last.as_str()))
        else {
            return false;
        };
        let mut rest = inner;
        between.iter().all(|part| {
            rest.split_once(part.as_str())
                .map(|(_, after)| rest = after)
                .is_some()
        })
    }
}

/// With its wildcards, in quotes where a query needs them.
impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.parts.join("*");
        if name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '*' | '-' | '_'))
        {
            f.write_str(&name)
        } else {
            f.write_str(&super::token::quoted(&name))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_stand_for_anything() {
        for (pattern, fits, fails) in [
            ("work", vec!["work", "WORK"], vec!["works", "", "homework"]),
            ("wo*", vec!["wo", "work"], vec!["awork", "w"]),
            ("*rk", vec!["rk", "work"], vec!["works"]),
            ("*", vec!["", "x"], vec![]),
            (
                "a*b*c",
                vec!["abc", "axbxc", "abbc"],
                vec!["ac", "acb", "ab"],
            ),
            ("a**b", vec!["ab", "axb"], vec!["a"]),
            ("aa*aa", vec!["aaaa", "aaxaa"], vec!["aa", "aaa"]),
            ("CAFE\u{301}*", vec!["Café", "café noir"], vec!["cafe"]),
        ] {
            let pattern = Pattern::new(pattern);
            for name in fits {
                assert!(pattern.matches(name), "{pattern} is {name}");
            }
            for name in fails {
                assert!(!pattern.matches(name), "{pattern} is not {name}");
            }
        }
    }
}
