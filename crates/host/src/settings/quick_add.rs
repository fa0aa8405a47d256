//! How the quick-add window is called.

use serde::{Deserialize, Serialize};
use task::Error;
use ts_rs::TS;

use super::Settings;

/// How the quick-add window is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct QuickAddSettings {
    /// The keys that call it from anywhere, such as `CommandOrControl+Shift+Space`; `null` where the
    /// person wants none. Whether the system lets the app have them is another matter.
    pub shortcut: Option<String>,
}

impl Default for QuickAddSettings {
    fn default() -> Self {
        Self {
            shortcut: Some("CommandOrControl+Shift+Space".to_owned()),
        }
    }
}

/// The longest text of a shortcut, in bytes.
const LONGEST: usize = 100;

impl Settings for QuickAddSettings {
    const NAME: &'static str = "quick_add";

    fn checked(self) -> Result<Self, Error> {
        match &self.shortcut {
            Some(keys) if keys.trim().is_empty() || keys.len() > LONGEST => Err(Error::invalid(
                "These keys cannot be a shortcut. Nothing was changed.",
            )),
            _ => Ok(self),
        }
    }
}
