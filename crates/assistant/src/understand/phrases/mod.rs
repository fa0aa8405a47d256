//! The sentences of English, tried from top to bottom. How they are written is said in
//! `pattern.rs`.

mod adding;
mod asking;
mod changing;
mod fields;
mod looking;

use super::sense::Sense;

/// Sentences and what they mean.
type Sentences = &'static [(Sense, &'static str)];

/// Words that stand for each other.
pub(in crate::understand) const GROUPS: &[(&str, &str)] = &[
    (
        "show",
        "show|list|see|view|display|print|give|get|tell|read|pull up|bring up|look at|check|open",
    ),
    (
        "whats",
        "what's|whats|what is|what are|what|which|which are|what do|what have|what all",
    ),
    ("task", "task|to-do|todo|to do|item|reminder"),
    ("tasks", "tasks|to-dos|todos|items|things|reminders"),
    ("the", "the|my|its|it's|their|his|a|an|any"),
    ("done", "done|complete|completed|finished"),
    ("of", "of|from|on|for|off"),
    (
        "mylist",
        "(my|the) [to-do|todo|task|to do] (list|tasks|to-dos|inbox)",
    ),
    (
        "move",
        "move|reschedule|postpone|push|shift|delay|defer|bump|snooze|push back|move back|put off|bring forward|pull|reschedule|carry over|carry|bring|drag",
    ),
    (
        "delete",
        "delete|remove|trash|bin|get rid of|throw away|throw out|discard|erase|scrap|drop",
    ),
    (
        "two",
        "2|3|4|5|6|7|8|9|10|two|three|four|five|six|seven|eight|nine|ten|some|several|these|the following|a few|a couple of|multiple",
    ),
];

/// All sentences, in the order in which they are tried.
pub(in crate::understand) const PHRASES: [Sentences; 5] = [
    asking::PHRASES,
    adding::PHRASES,
    changing::PHRASES,
    fields::PHRASES,
    looking::PHRASES,
];
