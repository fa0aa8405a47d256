//! The open profile, or why it can't be opened. It is opened off the main thread, and once: every
//! command waits for it here.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};

use host::chat::follow_flag;
use host::reminders::{self, Notifier, Nudge, Window};
use host::{Host, Starts, TOO_MANY};
use serde::Serialize;
use store::{Backup, Caller, Store};
use task::{Actor, Code, Failure};
use tokio::sync::{Mutex, Notify, watch};
use ts_rs::TS;

use crate::commands::data::BackupFile;

/// Whether the profile is open.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub(crate) enum Status {
    /// It is.
    Ready {
        /// Its folder.
        data_dir: String,
        /// The app's version.
        version: String,
    },
    /// It can't be opened; nothing in it was changed.
    Failed {
        /// Its folder.
        data_dir: String,
        /// The app's version.
        version: String,
        /// Why, and what to do.
        failure: Failure,
        /// The copy from before the last update, where starts have failed so often that it is offered.
        copy: Option<BackupFile>,
    },
    /// It isn't opened yet: the starts before this one failed.
    Held {
        /// Its folder.
        data_dir: String,
        /// The app's version.
        version: String,
        /// How many starts in a row failed.
        failed: u32,
        /// The copy from before the last update, where there is one.
        copy: Option<BackupFile>,
    },
}

impl Status {
    /// Whether it is open.
    pub(crate) fn is_ready(&self) -> bool {
        matches!(self, Self::Ready { .. })
    }
}

/// What an open profile offers.
pub(crate) struct Open {
    pub(crate) store: Store,
    /// The position of the change log. It may be a moment behind, never ahead.
    pub(crate) position: watch::Receiver<u64>,
    /// Conversations, and the assistant that answers in them.
    pub(crate) chat: chatkit::Server,
}

impl Open {
    /// The door of the person at this window.
    pub(crate) fn person(&self) -> Caller {
        self.store.caller(Actor::Person)
    }

    async fn open(folder: &Path, options: store::Options) -> Result<Self, Failure> {
        let store = Store::open(folder, options).await?;
        let position = store.watch().await?;
        let chat = host::chat_server(&store);
        Ok(Self {
            store,
            position,
            chat,
        })
    }
}

/// The profile that this app shows.
pub(crate) struct Profile {
    folder: PathBuf,
    /// The app's version, which the profile keeps account of.
    version: String,
    starts: Starts,
    /// How many starts before this one failed.
    failed: AtomicU32,
    /// Whether it waits for the person to say what to do.
    held: watch::Sender<bool>,
    state: Mutex<Option<Result<Arc<Open>, Failure>>>,
    /// Has the flag of a backend read again.
    pub(crate) look_at_flag: Arc<Notify>,
    /// That flag is another one.
    pub(crate) flag_changed: Arc<Notify>,
    /// Has the reminders looked at again: a setting has changed, or a task was put off.
    pub(crate) reminders: Nudge,
    /// What shows them. Set before the profile is opened.
    pub(crate) reminding: OnceLock<Reminding>,
}

/// How reminders reach the person.
#[derive(Clone)]
pub(crate) struct Reminding {
    pub(crate) notifier: Arc<dyn Notifier>,
    pub(crate) window: Arc<dyn Window>,
}

impl Profile {
    /// The profile in `folder`. It is opened when it is first asked for.
    pub(crate) fn new(folder: PathBuf, version: String) -> Self {
        Self {
            starts: Starts::of(&folder),
            failed: AtomicU32::new(0),
            held: watch::Sender::new(false),
            folder,
            version,
            state: Mutex::new(None),
            look_at_flag: Arc::default(),
            flag_changed: Arc::default(),
            reminders: Nudge::default(),
            reminding: OnceLock::new(),
        }
    }

    /// The folder, where it is another than the person's own.
    pub(crate) fn other_folder(&self) -> Option<&Path> {
        let own = host::profile_folder(None).ok();
        let number = host::profile_number;
        let is_own = own.is_some_and(|own| number(&own) == number(&self.folder));
        (!is_own).then_some(&self.folder)
    }

    /// Its folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// How it is opened.
    fn options(&self) -> store::Options {
        store::Options {
            version: self.version.clone(),
            ..store::Options::default()
        }
    }

    /// The app starts, and counts as one that failed until it is of use. After too many of those the
    /// profile is held: whatever made them fail may be in it.
    pub(crate) fn begin(&self) {
        let failed = self.starts.begin();
        self.failed.store(failed, Ordering::SeqCst);
        if failed >= TOO_MANY {
            tracing::warn!(
                failed,
                "the starts before this one failed; the profile is held"
            );
            self.held.send_replace(true);
        }
    }

    /// Whether it waits for the person to say what to do.
    pub(crate) fn is_held(&self) -> bool {
        *self.held.borrow()
    }

    /// How many starts before this one failed.
    pub(crate) fn failed(&self) -> u32 {
        self.failed.load(Ordering::SeqCst)
    }

    /// The window can be used.
    pub(crate) fn succeeded(&self) {
        self.starts.succeeded();
    }

    /// The app ends as it should. That is no failed start, unless the profile could not be opened.
    pub(crate) fn end(&self) {
        let failed = self
            .state
            .try_lock()
            .is_ok_and(|state| matches!(&*state, Some(Err(_))));
        if !failed && !self.is_held() {
            self.starts.succeeded();
        }
    }

    /// The profile where it isn't open, or the last failure to open it; `Err` where it is open.
    pub(crate) async fn closed(&self) -> Result<Option<Failure>, Arc<Open>> {
        if self.is_held() {
            return Ok(None);
        }
        match &*self.state.lock().await {
            Some(Ok(open)) => Err(open.clone()),
            Some(Err(failure)) => Ok(Some(failure.clone())),
            None => Ok(None),
        }
    }

    /// Puts the copy of this name, from before the last update, in the place of the database.
    ///
    /// # Errors
    /// Where the profile is open, there is no such copy, or why it isn't there now. Nothing has
    /// changed then.
    pub(crate) async fn go_back(&self, name: &str) -> Result<(), Failure> {
        let mut state = self.state.lock().await;
        if matches!(&*state, Some(Ok(_))) {
            return Err(Failure {
                code: Code::Denied,
                message: "Your tasks are open. Restore a backup in the settings instead; that can be undone.".to_owned(),
            });
        }
        let copy = Backup::before_update(&self.folder).await?;
        let Some(copy) = copy.filter(|copy| BackupFile::from(copy).is_named(name)) else {
            return Err(Failure {
                code: Code::NotFound,
                message: "This copy is gone. Nothing was changed.".to_owned(),
            });
        };
        let aside = store::go_back(&self.folder, &copy.path, &self.options()).await?;
        tracing::info!(
            was_there = aside.is_some(),
            "the copy from before the update is back"
        );
        *state = None;
        Ok(())
    }

    /// The open profile; whoever asks first opens it, the others wait. All wait while it is held.
    pub(crate) async fn open(&self) -> Result<Arc<Open>, Failure> {
        // It ends only with the profile itself.
        drop(self.held.subscribe().wait_for(|held| !held).await);
        let mut state = self.state.lock().await;
        if let Some(known) = &*state {
            return known.clone();
        }
        let opened = Open::open(&self.folder, self.options()).await.map(Arc::new);
        match &opened {
            Ok(open) => {
                tracing::info!("the profile is open");
                tauri::async_runtime::spawn(stand_for_host(
                    open.store.clone(),
                    self.reminding.get().cloned(),
                    self.reminders.clone(),
                ));
                let (look, changed) = (self.look_at_flag.clone(), self.flag_changed.clone());
                let store = open.store.clone();
                tauri::async_runtime::spawn(async move {
                    follow_flag(store, &look, || changed.notify_one()).await;
                });
            }
            Err(failure) => tracing::error!(
                code = failure.code.as_str(),
                "the profile cannot be opened: {}",
                failure.message
            ),
        }
        *state = Some(opened.clone());
        opened
    }

    /// Tries once more, if opening failed, or for the first time, if it was held.
    pub(crate) async fn reopen(&self) {
        self.held.send_replace(false);
        let mut state = self.state.lock().await;
        if matches!(&*state, Some(Err(_))) {
            *state = None;
        }
    }

    /// Waits until no answer of the chat is under way, if the profile is open.
    pub(crate) async fn settle(&self) {
        let open = match &*self.state.lock().await {
            Some(Ok(open)) => Arc::clone(open),
            _ => return,
        };
        open.chat.idle().await;
    }

    pub(crate) async fn status(&self) -> Status {
        let data_dir = self.folder.display().to_string();
        let version = self.version.clone();
        let failed = self.failed();
        if self.is_held() {
            let copy = self.copy().await;
            return Status::Held {
                data_dir,
                version,
                failed,
                copy,
            };
        }
        match self.open().await {
            Ok(_) => Status::Ready { data_dir, version },
            Err(failure) => Status::Failed {
                copy: if failed >= TOO_MANY {
                    self.copy().await
                } else {
                    None
                },
                data_dir,
                version,
                failure,
            },
        }
    }

    /// The newest copy from before an update.
    async fn copy(&self) -> Option<BackupFile> {
        let copy = Backup::before_update(&self.folder).await;
        copy.ok().flatten().as_ref().map(BackupFile::from)
    }
}

/// Waits to become the profile's host, and is it until the app ends.
async fn stand_for_host(store: Store, reminding: Option<Reminding>, nudge: Nudge) {
    match Host::become_host(store.folder()).await {
        Ok(host) => {
            tracing::info!("this app is the profile's host");
            let reminders = async {
                if let Some(Reminding { notifier, window }) = reminding {
                    reminders::remind(store.clone(), &host, notifier, window, nudge).await;
                }
            };
            tokio::join!(host::upkeep(store.clone(), &host), reminders);
        }
        Err(error) => tracing::error!(%error, "this app cannot become host"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(folder: &Path) -> Profile {
        Profile::new(folder.to_owned(), "1.2.3-beta.4".to_owned())
    }

    /// What becomes of starts of one profile; each but the last ends as if it were killed.
    fn started(folder: &Path, times: u32) -> Profile {
        for _ in 1..times {
            of(folder).begin();
        }
        let profile = of(folder);
        profile.begin();
        profile
    }

    /// A profile with one copy from before an update.
    async fn with_a_copy(folder: &Path) {
        let open = async || {
            let store = Store::open(folder, store::Options::default())
                .await
                .unwrap();
            store.close().await;
        };
        open().await;
        std::fs::write(folder.join("versions"), "0.0.1\n").unwrap();
        open().await;
    }

    #[tokio::test]
    async fn after_three_starts_that_failed_nothing_is_opened_until_somebody_says_so() {
        let folder = tempfile::tempdir().unwrap();
        with_a_copy(folder.path()).await;
        let third = started(folder.path(), 3);
        assert!(third.status().await.is_ready());
        // It was killed before anybody saw the window.
        let fourth = Arc::new(started(folder.path(), 1));
        let Status::Held { failed, copy, .. } = fourth.status().await else {
            panic!("it is not held")
        };
        assert_eq!(failed, 3);
        assert!(copy.is_some());
        let mut waiting = tokio::spawn({
            let fourth = fourth.clone();
            async move { fourth.open().await.is_ok() }
        });
        tokio::task::yield_now().await;
        assert!(!waiting.is_finished());
        fourth.reopen().await;
        assert!((&mut waiting).await.unwrap());
        assert!(fourth.status().await.is_ready());
        // Nothing is put back under tasks that are open.
        let name = "before-x.db";
        assert_eq!(fourth.go_back(name).await.unwrap_err().code, Code::Denied);
        fourth.succeeded();
        assert!(started(folder.path(), 1).status().await.is_ready());
    }

    #[tokio::test]
    async fn a_start_that_ends_as_it_should_is_none_that_failed() {
        let folder = tempfile::tempdir().unwrap();
        with_a_copy(folder.path()).await;
        for _ in 0..5 {
            let profile = started(folder.path(), 1);
            assert!(profile.status().await.is_ready());
            profile.end();
        }
        // But one whose tasks can't be opened is.
        std::fs::write(folder.path().join("calm-orbit.db"), [b'x'; 9_000]).unwrap();
        for _ in 0..3 {
            let profile = started(folder.path(), 1);
            assert!(matches!(
                profile.status().await,
                Status::Failed { copy: None, .. }
            ));
            profile.end();
        }
        let held = started(folder.path(), 1);
        assert!(matches!(
            held.status().await,
            Status::Held { copy: Some(_), .. }
        ));
        held.end();
        let again = started(folder.path(), 1);
        assert!(matches!(again.status().await, Status::Held { .. }));
        again.reopen().await;
        assert!(matches!(
            again.status().await,
            Status::Failed { copy: Some(_), .. }
        ));
    }

    #[tokio::test]
    async fn the_way_back_is_the_copy_that_was_offered_and_no_other_file() {
        let folder = tempfile::tempdir().unwrap();
        with_a_copy(folder.path()).await;
        let file = folder.path().join("calm-orbit.db");
        let damaged = vec![b'x'; 9_000];
        std::fs::write(&file, &damaged).unwrap();
        let held = started(folder.path(), 4);
        let Status::Held { copy: Some(_), .. } = held.status().await else {
            panic!("there is no copy")
        };
        for name in ["../calm-orbit.db", "auto-20261121T090807Z.db", ""] {
            assert_eq!(held.go_back(name).await.unwrap_err().code, Code::NotFound);
        }
        assert_eq!(std::fs::read(&file).unwrap(), damaged);
        let copy = Backup::before_update(folder.path()).await.unwrap().unwrap();
        let name = copy.path.file_name().unwrap().to_str().unwrap();
        held.go_back(name).await.unwrap();
        held.reopen().await;
        assert!(held.status().await.is_ready());
    }
}
