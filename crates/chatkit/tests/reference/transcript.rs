//! What two servers answered, made comparable.
//!
//! An outcome is a JSON object with one of these fields: `stream`, a list of events; `json`, a
//! document; `refused`, a status and a message (ours); `raised`, an exception (the reference's),
//! beside the events that came before it.

use std::collections::HashMap;
use std::slice::from_ref;

use serde_json::{Value, json};

/// A way in which we mean to differ from the reference.
pub(crate) struct Difference {
    /// Its name in the conversations.
    pub(crate) name: &'static str,
    /// Takes it out of our outcome and the reference's.
    reconcile: fn(&mut Value, &mut Value),
}

/// Every way in which we mean to differ. That times end in `Z` is one more: they are left out of
/// every comparison, and the judge of types looks at them.
pub(crate) const DIFFERENCES: [Difference; 8] = [
    // The reference raises, which is HTTP 500 or a broken stream, and clients repeat both. We
    // answer 4xx with a message, before anything has happened.
    Difference {
        name: "refused",
        reconcile: |ours, theirs| {
            assert!(theirs["raised"].is_string(), "not refused: {theirs}");
            check_refusal(ours);
            *ours = Value::Null;
            *theirs = Value::Null;
        },
    },
    // The reference does something with what makes no sense, or what the thread's status forbids,
    // which it leaves to the client to obey.
    Difference {
        name: "stricter",
        reconcile: |ours, theirs| {
            assert!(theirs["raised"].is_null(), "refused too: {theirs}");
            check_refusal(ours);
            *ours = Value::Null;
            *theirs = Value::Null;
        },
    },
    // The reference deletes items when an answer is tried again, or a call was given up, and
    // leaves it to the client to notice.
    Difference {
        name: "removals are told",
        reconcile: |ours, _| {
            let events = events(ours);
            let told = events
                .iter()
                .take_while(|event| event["type"] == "thread.item.removed")
                .count();
            events.drain(..told);
        },
    },
    // The reference keeps hidden items back only where they are done.
    Difference {
        name: "hidden items are never sent",
        reconcile: |_, theirs| {
            let mut hidden = Vec::new();
            events(theirs).retain(|event| {
                let kind = event["item"]["type"].as_str().unwrap_or_default();
                if kind.contains("hidden_context") {
                    hidden.push(event["item"]["id"].clone());
                    return false;
                }
                !hidden.contains(&event["item_id"])
            });
        },
    },
    // The reference tells of a changed thread behind the next event, and once for several changes.
    Difference {
        name: "changes of threads are told at once",
        reconcile: |ours, theirs| {
            for side in [ours, theirs] {
                let events = events(side);
                let last = events
                    .iter()
                    .rfind(|event| event["type"] == "thread.updated")
                    .cloned();
                events.retain(|event| event["type"] != "thread.updated");
                events.extend(last);
            }
        },
    },
    // The reference knows what is copied in a widget's place before the widget is finished.
    Difference {
        name: "text to copy comes last",
        reconcile: |_, theirs| {
            for event in events(theirs) {
                if event["type"] == "thread.item.added" {
                    event["item"].as_object_mut().unwrap().remove("copy_text");
                }
            }
        },
    },
    // The reference sends nothing for text that grows in a component without an `id`.
    Difference {
        name: "text without an id is sent",
        reconcile: |ours, _| {
            events(ours).retain(|event| event["update"]["type"] != "widget.root.updated");
        },
    },
    // What the reference would send behind a call of a client's tool, no client reads.
    Difference {
        name: "a call ends the turn",
        reconcile: |_, theirs| {
            let events = events(theirs);
            let call = events
                .iter()
                .position(|event| event["item"]["type"] == "client_tool_call");
            events.truncate(call.unwrap() + 1);
        },
    },
];

/// Takes a difference out of two outcomes; it must be there.
pub(crate) fn reconcile(name: &str, ours: &mut Value, theirs: &mut Value) {
    let difference = DIFFERENCES.iter().find(|known| known.name == name);
    let difference = difference.unwrap_or_else(|| panic!("no such difference: {name}"));
    let before = (normal(from_ref(ours)), normal(from_ref(theirs)));
    assert_ne!(before.0, before.1, "{name}: there is no difference");
    (difference.reconcile)(ours, theirs);
}

fn events(outcome: &mut Value) -> &mut Vec<Value> {
    outcome["stream"].as_array_mut().unwrap()
}

fn check_refusal(ours: &Value) {
    let refused = &ours["refused"];
    let status = refused["status"].as_u64().unwrap_or_default();
    let message = refused["message"].as_str().unwrap_or_default();
    assert!(
        (400..500).contains(&status) && !message.trim().is_empty(),
        "no refusal: {ours}"
    );
}

/// The outcomes without their times, and with identifiers numbered as they come.
pub(crate) fn normal(outcomes: &[Value]) -> Vec<String> {
    let mut ids = Ids::default();
    let lines = outcomes.iter().map(|outcome| ids.replace_in(outcome));
    lines.map(|outcome| format!("{outcome:#}")).collect()
}

/// Where two outcomes part, with some lines around it.
pub(crate) fn parting(ours: &str, theirs: &str) -> String {
    let same = ours.lines().zip(theirs.lines());
    let start = same
        .take_while(|(ours, theirs)| ours == theirs)
        .count()
        .saturating_sub(8);
    let part = |side: &str| -> String {
        let lines = side.lines().skip(start).take(24);
        lines.map(|line| format!("{line}\n")).collect()
    };
    format!("ours:\n{}the reference's:\n{}", part(ours), part(theirs))
}

#[derive(Default)]
struct Ids(HashMap<String, usize>);

impl Ids {
    fn replace_in(&mut self, value: &Value) -> Value {
        match value {
            Value::Object(fields) => fields
                .iter()
                .filter(|(name, _)| *name != "created_at")
                .map(|(name, value)| (name.clone(), self.replace_in(value)))
                .collect(),
            Value::Array(values) => values.iter().map(|value| self.replace_in(value)).collect(),
            Value::String(text) => json!(self.replace_in_text(text)),
            other => other.clone(),
        }
    }

    /// Identifiers stand within addresses too.
    fn replace_in_text(&mut self, text: &str) -> String {
        let mut replaced = String::new();
        for word in text.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
            let id = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
            if is_generated(id) {
                let next = self.0.len() + 1;
                let number = *self.0.entry(id.to_owned()).or_insert(next);
                replaced.push_str(&format!("#{number}"));
                replaced.push_str(&word[id.len()..]);
            } else {
                replaced.push_str(word);
            }
        }
        replaced
    }
}

/// Whether it is a prefix of some letters and at least 8 hexadecimal digits.
fn is_generated(word: &str) -> bool {
    word.split_once('_').is_some_and(|(prefix, digits)| {
        [
            "thr", "msg", "tc", "wf", "tsk", "atc", "shcx", "itm", "call",
        ]
        .contains(&prefix)
            && digits.len() >= 8
            && digits.chars().all(|c| c.is_ascii_hexdigit())
    })
}
