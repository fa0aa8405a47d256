//! Sentences that add.

use super::Sentences;
use crate::understand::sense::Sense as S;

pub(super) const PHRASES: Sentences = &[
    // Adding: where it says so plainly.
    (
        S::Add,
        "(add|create|make|put|new) [me] [a|an|another|the] [new] [<task>] [to|called|named|that says|saying|titled] {quoted} [(to|on|in) <mylist>]",
    ),
    (
        S::AddNameless,
        "(add|create|new|make) [me] [a|an|another|the|some] [new] [<task>|something|one|it] [(to|on|in) <mylist>]",
    ),
    (
        S::AddMany,
        "(add|create|make|new|put) [me] [these|the following|some|<two>] [new] <tasks> [to do|to|called|named|for me] {line}",
    ),
    (
        S::Note,
        "(add|put|attach|write) [a|the] (note|notes|comment) (to|on|for) {tasks} [saying|that says|with] {quoted}",
    ),
    (
        S::Note,
        "(add|put|attach|write) [a|the] (note|notes|comment) {quoted} (to|on|for) {tasks}",
    ),
    (
        S::NoteText,
        "(add|put|attach|write) [a|the] (note|notes|comment) (to|on|for) {words}",
    ),
    (
        S::DeadlineIt,
        "(add|give it|give that|put) [a|an] deadline [of|on|for|by|:] {day}",
    ),
    (
        S::Deadline,
        "(add|set|put) [a|an|the] deadline [of|on|for|by] {day} (to|for|on) {tasks}",
    ),
    (
        S::Tag,
        "(add|put|attach) [the|a] (tag|tags|label|labels) {tags} (to|on) {tasks}",
    ),
    (
        S::TagIt,
        "(add|put|attach) [the|a] (tag|tags|label|labels) {tags}",
    ),
    (S::TagMarked, "(add|put|attach) {tags} (to|on) {tasks}"),
    (
        S::Add,
        "(add|create|make|new|set up|set) [me] [a|an|another|the] [new] <task> [to|called|named|for me to|that says|saying|titled|for|that i need to|so i|about|reminding me to] {line} [(to|on|in) <mylist>]",
    ),
    (S::Add, "(add|put) {line} (to|on|in) <mylist>"),
    (
        S::AddTo,
        "add {line} (to|on|in|into|under|onto) [the|my|our] {list} [list|project]",
    ),
    (
        S::AddTo,
        "add {line} (to|on|in|into|under|onto) [the|my|our] {list} [list|project] [for|on|by|at] {when}",
    ),
    (
        S::PutTo,
        "put {line} (to|on|in|into|under|onto) [the|my|our] {list} [list|project]",
    ),
    (
        S::AddNew,
        "add {line} (to|on|in|into|under|onto) (the|my|our) {words} list",
    ),
    (
        S::AddNew,
        "add {line} (to|on|in|into|under|onto) (the|my|our) {words} list [for|on|by|at] {when}",
    ),
    (
        S::AddAt,
        "(remind me|don't let me forget|do not let me forget|make sure i remember) {rule} (to|about|of|that) {line}",
    ),
    (
        S::AddAt,
        "(remind me|don't let me forget|do not let me forget|make sure i remember) {when} (to|about|of|that) {line}",
    ),
    (
        S::Add,
        "(remind me|don't let me forget|do not let me forget|make sure i remember|make sure i don't forget|help me remember|remember|don't forget|do not forget|note to self|i must not forget|i mustn't forget|let me remember|remind us|ping me) [to|about|of|that|:] {line}",
    ),
    (
        S::Add,
        "(add|new|create|todo|to-do|to do|jot down|write down|put down|note down|note|capture|take a note|memo|log) [task|:|to|that] {line}",
    ),
    (
        S::Schedule,
        "(schedule|plan|book in) {tasks} (for|on|at|to) {when}",
    ),
    (S::Schedule, "(schedule|plan) {tasks} {when}"),
];
