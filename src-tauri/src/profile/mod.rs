//! The open profile, or why it can't be opened. It is opened off the main thread, and once: every
//! command waits for it here.

mod status;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};

use host::chat::follow_flag;
use host::reminders::{self, Notifier, Nudge, Window};
use host::{Host, Starts, TOO_MANY};
use store::{Backup, Caller, Store};
use task::{Actor, Code, Failure};
use tokio::sync::{Mutex, Notify, watch};

use crate::commands::data::BackupFile;

pub(crate) use status::Status;

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
