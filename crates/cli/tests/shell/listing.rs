//! `list`, `search`, `show`.

use serde_json::{Value, json};

use crate::profile::Profile;

#[test]
fn views_show_what_they_are_named_for() {
    let profile = Profile::new();
    profile.ok(&["add", "late", "--due", "2020-01-02"]);
    profile.ok(&["add", "now", "--due", "today", "--list", "Home"]);
    profile.ok(&["add", "then", "--due", "2999-01-02", "--tag", "x"]);
    profile.ok(&["add", "perhaps", "--start", "someday"]);
    profile.ok(&["add", "over"]);
    profile.ok(&["add", "away"]);
    profile.ok(&["done", "over"]);
    profile.ok(&["rm", "away"]);
    for (arguments, titles) in [
        (&[][..], &["late", "now", "then", "perhaps"][..]),
        (&["open"], &["late", "now", "then", "perhaps"]),
        (&["inbox"], &["late", "then"]),
        (&["today"], &["late", "now"]),
        (&["Upcoming"], &["then"]),
        (&["overdue"], &["late"]),
        (&["someday"], &["perhaps"]),
        (&["completed"], &["over"]),
        (&["trash"], &["away"]),
        (&["--list", "home"], &["now"]),
        (&["--list", "inbox"], &["late", "then"]),
        (&["--tag", "@x"], &["then"]),
        (&["--filter", "today | @x"], &["now", "then"]),
        (&["today | @x"], &["now", "then"]),
        (&["no", "date"], &["perhaps"]),
        (&["--search", "the"], &["then"]),
        (&["--search", "e", "--filter", "done"], &[]),
    ] {
        assert_eq!(profile.titles(arguments), titles, "{arguments:?}");
    }
    assert_eq!(profile.ok(&["ls", "@nobody"]), "No tasks.\n");
    assert_eq!(profile.ok(&["list", "@nobody", "--json"]), "[]\n");
}

#[test]
fn more_than_a_page_is_listed() {
    let profile = Profile::new();
    let lines: String = (0..1_050).map(|n| format!("Task {n}\n")).collect();
    profile.fed(&["add"], lines.as_bytes());
    assert_eq!(profile.titles(&[]).len(), 1_050);
    assert_eq!(profile.titles(&["--limit", "700"]).len(), 700);
    let all = profile.ok(&["list", "inbox", "--all"]);
    let numbers = all.lines().map(|line| line.rsplit(' ').next().unwrap());
    assert!(numbers.eq((0..1_050).map(|n| n.to_string())));
    let some = profile.ok(&["list"]);
    assert_eq!(some.lines().count(), 101);
    assert!(some.ends_with("There are more than 100; --all shows them all.\n"));
    assert_eq!(
        profile.ok(&["list", "--limit", "1050"]).lines().count(),
        1_050
    );
}

#[test]
fn subtasks_stand_below_their_parents() {
    let profile = Profile::new();
    for (title, parent) in [
        ("a", None),
        ("b", Some("a")),
        ("c", Some("b")),
        ("d", Some("a")),
    ] {
        let mut arguments = vec!["add", title];
        arguments.extend(parent.map(|parent| ["--parent", parent]).iter().flatten());
        profile.ok(&arguments);
    }
    profile.ok(&["add", "e"]);
    let indented: Vec<String> = profile
        .ok(&["list", "inbox"])
        .lines()
        .map(|line| line.split_once("[ ] ").unwrap().1.to_owned())
        .collect();
    assert_eq!(indented, ["a", "  b", "    c", "  d", "e"]);
}

#[test]
fn wrong_questions_are_told() {
    let profile = Profile::new();
    profile.ok(&["add", "Buy milk"]);
    profile.refuses(&[
        (&["list", "--list", "Work"], 3, "There are no lists yet"),
        (&["list", "--saved", "Week"], 3, "There is no saved filter"),
        (&["list", "nowhere"], 2, "“nowhere” is not understood"),
        (&["list", "--filter", "today &"], 2, "missing after"),
        (&["list", "--tag", " "], 2, "A tag needs a name"),
        (&["list", "today", "--tag", "x"], 2, "cannot be used with"),
        (&["list", "--limit", "0"], 2, "not in"),
        (&["search", " "], 2, "which words"),
        (&["search"], 2, "required"),
        (&["search", "milk", "--limit", "501"], 2, "not in"),
        (&["show", "unicorn"], 3, "No task"),
        (&["show", "deadbeef"], 3, "No task"),
        (&["log", "--task", "unicorn"], 3, "No task"),
    ]);
}

#[test]
fn the_best_is_found_first() {
    let profile = Profile::new();
    profile.ok(&[
        "add",
        "Call Bob",
        "--notes",
        "about the milk, and more milk",
    ]);
    profile.ok(&["add", "Milk"]);
    profile.ok(&["add", "Buy bread"]);
    let found = profile.json(&["search", "mil"]);
    let titles: Vec<&Value> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|task| &task["title"])
        .collect();
    assert_eq!(titles, ["Milk", "Call Bob"]);
    assert!(
        profile
            .ok(&["search", "milk", "--limit", "1"])
            .contains("Milk")
    );
    assert_eq!(
        profile.json(&["search", "milk", "--filter", "done"]),
        json!([])
    );
}

#[test]
fn show_tells_all_there_is() {
    let profile = Profile::new();
    profile.ok(&[
        "add",
        "Pay rent every month on the 1st 9am #Home @money p1 for 90min // first",
        "--deadline",
        "2999-01-31",
    ]);
    profile.ok(&["add", "--parent", "rent", "Look up the sum"]);
    profile.ok(&["edit", "rent", "--remind", "1h", "--start", "2999-01-02"]);
    let page = profile.ok(&["show", "rent"]);
    for part in [
        "Pay rent\n",
        "Home",
        "09:00",
        "31 Jan 2999",
        "1 h 30 min",
        "every month on the 1st",
        "1 h before",
        "p1",
        "@money",
        "by you",
        "first",
        "[ ]   Look up the sum",
        "you edited “Pay rent”",
        "you added “Pay rent”",
        "start: Wed 2 Jan 2999",
    ] {
        assert!(page.contains(part), "{part} is missing: {page}");
    }
    let shown = profile.json(&["show", "rent"]);
    assert_eq!(shown["task"]["title"], "Pay rent");
    assert_eq!(shown["subtasks"][0]["title"], "Look up the sum");
    assert_eq!(shown["activity"][0]["deed"], "edited");
    assert!(
        profile
            .ok(&["show", "look up"])
            .contains("subtask of    Pay rent")
    );
}

#[test]
fn show_finds_what_is_over_and_away() {
    let profile = Profile::new();
    profile.ok(&["add", "Buy milk"]);
    profile.ok(&["done", "milk"]);
    assert!(
        profile
            .ok(&["show", "milk"])
            .contains("completed     today")
    );
    profile.ok(&["rm", "milk"]);
    assert!(
        profile
            .ok(&["show", "milk"])
            .contains("in the trash  today")
    );
}
