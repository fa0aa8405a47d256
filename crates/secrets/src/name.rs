//! The secrets there are.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A secret that a person can give the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SecretName {
    /// The key of the person's account at OpenAI, `sk-…`.
    OpenaiKey,
    /// The token that a backend knows the person by.
    BackendToken,
}

impl SecretName {
    /// The word that stands for it in the keychain and in logs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OpenaiKey => "openai_key",
            Self::BackendToken => "backend_token",
        }
    }
}
