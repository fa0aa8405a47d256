//! `done`, `reopen`, `skip`, `edit`, `move`, `duplicate`, `rm`, `restore`, and which task is meant.

use serde_json::{Value, json};

use crate::profile::Profile;

#[test]
fn words_name_a_task_when_only_one_has_them() {
    let profile = Profile::new();
    profile.ok(&["add", "Call the dentist"]);
    profile.ok(&["add", "Pay the dentist"]);
    let (code, message) = profile.fails(&["done", "dentist"]);
    assert_eq!(code, 4);
    assert!(
        message.contains("Call the dentist") && message.contains("Pay the dentist"),
        "{message}"
    );
    profile.ok(&["done", "call dentist"]);
    profile.ok(&["done", "dentist"]);
    assert_eq!(profile.ok(&["list"]), "No tasks.\n");
}

#[test]
fn what_only_may_be_meant_is_not_done() {
    let profile = Profile::new();
    profile.ok(&["add", "Teamwork talk"]);
    profile.ok(&["add", "Call Bob", "--notes", "about the groceries"]);
    let (code, message) = profile.fails(&["done", "tea"]);
    assert_eq!(code, 4);
    assert!(
        message.contains("Perhaps this one is meant") && message.contains("Teamwork talk"),
        "{message}"
    );
    assert_eq!(
        profile.fails(&["done", "groceries"]).0,
        3,
        "notes are no title"
    );
}

#[test]
fn several_are_done_and_opened_again() {
    let profile = Profile::new();
    for title in ["one", "two", "three"] {
        profile.ok(&["add", title]);
    }
    let done = profile.json(&["done", "one", "two", "one"]);
    assert_eq!(done.as_array().unwrap().len(), 2);
    assert_eq!(profile.titles(&[]), ["three"]);
    let opened = profile.ok(&["reopen", "two"]);
    assert!(
        opened.starts_with("Reopened  ") && opened.contains("[ ] two"),
        "{opened}"
    );
    assert_eq!(profile.fails(&["reopen", "three"]).0, 3);
}

#[test]
fn occurrences_are_done_skipped_and_opened_again() {
    let profile = Profile::new();
    let due = |task: &Value| task["due"].as_str().unwrap().to_owned();
    profile.ok(&[
        "add",
        "Water",
        "--repeat",
        "every day",
        "--due",
        "2030-01-01",
    ]);
    assert_eq!(due(&profile.json(&["done", "water"])[0]), "2030-01-02");
    assert_eq!(due(&profile.json(&["skip", "water"])[0]), "2030-01-03");
    assert_eq!(due(&profile.json(&["reopen", "water"])[0]), "2030-01-02");
    profile.ok(&["done", "water", "--for-good"]);
    assert_eq!(profile.ok(&["list"]), "No tasks.\n");
    profile.ok(&["undo"]);
    assert_eq!(profile.titles(&[]), ["Water"]);
    profile.ok(&["add", "Once"]);
    profile.refuses(&[
        (&["skip", "once"], 2, "does not come again"),
        (&["skip", "water", "once"], 2, "Nothing was changed"),
        (&["skip", "nobody"], 3, "No open task"),
    ]);
}

#[test]
fn every_field_can_be_changed_and_cleared() {
    let profile = Profile::new();
    profile.ok(&["add", "Task"]);
    profile.ok(&["add", "Parent", "--list", "Home"]);
    let edit =
        |arguments: &[&str]| profile.json(&[&["edit", "task"], arguments].concat())[0].clone();
    for (option, given, field, value, cleared) in [
        ("--notes", "more", "notes", json!("more"), json!("")),
        ("--start", "Someday", "start", json!("someday"), Value::Null),
        (
            "--start",
            "2030-01-02",
            "start",
            json!("2030-01-02"),
            Value::Null,
        ),
        (
            "--due",
            "2030-01-02T09:00",
            "due",
            json!("2030-01-02T09:00"),
            Value::Null,
        ),
        (
            "--deadline",
            "2030-01-02",
            "deadline",
            json!("2030-01-02"),
            Value::Null,
        ),
        ("--duration", "2h", "duration", json!(120), Value::Null),
        (
            "--repeat",
            "every friday",
            "recurrence",
            json!("FREQ=WEEKLY;BYDAY=FR"),
            Value::Null,
        ),
    ] {
        assert_eq!(edit(&[option, given])[field], value, "{option}");
        assert_eq!(edit(&[option, "none"])[field], cleared, "{option}");
    }
    assert_eq!(edit(&["--priority", "p1"])["priority"], "p1");
    assert_eq!(
        edit(&["--tag", "a", "--tag", "b"])["tags"],
        json!(["a", "b"])
    );
    assert_eq!(edit(&["--untag", "a"])["tags"], json!(["b"]));
    assert_eq!(edit(&["--remind", "-30"])["reminders"], json!(["-30"]));
    assert_eq!(edit(&["--unremind", "30min"])["reminders"], json!([]));
    let below = edit(&["--parent", "parent"]);
    assert!(below["parent"].is_string() && below["list"].is_string());
    assert_eq!(edit(&["--parent", ""])["parent"], Value::Null);
    assert_eq!(edit(&["--list", "inbox"])["list"], Value::Null);
    assert_eq!(edit(&["--title", "Thing"])["title"], "Thing");
}

#[test]
fn a_time_alone_keeps_the_day() {
    let profile = Profile::new();
    profile.ok(&["add", "Call", "--due", "2030-01-02"]);
    let edited = profile.json(&["edit", "call", "--due", "17:00"]);
    assert_eq!(edited[0]["due"], "2030-01-02T17:00");
}

#[test]
fn several_are_edited_at_once_and_moved_together() {
    let profile = Profile::new();
    for title in ["one", "two", "three"] {
        profile.ok(&["add", title]);
    }
    profile.ok(&["edit", "one", "three", "--tag", "odd"]);
    assert_eq!(profile.titles(&["--tag", "odd"]), ["one", "three"]);
    profile.ok(&["undo"]);
    assert!(profile.titles(&["--tag", "odd"]).is_empty());
    for (arguments, titles) in [
        (&["move", "three", "--first"][..], ["three", "one", "two"]),
        (&["mv", "three", "--last"], ["one", "two", "three"]),
        (
            &["move", "three", "two", "--before", "one"],
            ["three", "two", "one"],
        ),
        (
            &["move", "three", "--after", "two"],
            ["two", "three", "one"],
        ),
    ] {
        profile.ok(arguments);
        assert_eq!(profile.titles(&["inbox"]), titles, "{arguments:?}");
    }
}

#[test]
fn following_occurrences_move_only_when_asked() {
    let profile = Profile::new();
    profile.ok(&[
        "add",
        "Gym",
        "--repeat",
        "every monday",
        "--due",
        "2030-01-07",
    ]);
    profile.ok(&["edit", "gym", "--due", "2030-01-08"]);
    assert_eq!(profile.json(&["done", "gym"])[0]["due"], "2030-01-14");
    profile.ok(&["edit", "gym", "--due", "2030-01-15", "--following"]);
    assert_eq!(profile.json(&["done", "gym"])[0]["due"], "2030-01-22");
}

#[test]
fn the_trash_gives_back() {
    let profile = Profile::new();
    profile.ok(&["add", "Plan"]);
    profile.ok(&["add", "Step", "--parent", "plan"]);
    assert!(profile.ok(&["rm", "plan"]).starts_with("Deleted  "));
    assert_eq!(profile.titles(&["trash"]).len(), 2);
    assert!(profile.ok(&["restore", "plan"]).starts_with("Restored  "));
    assert_eq!(profile.titles(&["inbox"]), ["Plan", "Step"]);
}

#[test]
fn bad_input_is_told_and_changes_nothing() {
    let profile = Profile::new();
    profile.ok(&["add", "Buy milk"]);
    profile.ok(&["add", "Buy bread"]);
    profile.refuses(&[
        (&["done", "deadbeef"], 3, "No open task"),
        (&["done", ""], 3, "No open task"),
        (&["done", "milk", "unicorn"], 3, "“unicorn”"),
        (&["done"], 2, "required"),
        (&["reopen", "milk"], 3, "No completed task"),
        (&["rm", "unicorn"], 3, "No task"),
        (&["restore", "milk"], 3, "No task in the trash"),
        (&["edit", "milk"], 2, "required"),
        (&["edit", "unicorn", "--title", "x"], 3, "No task"),
        (&["edit", "milk", "--title", " "], 2, "needs a title"),
        (&["edit", "milk", "bread", "--title", "x"], 2, "one title"),
        (&["edit", "milk", "--due", "2026-02-30"], 2, "is not a date"),
        (&["edit", "milk", "--start", "soon"], 2, "“soon”"),
        (&["edit", "milk", "--deadline", "soon"], 2, "“soon”"),
        (&["edit", "milk", "--duration", "0"], 2, "A duration is"),
        (&["edit", "milk", "--repeat", "often"], 2, "“often”"),
        (&["edit", "milk", "--remind", "30"], 2, "is not a reminder"),
        (&["edit", "milk", "--following"], 2, "--due"),
        (&["edit", "milk", "--parent", "milk"], 2, ""),
        (&["edit", "milk", "--parent", "unicorn"], 3, "No open task"),
        (
            &["edit", "milk", "--priority", "high"],
            2,
            "possible values",
        ),
        (&["move", "milk"], 2, "required"),
        (&["move", "milk", "--before", "milk"], 2, "beside itself"),
        (&["move", "milk", "--after", "unicorn"], 3, "No open task"),
        (&["move", "milk", "--first", "--last"], 2, "cannot be used"),
    ]);
}

#[test]
fn tasks_are_duplicated_with_their_subtasks() {
    let profile = Profile::new();
    let trip = profile.json(&["add", "Trip @travel", "--due", "2030-01-02T09:00"]);
    profile.ok(&["add", "Pack", "--parent", "trip"]);
    profile.ok(&["add", "Rest"]);
    let copies = profile.json(&["duplicate", "trip"]);
    let copy = &copies[0];
    assert_eq!(copies.as_array().unwrap().len(), 1);
    assert_ne!(copy["id"], trip["id"]);
    for field in ["title", "due", "tags"] {
        assert_eq!(copy[field], trip[field], "{field}");
    }
    let titles = |view: &[&str]| profile.titles(view);
    assert_eq!(
        titles(&["--list", "inbox"]),
        ["Trip", "Pack", "Trip", "Pack", "Rest"]
    );
    let words = profile.ok(&["duplicate", "rest", trip["id"].as_str().unwrap()]);
    assert!(words.starts_with("Added  ") && words.contains("[ ] Rest"));
    profile.ok(&["undo"]);
    assert_eq!(titles(&["--list", "inbox"]).len(), 5);
    profile.ok(&["undo"]);
    assert_eq!(titles(&["--list", "inbox"]), ["Trip", "Pack", "Rest"]);
    profile.refuses(&[
        (&["duplicate"], 2, "required"),
        (&["duplicate", "nothing"], 3, "nothing"),
    ]);
}
