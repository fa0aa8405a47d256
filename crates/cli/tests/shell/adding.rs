//! `add`, from words, options and standard input.

use serde_json::{Value, json};

use crate::profile::{Profile, stderr, stdout};

#[test]
fn a_task_from_the_shell() {
    let profile = Profile::new();
    let added = profile.json(&[
        "add",
        "Pay",
        "rent",
        "--due",
        "2026-12-01T09:00",
        "--list",
        "Home",
        "--tag",
        "money",
        "--priority",
        "p1",
        "--notes",
        "from savings",
    ]);
    assert_eq!(added["title"], "Pay rent");
    assert_eq!(added["due"], "2026-12-01T09:00");
    assert_eq!(added["tags"], json!(["money"]));
    assert_eq!(profile.json(&["list", "--list", "home"]), json!([added]));
    assert!(profile.ok(&["list"]).contains("[ ] Pay rent  p1  "));
    let short = added["short_id"].as_str().unwrap();
    assert!(profile.ok(&["done", short]).starts_with("Completed  "));
    assert_eq!(profile.ok(&["list"]), "No tasks.\n");
    assert_eq!(profile.json(&["list", "completed"])[0]["id"], added["id"]);
    assert_eq!(profile.ok(&["undo"]), "Took back: completed “Pay rent”.\n");
    assert_eq!(profile.json(&["list"])[0]["id"], added["id"]);
}

#[test]
fn every_field_can_be_given() {
    let profile = Profile::new();
    let trip = profile.json(&["a", "Plan trip", "--list", "Travel"]);
    let added = profile.json(&[
        "add",
        "Book",
        "the hotel",
        "--parent",
        "plan trip",
        "--start",
        "2030-01-02",
        "--due",
        "2030-01-04T09:00[Asia/Tokyo]",
        "--deadline",
        "2030-02-01",
        "--duration",
        "1h30m",
        "--repeat",
        "every week",
        "--remind",
        "30min",
        "--remind",
        "2030-01-03T08:00",
        "--tag",
        "phone",
        "--tag",
        "Money",
        "--priority",
        "P2",
        "--notes",
        "two rooms",
    ]);
    for (field, value) in [
        ("title", json!("Book the hotel")),
        ("parent", trip["id"].clone()),
        ("list", trip["list"].clone()),
        ("start", json!("2030-01-02")),
        ("due", json!("2030-01-04T09:00[Asia/Tokyo]")),
        ("deadline", json!("2030-02-01")),
        ("duration", json!(90)),
        ("recurrence", json!("FREQ=WEEKLY")),
        ("tags", json!(["money", "phone"])),
        ("priority", json!("p2")),
        ("notes", json!("two rooms")),
    ] {
        assert_eq!(added[field], value, "{field}");
    }
    let reminders = added["reminders"].as_array().unwrap();
    assert!(
        reminders.contains(&json!("-30")) && reminders.contains(&json!("2030-01-03T08:00")),
        "{reminders:?}"
    );
}

#[test]
fn the_words_say_when() {
    let profile = Profile::new();
    let added = profile.json(&["add", "Buy groceries 2030-01-02 #Home @errand p2"]);
    assert_eq!(added["title"], "Buy groceries");
    assert_eq!(added["due"], "2030-01-02");
    assert_eq!(added["tags"], json!(["errand"]));
    assert_eq!(added["priority"], "p2");
    for literal in [
        &["add", "\"Buy groceries 2030-01-02\""][..],
        &["add", "--no-parse", "Buy groceries 2030-01-02"],
    ] {
        let added = profile.json(literal);
        assert_eq!(added["title"], "Buy groceries 2030-01-02");
        assert_eq!(added["due"], Value::Null);
    }
}

#[test]
fn what_an_option_says_is_not_taken_from_the_words() {
    let profile = Profile::new();
    let added = profile.json(&[
        "add",
        "Talk about today @work p1",
        "--due",
        "2030-01-02",
        "--priority",
        "p3",
    ]);
    assert_eq!(added["title"], "Talk about today p1");
    assert_eq!(added["due"], "2030-01-02");
    assert_eq!(added["priority"], "p3");
    assert_eq!(added["tags"], json!(["work"]));
}

#[test]
fn bad_input_adds_nothing() {
    let profile = Profile::new();
    profile.ok(&["add", "Buy milk"]);
    let long = "x".repeat(100_000);
    profile.refuses(&[
        (&["add", " "], 2, "needs a title"),
        (
            &["add", &long],
            2,
            "1000 characters at most; this one has 100000",
        ),
        (&["add", "x", "--due", "2026-02-30"], 2, "is not a date"),
        (&["add", "x", "--due", "someday"], 2, "is not a date"),
        (&["add", "x", "--start", "soon"], 2, "“soon”"),
        (&["add", "x", "--deadline", "soon"], 2, "“soon”"),
        (&["add", "x", "--duration", "long"], 2, "is not a duration"),
        (&["add", "x", "--duration", "99999999"], 2, "A duration is"),
        (&["add", "x", "--repeat", "often"], 2, "“often”"),
        (&["add", "x", "--remind", "30"], 2, "is not a reminder"),
        (&["add", "x", "--priority", "p5"], 2, "possible values"),
        (&["add", "x", "--tag", " "], 2, "A tag needs a name"),
        (&["add", "x", "--list", " "], 2, "A list needs a name"),
        (&["add", "x", "--parent", "nobody"], 3, "No open task"),
        (
            &["add", "x", "--parent", "milk", "--list", "Home"],
            2,
            "cannot be used with",
        ),
        (&["add", "x", "--now", "2026-11-22"], 2, "--now"),
    ]);
}

#[test]
fn a_thousand_lines_are_one_undo() {
    let profile = Profile::new();
    profile.ok(&["add", "Before"]);
    let mut input = String::from("\u{feff}Line 0 @first\r\n\n   \n");
    for number in 1..1_000 {
        input.push_str(&format!("Line {number} 2030-01-02\n"));
    }
    let output = profile.fed(&["add", "--list", "Import"], input.as_bytes());
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(
        stdout(&output),
        "Added 1000 tasks. calm-orbit undo takes them all back.\n"
    );
    let listed = profile.json(&["list", "--list", "import"]);
    let listed = listed.as_array().unwrap();
    assert_eq!(listed.len(), 1_000);
    assert_eq!(listed[0]["title"], "Line 0");
    assert_eq!(listed[0]["tags"], json!(["first"]));
    assert_eq!(listed[999]["title"], "Line 999");
    assert_eq!(listed[999]["due"], "2030-01-02");
    profile.ok(&["undo"]);
    assert_eq!(profile.titles(&[]), ["Before"]);
}

#[test]
fn a_dash_reads_lines_too() {
    let profile = Profile::new();
    let output = profile.fed(&["add", "-", "--json"], b"one\ntwo p1");
    let added: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(added[1]["priority"], "p1");
    assert_eq!(profile.titles(&["inbox"]), ["one", "two"]);
    let output = profile.fed(&["add"], b"\n\n");
    assert!(output.status.success() && stdout(&output).contains("Nothing to add"));
}

#[test]
fn one_wrong_line_adds_none() {
    let profile = Profile::new();
    let before = profile.all();
    let mut input = "fine\n".repeat(1_200);
    input.push_str(&"x".repeat(1_001));
    input.push_str("\nfine\n\u{200b}\n");
    let output = profile.fed(&["add"], input.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    let message = stderr(&output);
    for part in [
        "2 lines can't be added, so nothing was",
        "line 1201: A title may have",
        "line 1203: A task needs a title",
    ] {
        assert!(message.contains(part), "{message}");
    }
    let output = profile.fed(&["add"], b"fine\n\xff\xff\n");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("Line 2 is not UTF-8"));
    assert_eq!(profile.all(), before);
}

#[test]
fn a_line_that_only_the_store_refuses_adds_none() {
    let profile = Profile::new();
    let gone = profile.json(&["lists", "add", "Gone"]);
    profile.ok(&["lists", "rm", "gone"]);
    let before = profile.titles(&["all"]);
    // Lists may be named by their ids, and nothing is added to one in the trash.
    let id = gone["id"].as_str().unwrap();
    let input = format!("{}last #\"{id}\"\n", "fine\n".repeat(700));
    let output = profile.fed(&["add"], input.as_bytes());
    assert_eq!(output.status.code(), Some(2), "{}", stdout(&output));
    let message = stderr(&output);
    for part in ["lines 501 to 701", "nothing was", "is in the trash"] {
        assert!(message.contains(part), "{message}");
    }
    assert_eq!(profile.titles(&["all"]), before);
}
