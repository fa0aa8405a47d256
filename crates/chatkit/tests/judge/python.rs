//! The reference implementation in a process of its own.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use calm_orbit_chatkit::Reply;
use futures::StreamExt;
use serde_json::{Value, json};

use crate::common::Chat;

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

/// The running judge.
pub(crate) struct Judge {
    process: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    pub(crate) judged: usize,
}

impl Judge {
    pub(crate) fn call() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/judge/judge.py");
        let mut process = Command::new(python())
            .arg(script)
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
            judged: 0,
        }
    }

    fn ask(&mut self, question: &Value) -> Value {
        writeln!(self.questions.as_mut().unwrap(), "{question}").unwrap();
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|_| panic!("the judge died of {question}"))
    }

    /// What is wrong with the bytes, if anything.
    pub(crate) fn objection(&mut self, kind: &str, bytes: &[u8]) -> Option<String> {
        let text = std::str::from_utf8(bytes).unwrap();
        self.judged += 1;
        let answer = self.ask(&json!({"check": kind, "json": text}));
        Some(format!("{}\n{text}", answer.get("error")?.as_str()?))
    }

    pub(crate) fn approve(&mut self, kind: &str, bytes: &[u8]) {
        if let Some(objection) = self.objection(kind, bytes) {
            panic!("{kind}: {objection}");
        }
    }

    /// The body of a request, as the Python type writes it.
    pub(crate) fn build(&mut self, request: &str, params: Value) -> Vec<u8> {
        let answer = self.ask(&json!({"build": request, "with": {"params": params}}));
        answer["json"].as_str().unwrap().as_bytes().to_vec()
    }

    /// Sends a request built by Python; approves of the reply. Gives back the documents.
    pub(crate) async fn talk(
        &mut self,
        chat: &Chat,
        request: &str,
        kind: &str,
        params: Value,
    ) -> Vec<Value> {
        let body = self.build(request, params);
        let documents = match chat.server.handle(&body).await.unwrap() {
            Reply::Json(bytes) => vec![bytes],
            Reply::Stream(events) => {
                let frames: Vec<_> = events.into_sse().collect().await;
                let json = frames.iter().map(|frame| {
                    let json = frame.strip_prefix(b"data: ").unwrap();
                    json.strip_suffix(b"\n\n").unwrap().to_vec()
                });
                json.collect()
            }
        };
        for bytes in &documents {
            if kind == "nothing" {
                assert_eq!(bytes, b"{}");
            } else {
                self.approve(kind, bytes);
            }
        }
        documents
            .iter()
            .map(|bytes| serde_json::from_slice(bytes).unwrap())
            .collect()
    }

    pub(crate) fn dismiss(mut self) {
        drop(self.questions.take());
        assert!(self.process.wait().unwrap().success());
    }
}

/// The Python class of a request, and what answers it.
pub(crate) fn type_of(request: &str) -> (&'static str, &'static str) {
    match request {
        "threads.create" => ("ThreadsCreateReq", "event"),
        "threads.add_user_message" => ("ThreadsAddUserMessageReq", "event"),
        "threads.add_client_tool_output" => ("ThreadsAddClientToolOutputReq", "event"),
        "threads.add_structured_input" => ("ThreadsAddStructuredInputReq", "event"),
        "threads.custom_action" => ("ThreadsCustomActionReq", "event"),
        "threads.retry_after_item" => ("ThreadsRetryAfterItemReq", "event"),
        "threads.sync_custom_action" => ("ThreadsSyncCustomActionReq", "change"),
        "threads.get_by_id" => ("ThreadsGetByIdReq", "thread"),
        "threads.list" => ("ThreadsListReq", "threads"),
        "threads.update" => ("ThreadsUpdateReq", "thread"),
        "threads.delete" => ("ThreadsDeleteReq", "nothing"),
        "items.list" => ("ItemsListReq", "items"),
        "items.feedback" => ("ItemsFeedbackReq", "nothing"),
        "attachments.create" => ("AttachmentsCreateReq", "attachment"),
        "attachments.delete" => ("AttachmentsDeleteReq", "nothing"),
        "input.transcribe" => ("InputTranscribeReq", "transcription"),
        other => panic!("no such request: {other}"),
    }
}
