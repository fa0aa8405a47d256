//! `lists`, `filters` and `tags`.

use serde_json::{Value, json};

use crate::profile::Profile;

#[test]
fn lists_are_made_and_changed() {
    let profile = Profile::new();
    assert_eq!(profile.ok(&["lists"]), "Inbox       0\n");
    let added = profile.json(&["lists", "add", "Garden", "--colour", "Green"]);
    assert_eq!(
        (&added["name"], &added["colour"]),
        (&json!("Garden"), &json!("green"))
    );
    profile.ok(&["add", "Mow", "--list", "garden"]);
    assert_eq!(
        profile.ok(&["lists"]),
        "Inbox        0\nGarden       1  green\n"
    );
    assert_eq!(
        profile.json(&["lists"]),
        json!([{"list": added, "open": 1}])
    );
    profile.ok(&["lists", "rename", "garden", "House"]);
    profile.ok(&["lists", "colour", "house", "none"]);
    assert_eq!(profile.json(&["lists"])[0]["list"]["colour"], Value::Null);
    profile.ok(&["lists", "archive", "HOUSE"]);
    assert!(profile.titles(&[]).is_empty());
    assert!(profile.ok(&["lists"]).contains("archived"));
    profile.ok(&["lists", "unarchive", "house"]);
    assert_eq!(profile.titles(&["--list", "house"]), ["Mow"]);
}

#[test]
fn a_list_comes_back_with_its_tasks() {
    let profile = Profile::new();
    profile.ok(&["add", "Mow", "--list", "Garden"]);
    let deleted = profile.json(&["lists", "rm", "garden"]);
    assert!(deleted["deleted_at"].is_string());
    assert_eq!(profile.json(&["lists"]), json!([]));
    assert!(profile.titles(&[]).is_empty());
    let restored = profile.json(&["lists", "restore", "garden"]);
    assert_eq!(restored["deleted_at"], Value::Null);
    assert_eq!(profile.titles(&["--list", "garden"]), ["Mow"]);
}

#[test]
fn wrong_lists_are_told() {
    let profile = Profile::new();
    profile.ok(&["lists", "add", "Home"]);
    profile.refuses(&[
        (&["lists", "add", "home"], 2, "already"),
        (&["lists", "add", " "], 2, "A list needs a name"),
        (
            &["lists", "add", "Work", "--colour", "mud"],
            2,
            "possible values",
        ),
        (&["lists", "rename", "Work", "Job"], 3, "The lists are Home"),
        (&["lists", "rename", "Home", "Inbox"], 2, ""),
        (&["lists", "colour", "Home", "mud"], 2, "possible values"),
        (&["lists", "archive", "Work"], 3, "There is no list"),
        (&["lists", "unarchive", "Work"], 3, "There is no list"),
        (&["lists", "rm", "Work"], 3, "There is no list"),
        (&["lists", "rm", "inbox"], 2, "The Inbox"),
        (&["lists", "restore", "Home"], 3, "in the trash"),
        (&["lists", "paint"], 2, "unrecognized"),
    ]);
}

#[test]
fn filters_are_kept_and_used() {
    let profile = Profile::new();
    assert!(profile.ok(&["filters"]).contains("No saved filters"));
    profile.ok(&["add", "Call @work"]);
    profile.ok(&["add", "Rest"]);
    let added = profile.json(&["filters", "add", "Job", "@work & !p1"]);
    assert_eq!(added["query"], "@work & !p1");
    assert_eq!(profile.json(&["filters"]), json!([added]));
    assert_eq!(profile.ok(&["filters"]), "Job  @work & !p1\n");
    assert_eq!(profile.titles(&["--saved", "job"]), ["Call"]);
    profile.ok(&[
        "filters", "edit", "job", "--query", "!@work", "--name", "Free",
    ]);
    assert_eq!(profile.titles(&["--saved", "free"]), ["Rest"]);
    profile.ok(&["filters", "rm", "free"]);
    assert_eq!(profile.json(&["filters"]), json!([]));
    profile.ok(&["undo"]);
    profile.refuses(&[
        (&["filters", "add", "FREE", "today"], 2, "already"),
        (&["filters", "add", "Bad", "today &"], 2, "missing after"),
        (&["filters", "add", "Bad"], 2, "required"),
        (&["filters", "edit", "free"], 2, "required"),
        (&["filters", "edit", "free", "--query", "("], 2, ""),
        (
            &["filters", "edit", "job", "--query", "p1"],
            3,
            "The filters are Free",
        ),
        (&["filters", "rm", "job"], 3, "There is no saved filter"),
    ]);
}

#[test]
fn tags_are_told_and_changed() {
    let profile = Profile::new();
    assert!(profile.ok(&["tags"]).contains("No open task has a tag"));
    assert_eq!(profile.json(&["tags"]), json!([]));
    profile.ok(&["add", "Call home @phone @family"]);
    profile.ok(&["add", "Call work @phone"]);
    profile.ok(&["filters", "add", "Calls", "@phone & !p1"]);
    assert_eq!(profile.ok(&["tags"]), "@family       1\n@phone        2\n");
    assert_eq!(
        profile.json(&["tags"]),
        json!([{"name": "family", "open": 1}, {"name": "phone", "open": 2}])
    );

    let renamed = profile.json(&["tags", "rename", "@Phone", "To call"]);
    assert_eq!(
        (&renamed["tag"], &renamed["name"], &renamed["tasks"]),
        (&json!("phone"), &json!("to-call"), &json!(2))
    );
    assert!(renamed["group"].is_string());
    assert_eq!(profile.titles(&["@to-call"]), ["Call home", "Call work"]);
    assert_eq!(
        profile.titles(&["--saved", "calls"]),
        ["Call home", "Call work"]
    );
    assert_eq!(
        profile.ok(&["tags", "rm", "family"]),
        "Deleted  @family  1 task\n"
    );
    assert_eq!(profile.titles(&["@family"]), Vec::<String>::new());
    profile.ok(&["undo"]);
    profile.ok(&["undo"]);
    assert_eq!(profile.ok(&["tags"]), "@family       1\n@phone        2\n");
    assert_eq!(profile.ok(&["filters"]), "Calls  @phone & !p1\n");
    assert_eq!(
        profile.ok(&["tags", "rename", "phone", "family"]),
        "Renamed  @family  2 tasks\n"
    );
    assert_eq!(profile.ok(&["tags"]), "@family       2\n");
}

#[test]
fn wrong_tags_are_told() {
    let profile = Profile::new();
    profile.ok(&["add", "Call home @phone"]);
    profile.refuses(&[
        (
            &["tags", "rename", "mail", "post"],
            3,
            "No task has the tag @mail",
        ),
        (&["tags", "delete", "mail"], 3, "No task has the tag @mail"),
        (&["tags", "rename", "phone", "@PHONE"], 2, "already"),
        (&["tags", "rename", "phone", " "], 2, "A tag needs a name"),
        (&["tags", "rename", "phone"], 2, "required"),
        (&["tags", "delete"], 2, "required"),
        (&["tags", "paint"], 2, "unrecognized"),
    ]);
}
