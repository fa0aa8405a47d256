//! `undo`, `redo`, `log`.

use serde_json::Value;

use crate::profile::Profile;

#[test]
fn nothing_to_take_back_is_told() {
    let profile = Profile::new();
    let (code, message) = profile.fails(&["undo"]);
    assert_eq!(
        (code, message.as_str()),
        (5, "calm-orbit: There is nothing left to take back.\n")
    );
    assert_eq!(profile.fails(&["redo"]).0, 5);
    assert_eq!(profile.ok(&["log"]), "Nothing was done yet.\n");
}

#[test]
fn what_was_taken_back_is_done_again() {
    let profile = Profile::new();
    profile.ok(&["add", "Buy milk"]);
    profile.ok(&["undo"]);
    assert!(profile.titles(&[]).is_empty());
    assert_eq!(profile.ok(&["redo"]), "Did again: added “Buy milk”.\n");
    assert_eq!(profile.titles(&[]), ["Buy milk"]);
}

#[test]
fn a_certain_change_is_taken_back() {
    let profile = Profile::new();
    profile.ok(&["add", "Buy milk"]);
    profile.ok(&["edit", "milk", "--priority", "p1"]);
    profile.ok(&["edit", "milk", "--tag", "shop"]);
    let log = profile.json(&["log"]);
    let entry = log[1]["seq"].to_string();
    profile.ok(&["undo", "--entry", &entry]);
    let task = profile.json(&["list"])[0].clone();
    assert_eq!(task["priority"], "p4");
    assert_eq!(task["tags"][0], "shop");
    let undone = profile.json(&["undo", log[0]["group"].as_str().unwrap()]);
    assert_eq!(undone["restored"][0], task["id"]);
    assert_eq!(profile.json(&["list"])[0]["tags"], serde_json::json!([]));
    profile.refuses(&[
        (&["undo", "--entry", "999"], 3, "no entry 999"),
        (&["undo", "--entry", "x"], 2, "invalid"),
        (&["undo", "nonsense"], 2, "is not the id"),
        (&["undo", "0199f2c4-7d1e-7a3b-8c5d-2f6e1a9b4c70"], 3, ""),
    ]);
}

#[test]
fn the_log_tells_who_did_what_and_when() {
    let profile = Profile::new();
    profile.ok(&["add", "Buy milk", "--due", "2030-01-02", "--list", "Home"]);
    profile.ok(&["add", "Buy bread"]);
    profile.ok(&[
        "edit",
        "milk",
        "--due",
        "2030-01-03",
        "--title",
        "Buy oat milk",
    ]);
    profile.ok(&["done", "oat milk"]);
    profile.ok(&["undo"]);
    let log = profile.ok(&["log"]);
    for part in [
        "today ",
        "you added “Buy milk”",
        "you edited “Buy milk”",
        "due: Wed 2 Jan 2030 → Thu 3 Jan 2030",
        "title: Buy milk → Buy oat milk",
        "list: Home",
        "you completed “Buy oat milk”  (taken back)",
        "you reversed entry",
    ] {
        assert!(log.contains(part), "{part} is missing: {log}");
    }
    assert!(!profile.ok(&["log", "--task", "oat milk"]).contains("bread"));
    let two = profile.json(&["log", "--limit", "2"]);
    let two = two.as_array().unwrap();
    assert_eq!(two.len(), 2);
    let before = two[1]["seq"].to_string();
    let next = profile.json(&["log", "--limit", "1", "--before", &before]);
    assert_eq!(next[0]["seq"], two[1]["seq"].as_u64().unwrap() - 1);
    assert_eq!(next[0]["actor"]["kind"], "person");
    assert_eq!(next[0]["deed"], "edited");
    let changed: Vec<&Value> = next[0]["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| &field["field"])
        .collect();
    assert!(changed.contains(&&Value::from("due")), "{changed:?}");
}
