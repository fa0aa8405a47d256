//! The scripted conversations of `tests/conversations.json`: requests in order, and the `type` of
//! the last document of each answer. Placeholders stand for what earlier answers named:
//!
//! - `$thread`, `$user_message`, `$widget` and so on: the latest thread, item of that type;
//!   `$thread.1` the first one,
//! - `$after`: where the latest page ended,
//! - `$attachment`: the latest attachment,
//! - `$message TEXT`, `$attaching TEXT`: the input of a message, without and with that attachment.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::message;

#[derive(Deserialize)]
pub(crate) struct Conversation {
    pub(crate) name: String,
    pub(crate) steps: Vec<Step>,
}

#[derive(Deserialize)]
pub(crate) struct Step {
    /// The `type` of the request.
    pub(crate) request: String,
    pub(crate) params: Value,
    /// The `type` of the last document of the answer, or `json` where it has none.
    pub(crate) ends_with: String,
}

pub(crate) fn conversations() -> Vec<Conversation> {
    serde_json::from_str(include_str!("../conversations.json")).unwrap()
}

/// What a conversation has named so far.
#[derive(Default)]
pub(crate) struct Player(HashMap<String, Vec<String>>);

impl Player {
    /// The parameters with what the placeholders stand for.
    pub(crate) fn fill(&self, params: &Value) -> Value {
        match params {
            Value::String(text) => self.resolve(text),
            Value::Array(values) => values.iter().map(|value| self.fill(value)).collect(),
            Value::Object(fields) => fields
                .iter()
                .map(|(name, value)| (name.clone(), self.fill(value)))
                .collect(),
            other => other.clone(),
        }
    }

    fn resolve(&self, text: &str) -> Value {
        let Some(placeholder) = text.strip_prefix('$') else {
            return json!(text);
        };
        match placeholder.split_once(' ') {
            Some(("message", text)) => message(text),
            Some(("attaching", text)) => {
                let mut input = message(text);
                input["attachments"] = json!([self.named("attachment")]);
                input
            }
            _ => json!(self.named(placeholder)),
        }
    }

    fn named(&self, placeholder: &str) -> &str {
        let (name, number) = match placeholder.split_once('.') {
            Some((name, number)) => (name, number.parse().unwrap()),
            None => (placeholder, self.0.get(placeholder).map_or(0, Vec::len)),
        };
        let ids = self.0.get(name);
        let id = ids.and_then(|ids| ids.get(number.checked_sub(1)?));
        id.unwrap_or_else(|| panic!("nothing has named {placeholder}"))
    }

    fn name(&mut self, name: &str, id: &str) {
        let ids = self.0.entry(name.to_owned()).or_default();
        if !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }

    /// Takes in what an answer names.
    pub(crate) fn hear(&mut self, documents: &[Value]) {
        for document in documents {
            let item = &document["item"];
            let named = [
                ("thread", &document["thread"]["id"]),
                (item["type"].as_str().unwrap_or_default(), &item["id"]),
            ];
            for (name, id) in named {
                if let Some(id) = id.as_str() {
                    self.name(name, id);
                }
            }
            if document["mime_type"].is_string() {
                self.name("attachment", document["id"].as_str().unwrap());
            }
            if let Some(after) = document["after"].as_str() {
                self.name("after", after);
            }
        }
    }
}
