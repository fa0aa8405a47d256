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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn widget(value: Value) -> Widget {
        Widget::from_json(value).unwrap()
    }

    /// The deltas of what changed; `None` when the whole widget is sent again.
    fn deltas(before: &Value, after: &Value) -> Option<Vec<(String, String, bool)>> {
        let card = |child: &Value| widget(json!({"type": "Card", "children": [child]}));
        let (before, after) = (card(before), card(after));
        let mut deltas = Vec::new();
        let mut shown = before.clone();
        for change in changes(&before, &after) {
            match change {
                ItemUpdate::WidgetTextDelta {
                    component_id,
                    delta,
                    done,
                } => {
                    append_text(&mut shown, &component_id, &delta);
                    deltas.push((component_id, delta, done));
                }
                ItemUpdate::WidgetRootUpdated { widget } => {
                    assert_eq!(widget, after);
                    return None;
                }
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(shown, after, "what was sent adds up");
        Some(deltas)
    }

    #[test]
    fn text_with_an_identifier_grows() {
        let text = |value: &str| json!({"type": "Text", "id": "t", "value": value});
        let delta = |delta: &str, done| Some(vec![("t".to_owned(), delta.to_owned(), done)]);
        assert_eq!(deltas(&text("a"), &text("a")), Some(vec![]));
        assert_eq!(deltas(&text(""), &text("\u{fc}")), delta("\u{fc}", true));
        let streaming =
            |value: &str| json!({"type": "Markdown", "id": "t", "value": value, "streaming": true});
        assert_eq!(deltas(&streaming("a"), &streaming("ab")), delta("b", false));
        let nested = |value: &str| {
            json!({"type": "Row", "gap": 2, "children": [
                {"type": "Transition", "children": text(value)}, {"type": "Spacer"},
            ]})
        };
        assert_eq!(deltas(&nested("a"), &nested("ab")), delta("b", true));
    }

    #[test]
    fn everything_else_sends_the_whole_widget() {
        let cases = [
            // No identifier, another kind, a text that shrank, another text.
            (
                json!({"type": "Text", "value": "a"}),
                json!({"type": "Text", "value": "ab"}),
            ),
            (
                json!({"type": "Title", "id": "t", "value": "a"}),
                json!({"type": "Title", "id": "t", "value": "ab"}),
            ),
            (
                json!({"type": "Text", "id": "t", "value": "ab"}),
                json!({"type": "Text", "id": "t", "value": "a"}),
            ),
            (
                json!({"type": "Text", "id": "t", "value": "a"}),
                json!({"type": "Text", "id": "u", "value": "ab"}),
            ),
            // A property beside it, which came or went.
            (
                json!({"type": "Text", "id": "t", "value": "a", "streaming": true}),
                json!({"type": "Text", "id": "t", "value": "ab", "streaming": false}),
            ),
            (
                json!({"type": "Text", "id": "t", "value": "a"}),
                json!({"type": "Text", "id": "t", "value": "a", "size": "lg"}),
            ),
            // More or fewer children.
            (
                json!({"type": "Row", "children": [{"type": "Spacer"}]}),
                json!({"type": "Row", "children": []}),
            ),
            // Two of the same identifier.
            (
                json!({"type": "Row", "children": [
                    {"type": "Text", "id": "t", "value": "a"},
                    {"type": "Text", "id": "t", "value": "b"}]}),
                json!({"type": "Row", "children": [
                    {"type": "Text", "id": "t", "value": "a"},
                    {"type": "Text", "id": "t", "value": "bc"}]}),
            ),
        ];
        for (before, after) in cases {
            assert_eq!(deltas(&before, &after), None, "{before} {after}");
        }
    }

    #[test]
    fn a_property_that_is_null_is_not_there() {
        let before = json!({"type": "Card", "children": [], "size": null});
        let after = json!({"type": "Card", "children": []});
        assert!(changes(&widget(before), &widget(after)).is_empty());
    }
}
