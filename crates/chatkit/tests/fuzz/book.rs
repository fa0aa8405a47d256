//! What the clients of a case have learnt together, and the requests they make of it.

use std::collections::BTreeMap;

use calm_orbit_chatkit::{Item, Thread, ThreadId, ThreadView};
use serde_json::{Value, json};

use crate::common::message;
use crate::plan::Ask;

#[derive(Default)]
pub(crate) struct Book {
    threads: Vec<String>,
    /// Thread, type and identifier.
    items: Vec<(String, String, String)>,
    attachments: Vec<String>,
    cursors: Vec<String>,
}

impl Book {
    /// Begins with what clients know who were here before.
    pub(crate) fn begin(threads: &[Thread], items: &[Item]) -> Self {
        let mut book = Self::default();
        for thread in threads {
            book.learn(&json!(ThreadView::without_items(thread.clone())));
        }
        book.learn(&json!(items));
        book
    }

    pub(crate) fn threads(&self) -> impl Iterator<Item = ThreadId> {
        self.threads.iter().map(|id| ThreadId::from(id.as_str()))
    }

    /// Takes in what an event or a document names.
    pub(crate) fn learn(&mut self, value: &Value) {
        let text = |name: &str| value[name].as_str().map(str::to_owned);
        if let Some(id) = text("id") {
            let known = match (text("thread_id"), text("type")) {
                (Some(thread), Some(kind)) => {
                    self.items.push((thread, kind, id));
                    return;
                }
                _ if value["mime_type"].is_string() => &mut self.attachments,
                _ if value["status"].is_object() => &mut self.threads,
                _ => return,
            };
            if !known.contains(&id) {
                known.push(id);
            }
            return;
        }
        self.cursors.extend(text("after"));
        match value {
            Value::Object(fields) => fields.values().for_each(|value| self.learn(value)),
            Value::Array(values) => values.iter().for_each(|value| self.learn(value)),
            _ => {}
        }
    }

    fn item(&self, ask: &Ask, thread: &str, kinds: &[&str]) -> String {
        let fits = |(of, kind, _): &&(String, String, String)| {
            ask.stray || of == thread && kinds.contains(&kind.as_str())
        };
        let items: Vec<_> = self.items.iter().filter(fits).collect();
        match items.as_slice() {
            [] => "msg_nowhere".to_owned(),
            items => ask.item.get(items).2.clone(),
        }
    }

    pub(crate) fn request(&self, ask: &Ask) -> Value {
        let thread = match self.threads.as_slice() {
            [] => "thr_nowhere",
            threads => ask.thread.get(threads),
        };
        let item = |kinds: &[&str]| self.item(ask, thread, kinds);
        let attachments = match self.attachments.as_slice() {
            [] => json!([]),
            _ if ask.number != 3 => json!([]),
            some => json!([ask.item.get(some)]),
        };
        let mut input = message(&ask.text);
        input["attachments"] = attachments.clone();
        let after = self
            .cursors
            .get(usize::try_from(ask.number).unwrap_or(usize::MAX));
        let action = json!({"type": ask.text, "payload": ask.number});
        let order = if ask.number % 2 == 0 { "asc" } else { "desc" };
        let mut params = match ask.name {
            "threads.create" => json!({"input": input}),
            "threads.add_user_message" => json!({"input": input}),
            "threads.add_client_tool_output" => json!({"result": {"number": ask.number}}),
            "threads.add_structured_input" => {
                let answers = BTreeMap::from([("why", json!({"values": [ask.text]}))]);
                let status = if ask.number == 1 {
                    "skipped"
                } else {
                    "answered"
                };
                json!({"item_id": item(&["structured_input"]),
                    "input": {"status": status, "answers": answers}})
            }
            "threads.custom_action" | "threads.sync_custom_action" if ask.number == 4 => {
                json!({"action": action})
            }
            "threads.custom_action" | "threads.sync_custom_action" => {
                json!({"item_id": item(&["widget"]), "action": action})
            }
            "threads.retry_after_item" => json!({"item_id": item(&["user_message"])}),
            "threads.list" | "items.list" => {
                json!({"limit": ask.number, "order": order, "after": after})
            }
            "threads.update" => json!({"title": ask.text}),
            "items.feedback" => {
                let item = item(&["assistant_message", "widget"]);
                json!({"item_ids": [item], "kind": "positive"})
            }
            "attachments.create" => {
                json!({"name": ask.text, "size": ask.number, "mime_type": "image/png"})
            }
            "attachments.delete" => json!({"attachment_id": attachments[0].as_str()
                .unwrap_or("atc_nowhere")}),
            "input.transcribe" => {
                let audio = if ask.number == 0 { "" } else { "AAAA" };
                json!({"audio_base64": audio, "mime_type": ask.text})
            }
            _ => json!({}),
        };
        let whole = ["threads.create", "threads.list"].contains(&ask.name);
        if !whole && (ask.name.starts_with("threads.") || ask.name.starts_with("items.")) {
            params["thread_id"] = json!(thread);
        }
        json!({"type": ask.name, "params": params, "metadata": {"number": ask.number}})
    }
}
