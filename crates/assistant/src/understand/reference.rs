//! Which tasks some words name.

use super::english;
use super::intent::Reference;
use super::query::query;
use super::token::{Kind, Mention, Phrase};
use super::{Lexicon, mentioned};

/// Which tasks some words name: `2`, `the first three`, `it`, `all of them`, `the dentist task`,
/// `everything overdue`. `None` where it is none, or can't be told. What stands in quotes is always
/// a title.
pub(super) fn reference(phrase: Phrase<'_>, lexicon: &Lexicon) -> Option<Reference> {
    if let Some(ids) = mentioned(phrase) {
        return Some(Reference::Tasks(ids));
    }
    if let [token] = phrase.tokens
        && token.kind == Kind::Quoted
    {
        return words(phrase.words());
    }
    let keys = phrase.keys();
    for (table, meaning) in [
        (english::IT, Reference::It),
        (english::BOTH, Reference::Both),
        (english::THEM, Reference::Them),
    ] {
        if table.contains(&keys.as_str()) {
            return Some(meaning);
        }
    }
    let bare = phrase.from(phrase.one_of(0, english::ARTICLES).unwrap_or(0));
    if bare.is_empty() || bare.one_of(0, english::NO_TASK).is_some() {
        return None;
    }
    if let Some(numbers) = numbers(bare) {
        return Some(numbers);
    }
    if let Some(found) = query(phrase, lexicon)
        && found.noun
    {
        return Some(Reference::Query(found));
    }
    // "Everything but the milk": what isn't understood as a whole is no name either.
    let plural = bare
        .tokens
        .iter()
        .any(|token| english::PLURALS.contains(&token.key.as_str()));
    if bare.one_of(0, english::ALL).is_some() || plural {
        return None;
    }
    if phrase
        .tokens
        .iter()
        .any(|token| matches!(token.kind, Kind::Mention(Mention::Task(_))))
    {
        return None;
    }
    let bare = bare.from(bare.one_of(0, english::TASK_CALLED).unwrap_or(0));
    let mut end = bare.len();
    if end > 1
        && let Some(last) = bare.tokens.last()
        && english::TASK_BEHIND.contains(&last.key.as_str())
    {
        end -= 1;
    }
    words(bare.part(0..end).words())
}

fn words(text: &str) -> Option<Reference> {
    let text = text.trim_matches(['"', '“', '”', '„']).trim();
    let said = text.chars().any(char::is_alphanumeric);
    said.then(|| Reference::Words(text.to_owned()))
}

/// `2`, `1, 2 and 4`, `2-4`, `the second one`, `the first three`, `the last two`.
fn numbers(phrase: Phrase<'_>) -> Option<Reference> {
    let keys = phrase.keys().replace(',', " ");
    let mut pieces: Vec<&str> = keys
        .split_whitespace()
        .filter(|word| !english::AROUND_NUMBERS.contains(word))
        .map(|word| word.trim_start_matches('#'))
        .collect();
    if pieces.is_empty() || pieces.len() > 50 {
        return None;
    }
    match *pieces.as_slice() {
        [word] if english::LAST.contains(&word) => return Some(Reference::Last(1)),
        [word, count] if english::LAST.contains(&word) => {
            let count = usize::from(english::count(count)?);
            return (count > 0).then_some(Reference::Last(count));
        }
        ["first", count] if let Some(count) = english::count(count) => {
            let count = usize::from(count);
            return (1..=50)
                .contains(&count)
                .then(|| Reference::Numbers((1..=count).collect()));
        }
        _ => {}
    }
    // "One" is a number only where nothing else is.
    if pieces.len() > 1 {
        pieces.retain(|word| *word != "one" && *word != "ones");
    }
    let mut found: Vec<usize> = Vec::new();
    let mut range = false;
    for piece in pieces {
        if english::TO.contains(&piece) {
            range = true;
            continue;
        }
        let (from, to) = match piece.split_once('-') {
            Some((from, to)) if !from.is_empty() => (number(from)?, number(to)?),
            _ => (number(piece)?, number(piece)?),
        };
        let from = if range { found.pop()? } else { from };
        range = false;
        if from == 0 || to < from || to - from > 50 {
            return None;
        }
        found.extend(from..=to);
    }
    (!range && !found.is_empty()).then_some(Reference::Numbers(found))
}

fn number(word: &str) -> Option<usize> {
    let ordinal = english::ORDINALS.iter().position(|known| *known == word);
    ordinal.map(|at| at + 1).or_else(|| {
        let digits = english::ORDINAL_ENDINGS
            .iter()
            .find_map(|ending| word.strip_suffix(ending))
            .unwrap_or(word);
        let plain = digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten()
    })
}
