//! A whole line: its pieces, one after the other, and the title that is left.

use std::collections::BTreeSet;

use jiff::Zoned;
use jiff::civil::Date;

use super::around::{Before, Place};
use super::cursor::{Cursor, Scene};
use super::every::{self, Every};
use super::place::Units;
use super::policy;
use super::token::{self, Kind, Token};
use super::when::{self, When};
use super::{Confidence, Meaning, QuickAdd, Span, TextRange, count, quote};
use crate::language::{Language, has};
use crate::task::Priority;

/// What a piece was read as.
pub(super) enum Found {
    When(When),
    Every(Every),
    List(String),
    Tag(String),
    Priority(Priority),
    Deadline(Date),
    Length(u32),
    Notes(String),
    /// Words that stay, without their quotes.
    Literal(String),
}

/// A piece of the line, in bytes.
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) confidence: Confidence,
    pub(super) found: Found,
}

/// Reads a line, and says how often a token was looked at.
pub(super) fn read(
    text: &str,
    refused: &[TextRange],
    now: &Zoned,
    language: &'static Language,
) -> (QuickAdd, u64) {
    let tokens = token::tokens(text, refused);
    let scene = Scene::new(language, now, &tokens);
    let pieces = only_the_last(only_the_first(pieces(text, &scene), &scene));
    (assemble(text, pieces, &scene), scene.visits.get())
}

fn pieces(text: &str, scene: &Scene<'_>) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let mut start = true;
    // The token after the last piece.
    let mut since = 0;
    let mut at = 0;
    while let Some(token) = scene.tokens.get(at) {
        let here = scene.at(at);
        let before = Before::of(scene, since, at);
        match piece(text, here, start, before) {
            Step::Found(end, confidence, piece) => {
                let last = end.checked_sub(1).and_then(|last| scene.tokens.get(last));
                let literal = matches!(piece, Found::Literal(_));
                start &= !literal;
                found.push(Piece {
                    start: token.start,
                    end: last.map_or(token.end, |last| last.end),
                    confidence,
                    found: piece,
                });
                at = end.max(at + 1);
                since = if literal { since } else { at };
            }
            Step::Words(end) => {
                start &= matches!(token.kind, Kind::Punctuation(_));
                at = end.max(at + 1);
            }
        }
    }
    found
}

/// What one token begins: a piece, or words of the title; up to which token.
enum Step {
    Found(usize, Confidence, Found),
    Words(usize),
}

fn piece(text: &str, here: Cursor<'_>, start: bool, before: Before<'_>) -> Step {
    let next = here.at + 1;
    let certain = |found| Step::Found(next, Confidence::Certain, found);
    let Some(token) = here.token() else {
        return Step::Words(next);
    };
    match &token.kind {
        Kind::List(name) => certain(Found::List(name.clone())),
        Kind::Tag(name) => certain(Found::Tag(name.clone())),
        Kind::Notes => {
            let notes = text.get(token.start + 2..token.end).unwrap_or_default();
            certain(Found::Notes(notes.trim().to_owned()))
        }
        Kind::Quoted => literal(text, token, here.scene)
            .map_or(Step::Words(next), |words| certain(Found::Literal(words))),
        Kind::Punctuation('{') => {
            let mut c = here;
            match deadline(&mut c) {
                Some(day) => Step::Found(c.at, Confidence::Certain, Found::Deadline(day)),
                None => Step::Words(next),
            }
        }
        Kind::Punctuation(_) | Kind::Kept => Step::Words(next),
        Kind::Word => words(here, token, start, before),
    }
}

/// A piece that is made of words.
fn words(here: Cursor<'_>, first: &Token, start: bool, before: Before<'_>) -> Step {
    let language = here.language();
    let mut c = here;
    if c.eat(language.names) {
        return Step::Words(c.at);
    }
    let place = |after| Place {
        start,
        before,
        after,
    };
    if let Some(priority) = policy::priority(&first.lower) {
        c.at += 1;
        return match policy::of_priority(&place(c)) {
            Some(confidence) => Step::Found(c.at, confidence, Found::Priority(priority)),
            None => Step::Words(c.at),
        };
    }
    if let Some(said) = every::every(&mut c) {
        let confidence =
            policy::of_every(&said, &place(c), first).filter(|_| said.due(c.scene, None).is_some());
        if let Some(confidence) = confidence {
            full_stop(&mut c);
            return Step::Found(c.at, confidence, Found::Every(said));
        }
        // What is bound to the sentence keeps its tail.
        return Step::Words(c.at);
    }
    if let Some(said) = when::when(&mut c) {
        let words = c.scene.tokens.get(here.at..c.at).unwrap_or_default();
        let confidence =
            policy::of_when(&said, &place(c), words).filter(|_| said.due(c.scene, None).is_some());
        if let Some(confidence) = confidence {
            full_stop(&mut c);
            return Step::Found(c.at, confidence, Found::When(said));
        }
        // A name has not the time beside it: "Dinner with Tom at 8pm".
        let name = policy::is_shy(&said) && !said.time_first;
        return Step::Words(if name { here.at + 1 } else { c.at });
    }
    if has(language.lasting, &first.lower) {
        c.at += 1;
        if let Some(minutes) = count::length(&mut c)
            && let Some(confidence) = policy::of_length(&place(c))
        {
            full_stop(&mut c);
            return Step::Found(c.at, confidence, Found::Length(minutes));
        }
    }
    Step::Words(here.at + 1)
}

/// The full stop of the line goes with the piece before it.
fn full_stop(c: &mut Cursor<'_>) {
    c.attempt(|c| {
        (c.punctuation('.') || c.punctuation('!')).then_some(())?;
        c.token().is_none().then_some(())
    });
}

/// "{31 Jan}".
fn deadline(c: &mut Cursor<'_>) -> Option<Date> {
    c.punctuation('{').then_some(())?;
    let said = when::when(c)?;
    (said.time().is_none() && c.punctuation('}')).then_some(())?;
    said.day?.day.from(c.scene.today)
}

/// The words of a quote that serves only to keep them: it is the whole line, or they would be a
/// piece of it without. A longer quote can't be one.
fn literal(text: &str, token: &Token, scene: &Scene<'_>) -> Option<String> {
    const LONGEST: usize = 120;
    let words = quote::inside(text.get(token.start..token.end)?)?;
    let whole = scene.tokens.len() == 1;
    let kept = || {
        if words.len() > LONGEST {
            return false;
        }
        let tokens = token::tokens(words, &[]);
        let inner = Scene::new(scene.language, scene.now, &tokens);
        is_a_piece(inner.at(0))
    };
    (whole || kept()).then(|| words.to_owned())
}

/// Whether all the words are one piece, wherever they stand.
fn is_a_piece(here: Cursor<'_>) -> bool {
    let all = here.scene.tokens.len();
    let ends = |c: Cursor<'_>| c.at == all;
    let mut c = here;
    let language = here.language();
    match here.token().map(|token| &token.kind) {
        Some(Kind::List(_) | Kind::Tag(_) | Kind::Notes) => all == 1,
        Some(Kind::Punctuation('{')) => deadline(&mut c).is_some() && ends(c),
        Some(Kind::Word) => {
            (c.word().and_then(policy::priority).is_some() && all == 1)
                || (every::every(&mut c).is_some() && ends(c))
                || {
                    c = here;
                    when::when(&mut c).is_some() && ends(c)
                }
                || {
                    c = here;
                    c.eat(language.lasting) && count::length(&mut c).is_some() && ends(c)
                }
        }
        _ => false,
    }
}

/// What a line says once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Once {
    Time,
    Day,
    Every,
    List,
    Priority,
    Deadline,
    Length,
    Notes,
}

/// Of two days with "and" between them the first counts: the other has a thing of its own to say
/// ("plant on 1 sept and water on 5 sept").
fn only_the_first(mut pieces: Vec<Piece>, scene: &Scene<'_>) -> Vec<Piece> {
    let day = |piece: &Piece| matches!(&piece.found, Found::When(said) if !said.is_time_alone());
    let Some(first) = pieces
        .iter()
        .find(|piece| day(piece))
        .map(|piece| piece.end)
    else {
        return pieces;
    };
    let mut tokens = scene.tokens.iter().filter(|token| token.start >= first);
    let and = tokens.find(|token| has(scene.language.and, &token.lower));
    if let Some(and) = and.map(|token| token.start) {
        pieces.retain(|piece| !(day(piece) && piece.start > and));
    }
    pieces
}

/// Where a line says one thing twice, the last one counts, and the earlier stays in the title. A
/// day and a time that stand apart are one thing each.
fn only_the_last(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut seen = Vec::new();
    let mut day_has_time = false;
    let mut kept: Vec<Piece> = Vec::new();
    while let Some(piece) = pieces.pop() {
        let kind = match &piece.found {
            Found::When(said) if said.is_time_alone() => Some(Once::Time),
            Found::When(_) => Some(Once::Day),
            Found::Every(_) => Some(Once::Every),
            Found::List(_) => Some(Once::List),
            Found::Priority(_) => Some(Once::Priority),
            Found::Deadline(_) => Some(Once::Deadline),
            Found::Length(_) => Some(Once::Length),
            Found::Notes(_) => Some(Once::Notes),
            Found::Tag(_) | Found::Literal(_) => None,
        };
        if kind.is_none_or(|kind| !seen.contains(&kind)) {
            seen.extend(kind);
            kept.push(piece);
        }
    }
    for piece in &kept {
        day_has_time |= match &piece.found {
            Found::When(said) => !said.is_time_alone() && said.has_time(),
            Found::Every(said) => said.clock.is_some(),
            _ => false,
        };
    }
    if day_has_time {
        kept.retain(|piece| !matches!(&piece.found, Found::When(said) if said.is_time_alone()));
    }
    kept.reverse();
    kept
}

fn assemble(text: &str, pieces: Vec<Piece>, scene: &Scene<'_>) -> QuickAdd {
    let title = super::title::title(text, &pieces);
    let whole = QuickAdd {
        title: text.trim().to_owned(),
        ..QuickAdd::default()
    };
    // What would leave nothing is the title itself.
    let Some(title) = title else {
        return whole;
    };
    let due = due(&pieces, scene);
    let mut read = QuickAdd {
        title,
        due: due.clone(),
        ..QuickAdd::default()
    };
    let mut tags = BTreeSet::new();
    let mut units = Units::new(text);
    for piece in pieces {
        let meaning = match piece.found {
            Found::When(_) => match due.clone() {
                Some(due) => Meaning::Due { due },
                None => return whole,
            },
            Found::Every(said) => {
                let says_time = said.says_time();
                let recurrence = said.recurrence;
                read.recurrence = Some(recurrence.clone());
                Meaning::Recurrence {
                    recurrence,
                    due: due.clone().filter(|_| says_time),
                    from: said.start,
                }
            }
            Found::List(name) => {
                read.list = Some(name.clone());
                Meaning::List { name }
            }
            Found::Tag(name) => {
                if tags.insert(name.clone()) {
                    read.tags.push(name.clone());
                }
                Meaning::Tag { name }
            }
            Found::Priority(priority) => {
                read.priority = Some(priority);
                Meaning::Priority { priority }
            }
            Found::Deadline(deadline) => {
                read.deadline = Some(deadline);
                Meaning::Deadline { deadline }
            }
            Found::Length(minutes) => {
                read.duration = Some(minutes);
                Meaning::Duration { minutes }
            }
            Found::Notes(notes) => {
                read.notes = notes;
                Meaning::Notes
            }
            Found::Literal(_) => Meaning::Literal,
        };
        read.spans.push(Span {
            start: units.at(piece.start),
            end: units.at(piece.end),
            confidence: piece.confidence,
            meaning,
        });
    }
    read
}

/// When the task is due: what all the pieces say together.
fn due(pieces: &[Piece], scene: &Scene<'_>) -> Option<crate::due::Due> {
    let mut whens = pieces.iter().filter_map(|piece| match &piece.found {
        Found::When(said) => Some(said),
        _ => None,
    });
    let first = whens.next();
    let said = match (first, whens.next()) {
        (Some(one), Some(other)) => Some(one.with(other)),
        (one, _) => one.cloned(),
    };
    let every = pieces.iter().find_map(|piece| match &piece.found {
        Found::Every(said) => Some(said),
        _ => None,
    });
    match every {
        Some(every) => every.due(scene, said.as_ref()),
        None => said?.due(scene, None),
    }
}
