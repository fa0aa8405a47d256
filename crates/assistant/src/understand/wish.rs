//! Wishes: what somebody wants, needs or asks to see, which is another sentence, or a task.

use super::intent::{Intent, Reference};
use super::token::Phrase;
use super::{Lexicon, english, meaning};
use crate::verb::Verb;

fn starts(words: Phrase<'_>, heads: &[&str]) -> bool {
    words.one_of(0, heads).is_some()
}

fn line(words: Phrase<'_>) -> Intent {
    Intent::Add(vec![words.words().to_owned()])
}

/// What somebody wants to do: what it would mean without "I want to"; else it is a task.
pub(super) fn wanted(words: Phrase<'_>, lexicon: &Lexicon, depth: usize) -> Intent {
    match meaning(words, lexicon, depth + 1) {
        Intent::Unknown
        | Intent::Pick(_)
        | Intent::Never
        | Intent::Yes
        | Intent::Greet
        | Intent::Thanks
        | Intent::Correct(_)
        | Intent::MoveWhere { .. } => line(words),
        Intent::Change(Verb::Complete, Reference::Words(_)) if !starts(words, english::MARKING) => {
            line(words)
        }
        // "I want to find a flat" is a plan for life.
        Intent::Find(_) | Intent::Schedule { .. } => line(words),
        intent => intent,
    }
}

/// What somebody needs to do is a task, unless it can only be meant for this list: "I need to
/// finish the report" is not yet done, "I need to see what is due" asks.
pub(super) fn needed(words: Phrase<'_>, lexicon: &Lexicon, depth: usize) -> Intent {
    let of_tasks = words
        .tokens
        .iter()
        .any(|token| english::OF_TASKS.contains(&token.key.as_str()));
    match meaning(words, lexicon, depth + 1) {
        Intent::Show(query) if of_tasks || starts(words, english::SEEING) => Intent::Show(query),
        Intent::Count(query) if of_tasks || starts(words, english::SEEING) => Intent::Count(query),
        Intent::Find(text) if of_tasks => Intent::Find(text),
        Intent::Change(Verb::Complete, which) if !starts(words, english::MARKING) => match which {
            Reference::Words(_) => line(words),
            _ => Intent::Unknown,
        },
        Intent::Change(_, Reference::Words(_)) if !of_tasks => line(words),
        Intent::Add(lines) if of_tasks || starts(words, english::ADDING) => Intent::Add(lines),
        intent @ (Intent::Change(..)
        | Intent::AddNameless
        | Intent::Undo
        | Intent::Help
        | Intent::Lists
        | Intent::Tags
        | Intent::Plan
        | Intent::ListWork
        | Intent::Purge) => intent,
        _ => line(words),
    }
}

/// "Let me see my tasks" asks; "let me think" is nothing.
pub(super) fn let_me(words: Phrase<'_>, lexicon: &Lexicon, depth: usize) -> Option<Intent> {
    match wanted(words, lexicon, depth) {
        Intent::Add(_) if !starts(words, english::ADDING) => None,
        intent => Some(intent),
    }
}

/// "Tell me what is due": the question without its head.
pub(super) fn seen(
    phrase: Phrase<'_>,
    words: Phrase<'_>,
    lexicon: &Lexicon,
    depth: usize,
) -> Option<Intent> {
    // The question begins with the word before: "what …", "how many …".
    let first = words.tokens.first()?;
    let at = phrase
        .tokens
        .iter()
        .position(|token| token.at.start == first.at.start)?;
    let head = (1..=2).rev().find(|count| {
        at.checked_sub(*count).is_some_and(|begin| {
            english::QUESTIONS_ABOUT.contains(&phrase.part(begin..at).keys().as_str())
        })
    })?;
    match meaning(phrase.from(at - head), lexicon, depth + 1) {
        Intent::Unknown => None,
        intent if intent.writes() => None,
        intent => Some(intent),
    }
}
