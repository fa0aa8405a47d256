//! Whether what reads as a date is meant as one where it stands. The rules are told in the
//! documentation of [`crate::quick_add`].

use super::Confidence;
use super::clock::Clear;
use super::count;
use super::cursor::{Cursor, Scene};
use super::day::{Day, SaidDay, Shape};
use super::every::{Every, Style, every};
use super::token::{Kind, Token};
use super::when::{Lead, When, when};
use crate::language::{Freedom, Language, has, meaning};
use crate::task::Priority;

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
    word: &'a str,
    /// The one before that.
    earlier: &'a str,
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
    fn ends_a_sentence(&self) -> bool {
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
    let begins = |word: &str| has(language.every, word) || priority(word).is_some();
    here.word().is_some_and(begins)
        || (here.eat(language.lasting) && count::length(&mut here).is_some())
}

/// `p1` to `p4`.
pub(super) fn priority(word: &str) -> Option<Priority> {
    Some(match word {
        "p1" => Priority::P1,
        "p2" => Priority::P2,
        "p3" => Priority::P3,
        "p4" => Priority::P4,
        _ => return None,
    })
}

/// Whether the sentence goes on here without what stands before: with punctuation, a word such as
/// "about", or a verb.
pub(super) fn goes_on(c: &Cursor<'_>) -> bool {
    links(c) || begins_anew(c) || is_range(c)
}

/// "6-7pm", "14:00-15:00": a range of times, which is no time to be due.
fn is_range(c: &Cursor<'_>) -> bool {
    c.word().is_some_and(|word| {
        let digit = |c: char| c.is_ascii_digit();
        word.starts_with(digit)
            && word
                .split_once(['-', '–'])
                .is_some_and(|(_, end)| end.starts_with(digit))
    })
}

/// As [`goes_on`], without the verbs: many are nouns too.
fn links(c: &Cursor<'_>) -> bool {
    separated(c)
        || c.token()
            .is_some_and(|token| !token.capital && has(c.language().linking, &token.lower))
}

/// Whether punctuation ends something here.
fn separated(c: &Cursor<'_>) -> bool {
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
fn begins_anew(c: &Cursor<'_>) -> bool {
    let mut after = *c;
    after.at += 1;
    separated(c)
        || (after.word().is_some()
            && c.token()
                .is_some_and(|token| !token.capital && has(c.language().verbs, &token.lower)))
}

/// Whether what stands before takes the piece for itself.
fn is_bound(place: &Place<'_>, language: &Language) -> bool {
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

fn is_qualified(place: &Place<'_>, language: &Language) -> bool {
    place.before.last.is_some_and(|last| {
        let word = last.lower.as_str();
        has(language.qualifying, word) || is_ordinal(word, language)
    })
}

fn is_ordinal(word: &str, language: &Language) -> bool {
    let mut endings = language.ordinal_endings.iter();
    endings.any(|ending| {
        word.strip_suffix(ending)
            .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// Whether a word is part of a date for sure, or of something that was meant as one.
fn is_date(word: &str, language: &Language) -> bool {
    meaning(language.weekdays, word).is_some()
        || meaning(language.short_weekdays, word).is_some()
        || meaning(language.many_weekdays, word).is_some()
        || meaning(language.casual, word).is_some()
        || crate::due::civil_day(word).is_some()
}

fn is_date_like(word: &str, language: &Language) -> bool {
    is_date(word, language)
        || word.contains(|c: char| c.is_numeric())
        || meaning(language.months, word).is_some()
        || meaning(language.halves, word).is_some()
}

/// Whether a date stands before the date: "monday, friday", "30 feb friday". A month alone may be
/// a person: "call June friday".
fn follows_a_date(place: &Place<'_>, language: &Language) -> bool {
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
fn leads_to_a_date(c: &Cursor<'_>) -> bool {
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
fn joins_a_date(c: &Cursor<'_>) -> bool {
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
    here.word()
        .is_some_and(|word| is_date(word, language) || clock(word) || part(word))
}

/// Whether the words are written as those of a name, "The Day After Tomorrow": two of them and more
/// in capitals that dates have not.
fn is_named(words: &[Token], language: &Language) -> bool {
    let named = |word: &&Token| {
        word.capital
            && meaning(language.weekdays, &word.lower).is_none()
            && meaning(language.short_weekdays, &word.lower).is_none()
            && meaning(language.months, &word.lower).is_none()
    };
    let words = words.iter().filter(|token| token.kind == Kind::Word);
    words.filter(named).take(2).count() == 2
}

/// Whether a date or time is meant as one, and how surely. `words` are what it was read from.
pub(super) fn of_when(said: &When, place: &Place<'_>, words: &[Token]) -> Option<Confidence> {
    let language = place.after.language();
    let led = said.lead != Lead::Bare;
    let first = words.first()?;
    if is_bound(place, language)
        || is_named(words, language)
        || (!led && is_qualified(place, language))
        || leads_to_a_date(&place.after)
    {
        return None;
    }
    let edge = is_edge(&place.after);
    let goes_on = goes_on(&place.after);
    let Some(day) = &said.day else {
        return of_time(said, place, edge || goes_on);
    };
    let number = first.lower.starts_with(|c: char| c.is_ascii_digit());
    if follows_a_date(place, language)
        || splits_a_number(day, place, first, language)
        || (number && meaning(language.short_weekdays, place.before.word).is_some())
    {
        return None;
    }
    let clocked = said.clock.is_some();
    // "by Friday Jones"
    let no_name = words.iter().all(|word| !word.capital)
        || place.after.token().is_none_or(|next| !next.capital);
    let anywhere = clocked || (said.lead == Lead::By && no_name);
    let beside = clocked && (said.time_first || place.start);
    let (accepted, sure) = match day.shape {
        Shape::Casual(Freedom::Never) => (false, false),
        Shape::Casual(Freedom::Shy) => (beside && !first.capital, false),
        Shape::Casual(Freedom::Free) => {
            let title = first.capital && place.after.token().is_some_and(|next| next.capital);
            (edge || goes_on || anywhere || (place.start && !title), true)
        }
        Shape::Full => (edge || goes_on || anywhere || place.start, !day.doubtful),
        Shape::ShortWeekday => {
            let fits = edge || goes_on || place.start || anywhere;
            ((led && fits) || beside, clocked)
        }
        Shape::Weekday => {
            let anew = place.start || place.before.ends_a_sentence();
            let alone = edge
                || (anew && (led || said.part.is_some() || begins_anew(&place.after)))
                || (!anew && (if led { goes_on } else { links(&place.after) }));
            (alone || anywhere, led || clocked)
        }
        Shape::Ordinal => {
            let name = place.before.last.is_some_and(|last| last.capital);
            let bare = edge && !place.start && !name;
            let fits = edge || goes_on || place.start;
            ((led && fits) || bare || anywhere, led)
        }
        Shape::Digits { plain } => {
            let fits = edge || goes_on || place.start;
            let bare = edge && !place.start && plain;
            let first = place.start && plain && begins_anew(&place.after);
            ((led && fits) || bare || first || anywhere, !day.doubtful)
        }
    };
    let confidence = if sure {
        Confidence::Certain
    } else {
        Confidence::Likely
    };
    accepted.then_some(confidence)
}

/// A time without a day must not be a verse, a ratio, a count or a word: "John 3:16", "look at 3".
fn of_time(said: &When, place: &Place<'_>, ends: bool) -> Option<Confidence> {
    let language = place.after.language();
    let led = said.lead != Lead::Bare;
    let clear = said.clock.is_some_and(|clock| match clock.clear {
        Clear::Sure => true,
        // "at Noon cafe"
        Clear::Named => ends,
        Clear::Weak | Clear::Hour => false,
    });
    let word = place.before.word;
    let digits = word.contains(|c: char| c.is_numeric());
    let after_a_date = word.split(['/', '-']).any(|word| is_date(word, language))
        || meaning(language.months, word).is_some()
        || (digits && !led);
    let fits = ends || led || place.start;
    (clear && !after_a_date && fits).then_some(Confidence::Certain)
}

/// "30 feb 9" is not the ninth.
fn splits_a_number(day: &SaidDay, place: &Place<'_>, first: &Token, language: &Language) -> bool {
    matches!(day.day, Day::OfYear(..) | Day::On(_))
        && meaning(language.months, &first.lower).is_some()
        && place.before.word.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a recurrence is meant as one, and how surely.
pub(super) fn of_every(said: &Every, place: &Place<'_>, first: &Token) -> Option<Confidence> {
    let language = place.after.language();
    let name = first.capital && !place.start;
    if is_bound(place, language) || joins_a_date(&place.after) {
        return None;
    }
    let follows = when(&mut place.after.clone()).is_some();
    let ends = is_edge(&place.after) || goes_on(&place.after) || follows;
    let more = !said.is_rule_alone();
    let accepted = match said.style {
        Style::Every => ends || said.clock.is_some() || (place.start && !first.capital),
        Style::Rhythm if is_qualified(place, language) => false,
        Style::Rhythm if has(language.rates, place.before.word) => false,
        Style::Rhythm if place.start => more || separated(&place.after),
        Style::Rhythm => !name && (ends || more),
        Style::Many { .. } if follows_a_date(place, language) => false,
        Style::Many { led } => {
            let alone = led && (ends || place.start);
            alone || said.clock.is_some()
        }
    };
    let sure = said.style == Style::Every || said.clock.is_some();
    accepted.then_some(if sure {
        Confidence::Certain
    } else {
        Confidence::Likely
    })
}

/// Whether "for 20min" is meant as the length of the task.
pub(super) fn of_length(place: &Place<'_>) -> Option<Confidence> {
    let (mut day, mut rule) = (place.after, place.after);
    let follows = when(&mut day).is_some() || every(&mut rule).is_some();
    let ends = is_edge(&place.after) || goes_on(&place.after) || follows || place.start;
    (ends && !is_bound(place, place.after.language())).then_some(Confidence::Certain)
}

/// Whether `p1` is meant as the priority.
pub(super) fn of_priority(place: &Place<'_>) -> Option<Confidence> {
    let language = place.after.language();
    let mut here = place.after;
    let joined = here.eat(language.or) || here.eat(language.to);
    let range = joined && here.word().and_then(priority).is_some();
    (!range && !is_bound(place, language)).then_some(Confidence::Certain)
}
