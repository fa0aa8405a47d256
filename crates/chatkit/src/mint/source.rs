//! Who mints sessions, and how each wants to be asked.

use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::{Address, NotAnAddress, wire};

/// Who mints sessions.
#[derive(Debug, Clone)]
pub enum SessionSource {
    /// OpenAI, by `POST {base}/chatkit/sessions`.
    OpenAi {
        /// `https://api.openai.com/v1`.
        base: Address,
        /// The key of somebody's account, `sk-…`.
        key: SecretString,
        /// The identifier of the workflow, `wf_…`.
        workflow: String,
        /// Its version; the latest that is deployed where there is none.
        version: Option<String>,
        /// Who the threads of the session belong to: an identifier that stays the same.
        user: String,
    },
    /// A backend, by `POST {url}` with `{"user_id", "conversation_id", "refresh"}`. It knows the
    /// person by the token; one that needs nothing else may leave the body unread.
    Backend {
        /// Its session endpoint.
        url: Address,
        /// The token that it knows the person by.
        token: SecretString,
        /// The `user_id`.
        user: String,
        /// The `conversation_id`; `null` where there is none.
        conversation: Option<String>,
    },
}

impl SessionSource {
    /// The name of the server, for errors.
    pub(super) fn server(&self) -> String {
        match self {
            Self::OpenAi { .. } => "OpenAI".to_owned(),
            Self::Backend { url, .. } => url.server(),
        }
    }

    /// Where sessions are minted.
    pub(super) fn address(&self) -> Result<Address, NotAnAddress> {
        match self {
            Self::OpenAi { base, .. } => base.below("/chatkit/sessions"),
            Self::Backend { url, .. } => Ok(url.clone()),
        }
    }

    /// Where a session is cancelled; `None` where there is no such place.
    pub(super) fn cancel_address(&self, session: &str) -> Option<Address> {
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        match self {
            Self::OpenAi { base, .. } if session.bytes().all(is_word) => base
                .below(&format!("/chatkit/sessions/{session}/cancel"))
                .ok(),
            _ => None,
        }
    }

    /// What a session is asked for with. `refresh` says that another one has ended, or is about to.
    pub(super) fn body(&self, refresh: bool) -> Value {
        match self {
            Self::OpenAi {
                workflow,
                version,
                user,
                ..
            } => {
                let mut workflow = json!({ "id": workflow });
                if let Some(version) = version {
                    workflow["version"] = json!(version);
                }
                json!({ "workflow": workflow, "user": user })
            }
            Self::Backend {
                user, conversation, ..
            } => json!({
                "user_id": user,
                "conversation_id": conversation,
                "refresh": refresh,
            }),
        }
    }

    /// The headers of every request; `None` where the credential is none that could be sent.
    pub(super) fn headers(&self) -> Option<HeaderMap> {
        let mut headers = HeaderMap::new();
        headers.insert(AUTHORIZATION, wire::bearer(self.credential())?);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        if matches!(self, Self::OpenAi { .. }) {
            headers.insert(
                HeaderName::from_static("openai-beta"),
                HeaderValue::from_static("chatkit_beta=v1"),
            );
        }
        Some(headers)
    }

    pub(super) fn credential(&self) -> &str {
        match self {
            Self::OpenAi { key, .. } => key.expose_secret(),
            Self::Backend { token, .. } => token.expose_secret(),
        }
    }
}
