//! Which tasks to show, from plain English ("important tasks due this week in Home") or from the
//! language of filters itself ("p1 & @work").

use jiff::Span;
use task::Filter;

use super::Lexicon;
use super::english;
use super::intent::{Days, Query};
use super::period::{Look, days};
use super::together::together;
use super::token::{Kind, Mention, Phrase};

/// What a condition says of tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// When they are due.
    Due,
    /// Whether they are open, completed, in the trash.
    State,
    /// Anything else.
    Other,
}

/// A condition that has fixed words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fixed {
    /// As a filter; empty where it asks nothing more than "open".
    pub(super) filter: &'static str,
    /// The built-in view that it is alone.
    pub(super) view: Option<&'static str>,
    pub(super) about: About,
    /// Before or after the word "tasks" in the answer.
    pub(super) before: &'static str,
    pub(super) after: &'static str,
}

/// Which of a task's dates the words that follow speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateWord {
    /// The due date: its day, or any before or after it.
    On,
    Before,
    By,
    After,
    Deadline,
    Created,
    Completed,
}

#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) filter: String,
    pub(super) view: Option<&'static str>,
    pub(super) list: Option<String>,
    pub(super) about: About,
    pub(super) before: String,
    pub(super) after: String,
}

impl Part {
    fn other(filter: String, after: String) -> Self {
        Self {
            filter,
            view: None,
            list: None,
            about: About::Other,
            before: String::new(),
            after,
        }
    }
}

/// How conditions stand beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    Beside,
    And,
    Or,
}

/// Reads which tasks all the words mean; `None` where some are not understood.
pub(super) fn query(phrase: Phrase<'_>, lexicon: &Lexicon) -> Option<Query> {
    if phrase.is_empty() || phrase.len() > 40 {
        return None;
    }
    raw(phrase, lexicon).or_else(|| plain(phrase, lexicon))
}

/// The language of filters, where the words are certainly that.
fn raw(phrase: Phrase<'_>, lexicon: &Lexicon) -> Option<Query> {
    let text = phrase.words();
    let bare = phrase.from(phrase.one_of(0, english::TASKS_THAT_ARE).unwrap_or(0));
    let text = if bare.len() < phrase.len() {
        bare.words()
    } else {
        text
    };
    let marked = text.contains(['&', '|', '!', '*', '(']) || text.contains(": ");
    if !marked || Filter::parse(text, &lexicon.now).is_err() {
        return None;
    }
    Some(Query {
        filter: Some(text.to_owned()),
        after: format!("that fit “{text}”"),
        noun: bare.len() < phrase.len(),
        ..Query::default()
    })
}

fn plain(phrase: Phrase<'_>, lexicon: &Lexicon) -> Option<Query> {
    let mut parts: Vec<(Join, Part)> = Vec::new();
    let (mut at, mut noun, mut join) = (0, false, Join::Beside);
    while at < phrase.len() {
        if let Some(count) = phrase.one_of(at, english::ALL) {
            noun = true;
            at += count;
        } else if let Some((count, part)) = part(phrase, at, lexicon) {
            parts.push((join, part));
            join = Join::Beside;
            at += count;
        } else if let Some(count) = phrase.one_of(at, english::PLURALS) {
            noun = true;
            at += count;
        } else if let Some(count) = phrase.one_of(at, english::SINGULARS) {
            at += count;
        } else if let Some(count) = phrase.one_of(at, english::OR) {
            join = Join::Or;
            at += count;
        } else if let Some(count) = phrase.one_of(at, english::AND) {
            join = Join::And;
            at += count;
        } else if let Some(count) = phrase.one_of(at, english::FILLERS) {
            at += count;
        } else {
            return None;
        }
    }
    // "And" wants something behind it.
    if join != Join::Beside || (parts.is_empty() && !noun) {
        return None;
    }
    Some(together(parts, noun))
}

/// One condition, and how many words it is.
fn part(phrase: Phrase<'_>, at: usize, lexicon: &Lexicon) -> Option<(usize, Part)> {
    if let Some((count, fixed)) = phrase.longest(at, english::CONDITIONS) {
        // "Completed yesterday" is a date, not the state alone.
        let dated = date(phrase, at, lexicon).filter(|(length, _)| *length > count);
        return Some(dated.unwrap_or_else(|| (count, of_fixed(fixed))));
    }
    date(phrase, at, lexicon)
        .or_else(|| mark(phrase, at))
        .or_else(|| place(phrase, at, lexicon))
        .or_else(|| words(phrase, at))
}

fn of_fixed(fixed: Fixed) -> Part {
    Part {
        filter: fixed.filter.to_owned(),
        view: fixed.view,
        list: None,
        about: fixed.about,
        before: fixed.before.to_owned(),
        after: fixed.after.to_owned(),
    }
}

/// `due this week`, `by friday`, `tomorrow`, `deadline next month`, `added yesterday`.
fn date(phrase: Phrase<'_>, at: usize, lexicon: &Lexicon) -> Option<(usize, Part)> {
    let (skipped, word) = phrase
        .longest(at, english::DATE_WORDS)
        .unwrap_or((0, DateWord::On));
    let begin = at + skipped;
    let look = match word {
        DateWord::Created | DateWord::Completed => Look::Back,
        _ => Look::Ahead,
    };
    let longest = phrase.len().saturating_sub(begin).min(7);
    let (length, found) = (1..=longest).rev().find_map(|length| {
        days(phrase.part(begin..begin + length), &lexicon.now, look).map(|found| (length, found))
    })?;
    // A bare weekday or number in the midst of words is not a date by itself.
    Some((skipped + length, dated(word, &found, lexicon)?))
}

fn dated(word: DateWord, days: &Days, lexicon: &Lexicon) -> Option<Part> {
    let today = lexicon.now.date();
    if word == DateWord::On && days.from == today && days.to == today {
        return Some(of_fixed(english::TODAY));
    }
    let before = days.from.checked_sub(Span::new().days(1)).ok()?;
    let after = days.to.checked_add(Span::new().days(1)).ok()?;
    let within = |field: &str| {
        if days.from == days.to {
            format!("{field}: {}", days.from)
        } else {
            format!("({field} after: {before} & {field} before: {after})")
        }
    };
    let said = &days.said;
    let (filter, said) = match word {
        DateWord::On => (within("due"), format!("due {said}")),
        DateWord::Before => (
            format!("due before: {}", days.from),
            format!("due before {}", english::without_on(said)),
        ),
        DateWord::By => (
            format!("due before: {after}"),
            format!("due by {}", english::without_on(said)),
        ),
        DateWord::After => (
            format!("due after: {}", days.to),
            format!("due after {}", english::without_on(said)),
        ),
        DateWord::Deadline => (within("deadline"), format!("with a deadline {said}")),
        DateWord::Created => (
            format!("{} & all", within("created")),
            format!("added {said}"),
        ),
        DateWord::Completed => (within("completed"), format!("completed {said}")),
    };
    let about = match word {
        DateWord::On | DateWord::Before | DateWord::By | DateWord::After => About::Due,
        DateWord::Deadline => About::Other,
        DateWord::Created | DateWord::Completed => About::State,
    };
    Some(Part {
        about,
        ..Part::other(filter, said)
    })
}

/// A tag or a list with its mark, or mentioned.
fn mark(phrase: Phrase<'_>, at: usize) -> Option<(usize, Part)> {
    let skipped = phrase.one_of(at, english::BEFORE_MARK).unwrap_or(0);
    let named = skipped > 0
        && english::NAMES_TAG
            .iter()
            .any(|words| phrase.reads(at, words).is_some());
    let token = phrase.tokens.get(at + skipped)?;
    let part = match &token.kind {
        Kind::Mention(Mention::Tag(name)) => tagged(name),
        Kind::Mention(Mention::List(name)) => listed(name),
        Kind::Mention(Mention::Task(_)) | Kind::Quoted => return None,
        Kind::Word => match token.key.strip_prefix('@') {
            Some(name) if !name.is_empty() => tagged(name),
            _ => match token.key.strip_prefix('#') {
                Some(_) => {
                    let typed = phrase.part(at + skipped..at + skipped + 1).words();
                    listed(typed.trim_start_matches('#'))
                }
                None if named => tagged(&token.key),
                None => return None,
            },
        },
    };
    Some((skipped + 1, part))
}

fn tagged(name: &str) -> Part {
    let name = name.trim_matches('"');
    Part::other(format!("@\"{name}\""), format!("tagged @{name}"))
}

fn listed(name: &str) -> Part {
    let name = name.trim_matches('"');
    Part {
        list: Some(name.to_owned()),
        ..Part::other(format!("#\"{name}\""), format!("in {name}"))
    }
}

/// The open tasks of a list that there is or not: then the answer will say so.
pub(super) fn of_list(words: Phrase<'_>, lexicon: &Lexicon) -> Query {
    let known = lexicon.list_at(words, 0);
    let known = known.filter(|(count, _)| *count == words.len());
    let name = known.map_or_else(|| words.words().to_owned(), |(_, name)| name);
    together(vec![(Join::Beside, listed(&name))], false)
}

/// A list that there is by its name alone, or any name after "in".
fn place(phrase: Phrase<'_>, at: usize, lexicon: &Lexicon) -> Option<(usize, Part)> {
    let mut begin = at + phrase.one_of(at, english::IN).unwrap_or(0);
    let said_in = begin > at;
    let article = phrase.one_of(begin, english::ARTICLES);
    begin += article.unwrap_or(0);
    if let Some((count, name)) = lexicon.list_at(phrase, begin) {
        let behind = phrase
            .one_of(begin + count, english::LIST_BEHIND)
            .unwrap_or(0);
        // "Shopping" alone may be a list; in the midst of words it needs to be said.
        let alone = at == 0 && begin + count + behind == phrase.len();
        let said = said_in || behind > 0 || article.is_some() || alone;
        return said.then(|| (begin + count + behind - at, listed(&name)));
    }
    // "In total" is no list, unless there is one.
    if phrase.one_of(at, english::FILLERS).is_some() {
        return None;
    }
    phrase.one_of(at, english::IN_UNKNOWN)?;
    // "In my Garage list": there is none, and the answer will say so.
    let behind = (begin + 1..phrase.len().min(begin + 5))
        .find(|place| phrase.one_of(*place, english::LIST_BEHIND).is_some());
    let (end, next) = match behind {
        Some(place) => (place, place + 1),
        None if phrase.len() == begin + 1 => (phrase.len(), phrase.len()),
        None => return None,
    };
    let name = phrase.part(begin..end).words();
    Some((next - at, listed(name)))
}

/// `about the car`, `with "milk"`: the rest is words to look for.
fn words(phrase: Phrase<'_>, at: usize) -> Option<(usize, Part)> {
    let count = phrase.one_of(at, english::ABOUT)?;
    let rest = phrase.from(at + count);
    // "About the car": a title that says "car" is about it.
    let article = phrase.one_of(at + count, english::ARTICLES).unwrap_or(0);
    let text = phrase.from(at + count + article).words().replace('"', " ");
    let text = text.trim_matches(['“', '”', '„', ' ']);
    if !text.chars().any(char::is_alphanumeric) {
        return None;
    }
    let part = Part::other(format!("search: \"{text}\""), format!("with “{text}”"));
    Some((count + rest.len(), part))
}
