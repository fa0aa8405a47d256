//! A query after a tag has got another name.

use super::*;
use crate::filter::{LENGTH_LIMIT, with_tag_renamed};

#[test]
fn every_condition_that_names_the_tag_has_the_new_name() {
    for (query, renamed) in [
        ("@phone", "@calls"),
        ("@Phone & p1", "@calls & p1"),
        (
            "today  |(!@phone&#Home) | @PHONE",
            "today  |(!@calls&#Home) | @calls",
        ),
        ("@\"phone\" | @phones | @phone", "@calls | @phones | @calls"),
    ] {
        let found = with_tag_renamed(query, "phone", "calls");
        assert_eq!(found.as_deref(), Some(renamed), "{query}");
    }
}

#[test]
fn what_only_looks_like_the_tag_stays() {
    for query in [
        "today",
        "@phones | @telephone",
        "@pho* | @*",
        "#phone",
        "search: @phone",
        "\"@phone\"",
        "by: @phone",
        "@\"phone",
    ] {
        assert_eq!(with_tag_renamed(query, "phone", "calls"), None, "{query}");
    }
}

#[test]
fn the_new_name_is_understood_whatever_it_is() {
    for name in [
        "a&b",
        "o\"clock",
        "back\\slash",
        "two|(words)",
        "ééñ",
        "a,b",
        "!x",
    ] {
        let query = with_tag_renamed("p1 & @phone", "phone", name).unwrap();
        let tagged = |tag: &str| {
            task(|task| {
                task.priority = Priority::P1;
                task.tags = vec![tag.to_owned()];
            })
        };
        separates(&[&query], &[tagged(name)], &[tagged("phone")]);
    }
}

#[test]
fn a_query_that_would_be_too_long_stays() {
    let names = vec!["@a"; LENGTH_LIMIT / 5].join(" & ");
    assert!(Filter::parse(&names, &at(NOW)).is_ok());
    assert_eq!(with_tag_renamed(&names, "a", "much-longer"), None);
    assert!(with_tag_renamed(&names, "a", "b").is_some());
}
