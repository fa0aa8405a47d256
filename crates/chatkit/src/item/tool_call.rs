//! Tools that run in the client.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

/// A call of a tool that runs in the client (`onClientTool` of the page).
///
/// A turn ends with a pending one; the client's answer begins the next turn. A client that goes
/// away leaves it pending, and a message that follows gives it up: models that want an output for
/// every call should not be told of it. The next output that comes deletes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClientToolCall {
    /// Whether the client has answered.
    #[serde(default)]
    pub status: ToolCallStatus,
    /// Names the call, for models that number their calls.
    pub call_id: String,
    /// Which tool.
    pub name: String,
    /// With what.
    pub arguments: Map<String, Value>,
    /// What the client answered; `None` before it has, or when it answered nothing (`null`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<Value>,
}

impl ClientToolCall {
    /// A call that waits for its output, with a name of its own.
    #[must_use]
    pub fn begin(name: impl Into<String>, arguments: Map<String, Value>) -> Self {
        Self {
            status: ToolCallStatus::Pending,
            call_id: format!("call_{}", Uuid::now_v7().simple()),
            name: name.into(),
            arguments,
            output: None,
        }
    }

    /// The call with its output.
    #[must_use]
    pub(crate) fn completed(self, output: Value) -> Self {
        Self {
            status: ToolCallStatus::Completed,
            output: (!output.is_null()).then_some(output),
            ..self
        }
    }
}

/// Whether the client has answered a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToolCallStatus {
    /// Not yet.
    #[default]
    Pending,
    /// It has.
    Completed,
}
