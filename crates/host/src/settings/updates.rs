//! Whether and which new versions of the app are looked for.

use serde::{Deserialize, Serialize};
use task::Error;
use ts_rs::TS;
use update::Channel;

use super::Settings;

/// Whether and which new versions of the app are looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct UpdateSettings {
    /// The app looks by itself, soon after its start and about once a day.
    pub look: bool,
    /// The channel.
    pub channel: Channel,
}

impl Default for UpdateSettings {
    fn default() -> Self {
        Self {
            look: true,
            channel: Channel::Stable,
        }
    }
}

impl Settings for UpdateSettings {
    const NAME: &'static str = "updates";

    fn checked(self) -> Result<Self, Error> {
        Ok(self)
    }
}
