//! Patterns of sentences, as the table of a language writes them.
//!
//! Words stand for themselves; `(a|b c)` is one of several, `[a|b]` may be left out, `<name>` is a
//! group of the table, and `{slot}` takes one or more words, the fewest with which all fits.

use super::token::{Kind, Phrase};

/// What a slot takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Slot {
    /// Words that name tasks.
    Tasks,
    /// A line for quick-add.
    Line,
    /// Any words.
    Words,
    /// What stands in quotes.
    Quoted,
    /// When something is due.
    When,
    /// A day.
    Day,
    /// How far something is moved: "2 days".
    Span,
    /// Days that are looked back on or ahead to: "this week".
    Period,
    /// The name of a list that there is.
    List,
    /// Tags.
    Tags,
    /// A priority.
    Priority,
    /// How something comes again.
    Rule,
    /// How long something takes.
    Minutes,
    /// Which tasks to show.
    Query,
}

impl Slot {
    const NAMES: [(&'static str, Self); 14] = [
        ("tasks", Self::Tasks),
        ("line", Self::Line),
        ("words", Self::Words),
        ("quoted", Self::Quoted),
        ("when", Self::When),
        ("day", Self::Day),
        ("span", Self::Span),
        ("period", Self::Period),
        ("list", Self::List),
        ("tags", Self::Tags),
        ("priority", Self::Priority),
        ("rule", Self::Rule),
        ("minutes", Self::Minutes),
        ("query", Self::Query),
    ];
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    Word(String),
    Slot(Slot),
    Any(Vec<Vec<Node>>),
    Maybe(Vec<Vec<Node>>),
}

/// A pattern that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern(Vec<Node>);

impl Pattern {
    /// Reads a pattern; `None` where it is written wrongly.
    pub(super) fn read(text: &str, groups: &[(&str, &str)]) -> Option<Self> {
        let mut text = text.to_owned();
        // A group may name others, but not itself.
        for _ in 0..4 {
            for (name, words) in groups {
                text = text.replace(&format!("<{name}>"), &format!("({words})"));
            }
        }
        let mut reader = Reader { rest: &text };
        let nodes = reader.sequence()?;
        (reader.rest.is_empty() && !text.contains('<')).then_some(Self(nodes))
    }

    /// The words of each slot, where the whole phrase is such a sentence.
    pub(super) fn fits<'a>(
        &self,
        phrase: Phrase<'a>,
        holds: &dyn Fn(Slot, Phrase<'a>) -> bool,
    ) -> Option<Slots<'a>> {
        let mut matching = Matching {
            phrase,
            holds,
            slots: Vec::new(),
            fuel: FUEL,
        };
        matching
            .go(&self.0, None, 0)
            .then_some(Slots(matching.slots))
    }
}

/// What stands in the slots of a sentence.
#[derive(Debug, Clone)]
pub(super) struct Slots<'a>(Vec<(Slot, Phrase<'a>)>);

impl<'a> Slots<'a> {
    pub(super) fn get(&self, slot: Slot) -> Option<Phrase<'a>> {
        self.0
            .iter()
            .find(|(known, _)| *known == slot)
            .map(|(_, phrase)| *phrase)
    }
}

/// How many steps a match may take: no sentence that people say needs as many.
const FUEL: u32 = 20_000;
/// How many words a slot takes where something follows it.
const LONGEST: usize = 40;

struct Rest<'n> {
    nodes: &'n [Node],
    next: Option<&'n Rest<'n>>,
}

struct Matching<'a, 'h> {
    phrase: Phrase<'a>,
    holds: &'h dyn Fn(Slot, Phrase<'a>) -> bool,
    slots: Vec<(Slot, Phrase<'a>)>,
    fuel: u32,
}

impl Matching<'_, '_> {
    fn go(&mut self, nodes: &[Node], rest: Option<&Rest<'_>>, at: usize) -> bool {
        self.fuel = self.fuel.saturating_sub(1);
        if self.fuel == 0 {
            return false;
        }
        let Some((node, tail)) = nodes.split_first() else {
            return match rest {
                None => at == self.phrase.len(),
                Some(rest) => self.go(rest.nodes, rest.next, at),
            };
        };
        match node {
            Node::Word(word) => {
                let token = self.phrase.tokens.get(at);
                token.is_some_and(|token| token.kind == Kind::Word && token.key == *word)
                    && self.go(tail, rest, at + 1)
            }
            Node::Any(alternatives) => self.any(alternatives, tail, rest, at),
            Node::Maybe(alternatives) => {
                self.any(alternatives, tail, rest, at) || self.go(tail, rest, at)
            }
            Node::Slot(slot) => self.slot(*slot, tail, rest, at),
        }
    }

    fn any(
        &mut self,
        alternatives: &[Vec<Node>],
        tail: &[Node],
        rest: Option<&Rest<'_>>,
        at: usize,
    ) -> bool {
        let after = Rest {
            nodes: tail,
            next: rest,
        };
        alternatives
            .iter()
            .any(|alternative| self.go(alternative, Some(&after), at))
    }

    fn slot(&mut self, slot: Slot, tail: &[Node], rest: Option<&Rest<'_>>, at: usize) -> bool {
        let left = self.phrase.len().saturating_sub(at);
        let last = tail.is_empty() && rest.is_none();
        let lengths = if last {
            left.max(1)..=left
        } else {
            1..=left.min(LONGEST)
        };
        for length in lengths {
            let words = self.phrase.part(at..at + length);
            let depth = self.slots.len();
            self.slots.push((slot, words));
            // Whether the rest fits is quickly seen; what the words mean is not.
            if self.go(tail, rest, at + length) && (self.holds)(slot, words) {
                return true;
            }
            self.slots.truncate(depth);
        }
        false
    }
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn sequence(&mut self) -> Option<Vec<Node>> {
        let mut nodes = Vec::new();
        loop {
            self.rest = self.rest.trim_start_matches(' ');
            match self.rest.chars().next() {
                None | Some('|' | ')' | ']') => return Some(nodes),
                Some('(') => nodes.push(Node::Any(self.alternatives(')')?)),
                Some('[') => nodes.push(Node::Maybe(self.alternatives(']')?)),
                Some('{') => {
                    let (name, rest) = self.rest.get(1..)?.split_once('}')?;
                    let (_, slot) = Slot::NAMES.iter().find(|(known, _)| *known == name)?;
                    nodes.push(Node::Slot(*slot));
                    self.rest = rest;
                }
                Some(_) => {
                    let end = self
                        .rest
                        .find([' ', '|', '(', ')', '[', ']', '{'])
                        .unwrap_or(self.rest.len());
                    let (word, rest) = self.rest.split_at_checked(end)?;
                    nodes.push(Node::Word(word.to_owned()));
                    self.rest = rest;
                }
            }
        }
    }

    fn alternatives(&mut self, close: char) -> Option<Vec<Vec<Node>>> {
        self.rest = self.rest.get(1..)?;
        let mut all = vec![self.sequence()?];
        while let Some(rest) = self.rest.strip_prefix('|') {
            self.rest = rest;
            all.push(self.sequence()?);
        }
        self.rest = self.rest.strip_prefix(close)?;
        Some(all)
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::Sentence;
    use super::*;

    fn slots(pattern: &str, text: &str) -> Option<Vec<(Slot, String)>> {
        let groups = [("done", "done|over with")];
        let pattern = Pattern::read(pattern, &groups).unwrap();
        let sentence = Sentence::of(text);
        let fits = pattern.fits(sentence.phrase(), &|slot, words| {
            slot != Slot::Day || words.words() == "friday"
        })?;
        let words = |phrase: Phrase<'_>| phrase.words().to_owned();
        Some(fits.0.into_iter().map(|(s, p)| (s, words(p))).collect())
    }

    #[test]
    fn slots_take_the_fewest_words_with_which_all_fits() {
        let pattern = "(move|push) {tasks} to [the] {day}";
        assert_eq!(
            slots(pattern, "Move letter to mum to friday!").unwrap(),
            [
                (Slot::Tasks, "letter to mum".to_owned()),
                (Slot::Day, "friday".to_owned())
            ]
        );
        assert_eq!(slots(pattern, "move letter to mum"), None);
        assert_eq!(slots(pattern, "move to friday"), None);
    }

    #[test]
    fn groups_and_options() {
        let pattern = "{tasks} [is|are] <done>";
        assert!(slots(pattern, "the milk is over with.").is_some());
        assert!(slots(pattern, "milk done").is_some());
        assert!(slots(pattern, "milk is").is_none());
    }

    #[test]
    fn quotes_are_no_words_of_the_grammar() {
        let found = slots("rename {tasks} to {words}", "rename \"a to b\" to c").unwrap();
        assert_eq!(found[0].1, "\"a to b\"");
        assert_eq!(found[1].1, "c");
    }

    #[test]
    fn what_is_written_wrongly_is_refused() {
        for text in ["(a|b", "a)", "{unknown}", "<nothing>", "[a"] {
            assert_eq!(Pattern::read(text, &[]), None, "{text}");
        }
    }

    #[test]
    fn a_long_sentence_ends() {
        let text = "to ".repeat(3_000);
        assert!(slots("{tasks} to {line} to {words} to x", &text).is_none());
    }
}
