//! Who decided that the chat is the built-in panel and not ChatKit.

use serde::Serialize;
use ts_rs::TS;

/// What makes the chat the built-in panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Rollback {
    /// `ROLLBACK_CHAT=true` in the environment.
    Environment,
    /// The person's setting.
    Setting,
    /// The backend's flag.
    Backend,
    /// The rollout has not come to this device yet.
    Rollout,
}
