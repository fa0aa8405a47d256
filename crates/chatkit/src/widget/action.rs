//! Actions: what a click or a form does.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Something that a person did in a widget, or the page with `sendCustomAction`, as it arrives.
/// Untrusted: every client can send any.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Action {
    /// Which action.
    #[serde(rename = "type")]
    pub name: String,
    /// With what: the payload of the [`ActionConfig`], with the values of the form where there is
    /// one. `null` when it has none.
    #[serde(default)]
    pub payload: Value,
}

/// An action as a widget declares it.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionConfig {
    name: String,
    payload: Value,
    handler: Handler,
    loading_behavior: LoadingBehavior,
    streaming: bool,
}

impl ActionConfig {
    /// An action of this name that the server answers with a turn.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            payload: Value::Null,
            handler: Handler::Server,
            loading_behavior: LoadingBehavior::Auto,
            streaming: true,
        }
    }

    /// What is sent along. The values of a form are merged into it, so that an object is what
    /// forms need.
    #[must_use]
    pub fn payload(mut self, payload: impl Into<Value>) -> Self {
        self.payload = payload.into();
        self
    }

    /// Who carries it out.
    #[must_use]
    pub fn handler(mut self, handler: Handler) -> Self {
        self.handler = handler;
        self
    }

    /// What shows that it is under way.
    #[must_use]
    pub fn loading_behavior(mut self, loading_behavior: LoadingBehavior) -> Self {
        self.loading_behavior = loading_behavior;
        self
    }

    /// Whether it is answered with a turn (`true`), or with one changed item
    /// ([`Responder::sync_action`](crate::Responder::sync_action)), which works while an answer
    /// comes too.
    #[must_use]
    pub fn streaming(mut self, streaming: bool) -> Self {
        self.streaming = streaming;
        self
    }
}

impl From<ActionConfig> for Value {
    fn from(action: ActionConfig) -> Self {
        let mut fields = Map::new();
        fields.insert("type".to_owned(), action.name.into());
        if !action.payload.is_null() {
            fields.insert("payload".to_owned(), action.payload);
        }
        fields.insert("handler".to_owned(), action.handler.into());
        fields.insert("loadingBehavior".to_owned(), action.loading_behavior.into());
        fields.insert("streaming".to_owned(), action.streaming.into());
        Self::Object(fields)
    }
}

tokens! {
    /// Who carries an action out.
    Handler {
        /// The server, as a request.
        Server = "server",
        /// The page, in `widgets.onAction`.
        Client = "client",
    }
    /// What shows that an action is under way.
    LoadingBehavior {
        /// The client decides.
        Auto = "auto",
        /// Nothing.
        None = "none",
        /// The component that was clicked.
        Itself = "self",
        /// The widget that the component stands in.
        Container = "container",
    }
}
