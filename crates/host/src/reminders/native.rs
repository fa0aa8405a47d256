//! Notifications of Windows and macOS, through notify-rust, which speaks to both. A thread waits
//! for each answer. Neither system takes back what the library has shown; what is withdrawn is
//! answered in vain.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use notify_rust::{Notification, NotificationResponse};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;

use super::notice::{Notice, Tag};
use super::notifier::{Answer, NotShown, Notifier};

/// The name under which the app is installed.
const APP: &str = "org.calmorbit.CalmOrbit";

const DONE: &str = "done";
const SNOOZE: &str = "snooze";
const OPEN: &str = "open";

/// What is shown, each with the number of its notification.
type Shown = Arc<Mutex<(u64, HashMap<Tag, u64>)>>;

/// The system's notifications.
pub(super) struct Native {
    shown: Shown,
    said: UnboundedSender<Answer>,
    heard: tokio::sync::Mutex<UnboundedReceiver<Answer>>,
}

impl Default for Native {
    fn default() -> Self {
        // It can be said once in a process; the first is right.
        #[cfg(target_os = "macos")]
        drop(notify_rust::set_application(APP));
        let (said, heard) = unbounded_channel();
        Self {
            shown: Shown::default(),
            said,
            heard: tokio::sync::Mutex::new(heard),
        }
    }
}

fn lock(shown: &Shown) -> MutexGuard<'_, (u64, HashMap<Tag, u64>)> {
    shown.lock().unwrap_or_else(PoisonError::into_inner)
}

fn notification(notice: &Notice) -> Notification {
    let mut notification = Notification::new();
    let say = messages::here();
    notification
        .summary(notice.title.as_str())
        .body(notice.body.as_str());
    #[cfg(windows)]
    notification.app_id(APP);
    if matches!(notice.tag, Tag::Task(_)) {
        notification
            .action(DONE, say.reminder_done().as_str())
            .action(SNOOZE, say.reminder_snooze().as_str());
    }
    notification.action(OPEN, say.reminder_open().as_str());
    if notice.sound {
        notification.sound_name(if cfg!(windows) { "Reminder" } else { "default" });
    }
    notification
}

fn answer_of(response: &NotificationResponse, tag: Tag) -> Answer {
    match (response, tag) {
        (NotificationResponse::Action(action), Tag::Task(id)) if action == DONE => Answer::Done(id),
        (NotificationResponse::Action(action), Tag::Task(id)) if action == SNOOZE => {
            Answer::Snooze(id)
        }
        (NotificationResponse::Action(_) | NotificationResponse::Default, tag) => Answer::Open(tag),
        (_, tag) => Answer::Closed(tag),
    }
}

#[async_trait]
impl Notifier for Native {
    async fn show(&self, notice: &Notice) -> Result<(), NotShown> {
        let (notification, tag) = (notification(notice), notice.tag);
        let number = {
            let mut shown = lock(&self.shown);
            shown.0 += 1;
            let number = shown.0;
            shown.1.insert(tag, number);
            number
        };
        let (tell, told) = oneshot::channel();
        let (shown, said) = (self.shown.clone(), self.said.clone());
        let waiting = std::thread::Builder::new().name("notification".into());
        let waiting = waiting.spawn(move || {
            let handle = match notification.show() {
                Ok(handle) => handle,
                Err(error) => return drop(tell.send(Err(NotShown(error.to_string())))),
            };
            drop(tell.send(Ok(())));
            let waited = handle.wait_for_response(move |response: &NotificationResponse| {
                let mut shown = lock(&shown);
                if shown.1.get(&tag) == Some(&number) {
                    shown.1.remove(&tag);
                    // Nobody listens any more where the app ends.
                    let _ = said.send(answer_of(response, tag));
                }
            });
            if let Err(error) = waited {
                tracing::warn!(%error, "a notification cannot be answered");
            }
        });
        waiting.map_err(|error| NotShown(error.to_string()))?;
        told.await
            .unwrap_or_else(|_| Err(NotShown("the notification broke off".to_owned())))
    }

    async fn withdraw(&self, tag: Tag) {
        lock(&self.shown).1.remove(&tag);
    }

    async fn clear(&self) {
        lock(&self.shown).1.clear();
    }

    async fn answer(&self) -> Answer {
        match self.heard.lock().await.recv().await {
            Some(answer) => answer,
            // This end keeps a sender.
            None => std::future::pending().await,
        }
    }
}
