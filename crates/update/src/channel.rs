//! The channels on which versions are published.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A channel on which versions are published.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Versions that are done.
    #[default]
    Stable,
    /// Versions that want to be tried, and those that are done where they are newer.
    Beta,
}

impl Channel {
    /// Its name, as it stands in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stable => "stable",
            Self::Beta => "beta",
        }
    }

    /// The channels whose versions somebody on this one may be offered.
    pub fn heard(self) -> &'static [Self] {
        match self {
            Self::Stable => &[Self::Stable],
            Self::Beta => &[Self::Beta, Self::Stable],
        }
    }
}
