//! Sentences that look, and change nothing; and those that may begin with anything.

use super::Sentences;
use crate::understand::sense::Sense as S;

pub(super) const PHRASES: Sentences = &[
    // Looking. Whatever it is, it changes nothing.
    (
        S::ShowThem,
        "(<show>) [me] (them|those|these|all of them|them all) [again|all]",
    ),
    (
        S::ShowThem,
        "(which|which ones|which are they|what are they|which ones are they|which tasks are (they|those|these)|list them|name them)",
    ),
    (
        S::Look,
        "(show|view|display|open|when is|when's|when are|where is|where are|tell) [me] [more|the details|details] [about|of|on] {tasks} [due]",
    ),
    (S::Look, "[the|more] details (of|on|about|for) {tasks}"),
    (
        S::Count,
        "(how many|how much|count|count [of]|number of|the number of|what's the number of) {query}",
    ),
    (
        S::CountAll,
        "(how many|how much) (do i have|are there|is there|is left|are left|have i got|remain|remains|is open|are open)",
    ),
    (S::Show, "(find|search|search for|look for) {query}"),
    (
        S::Find,
        "(find|search|search for|look for|look up|where is|where's|locate|search my tasks for|where did i put|find me) [my|the|a|any|all] [<task>|<tasks>] [about|for|with|containing|mentioning|called|named] {words}",
    ),
    (
        S::Find,
        "(do i have|have i got|is there|are there|any|anything|do we have|what do i have|what) [a|an|any|anything] [<task>|<tasks>|something] [there] (about|mentioning|containing|with the word|to do with|regarding|called|named) {words}",
    ),
    (
        S::ShowAll,
        "(<show>|<whats>) [me] [all] [of] [my|the|our] [open|current|pending|new] [tasks|to-dos|todos|list|to-do list|task list|todo list|everything|it all|stuff]",
    ),
    (
        S::ShowAll,
        "(<whats>|show|list) [me] [what] [is|are|do i have|i have|do i still have|have i|still|needs|need|else is] [left|still|to|on|open|due|pending|there] [to do|do|be done|on my plate|on my list|on the list|my list|my plate|get done|finish|for me] [left|to do|still|open|now|yet]",
    ),
    (
        S::ShowAll,
        "[my|the|all|our] (tasks|to-dos|todos|to do|todo|to-do|list|task list|to-do list|todo list|to do list|everything)",
    ),
    (
        S::Show,
        "(<show>|<whats>|do i have|have i got|are there|is there|is anything|anything|got|do we have|what do i have|filter|filter by|let's see|i see|how about|what about|and|show only|only|is) [me|for] {query} [please|again|then|now]",
    ),
    (S::Show, "{query}"),
    (
        S::ShowList,
        "(show|view|display|<whats>) [me] [all|everything|tasks|all tasks] [in|on|from] [the|my|our] (list|project) {words}",
    ),
    (
        S::ShowList,
        "(show|view|display|<whats>) [me] [all|everything|tasks|all tasks] [in|on|from] [the|my|our] {words} (list|project)",
    ),
    (
        S::Find,
        "(when is|when's|when are) [my|the|a] {words} [due]",
    ),
    // Last, since it may begin with anything.
    (
        S::Complete,
        "{tasks} (is|are|has been|have been|was|were|got|'s) [all|already|now] <done> [now|too|already]",
    ),
    (S::CompleteNumbers, "{tasks} <done>"),
];
