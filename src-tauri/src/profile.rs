//! The open profile, or why it can't be opened. It is opened off the main thread, and once: every
//! command waits for it here.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use host::Host;
use host::chat::follow_flag;
use host::reminders::{self, Notifier, Nudge, Window};
use serde::Serialize;
use store::{Caller, Store};
use task::{Actor, Failure};
use tokio::sync::{Mutex, Notify, watch};
use ts_rs::TS;

/// Whether the profile is open.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub(crate) enum Status {
    /// It is.
    Ready {
        /// Its folder.
        data_dir: String,
        /// The app's version.
        version: &'static str,
    },
    /// It can't be opened; nothing in it was changed.
    Failed {
        /// Its folder.
        data_dir: String,
        /// The app's version.
        version: &'static str,
        /// Why, and what to do.
        failure: Failure,
    },
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

    async fn open(folder: &Path) -> Result<Self, Failure> {
        let store = Store::open(folder, store::Options::default()).await?;
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
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self {
            folder,
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

    /// The open profile; whoever asks first opens it, the others wait.
    pub(crate) async fn open(&self) -> Result<Arc<Open>, Failure> {
        let mut state = self.state.lock().await;
        if let Some(known) = &*state {
            return known.clone();
        }
        let opened = Open::open(&self.folder).await.map(Arc::new);
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

    /// Tries once more, if opening failed.
    pub(crate) async fn reopen(&self) {
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
        let version = env!("CARGO_PKG_VERSION");
        match self.open().await {
            Ok(_) => Status::Ready { data_dir, version },
            Err(failure) => Status::Failed {
                data_dir,
                version,
                failure,
            },
        }
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
