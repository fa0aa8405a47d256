//! What a page is told of updates.

use jiff::Timestamp;
use serde::Serialize;
use task::Failure;
use ts_rs::TS;
use update::Owner;

/// How it stands with updates.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub(crate) struct UpdateState {
    /// The version that runs.
    pub(crate) version: String,
    /// Why the app does not update itself; `null` where it does.
    pub(crate) barred: Option<Barred>,
    /// What is under way, or was found.
    pub(crate) step: Step,
    /// What failed last, of what the person asked for.
    pub(crate) failure: Option<Failure>,
    /// When a server last answered.
    #[ts(as = "Option<String>")]
    pub(crate) answered: Option<Timestamp>,
    /// The stable version that somebody with a newer beta can go back to.
    pub(crate) way_back: Option<String>,
    /// Whether the person wants betas where none is published.
    pub(crate) no_beta: bool,
}

/// What is under way, or was found.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Step {
    /// Nobody has looked yet.
    #[default]
    Unknown,
    /// A server is being asked.
    Looking,
    /// There is nothing newer.
    Newest,
    /// There is another version.
    Offered {
        /// Which.
        release: Release,
    },
    /// It is being downloaded.
    Downloading {
        /// Which.
        release: Release,
        /// So many bytes are here.
        #[ts(type = "number")]
        received: u64,
        /// Of so many, where the server says.
        #[ts(type = "number | null")]
        total: Option<u64>,
    },
    /// It is here and checked, and is installed when the app ends.
    Waiting {
        /// Which.
        release: Release,
    },
    /// It is being installed.
    Installing {
        /// Which.
        release: Release,
    },
    /// It is installed; the app that runs is still the one before.
    Installed {
        /// Which.
        release: Release,
    },
}

impl Step {
    /// Whether something is under way that a look must not disturb.
    pub(crate) fn is_busy(&self) -> bool {
        !matches!(self, Self::Unknown | Self::Newest | Self::Offered { .. })
    }
}

/// A version that is offered.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub(crate) struct Release {
    /// Its number.
    pub(crate) version: String,
    /// What is new in it, as Markdown.
    pub(crate) notes: Option<String>,
    /// When it was published.
    #[ts(as = "Option<String>")]
    pub(crate) published: Option<Timestamp>,
    /// Whether it is older than the one that runs.
    pub(crate) older: bool,
}

/// Why the app does not update itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Barred {
    /// This build has no key that would tell what is its own.
    NoKey,
    /// It was built here, not installed.
    Builder,
    /// A shop or package manager does it.
    Manager {
        /// Its name, where that is known.
        name: Option<String>,
    },
    /// It can't write where it is.
    Locked {
        /// The folder.
        folder: String,
    },
    /// There is no way to ask for an administrator's password.
    Administrator,
}

impl Barred {
    pub(crate) fn by(owner: Owner) -> Option<Self> {
        match owner {
            Owner::Itself { .. } => None,
            Owner::Builder => Some(Self::Builder),
            Owner::Manager { name } => Some(Self::Manager { name }),
            Owner::Locked { folder } => Some(Self::Locked { folder }),
            Owner::Administrator => Some(Self::Administrator),
        }
    }
}
