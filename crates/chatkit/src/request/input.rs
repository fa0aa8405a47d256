//! What a person sends: a message, answers, speech.

use std::collections::HashMap;

use serde::Deserialize;

use crate::content::{InferenceOptions, UserContent};
use crate::{
    Answer, AttachmentId, Audio, Headers, InputStatus, RequestError, StructuredInput, UserMessage,
    base64,
};

use super::{MAX_ATTACHMENTS, MAX_MESSAGE};

/// A message as the client sends it.
#[derive(Debug, Deserialize)]
pub(crate) struct UserMessageInput {
    content: Vec<UserContent>,
    attachments: Vec<AttachmentId>,
    quoted_text: Option<String>,
    inference_options: InferenceOptions,
}

impl UserMessageInput {
    /// The message, its attachments still to be looked for, if it is one that this server takes.
    pub(crate) fn check(self) -> Result<(UserMessage, Vec<AttachmentId>), RequestError> {
        let attachments = self.attachments;
        if attachments.len() > MAX_ATTACHMENTS {
            return Err(RequestError::Refused(format!(
                "the message has {} attachments, {MAX_ATTACHMENTS} are the most; send some later",
                attachments.len()
            )));
        }
        let message = UserMessage {
            content: self.content,
            attachments: Vec::new(),
            quoted_text: self.quoted_text,
            inference_options: self.inference_options,
        };
        let text = message.text();
        if text.trim().is_empty() && attachments.is_empty() {
            return Err(RequestError::Refused(
                "the message is empty; write something".into(),
            ));
        }
        let quoted = message.quoted_text.as_deref().unwrap_or_default();
        let length = text.chars().count() + quoted.chars().count();
        if length > MAX_MESSAGE {
            return Err(RequestError::Refused(format!(
                "the message has {length} characters, {MAX_MESSAGE} are the most; shorten it or \
                 send it in parts"
            )));
        }
        Ok((message, attachments))
    }
}

/// The answers to the questions of an item.
#[derive(Debug, Deserialize)]
pub(crate) struct Submission {
    #[serde(default = "Submission::answered")]
    status: InputStatus,
    #[serde(default)]
    answers: HashMap<String, Answer>,
}

impl Submission {
    fn answered() -> InputStatus {
        InputStatus::Answered
    }

    /// The questions with these answers, if both go together.
    pub(crate) fn answer(self, asked: StructuredInput) -> Result<StructuredInput, RequestError> {
        if self.status == InputStatus::Pending {
            return Err(RequestError::Malformed(
                "answers are \"answered\" or \"skipped\"".into(),
            ));
        }
        if asked.status != InputStatus::Pending {
            return Err(RequestError::Refused(
                "these questions were answered already; load the conversation again".into(),
            ));
        }
        let values = self.answers.values().flat_map(|answer| &answer.values);
        let length: usize = values.map(|value| value.chars().count()).sum();
        if length > MAX_MESSAGE {
            return Err(RequestError::Refused(format!(
                "the answers have {length} characters, {MAX_MESSAGE} are the most; shorten them"
            )));
        }
        Ok(asked.answered(self.answers, self.status == InputStatus::Skipped))
    }
}

/// Speech as the client sends it.
#[derive(Debug, Deserialize)]
pub(crate) struct AudioInput {
    audio_base64: String,
    mime_type: String,
}

impl AudioInput {
    pub(crate) fn decode(self, headers: &Headers) -> Result<Audio, RequestError> {
        let data = base64::decode(&self.audio_base64)
            .ok_or_else(|| RequestError::Malformed("audio_base64 is not base64".into()))?;
        Ok(Audio {
            data,
            mime_type: self.mime_type,
            locale: headers.locale().map(str::to_owned),
        })
    }
}
