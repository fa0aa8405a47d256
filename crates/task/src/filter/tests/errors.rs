//! What is not understood, and where.

use super::super::{DEPTH_LIMIT, LENGTH_LIMIT};
use super::*;
use crate::error::{Code, Error};

/// The words that the error points at, and its message.
#[track_caller]
fn refused(query: &str) -> (String, String) {
    let error = Filter::parse(query, &at(NOW)).unwrap_err();
    let units: Vec<u16> = query.encode_utf16().collect();
    let pointed = units
        .get(error.start as usize..error.end as usize)
        .unwrap_or_else(|| panic!("{query}: {error:?}"));
    (String::from_utf16(pointed).unwrap(), error.message)
}

#[track_caller]
fn points_at(query: &str, words: &str, says: &str) {
    let (pointed, message) = refused(query);
    assert_eq!(pointed, words, "{query}: {message}");
    assert!(message.contains(says), "{query}: {message}");
}

#[test]
fn near_misses_are_named() {
    for (query, typed, meant) in [
        ("tody", "tody", "“today”"),
        ("@work & Tomorow", "Tomorow", "“tomorrow”"),
        ("p1 | (overdeu & @x)", "overdeu", "“overdue”"),
        ("recuring", "recuring", "“recurring”"),
        ("no dat", "no dat", "“no date”"),
        ("frday", "frday", "“friday”"),
        ("search milk", "search", "“search:”"),
        ("compleetd", "compleetd", "“completed”"),
        ("has: note", "has: note", "“has notes”"),
        ("due: tody", "tody", "“today”"),
        ("deadline befor: friday", "befor: friday", "not a date"),
    ] {
        points_at(query, typed, meant);
    }
}

#[test]
fn unknown_words_are_shown() {
    points_at("buy milk", "buy milk", "“buy milk” is not understood");
    points_at(
        "today & whenever suits",
        "whenever suits",
        "“whenever suits” is not understood",
    );
    points_at("today please", "please", "“please” is not understood");
    points_at("call mum", "call mum", "words to look for go in quotes");
    points_at("tody mum", "tody", "put them in quotes: \"tody mum\"");
    points_at(
        "has: links",
        "has: links",
        "Write has: notes or has: reminder",
    );
    points_at("no", "no", "Write no date");
    points_at("p5", "p5", "p1 to p4");
    points_at("today and overdue", "and", "Write & in place of “and”");
    points_at("@work or @home", "or", "Write | in place of “or”");
    points_at("not today", "not", "Write ! in place of “not”");
    points_at("friday 9am", "friday 9am", "leave out the time of day");
    points_at(
        "due before: 2026-11-22T09:00",
        "2026-11-22T09:00",
        "leave out the time of day",
    );
    points_at("30 feb", "30 feb", "“30 feb” is not understood");
    points_at(
        "created: next 7 days",
        "next 7 days",
        "“next 7 days” is not a date",
    );
}

#[test]
fn what_is_missing_is_named() {
    points_at("", "", "The query is empty");
    points_at(" \n", " \n", "The query is empty");
    points_at("today &", "&", "missing after “&”");
    points_at("today | | p1", "|", "missing after “|”");
    points_at("| today", "|", "missing before “|”");
    points_at("(& today)", "&", "missing before “&”");
    points_at("today & !", "!", "missing after “!”");
    points_at("!(today & ) | p1", "&", "missing after “&”");
    points_at("p1 & ()", "()", "nothing in these parentheses");
    points_at("(today", "(", "no “)”");
    points_at("((today) | p1", "(", "no “)”");
    points_at("(", "(", "missing after “(”");
    points_at("today)", ")", "no “(”");
    points_at(")", ")", "no “(”");
    points_at("due before:", "due before:", "date is missing");
    points_at("deadline", "deadline", "date is missing");
    points_at("start: & p1", "start:", "date is missing");
    points_at("by:", "by:", "name is missing");
    points_at("search: & p1", "search:", "no word to look for");
    points_at("\"!?\"", "\"!?\"", "no word to look for");
    points_at("@ & p1", "@", "A tag needs a name");
    points_at("p1 & #", "#", "A list needs a name");
    points_at("p1 & \"milk", "\"milk", "not closed");
    points_at("#\"Two words", "#\"Two words", "not closed");
}

#[test]
fn conditions_side_by_side() {
    points_at("@work p1", "p1", "Write & (both) or | (either) before “p1”");
    points_at("today overdue", "overdue", "before “overdue”");
    points_at("due before: friday p1", "p1", "before “p1”");
    points_at("in 3 days @work", "@work", "before “@work”");
    points_at("(today) (p1)", "(", "before “(”");
    points_at("today !p1", "!", "before “!”");
    points_at("\"milk\" \"bread\"", "\"bread\"", "before “\"bread\"”");
    points_at(
        "#Two words",
        "words",
        "A name of several words goes in quotes",
    );
    points_at("(@a @b)", "@b", "before “@b”");
    points_at("by: \"x\" p1", "p1", "before “p1”");
}

#[test]
fn several_queries_are_one_too_many() {
    for query in [
        "today, overdue",
        "(today, overdue)",
        "today & , p1",
        ", today",
    ] {
        points_at(query, ",", "one query, without commas");
    }
    assert!(shown("search: \"milk, bread\"", &titled("Milk and bread")));
}

#[test]
fn places_count_as_javascript_does() {
    let error = Filter::parse("\"😀 fête\" & tody", &at(NOW)).unwrap_err();
    assert_eq!((error.start, error.end), (12, 16));
    let error = Filter::parse("#\"😀\" & 😀", &at(NOW)).unwrap_err();
    assert_eq!((error.start, error.end), (8, 10));
}

#[test]
fn limits() {
    let long = |letters: usize| format!("\"{}\"", "ä".repeat(letters));
    assert!(Filter::parse(&long(LENGTH_LIMIT - 2), &at(NOW)).is_ok());
    let error = Filter::parse(&long(LENGTH_LIMIT - 1), &at(NOW)).unwrap_err();
    assert!(
        error.message.contains("1000") && error.message.contains("1001"),
        "{error}"
    );
    assert_eq!((error.start, error.end), (0, 1_001));

    let parentheses = |depth: usize| format!("{}p1{}", "(".repeat(depth), ")".repeat(depth));
    let nots = |depth: usize| format!("{}p1", "!".repeat(depth));
    assert!(Filter::parse(&parentheses(DEPTH_LIMIT), &at(NOW)).is_ok());
    assert!(Filter::parse(&nots(DEPTH_LIMIT), &at(NOW)).is_ok());
    points_at(&parentheses(DEPTH_LIMIT + 1), "(", "50 deep");
    points_at(&nots(DEPTH_LIMIT + 1), "!", "50 deep");
    points_at(&"(".repeat(LENGTH_LIMIT), "(", "50 deep");
    // Side by side, not deep.
    assert!(Filter::parse(&vec!["(p1)"; 140].join(" | "), &at(NOW)).is_ok());
}

#[test]
fn a_long_text_is_quoted_in_part() {
    let (_, message) = refused(&"word ".repeat(190));
    assert!(message.chars().count() < 300, "{message}");
}

#[test]
fn it_is_an_invalid_input_for_the_rest_of_the_house() {
    let error = Error::from(Filter::parse("@work & tody", &at(NOW)).unwrap_err());
    assert_eq!(error.code(), Code::InvalidInput);
    assert!(error.to_string().contains("“tody”"), "{error}");
}
