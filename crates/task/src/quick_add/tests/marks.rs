//! Lists, tags, priorities, deadlines, durations, notes, quotes and refusal.

use super::*;
use crate::quick_add::{Confidence, Meaning, Span, TextRange};
use crate::task::Priority;

#[test]
fn everything_in_one_line() {
    let read = said(
        "Pay rent every month on the 1st 9am #Home @money p1 for 20min {31 Jan} // transfer from savings",
        SATURDAY,
    );
    assert_eq!(read.title, "Pay rent");
    assert_eq!(read.notes, "transfer from savings");
    assert_eq!(read.list.as_deref(), Some("Home"));
    assert_eq!(read.tags, ["money"]);
    assert_eq!(read.priority, Some(Priority::P1));
    assert_eq!(read.due.unwrap().to_string(), "2026-12-01T09:00");
    assert_eq!(read.deadline.unwrap().to_string(), "2027-01-31");
    assert_eq!(read.duration, Some(20));
    assert_eq!(
        read.recurrence.unwrap().to_string(),
        "FREQ=MONTHLY;BYMONTHDAY=1"
    );
    let kinds: Vec<_> = read
        .spans
        .iter()
        .map(|span| (span.start, span.end))
        .collect();
    assert_eq!(
        kinds,
        [
            (9, 35),
            (36, 41),
            (42, 48),
            (49, 51),
            (52, 61),
            (62, 70),
            (71, 95)
        ]
    );
}

#[test]
fn a_draft_has_what_the_line_says() {
    let draft = said("Buy milk tomorrow #Home @shop p2 // oat", SATURDAY).into_draft();
    assert_eq!(draft.title, "Buy milk");
    assert_eq!(draft.notes, "oat");
    assert_eq!(draft.list.as_deref(), Some("Home"));
    assert_eq!(draft.tags, ["shop"]);
    assert_eq!(draft.priority, Priority::P2);
    assert_eq!(draft.due.unwrap().to_string(), "2026-11-22");
}

#[test]
fn lists_and_tags() {
    let read = said(
        "sort #\"Two words\" @Phone, @phone and @\"two words\"!",
        SATURDAY,
    );
    assert_eq!(read.list.as_deref(), Some("Two words"));
    assert_eq!(read.tags, ["phone", "two-words"]);
    assert_eq!(read.title, "sort, and!");
    let read = said("buy milk #groceries,tomorrow", SATURDAY);
    assert_eq!(
        (read.title.as_str(), read.list.as_deref()),
        ("buy milk", Some("groceries"))
    );
    for title in [
        "issue #42",
        "learn C#",
        "mail a@b.c",
        "follow @ann@example.org",
        "# heading",
        "call mom @9am",
        "meet @ the bar",
    ] {
        stays(title);
    }
}

#[test]
fn priorities() {
    for (text, title, priority) in [
        ("pay p1", "pay", Priority::P1),
        ("P2 pay", "pay", Priority::P2),
        ("pay p3 the rent", "pay the rent", Priority::P3),
    ] {
        let read = said(text, SATURDAY);
        assert_eq!(
            (read.title.as_str(), read.priority),
            (title, Some(priority)),
            "{text}"
        );
    }
    for title in [
        "print p1 to p4",
        "pages p2-p4",
        "buy p5",
        "p22 plan",
        "!1 pay",
        "mp3 of p",
    ] {
        stays(title);
    }
}

#[test]
fn deadlines() {
    for (text, deadline) in [
        ("pay {31 Jan}", "2027-01-31"),
        ("pay {friday}", "2026-11-27"),
        ("pay {in 2 weeks} soon", "2026-12-05"),
        ("pay{tomorrow}", "2026-11-22"),
    ] {
        let read = said(text, SATURDAY);
        assert_eq!(read.deadline.unwrap().to_string(), deadline, "{text}");
        assert_eq!(read.due, None, "{text}");
    }
    for title in [
        "pay {later}",
        "pay {friday 9am}",
        "write {}",
        "a { b",
        "write {name} and {friday",
    ] {
        stays(title);
    }
}

#[test]
fn durations() {
    for (text, title, minutes) in [
        ("read for 20min", "read", 20),
        ("read for 1h30 tomorrow", "read", 90),
        ("read for 1h 30m", "read", 90),
        ("read for 2 hours with Ann", "read with Ann", 120),
        ("read for an hour and a half", "read", 90),
        ("read for 1.5 hours", "read", 90),
        ("read for half an hour #Home", "read", 30),
        ("for 45 minutes, read", "read", 45),
    ] {
        let read = said(text, SATURDAY);
        assert_eq!(
            (read.title.as_str(), read.duration),
            (title, Some(minutes)),
            "{text}"
        );
    }
    for title in [
        "look for 2 hour parking",
        "ask for 5 minutes of his time",
        "wait for 3 days",
        "pay for 2 beers",
        "train for 10k",
        "look for 90h batteries",
    ] {
        stays(title);
    }
}

#[test]
fn notes_begin_where_two_slashes_stand_alone() {
    let read = said("call mom tomorrow // at 9 #not \n a list", SATURDAY);
    assert_eq!(read.title, "call mom");
    assert_eq!(read.notes, "at 9 #not \n a list");
    assert_eq!(read.list, None);
    for title in ["open https://example.org", "a //b", "a// b", "a //"] {
        stays(title);
    }
}

#[test]
fn quotes_keep_words() {
    for (text, title) in [
        ("\"buy groceries tomorrow\"", "buy groceries tomorrow"),
        ("Read \"Tomorrow\"", "Read Tomorrow"),
        (
            "Write “every friday” on the wall",
            "Write every friday on the wall",
        ),
        ("Look up \"#home\"", "Look up #home"),
        ("Read \"The Hobbit\" at last", "Read \"The Hobbit\" at last"),
        (
            "Sing \"Call me tomorrow\" loudly",
            "Sing \"Call me tomorrow\" loudly",
        ),
        ("5\" pipe", "5\" pipe"),
    ] {
        let read = said(text, SATURDAY);
        assert_eq!((read.title.as_str(), read.due), (title, None), "{text}");
        let taken = text != title;
        assert_eq!(
            read.spans
                .iter()
                .any(|span| span.meaning == Meaning::Literal),
            taken,
            "{text}"
        );
    }
    reads(
        SATURDAY,
        "Read \"Tomorrow\" tomorrow",
        "Read Tomorrow",
        "2026-11-22",
    );
}

#[test]
fn refusal_keeps_words() {
    let refused = [TextRange { start: 14, end: 22 }];
    let read = read("buy groceries tomorrow", &refused, &at(SATURDAY));
    assert_eq!(
        (read.title.as_str(), read.due),
        ("buy groceries tomorrow", None)
    );
    // Something shorter may be left.
    let text = "call mom tomorrow at 9";
    let read = super::read(text, &[TextRange { start: 18, end: 22 }], &at(SATURDAY));
    assert_eq!(read.title, "call mom tomorrow at 9");
    let read = super::read(
        "pay #home p1",
        &[TextRange { start: 4, end: 5 }],
        &at(SATURDAY),
    );
    assert_eq!(
        (read.title.as_str(), read.priority),
        ("pay #home", Some(Priority::P1))
    );
}

#[test]
fn spans_count_as_javascript_does() {
    let read = said("😀 fête tomorrow", SATURDAY);
    let due = "2026-11-22".parse().unwrap();
    let expected = Span {
        start: 8,
        end: 16,
        confidence: Confidence::Certain,
        meaning: Meaning::Due { due },
    };
    assert_eq!(read.spans, [expected]);
}

#[test]
fn spans_are_flat_in_json() {
    let read = said("pay {friday} p1", SATURDAY);
    let json = serde_json::to_value(&read).unwrap();
    assert_eq!(
        json["spans"][0],
        serde_json::json!({"start": 4, "end": 12, "confidence": "certain", "kind": "deadline", "deadline": "2026-11-27"})
    );
    assert_eq!(serde_json::from_value::<QuickAdd>(json).unwrap(), read);
}
