//! Search: what stands in the index of words, and what is asked of it.

use rusqlite::types::Value;
use task::filter::{is_unspaced, search_words};
use task::{Error, PAGE_LIMIT, Search, SearchOrder, Task};

use crate::views::{SHOWN, task_of};
use crate::{Store, filter_sql, rows};

/// The pairs of neighbours in a run of characters.
fn pairs(run: &str) -> impl Iterator<Item = &str> {
    let ends = run.char_indices().map(|(at, c)| (at, at + c.len_utf8()));
    let next = run.char_indices().skip(1).map(|(at, c)| at + c.len_utf8());
    ends.zip(next)
        .filter_map(|((from, _), to)| run.get(from..to))
}

/// A text as the index takes it: its words as they are compared, and runs of scripts without
/// spaces as the pairs of their characters and the last one alone, so that any part of a run is
/// found.
pub(crate) fn words_of(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in search_words(text) {
        if word.starts_with(is_unspaced) {
            for pair in pairs(&word) {
                words.push_str(pair);
                words.push(' ');
            }
            words.extend(word.chars().last());
        } else {
            words.push_str(&word);
        }
        words.push(' ');
    }
    words
}

/// What was typed, as an FTS5 query: every word, or a word that begins so; `None` where there is
/// no word. Words are quoted, so that FTS5's own operators are plain words here.
pub(crate) fn match_query(typed: &str) -> Option<String> {
    let mut terms: Vec<String> = Vec::new();
    for word in search_words(typed) {
        if word.starts_with(is_unspaced) && word.chars().nth(1).is_some() {
            terms.extend(pairs(&word).map(|pair| format!("\"{pair}\"")));
        } else {
            terms.push(format!("\"{word}\"*"));
        }
    }
    terms.truncate(TERMS);
    (!terms.is_empty()).then(|| terms.join(" "))
}

/// The most terms that a query looks for; what is typed beyond them changes nothing.
const TERMS: usize = 20;

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
        assert_eq!(words_of("Buy Crème"), "buy creme ");
        assert_eq!(
            words_of("東京タワーへgo"),
            "東京 京タ タワ ワー ーへ へ go "
        );
        assert_eq!(words_of("米"), "米 ");
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
