//! Reminders: the host looks when alarms have rung, and shows them as notifications.
//!
//! What has rung is kept before it is shown ([`store::Store::look_at_reminders`]), so that nothing
//! is lost or shown twice, whatever ends when. Quiet hours and pauses hold it back. Few come one by
//! one, many as one summary.

mod follow;
#[cfg(target_os = "linux")]
mod freedesktop;
#[cfg(any(windows, target_os = "macos"))]
mod native;
mod notice;
mod notifier;
mod step;

pub use follow::{Lookout, Nudge, remind};
pub use notice::{Notice, Tag};
pub use notifier::{Answer, NotShown, Notifier, Window};

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use store::Store;
use task::{Actor, Code, Error, Failure, Reminder, Snooze, Task, TaskId, Tasks, parse_snooze};
use ts_rs::TS;

use crate::settings::{self, ReminderSettings};

/// The notifications of this system.
pub fn notifications() -> Arc<dyn Notifier> {
    #[cfg(target_os = "linux")]
    return Arc::new(freedesktop::Freedesktop::default());
    #[cfg(any(windows, target_os = "macos"))]
    return Arc::new(native::Native::default());
}

/// Shows a notification now, as a reminder would come, whatever quiet hours and pauses hold back.
///
/// # Errors
/// `unavailable` where the desktop shows none, with its reason; where the profile can't be read.
pub async fn test(store: &Store, notifier: &dyn Notifier) -> Result<(), Failure> {
    let settings: ReminderSettings = settings::load(store).await?;
    let shown = notifier
        .show(&Notice::test(messages::here(), settings.sound))
        .await;
    shown.map_err(|error| Failure {
        code: Code::Unavailable,
        message: format!(
            "The desktop shows no notification: {error}. Until it does, Calm Orbit says reminders \
             in its own window."
        ),
    })
}

/// How the reminders stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReminderState {
    /// Whether there are reminders at all.
    pub on: bool,
    /// Until when none is shown; `null` where they are not paused.
    #[ts(as = "Option<String>")]
    pub paused_until: Option<Timestamp>,
    /// It is within quiet hours.
    pub quiet: bool,
}

/// The longest pause, in minutes: four weeks.
const LONGEST: u32 = 4 * 7 * 24 * 60;

/// How the reminders stand.
///
/// # Errors
/// Where the profile can't be read.
pub async fn state(store: &Store) -> Result<ReminderState, Error> {
    let now = store.caller(Actor::Person).now();
    let settings: ReminderSettings = settings::load(store).await?;
    Ok(ReminderState {
        on: settings.on,
        paused_until: settings
            .paused_until
            .filter(|until| *until > now.timestamp()),
        quiet: settings
            .quiet
            .is_some_and(|quiet| step::is_quiet(&quiet, &now)),
    })
}

/// Shows no reminder for so many minutes; `None` ends a pause. What rings meanwhile comes
/// afterwards.
///
/// # Errors
/// `invalid_input` for no minutes, or more than four weeks of them.
pub async fn pause(store: &Store, minutes: Option<u32>) -> Result<ReminderState, Error> {
    let now = store.caller(Actor::Person).now().timestamp();
    let until = match minutes {
        None => None,
        Some(minutes @ 1..=LONGEST) => now
            .checked_add(SignedDuration::from_mins(i64::from(minutes)))
            .ok(),
        Some(_) => {
            return Err(Error::invalid(
                "Reminders can be paused for a minute to four weeks. Nothing was changed.",
            ));
        }
    };
    let mut settings: ReminderSettings = settings::load(store).await?;
    settings.paused_until = until;
    settings::save(store, settings).await?;
    state(store).await
}

/// How long a reminder is put off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Until {
    /// As it is offered.
    Preset(Snooze),
    /// As somebody says it, such as "tomorrow at 8".
    Words(String),
}

/// Puts the reminder of a task off; answers until when, and the task.
///
/// # Errors
/// `not_found`; `invalid_input` for words that are no time to come, and for a task that is done.
pub async fn snooze(store: &Store, id: TaskId, until: &Until) -> Result<(Reminder, Task), Error> {
    let now = store.caller(Actor::Person).now();
    let settings: ReminderSettings = settings::load(store).await?;
    let until = match until {
        Until::Preset(preset) => preset.until(&now, settings.all_day)?,
        Until::Words(words) => parse_snooze(words, &now, settings.all_day)?,
    };
    let task = store.snooze(id, until.clone()).await?;
    Ok((until, task))
}
