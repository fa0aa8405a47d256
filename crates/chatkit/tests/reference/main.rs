//! The same conversations with this server and with that of the reference implementation,
//! openai-chatkit for Python, whose responders follow the same script: both give the same
//! transcript but for identifiers, times, and the differences that `transcript.rs` names.
//!
//! `conversations.json` has the conversations: `script` is what the responder does turn by turn
//! (`responder.rs` has the words), `steps` are the requests, with the placeholders of
//! `common/script.rs`. A step may have a raw `body` in place of `request` and `params`; `stop`
//! goes away when the responder waits; `differs` names a difference; `refused` is the status of
//! our refusal.
//!
//! Needs Python as the judge of types does.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests fail by panicking, their helpers too"
)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../judge/python.rs"]
#[allow(dead_code, reason = "the judge's own tests use the rest")]
mod judge;
mod responder;
mod transcript;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use calm_orbit_chatkit::memory::MemoryThreads;
use calm_orbit_chatkit::{Reply, Server};
use common::Shelf;
use common::python::Script;
use common::script::Player;
use futures::StreamExt;
use judge::Judge;
use responder::{Op, Scripted};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Conversation {
    name: String,
    script: Vec<Vec<Value>>,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    #[serde(default)]
    request: String,
    #[serde(default)]
    params: Value,
    body: Option<String>,
    #[serde(default)]
    stop: bool,
    differs: Option<String>,
    refused: Option<u16>,
}

impl Step {
    fn body(&self, player: &Player) -> String {
        match &self.body {
            Some(body) => body.clone(),
            None => json!({"type": self.request, "params": player.fill(&self.params)}).to_string(),
        }
    }
}

fn conversations() -> Vec<Conversation> {
    serde_json::from_str(include_str!("conversations.json")).unwrap()
}

/// The documents of an outcome, for the placeholders of later requests.
fn documents(outcome: &Value) -> Vec<Value> {
    let stream = outcome["stream"].as_array().cloned().unwrap_or_default();
    stream
        .into_iter()
        .chain([outcome["json"].clone()])
        .collect()
}

/// What our server answers, approved by the judge of types. A step that is stopped reads as many
/// events as the reference sent before it waited.
async fn ours(server: &Server, judge: &mut Judge, step: &Step, body: &str, read: usize) -> Value {
    let approve = |judge: &mut Judge, bytes: &[u8]| -> Value {
        match judge::type_of(&step.request).1 {
            "nothing" => assert_eq!(bytes, b"{}"),
            kind => judge.approve(kind, bytes),
        }
        serde_json::from_slice(bytes).unwrap()
    };
    let mut events = match server.handle(body.as_bytes()).await {
        Err(error) => {
            let body: Value = serde_json::from_slice(&error.to_json()).unwrap();
            return json!({"refused": {"status": error.status(), "message": body["message"]}});
        }
        Ok(Reply::Json(bytes)) => return json!({"json": approve(judge, &bytes)}),
        Ok(Reply::Stream(events)) => events.into_sse(),
    };
    let mut stream = Vec::new();
    while !step.stop || stream.len() < read {
        let Some(frame) = events.next().await else {
            break;
        };
        let json = frame.strip_prefix(b"data: ").unwrap();
        stream.push(approve(judge, json.strip_suffix(b"\n\n").unwrap()));
    }
    drop(events);
    server.idle().await;
    if step.stop {
        return json!({"stream": stream, "stopped": true});
    }
    json!({"stream": stream})
}

#[tokio::test]
async fn both_servers_give_the_same_transcript() {
    let mut reference = Script::run("reference/server.py");
    let mut judge = Judge::call();
    let mut seen = BTreeSet::new();
    let mut met = BTreeSet::new();
    let mut failures = Vec::new();
    let conversations = conversations();
    assert!(conversations.len() >= 25);
    for Conversation {
        name,
        script,
        steps,
    } in conversations
    {
        reference.ask(&json!({"begin": script}));
        let turns: Vec<Vec<Op>> = serde_json::from_value(json!(script)).unwrap();
        let server = Server::new(
            Arc::new(MemoryThreads::new()),
            Arc::new(Scripted::new(turns)),
        )
        .with_attachments(Arc::new(Shelf::default()));
        let mut players = [Player::default(), Player::default()];
        let mut outcomes = [Vec::new(), Vec::new()];
        for (number, step) in steps.iter().enumerate() {
            let place = format!("{name}, step {}", number + 1);
            let body = step.body(&players[1]);
            let mut theirs = reference.ask(&json!({"body": body, "stop": step.stop}));
            players[1].hear(&documents(&theirs));
            let read = theirs["stream"].as_array().map_or(0, Vec::len);
            let body = step.body(&players[0]);
            let answer = ours(&server, &mut judge, step, &body, read);
            let answer = tokio::time::timeout(Duration::from_secs(60), answer).await;
            let mut ours = answer.unwrap_or_else(|_| panic!("{place}: no end after {theirs:#}"));
            players[0].hear(&documents(&ours));
            let status = ours["refused"]["status"].as_u64();
            if status != step.refused.map(u64::from) {
                failures.push(format!(
                    "{place}: ours: {ours:#}\nthe reference's: {theirs:#}"
                ));
                break;
            }
            seen.insert(step.request.clone());
            kinds(&ours, &mut seen);
            let refused = step.refused.map(|_| "refused".to_owned());
            if let Some(difference) = step.differs.clone().or(refused) {
                transcript::reconcile(&difference, &mut ours, &mut theirs);
                met.insert(difference);
            }
            outcomes[0].push(ours);
            outcomes[1].push(theirs);
            let [ours, theirs] = [0, 1].map(|side| transcript::normal(&outcomes[side]));
            if ours[number] != theirs[number] {
                let (ours, theirs) = (&ours[number], &theirs[number]);
                failures.push(format!("{place}: {}", transcript::parting(ours, theirs)));
                break;
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{} conversations differ\n{}",
        failures.len(),
        failures.join("\n\n")
    );
    for difference in transcript::DIFFERENCES {
        assert!(met.contains(difference.name), "never: {}", difference.name);
    }
    // Every kind that the protocol has came up, but for what no client may see.
    let all = reference.ask(&json!({"kinds": true}));
    let all: BTreeSet<String> = serde_json::from_value(all["kinds"].clone()).unwrap();
    let missing: Vec<_> = all.difference(&seen).collect();
    assert_eq!(missing, ["hidden_context_item", "sdk_hidden_context"]);
    judge.dismiss();
    reference.end();
}

/// Every `type` in a document.
fn kinds(value: &Value, seen: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(kind)) = fields.get("type") {
                seen.insert(kind.clone());
            }
            fields.values().for_each(|value| kinds(value, seen));
        }
        Value::Array(values) => values.iter().for_each(|value| kinds(value, seen)),
        _ => {}
    }
}
