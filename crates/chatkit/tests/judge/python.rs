//! The types of the reference implementation, in a process of its own.

use calm_orbit_chatkit::Reply;
use futures::StreamExt;
use serde_json::{Value, json};

use crate::common::Chat;
use crate::common::python::Script;

/// The running judge.
pub(crate) struct Judge {
    script: Script,
    pub(crate) judged: usize,
}

impl Judge {
    pub(crate) fn call() -> Self {
        Self {
            script: Script::run("judge/judge.py"),
            judged: 0,
        }
    }

    /// What is wrong with the bytes, if anything.
    pub(crate) fn objection(&mut self, kind: &str, bytes: &[u8]) -> Option<String> {
        let text = std::str::from_utf8(bytes).unwrap();
        self.judged += 1;
        let answer = self.script.ask(&json!({"check": kind, "json": text}));
        Some(format!("{}\n{text}", answer.get("error")?.as_str()?))
    }

    pub(crate) fn approve(&mut self, kind: &str, bytes: &[u8]) {
        if let Some(objection) = self.objection(kind, bytes) {
            panic!("{kind}: {objection}");
        }
    }

    /// The body of a request, as the Python type writes it.
    pub(crate) fn build(&mut self, request: &str, params: Value) -> Vec<u8> {
        let answer = self
            .script
            .ask(&json!({"build": request, "with": {"params": params}}));
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

    pub(crate) fn dismiss(self) {
        self.script.end();
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
