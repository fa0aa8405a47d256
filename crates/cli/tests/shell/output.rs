//! Help, JSON failures, colours, closed pipes, completions and the manual.

use std::process::Stdio;

use serde_json::Value;

use crate::profile::{Profile, fed, stderr, stdout};

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
    for command in [
        "add", "list", "edit", "move", "undo", "lists", "tags", "filters", "search", "serve",
    ] {
        let help = profile.ok(&["help", command]);
        assert!(help.contains("Examples:"), "{command}");
    }
}

#[test]
fn failures_are_json_where_answers_are() {
    let profile = Profile::new();
    for (arguments, code, word) in [
        (&["done", "unicorn", "--json"][..], 3, "not_found"),
        (&["--json", "undo"], 5, "nothing_to_undo"),
        (
            &["add", "x", "--due", "never", "--json"],
            2,
            "invalid_input",
        ),
        (&["paint", "--json"], 2, "invalid_input"),
    ] {
        let (found, message) = profile.fails(arguments);
        let failure: Value = serde_json::from_str(&message).unwrap();
        assert_eq!((found, failure["code"].as_str()), (code, Some(word)));
        assert!(!failure["message"].as_str().unwrap().is_empty());
    }
}

#[test]
fn colours_are_for_terminals_unless_forced() {
    let profile = Profile::new();
    profile.ok(&["add", "Buy milk p1 @shop"]);
    let coloured = |variables: &[(&str, &str)], arguments: &[&str]| {
        let mut command = profile.command(arguments);
        command.envs(variables.iter().copied());
        stdout(&command.output().unwrap()).contains('\u{1b}')
    };
    assert!(!coloured(&[], &["list"]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1")], &["list"]));
    assert!(!coloured(&[("NO_COLOR", "1")], &["list"]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1")], &["list", "--json"]));
}

#[test]
fn a_reader_that_has_gone_is_no_failure() {
    let profile = Profile::new();
    let lines: String = (0..3_000).map(|n| format!("Task {n}\n")).collect();
    profile.fed(&["add"], lines.as_bytes());
    for arguments in [
        &["list", "--all"][..],
        &["list", "--json"],
        &["log"],
        &["completions", "bash"],
    ] {
        let mut child = profile
            .command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{arguments:?}");
        assert_eq!(stderr(&output), "", "{arguments:?}");
    }
}

#[test]
fn every_shell_gets_completions() {
    let profile = Profile::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = profile.ok(&["completions", shell]);
        assert!(script.contains("calm-orbit"), "{shell}");
        assert!(script.contains("restore-backup"), "{shell}");
    }
    let (code, message) = profile.fails(&["completions", "cmd"]);
    assert_eq!(code, 2);
    assert!(message.contains("possible values"), "{message}");
    assert!(!profile.data_dir().exists(), "completions made a profile");
}

#[cfg(unix)]
#[test]
fn bash_understands_its_completions() {
    let script = Profile::new().ok(&["completions", "bash"]);
    let mut bash = std::process::Command::new("bash");
    bash.arg("-n");
    let output = fed(bash, script.as_bytes());
    assert!(output.status.success(), "{}", stderr(&output));
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let profile = Profile::new();
    let page = profile.ok(&["man"]);
    assert!(page.contains(".TH calm-orbit 1"), "{page}");
    let folder = profile.beside("man");
    profile.ok(&["man", "--out", folder.to_str().unwrap()]);
    for name in [
        "calm-orbit.1",
        "calm-orbit-add.1",
        "calm-orbit-lists-rename.1",
    ] {
        let page = std::fs::read_to_string(folder.join(name)).unwrap();
        assert!(page.contains(".SH NAME"), "{name}");
    }
    let file = profile.beside("file");
    std::fs::write(&file, "").unwrap();
    assert_eq!(
        profile.fails(&["man", "--out", file.to_str().unwrap()]).0,
        6
    );
}
