//! Items: what stands in a thread.

use jiff::Timestamp;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::content::{AssistantContent, Attachment, InferenceOptions, UserContent};
use crate::workflow::Workflow;
use crate::{IdPrefix, ItemId, ThreadId};

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

/// What a person wrote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserMessage {
    /// Text and tags, in order.
    pub content: Vec<UserContent>,
    /// Files and images.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
    /// What they quoted from an earlier message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quoted_text: Option<String>,
    /// What they chose beside the text.
    pub inference_options: InferenceOptions,
}

impl UserMessage {
    /// The text with what its tags show, as one string.
    #[must_use]
    pub fn text(&self) -> String {
        self.content
            .iter()
            .map(|part| match part {
                UserContent::InputText { text } | UserContent::InputTag { text, .. } => {
                    text.as_str()
                }
            })
            .collect()
    }
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
    const KNOWN: [&'static str; 6] = [
        "user_message",
        "assistant_message",
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
            Self::Other(_) if self.type_name() == "client_tool_call" => IdPrefix::ToolCall,
            Self::EndOfTurn | Self::Other(_) => IdPrefix::Item,
        }
    }
}

// By hand, since serde would turn a damaged item of a known kind silently into `Other`.
impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Fields {
            id: ItemId,
            thread_id: ThreadId,
            created_at: Timestamp,
            #[serde(flatten)]
            rest: Map<String, Value>,
        }
        let Fields {
            id,
            thread_id,
            created_at,
            rest,
        } = Fields::deserialize(deserializer)?;
        let Some(type_name) = rest.get("type").and_then(Value::as_str) else {
            return Err(D::Error::missing_field("type"));
        };
        let kind = if ItemKind::KNOWN.contains(&type_name) {
            let type_name = type_name.to_owned();
            match serde_json::from_value(Value::Object(rest)).map_err(D::Error::custom)? {
                ItemKind::Other(_) => {
                    return Err(D::Error::custom(format!("the {type_name} item is damaged")));
                }
                kind => kind,
            }
        } else {
            ItemKind::Other(rest)
        };
        Ok(Self {
            id,
            thread_id,
            created_at,
            kind,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_unknown_kind_passes_through() {
        let widget = json!({
            "id": "w_1", "thread_id": "thr_1", "created_at": "2026-11-21T02:50:27.641267Z",
            "type": "widget", "widget": {"type": "Card", "children": [null, 1.5]}, "copy_text": "x",
        });
        let item: Item = serde_json::from_value(widget.clone()).unwrap();
        assert_eq!(item.kind.type_name(), "widget");
        assert_eq!(serde_json::to_value(&item).unwrap(), widget);
    }

    #[test]
    fn a_damaged_known_kind_is_an_error() {
        let item = json!({
            "id": "m", "thread_id": "t", "created_at": "2026-11-21T02:50:27Z",
            "type": "assistant_message", "content": "not a list",
        });
        assert!(serde_json::from_value::<Item>(item).is_err());
    }

    #[test]
    fn every_known_kind_reads_back() {
        let message = UserMessage {
            content: vec![
                UserContent::InputText { text: "hi ".into() },
                UserContent::InputTag {
                    id: "1".into(),
                    text: "Milk".into(),
                    data: Map::new(),
                    group: None,
                    interactive: false,
                },
            ],
            attachments: vec![],
            quoted_text: None,
            inference_options: InferenceOptions::default(),
        };
        let kinds = [
            ItemKind::UserMessage(message),
            ItemKind::AssistantMessage {
                content: vec![AssistantContent::text("x")],
            },
            ItemKind::EndOfTurn,
            ItemKind::HiddenContextItem {
                content: json!([1, null]),
            },
            ItemKind::SdkHiddenContext {
                content: "note".into(),
            },
        ];
        for kind in kinds {
            assert!(ItemKind::KNOWN.contains(&kind.type_name()));
            let item = Item::begin(ThreadId::generate(), kind);
            let text = serde_json::to_string(&item).unwrap();
            assert_eq!(serde_json::from_str::<Item>(&text).unwrap(), item, "{text}");
        }
    }
}
