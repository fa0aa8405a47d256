//! Identifiers of threads and items.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The longest identifier, in bytes, that can name anything; longer ones name nothing.
const LONGEST: usize = 200;

/// What an item is, as far as the beginning of its identifier tells.
///
/// The prefixes are those of openai-chatkit 1.6.5 (`store.py`); nothing depends on them, they
/// make logs and databases readable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdPrefix {
    /// `msg_`: messages of the person and of the assistant, widgets, images and questions.
    Message,
    /// `wf_`: workflows, the shown steps of an answer.
    Workflow,
    /// `tc_`: calls of a tool that runs in the client.
    ToolCall,
    /// `tsk_`: steps that stand alone.
    Task,
    /// `shcx_`: context that is never sent to the client.
    HiddenContext,
    /// `itm_`: everything else.
    Item,
}

impl IdPrefix {
    fn as_str(self) -> &'static str {
        match self {
            Self::Message => "msg",
            Self::Workflow => "wf",
            Self::ToolCall => "tc",
            Self::Task => "tsk",
            Self::HiddenContext => "shcx",
            Self::Item => "itm",
        }
    }
}

/// A prefix and a UUIDv7: sortable by time, with 74 random bits that nobody guesses.
fn unguessable(prefix: &str) -> String {
    format!("{prefix}_{}", Uuid::now_v7().simple())
}

/// Whether a string that came from outside can be an identifier at all.
///
/// Databases disagree about overlong keys and U+0000; such strings never reach them.
fn is_plausible(id: &str) -> bool {
    !id.is_empty() && id.len() <= LONGEST && !id.chars().any(char::is_control)
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Whether this can name anything: 1 to 200 bytes and no control characters.
            /// The server answers "not found" for all others without asking the store.
            #[must_use]
            pub fn is_plausible(&self) -> bool {
                is_plausible(&self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}

id! {
    /// The identifier of a thread, unique in its store.
    ThreadId
}

id! {
    /// The identifier of an item, unique in its thread (two threads may use the same one).
    ItemId
}

id! {
    /// The identifier of an attachment, unique in its store.
    AttachmentId
}

impl AttachmentId {
    /// A new identifier, `atc_…`.
    #[must_use]
    pub fn generate() -> Self {
        Self(unguessable("atc"))
    }
}

impl ThreadId {
    /// A new identifier, `thr_…`; later ones sort after earlier ones.
    #[must_use]
    pub fn generate() -> Self {
        Self(unguessable("thr"))
    }
}

impl ItemId {
    /// A new identifier that begins with `prefix`.
    #[must_use]
    pub fn generate(prefix: IdPrefix) -> Self {
        Self(unguessable(prefix.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_carry_their_prefix_and_never_repeat() {
        let ids: std::collections::BTreeSet<_> = (0..1000).map(|_| ThreadId::generate()).collect();
        assert_eq!(ids.len(), 1000);
        assert!(
            ids.iter()
                .all(|id| id.as_str().starts_with("thr_") && id.is_plausible())
        );
        assert!(
            ItemId::generate(IdPrefix::HiddenContext)
                .as_str()
                .starts_with("shcx_")
        );
    }

    #[test]
    fn strings_that_no_database_likes_are_implausible() {
        for id in ["", "a\0b", "line\nbreak", &"x".repeat(201)] {
            assert!(!ThreadId::from(id).is_plausible(), "{id:?}");
        }
        assert!(ItemId::from("msg_ü").is_plausible());
    }
}
