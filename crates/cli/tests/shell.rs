//! The command as a person and a script use it.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

struct Profile {
    folder: tempfile::TempDir,
}

impl Profile {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn data_dir(&self) -> PathBuf {
        self.folder.path().join("profile")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        run(&self.data_dir(), arguments)
    }

    fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            stderr(&output)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.ok(&[arguments, &["--json"]].concat())).unwrap()
    }

    /// Exit code and message of a failure.
    fn fails(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.run(arguments);
        assert!(!output.status.success(), "{arguments:?} did not fail");
        assert!(
            output.stdout.is_empty(),
            "{arguments:?} printed to standard output"
        );
        (output.status.code().unwrap(), stderr(&output))
    }
}

fn run(data_dir: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_calm-orbit"))
        .env_remove("CALM_ORBIT_DATA_DIR")
        .arg("--data-dir")
        .arg(data_dir)
        .args(arguments)
        .output()
        .unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

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
    assert_eq!(added["tags"], serde_json::json!(["money"]));
    let listed = profile.json(&["list", "--list", "home"]);
    assert_eq!(listed, serde_json::json!([added]));
    assert!(profile.ok(&["list"]).contains("[ ] Pay rent  (p1, "));
    let short = added["short_id"].as_str().unwrap();
    assert!(profile.ok(&["done", short]).starts_with("Completed  "));
    assert_eq!(profile.ok(&["list"]), "No tasks.\n");
    assert_eq!(profile.json(&["list", "completed"])[0]["id"], added["id"]);
    assert_eq!(profile.ok(&["undo"]), "Took back: completed “Pay rent”.\n");
    assert_eq!(profile.json(&["list"])[0]["id"], added["id"]);
}

#[test]
fn a_date_at_the_end_of_the_line_is_the_due_date() {
    let profile = Profile::new();
    let added = profile.json(&["add", "Buy groceries 2030-01-02"]);
    assert_eq!(
        (added["title"].as_str(), added["due"].as_str()),
        (Some("Buy groceries"), Some("2030-01-02"))
    );
    let literal = profile.json(&["add", "\"Buy groceries 2030-01-02\""]);
    assert_eq!(
        (literal["title"].as_str(), literal["due"].as_str()),
        (Some("Buy groceries 2030-01-02"), None)
    );
}

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
fn a_copy_of_the_file_has_everything() {
    let profile = Profile::new();
    profile.ok(&["add", "Buy milk"]);
    let copy = Profile::new();
    std::fs::create_dir(copy.data_dir()).unwrap();
    let file = "calm-orbit.db";
    std::fs::copy(profile.data_dir().join(file), copy.data_dir().join(file)).unwrap();
    assert!(copy.ok(&["list"]).contains("Buy milk"));
}

#[test]
fn bad_input_is_told_and_changes_nothing() {
    let profile = Profile::new();
    profile.ok(&["add", "Buy milk"]);
    let before = profile.ok(&["list", "--json"]);
    let long = "x".repeat(100_000);
    let cases: [(&[&str], i32, &str); 8] = [
        (&["add", " "], 2, "needs a title"),
        (
            &["add", &long],
            2,
            "1000 characters at most; this one has 100000",
        ),
        (&["add", "x", "--due", "2026-02-30"], 2, "is not a date"),
        (&["add", "x", "--due", "someday"], 2, "is not a date"),
        (&["done", "deadbeef"], 3, "No open task"),
        (&["done", ""], 3, "No open task"),
        (&["list", "--list", "Work"], 3, "There are no lists yet"),
        (&["list", "nowhere"], 2, "possible values"),
    ];
    for (arguments, code, part) in cases {
        let (found, message) = profile.fails(arguments);
        assert_eq!(found, code, "{message}");
        assert!(message.contains(part), "{message}");
    }
    assert_eq!(profile.ok(&["list", "--json"]), before);
    let (code, message) = profile.fails(&["done", "unicorn", "--json"]);
    let failure: Value = serde_json::from_str(&message).unwrap();
    assert_eq!((code, failure["code"].as_str()), (3, Some("not_found")));
}

#[test]
fn nothing_to_take_back_is_told() {
    let (code, message) = Profile::new().fails(&["undo"]);
    assert_eq!(
        (code, message.as_str()),
        (5, "calm-orbit: There is nothing left to take back.\n")
    );
}

#[test]
fn a_folder_that_cannot_be_used_is_told() {
    let profile = Profile::new();
    std::fs::write(profile.data_dir(), "a file").unwrap();
    let (code, message) = profile.fails(&["add", "x"]);
    assert_eq!(code, 6);
    assert!(message.contains("profile cannot be used"), "{message}");
    assert_eq!(
        std::fs::read_to_string(profile.data_dir()).unwrap(),
        "a file"
    );
}

/// Root may write anywhere, so there the file system itself must refuse: `/proc` does.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let output = run(Path::new("/proc/calm-orbit"), &["add", "x"]);
    assert_eq!(output.status.code(), Some(6));
    assert!(
        stderr(&output).contains("/proc/calm-orbit cannot be used"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn help_teaches_by_example() {
    let profile = Profile::new();
    let help = profile.ok(&["--help"]);
    for part in [
        "calm-orbit add Buy groceries tomorrow",
        "calm-orbit mcp",
        "--data-dir",
        "Ends with 0",
    ] {
        assert!(help.contains(part), "{part} is missing");
    }
}

#[test]
fn the_environment_names_a_profile_too() {
    let profile = Profile::new();
    profile.ok(&["add", "Buy milk"]);
    let output = Command::new(env!("CARGO_BIN_EXE_calm-orbit"))
        .env("CALM_ORBIT_DATA_DIR", profile.data_dir())
        .arg("list")
        .output()
        .unwrap();
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .contains("Buy milk")
    );
}
