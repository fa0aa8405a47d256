//! A whole line: its pieces, one after the other, and the title that is left.

use jiff::Zoned;
use jiff::civil::Date;

use super::cursor::{Cursor, Scene};
use super::every::{self, Every};
use super::place::Units;
use super::policy::{self, Before, Place};
use super::token::{self, Kind, Token};
use super::when::{self, When};
use super::{Confidence, Meaning, QuickAdd, Span, TextRange, count, quote};
use crate::language::{Language, has};
use crate::task::Priority;

/// What a piece was read as.
enum Found {
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
struct Piece {
    start: usize,
    end: usize,
    confidence: Confidence,
    found: Found,
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
    let pieces = only_the_last(pieces(text, &scene));
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
        Kind::Notes(notes) => certain(Found::Notes(notes.clone())),
        Kind::Quoted(quoted) => literal(text, token, quoted, here.scene)
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
        let confidence =
            policy::of_when(&said, &place(c), first).filter(|_| said.due(c.scene, None).is_some());
        if let Some(confidence) = confidence {
            full_stop(&mut c);
            return Step::Found(c.at, confidence, Found::When(said));
        }
        return Step::Words(c.at);
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
fn literal(text: &str, token: &Token, quoted: &str, scene: &Scene<'_>) -> Option<String> {
    const LONGEST: usize = 120;
    let words = quote::inside(quoted)?;
    let whole = text.trim().len() == token.end - token.start;
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
        Some(Kind::List(_) | Kind::Tag(_) | Kind::Notes(_)) => all == 1,
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

/// Where a line says one thing twice, the last one counts, and the earlier stays in the title. A
/// day and a time that stand apart are one thing each.
fn only_the_last(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut seen = Vec::new();
    let mut day_has_time = false;
    let mut kept: Vec<Piece> = Vec::new();
    while let Some(piece) = pieces.pop() {
        let kind = match &piece.found {
            Found::When(said) if said.is_time_alone() => "time",
            Found::When(_) => "day",
            Found::Every(_) => "every",
            Found::List(_) => "list",
            Found::Priority(_) => "priority",
            Found::Deadline(_) => "deadline",
            Found::Length(_) => "length",
            Found::Notes(_) => "notes",
            Found::Tag(_) | Found::Literal(_) => "",
        };
        if kind.is_empty() || !seen.contains(&kind) {
            seen.push(kind);
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
    let title = title(text, &pieces);
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
    let mut units = Units::new(text);
    for piece in pieces {
        let meaning = match piece.found {
            Found::When(_) => match due.clone() {
                Some(due) => Meaning::Due { due },
                None => return whole,
            },
            Found::Every(said) => {
                let recurrence = said.recurrence;
                read.recurrence = Some(recurrence.clone());
                Meaning::Recurrence { recurrence }
            }
            Found::List(name) => {
                read.list = Some(name.clone());
                Meaning::List { name }
            }
            Found::Tag(name) => {
                if !read.tags.contains(&name) {
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

/// The text without its pieces, the spaces around them one; `None` where no word is left.
fn title(text: &str, pieces: &[Piece]) -> Option<String> {
    let mut title = String::new();
    let mut at = 0;
    let mut cut = false;
    for piece in pieces {
        join(&mut title, text.get(at..piece.start)?, cut);
        at = piece.end;
        cut = !matches!(piece.found, Found::Literal(_));
        if let Found::Literal(words) = &piece.found {
            title.push_str(words);
        }
    }
    join(&mut title, text.get(at..)?, cut);
    if cut && text.get(at..).is_some_and(|rest| rest.trim().is_empty()) {
        let end = title
            .trim_end()
            .trim_end_matches(|c| is_separator(c) || c == ' ')
            .len();
        title.truncate(end);
    }
    let title = title.trim();
    let words = title.contains(|c: char| {
        c.is_alphanumeric() || (!c.is_ascii() && !is_separator(c) && !c.is_whitespace())
    });
    words.then(|| title.to_owned())
}

fn is_separator(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '-' | '–' | '—')
}

/// Adds what stands after a piece that was cut out.
fn join(title: &mut String, rest: &str, cut: bool) {
    if !cut {
        title.push_str(rest);
        return;
    }
    let rest = rest.trim_start();
    title.truncate(title.trim_end().len());
    if title.is_empty() {
        title.push_str(rest.trim_start_matches(|c: char| is_separator(c) || c.is_whitespace()));
        return;
    }
    let separated = title.ends_with([',', ';']) && rest.starts_with([',', ';']);
    let rest = if separated {
        rest.get(1..).unwrap_or_default()
    } else {
        rest
    };
    let glued = rest.is_empty() || rest.starts_with([',', '.', ';', ':', '!', '?', ')', ' ']);
    if !glued {
        title.push(' ');
    }
    title.push_str(rest);
}
