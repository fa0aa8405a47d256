//! Filters across the ends of weeks and years, changes of the clock, and zones.

use super::super::{Condition, Days, Tree};
use super::*;

#[test]
fn the_words_mean_the_day_on_which_somebody_looks() {
    let query = "today";
    let sample = due("2027-01-01");
    assert!(!shown_at(
        query,
        "2026-12-31T23:59:59[Europe/Berlin]",
        &sample
    ));
    assert!(shown_at(query, "2027-01-01T00:00[Europe/Berlin]", &sample));
    assert!(shown_at(
        "tomorrow",
        "2026-12-31T12:00[Europe/Berlin]",
        &sample
    ));
    assert!(shown_at(
        "overdue",
        "2027-01-02T00:00[Europe/Berlin]",
        &sample
    ));
    // The next friday is another one a week later.
    assert!(shown_at(
        "friday",
        "2026-12-31T12:00[Europe/Berlin]",
        &sample
    ));
    assert!(!shown_at(
        "friday",
        "2027-01-01T12:00[Europe/Berlin]",
        &sample
    ));
    assert!(shown_at(
        "1 jan",
        "2026-11-21T12:00[Europe/Berlin]",
        &sample
    ));
    assert!(!shown_at(
        "1 jan",
        "2027-01-02T12:00[Europe/Berlin]",
        &sample
    ));
    assert!(shown_at(
        "next 2 days",
        "2026-12-31T12:00[Europe/Berlin]",
        &sample
    ));
    assert!(!shown_at(
        "1 day",
        "2026-12-31T12:00[Europe/Berlin]",
        &sample
    ));
}

#[test]
fn a_due_time_counts_by_its_day_for_who_looks() {
    // 08:00 on the 22nd in Tokyo is midnight on the 22nd in Berlin; 07:59 is still the 21st.
    let tokyo = |time: &str| due(&format!("2026-11-22T{time}[Asia/Tokyo]"));
    assert!(shown("today", &tokyo("07:59")));
    assert!(!shown("today", &tokyo("08:00")));
    assert!(shown("tomorrow", &tokyo("08:00")));
    assert!(shown_at(
        "tomorrow",
        "2026-11-21T09:00[Asia/Tokyo]",
        &tokyo("07:59")
    ));
    assert!(shown_at(
        "after: 21 nov",
        "2026-11-21T09:00[Asia/Tokyo]",
        &tokyo("07:59")
    ));
    // West of Berlin it is the day before.
    assert!(shown_at(
        "today",
        "2026-11-20T09:00[America/New_York]",
        &due("2026-11-21T05:59[Europe/Berlin]")
    ));
    // What floats, and a day alone, are the same day everywhere.
    for text in ["2026-11-22", "2026-11-22T00:00", "2026-11-22T23:59"] {
        for zone in ["Asia/Tokyo", "Pacific/Honolulu"] {
            assert!(shown_at(
                "today",
                &format!("2026-11-22T12:00[{zone}]"),
                &due(text)
            ));
        }
    }
    // A zone that this machine doesn't know is taken for one's own.
    let unknown = task(|t| {
        t.due = Some(Due::In(
            "2026-11-21T23:00".parse().unwrap(),
            "Mars/Base".into(),
        ));
    });
    assert!(shown("today", &unknown));
}

#[test]
fn days_on_which_the_clock_changes() {
    let made = |at: &str| task(|t| t.created_at = instant(at));
    // Berlin, 29 March 2026: 23 hours, from 23:00Z to 22:00Z.
    let spring = "2026-03-29T12:00[Europe/Berlin]";
    for (at, shows) in [
        ("2026-03-28T22:59:59Z", false),
        ("2026-03-28T23:00Z", true),
        ("2026-03-29T21:59:59Z", true),
        ("2026-03-29T22:00Z", false),
    ] {
        assert_eq!(shown_at("created: today", spring, &made(at)), shows, "{at}");
    }
    // Berlin, 25 October 2026: 25 hours, from 22:00Z to 23:00Z.
    let autumn = "2026-10-25T12:00[Europe/Berlin]";
    for (at, shows) in [
        ("2026-10-24T21:59:59Z", false),
        ("2026-10-24T22:00Z", true),
        ("2026-10-25T22:59:59Z", true),
        ("2026-10-25T23:00Z", false),
    ] {
        assert_eq!(shown_at("created: today", autumn, &made(at)), shows, "{at}");
    }
    // Beirut, 29 March 2026: midnight itself is left out, the day begins at one o'clock (22:00Z).
    let beirut = "2026-03-29T12:00[Asia/Beirut]";
    assert!(!shown_at(
        "created: today",
        beirut,
        &made("2026-03-28T21:59:59Z")
    ));
    assert!(shown_at(
        "created: today",
        beirut,
        &made("2026-03-28T22:00Z")
    ));
    assert!(shown_at(
        "created before: today",
        beirut,
        &made("2026-03-28T21:59:59Z")
    ));
}

#[test]
fn the_ends_of_the_calendar() {
    let end = at("9999-12-30T12:00[UTC]");
    let start = at("-009999-01-03T12:00[UTC]");
    // Of the conditions, the first: those about the state follow.
    let asked = |query: &str, now: &Zoned| match parsed(query).resolve(now).tree() {
        Tree::And(parts) => parts.first().cloned(),
        _ => None,
    };
    let leaf = |condition| Some(Tree::Leaf(condition));
    assert_eq!(asked("in 3 days", &end), leaf(Condition::Never));
    assert_eq!(asked("before: -2 days", &start), leaf(Condition::Never));
    assert_eq!(asked("after: in 1 days", &end), leaf(Condition::Never));
    assert_eq!(
        asked("next 7 days", &end),
        leaf(Condition::Due(Days {
            from: Some(end.date()),
            until: None
        }))
    );
    let far = parsed("next 4294967295 days");
    assert!(far.resolve(&start).matches(&due("9999-12-31").facts()));
    // Nothing of this panics either.
    for query in [
        "created: -2 days",
        "completed after: tomorrow",
        "created before: tomorrow",
    ] {
        let filter = parsed(query);
        for now in [&end, &start] {
            filter.resolve(now).matches(&task(|_| {}).facts());
        }
    }
}
