//! How the chat of a profile is set up.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the chat is set up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ChatSettings {
    /// The person knows what ChatKit's frame sends to its vendor, and wants it all the same.
    pub told: bool,
    /// The rollback switch: the built-in panel, never ChatKit.
    pub built_in: bool,
    /// Where answers come from.
    pub answers: Answers,
}

/// Where answers come from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Answers {
    /// From this device.
    #[default]
    Device,
    /// From hosted ChatKit, with sessions that a backend mints.
    Backend {
        /// Its address, `https://…`; without TLS only on this computer.
        url: String,
        /// The path of its session endpoint, such as `/api/chatkit/session`.
        path: String,
    },
    /// From hosted ChatKit, with sessions minted with the person's own key.
    #[serde(rename = "openai")]
    OpenAi {
        /// The identifier of the workflow, `wf_…`.
        workflow: String,
        /// Its version; the latest that is deployed where there is none.
        #[ts(optional)]
        #[serde(skip_serializing_if = "Option::is_none")]
        version: Option<String>,
    },
}
