//! What is wrong with a query, and where.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;

/// Why a query is not understood. The range is what the message speaks of, in UTF-16 code units of
/// the query (as JavaScript counts).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[error("{message}")]
pub struct FilterError {
    /// What is wrong and what would be understood, as a sentence to show as it is.
    pub message: String,
    /// Where the words in question begin.
    pub start: u32,
    /// Where they end, exclusive.
    pub end: u32,
}

impl FilterError {
    /// An error about the bytes from `start` to `end` of `source`.
    pub(super) fn new(
        message: impl Into<String>,
        source: &str,
        (start, end): (usize, usize),
    ) -> Self {
        let units = |bytes: usize| {
            let before = source.get(..bytes).unwrap_or(source);
            u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
        };
        Self {
            message: message.into(),
            start: units(start),
            end: units(end),
        }
    }
}

impl From<FilterError> for Error {
    fn from(error: FilterError) -> Self {
        Self::Invalid(error.message)
    }
}
