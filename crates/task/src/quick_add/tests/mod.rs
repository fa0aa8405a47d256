//! What the grammar promises, by subject.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod dates;
mod fuzz;
mod marks;
mod positions;
mod properties;
mod recurrences;
mod titles;
mod whole;

use jiff::Zoned;

use super::{QuickAdd, read};

/// A Wednesday, nine in the morning.
const WEDNESDAY: &str = "2026-08-05T09:00[Europe/Berlin]";
/// A Saturday, nine in the morning.
const SATURDAY: &str = "2026-11-21T09:00[Europe/Berlin]";

fn at(now: &str) -> Zoned {
    now.parse().unwrap()
}

fn said(text: &str, now: &str) -> QuickAdd {
    read(text, &[], &at(now))
}

/// A line gives this title and is due then.
#[track_caller]
fn reads(now: &str, text: &str, title: &str, due: &str) {
    let read = said(text, now);
    assert_eq!(read.title, title, "{text}");
    let found = read.due.map(|due| due.to_string());
    assert_eq!(found.as_deref(), Some(due), "{text}");
}

/// A line is its own title, and nothing else.
#[track_caller]
fn stays(text: &str) {
    let read = said(text, SATURDAY);
    assert_eq!(read.title, text);
    assert_eq!(read.due, None, "{text}");
    assert!(read.spans.is_empty(), "{text}: {:?}", read.spans);
}
