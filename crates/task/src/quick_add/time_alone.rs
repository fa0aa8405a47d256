//! Whether a time without a day is meant as one where it stands.

use super::Confidence;
use super::around::{Before, Place, begins_anew, is_date};
use super::clock::{Clear, Clock};
use super::token::Token;
use super::when::{Lead, When};
use crate::language::{Words, has, meaning};

/// A time without a day must not be a verse, a ratio, a count or a word: "John 3:16", "look at 3".
pub(super) fn of_time(
    said: &When,
    place: &Place<'_>,
    words: &[Token],
    edge: bool,
    goes_on: bool,
) -> Option<Confidence> {
    let language = place.after.language();
    let led = said.lead != Lead::Bare;
    let ends = edge || goes_on;
    let Some(clock) = said.clock else {
        // "in the morning"
        let name = words.iter().any(|word| word.capital);
        let ends = edge || is_followed_by(language.companions, place);
        return (ends && !place.start && !name).then_some(Confidence::Likely);
    };
    let (clear, confidence) = match clock.clear {
        Clear::Sure => (
            led || said.zone.is_some() || !is_verse(clock, place, words),
            Confidence::Certain,
        ),
        // "at Noon cafe"
        Clear::Named => (ends, Confidence::Certain),
        Clear::Weak => (
            is_first(clock, place) || (edge && is_last(clock, place)),
            Confidence::Likely,
        ),
        Clear::Hour => (is_hour(clock, place, words, edge), Confidence::Likely),
    };
    let word = place.before.word;
    let digits = word.contains(|c: char| c.is_numeric());
    let after_a_date = word.split(['/', '-']).any(|word| is_date(word, language))
        || meaning(language.months, word).is_some()
        || (digits && !led);
    let fits = ends || led || place.start;
    (clear && !after_a_date && fits).then_some(confidence)
}

/// "9:30 standup".
fn is_first(clock: Clock, place: &Place<'_>) -> bool {
    let language = place.after.language();
    let next = place.after.token();
    let plain = next.is_some_and(|next| {
        !next.capital && !has(language.linking, &next.lower) && !has(language.numbered, &next.lower)
    });
    place.start && clock.is_round() && plain
}

/// "school run 8:15".
fn is_last(clock: Clock, place: &Place<'_>) -> bool {
    let language = place.after.language();
    let Before {
        last,
        word,
        earlier,
    } = place.before;
    let name = last.is_some_and(|last| last.capital) && !earlier.is_empty();
    let taken = has(language.numbered, word)
        || has(language.quoting, word)
        || has(language.quoting, earlier);
    last.is_some() && !clock.is_odd() && !clock.is_small() && !name && !taken
}

/// Whether one of these words follows.
fn is_followed_by(words: Words, place: &Place<'_>) -> bool {
    place.after.word().is_some_and(|word| has(words, word))
}

/// "meeting with Bob at 2".
fn is_hour(clock: Clock, place: &Place<'_>, words: &[Token], edge: bool) -> bool {
    let language = place.after.language();
    let Before { last, word, .. } = place.before;
    let at = words
        .first()
        .is_some_and(|first| has(language.at_hour, &first.lower));
    let plain = words.iter().all(|word| !word.capital);
    // "buy 3 at 2", but "call 555123 at 2"
    let digits = word.len() < 5 && word.contains(|c: char| c.is_numeric());
    let taken = has(language.taking_at, word) || has(language.numbered, word);
    let ends = match last {
        Some(_) => edge || is_followed_by(language.companions, place),
        None => place.start && begins_anew(&place.after),
    };
    let said = at && plain && !digits && !taken;
    said && ends && clock.is_of_twelve()
}

/// "Read Rev 21:04", "score 10:30": digits alone after what has such numbers.
fn is_verse(clock: Clock, place: &Place<'_>, words: &[Token]) -> bool {
    let language = place.after.language();
    let Before {
        last,
        word,
        earlier,
    } = place.before;
    let digits = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let alone = words.first().is_some_and(|first| {
        words.len() == 1 && first.lower.ends_with(|c: char| c.is_ascii_digit())
    });
    // The first word of a line has its capital from there.
    let name = last.is_some_and(|last| last.capital) && !earlier.is_empty();
    let quoted = has(language.quoting, earlier) || digits(earlier);
    alone && ((name && (clock.is_odd() || quoted)) || has(language.numbered, word))
}
