//! Which task some words name.

/// Which task is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reference {
    /// The n-th of those shown last, from 1.
    Number(usize),
    /// The last of those shown last.
    Last,
    /// The one that was spoken of last.
    It,
    /// The one with these words.
    Words(String),
    /// More than one: what isn't done in one go.
    Many,
    /// No task at all, as in "not finished" or "for today".
    Nothing,
}

const QUOTES: [char; 3] = ['"', '“', '”'];
const ORDINALS: [&str; 10] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
];

/// Which task some words name: `2`, `task 2`, `the second one`, `it`, `the dentist task`. What
/// stands in quotes is always a title.
pub(crate) fn reference(text: &str) -> Reference {
    let text = text.trim();
    if text.starts_with(QUOTES) {
        return Reference::Words(text.trim_matches(QUOTES).trim().to_owned());
    }
    let lower = text.to_ascii_lowercase();
    if matches!(
        lower.as_str(),
        "it" | "that"
            | "this"
            | "that one"
            | "this one"
            | "the one"
            | "that task"
            | "this task"
            | "the task"
    ) {
        return Reference::It;
    }
    let words = without_article(text);
    let lower = words.to_ascii_lowercase();
    if let Some(found) = number(&lower) {
        return found;
    }
    if is_many(&lower) {
        return Reference::Many;
    }
    if is_nothing(&lower) {
        return Reference::Nothing;
    }
    let plain = [" task", " one", " to-do", " todo"]
        .iter()
        .find(|ending| lower.ends_with(**ending))
        .and_then(|ending| words.get(..words.len() - ending.len()))
        .unwrap_or(words);
    Reference::Words(plain.trim().trim_matches(QUOTES).to_owned())
}

fn without_article(text: &str) -> &str {
    for article in ["the ", "my ", "a ", "an ", "that ", "this "] {
        if let Some(head) = text.get(..article.len())
            && head.eq_ignore_ascii_case(article)
        {
            return text.get(article.len()..).unwrap_or(text).trim();
        }
    }
    text
}

fn number(lower: &str) -> Option<Reference> {
    let short = ["task ", "number ", "no. ", "nr "]
        .iter()
        .find_map(|prefix| lower.strip_prefix(prefix))
        .unwrap_or(lower);
    let short = short.strip_prefix('#').unwrap_or(short);
    if let Ok(number) = short.trim().parse::<usize>() {
        return Some(Reference::Number(number));
    }
    let ordinal = lower
        .trim_end_matches(" one")
        .trim_end_matches(" task")
        .trim();
    if let Some(position) = ORDINALS.iter().position(|word| *word == ordinal) {
        return Some(Reference::Number(position + 1));
    }
    (ordinal == "last").then_some(Reference::Last)
}

fn first_word(lower: &str) -> &str {
    lower.split([' ', ',']).next().unwrap_or_default()
}

fn is_many(lower: &str) -> bool {
    let numbers = lower
        .split([' ', ',', '-', '&', '#'])
        .filter(|word| !matches!(*word, "" | "and" | "to" | "or" | "task" | "tasks"));
    if numbers.clone().count() > 1 && numbers.clone().all(|word| word.parse::<usize>().is_ok()) {
        return true;
    }
    if lower.ends_with(" tasks") || lower.ends_with(" to-dos") || lower.ends_with(" todos") {
        return true;
    }
    matches!(
        first_word(lower),
        "all"
            | "both"
            | "every"
            | "everything"
            | "list"
            | "lists"
            | "tasks"
            | "them"
            | "these"
            | "those"
            | "to-dos"
            | "todos"
    )
}

fn is_nothing(lower: &str) -> bool {
    matches!(
        first_word(lower),
        "" | "any" | "anything" | "for" | "no" | "none" | "not" | "nothing" | "today" | "what"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_words_name() {
        let words = |text: &str| Reference::Words(text.into());
        for (text, expected) in [
            ("2", Reference::Number(2)),
            ("task #2", Reference::Number(2)),
            ("the second one", Reference::Number(2)),
            ("the last task", Reference::Last),
            ("it", Reference::It),
            ("That one", Reference::It),
            ("the dentist task", words("dentist")),
            ("Italy trip", words("Italy trip")),
            ("“All hands meeting”", words("All hands meeting")),
            ("\"it\"", words("it")),
            ("everything", Reference::Many),
            ("all my tasks", Reference::Many),
            ("the tasks", Reference::Many),
            ("my completed tasks", Reference::Many),
            ("1 and 2", Reference::Many),
            ("1, 2, 3", Reference::Many),
            ("the list", Reference::Many),
            ("nothing", Reference::Nothing),
            ("not finish the report", Reference::Nothing),
            ("today", Reference::Nothing),
            ("for today", Reference::Nothing),
            ("", Reference::Nothing),
        ] {
            assert_eq!(reference(text), expected, "{text}");
        }
    }
}
