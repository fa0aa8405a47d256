//! What is sent when a widget changes while it streams.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::tree::text;
use super::{Component, Widget};
use crate::ItemUpdate;

/// What makes a client show `after` in place of `before`: the text that `Text` and `Markdown`
/// components with an `id` grew by; anything else replaces the whole widget.
pub(crate) fn changes(before: &Widget, after: &Widget) -> Vec<ItemUpdate> {
    let mut grown = Vec::new();
    if differs(&before.0, &after.0, &mut grown) || ambiguous(after, &grown) {
        return vec![ItemUpdate::WidgetRootUpdated {
            widget: after.clone(),
        }];
    }
    grown
}

/// Whether two components differ in more than text that grew, which is noted in `grown`.
fn differs(
    before: &Map<String, Value>,
    after: &Map<String, Value>,
    grown: &mut Vec<ItemUpdate>,
) -> bool {
    let names = before
        .keys()
        .chain(after.keys().filter(|name| !before.contains_key(*name)));
    for name in names {
        let (old, new) = (before.get(name), after.get(name));
        if present(old) == present(new) {
            continue;
        }
        let (Some(old), Some(new)) = (old, new) else {
            return true;
        };
        let same = match name.as_str() {
            "value" => grew(after, old, new, grown),
            "children" => children_agree(old, new, grown),
            _ => false,
        };
        if !same {
            return true;
        }
    }
    false
}

/// A property that is `null` is not there.
fn present(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| !value.is_null())
}

/// Notes how the text of a component grew. Gives back whether it did, and may be told so.
fn grew(after: &Map<String, Value>, old: &Value, new: &Value, grown: &mut Vec<ItemUpdate>) -> bool {
    let streams = text(after, "type").is_some_and(|name| matches!(name, "Text" | "Markdown"));
    let id = text(after, "id").filter(|id| !id.is_empty());
    let (true, Some(id), Some(old), Some(new)) = (streams, id, old.as_str(), new.as_str()) else {
        return false;
    };
    let Some(delta) = new.strip_prefix(old) else {
        return false;
    };
    grown.push(ItemUpdate::WidgetTextDelta {
        component_id: id.to_owned(),
        delta: delta.to_owned(),
        done: after.get("streaming") != Some(&Value::Bool(true)),
    });
    true
}

fn children_agree(old: &Value, new: &Value, grown: &mut Vec<ItemUpdate>) -> bool {
    match (old, new) {
        (Value::Array(old), Value::Array(new)) => {
            old.len() == new.len()
                && old
                    .iter()
                    .zip(new)
                    .all(|(old, new)| child_agrees(old, new, grown))
        }
        // A Transition has one child, and no list.
        (old, new) => child_agrees(old, new, grown),
    }
}

fn child_agrees(old: &Value, new: &Value, grown: &mut Vec<ItemUpdate>) -> bool {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => !differs(old, new, grown),
        _ => old == new,
    }
}

/// Whether the identifier of a text that grew stands for more than one component, so that it
/// names none.
fn ambiguous(widget: &Widget, grown: &[ItemUpdate]) -> bool {
    let mut ids = HashMap::new();
    count_ids(&widget.0, &mut ids);
    grown.iter().any(|update| match update {
        ItemUpdate::WidgetTextDelta { component_id, .. } => {
            ids.get(component_id.as_str()) != Some(&1)
        }
        _ => false,
    })
}

fn count_ids<'a>(fields: &'a Map<String, Value>, ids: &mut HashMap<&'a str, usize>) {
    if let Some(id) = text(fields, "id") {
        *ids.entry(id).or_default() += 1;
    }
    let children = match fields.get("children") {
        Some(Value::Array(children)) => children.as_slice(),
        Some(child) => std::slice::from_ref(child),
        None => &[],
    };
    for child in children.iter().filter_map(Value::as_object) {
        count_ids(child, ids);
    }
}

/// Appends text to the component of this identifier.
pub(crate) fn append_text(widget: &mut Widget, id: &str, delta: &str) {
    if let Some(Value::String(value)) =
        find(&mut widget.0, id).and_then(|component| component.get_mut("value"))
    {
        value.push_str(delta);
    }
}

/// Puts a component in the place of the one of this identifier.
pub(crate) fn replace(widget: &mut Widget, id: &str, component: &Component) {
    if let Some(place) = find(&mut widget.0, id) {
        place.clone_from(&component.0);
    }
}

/// The component of this identifier, in the order in which they are written.
fn find<'a>(fields: &'a mut Map<String, Value>, id: &str) -> Option<&'a mut Map<String, Value>> {
    if text(fields, "id") == Some(id) {
        return Some(fields);
    }
    let children = match fields.get_mut("children")? {
        Value::Array(children) => children.as_mut_slice(),
        child => std::slice::from_mut(child),
    };
    children.iter_mut().find_map(|child| match child {
        Value::Object(child) => find(child, id),
        _ => None,
    })
}
