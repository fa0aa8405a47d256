//! What a message means. English; the phrases are one table, tried from top to bottom.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::memory::Verb;
use crate::reference::{Reference, reference};

/// Which tasks to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Filter {
    Open,
    Today,
    Overdue,
    Tomorrow,
    Upcoming,
    Inbox,
    Completed,
    Trash,
    List(String),
    Tag(String),
    Words(String),
}

/// What a message asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Intent {
    /// Add a task, from a quick-add line.
    Add(String),
    /// Add a task whose title is still to come.
    AddNameless,
    /// Show tasks.
    Show(Filter),
    /// Do something with one task.
    Change(Verb, Reference),
    /// Only a task is named: the answer to "which one?".
    Pick(Reference),
    /// Take back the last change.
    Undo,
    /// The question is answered with yes.
    Yes,
    /// Drop the question.
    Never,
    /// Say what can be done.
    Help,
    /// A greeting or thanks.
    Greeting,
    /// Something for many tasks at once, or for a list: what can't be done here.
    Many,
    /// Asked about a change, not for it.
    OnlyAsked,
    /// Something else.
    Unknown,
}

type Meaning = fn(&Captures<'_>) -> Intent;

/// The n-th group, as it was typed.
fn group(captures: &Captures<'_>, n: usize) -> String {
    captures
        .get(n)
        .map(|found| found.as_str().trim().to_owned())
        .unwrap_or_default()
}

fn change(verb: Verb, captures: &Captures<'_>) -> Intent {
    match reference(&group(captures, 1)) {
        Reference::Many => Intent::Many,
        Reference::Nothing => Intent::Unknown,
        which => Intent::Change(verb, which),
    }
}

/// Deleting names a task, never a list.
fn delete(captures: &Captures<'_>) -> Intent {
    match change(Verb::Delete, captures) {
        Intent::Change(_, Reference::Words(words))
            if !group(captures, 1).ends_with(['"', '”'])
                && words.to_ascii_lowercase().ends_with(" list") =>
        {
            Intent::Many
        }
        intent => intent,
    }
}

/// What somebody wants to do: what it would mean without "I want to"; else it is a task.
fn wanted(captures: &Captures<'_>) -> Intent {
    let rest = group(captures, 1);
    match meaning(&rest) {
        Intent::Unknown | Intent::Pick(_) | Intent::Never | Intent::Yes | Intent::Greeting => {
            Intent::Add(rest)
        }
        Intent::Change(Verb::Complete, Reference::Words(_)) if !starts(&rest, &MARKING) => {
            Intent::Add(rest)
        }
        intent => intent,
    }
}

/// What somebody needs to do is a task, unless it can only be meant for this list: "I need to
/// finish the report" is not yet done, "I need to see what is due" asks.
fn needed(captures: &Captures<'_>) -> Intent {
    let rest = group(captures, 1);
    let lower = rest.to_ascii_lowercase();
    let speaks_of_tasks = ["task", "to-do", "todo", "reminder"]
        .iter()
        .any(|word| lower.contains(word));
    match meaning(&rest) {
        Intent::Show(Filter::Words(_)) if !speaks_of_tasks => Intent::Add(rest),
        Intent::Show(filter) if speaks_of_tasks || starts(&rest, &SEEING) => Intent::Show(filter),
        Intent::Change(Verb::Complete, which) if !starts(&rest, &MARKING) => match which {
            Reference::Words(_) => Intent::Add(rest),
            _ => Intent::Unknown,
        },
        Intent::Change(_, Reference::Words(_)) if !speaks_of_tasks => Intent::Add(rest),
        Intent::Add(line) if speaks_of_tasks || starts(&rest, &["add "]) => Intent::Add(line),
        intent @ (Intent::Change(..)
        | Intent::AddNameless
        | Intent::Undo
        | Intent::Help
        | Intent::Many) => intent,
        _ => Intent::Add(rest),
    }
}

const MARKING: [&str; 4] = ["mark ", "set ", "check ", "tick "];
const SEEING: [&str; 4] = ["see ", "know ", "view ", "look "];

fn starts(text: &str, heads: &[&str]) -> bool {
    let lower = text.to_ascii_lowercase();
    heads.iter().any(|head| lower.starts_with(head))
}

/// Pattern and meaning. All patterns match the whole message, whatever its case, after politeness
/// and the closing mark are taken off.
const TABLE: &[(&str, Meaning)] = &[
    (r"(?:help|what can you do|how does this work)", |_| {
        Intent::Help
    }),
    (
        r"(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks|thank you|thx)(?: there)?",
        |_| Intent::Greeting,
    ),
    (
        r"(?:undo|take (?:that|it|this) back|revert)(?: (?:that|it|this|the last (?:change|one)|my last change))?",
        |_| Intent::Undo,
    ),
    (
        r"(?:no|nope|none|none of them|neither|never ?mind|cancel|stop|forget it)",
        |_| Intent::Never,
    ),
    (
        r"(?:yes|yeah|yep|yup|sure|ok|okay|right|correct|exactly|go ahead|do it)",
        |_| Intent::Yes,
    ),
    // Several tasks at once, shown. These come before "add" and "done", whose words they share.
    (
        r"(?:see|know|view|check|find out|look at) ((?:what|which|how many)\b.+)",
        |c| meaning(&group(c, 1)),
    ),
    (
        r"(?:what|which|show|list|see|view|how many|tasks?)\b.*(?:\b(?:not|never)\b|n't\b).*\b(?:done|completed?|finish(?:ed)?)(?: tasks?)?(?: yet| so far| today)?",
        |_| Intent::Show(Filter::Open),
    ),
    (
        r"(?:(?:what|which|show|list|see|view|how many|my|the)\b.*)?\b(?:undone|unfinished|incomplete|uncompleted)(?: tasks?)?",
        |_| Intent::Show(Filter::Open),
    ),
    (
        r"(?:what|which|how many)\b.*\b(?:did (?:i|we)\b.*\b(?:do|done|complete|finish)|(?:have (?:i|we)|has been|have been|was|were)\b.*\b(?:done|completed|finished))(?: yet| so far| already| today)?",
        |_| Intent::Show(Filter::Completed),
    ),
    (
        r"(?:what|which|show|list|see|view|how many)\b.*\b(?:to|needs?|must|should|left|remain(?:s|ing)?)\b.*\b(?:done|completed?|finish(?:ed)?)(?: tasks?)?",
        |_| Intent::Show(Filter::Open),
    ),
    (
        r"(?:what|show|list|see|view|which|how many)\b.*\b(?:completed|finished|done)(?: tasks?)?(?: so far)?",
        |_| Intent::Show(Filter::Completed),
    ),
    (
        r"(?:how many\b.*\b(?:are|is|were|was) )?(?:completed|finished|done)(?: tasks?| to-?dos?)?(?: so far| today)?",
        |_| Intent::Show(Filter::Completed),
    ),
    (
        r"(?:(?:what|show|list|open|see|view|which)\b.*\b)?(?:trash|deleted)(?: tasks?)?",
        |_| Intent::Show(Filter::Trash),
    ),
    (
        r"(?:(?:what|which|show|list|see|view|how many|anything|any|is|are|do)\b.*\b|(?:my |all |the )*)(?:overdue|late)(?: tasks?| to-?dos?)?",
        |_| Intent::Show(Filter::Overdue),
    ),
    (
        r"(?:what|show|list|see|view|how many|anything|do i have|due|my)\b.*\btoday(?:'s tasks)?",
        |_| Intent::Show(Filter::Today),
    ),
    (
        r"(?:(?:my |the )?(?:tasks?|to-?dos?)(?: due)?(?: for| from)? )?today(?:'s tasks)?",
        |_| Intent::Show(Filter::Today),
    ),
    (
        r"(?:what|show|list|see|view|how many|anything|do i have|due|my)\b.*\btomorrow(?:'s tasks)?",
        |_| Intent::Show(Filter::Tomorrow),
    ),
    (
        r"(?:(?:my |the )?(?:tasks?|to-?dos?)(?: due)?(?: for)? )?tomorrow(?:'s tasks)?",
        |_| Intent::Show(Filter::Tomorrow),
    ),
    (
        r"(?:(?:what|show|list|see|view)\b.*\b)?(?:upcoming|coming up|next|this week|next week)(?: tasks?)?",
        |_| Intent::Show(Filter::Upcoming),
    ),
    (
        r"(?:(?:what(?:'s| is) in|show(?: me)?|list|open|see|view)(?: my| the)? |my |the )?inbox",
        |_| Intent::Show(Filter::Inbox),
    ),
    (
        r"(?:what(?:'s| is)|show(?: me)? what(?:'s| is)) (?:left )?(?:on|in) my (?:list|plate|to-?do list)",
        |_| Intent::Show(Filter::Open),
    ),
    (
        r"(?:show(?: me)?|list|see|view|what(?:'s| is)(?: left| open)?)(?: my| the| all| open)*(?: tasks?)?(?: is)? (?:in|on|from|of)(?: my| the)? (?:list )?(.+?)(?: list)?",
        |c| Intent::Show(Filter::List(group(c, 1))),
    ),
    (
        r"(?:show(?: me)?|list|see|view|what(?:'s| is))(?: my| the| all| open)*(?: tasks?)? (?:tagged |with (?:the )?tag |@)(\S+)",
        |c| Intent::Show(Filter::Tag(group(c, 1))),
    ),
    (
        r"(?:find|search(?: for)?|look for)(?: my| the| tasks?| all)* (.+)",
        |c| Intent::Show(Filter::Words(group(c, 1))),
    ),
    (
        r"(?:show|list|see|view|get|check|look at)(?: me)?(?: all)?(?: of)?(?: my| the)?(?: open| pending| current| new)?(?: tasks?| to-?dos?)?(?: list| everything)?",
        |_| Intent::Show(Filter::Open),
    ),
    (
        r"(?:what|which)\b.*\b(?:pending|left|open|to do|my tasks|my list|my to-?dos?|on my plate|on my list)\b.*",
        |_| Intent::Show(Filter::Open),
    ),
    (
        r"(?:what|which) (?:tasks|to-?dos) (?:do i have|are there)|what(?:'s| is) due",
        |_| Intent::Show(Filter::Open),
    ),
    (
        r"how many(?: open| pending)? (?:tasks|to-?dos)(?: do i have| are (?:there|open|left|pending))?",
        |_| Intent::Show(Filter::Open),
    ),
    (
        r"(?:(?:do i have|are there|my|the|all|any|open|pending|current|new) )*(?:tasks|to-?dos?|(?:task |to-?do |to do )list|to do|my list)",
        |_| Intent::Show(Filter::Open),
    ),
    // Lists, and everything at once.
    (
        r"(?:all|both|everything)(?: of (?:them|these|those))?",
        |_| Intent::Many,
    ),
    (
        r"(?:add|create|make|new)(?: me)?(?: an?| another)?(?: new)? list(?: (?:called|named) .+)?",
        |_| Intent::Many,
    ),
    (
        r"(?:clear|empty|clean up|wipe)\b.*\b(?:all|everything|lists?|tasks|to-?dos|inbox|trash)",
        |_| Intent::Many,
    ),
    // Wishes.
    (
        r"(?:i|we)(?:'d like| would like| want| wish) to (.+)",
        wanted,
    ),
    (r"let me (.+)", |c| match wanted(c) {
        Intent::Add(_) => Intent::Unknown,
        intent => intent,
    }),
    (
        r"(?:i|we)(?:'ve)?(?: really| still| also)? (?:(?:need|have|got|ought) to|must|should) (.+)",
        needed,
    ),
    // One new task.
    (
        r#"(?:add|create|make|put)(?: me)?(?: an?| another| the)?(?: new)?(?: task| to-?do| reminder| item)?(?: to| called| named| that says)?[:,]? ["“](.+)["”](?: to (?:my|the) (?:list|tasks|inbox))?"#,
        |c| Intent::Add(format!("\"{}\"", group(c, 1))),
    ),
    (
        r"(?:add|create|new|make)(?: me)?(?: an?| another| the| some)?(?: new)?(?: tasks?| to-?dos?| reminder| item| something| one| it)?(?: (?:to|on) (?:my|the) (?:list|tasks|inbox))?:?",
        |_| Intent::AddNameless,
    ),
    (
        r"(?:add|create|make|new)(?: me)?(?: an?| another)?(?: new)? (?:task|to-?do|reminder|item)s?(?: to| called| named| for me to|:|,)? (.+)",
        |c| Intent::Add(group(c, 1)),
    ),
    (
        r"(?:add|put) (.+?)(?: to| on| in)(?: my| the) (?:list|tasks|to-?dos?|inbox)",
        |c| Intent::Add(group(c, 1)),
    ),
    (
        r"(?:remind me(?: to| about| of| that)?|don't let me forget(?: to)?) (.+)",
        |c| Intent::Add(group(c, 1)),
    ),
    (r"(?:add|new|create|to-?do)(?: task)?:? (.+)", |c| {
        Intent::Add(group(c, 1))
    }),
    // One known task.
    (
        r"(?:mark|set) (.+?) (?:as |to )?(?:not (?:done|complete|completed|finished)|undone|open|pending|incomplete)",
        |c| change(Verb::Reopen, c),
    ),
    (r"(?:re-?open|uncomplete|uncheck) (.+)", |c| {
        change(Verb::Reopen, c)
    }),
    (
        r"(?:mark|set|check|tick) (.+?) (?:as |to |off as )?(?:done|complete|completed|finished|off)",
        |c| change(Verb::Complete, c),
    ),
    (
        r"(?:complete|finish|check off|tick off|close|done with|done:?|finished(?: with)?|completed) (.+)",
        |c| change(Verb::Complete, c),
    ),
    (
        r"i(?:'ve|'m| have| am)?(?: just)? (?:done|did|finished|completed|done with)(?: with)? (.+)",
        |c| change(Verb::Complete, c),
    ),
    (
        r"(?:remove|delete|clear|drop|take away) (?:the |its )?(?:due date|due|date|deadline) (?:from|of|on|for) (.+)",
        |c| change(Verb::Unschedule, c),
    ),
    (
        r"(?:delete|remove|trash|get rid of|throw away) (.+?)(?: from (?:my|the) (?:list|tasks))?",
        delete,
    ),
    (
        r"(?:move|reschedule|postpone|push|shift) (.+?) (?:to|until|for) (.+)",
        |c| change(Verb::Reschedule { to: group(c, 2) }, c),
    ),
    (
        r"(?:rename|change the title of) (.+?) (?:to|into) (.+)",
        |c| change(Verb::Rename { to: group(c, 2) }, c),
    ),
    // Last, since it may begin with anything.
    (
        r"(.+?)(?: is| are|'s) (?:done|complete|completed|finished)",
        |c| change(Verb::Complete, c),
    ),
];

static PHRASES: LazyLock<Vec<(Regex, Meaning)>> = LazyLock::new(|| {
    TABLE
        .iter()
        .filter_map(|(pattern, meaning)| {
            Some((Regex::new(&format!("(?i)^(?:{pattern})$")).ok()?, *meaning))
        })
        .collect()
});

/// A message without politeness and closing mark.
struct Bare<'a> {
    text: &'a str,
    /// Whether it asks about something, and not for it: "can I …?" does, "can you …?" doesn't.
    question: bool,
}

impl<'a> Bare<'a> {
    fn of(message: &'a str) -> Self {
        const POLITE: [&str; 14] = [
            "please ",
            "can you ",
            "could you ",
            "would you ",
            "will you ",
            "can i ",
            "could i ",
            "may i ",
            "ok ",
            "okay ",
            "hey ",
            "and ",
            "then ",
            "now ",
        ];
        let message = message.trim();
        let mut text = message.trim_end_matches(['.', '!', '?', ' ']);
        let marked = message
            .get(text.len()..)
            .is_some_and(|end| end.contains('?'));
        let (mut requested, mut about) = (false, false);
        while let Some((word, rest)) = POLITE.iter().chain(&["just "]).find_map(|word| {
            let head = text.get(..word.len())?;
            head.eq_ignore_ascii_case(word)
                .then(|| Some((*word, text.get(word.len()..)?)))
                .flatten()
        }) {
            requested |= word.ends_with(" you ") || word == "please ";
            about |= word.ends_with(" i ");
            text = rest.trim_start_matches([',', ' ']);
        }
        if text.to_ascii_lowercase().ends_with(" please") {
            requested = true;
            let end = text.len() - " please".len();
            text = text.get(..end).unwrap_or(text).trim_end_matches([',', ' ']);
        }
        Self {
            text,
            question: about || (marked && !requested),
        }
    }
}

/// What a message asks for.
pub(crate) fn understand(message: &str) -> Intent {
    // Typographic apostrophes, so that "what’s" is "what's".
    let unified = message.replace('’', "'");
    let bare = Bare::of(&unified);
    match meaning(bare.text) {
        Intent::Add(_) | Intent::Change(..) | Intent::Undo if bare.question => Intent::OnlyAsked,
        intent => intent,
    }
}

fn meaning(text: &str) -> Intent {
    for (pattern, meaning) in PHRASES.iter() {
        if let Some(captures) = pattern.captures(text) {
            return meaning(&captures);
        }
    }
    match reference(text) {
        Reference::Many if text.starts_with(|c: char| c.is_ascii_digit()) => Intent::Many,
        Reference::Words(_) | Reference::Nothing | Reference::Many => Intent::Unknown,
        picked => Intent::Pick(picked),
    }
}

#[cfg(test)]
mod tests;
