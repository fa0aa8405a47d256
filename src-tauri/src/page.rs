//! What the page in a window has running: its watch on the change log, its reading of answers in
//! the chat, its ear for what is asked from outside. All of it ends with the page.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures::future::{AbortHandle, AbortRegistration, Abortable};
use host::Turns;
use messages::Text;
use serde::Serialize;
use task::TaskId;
use tauri::ipc::Channel;
use ts_rs::TS;
use uuid::Uuid;

/// Something that the person asked for outside of the page: in the tray, on a command line, or in a
/// frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Request {
    /// Be ready to type a task: the add box gets the focus.
    QuickAdd,
    /// Run the command of a key that was pressed where the page can't hear it. Fields as in
    /// `KeyboardEvent`.
    #[serde(rename_all = "camelCase")]
    #[cfg_attr(
        not(target_os = "linux"),
        expect(
            dead_code,
            reason = "elsewhere the window hears no keys of its webview"
        )
    )]
    Key {
        /// Which.
        key: String,
        /// With Ctrl.
        ctrl_key: bool,
        /// With the Windows or command key.
        meta_key: bool,
        /// With Shift.
        shift_key: bool,
        /// With Alt.
        alt_key: bool,
    },
    /// Ask the host once more how the chat begins: what decides that has changed.
    LookAtChat,
    /// Ask the host once more for the settings: something else than the page has changed them.
    LookAtSettings,
    /// Ask the host once more how it stands with updates.
    LookAtUpdates,
    /// Ask whether a link from the chat should be opened in the browser; `open_link` does that.
    OpenLink {
        /// Its address, `https`, `http` or `mailto`.
        address: String,
    },
    /// Show this task, in its list.
    OpenTask {
        /// Which.
        id: TaskId,
    },
    /// Show what is due today and before.
    OpenToday,
    /// Say a reminder, which nothing else on this computer shows.
    Reminder {
        /// The task, or how many there are.
        #[ts(as = "String")]
        title: Text,
    },
}

/// The page of the main window.
#[derive(Default)]
pub(crate) struct Page {
    running: Mutex<Running>,
    /// The turns of the chat that it asked for. They outlive it: an answer that nobody reads any
    /// more is stored to its end.
    pub(crate) turns: Arc<Turns>,
}

#[derive(Default)]
struct Running {
    watch: Option<AbortHandle>,
    readings: HashMap<Uuid, AbortHandle>,
    ear: Option<Channel<Request>>,
    /// Asked while no page listened; the next one hears it.
    unheard: Option<Request>,
}

impl Page {
    fn running(&self) -> MutexGuard<'_, Running> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The page is gone, or another one comes: ends what it had running.
    pub(crate) fn end(&self) {
        let mut running = self.running();
        if let Some(watch) = running.watch.take() {
            watch.abort();
        }
        for (_, reading) in running.readings.drain() {
            reading.abort();
        }
        running.ear = None;
    }

    /// A watch begins; the one before it ends.
    pub(crate) fn begin_watch(&self) -> AbortRegistration {
        let (handle, registration) = AbortHandle::new_pair();
        if let Some(before) = self.running().watch.replace(handle) {
            before.abort();
        }
        registration
    }

    /// Reads the events of a turn to the end; gives back false where the page went before that.
    pub(crate) async fn read(&self, turn: Uuid, reading: impl Future<Output = ()>) -> bool {
        let (handle, registration) = AbortHandle::new_pair();
        self.running().readings.insert(turn, handle);
        let read = Abortable::new(reading, registration).await.is_ok();
        if read {
            self.running().readings.remove(&turn);
        }
        read
    }

    /// The page listens from now on.
    pub(crate) fn listen(&self, ear: Channel<Request>) {
        let unheard = {
            let mut running = self.running();
            running.ear = Some(ear.clone());
            running.unheard.take()
        };
        if let Some(request) = unheard {
            tell(&ear, request);
        }
    }

    /// Asks the page for something, now or as soon as it listens.
    pub(crate) fn ask(&self, request: Request) {
        let ear = {
            let mut running = self.running();
            let Some(ear) = running.ear.clone() else {
                running.unheard = Some(request);
                return;
            };
            ear
        };
        tell(&ear, request);
    }

    /// Has the page look at the chat once more, where there is one; a new one looks by itself.
    pub(crate) fn look_at_chat(&self) {
        self.look(Request::LookAtChat);
    }

    /// Has the page look at the settings once more, where there is one; a new one looks by itself.
    pub(crate) fn look_at_settings(&self) {
        self.look(Request::LookAtSettings);
    }

    /// Has the page look at the updates once more, where there is one; a new one looks by itself.
    pub(crate) fn look_at_updates(&self) {
        self.look(Request::LookAtUpdates);
    }

    fn look(&self, request: Request) {
        let ear = self.running().ear.clone();
        if let Some(ear) = ear {
            tell(&ear, request);
        }
    }
}

/// Call it without a lock: from another thread than the main one, a channel waits for that, which
/// may be waiting for the lock.
fn tell(ear: &Channel<Request>, request: Request) {
    if let Err(error) = ear.send(request) {
        tracing::warn!(%error, "the page cannot be told");
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[tokio::test]
    async fn reading_ends_with_the_page() {
        let page = Arc::new(Page::default());
        let turn = Uuid::from_u128(1);
        assert!(page.read(turn, async {}).await);
        let (began, beginning) = tokio::sync::oneshot::channel();
        let reading = tokio::spawn({
            let page = page.clone();
            async move {
                page.read(turn, async move {
                    began.send(()).unwrap();
                    std::future::pending::<()>().await;
                })
                .await
            }
        });
        beginning.await.unwrap();
        page.end();
        assert!(!reading.await.unwrap());
    }

    #[tokio::test]
    async fn a_second_watch_ends_the_first() {
        let page = Page::default();
        let first = page.begin_watch();
        let second = page.begin_watch();
        let first = Abortable::new(std::future::pending::<()>(), first);
        assert!(first.await.is_err());
        assert_eq!(Abortable::new(async { 1 }, second).await, Ok(1));
    }

    #[test]
    fn what_is_asked_before_the_page_listens_is_heard_once() {
        let (heard, hearing) = mpsc::channel();
        let ear = || {
            let heard = heard.clone();
            Channel::new(move |body| {
                heard
                    .send(body.deserialize::<serde_json::Value>().unwrap())
                    .unwrap();
                Ok(())
            })
        };
        let page = Page::default();
        page.ask(Request::QuickAdd);
        page.listen(ear());
        assert_eq!(hearing.try_recv().unwrap()["kind"], "quick_add");
        page.listen(ear());
        assert!(hearing.try_recv().is_err());
        page.ask(Request::QuickAdd);
        assert_eq!(hearing.try_recv().unwrap()["kind"], "quick_add");
    }
}
