//! Whether what reads as a date is meant as one where it stands. The rules are told in the
//! documentation of [`crate::quick_add`].

use super::Confidence;
use super::around::{
    Before, Place, begins_anew, follows_a_date, goes_on, is_bound, is_edge, is_named, is_qualified,
    joins_a_date, leads_to_a_date, links, separated,
};
use super::day::{Day, SaidDay, Shape};
use super::every::{Every, Style, every};
use super::time_alone;
use super::token::Token;
use super::when::{Lead, When, when};
use crate::language::{Freedom, Language, has, meaning};
use crate::task::Priority;

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

/// Whether the day is a name as often.
pub(super) fn is_shy(said: &When) -> bool {
    let shape = said.day.as_ref().map(|day| day.shape);
    shape == Some(Shape::Casual(Freedom::Shy))
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
        return time_alone::of_time(said, place, words, edge, goes_on);
    };
    let number = first.lower.starts_with(|c: char| c.is_ascii_digit());
    let noon = said.time_first && !led && said.clock.is_some_and(|clock| clock.named);
    let name = noon && first.capital && !place.start;
    let title = is_read(first, place, language) && !said.has_time();
    let pace = matches!(day.day, Day::Exact(_)) && is_measure(place.before.word);
    if title || pace || name {
        return None;
    }
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
        Shape::Casual(Freedom::Shy) => (beside && words.iter().all(|word| !word.capital), false),
        Shape::Casual(Freedom::Free) => {
            let title = first.capital && place.after.token().is_some_and(|next| next.capital);
            (edge || goes_on || anywhere || (place.start && !title), true)
        }
        Shape::Full => (edge || goes_on || anywhere || place.start, !day.doubtful),
        Shape::ShortWeekday { .. } if is_among_weekdays(place, language) => (false, false),
        Shape::ShortWeekday { word } => {
            let part = said.part.is_some() && !said.time_first;
            let timed = clocked || part;
            let bare = match place.start {
                true => (separated(&place.after) || part) && !word,
                false => edge && (timed || !word),
            };
            let fits = edge || goes_on || place.start || anywhere;
            ((led && fits) || bare || clocked, clocked)
        }
        Shape::Weekday if !led && !edge && !clocked && is_object(place, language) => (false, false),
        Shape::Month => {
            let first = place.start && (separated(&place.after) || begins_anew(&place.after));
            ((edge && !place.start) || first, false)
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
            let numbered = has(language.numbered, place.before.word);
            let bare = edge && !place.start && plain && !numbered;
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

/// Whether other weekdays stand beside a short one: "mon wed fri".
fn is_among_weekdays(place: &Place<'_>, language: &Language) -> bool {
    let weekday = |word: &str| {
        meaning(language.short_weekdays, word).is_some()
            || meaning(language.weekdays, word).is_some()
    };
    weekday(place.before.word) || place.after.word().is_some_and(weekday)
}

/// Whether it is what the line asks to read: "Read 11/22/63".
fn is_read(first: &Token, place: &Place<'_>, language: &Language) -> bool {
    const WITHOUT_CENTURY: usize = 8;
    let Before { word, earlier, .. } = place.before;
    let slashed = first.lower.contains('/') && first.lower.len() <= WITHOUT_CENTURY;
    slashed && earlier.is_empty() && has(language.quoting, word)
}

/// "run 5k in 30 min"
fn is_measure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with(|c: char| c.is_alphabetic())
}

/// Whether it is what the first verb of the line is done to: "Ask Sunday about lunch".
fn is_object(place: &Place<'_>, language: &Language) -> bool {
    let Before { word, earlier, .. } = place.before;
    earlier.is_empty() && has(language.verbs, word)
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
    let more = said.is_placed();
    let bounded = place.after.word();
    // "every sunday until christmas", "every sunday in march": half of it would be wrong.
    if bounded.is_some_and(|word| has(language.bounding, word))
        || super::day::in_month(&mut place.after.clone()).is_some()
    {
        return None;
    }
    let accepted = match said.style {
        Style::Every => ends || said.clock.is_some() || (place.start && !first.capital),
        Style::Rhythm if is_qualified(place, language) => false,
        Style::Rhythm if has(language.rates, place.before.word) => false,
        Style::Rhythm if place.start => more || separated(&place.after),
        Style::Rhythm => !name && (ends || more),
        Style::Many { .. } if follows_a_date(place, language) => false,
        Style::Many { led } => {
            let alone = led && (ends || place.start);
            let last = is_edge(&place.after) && !place.start && !is_qualified(place, language);
            alone || last || said.clock.is_some()
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
