//! `calm-orbit serve` as a process.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

struct Served {
    process: Child,
    stdout: BufReader<ChildStdout>,
}

fn command(profile: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_calm-orbit"));
    command.env_remove("CALM_ORBIT_DATA_DIR");
    command.arg("--data-dir").arg(profile).args(arguments);
    command
}

impl Served {
    fn start(profile: &Path, arguments: &[&str]) -> Self {
        let mut process = command(profile, arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let stdout = BufReader::new(process.stdout.take().unwrap());
        Self { process, stdout }
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.stdout.read_line(&mut line).unwrap();
        line
    }

    fn json(&mut self) -> Value {
        serde_json::from_str(&self.line()).unwrap()
    }

    /// Ends it by a signal; its exit code.
    fn end(mut self, signal: &str) -> Option<i32> {
        let id = self.process.id().to_string();
        assert!(
            Command::new("kill")
                .args([signal, &id])
                .status()
                .unwrap()
                .success()
        );
        self.process.wait().unwrap().code()
    }
}

/// The status and the body of the answer to a ChatKit request.
fn ask(address: &str, ticket: &str, request: &Value) -> (String, String) {
    let host = address
        .strip_prefix("http://")
        .unwrap()
        .split('/')
        .next()
        .unwrap();
    let body = request.to_string();
    let mut tcp = TcpStream::connect(host).unwrap();
    write!(
        tcp,
        "POST /chatkit HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {ticket}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    tcp.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().to_owned(), body.to_owned())
}

fn message(text: &str) -> Value {
    json!({"type": "threads.create", "params": {"input": {
        "content": [{"type": "input_text", "text": text}],
        "attachments": [],
        "inference_options": {},
    }}})
}

#[test]
fn the_chat_is_served_and_ends_in_good_order() {
    let folder = tempfile::tempdir().unwrap();
    let mut served = Served::start(folder.path(), &["serve", "--json"]);
    let said = served.json();
    assert_eq!(said["pid"], served.process.id());
    assert_eq!(said["profile"], folder.path().to_str().unwrap());
    let (address, ticket) = (
        said["chatkit"].as_str().unwrap(),
        said["ticket"].as_str().unwrap(),
    );
    let port = address
        .strip_prefix("http://127.0.0.1:")
        .unwrap()
        .strip_suffix("/chatkit")
        .unwrap();
    assert_eq!(said["origin"], format!("http://localhost:{port}"));
    let (status, answer) = ask(address, ticket, &message("add Buy milk"));
    assert_eq!(status, "200");
    assert!(answer.contains("data: {"), "{answer}");
    assert_eq!(
        ask(address, &"0".repeat(64), &message("add Buy bread")).0,
        "401"
    );
    let listed = command(folder.path(), &["list", "--json"])
        .output()
        .unwrap();
    let listed: Value = serde_json::from_slice(&listed.stdout).unwrap();
    let titles: Vec<_> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|task| &task["title"])
        .collect();
    assert_eq!(titles, ["Buy milk"]);
    assert_eq!(served.end("-TERM"), Some(0));
    assert!(TcpStream::connect(format!("127.0.0.1:{port}")).is_err());
    // The last to leave a profile leaves it in one file.
    assert!(!folder.path().join("calm-orbit.db-wal").exists());
    // Its port stays the same.
    let mut again = Served::start(folder.path(), &["serve", "--json"]);
    let said = again.json();
    assert_eq!(said["chatkit"], address);
    assert_ne!(said["ticket"], ticket);
    assert_eq!(again.end("-INT"), Some(0));
}

#[test]
fn a_person_reads_where_the_chat_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut served = Served::start(folder.path(), &["serve"]);
    assert!(served.line().starts_with("Serving "));
    assert!(served.line().starts_with("ChatKit  http://127.0.0.1:"));
    assert!(served.line().starts_with("Ticket   "));
    assert_eq!(served.end("-INT"), Some(0));
}

#[test]
fn one_waits_for_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = Served::start(folder.path(), &["serve", "--json"]);
    let before = first.json();
    let wait = || {
        let mut second = Served::start(folder.path(), &["serve", "--json"]);
        let mut stderr = BufReader::new(second.process.stderr.take().unwrap());
        let mut note = String::new();
        stderr.read_line(&mut note).unwrap();
        assert!(note.contains("another process is the host"), "{note}");
        second
    };
    // Who waits can be ended.
    assert_eq!(wait().end("-TERM"), Some(0));
    let mut second = wait();
    assert_eq!(first.end("-TERM"), Some(0));
    assert_eq!(second.json()["chatkit"], before["chatkit"]);
    assert_eq!(second.end("-TERM"), Some(0));
}

#[test]
fn a_profile_that_cannot_be_opened_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let profile = folder.path().join("profile");
    std::fs::write(&profile, "a file").unwrap();
    let output = command(&profile, &["serve"]).output().unwrap();
    assert_eq!(output.status.code(), Some(6));
    assert!(output.stdout.is_empty());
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("cannot be used"), "{message}");
}
