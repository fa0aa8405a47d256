//! The reference implementation, openai-chatkit for Python, in a process of its own.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::Value;

const PACKAGE: &str = "openai-chatkit==1.6.5";

/// A Python in which the package is installed; made once per target directory.
fn python() -> PathBuf {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("python-chatkit");
    fs::create_dir_all(&home).unwrap();
    // Test processes that come at the same time wait here for the first one.
    let lock = File::create(home.join("lock")).unwrap();
    lock.lock().unwrap();
    let venv = home.join("venv");
    let python = venv.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    let finished = home.join("installed");
    if fs::read_to_string(&finished).is_ok_and(|installed| installed == PACKAGE) {
        return python;
    }
    let system = std::env::var("PYTHON").unwrap_or_else(|_| "python3".into());
    run(Command::new(system)
        .args(["-m", "venv", "--clear"])
        .arg(&venv));
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", PACKAGE]));
    fs::write(finished, PACKAGE).unwrap();
    python
}

fn run(command: &mut Command) {
    let status = command
        .status()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}: {status}");
}

/// A running script of `tests/`, which answers lines of JSON with lines of JSON.
pub(crate) struct Script {
    process: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Script {
    pub(crate) fn run(name: &str) -> Self {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let mut process = Command::new(python())
            .arg(tests.join(name))
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let questions = process.stdin.take();
        let answers = BufReader::new(process.stdout.take().unwrap());
        Self {
            process,
            questions,
            answers,
        }
    }

    pub(crate) fn ask(&mut self, question: &Value) -> Value {
        writeln!(self.questions.as_mut().unwrap(), "{question}").unwrap();
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|_| panic!("the script died of {question}"))
    }

    pub(crate) fn end(mut self) {
        drop(self.questions.take());
        assert!(self.process.wait().unwrap().success());
    }
}
