//! Identifiers. All are UUIDs of version 7, made on this machine, so that a row has its final
//! name before any network knows of it.

use std::fmt;
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::{ContextV7, Uuid};

use crate::error::Error;

/// Ids made by one process in the same millisecond sort in the order in which they were made, so
/// that many lines added at once stay in their order.
static ORDER: Mutex<ContextV7> = Mutex::new(ContextV7::new());

/// A fresh UUID of version 7 for the instant `at`. Times before 1970 count as 1970.
pub fn fresh_uuid(at: Timestamp) -> Uuid {
    let seconds = u64::try_from(at.as_second()).unwrap_or(0);
    let nanos = u32::try_from(at.subsec_nanosecond()).unwrap_or(0);
    let order = ORDER.lock().unwrap_or_else(PoisonError::into_inner);
    Uuid::new_v7(uuid::Timestamp::from_unix(&*order, seconds, nanos))
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $what:literal) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
            JsonSchema, TS,
        )]
        #[serde(transparent)]
        #[schemars(transparent)]
        #[ts(as = "String")]
        pub struct $name(#[schemars(with = "String")] pub Uuid);

        impl $name {
            /// A fresh id for the instant `at`.
            pub fn fresh(at: Timestamp) -> Self {
                Self(fresh_uuid(at))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = Error;

            fn from_str(text: &str) -> Result<Self, Error> {
                Uuid::parse_str(text.trim()).map(Self).map_err(|_| {
                    Error::invalid(format!(
                        "“{}” is not the id of a {}. Ids look like 0199f2c4-7d1e-7a3b-8c5d-2f6e1a9b4c70.",
                        crate::text::excerpt(text, 60),
                        $what
                    ))
                })
            }
        }
    };
}

id!(
    /// A task.
    TaskId,
    "task"
);
id!(
    /// A list.
    ListId,
    "list"
);
id!(
    /// A saved filter.
    FilterId,
    "filter"
);
id!(
    /// A group of changes that are undone together: one action of a person, one call of a client,
    /// one whole turn of the assistant.
    GroupId,
    "group of changes"
);

impl TaskId {
    /// The short form that people type: the last 8 hexadecimal characters. (The first ones of a
    /// UUIDv7 are a time and the same for tasks made close together.)
    pub fn short(&self) -> String {
        let text = self.0.simple().to_string();
        text.get(24..).unwrap_or_default().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_id_is_the_end_of_the_long_one() {
        let id: TaskId = "0199f2c4-7d1e-7a3b-8c5d-2f6e1a9b4c70".parse().unwrap();
        assert_eq!(id.short(), "1a9b4c70");
    }

    #[test]
    fn fresh_ids_are_version_7_and_differ() {
        let at = Timestamp::from_second(1_700_000_000).unwrap();
        let (a, b) = (TaskId::fresh(at), TaskId::fresh(at));
        assert_eq!(a.0.get_version_num(), 7);
        assert_ne!(a, b);
    }

    #[test]
    fn ids_of_one_millisecond_keep_their_order() {
        let at = Timestamp::from_second(1_700_000_000).unwrap();
        let ids: Vec<TaskId> = (0..1_000).map(|_| TaskId::fresh(at)).collect();
        assert!(ids.is_sorted());
    }

    #[test]
    fn a_bad_id_says_what_an_id_looks_like() {
        let error = TaskId::from_str("milk").unwrap_err();
        assert!(error.to_string().contains("“milk” is not the id of a task"));
    }
}
