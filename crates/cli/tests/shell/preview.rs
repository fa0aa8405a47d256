//! `add --dry-run`.

use std::path::Path;

use serde_json::{Value, json};

use crate::profile::{Profile, command, fed, stderr, stdout};

/// A folder that can't be made: the database must not be needed.
const NOWHERE: &str = "/proc/calm-orbit/nowhere";

fn dry(arguments: &[&str]) -> Value {
    let all = [&["add", "--dry-run", "--json"], arguments].concat();
    let output = command(Path::new(NOWHERE), &all).output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn everything_that_is_understood_is_told() {
    let line = "Pay rent every month on the 1st 9am #Home @money p1 for 20min {31 Jan} // savings";
    let told = dry(&["--now", "2026-08-05T09:00[Europe/Berlin]", line]);
    for (field, value) in [
        ("title", json!("Pay rent")),
        ("notes", json!("savings")),
        ("list", json!("Home")),
        ("tags", json!(["money"])),
        ("priority", json!("p1")),
        ("due", json!("2026-09-01T09:00")),
        ("deadline", json!("2027-01-31")),
        ("duration", json!(20)),
        ("recurrence", json!("FREQ=MONTHLY;BYMONTHDAY=1")),
        ("recurrence_description", json!("every month on the 1st")),
        ("start", Value::Null),
        ("reminders", json!([])),
    ] {
        assert_eq!(told[field], value, "{field}");
    }
    let spans = told["spans"].as_array().unwrap();
    let kinds: Vec<&str> = spans
        .iter()
        .map(|span| span["kind"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        [
            "recurrence",
            "list",
            "tag",
            "priority",
            "duration",
            "deadline",
            "notes"
        ]
    );
    let units: Vec<u16> = line.encode_utf16().collect();
    for span in spans {
        let at = |name: &str| usize::try_from(span[name].as_u64().unwrap()).unwrap();
        let text = String::from_utf16(&units[at("start")..at("end")]).unwrap();
        assert_eq!(span["text"], text);
        assert!(["certain", "likely"].contains(&span["confidence"].as_str().unwrap()));
        assert!(span.get("value").is_some());
    }
    assert_eq!(spans[1]["value"], "Home");
    assert_eq!(spans[4]["value"], 20);
}

#[test]
fn ranges_are_in_utf_16() {
    let told = dry(&[
        "🎂 cake tomorrow",
        "--now",
        "2026-08-05T09:00[Europe/Berlin]",
    ]);
    assert_eq!(told["title"], "🎂 cake");
    assert_eq!(told["due"], "2026-08-06");
    assert_eq!(
        (
            told["spans"][0]["start"].clone(),
            told["spans"][0]["end"].clone()
        ),
        (json!(8), json!(16))
    );
}

#[test]
fn options_count_too() {
    let told = dry(&[
        "x tomorrow",
        "--due",
        "2030-01-02",
        "--start",
        "someday",
        "--remind",
        "1h",
    ]);
    assert_eq!(told["title"], "x tomorrow");
    assert_eq!(told["due"], "2030-01-02");
    assert_eq!(told["start"], "someday");
    assert_eq!(told["reminders"], json!(["-60"]));
}

#[test]
fn lines_are_told_one_by_one() {
    let arguments = ["add", "--dry-run", "--json"];
    let output = fed(
        command(Path::new(NOWHERE), &arguments),
        b"one p1\n\ntwo @x\n",
    );
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told[0]["priority"], "p1");
    assert_eq!(told[1]["tags"], json!(["x"]));
}

#[test]
fn people_read_it_in_words() {
    let profile = Profile::new();
    let told = profile.ok(&[
        "add",
        "--dry-run",
        "--now",
        "2026-08-05T09:00[Europe/Berlin]",
        "Gym every monday 7am",
    ]);
    for part in ["Gym\n", "Mon 10 Aug 07:00", "every Monday"] {
        assert!(told.contains(part), "{told}");
    }
    assert!(!profile.data_dir().exists(), "a dry run made a profile");
}

#[test]
fn what_could_not_be_added_is_refused() {
    for (arguments, part) in [
        (&["add", "--dry-run", ""][..], "needs a title"),
        (
            &["add", "--dry-run", "x", "--now", "noon"],
            "a time with its zone",
        ),
        (
            &["add", "--dry-run", "x", "--parent", "y"],
            "cannot be used with",
        ),
    ] {
        let output = command(Path::new(NOWHERE), arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", stdout(&output));
        assert!(stderr(&output).contains(part), "{}", stderr(&output));
    }
}
