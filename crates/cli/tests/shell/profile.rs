//! A profile in a folder of its own, and the command on it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

pub(crate) struct Profile {
    folder: tempfile::TempDir,
}

impl Profile {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub(crate) fn data_dir(&self) -> PathBuf {
        self.folder.path().join("profile")
    }

    /// A path outside the profile.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        command(&self.data_dir(), arguments)
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// The command with something on its standard input.
    pub(crate) fn fed(&self, arguments: &[&str], input: &[u8]) -> Output {
        fed(self.command(arguments), input)
    }

    pub(crate) fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            stderr(&output)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.ok(&[arguments, &["--json"]].concat())).unwrap()
    }

    /// Exit code and message of a failure.
    pub(crate) fn fails(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.run(arguments);
        assert!(!output.status.success(), "{arguments:?} did not fail");
        assert!(
            output.stdout.is_empty(),
            "{arguments:?} printed to standard output"
        );
        (output.status.code().unwrap(), stderr(&output))
    }

    /// The titles of what `list` with these arguments shows.
    pub(crate) fn titles(&self, arguments: &[&str]) -> Vec<String> {
        let listed = self.json(&[&["list"], arguments].concat());
        let listed = listed.as_array().unwrap().iter();
        listed
            .map(|task| task["title"].as_str().unwrap().to_owned())
            .collect()
    }

    /// Everything that can be seen: a wrong command must leave it as it is.
    pub(crate) fn all(&self) -> Vec<Value> {
        [
            &["list", "all | trash"][..],
            &["lists"],
            &["filters"],
            &["log", "--limit", "500"],
        ]
        .map(|arguments| self.json(arguments))
        .into()
    }

    /// Checks that each of these fails with its exit code and a message that has these words, and
    /// changes nothing.
    pub(crate) fn refuses(&self, cases: &[(&[&str], i32, &str)]) {
        let before = self.all();
        for (arguments, code, part) in cases {
            let (found, message) = self.fails(arguments);
            assert_eq!(found, *code, "{arguments:?}: {message}");
            assert!(message.contains(part), "{arguments:?}: {message}");
        }
        assert_eq!(self.all(), before);
    }
}

pub(crate) fn command(data_dir: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_calm-orbit"));
    for variable in [
        "CALM_ORBIT_DATA_DIR",
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
    ] {
        command.env_remove(variable);
    }
    command.arg("--data-dir").arg(data_dir).args(arguments);
    command
}

pub(crate) fn fed(mut command: Command, input: &[u8]) -> Output {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // One that fails at once may be gone before it read anything.
    drop(child.stdin.take().unwrap().write_all(input));
    child.wait_with_output().unwrap()
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}
