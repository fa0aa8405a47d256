//! What is done to a valid request so that it may no longer be one.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

#[derive(Debug, Clone)]
pub(crate) enum Spoil {
    /// Other bytes in its place.
    Bytes(Vec<u8>),
    /// Bytes changed, left out, put in.
    Edits(Vec<(Index, Edit)>),
    CutOff(Index),
    /// Another value in the place of one in it.
    Value(Index, Value),
    /// A field or an element left out.
    Without(Index),
}

#[derive(Debug, Clone)]
pub(crate) enum Edit {
    Set(u8),
    Insert(u8),
    Remove,
}

pub(crate) fn spoil() -> impl Strategy<Value = Spoil> {
    let edit = prop_oneof![
        any::<u8>().prop_map(Edit::Set),
        select(b"{}[]\",:\\0u".to_vec()).prop_map(Edit::Set),
        any::<u8>().prop_map(Edit::Insert),
        Just(Edit::Remove),
    ];
    let value = select(vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(u64::MAX),
        json!(1e300),
        json!(""),
        json!("\0"),
        json!("x".repeat(201)),
        json!([]),
        json!([null]),
        json!({}),
        json!({"type": "input_text"}),
        json!({"type": {"type": []}}),
        nested(100),
        nested(200),
    ]);
    prop_oneof![
        1 => vec(any::<u8>(), 0..60).prop_map(Spoil::Bytes),
        2 => vec((any::<Index>(), edit), 1..5).prop_map(Spoil::Edits),
        1 => any::<Index>().prop_map(Spoil::CutOff),
        4 => (any::<Index>(), value).prop_map(|(place, value)| Spoil::Value(place, value)),
        2 => any::<Index>().prop_map(Spoil::Without),
    ]
}

/// Lists in lists, below and beyond what a reader of JSON takes.
fn nested(depth: usize) -> Value {
    (0..depth).fold(json!(1), |inner, _| json!([inner]))
}

impl Spoil {
    pub(crate) fn apply(&self, mut body: Value) -> Vec<u8> {
        let bytes = |body: &Value| body.to_string().into_bytes();
        match self {
            Self::Bytes(bytes) => bytes.clone(),
            Self::Edits(edits) => {
                let mut bytes = bytes(&body);
                for (place, edit) in edits {
                    let place = place.index(bytes.len().max(1));
                    match edit {
                        _ if bytes.is_empty() => {}
                        Edit::Set(byte) => bytes[place] = *byte,
                        Edit::Insert(byte) => bytes.insert(place, *byte),
                        Edit::Remove => drop(bytes.remove(place)),
                    }
                }
                bytes
            }
            Self::CutOff(place) => {
                let mut bytes = bytes(&body);
                bytes.truncate(place.index(bytes.len()));
                bytes
            }
            Self::Value(place, value) => {
                let mut nodes = Vec::new();
                pointers(&body, String::new(), &mut nodes);
                let pointer = place.get(&nodes);
                if let Some(node) = body.pointer_mut(pointer) {
                    *node = value.clone();
                }
                bytes(&body)
            }
            Self::Without(place) => {
                let mut nodes = Vec::new();
                pointers(&body, String::new(), &mut nodes);
                if let Some((parent, key)) = place.get(&nodes).rsplit_once('/') {
                    match body.pointer_mut(parent) {
                        Some(Value::Object(fields)) => drop(fields.remove(key)),
                        Some(Value::Array(values)) => drop(values.remove(key.parse().unwrap())),
                        _ => {}
                    }
                }
                bytes(&body)
            }
        }
    }
}

/// The JSON pointer of every value; no field of a request has a name that needs escaping.
fn pointers(value: &Value, here: String, all: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                pointers(value, format!("{here}/{key}"), all);
            }
        }
        Value::Array(values) => {
            for (key, value) in values.iter().enumerate() {
                pointers(value, format!("{here}/{key}"), all);
            }
        }
        _ => {}
    }
    all.push(here);
}
