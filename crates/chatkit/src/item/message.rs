//! What a person wrote.

use serde::{Deserialize, Serialize};

use crate::Attachment;
use crate::content::{InferenceOptions, UserContent};

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
