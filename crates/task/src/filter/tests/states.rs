//! Open and completed tasks, the trash and archived lists.

use super::super::{Condition, Property, State, Tree};
use super::*;

#[test]
fn states() {
    let then = Some(instant("2026-11-21T08:00Z"));
    let open = due("2026-11-21");
    let done = Sample {
        completed_at: then,
        ..open.clone()
    };
    let deleted = Sample {
        deleted_at: then,
        ..open.clone()
    };
    let archived = Sample {
        archived: true,
        ..open.clone()
    };
    let put_away = Sample {
        archived: true,
        ..done.clone()
    };
    let both = Sample {
        deleted_at: then,
        ..done.clone()
    };
    for (query, expected) in [
        ("today", [true, false, false, false, false, false]),
        ("!yesterday", [true, false, false, false, false, false]),
        ("open", [true, false, false, false, false, false]),
        ("done", [false, true, false, false, false, true]),
        (
            "Completed & today",
            [false, true, false, false, false, true],
        ),
        ("!done", [true, false, false, false, false, false]),
        ("!open", [false, true, false, false, false, true]),
        ("all", [true, true, false, false, false, true]),
        ("completed: today", [false, true, false, false, false, true]),
        (
            "today & !completed: yesterday",
            [true, true, false, false, false, true],
        ),
        ("trash", [false, false, true, true, false, false]),
        ("deleted & today", [false, false, true, true, false, false]),
        ("trash & done", [false, false, false, true, false, false]),
        (
            "trash & completed: today",
            [false, false, false, true, false, false],
        ),
        ("!trash", [true, true, false, false, true, true]),
        ("all | trash", [true, true, true, true, false, true]),
        ("done | trash", [false, true, true, true, false, true]),
    ] {
        let actual = [&open, &done, &deleted, &both, &archived, &put_away]
            .map(|sample| shown(query, sample));
        assert_eq!(actual, expected, "{query}");
    }
}

#[test]
fn what_was_added_for_the_state_stands_outermost() {
    let state = |state| Tree::Leaf(Condition::Is(Property::State(state)));
    let is = |property| Tree::Leaf(Condition::Is(property));
    let tree = |query: &str| parsed(query).resolve(&at(NOW)).tree().clone();
    let (open, kept) = (state(State::Open), state(State::Kept));
    assert_eq!(
        tree("recurring & subtask"),
        Tree::And(vec![
            is(Property::Recurring),
            is(Property::Subtask),
            open.clone(),
            kept.clone()
        ])
    );
    assert_eq!(
        tree("recurring | subtask"),
        Tree::And(vec![
            Tree::Or(vec![is(Property::Recurring), is(Property::Subtask)]),
            open.clone(),
            kept.clone()
        ])
    );
    assert_eq!(tree("open"), Tree::And(vec![open, kept]));
    assert_eq!(tree("trash"), state(State::Deleted));
}
