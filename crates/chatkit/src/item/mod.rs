//! Items: what stands in a thread.

mod image;
mod message;
mod structured_input;
mod tool_call;
mod wire;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::content::AssistantContent;
use crate::widget::Widget;
use crate::workflow::{Task, Workflow};
use crate::{IdPrefix, ItemId, ThreadId};

pub use image::GeneratedImage;
pub use message::UserMessage;
pub use structured_input::{Answer, Choice, InputStatus, Question, QuestionKind, StructuredInput};
pub use tool_call::{ClientToolCall, ToolCallStatus};

/// Something that stands in a thread: a message, the steps of an answer, a mark.
///
/// Its JSON is both what is sent and what a store may keep.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item {
    /// Unique in its thread.
    pub id: ItemId,
    /// The thread it stands in.
    pub thread_id: ThreadId,
    /// When it was begun, to the microsecond. Says nothing about its place: items stand in the
    /// order in which they were first saved.
    pub created_at: Timestamp,
    /// What it is.
    #[serde(flatten)]
    pub kind: ItemKind,
}

/// What an item is; on the wire its field `type` and the fields that go with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ItemKind {
    /// What a person wrote.
    UserMessage(UserMessage),
    /// What the assistant wrote.
    AssistantMessage {
        /// Its parts.
        content: Vec<AssistantContent>,
    },
    /// A call of a tool that runs in the client.
    ClientToolCall(ClientToolCall),
    /// Something drawn from components, which can be clicked and filled in.
    Widget {
        /// What is drawn.
        widget: Widget,
        /// What is copied in its place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        copy_text: Option<String>,
    },
    /// An image that was made for the person.
    GeneratedImage {
        /// The image, or a preview of it; `None` before there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        image: Option<GeneratedImage>,
    },
    /// Questions with a place for the answers.
    StructuredInput(StructuredInput),
    /// A step that stands alone.
    Task {
        /// The step.
        task: Task,
    },
    /// The steps that the assistant shows.
    Workflow {
        /// The steps.
        workflow: Workflow,
    },
    /// The assistant has finished its turn.
    EndOfTurn,
    /// Context for later answers. Stored, never sent.
    HiddenContextItem {
        /// Anything the responder understands.
        content: Value,
    },
    /// A note of this crate for later answers, such as that an answer was stopped. Stored,
    /// never sent.
    SdkHiddenContext {
        /// The note, one English sentence for a model.
        content: String,
    },
    /// A kind this version doesn't know, with its `type` and all its fields, kept and sent as it
    /// is.
    #[serde(untagged)]
    Other(Map<String, Value>),
}

impl Item {
    /// A new item of the thread, begun now, with an identifier that fits its kind.
    #[must_use]
    pub fn begin(thread_id: ThreadId, kind: ItemKind) -> Self {
        Self {
            id: ItemId::generate(kind.id_prefix()),
            thread_id,
            created_at: crate::time::now(),
            kind,
        }
    }

    /// Whether clients must never see it.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        matches!(
            self.kind,
            ItemKind::HiddenContextItem { .. } | ItemKind::SdkHiddenContext { .. }
        )
    }

    /// What the person wrote, if that is what it is.
    #[must_use]
    pub fn user_message(&self) -> Option<&UserMessage> {
        match &self.kind {
            ItemKind::UserMessage(message) => Some(message),
            _ => None,
        }
    }

    /// The call of a tool of the client, if that is what it is.
    #[must_use]
    pub fn tool_call(&self) -> Option<&ClientToolCall> {
        match &self.kind {
            ItemKind::ClientToolCall(call) => Some(call),
            _ => None,
        }
    }

    /// The widget, if that is what it is.
    #[must_use]
    pub fn widget(&self) -> Option<&Widget> {
        match &self.kind {
            ItemKind::Widget { widget, .. } => Some(widget),
            _ => None,
        }
    }

    /// Whether it calls a tool of the client that has not answered yet.
    pub(crate) fn is_pending_tool_call(&self) -> bool {
        self.tool_call()
            .is_some_and(|call| call.status == ToolCallStatus::Pending)
    }

    /// The text of a message of the person or the assistant, parts and tags joined; `None` for
    /// all other kinds.
    #[must_use]
    pub fn message_text(&self) -> Option<String> {
        match &self.kind {
            ItemKind::UserMessage(message) => Some(message.text()),
            ItemKind::AssistantMessage { content } => Some(
                content
                    .iter()
                    .map(|AssistantContent::OutputText(part)| part.text.as_str())
                    .collect(),
            ),
            _ => None,
        }
    }
}

impl ItemKind {
    /// The kinds that have a variant of their own; [`ItemKind::Other`] takes the rest.
    const KNOWN: [&'static str; 11] = [
        "user_message",
        "assistant_message",
        "client_tool_call",
        "widget",
        "generated_image",
        "structured_input",
        "task",
        "workflow",
        "end_of_turn",
        "hidden_context_item",
        "sdk_hidden_context",
    ];

    /// The name on the wire; empty for an [`ItemKind::Other`] that was built without one.
    #[must_use]
    pub fn type_name(&self) -> &str {
        match self {
            Self::UserMessage(_) => "user_message",
            Self::AssistantMessage { .. } => "assistant_message",
            Self::ClientToolCall(_) => "client_tool_call",
            Self::Widget { .. } => "widget",
            Self::GeneratedImage { .. } => "generated_image",
            Self::StructuredInput(_) => "structured_input",
            Self::Task { .. } => "task",
            Self::Workflow { .. } => "workflow",
            Self::EndOfTurn => "end_of_turn",
            Self::HiddenContextItem { .. } => "hidden_context_item",
            Self::SdkHiddenContext { .. } => "sdk_hidden_context",
            Self::Other(fields) => fields
                .get("type")
                .and_then(Value::as_str)
                .unwrap_or_default(),
        }
    }

    fn id_prefix(&self) -> IdPrefix {
        match self {
            Self::UserMessage(_) | Self::AssistantMessage { .. } => IdPrefix::Message,
            Self::Workflow { .. } => IdPrefix::Workflow,
            Self::HiddenContextItem { .. } | Self::SdkHiddenContext { .. } => {
                IdPrefix::HiddenContext
            }
            Self::ClientToolCall(_) => IdPrefix::ToolCall,
            Self::Task { .. } => IdPrefix::Task,
            Self::Widget { .. } | Self::GeneratedImage { .. } | Self::StructuredInput(_) => {
                IdPrefix::Message
            }
            Self::EndOfTurn | Self::Other(_) => IdPrefix::Item,
        }
    }
}
