//! What the page in a window has running: its watch on the change log, its turns of the chat, its
//! ear for what is asked from outside. All of it ends with the page.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use futures::future::{AbortHandle, AbortRegistration, Abortable};
use serde::Serialize;
use tauri::ipc::Channel;
use ts_rs::TS;

/// Something that the person asked for outside of the page: in the tray, or on a command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Request {
    /// Be ready to type a task: the add box gets the focus.
    QuickAdd,
}

/// The page of the main window.
#[derive(Default)]
pub(crate) struct Page {
    running: Mutex<Running>,
}

#[derive(Default)]
struct Running {
    watch: Option<AbortHandle>,
    turns: HashMap<String, AbortHandle>,
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
        for (_, turn) in running.turns.drain() {
            turn.abort();
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

    /// Runs a turn of the chat until it is over, or cancelled (then the answer is `None`).
    /// Dropping it is what cancels it: the stream of events goes, and with it the work behind.
    pub(crate) async fn run_turn<T>(&self, id: &str, turn: impl Future<Output = T>) -> Option<T> {
        let (handle, registration) = AbortHandle::new_pair();
        if let Some(before) = self.running().turns.insert(id.to_owned(), handle) {
            before.abort();
        }
        let outcome = Abortable::new(turn, registration).await.ok();
        if outcome.is_some() {
            self.running().turns.remove(id);
        }
        outcome
    }

    /// Cancels a turn. One that is over already is no error.
    pub(crate) fn cancel_turn(&self, id: &str) {
        if let Some(turn) = self.running().turns.remove(id) {
            turn.abort();
        }
    }

    /// The page listens from now on.
    pub(crate) fn listen(&self, ear: Channel<Request>) {
        let mut running = self.running();
        if let Some(request) = running.unheard.take() {
            tell(&ear, request);
        }
        running.ear = Some(ear);
    }

    /// Asks the page for something, now or as soon as it listens.
    pub(crate) fn ask(&self, request: Request) {
        let mut running = self.running();
        match &running.ear {
            Some(ear) => tell(ear, request),
            None => running.unheard = Some(request),
        }
    }
}

fn tell(ear: &Channel<Request>, request: Request) {
    if let Err(error) = ear.send(request) {
        tracing::warn!(%error, "the page cannot be told");
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, mpsc};

    use super::*;

    #[tokio::test]
    async fn a_turn_ends_when_it_is_cancelled_and_when_the_page_goes() {
        for end in [
            (|page: &Page| page.cancel_turn("t1")) as fn(&Page),
            |page| page.end(),
        ] {
            let page = Arc::new(Page::default());
            let (alive, dropped) = tokio::sync::oneshot::channel::<()>();
            let (began, beginning) = tokio::sync::oneshot::channel();
            let turn = tokio::spawn({
                let page = page.clone();
                async move {
                    page.run_turn("t1", async move {
                        began.send(()).unwrap();
                        let _alive = alive;
                        std::future::pending::<()>().await;
                    })
                    .await
                }
            });
            beginning.await.unwrap();
            end(&page);
            assert_eq!(turn.await.unwrap(), None);
            assert!(dropped.await.is_err(), "the work must be dropped");
        }
    }

    #[tokio::test]
    async fn a_turn_that_runs_to_its_end_gives_its_answer() {
        let page = Page::default();
        assert_eq!(page.run_turn("t1", async { 7 }).await, Some(7));
        page.cancel_turn("t1");
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
