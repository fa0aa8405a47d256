//! Sentences that do something with tasks; what takes away comes before what deletes.

use super::Sentences;
use crate::understand::sense::Sense as S;

pub(super) const PHRASES: Sentences = &[
    // One or some of those that are known. What takes away comes before what deletes.
    (
        S::Reopen,
        "(mark|set) {tasks} [as|to|back to] (not (done|complete|completed|finished)|undone|open|pending|incomplete|unfinished)",
    ),
    (
        S::Reopen,
        "(reopen|re-open|uncomplete|uncheck|untick|unmark|undo completing|undo the completion of) {tasks}",
    ),
    (S::Reopen, "open {tasks} again"),
    (
        S::Reopen,
        "{tasks} (isn't|is not|aren't|are not|wasn't|was not) (done|finished|complete|completed) [yet|after all|though]",
    ),
    (
        S::ClearDeadline,
        "(<delete>|clear|take away|take off|take) [the|its|their|any] (deadline|deadlines) (from|of|on|for|off) {tasks}",
    ),
    (
        S::ClearDeadlineIt,
        "(<delete>|clear|take away|take off) [the|its|their] (deadline|deadlines)",
    ),
    (
        S::ClearDeadline,
        "(give|leave) {tasks} (no|without a) deadline",
    ),
    (
        S::ClearDue,
        "(<delete>|clear|take away|take off|take) [the|its|their|any] (due date|due dates|date|dates|due|due day) (from|of|on|for|off) {tasks}",
    ),
    (
        S::ClearDueIt,
        "(<delete>|clear|take away|take off) [the|its|their] (due date|due dates|date|dates)",
    ),
    (S::ClearDue, "(unschedule|undate) {tasks}"),
    (
        S::ClearDue,
        "(give|leave|make) {tasks} (no date|no due date|without a date|without a due date|undated|unscheduled)",
    ),
    (
        S::StopRepeat,
        "(<delete>|clear|take away|stop) [the|its|their] (recurrence|repetition|repeat|repeating|recurring|schedule) [from|of|on|for] {tasks}",
    ),
    (S::StopRepeat, "stop (repeating|recurring) {tasks}"),
    (
        S::StopRepeat,
        "(make|let|have) {tasks} (stop repeating|not repeat|not repeat any more|not repeat anymore|a one-off|non-recurring|not recurring|happen once|repeat no more)",
    ),
    (
        S::Untag,
        "(<delete>|clear|take away|take off|take) [the|a] (tag|tags|label|labels) {tags} (from|off|of|on) {tasks}",
    ),
    (
        S::UntagIt,
        "(<delete>|clear|take away|take off) [the|a] (tag|tags|label|labels) {tags}",
    ),
    (
        S::UntagMarked,
        "(<delete>|take|take off) {tags} (from|off|of) {tasks}",
    ),
    (S::Untag, "untag {tasks} (from|as|with) {tags}"),
    (
        S::Out,
        "(<move>|take|remove|get) {tasks} (out of|from|off) [the|my|its|their] {list} [list|project]",
    ),
    (
        S::Out,
        "(<move>|put|send) {tasks} [back] (to|into|in) [the|my] inbox",
    ),
    (
        S::Complete,
        "(mark|set|check|tick|cross|mark off) {tasks} [as|to|off as|off|being] (done|complete|completed|finished|off) [now|too|as well|please]",
    ),
    (
        S::Complete,
        "(check off|tick off|cross off|complete|finish|finish off|close|done with|finished with|done|finished|completed|mark off) {tasks} [off]",
    ),
    (
        S::Complete,
        "(i|we) [just|already|have|have just|have already] (did|done|finished|completed|ticked off|checked off|got done) [with] {tasks} [today|already|now|just now]",
    ),
    (
        S::Complete,
        "(i've|we've|i'm|we're|i am|we are) [just|already] (done|did|finished|completed|done with|finished with|through with|ticked off|got done) [with] {tasks} [today|already|now]",
    ),
    (
        S::CompleteIt,
        "(it's|that's|it is|that is|this is|this one's|that one's) [all] [already] <done> [now|too]",
    ),
    (
        S::CompleteThem,
        "(they're|they are|these are|those are|all of them are|they're all) [all] [already] <done> [now|too]",
    ),
    (
        S::Skip,
        "(skip|pass over|miss) {tasks} [this time|just this time|this week|today|once|for now|this once|for today|next time]",
    ),
    (
        S::SkipIt,
        "(not this time|skip this (time|one|week|occurrence)|skip the next (one|time|occurrence)|skip today|pass this time)",
    ),
    (
        S::Restore,
        "(restore|undelete|recover|bring back|get back|rescue|un-delete) {tasks} [from the trash|from trash|out of the trash|again]",
    ),
    (
        S::Restore,
        "(bring|put|get|take) {tasks} (back|out of the trash|back from the trash|back again)",
    ),
    (
        S::Someday,
        "(<move>|put|set aside|defer|set|put off|keep) {tasks} [aside] [to|for|until|as|into] (someday|some day|later some day|the someday list)",
    ),
];
