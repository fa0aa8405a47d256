//! From a sentence and what stands in its slots to an intent.

use task::{Due, quick_add};

use super::intent::{Days, Intent, Query, Reference, Which};
use super::lines::adding;
use super::pattern::{Slot, Slots};
use super::period::{self, Look};
use super::query::{of_list, query};
use super::reference::reference;
use super::sense::Sense;
use super::token::{Kind, Mention, Phrase};
use super::{Lexicon, english, wish};
use crate::verb::Verb;

/// Whether the words are such as the slot takes.
pub(super) fn holds(slot: Slot, words: Phrase<'_>, lexicon: &Lexicon) -> bool {
    match slot {
        Slot::Tasks => reference(words, lexicon).is_some(),
        Slot::Line | Slot::Words => words.words().chars().any(char::is_alphanumeric),
        Slot::Quoted => matches!(words.tokens, [token] if token.kind == Kind::Quoted),
        Slot::When => when(words, lexicon).is_some(),
        Slot::Day => day(words, lexicon),
        Slot::Span => period::span_of_days(words).is_some(),
        Slot::Period => period::days(words, &lexicon.now, Look::Back).is_some(),
        Slot::List => list(words, lexicon).is_some(),
        Slot::Tags => tags(words).is_some(),
        Slot::Priority => priority(words).is_some(),
        Slot::Rule => rule(words, lexicon).is_some(),
        Slot::Minutes => minutes(words, lexicon).is_some(),
        Slot::Query => query(words, lexicon).is_some(),
    }
}

/// When something is due; "next week" is in seven days, as in quick-add.
pub(super) fn when(words: Phrase<'_>, lexicon: &Lexicon) -> Option<String> {
    let text = words.words();
    task::due_in_words(text, &lexicon.now).map(|_| text.to_owned())
}

fn day(words: Phrase<'_>, lexicon: &Lexicon) -> bool {
    matches!(
        task::due_in_words(words.words(), &lexicon.now),
        Some(Due::Day(_))
    )
}

/// A list that there is.
pub(super) fn list(words: Phrase<'_>, lexicon: &Lexicon) -> Option<String> {
    match words.mention() {
        Some(Mention::List(name)) => return Some(name.clone()),
        Some(_) => return None,
        None => {}
    }
    if let [token] = words.tokens
        && token
            .key
            .strip_prefix('#')
            .is_some_and(|name| !name.is_empty())
    {
        return Some(
            words
                .words()
                .trim_start_matches('#')
                .trim_matches('"')
                .to_owned(),
        );
    }
    let (count, name) = lexicon.list_at(words, 0)?;
    (count == words.len()).then_some(name)
}

/// Names of tags, with or without the mark.
fn tags(words: Phrase<'_>) -> Option<Vec<String>> {
    let mut found = Vec::new();
    for token in words.tokens {
        match &token.kind {
            Kind::Mention(Mention::Tag(name)) => found.push(name.clone()),
            Kind::Mention(_) | Kind::Quoted => return None,
            Kind::Word if english::AND.contains(&token.key.as_str()) => {}
            Kind::Word => found.push(task::text::tag(&token.key).ok()?),
        }
    }
    (!found.is_empty() && found.len() <= 5).then_some(found)
}

/// Whether every tag has its mark.
fn marked(words: Phrase<'_>) -> bool {
    words.tokens.iter().all(|token| match &token.kind {
        Kind::Mention(Mention::Tag(_)) => true,
        Kind::Word => token.key.starts_with('@') || english::AND.contains(&token.key.as_str()),
        _ => false,
    })
}

fn priority(words: Phrase<'_>) -> Option<String> {
    let (count, name) = words.longest(0, english::PRIORITIES)?;
    (count == words.len()).then(|| name.to_owned())
}

/// A line of nothing but a recurrence, perhaps with a time.
fn rule(words: Phrase<'_>, lexicon: &Lexicon) -> Option<String> {
    let text = words.words();
    let read = quick_add::read(&format!("x {text}"), &[], &lexicon.now);
    (read.title == "x" && read.recurrence.is_some()).then(|| text.to_owned())
}

fn minutes(words: Phrase<'_>, lexicon: &Lexicon) -> Option<u32> {
    let line = format!("x for {}", words.words());
    let read = quick_add::read(&line, &[], &lexicon.now);
    (read.title == "x").then_some(read.duration).flatten()
}

/// What the sentence asks for; `None` where its slots don't fit together after all.
pub(super) fn intent(
    sense: Sense,
    slots: &Slots<'_>,
    phrase: Phrase<'_>,
    lexicon: &Lexicon,
    depth: usize,
) -> Option<Intent> {
    let text = |slot| {
        slots
            .get(slot)
            .map(|words: Phrase<'_>| words.words().to_owned())
    };
    Some(match sense {
        Sense::Help => Intent::Help,
        Sense::Greet => Intent::Greet,
        Sense::Thanks => Intent::Thanks,
        Sense::Undo => Intent::Undo,
        Sense::Redo => Intent::Redo,
        Sense::AsOne => Intent::AsOne,
        Sense::Never => Intent::Never,
        Sense::Yes => Intent::Yes,
        Sense::Pick => match reference(slots.get(Slot::Tasks)?, lexicon)? {
            Reference::Words(_) | Reference::Query(_) => return None,
            picked => Intent::Pick(picked),
        },
        Sense::Correct => Intent::Correct(text(Slot::Words).or_else(|| text(Slot::When))?),
        Sense::Wanted => wish::wanted(slots.get(Slot::Words)?, lexicon, depth),
        Sense::Needed => wish::needed(slots.get(Slot::Words)?, lexicon, depth),
        Sense::LetMe => wish::let_me(slots.get(Slot::Words)?, lexicon, depth)?,
        Sense::Seen => wish::seen(phrase, slots.get(Slot::Words)?, lexicon, depth)?,
        Sense::Lists => Intent::Lists,
        Sense::Tags => Intent::Tags,
        Sense::ListWork => Intent::ListWork,
        Sense::Purge => Intent::Purge,
        Sense::Next => Intent::Next,
        Sense::Plan => Intent::Plan,
        Sense::Did => Intent::Activity {
            which: Which::Completed,
            days: past(slots, lexicon)?,
        },
        Sense::DidDelete => activity(Which::Deleted, slots, lexicon)?,
        Sense::DidYou => activity(Which::Assistants, slots, lexicon)?,
        Sense::DidAll => activity(Which::All, slots, lexicon)?,
        Sense::Show => Intent::Show(query(slots.get(Slot::Query)?, lexicon)?),
        // "What?" asks for nothing.
        Sense::ShowAll if phrase.one_of(0, english::QUESTIONS) == Some(phrase.len()) => {
            return None;
        }
        Sense::ShowAll => Intent::Show(all_open()),
        Sense::ShowList => {
            let name = slots.get(Slot::Words)?;
            // A name, not a sentence.
            if name.len() > 4 || name.one_of(0, english::IN).is_some() {
                return None;
            }
            Intent::Show(of_list(name, lexicon))
        }
        Sense::ShowThem => Intent::ShowThem,
        Sense::Look => match reference(slots.get(Slot::Tasks)?, lexicon)? {
            Reference::Words(_) | Reference::Query(_) => return None,
            which => Intent::Look(which),
        },
        Sense::Count => Intent::Count(query(slots.get(Slot::Query)?, lexicon)?),
        Sense::CountAll => Intent::Count(all_open()),
        Sense::Find => {
            let words = slots.get(Slot::Words)?;
            let last = words.tokens.last()?;
            let behind = words.len() > 1 && english::TASK_BEHIND.contains(&last.key.as_str());
            let words = words.part(0..words.len() - usize::from(behind));
            Intent::Find(words.words().to_owned())
        }
        _ => return adding(sense, slots, lexicon).or_else(|| changing(sense, slots, lexicon)),
    })
}

fn all_open() -> Query {
    Query {
        view: Some("open".to_owned()),
        before: english::OPEN.to_owned(),
        noun: true,
        ..Query::default()
    }
}

/// Days that have been, at least in part.
fn past(slots: &Slots<'_>, lexicon: &Lexicon) -> Option<Days> {
    let today = lexicon.now.date();
    let mut days = period::days(slots.get(Slot::Period)?, &lexicon.now, Look::Back)?;
    days.to = days.to.min(today);
    (days.from <= days.to).then_some(days)
}

fn activity(which: Which, slots: &Slots<'_>, lexicon: &Lexicon) -> Option<Intent> {
    let today = lexicon.now.date();
    let days = match slots.get(Slot::Period) {
        Some(_) => past(slots, lexicon)?,
        None => Days {
            from: today,
            to: today,
            said: english::said_period("today"),
        },
    };
    Some(Intent::Activity { which, days })
}

/// "It" is what was spoken of last, where the sentence names no task.
fn changing(sense: Sense, slots: &Slots<'_>, lexicon: &Lexicon) -> Option<Intent> {
    let text = |slot| {
        slots
            .get(slot)
            .map(|words: Phrase<'_>| words.words().to_owned())
    };
    let which = match slots.get(Slot::Tasks) {
        Some(words) => reference(words, lexicon)?,
        None => Reference::It,
    };
    let verb = match sense {
        Sense::Complete | Sense::CompleteIt => Verb::Complete,
        Sense::CompleteThem => return Some(Intent::Change(Verb::Complete, Reference::Them)),
        Sense::CompleteNumbers => match which {
            Reference::Words(_) | Reference::Query(_) => return None,
            _ => Verb::Complete,
        },
        Sense::Reopen => Verb::Reopen,
        Sense::Skip | Sense::SkipIt => Verb::Skip,
        Sense::Delete => Verb::Delete,
        Sense::DeleteAll => {
            return Some(Intent::Change(Verb::Delete, Reference::Query(all_open())));
        }
        Sense::Restore => Verb::Restore,
        Sense::Someday => Verb::Someday,
        Sense::DueThen if matches!(which, Reference::Words(_) | Reference::Query(_)) => {
            return None;
        }
        Sense::Due | Sense::DueIt | Sense::DueThen => Verb::Reschedule {
            to: when(slots.get(Slot::When)?, lexicon)?,
        },
        Sense::Schedule => {
            let to = when(slots.get(Slot::When)?, lexicon)?;
            let line = format!("{} {to}", text(Slot::Tasks)?);
            return Some(match which {
                Reference::Words(_) => Intent::Schedule {
                    tasks: which,
                    line,
                    to,
                },
                which => Intent::Change(Verb::Reschedule { to }, which),
            });
        }
        Sense::Shift | Sense::ShiftBack => {
            let days = period::span_of_days(slots.get(Slot::Span)?)?;
            Verb::Shift {
                days: if sense == Sense::Shift { days } else { -days },
            }
        }
        Sense::ClearDue | Sense::ClearDueIt => Verb::Unschedule,
        Sense::Deadline | Sense::DeadlineIt => Verb::Deadline {
            to: Some(text(Slot::Day)?),
        },
        Sense::ClearDeadline | Sense::ClearDeadlineIt => Verb::Deadline { to: None },
        Sense::Put => Verb::Put {
            list: Some(list(slots.get(Slot::List)?, lexicon)?),
        },
        Sense::Out => Verb::Put { list: None },
        Sense::MoveWhere => {
            return Some(Intent::MoveWhere {
                to: text(Slot::Words)?,
            });
        }
        Sense::Rename | Sense::RenameIt => Verb::Rename {
            to: text(Slot::Words)?
                .trim_matches(['"', '“', '”', '„'])
                .to_owned(),
        },
        Sense::Priority | Sense::PriorityIt => Verb::Prioritise {
            to: priority(slots.get(Slot::Priority)?)?,
        },
        Sense::PriorityTop => Verb::Prioritise {
            to: english::TOP.to_owned(),
        },
        Sense::PriorityNone => Verb::Prioritise {
            to: english::BOTTOM.to_owned(),
        },
        Sense::Tag | Sense::TagIt => Verb::Tag {
            tags: tags(slots.get(Slot::Tags)?)?,
        },
        Sense::TagMarked => {
            let words = slots.get(Slot::Tags)?;
            // "Tag it urgent": what names the task can't have a last word more.
            let apart =
                words.len() == 1 && !matches!(which, Reference::Words(_) | Reference::Query(_));
            let tags = (apart || marked(words)).then(|| tags(words)).flatten()?;
            Verb::Tag { tags }
        }
        Sense::Untag | Sense::UntagIt => Verb::Untag {
            tags: tags(slots.get(Slot::Tags)?)?,
        },
        Sense::UntagMarked => {
            let words = slots.get(Slot::Tags)?;
            let tags = marked(words).then(|| tags(words)).flatten()?;
            Verb::Untag { tags }
        }
        Sense::Repeat | Sense::RepeatIt => Verb::Repeat {
            rule: Some(rule(slots.get(Slot::Rule)?, lexicon)?),
        },
        Sense::StopRepeat => Verb::Repeat { rule: None },
        Sense::Length | Sense::LengthIt => Verb::Length {
            minutes: minutes(slots.get(Slot::Minutes)?, lexicon)?,
        },
        Sense::Note => Verb::Note {
            text: text(Slot::Quoted)?
                .trim_matches(['"', '“', '”', '„'])
                .to_owned(),
        },
        Sense::NoteText => {
            let words = slots.get(Slot::Words)?;
            let (name, note) = words.words().split_once(": ")?;
            let which = super::named(name, lexicon)?;
            let text = note.trim().to_owned();
            return Some(Intent::Change(Verb::Note { text }, which));
        }
        _ => return None,
    };
    Some(Intent::Change(verb, which))
}

/// The verb with what the words say in the place of what it had.
pub(super) fn corrected(verb: &Verb, words: Phrase<'_>, lexicon: &Lexicon) -> Option<Verb> {
    Some(match verb {
        Verb::Reschedule { .. } | Verb::Unschedule | Verb::Shift { .. } | Verb::Someday => {
            Verb::Reschedule {
                to: when(words, lexicon)?,
            }
        }
        Verb::Deadline { .. } => Verb::Deadline {
            to: day(words, lexicon).then(|| words.words().to_owned()),
        },
        Verb::Prioritise { .. } => Verb::Prioritise {
            to: priority(words)?,
        },
        Verb::Put { .. } => Verb::Put {
            list: Some(list(words, lexicon)?),
        },
        Verb::Repeat { .. } => Verb::Repeat {
            rule: Some(rule(words, lexicon)?),
        },
        Verb::Length { .. } => Verb::Length {
            minutes: minutes(words, lexicon)?,
        },
        Verb::Rename { .. } => Verb::Rename {
            to: words.words().to_owned(),
        },
        Verb::Complete
        | Verb::Reopen
        | Verb::Skip
        | Verb::Delete
        | Verb::Restore
        | Verb::Tag { .. }
        | Verb::Untag { .. }
        | Verb::Note { .. } => return None,
    })
}
