//! What a message means: words, then the sentence of the table that they fit, then its slots.
//!
//! The table ([`phrases`], [`english`]) is data; nothing here has an English word of its own. What
//! fits no sentence is [`Intent::Unknown`]: nothing is ever guessed.

mod english;
mod intent;
mod lines;
mod pattern;
mod period;
mod phrases;
mod query;
mod reference;
mod sense;
mod slots;
mod together;
mod token;
mod wish;

pub(crate) use intent::{Days, Intent, Query, Reference, Which};
pub(crate) use token::Sentence;

use std::sync::LazyLock;

use jiff::Zoned;
use task::TaskId;
use task::text::fold;

use crate::verb::Verb;
use pattern::Pattern;
use sense::Sense;
use token::{Kind, Mention, Phrase};

/// What messages are understood by, beside the language: the time, and the names that there are.
#[derive(Debug, Clone)]
pub(crate) struct Lexicon {
    /// The person's time.
    pub(crate) now: Zoned,
    /// The lists: id and name.
    pub(crate) lists: Vec<(String, String)>,
}

impl Lexicon {
    fn list_of_id(&self, id: &str) -> Option<&str> {
        let found = self.lists.iter().find(|(known, _)| known == id);
        found.map(|(_, name)| name.as_str())
    }

    /// The list whose name the words at `at` are, the longest name first.
    fn list_at(&self, phrase: Phrase<'_>, at: usize) -> Option<(usize, String)> {
        let fits = self.lists.iter().filter_map(|(_, name)| {
            let count = name.split_whitespace().count();
            let typed = phrase.part(at..at + count);
            let same = typed.len() == count && fold(typed.words()) == fold(name);
            same.then(|| (count, name.clone()))
        });
        fits.max_by_key(|(count, _)| *count)
    }
}

/// The sentences of the table, read.
static SENTENCES: LazyLock<Vec<(Sense, Pattern)>> = LazyLock::new(|| {
    english::PHRASES
        .iter()
        .copied()
        .flatten()
        .filter_map(|(sense, text)| Some((*sense, Pattern::read(text, english::GROUPS)?)))
        .collect()
});

/// How many words a message may have that is more than a line to add.
const LONGEST: usize = 120;

/// What a message asks for.
pub(crate) fn understand(sentence: &Sentence, lexicon: &Lexicon) -> Intent {
    let bare = bare(sentence.phrase());
    match meaning(bare.phrase, lexicon, 0) {
        // Adding is no harm, but "can I add milk?" may well be a question.
        intent if intent.writes() && (bare.about || (sentence.asks && !bare.requested)) => {
            Intent::OnlyAsked
        }
        intent => intent,
    }
}

/// A message without politeness.
struct Bare<'a> {
    phrase: Phrase<'a>,
    /// It is asked for, as in "could you …?".
    requested: bool,
    /// It is asked about, as in "can I …?".
    about: bool,
}

fn bare(phrase: Phrase<'_>) -> Bare<'_> {
    let mut bare = Bare {
        phrase,
        requested: false,
        about: false,
    };
    loop {
        let phrase = bare.phrase;
        if let Some((count, requests)) = phrase.longest(0, english::POLITE)
            && count < phrase.len()
        {
            bare.requested |= requests;
            bare.phrase = phrase.from(count);
        } else if let Some(count) = phrase.one_of(0, english::ABOUT_IT)
            && count < phrase.len()
            && !bare.requested
            && !bare.about
            && !english::ASKING_TASKS.contains(&phrase.part(0..count + 1).keys().as_str())
        {
            bare.about = true;
            bare.phrase = phrase.from(count);
        } else {
            break;
        }
    }
    while let Some((count, requests)) = (1..=3).rev().find_map(|count| {
        let start = bare.phrase.len().checked_sub(count).filter(|at| *at > 0)?;
        let behind = bare.phrase.longest(start, english::POLITE_BEHIND)?;
        (behind.0 == count).then_some(behind)
    }) {
        bare.requested |= requests;
        bare.phrase = bare.phrase.part(0..bare.phrase.len() - count);
    }
    bare
}

/// How deep a sentence may hold another: "I want to see what is due".
const DEPTH: usize = 4;

fn meaning(phrase: Phrase<'_>, lexicon: &Lexicon, depth: usize) -> Intent {
    if phrase.is_empty() || depth > DEPTH {
        return Intent::Unknown;
    }
    let holds = |slot, words: Phrase<'_>| slots::holds(slot, words, lexicon);
    let short = phrase.len() <= LONGEST;
    for (sense, pattern) in SENTENCES.iter() {
        if !short && !matches!(sense, Sense::Add | Sense::AddMany) {
            continue;
        }
        if let Some(slots) = pattern.fits(phrase, &holds)
            && let Some(intent) = slots::intent(*sense, &slots, phrase, lexicon, depth)
        {
            return intent;
        }
    }
    match reference::reference(phrase, lexicon) {
        None | Some(Reference::Words(_) | Reference::Query(_)) => Intent::Unknown,
        Some(picked) => Intent::Pick(picked),
    }
}

/// The tasks that are mentioned, where it is nothing but mentions.
fn mentioned(phrase: Phrase<'_>) -> Option<Vec<TaskId>> {
    let mut ids = Vec::new();
    for token in phrase.tokens {
        match &token.kind {
            Kind::Mention(Mention::Task(id)) => ids.push(*id),
            Kind::Word if english::AROUND_NUMBERS.contains(&token.key.as_str()) => {}
            _ => return None,
        }
    }
    (!ids.is_empty()).then_some(ids)
}

/// What "no, …" puts in the place of what was said before.
pub(crate) fn correction(verb: &Verb, words: &str, lexicon: &Lexicon) -> Option<Verb> {
    slots::corrected(verb, Sentence::of(words).phrase(), lexicon)
}

/// The things of an enumeration; see [`lines::things`].
pub(crate) fn things(title: &str) -> Option<Vec<String>> {
    lines::things(title)
}

/// The names in "milk and bread", where it is more than one.
pub(crate) fn names(words: &str) -> Option<Vec<String>> {
    let parts = lines::split(Sentence::of(words).phrase());
    (parts.len() > 1).then_some(parts)
}

/// Which tasks some words name.
pub(crate) fn named(words: &str, lexicon: &Lexicon) -> Option<Reference> {
    reference::reference(Sentence::of(words).phrase(), lexicon)
}

/// Whether it may be a line that somebody wants to add: no question, and not too long.
pub(crate) fn may_be_a_line(sentence: &Sentence) -> bool {
    let phrase = sentence.phrase();
    !sentence.asks
        && (2..=20).contains(&phrase.len())
        && phrase.one_of(0, english::QUESTIONS).is_none()
        && phrase.one_of(0, english::DOING).is_some()
}

/// What words hint at, for examples that fit.
pub(crate) fn hints(sentence: &Sentence) -> Vec<&'static str> {
    let phrase = sentence.phrase();
    let mut found: Vec<&'static str> = Vec::new();
    for at in 0..phrase.len().min(LONGEST) {
        if let Some((_, example)) = phrase.longest(at, english::EXAMPLES)
            && !found.contains(&example)
        {
            found.push(example);
        }
    }
    for example in english::COMMON_EXAMPLES {
        if !found.contains(example) {
            found.push(example);
        }
    }
    found.truncate(3);
    found
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
