//! What stands around a piece of the line: the words before it, and whether the line goes on after it
//! or is at an edge.

use super::count;
use super::cursor::{Cursor, Scene};
use super::policy;
use super::token::{Kind, Token};
use crate::language::{Freedom, Language, has, meaning};

/// Where a piece stands.
pub(super) struct Place<'a> {
    /// Whether no word of the title stands before it.
    pub(super) start: bool,
    /// The words of the title directly before it, up to two.
    pub(super) before: Before<'a>,
    /// After its last token.
    pub(super) after: Cursor<'a>,
}

/// What stands before a piece: nothing where that is a piece itself.
#[derive(Clone, Copy, Default)]
pub(super) struct Before<'a> {
    /// The token directly before it.
    pub(super) last: Option<&'a Token>,
    /// The word directly before it, commas left out.
    pub(super) word: &'a str,
    /// The one before that.
    pub(super) earlier: &'a str,
}

impl<'a> Before<'a> {
    /// Looks back from token `at`, no further than `from`.
    pub(super) fn of(scene: &'a Scene<'a>, from: usize, at: usize) -> Self {
        let tokens = scene.tokens.get(from..at).unwrap_or_default();
        let mut words = tokens
            .iter()
            .rev()
            .take(5)
            .filter(|token| !token.is(',') && !token.is(';'))
            .map(|token| token.lower.as_str());
        Self {
            last: tokens.last(),
            word: words.next().unwrap_or_default(),
            earlier: words.next().unwrap_or_default(),
        }
    }
}

impl Before<'_> {
    /// Whether a sentence may begin after it.
    pub(super) fn ends_a_sentence(&self) -> bool {
        let kind = self.last.map(|token| &token.kind);
        matches!(kind, Some(Kind::Punctuation(':' | '.' | '!' | '?' | '…')))
    }
}

/// What is left for the one line: nothing more, marks, or pieces that always stand apart.
pub(super) fn is_edge(c: &Cursor<'_>) -> bool {
    let mut here = *c;
    for _ in 0..4 {
        let Some(token) = here.token() else {
            return true;
        };
        match token.kind {
            Kind::Punctuation('.' | '!' | '?' | '…' | ',' | ';') => here.at += 1,
            Kind::Punctuation('{') => return true,
            Kind::List(_) | Kind::Tag(_) | Kind::Notes => return true,
            Kind::Word => break,
            Kind::Punctuation(_) | Kind::Quoted | Kind::Kept => return false,
        }
    }
    let language = here.language();
    let begins = |word: &str| has(language.every, word) || policy::priority(word).is_some();
    here.word().is_some_and(begins)
        || (here.eat(language.lasting) && count::length(&mut here).is_some())
}

/// Whether the sentence goes on here without what stands before: with punctuation, a word such as
/// "about", or a verb.
pub(super) fn goes_on(c: &Cursor<'_>) -> bool {
    links(c) || begins_anew(c) || is_range(c)
}

/// "6-7pm", "14:00-15:00": a range of times, which is no time to be due.
pub(super) fn is_range(c: &Cursor<'_>) -> bool {
    c.word().is_some_and(|word| {
        let digit = |c: char| c.is_ascii_digit();
        word.starts_with(digit)
            && word
                .split_once(['-', '–'])
                .is_some_and(|(_, end)| end.starts_with(digit))
    })
}

/// As [`goes_on`], without the verbs: many are nouns too.
pub(super) fn links(c: &Cursor<'_>) -> bool {
    separated(c)
        || c.token()
            .is_some_and(|token| !token.capital && has(c.language().linking, &token.lower))
}

/// Whether punctuation ends something here.
pub(super) fn separated(c: &Cursor<'_>) -> bool {
    c.token().is_some_and(|token| match token.kind {
        Kind::Punctuation(c) => matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '(' | ')' | '…'),
        Kind::Word => is_dash(&token.lower),
        _ => false,
    })
}

pub(super) fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—")
}

/// Whether a sentence begins here: after punctuation, or with a verb that has something after it.
pub(super) fn begins_anew(c: &Cursor<'_>) -> bool {
    let mut after = *c;
    after.at += 1;
    separated(c)
        || (after.word().is_some()
            && c.token()
                .is_some_and(|token| !token.capital && has(c.language().verbs, &token.lower)))
}

/// Whether what stands before takes the piece for itself.
pub(super) fn is_bound(place: &Place<'_>, language: &Language) -> bool {
    let Some(last) = place.before.last else {
        return false;
    };
    match last.kind {
        Kind::Punctuation(c) => matches!(c, '(' | '"' | '“' | '«' | '{'),
        Kind::Word if is_dash(&last.lower) => is_date_like(place.before.earlier, language),
        Kind::Word => has(language.binding, &last.lower),
        _ => false,
    }
}

pub(super) fn is_qualified(place: &Place<'_>, language: &Language) -> bool {
    place.before.last.is_some_and(|last| {
        let word = last.lower.as_str();
        has(language.qualifying, word) || is_ordinal(word, language)
    })
}

pub(super) fn is_ordinal(word: &str, language: &Language) -> bool {
    let mut endings = language.ordinal_endings.iter();
    endings.any(|ending| {
        word.strip_suffix(ending)
            .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// Whether a word is part of a date for sure, or of something that was meant as one.
pub(super) fn is_date(word: &str, language: &Language) -> bool {
    let casual = meaning(language.casual, word);
    meaning(language.weekdays, word).is_some()
        || meaning(language.short_weekdays, word).is_some()
        || meaning(language.many_weekdays, word).is_some()
        || casual.is_some_and(|(_, freedom)| freedom != Freedom::Shy)
        || crate::due::civil_day(word).is_some()
}

pub(super) fn is_date_like(word: &str, language: &Language) -> bool {
    is_date(word, language)
        || word.contains(|c: char| c.is_numeric())
        || meaning(language.months, word).is_some()
        || meaning(language.halves, word).is_some()
}

/// Whether a date stands before the date: "monday, friday", "30 feb friday". A month alone may be
/// a person: "call June friday".
pub(super) fn follows_a_date(place: &Place<'_>, language: &Language) -> bool {
    let Before { word, earlier, .. } = place.before;
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let is_month = |word: &str| meaning(language.months, word).is_some();
    let free = |word: &str| {
        let casual = meaning(language.casual, word);
        casual.is_some_and(|(_, freedom)| freedom != Freedom::Shy)
    };
    let weekday = |word: &str| {
        meaning(language.weekdays, word).is_some()
            || meaning(language.many_weekdays, word).is_some()
    };
    let short = place.before.last.is_some_and(|last| !last.capital)
        && meaning(language.short_weekdays, word).is_some()
        && has(language.on, earlier);
    weekday(word)
        || short
        || free(word)
        || crate::due::civil_day(word).is_some()
        || (number(word) && (word.contains('/') || is_month(earlier)))
        || (is_month(word) && number(earlier))
}

/// Whether another date follows, directly or after "and", "or" or "-": then neither can be chosen.
pub(super) fn leads_to_a_date(c: &Cursor<'_>) -> bool {
    let mut here = *c;
    here.comma();
    let free = |word: &str| {
        let language = c.language();
        let casual = meaning(language.casual, word);
        meaning(language.weekdays, word).is_some()
            || casual.is_some_and(|(_, freedom)| freedom == Freedom::Free)
            || crate::due::civil_day(word).is_some()
    };
    joins_a_date(c) || here.word().is_some_and(free)
}

/// Whether another date or time follows after "and", "or" or "-".
pub(super) fn joins_a_date(c: &Cursor<'_>) -> bool {
    let language = c.language();
    let mut here = *c;
    here.comma();
    if !here.eat(language.or) && !here.eat(language.to) {
        return false;
    }
    let clock = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        let half = word.get(digits.len()..).unwrap_or_default();
        digits.starts_with(|c: char| c.is_ascii_digit())
            && (digits.contains(':') || meaning(language.halves, half).is_some())
    };
    let part = |word: &str| meaning(language.parts, word).is_some();
    let mut day = here;
    let mut range = *c;
    if range.eat(language.to) && super::day::month_day(&mut day).is_some() {
        return true;
    }
    here.word()
        .is_some_and(|word| is_date(word, language) || clock(word) || part(word))
}

/// Whether the words are written as those of a name, "The Day After Tomorrow": two of them and more
/// in capitals that dates have not.
pub(super) fn is_named(words: &[Token], language: &Language) -> bool {
    let named = |word: &&Token| {
        word.capital
            && meaning(language.weekdays, &word.lower).is_none()
            && meaning(language.short_weekdays, &word.lower).is_none()
            && meaning(language.months, &word.lower).is_none()
    };
    let words = words.iter().filter(|token| token.kind == Kind::Word);
    words.filter(named).take(2).count() == 2
}
