//! Sentences that change what a task has: dates, its name, how much it matters, tags; and those that delete.

use super::Sentences;
use crate::understand::sense::Sense as S;

pub(super) const PHRASES: Sentences = &[
    // Dates.
    (
        S::Repeat,
        "(make|have|let|set|get) {tasks} [to|be] [repeat|recur|repeated|come again|come back|come|happen|be repeated|recurring|repeating|be due|due] {rule}",
    ),
    (S::Repeat, "(repeat|schedule|do) {tasks} {rule}"),
    (
        S::RepeatIt,
        "(repeat|make it repeat|it repeats|it comes) {rule}",
    ),
    (
        S::Deadline,
        "(set|change|move|make|put|push) [the|a|its|their] deadline (of|for|on) {tasks} (to|on|at|for|be) {day}",
    ),
    (
        S::DeadlineIt,
        "(set|change|move|make|put|push) [the|a|its|their] deadline [of|on|for|by|to|at|is|be] {day}",
    ),
    (
        S::Deadline,
        "(give|set) {tasks} (a|the) deadline [of|on|for|by] {day}",
    ),
    (S::DeadlineIt, "[the|its] deadline [is|of|on|:] {day}"),
    (
        S::Due,
        "(set|change|move|make|put) [the|a|its|their] (due date|due day|due time|date|due|time) (of|for|on) {tasks} (to|on|at|for) {when}",
    ),
    (
        S::DueIt,
        "(set|change|move|make|put) [the|a|its|their] (due date|due day|due time|date|due|time) [of|on|for|to|at|be] {when}",
    ),
    (
        S::Due,
        "(make|set|mark|have) {tasks} (due|be due|for|to) [on|by|for|at|in] {when}",
    ),
    (
        S::Due,
        "(<move>|put|change|do|set|leave|keep) {tasks} [back|forward|out|off|over|on] (to|until|till|for|by|on|onto) {when}",
    ),
    (
        S::ShiftBack,
        "(bring|pull) {tasks} (forward|up) [by] {span} [earlier|sooner]",
    ),
    (
        S::ShiftBack,
        "(bring forward|pull forward) {tasks} [by] {span} [earlier|sooner]",
    ),
    (
        S::Shift,
        "(<move>|put off|put) {tasks} [back|out|off|forward] [by|for] {span} [later|back|out]",
    ),
    (
        S::ShiftBack,
        "(<move>) {tasks} [up|forward] [by] {span} (earlier|forward|sooner|up)",
    ),
    (S::Due, "(<move>) {tasks} [back|out|off] {when}"),
    (S::DueThen, "(do|make) {tasks} {when}"),
    (
        S::Put,
        "(<move>|put|file|send|transfer|add|stick|drop) {tasks} [over] (to|into|in|under|on|onto) [the|my|our] {list} [list|project]",
    ),
    (
        S::Put,
        "(change|set) [the|its] list [of|for|on] {tasks} to {list}",
    ),
    (
        S::MoveWhere,
        "(put|file|send|stick) {tasks} (into|in|under|onto) {words}",
    ),
    (
        S::MoveWhere,
        "(move|reschedule|postpone|transfer) {tasks} (to|into|until) {words}",
    ),
    // What it is called, how much it matters, tags.
    (
        S::Rename,
        "(rename|retitle|rephrase|reword) {tasks} (to|into|as|to be) {words}",
    ),
    (
        S::Rename,
        "(change|edit|set|correct) [the|its|it's] (title|name|text|wording) of {tasks} (to|into|as) {words}",
    ),
    (
        S::RenameIt,
        "(change|edit|set|correct) [the|its|it's] (title|name|text|wording) (to|into|as) {words}",
    ),
    (
        S::RenameIt,
        "(rename (it|that|this)|call it|call that|retitle it|name it) [to|as] {words}",
    ),
    (S::Rename, "change {tasks} (to|into) {words}"),
    (
        S::PriorityNone,
        "(<delete>|clear|take away|take off|take) [the|its|their|any] (priority|priorities) (from|of|on|for|off) {tasks}",
    ),
    (
        S::PriorityNone,
        "(<delete>|clear|take away|take off) [the|its|their] (priority|priorities)",
    ),
    (
        S::Priority,
        "(set|change|raise|lower|make|put) [the|its] priority (of|for|on) {tasks} (to|at|as|at) {priority}",
    ),
    (
        S::PriorityIt,
        "(set|change|raise|lower|make|put) [the|its] priority [of|to|at|as|is] {priority}",
    ),
    (
        S::Priority,
        "(make|set|mark|give|flag|change) {tasks} [to|as|a|the|at|with|to be] {priority}",
    ),
    (
        S::PriorityIt,
        "(it's|that's|it is|this is|that is) [very|really|now] {priority}",
    ),
    (S::PriorityTop, "(prioritise|prioritize|flag|star) {tasks}"),
    (S::Tag, "(tag|label|mark) {tasks} (with|as) {tags}"),
    (S::TagMarked, "(tag|label) {tasks} {tags}"),
    (
        S::Length,
        "{tasks} (takes|will take|should take|needs|lasts) [about|around] {minutes}",
    ),
    (
        S::Length,
        "(set|change|make) [the|its] (duration|length|estimate) (of|for) {tasks} [to|at] {minutes}",
    ),
    (
        S::LengthIt,
        "(set|change|make) [the|its] (duration|length|estimate) [to|at|of] {minutes}",
    ),
    (
        S::LengthIt,
        "(it'll take|it will take) [about|around] {minutes}",
    ),
    // Deleting.
    (
        S::Delete,
        "(<delete>) {tasks} [(from|off|out of) (<mylist>|here|my tasks)]",
    ),
    (
        S::Delete,
        "(<delete>) {tasks} (from|off) [the|my|our] {list} [list|project]",
    ),
    (
        S::Delete,
        "(cancel|clear|empty|wipe|clean up|clear out|clean out|clear off) {tasks} [(from|off) (<mylist>|here)]",
    ),
    (
        S::DeleteAll,
        "(clear|empty|wipe|clean up|clean out|clear out) (<mylist>|my tasks|the tasks|everything|it all)",
    ),
];
