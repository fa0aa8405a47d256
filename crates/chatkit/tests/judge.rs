//! Whole conversations, every byte of which the types of the reference implementation,
//! openai-chatkit for Python, read and write back unchanged; and requests that those types wrote.
//!
//! Needs Python 3.10 or later with `venv`, and the package index the first time; `PYTHON` names
//! another interpreter than `python3`.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking, their helpers too"
)]

mod common;

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use calm_orbit_chatkit::content::{
    AssistantContent, EntitySource, FileSource, OutputText, Source, SourceInfo, UrlSource,
};
use calm_orbit_chatkit::workflow::{
    StatusIndicator, Task, TaskKind, Workflow, WorkflowStyle, WorkflowSummary,
};
use calm_orbit_chatkit::{
    ErrorCode, Event, Item, ItemKind, ItemUpdate, NoticeLevel, Reply, Thread, ThreadId,
    ThreadStatus, ThreadView,
};
use common::{Chat, annotation, chat, message};
use futures::StreamExt;
use serde_json::{Map, Value, json};

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
struct Judge {
    process: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    judged: usize,
}

impl Judge {
    fn call() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/judge.py");
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
    fn objection(&mut self, kind: &str, bytes: &[u8]) -> Option<String> {
        let text = std::str::from_utf8(bytes).unwrap();
        self.judged += 1;
        let answer = self.ask(&json!({"check": kind, "json": text}));
        Some(format!("{}\n{text}", answer.get("error")?.as_str()?))
    }

    fn approve(&mut self, kind: &str, bytes: &[u8]) {
        if let Some(objection) = self.objection(kind, bytes) {
            panic!("{kind}: {objection}");
        }
    }

    /// The body of a request, as the Python type writes it.
    fn build(&mut self, request: &str, params: Value) -> Vec<u8> {
        let answer = self.ask(&json!({"build": request, "with": {"params": params}}));
        answer["json"].as_str().unwrap().as_bytes().to_vec()
    }

    /// Sends a request built by Python; approves of the reply. Gives back the documents.
    async fn talk(&mut self, chat: &Chat, request: &str, kind: &str, params: Value) -> Vec<Value> {
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

    fn dismiss(mut self) {
        drop(self.questions.take());
        assert!(self.process.wait().unwrap().success());
    }
}

fn to_bytes(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap()
}

#[tokio::test]
async fn python_understands_whole_conversations() {
    let mut judge = Judge::call();
    let chat = chat();
    let mut input = message("hello");
    input["inference_options"] = json!({"tool_choice": {"id": "t"}, "model": "m"});
    input["quoted_text"] = json!("quoted 👩‍👩‍👧‍👦 \u{2028}");
    let tag = json!({
        "type": "input_tag", "id": "1", "text": "", "data": {"k": [1, {"n": "x"}]}, "group": "g",
        "interactive": true,
    });
    input["content"].as_array_mut().unwrap().push(tag);

    let events = judge
        .talk(&chat, "ThreadsCreateReq", "event", json!({"input": input}))
        .await;
    assert_eq!(events.len(), 20);
    let thread = &events[0]["thread"]["id"];
    let asked = &events[1]["item"]["id"];
    assert_eq!(events[1]["item"]["content"], input["content"]);
    assert_eq!(
        events[1]["item"]["inference_options"],
        input["inference_options"]
    );

    for (text, last) in [
        ("anything", "thread.item.done"),
        ("boom", "error"),
        ("explain", "error"),
        ("take back", "thread.item.removed"),
    ] {
        let params = json!({"thread_id": thread, "input": message(text)});
        let events = judge
            .talk(&chat, "ThreadsAddUserMessageReq", "event", params)
            .await;
        assert_eq!(events.last().unwrap()["type"], last, "{text}");
    }

    let params = json!({"thread_id": thread});
    let whole = judge
        .talk(&chat, "ThreadsGetByIdReq", "thread", params.clone())
        .await;
    assert_eq!(whole[0]["items"]["data"][0]["id"], *asked);
    let list = judge
        .talk(&chat, "ThreadsListReq", "threads", json!({"limit": 9}))
        .await;
    assert_eq!(list[0]["data"][0]["title"], "Greeting");
    let mut paging = json!({"thread_id": thread, "limit": 3, "order": "asc"});
    let mut seen = 0;
    loop {
        let page = judge
            .talk(&chat, "ItemsListReq", "items", paging.clone())
            .await
            .remove(0);
        seen += page["data"].as_array().unwrap().len();
        if page["has_more"] == false {
            break;
        }
        paging["after"] = page["after"].clone();
    }
    assert_eq!(seen, whole[0]["items"]["data"].as_array().unwrap().len());

    let renaming = json!({"thread_id": thread, "title": "Renamed"});
    judge
        .talk(&chat, "ThreadsUpdateReq", "thread", renaming)
        .await;
    let feedback = json!({"thread_id": thread, "item_ids": [asked], "kind": "positive"});
    judge
        .talk(&chat, "ItemsFeedbackReq", "nothing", feedback)
        .await;
    let retrying = json!({"thread_id": thread, "item_id": asked});
    let events = judge
        .talk(&chat, "ThreadsRetryAfterItemReq", "event", retrying)
        .await;
    assert_eq!(events[0]["type"], "thread.item.removed");

    // A stopped answer, as it is read afterwards.
    let params = json!({"thread_id": thread, "input": message("wait")});
    let body = judge.build("ThreadsAddUserMessageReq", params.clone());
    let Reply::Stream(mut events) = chat.server.handle(&body).await.unwrap() else {
        panic!()
    };
    while let Some(event) = events.next().await {
        judge.approve("event", &to_bytes(&event));
        if matches!(event, Event::ProgressUpdate { .. }) {
            break;
        }
    }
    drop(events);
    chat.server.idle().await;
    let params = json!({"thread_id": thread});
    let items = judge
        .talk(&chat, "ItemsListReq", "items", params.clone())
        .await;
    assert_eq!(items[0]["data"][0]["content"][0]["text"], "So far, so good");

    let locking = json!({"thread_id": thread, "input": message("lock")});
    judge
        .talk(&chat, "ThreadsAddUserMessageReq", "event", locking)
        .await;
    judge
        .talk(&chat, "ThreadsDeleteReq", "nothing", params)
        .await;
    let list = judge
        .talk(&chat, "ThreadsListReq", "threads", json!({}))
        .await;
    assert_eq!(list[0]["data"], json!([]));
    assert!(
        judge.judged > 70,
        "only {} documents were judged",
        judge.judged
    );
    judge.dismiss();
}

/// One of everything that the conversations above may not contain.
fn specimens() -> Vec<Event> {
    let info = |n: &str| SourceInfo {
        title: "Title".into(),
        description: Some(n.into()),
        timestamp: Some("2026".into()),
        group: Some("G".into()),
    };
    let url = UrlSource {
        info: info("url"),
        url: "https://example.org".into(),
        attribution: Some("A".into()),
    };
    let file = FileSource {
        info: info("file"),
        filename: "f.txt".into(),
    };
    let entity = EntitySource {
        info: SourceInfo {
            title: "E".into(),
            ..SourceInfo::default()
        },
        id: "task_1".into(),
        icon: Some("check-circle".into()),
        label: Some("l".into()),
        inline_label: Some("i".into()),
        interactive: true,
        data: Map::from_iter([("k".to_owned(), json!("v"))]),
    };
    let sources = [
        Source::Url(url.clone()),
        Source::File(file.clone()),
        Source::Entity(entity),
    ];
    let annotations = sources.map(|source| {
        let mut annotation = annotation();
        annotation.source = source;
        annotation.index = None;
        annotation
    });
    let text = OutputText {
        text: "x".into(),
        annotations: annotations.to_vec(),
    };

    let some = |text: &str| Some(text.to_owned());
    let kinds = [
        TaskKind::Custom {
            title: some("t"),
            icon: some("search"),
            content: some("c"),
        },
        TaskKind::Custom {
            title: None,
            icon: None,
            content: None,
        },
        TaskKind::WebSearch {
            title: some("t"),
            title_query: some("q"),
            queries: vec!["q".into()],
            sources: vec![url],
        },
        TaskKind::Thought {
            title: some("t"),
            content: "c".into(),
        },
        TaskKind::File {
            title: None,
            sources: vec![file],
        },
        TaskKind::Image { title: some("t") },
    ];
    let status = [
        StatusIndicator::None,
        StatusIndicator::Loading,
        StatusIndicator::Complete,
    ];
    let tasks: Vec<_> = kinds
        .into_iter()
        .zip(status.into_iter().cycle())
        .map(|(kind, status_indicator)| Task {
            status_indicator,
            kind,
        })
        .collect();
    let workflow = |summary, style| ItemKind::Workflow {
        workflow: Workflow {
            style,
            tasks: tasks.clone(),
            summary,
            expanded: true,
        },
    };
    let titled = WorkflowSummary::Custom {
        title: "t".into(),
        icon: some("sparkle"),
    };
    let other = json!({"type": "client_tool_call", "status": "pending", "call_id": "c",
        "name": "n", "arguments": {"a": 1}});
    let Value::Object(other) = other else {
        panic!()
    };
    let items = [
        ItemKind::AssistantMessage {
            content: vec![AssistantContent::OutputText(text)],
        },
        workflow(Some(titled), WorkflowStyle::Custom),
        workflow(None, WorkflowStyle::Reasoning),
        ItemKind::EndOfTurn,
        ItemKind::Other(other),
    ];
    let mut events: Vec<_> = items
        .into_iter()
        .map(|kind| Event::ItemReplaced {
            item: Item::begin(ThreadId::generate(), kind),
        })
        .collect();

    let updates = tasks
        .into_iter()
        .enumerate()
        .map(|(task_index, task)| Event::ItemUpdated {
            item_id: "wf_1".into(),
            update: ItemUpdate::TaskUpdated { task_index, task },
        });
    events.extend(updates);
    let reasons = [None, some("why")];
    let statuses = reasons.into_iter().flat_map(|reason| {
        [
            ThreadStatus::Locked {
                reason: reason.clone(),
            },
            ThreadStatus::Closed { reason },
        ]
    });
    for status in statuses {
        let mut thread = Thread::begin();
        thread.status = status;
        thread.allowed_image_domains = Some(vec!["example.org".into()]);
        thread.metadata.insert("secret".into(), json!(1));
        events.push(Event::ThreadUpdated {
            thread: ThreadView::without_items(thread),
        });
    }
    for level in [NoticeLevel::Info, NoticeLevel::Warning, NoticeLevel::Danger] {
        events.push(Event::Notice {
            level,
            message: "m".into(),
            title: some("t"),
        });
    }
    events.push(Event::ProgressUpdate {
        text: "t".into(),
        icon: some("search"),
    });
    events.push(Event::Error {
        code: ErrorCode::Custom,
        message: None,
        allow_retry: false,
    });
    events
}

#[test]
fn python_understands_one_of_everything() {
    let mut judge = Judge::call();
    for event in specimens() {
        judge.approve("event", &to_bytes(&event));
        // And so do we.
        let bytes = to_bytes(&event);
        assert_eq!(serde_json::from_slice::<Event>(&bytes).unwrap(), event);
        assert!(!String::from_utf8(bytes).unwrap().contains("secret"));
    }
    judge.dismiss();
}

#[test]
fn the_judge_objects() {
    let mut judge = Judge::call();
    let good = json!({"type": "progress_update", "text": "x"});
    judge.approve("event", &to_bytes(&good));
    let cases = [
        json!({"type": "progress_update", "text": "x", "extra": 1}),
        json!({"type": "progress_update", "text": 1}),
        json!({"type": "progress_update", "text": "x", "icon": null}),
        json!({"type": "client_effect", "name": "x"}),
        json!({"type": "thread.item.done", "item": {"type": "end_of_turn", "id": "e",
            "thread_id": "t", "created_at": "2026-11-21T02:50:27.624587"}}),
        json!({"type": "unheard.of"}),
    ];
    for case in cases {
        assert!(
            judge.objection("event", &to_bytes(&case)).is_some(),
            "{case}"
        );
    }
    judge.dismiss();
}
