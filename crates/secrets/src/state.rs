//! What may be said about secrets.

use serde::Serialize;
use ts_rs::TS;

/// Whether there is a secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SecretState {
    /// What may be known of it; `None` where there is none.
    pub stored: Option<StoredSecret>,
}

/// What may be known of a secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StoredSecret {
    /// Its last four characters, so that a person knows which one it is; empty where it is so
    /// short that four would tell too much.
    pub last_four: String,
    /// Where it is.
    pub place: Place,
}

/// Where a secret is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In the keychain of the operating system.
    Keychain,
    /// In the memory of this process, until it ends.
    Session,
}

/// Whether secrets can be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KeychainState {
    /// Where the next secret goes; `None` where it can go nowhere before the person decides.
    pub place: Option<Place>,
    /// Why there is no keychain, and what to do about it; `None` where there is one.
    pub trouble: Option<String>,
}
