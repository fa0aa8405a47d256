//! `backup`, `backups`, `restore-backup`, `check`, and folders that can't be used.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::profile::{Profile, command, stderr};

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
fn a_backup_brings_the_tasks_back() {
    let profile = Profile::new();
    assert!(profile.ok(&["backups"]).contains("No backups yet"));
    profile.ok(&["add", "Buy milk"]);
    let made = profile.json(&["backup"]);
    let path = made["path"].as_str().unwrap();
    assert!(Path::new(path).starts_with(profile.data_dir().join("backups")));
    assert_eq!(profile.json(&["backups"])[0]["path"], path);
    assert!(profile.ok(&["backups"]).contains(path));
    profile.ok(&["edit", "milk", "--title", "Buy bread"]);
    profile.ok(&["add", "Later"]);
    let (code, message) = profile.fails(&["restore-backup", path]);
    assert_eq!(code, 2, "nobody was asked");
    assert!(message.contains("--yes"), "{message}");
    assert_eq!(profile.titles(&["inbox"]), ["Buy bread", "Later"]);
    let restored = profile.json(&["restore-backup", "--yes", path]);
    assert_eq!(restored["changed"], 2);
    assert!(Path::new(restored["before"].as_str().unwrap()).exists());
    assert_eq!(profile.titles(&["inbox"]), ["Buy milk"]);
    profile.ok(&["undo"]);
    assert_eq!(profile.titles(&["inbox"]), ["Buy bread", "Later"]);
}

#[test]
fn a_backup_goes_where_it_is_told() {
    let profile = Profile::new();
    profile.ok(&["add", "Buy milk"]);
    let file = profile.beside("copy.db");
    let name = file.to_str().unwrap();
    assert!(profile.ok(&["backup", name]).contains(name));
    let wrong = profile.beside("wrong.db");
    std::fs::write(&wrong, "not a database").unwrap();
    let before = std::fs::read(&file).unwrap();
    let absent = profile.beside("absent/copy.db");
    let absent = absent.to_str().unwrap();
    let restore = |name| ["restore-backup", "--yes", name];
    profile.refuses(&[
        (&["backup", name], 6, "exists already"),
        (&["backup", absent], 6, ""),
        (&restore(absent), 3, "There is no file"),
        (&restore(wrong.to_str().unwrap()), 6, ""),
    ]);
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn a_damaged_database_is_told_and_replaced() {
    let profile = Profile::new();
    profile.ok(&["add", "Buy milk"]);
    assert!(profile.ok(&["check"]).starts_with("All is well. Tasks: 1,"));
    assert_eq!(profile.json(&["check"])["problems"], json!([]));
    assert!(
        profile
            .ok(&["check", "--repair"])
            .starts_with("All is well.")
    );
    let made = profile.json(&["backup"]);
    let path = made["path"].as_str().unwrap();
    let file = profile.data_dir().join("calm-orbit.db");
    std::fs::write(&file, vec![0x55; 100_000]).unwrap();
    for arguments in [
        &["list"][..],
        &["check"],
        &["add", "x"],
        &["undo"],
        &["backup"],
    ] {
        assert_eq!(profile.fails(arguments).0, 6, "{arguments:?}");
    }
    assert_eq!(profile.fails(&["restore-backup", path]).0, 2);
    assert_eq!(profile.json(&["backups"])[0]["path"], path);
    let answer = profile.json(&["restore-backup", path, "--yes"]);
    assert_eq!(answer["group"], Value::Null);
    let aside = answer["before"].as_str().unwrap();
    assert_eq!(std::fs::read(aside).unwrap(), vec![0x55; 100_000]);
    assert_eq!(profile.titles(&[]), ["Buy milk"]);
    assert!(profile.ok(&["check"]).starts_with("All is well."));
}

#[test]
fn pages_that_are_damaged_are_found() {
    let profile = Profile::new();
    let lines: String = (0..500).map(|n| format!("Task {n}\n")).collect();
    profile.fed(&["add"], lines.as_bytes());
    let file = profile.data_dir().join("calm-orbit.db");
    let mut bytes = std::fs::read(&file).unwrap();
    // The first pages stay: the file opens, and is not whole.
    let from = bytes.len() / 2;
    bytes[from..].fill(0x55);
    std::fs::write(&file, bytes).unwrap();
    let output = profile.run(&["check", "--json"]);
    assert_eq!(output.status.code(), Some(6));
    let failure: Value = serde_json::from_str(&stderr(&output)).unwrap();
    assert_eq!(failure["code"], "damaged_database");
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
    let output = command(Path::new("/proc/calm-orbit"), &["add", "x"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(6));
    assert!(
        stderr(&output).contains("/proc/calm-orbit cannot be used"),
        "{}",
        stderr(&output)
    );
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
