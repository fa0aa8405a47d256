//! What a message means. English; the phrases are one table, tried from top to bottom.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::memory::Pending;

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

/// Which task is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reference {
    /// The n-th of those shown last, from 1.
    Number(usize),
    /// The last of those shown last.
    Last,
    /// The one with these words.
    Words(String),
}

/// What a message asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Intent {
    /// Add a task, from a quick-add line.
    Add(String),
    /// Show tasks.
    Show(Filter),
    /// Do something with one task.
    Change(Pending, Reference),
    /// Only a task is named: the answer to "which one?".
    Pick(Reference),
    /// Take back the last change.
    Undo,
    /// Drop the question.
    Never,
    /// Say what can be done.
    Help,
    /// A greeting or thanks.
    Greeting,
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

fn change(pending: Pending, captures: &Captures<'_>) -> Intent {
    Intent::Change(pending, reference(&group(captures, 1)))
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
        r"(?:undo|take (?:that|it) back|revert)(?: (?:that|it|the last (?:change|one)|my last change))?",
        |_| Intent::Undo,
    ),
    (
        r"(?:no|nope|none|none of them|neither|never ?mind|cancel|stop|forget it)",
        |_| Intent::Never,
    ),
    // Several tasks at once, shown. These come before "add" and "done", whose words they share.
    (
        r"(?:what(?:'s| is| are| was| were)?|show|list|which)\b.*\b(?:completed|finished|done)(?: tasks?| so far)?",
        |_| Intent::Show(Filter::Completed),
    ),
    (
        r"(?:what(?:'s| is| are)?|show|list|open)\b.*\b(?:trash|deleted)(?: tasks?)?",
        |_| Intent::Show(Filter::Trash),
    ),
    (r".*\b(?:overdue|late)(?: tasks?)?", |_| {
        Intent::Show(Filter::Overdue)
    }),
    (
        r"(?:what(?:'s| is| are| do| have)?|show|list|anything|tasks|due|my)\b.*\btoday(?:'s tasks)?",
        |_| Intent::Show(Filter::Today),
    ),
    (r"today", |_| Intent::Show(Filter::Today)),
    (
        r"(?:what(?:'s| is| are| do| have)?|show|list|anything|tasks|due|my)\b.*\btomorrow(?:'s tasks)?",
        |_| Intent::Show(Filter::Tomorrow),
    ),
    (
        r"(?:what(?:'s| is| are| do| have)?|show|list)\b.*\b(?:upcoming|coming up|next|this week|next week)(?: tasks?)?",
        |_| Intent::Show(Filter::Upcoming),
    ),
    (
        r"(?:what(?:'s| is) in|show(?: me)?|list|open)(?: my| the)? inbox",
        |_| Intent::Show(Filter::Inbox),
    ),
    (
        r"(?:show(?: me)?|list|what(?:'s| is)(?: left| open)?)(?: my| the| all| open)*(?: tasks?)?(?: is)? (?:in|on|from|of)(?: my| the)? (?:list )?(.+?)(?: list)?",
        |c| Intent::Show(Filter::List(group(c, 1))),
    ),
    (
        r"(?:show(?: me)?|list|what(?:'s| is))(?: my| the| all| open)*(?: tasks?)? (?:tagged |with (?:the )?tag |@)(\S+)",
        |c| Intent::Show(Filter::Tag(group(c, 1))),
    ),
    (
        r"(?:find|search(?: for)?|look for)(?: my| the| tasks?| all)* (.+)",
        |c| Intent::Show(Filter::Words(group(c, 1))),
    ),
    (
        r"(?:show|list|see|view|get)(?: me)?(?: all)?(?: of)?(?: my| the)?(?: open| pending| current)?(?: tasks?| to-?dos?| list| everything)?",
        |_| Intent::Show(Filter::Open),
    ),
    (
        r"(?:what(?:'s| is| are| do| have)|which)\b.*\b(?:pending|left|open|to do|my tasks|my list|my to-?dos?|on my plate|on my list)\b.*",
        |_| Intent::Show(Filter::Open),
    ),
    (r"(?:(?:my|all|open|pending) )*(?:tasks|to-?dos)", |_| {
        Intent::Show(Filter::Open)
    }),
    // One new task.
    (
        r#"(?:add|create|make|put)(?: me)?(?: an?| another| the)?(?: new)?(?: task| to-?do| reminder| item)?(?: to| called| named| that says)?[:,]? ["“](.+)["”](?: to (?:my|the) (?:list|tasks|inbox))?"#,
        |c| Intent::Add(format!("\"{}\"", group(c, 1))),
    ),
    (
        r"(?:add|create|make)(?: me)?(?: an?| another)?(?: new)? (?:task|to-?do|reminder|item)s?(?: to| called| named| for me to|:|,)? (.+)",
        |c| Intent::Add(group(c, 1)),
    ),
    (
        r"(?:add|put) (.+?)(?: to| on| in)(?: my| the) (?:list|tasks|to-?dos?|inbox)",
        |c| Intent::Add(group(c, 1)),
    ),
    (
        r"(?:remind me|i (?:need|have|want)|don't let me forget)(?: to) (.+)",
        |c| Intent::Add(group(c, 1)),
    ),
    (r"(?:add|new|create|to-?do)(?: task)?:? (.+)", |c| {
        Intent::Add(group(c, 1))
    }),
    // One known task.
    (
        r"(?:mark|set) (.+?) (?:as |to )?(?:not (?:done|complete|completed|finished)|undone|open|pending|incomplete)",
        |c| change(Pending::Reopen, c),
    ),
    (r"(?:re-?open|uncomplete|uncheck) (.+)", |c| {
        change(Pending::Reopen, c)
    }),
    (
        r"(?:mark|set|check|tick) (.+?) (?:as |to |off as )?(?:done|complete|completed|finished|off)",
        |c| change(Pending::Complete, c),
    ),
    (
        r"(?:complete|finish|check off|tick off|close|done with|done:?|finished(?: with)?|completed) (.+)",
        |c| change(Pending::Complete, c),
    ),
    (
        r"i(?:'ve|'m| have| am)?(?: just)? (?:done|did|finished|completed|done with)(?: with)? (.+)",
        |c| change(Pending::Complete, c),
    ),
    (
        r"(.+?) (?:is|are) (?:done|complete|completed|finished)",
        |c| change(Pending::Complete, c),
    ),
    (
        r"(?:delete|remove|trash|get rid of|throw away) (.+?)(?: from (?:my|the) (?:list|tasks))?",
        |c| change(Pending::Delete, c),
    ),
    (
        r"(?:move|reschedule|postpone|push|shift) (.+?) (?:to|until|for) (.+)",
        |c| change(Pending::Reschedule { to: group(c, 2) }, c),
    ),
    (
        r"(?:rename|change the title of) (.+?) (?:to|into) (.+)",
        |c| change(Pending::Rename { to: group(c, 2) }, c),
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

/// Takes politeness off the beginning and the closing mark off the end.
fn bare(message: &str) -> &str {
    let mut text = message.trim().trim_end_matches(['.', '!', '?', ' ']);
    let polite = [
        "please ",
        "can you ",
        "could you ",
        "would you ",
        "can i ",
        "ok ",
        "okay ",
        "hey ",
        "and ",
        "then ",
        "now ",
        "just ",
    ];
    while let Some(rest) = polite.iter().find_map(|word| {
        let head = text.get(..word.len())?;
        head.eq_ignore_ascii_case(word)
            .then(|| text.get(word.len()..))
            .flatten()
    }) {
        text = rest.trim_start_matches([',', ' ']);
    }
    let tail = text.to_ascii_lowercase();
    if tail.ends_with(" please") {
        let end = text.len() - " please".len();
        text = text.get(..end).unwrap_or(text).trim_end_matches([',', ' ']);
    }
    text
}

/// What a message asks for.
pub(crate) fn understand(message: &str) -> Intent {
    // Typographic apostrophes, so that "what’s" is "what's".
    let unified = message.replace('’', "'");
    let text = bare(&unified);
    if text.is_empty() {
        return Intent::Unknown;
    }
    for (pattern, meaning) in PHRASES.iter() {
        if let Some(captures) = pattern.captures(text) {
            return meaning(&captures);
        }
    }
    match reference(text) {
        Reference::Words(_) => Intent::Unknown,
        picked => Intent::Pick(picked),
    }
}

/// Which task some words name: `2`, `task 2`, `the second one`, `the dentist task`.
pub(crate) fn reference(text: &str) -> Reference {
    let mut words = text.trim().trim_matches(['"', '“', '”']).trim();
    for article in ["the ", "my ", "a ", "an ", "that ", "this "] {
        if let Some(head) = words.get(..article.len())
            && head.eq_ignore_ascii_case(article)
        {
            words = words.get(article.len()..).unwrap_or(words).trim();
            break;
        }
    }
    let lower = words.to_ascii_lowercase();
    let short = ["task ", "number ", "no. ", "nr ", "#"]
        .iter()
        .find_map(|prefix| lower.strip_prefix(prefix))
        .unwrap_or(&lower);
    let short = short.strip_prefix('#').unwrap_or(short);
    if let Ok(number) = short.trim().parse::<usize>() {
        return Reference::Number(number);
    }
    let ordinal = lower
        .trim_end_matches(" one")
        .trim_end_matches(" task")
        .trim();
    let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    if let Some(position) = ordinals.iter().position(|word| *word == ordinal) {
        return Reference::Number(position + 1);
    }
    if ordinal == "last" {
        return Reference::Last;
    }
    let plain = [" task", " one", " to-do", " todo"]
        .iter()
        .find(|ending| lower.len() == words.len() && lower.ends_with(**ending))
        .and_then(|ending| words.get(..words.len() - ending.len()))
        .unwrap_or(words);
    Reference::Words(plain.trim().trim_matches(['"', '“', '”']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Reference {
        Reference::Words(text.into())
    }

    #[test]
    fn every_pattern_compiles() {
        assert_eq!(PHRASES.len(), TABLE.len());
    }

    #[test]
    fn adding() {
        for (message, line) in [
            (
                "Add a task to buy groceries tomorrow",
                "buy groceries tomorrow",
            ),
            ("add buy milk", "buy milk"),
            (
                "Please create a new task called Pay rent by friday.",
                "Pay rent by friday",
            ),
            ("remind me to call mom at 6pm", "call mom at 6pm"),
            ("Add milk to my list", "milk"),
            ("add “Watch Tomorrow”", "\"Watch Tomorrow\""),
            ("I need to renew my passport", "renew my passport"),
            (
                "Can you add a task: fix the fence, please?",
                "fix the fence",
            ),
        ] {
            assert_eq!(understand(message), Intent::Add(line.into()), "{message}");
        }
    }

    #[test]
    fn showing() {
        for (message, filter) in [
            ("Show me my tasks", Filter::Open),
            ("What's pending?", Filter::Open),
            ("what’s left to do?", Filter::Open),
            ("what do I have to do", Filter::Open),
            ("list all tasks", Filter::Open),
            ("What is due today?", Filter::Today),
            ("show today", Filter::Today),
            ("what's due tomorrow?", Filter::Tomorrow),
            ("anything overdue?", Filter::Overdue),
            ("What have I completed?", Filter::Completed),
            ("show completed tasks", Filter::Completed),
            ("what's in the trash?", Filter::Trash),
            ("what's coming up?", Filter::Upcoming),
            ("show my inbox", Filter::Inbox),
            ("what's in my Home list?", Filter::List("Home".into())),
            ("show tasks tagged phone", Filter::Tag("phone".into())),
            ("find dentist", Filter::Words("dentist".into())),
        ] {
            assert_eq!(understand(message), Intent::Show(filter), "{message}");
        }
    }

    #[test]
    fn changing() {
        let complete = Pending::Complete;
        let friday = Pending::Reschedule {
            to: "friday".into(),
        };
        for (message, pending, reference) in [
            (
                "Mark buy groceries as done",
                complete.clone(),
                words("buy groceries"),
            ),
            (
                "Mark task 2 as complete",
                complete.clone(),
                Reference::Number(2),
            ),
            ("done with the milk", complete.clone(), words("milk")),
            (
                "I've finished the report",
                complete.clone(),
                words("report"),
            ),
            (
                "the second one is done",
                complete.clone(),
                Reference::Number(2),
            ),
            ("complete #3", complete.clone(), Reference::Number(3)),
            ("check off the last one", complete, Reference::Last),
            ("reopen buy milk", Pending::Reopen, words("buy milk")),
            (
                "mark buy milk as not done",
                Pending::Reopen,
                words("buy milk"),
            ),
            ("Delete the dentist task", Pending::Delete, words("dentist")),
            (
                "remove buy milk from my list",
                Pending::Delete,
                words("buy milk"),
            ),
            ("move the dentist to friday", friday, words("dentist")),
            (
                "rename buy milk to Buy oat milk",
                Pending::Rename {
                    to: "Buy oat milk".into(),
                },
                words("buy milk"),
            ),
        ] {
            assert_eq!(
                understand(message),
                Intent::Change(pending, reference),
                "{message}"
            );
        }
    }

    #[test]
    fn the_rest() {
        for (message, intent) in [
            ("undo", Intent::Undo),
            ("Undo that, please.", Intent::Undo),
            ("2", Intent::Pick(Reference::Number(2))),
            ("the first one", Intent::Pick(Reference::Number(1))),
            ("never mind", Intent::Never),
            ("Hello!", Intent::Greeting),
            ("help", Intent::Help),
            ("what is the weather like?", Intent::Unknown),
            ("", Intent::Unknown),
            ("ÄÖÜ ß", Intent::Unknown),
        ] {
            assert_eq!(understand(message), intent, "{message}");
        }
    }
}
