//! Notifications of a Linux desktop: the service `org.freedesktop.Notifications` on the session
//! bus (Desktop Notifications Specification 1.3). Spoken to directly: it is one interface of three
//! calls, and the bus library is here already.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use futures::StreamExt;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::AbortHandle;
use zbus::Connection;
use zbus::zvariant::Value;

use super::notice::{Notice, Tag};
use super::notifier::{Answer, NotShown, Notifier};

/// The service answers within this time, or counts as not there.
const PATIENCE: Duration = Duration::from_secs(5);
/// The name under which the app is installed.
const DESKTOP_ENTRY: &str = "org.calmorbit.CalmOrbit";
/// The icon under which it is.
const ICON: &str = "calm-orbit-desktop";
/// A notification stays until the person has seen to it.
const STAYS: i32 = 0;

const DONE: &str = "done";
const SNOOZE: &str = "snooze";
const OPEN: &str = "open";
/// What a click on the notification itself is called.
const CLICK: &str = "default";

#[zbus::proxy(
    interface = "org.freedesktop.Notifications",
    default_service = "org.freedesktop.Notifications",
    default_path = "/org/freedesktop/Notifications",
    gen_blocking = false
)]
trait Service {
    #[expect(clippy::too_many_arguments, reason = "as the specification has it")]
    fn notify(
        &self,
        app_name: &str,
        replaces_id: u32,
        app_icon: &str,
        summary: &str,
        body: &str,
        actions: &[&str],
        hints: HashMap<&str, Value<'_>>,
        expire_timeout: i32,
    ) -> zbus::Result<u32>;

    fn close_notification(&self, id: u32) -> zbus::Result<()>;

    fn get_capabilities(&self) -> zbus::Result<Vec<String>>;

    #[zbus(signal)]
    fn action_invoked(&self, id: u32, action_key: String) -> zbus::Result<()>;

    #[zbus(signal)]
    fn notification_closed(&self, id: u32, reason: u32) -> zbus::Result<()>;
}

/// The notifications that are on the screen, by the numbers that the service gave them.
type Shown = Arc<Mutex<HashMap<u32, Tag>>>;

/// The desktop's notifications.
pub(super) struct Freedesktop {
    desk: tokio::sync::Mutex<Option<Desk>>,
    shown: Shown,
    said: UnboundedSender<Answer>,
    heard: tokio::sync::Mutex<UnboundedReceiver<Answer>>,
}

/// A connection to the service.
struct Desk {
    service: ServiceProxy<'static>,
    listening: AbortHandle,
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

fn lock(shown: &Shown) -> MutexGuard<'_, HashMap<u32, Tag>> {
    shown.lock().unwrap_or_else(PoisonError::into_inner)
}

fn number_of(shown: &Shown, tag: Tag) -> Option<u32> {
    let shown = lock(shown);
    let mut numbers = shown.iter().filter(|(_, known)| **known == tag);
    numbers.next().map(|(number, _)| *number)
}

/// The service is looked for when there is something to show.
impl Default for Freedesktop {
    fn default() -> Self {
        let (said, heard) = unbounded_channel();
        Self {
            desk: tokio::sync::Mutex::new(None),
            shown: Shown::default(),
            said,
            heard: tokio::sync::Mutex::new(heard),
        }
    }
}

impl Freedesktop {
    async fn connect(&self) -> zbus::Result<Desk> {
        let connection = Connection::session().await?;
        let service = ServiceProxy::new(&connection).await?;
        let mut actions = service.receive_action_invoked().await?;
        let mut closed = service.receive_notification_closed().await?;
        let (shown, said) = (self.shown.clone(), self.said.clone());
        let listening = tokio::spawn(async move {
            loop {
                // In this order: what was clicked is closed after that.
                let answer = tokio::select! {
                    biased;
                    Some(action) = actions.next() => action.args().ok().and_then(|action| {
                        let tag = lock(&shown).get(&action.id).copied()?;
                        answer_of(&action.action_key, tag)
                    }),
                    Some(closed) = closed.next() => closed.args().ok().and_then(|closed| {
                        lock(&shown).remove(&closed.id).map(Answer::Closed)
                    }),
                    else => break,
                };
                if let Some(answer) = answer
                    && said.send(answer).is_err()
                {
                    break;
                }
            }
        });
        Ok(Desk {
            service,
            listening: listening.abort_handle(),
        })
    }

    async fn notify(&self, desk: &Desk, notice: &Notice) -> zbus::Result<()> {
        let can = desk.service.get_capabilities().await?;
        let can = |what: &str| can.iter().any(|known| known == what);
        let say = messages::here();
        let (open, done, snooze) = (
            say.reminder_open(),
            say.reminder_done(),
            say.reminder_snooze(),
        );
        let mut actions = Vec::new();
        if can("actions") {
            actions.extend([CLICK, open.as_str()]);
            if matches!(notice.tag, Tag::Task(_)) {
                actions.extend([DONE, done.as_str(), SNOOZE, snooze.as_str()]);
            }
            actions.extend([OPEN, open.as_str()]);
        }
        let body = if can("body-markup") {
            without_markup(notice.body.as_str())
        } else {
            notice.body.as_str().to_owned()
        };
        let mut hints: HashMap<&str, Value<'_>> = HashMap::from([
            ("desktop-entry", DESKTOP_ENTRY.into()),
            ("category", "x-calm-orbit.reminder".into()),
            ("urgency", 1_u8.into()),
        ]);
        if notice.sound {
            hints.insert("sound-name", "alarm-clock-elapsed".into());
        } else {
            hints.insert("suppress-sound", true.into());
        }
        let before = number_of(&self.shown, notice.tag).unwrap_or(0);
        let number = desk
            .service
            .notify(
                "Calm Orbit",
                before,
                ICON,
                notice.title.as_str(),
                &body,
                &actions,
                hints,
                STAYS,
            )
            .await?;
        let mut shown = lock(&self.shown);
        shown.retain(|_, known| *known != notice.tag);
        shown.insert(number, notice.tag);
        Ok(())
    }
}

/// Text as it is, for a service that reads markup.
fn without_markup(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn answer_of(action: &str, tag: Tag) -> Option<Answer> {
    match (action, tag) {
        (DONE, Tag::Task(id)) => Some(Answer::Done(id)),
        (SNOOZE, Tag::Task(id)) => Some(Answer::Snooze(id)),
        (OPEN | CLICK, tag) => Some(Answer::Open(tag)),
        _ => None,
    }
}

#[async_trait]
impl Notifier for Freedesktop {
    async fn show(&self, notice: &Notice) -> Result<(), NotShown> {
        let mut desk = self.desk.lock().await;
        let showing = async {
            let known = match desk.take() {
                Some(known) => known,
                None => self.connect().await?,
            };
            // Kept only where it works: the next one begins anew.
            self.notify(&known, notice).await?;
            *desk = Some(known);
            Ok(())
        };
        match tokio::time::timeout(PATIENCE, showing).await {
            Ok(shown) => shown.map_err(|error: zbus::Error| NotShown(error.to_string())),
            Err(_) => Err(NotShown("the desktop does not answer".to_owned())),
        }
    }

    async fn withdraw(&self, tag: Tag) {
        let desk = self.desk.lock().await;
        let Some(number) = number_of(&self.shown, tag) else {
            return;
        };
        lock(&self.shown).remove(&number);
        if let Some(desk) = &*desk {
            let closing = desk.service.close_notification(number);
            // It may have been closed meanwhile.
            match tokio::time::timeout(PATIENCE, closing).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => tracing::debug!(%error, "a notification was gone already"),
                Err(_) => tracing::warn!("the desktop does not answer"),
            }
        }
    }

    async fn clear(&self) {
        let tags: Vec<Tag> = lock(&self.shown).values().copied().collect();
        for tag in tags {
            self.withdraw(tag).await;
        }
    }

    async fn answer(&self) -> Answer {
        match self.heard.lock().await.recv().await {
            Some(answer) => answer,
            // This end keeps a sender.
            None => std::future::pending().await,
        }
    }
}
