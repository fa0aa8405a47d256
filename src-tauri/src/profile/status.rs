//! Whether the profile is open, as a page is told.

use serde::Serialize;
use task::Failure;
use ts_rs::TS;

use crate::commands::data::BackupFile;

/// Whether the profile is open.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub(crate) enum Status {
    /// It is.
    Ready {
        /// Its folder.
        data_dir: String,
        /// The app's version.
        version: String,
    },
    /// It can't be opened; nothing in it was changed.
    Failed {
        /// Its folder.
        data_dir: String,
        /// The app's version.
        version: String,
        /// Why, and what to do.
        failure: Failure,
        /// The copy from before the last update, where starts have failed so often that it is offered.
        copy: Option<BackupFile>,
    },
    /// It isn't opened yet: the starts before this one failed.
    Held {
        /// Its folder.
        data_dir: String,
        /// The app's version.
        version: String,
        /// How many starts in a row failed.
        failed: u32,
        /// The copy from before the last update, where there is one.
        copy: Option<BackupFile>,
    },
}

impl Status {
    /// Whether it is open.
    pub(crate) fn is_ready(&self) -> bool {
        matches!(self, Self::Ready { .. })
    }
}
