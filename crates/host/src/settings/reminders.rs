//! When and how a person is reminded.

use jiff::Timestamp;
use jiff::civil::Time;
use serde::{Deserialize, Serialize};
use task::Error;
use ts_rs::TS;

use super::Settings;

/// When and how a person is reminded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ReminderSettings {
    /// Whether there are reminders at all.
    pub on: bool,
    /// The time of day, `09:00`, that stands for a due date without a time.
    #[ts(as = "String")]
    pub all_day: Time,
    /// Whether a task with a due time and no reminder of its own is reminded of at that time.
    pub at_due: bool,
    /// When nothing is shown; it comes when they end.
    pub quiet: Option<QuietHours>,
    /// Nothing is shown until then; it comes afterwards.
    #[ts(as = "Option<String>")]
    pub paused_until: Option<Timestamp>,
    /// With a sound, where the system has one.
    pub sound: bool,
}

impl Default for ReminderSettings {
    fn default() -> Self {
        Self {
            on: true,
            all_day: Time::constant(9, 0, 0, 0),
            at_due: true,
            quiet: None,
            paused_until: None,
            sound: true,
        }
    }
}

impl Settings for ReminderSettings {
    const NAME: &'static str = "reminders";

    fn checked(self) -> Result<Self, Error> {
        match self.quiet {
            Some(quiet) if quiet.from == quiet.to => Err(Error::invalid(
                "Quiet hours end at another time than they begin. Nothing was changed.",
            )),
            _ => Ok(self),
        }
    }
}

/// A part of each day, by the clock on the wall; it may go over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuietHours {
    /// When they begin, `22:00`.
    #[ts(as = "String")]
    pub from: Time,
    /// When they end, `07:00`.
    #[ts(as = "String")]
    pub to: Time,
}
