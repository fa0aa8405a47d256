//! The tree of components, as it is sent.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A component of a widget: the JSON object that is sent, whatever it holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Component(pub(crate) Map<String, Value>);

impl Component {
    /// The JSON object.
    #[must_use]
    pub fn fields(&self) -> &Map<String, Value> {
        &self.0
    }

    /// The kind of component, such as `Text`; empty when it names none.
    #[must_use]
    pub fn type_name(&self) -> &str {
        text(&self.0, "type").unwrap_or_default()
    }

    /// The identifier that updates name it by.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        text(&self.0, "id")
    }
}

impl From<Component> for Value {
    fn from(component: Component) -> Self {
        Self::Object(component.0)
    }
}

/// A whole widget: a component that stands by itself, `Card`, `ListView` or `Basic`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Widget(pub(crate) Map<String, Value>);

impl Widget {
    /// What may stand by itself.
    const ROOTS: [&'static str; 3] = ["Card", "ListView", "Basic"];

    /// A widget that was built elsewhere, sent as it is.
    ///
    /// # Errors
    /// [`NotAWidget`] unless it is an object whose `type` may stand by itself.
    pub fn from_json(value: Value) -> Result<Self, NotAWidget> {
        match value {
            Value::Object(fields)
                if text(&fields, "type").is_some_and(|name| Self::ROOTS.contains(&name)) =>
            {
                Ok(Self(fields))
            }
            _ => Err(NotAWidget),
        }
    }

    /// The JSON object.
    #[must_use]
    pub fn fields(&self) -> &Map<String, Value> {
        &self.0
    }

    /// The kind of root: `Card`, `ListView` or `Basic`.
    #[must_use]
    pub fn type_name(&self) -> &str {
        text(&self.0, "type").unwrap_or_default()
    }
}

/// JSON that is no widget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a widget is a JSON object of the type Card, ListView or Basic")]
pub struct NotAWidget;

pub(super) fn text<'a>(fields: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    fields.get(name).and_then(Value::as_str)
}
