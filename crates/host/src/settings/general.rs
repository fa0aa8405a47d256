//! What holds for the app as a whole.

use serde::{Deserialize, Serialize};
use task::Error;
use ts_rs::TS;

use super::Settings;

/// What holds for the app as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct General {
    /// The first day of the week.
    pub first_day: FirstDay,
    /// Closing the window leaves the app in the tray, where there is a tray.
    pub close_to_tray: bool,
    /// The app starts when the person signs in to the system, without a window.
    pub start_at_login: bool,
    /// Single letters are commands in the list.
    pub single_keys: bool,
    /// The first start is over: its steps were taken or skipped.
    pub welcomed: bool,
}

impl Default for General {
    fn default() -> Self {
        Self {
            first_day: FirstDay::default(),
            close_to_tray: true,
            start_at_login: false,
            single_keys: true,
            welcomed: false,
        }
    }
}

impl Settings for General {
    const NAME: &'static str = "general";

    fn checked(self) -> Result<Self, Error> {
        Ok(self)
    }
}

/// The first day of the week.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FirstDay {
    /// As is usual where the person lives.
    #[default]
    Locale,
    /// Monday.
    Monday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}
