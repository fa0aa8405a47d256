//! What shows notifications, and what the person answers.

use async_trait::async_trait;
use task::TaskId;

use super::notice::{Notice, Tag};

/// Shows notifications on the person's screen.
#[async_trait]
pub trait Notifier: Send + Sync {
    /// Shows a notification, in place of the one with the same tag.
    ///
    /// # Errors
    /// Where the system shows none.
    async fn show(&self, notice: &Notice) -> Result<(), NotShown>;

    /// Takes a notification away, if it is still there.
    async fn withdraw(&self, tag: Tag);

    /// Takes all notifications away.
    async fn clear(&self);

    /// What the person answers next. Never ends.
    async fn answer(&self) -> Answer;
}

/// What a person answered to a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The task is done.
    Done(TaskId),
    /// Not now: in ten minutes.
    Snooze(TaskId),
    /// Show it.
    Open(Tag),
    /// It was closed.
    Closed(Tag),
}

/// Why a notification can't be shown.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NotShown(pub String);

/// The window, as far as reminders need it.
pub trait Window: Send + Sync {
    /// Brings it to the front and shows a task in it; with a summary, the tasks of today.
    fn open(&self, tag: Tag);

    /// Says there what no notification can say.
    fn tell(&self, notice: &Notice);
}
