//! Search: what stands in the index of words, and what is asked of it.

use rusqlite::types::Value;
use task::{Error, PAGE_LIMIT, Search, SearchOrder, Task, text};

use crate::views::{SHOWN, task_of};
use crate::{Store, filter_sql, rows};

/// Whether a character belongs to a script that is written without spaces: Chinese and Japanese
/// (blocks of the Unicode Character Database).
fn runs_on(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}'           // 々〆〇
        | '\u{3040}'..='\u{30ff}'         // Hiragana, Katakana
        | '\u{31f0}'..='\u{31ff}'         // Katakana, phonetic extensions
        | '\u{3400}'..='\u{4dbf}'         // Han, extension A
        | '\u{4e00}'..='\u{9fff}'         // Han
        | '\u{f900}'..='\u{faff}'         // Han, compatibility
        | '\u{ff66}'..='\u{ff9f}'         // Katakana, half width
        | '\u{20000}'..='\u{3ffff}') // Han, further extensions
}

/// The pieces of a text: runs of characters of scripts without spaces, and what stands between.
fn pieces(text: &str) -> Vec<(bool, &str)> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let kind = runs_on(c);
        if before.is_some_and(|before| before != kind) {
            pieces.push((!kind, text.get(from..at).unwrap_or_default()));
            from = at;
        }
        before = Some(kind);
    }
    if let Some(kind) = before {
        pieces.push((kind, text.get(from..).unwrap_or_default()));
    }
    pieces
}

/// The pairs of neighbours in a run of characters.
fn pairs(run: &str) -> impl Iterator<Item = &str> {
    let ends = run.char_indices().map(|(at, c)| (at, at + c.len_utf8()));
    let next = run.char_indices().skip(1).map(|(at, c)| at + c.len_utf8());
    ends.zip(next)
        .filter_map(|((from, _), to)| run.get(from..to))
}

/// A text as the index takes it: composed, and runs of scripts without spaces as the pairs of
/// their characters and the last one alone, so that any part of a run is found.
pub(crate) fn words_of(text: &str) -> String {
    let composed = text::compose(text);
    if !composed.chars().any(runs_on) {
        return composed;
    }
    let mut words = String::with_capacity(composed.len() * 3);
    for (run, piece) in pieces(&composed) {
        words.push(' ');
        if !run {
            words.push_str(piece);
            continue;
        }
        for pair in pairs(piece) {
            words.push_str(pair);
            words.push(' ');
        }
        words.extend(piece.chars().last());
    }
    words
}

/// What was typed, as an FTS5 query: every word, or a word that begins so; `None` where there is
/// no word. Words are quoted, so that FTS5's own operators are plain words here.
pub(crate) fn match_query(typed: &str) -> Option<String> {
    let composed = text::compose(typed);
    let mut terms: Vec<String> = Vec::new();
    for word in composed.split(|c: char| !c.is_alphanumeric()) {
        for (run, piece) in pieces(word) {
            if run && piece.chars().nth(1).is_some() {
                terms.extend(pairs(piece).map(|pair| format!("\"{pair}\"")));
            } else {
                terms.push(format!("\"{piece}\"*"));
            }
        }
    }
    terms.truncate(20);
    (!terms.is_empty()).then(|| terms.join(" "))
}

pub(crate) async fn search(store: &Store, search: &Search) -> Result<Vec<Task>, Error> {
    let Some(query) = match_query(&search.text) else {
        return Ok(Vec::new());
    };
    let limit = i64::try_from(search.limit.clamp(1, PAGE_LIMIT)).unwrap_or(1);
    let (filter, order) = (search.filter.clone(), search.order);
    store
        .look(move |connection, now| {
            let mut values = vec![Value::from(query)];
            let among = match &filter {
                Some(filter) => {
                    let (condition, more) = filter_sql::compile(connection, filter, now)?;
                    values.extend(more);
                    condition
                }
                None => SHOWN.to_owned(),
            };
            values.push(limit.into());
            let statement = statement(&among, order);
            rows::query(
                connection,
                &statement,
                rusqlite::params_from_iter(values),
                |row| task_of(connection, row),
            )
        })
        .await
}

fn statement(among: &str, order: SearchOrder) -> String {
    crate::view_sql::search(among, order == SearchOrder::Best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_become_pairs() {
        assert_eq!(words_of("Buy milk"), "Buy milk");
        assert_eq!(
            words_of("東京タワーへ go"),
            " 東京 京タ タワ ワー ーへ へ  go"
        );
        assert_eq!(words_of("米"), " 米");
    }

    #[test]
    fn what_is_typed_becomes_words() {
        assert_eq!(match_query("  "), None);
        assert_eq!(match_query("oat mi").as_deref(), Some("\"oat\"* \"mi\"*"));
        assert_eq!(match_query("タワー").as_deref(), Some("\"タワ\" \"ワー\""));
        assert_eq!(match_query("京 buy").as_deref(), Some("\"京\"* \"buy\"*"));
        assert_eq!(match_query("a\"b").as_deref(), Some("\"a\"* \"b\"*"));
    }
}
