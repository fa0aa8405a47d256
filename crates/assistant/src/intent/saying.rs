//! What is said where nothing is done.

use crate::answer::Answer;
use crate::memory::Question;
use crate::understand::{Sentence, hints, may_be_a_line};
use crate::words;

/// What it can do.
pub(super) const ABILITIES: &str = "I can add, show, count, find, complete, move, change, delete and restore tasks, and take back what I did. Try:\n\n\
    - Add buy groceries tomorrow 6pm #Home @shop p1\n\
    - What's due this week?\n\
    - Mark 2 and 3 done\n\
    - Move the dentist to friday 3pm\n\
    - Make the rent repeat every month\n\
    - What did I do yesterday?\n\
    - Plan my day\n\
    - Undo";
pub(super) const WELCOME: &str = "You're welcome.";
pub(super) const DROPPED: &str = "All right, nothing was changed.";
pub(super) const NOTHING_ASKED: &str =
    "I asked nothing, so nothing is changed. Say “undo” to take back what I did last.";
pub(super) const NO_REDO: &str =
    "I can't do again what I took back. Say what you want once more, and I do it.";
pub(super) const NO_LISTS: &str = "I can't make, rename or delete lists here; the side bar can. A new list also comes with its first task: say, for example, “add buy paint #Home”.";
pub(super) const NO_PURGE: &str = "I can't empty the trash. What is in it goes by itself after 30 days; say “what's in the trash?” to see it.";
pub(super) const ONLY_ASKED: &str = "That is a question, so I changed nothing. Say it without the question mark, such as “delete the dentist task”, and I do it.";
pub(super) const NO_NUMBER: &str =
    "I don't know which task that is. Say “show me my tasks”, and the numbers are there.";

/// What is neither a date nor a list.
pub(super) fn no_place(to: &str) -> Answer {
    Answer::plain(format!(
        "“{}” is not a date that I know, nor one of your lists, so nothing was changed. Say, for example, “move 2 to friday” or “show my lists”.",
        words::escape(&task::text::excerpt(to, 60))
    ))
}

/// What was not understood.
pub(super) fn not_understood(sentence: &Sentence) -> Answer {
    let what = "I don't understand that: there is no language model here, only what this app itself can do.";
    if may_be_a_line(sentence) {
        let line = sentence.words().to_owned();
        let text = format!("{what} Shall I add it as a task? Say yes or no.");
        return Answer::plain(text).asking(Question::Line { line });
    }
    let examples: Vec<String> = hints(sentence)
        .into_iter()
        .map(|example| format!("- {example}"))
        .collect();
    Answer::plain(format!("{what} Try:\n\n{}", examples.join("\n")))
}

/// A verb's object was not found.
pub(super) fn not_found(text: &str, kind: &str) -> Answer {
    let text = words::escape(&task::text::excerpt(text, 80));
    Answer::plain(format!(
        "I found no {kind} with “{text}”. Say “show me my tasks” to see them all."
    ))
}
