//! Who changes tasks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who made a change.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Actor {
    /// The person, in the window, the tray or the shell.
    Person,
    /// The built-in assistant.
    Assistant,
    /// An MCP client, by the name that it gave.
    Client {
        /// The client's name, such as `claude-ai`.
        name: String,
    },
    /// Another device of the same person, seen through sync.
    Device {
        /// The device's name.
        name: String,
    },
    /// The backend.
    Server,
}

impl Actor {
    /// An MCP client. The name comes from outside: it is cut to one line of 100 characters.
    pub fn client(name: &str) -> Self {
        let clean: String = name.chars().filter(|c| !c.is_control()).take(100).collect();
        let trimmed = clean.trim();
        let name = if trimmed.is_empty() {
            "unnamed"
        } else {
            trimmed
        };
        Self::Client {
            name: name.to_owned(),
        }
    }

    /// The text that is stored: `person`, `assistant`, `client:NAME`, `device:NAME`, `server`.
    pub fn to_text(&self) -> String {
        match self {
            Self::Person => "person".into(),
            Self::Assistant => "assistant".into(),
            Self::Client { name } => format!("client:{name}"),
            Self::Device { name } => format!("device:{name}"),
            Self::Server => "server".into(),
        }
    }

    /// Reads what [`Actor::to_text`] wrote. A kind that this version doesn't know reads as a client
    /// of that name, so that a newer version's changes are still shown as somebody's.
    pub fn from_text(text: &str) -> Self {
        match text.split_once(':') {
            None if text == "person" => Self::Person,
            None if text == "assistant" => Self::Assistant,
            None if text == "server" => Self::Server,
            Some(("client", name)) => Self::Client { name: name.into() },
            Some(("device", name)) => Self::Device { name: name.into() },
            _ => Self::Client { name: text.into() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_actor_survives_its_text() {
        for actor in [
            Actor::Person,
            Actor::Assistant,
            Actor::client("Claude: desktop"),
            Actor::Device {
                name: "laptop".into(),
            },
            Actor::Server,
        ] {
            assert_eq!(Actor::from_text(&actor.to_text()), actor);
        }
    }

    #[test]
    fn a_client_without_a_name_is_unnamed() {
        assert_eq!(
            Actor::client(" \n"),
            Actor::Client {
                name: "unnamed".into()
            }
        );
    }
}
