//! The shortcut that calls the quick-add window from anywhere. That the system refuses one is
//! normal: another program may have the keys, and on Wayland no program takes keys by itself. Then
//! the settings say so, and what to do.

mod keys;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod plugin;
#[cfg(target_os = "linux")]
mod portal;
#[cfg(target_os = "linux")]
mod x11;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};

use messages::Text;
use serde::Serialize;
use task::{Code, Failure};
use tauri::{AppHandle, Manager, Runtime};
use tokio::sync::watch;
use ts_rs::TS;

pub(crate) use keys::Keys;
#[cfg(target_os = "linux")]
use linux::System;
#[cfg(not(target_os = "linux"))]
use plugin::System;

use crate::settings::Settings;

/// How the shortcut stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ShortcutStanding {
    /// The system has given the keys to the app.
    Registered,
    /// It has not: others have them, or the keyboard lacks them.
    Refused,
    /// This system gives no keys to apps.
    #[default]
    Unavailable,
    /// The person wants none.
    Off,
}

/// The shortcut, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub(crate) struct ShortcutState {
    /// Its keys, as `Ctrl+Shift+Space`; `null` where the person wants none.
    pub(crate) keys: Option<String>,
    /// How it stands.
    pub(crate) state: ShortcutStanding,
    /// What there is to know of that.
    #[ts(as = "Option<String>")]
    pub(crate) reason: Option<Text>,
    /// The command to bind to keys in the system's own settings, which always works.
    pub(crate) command: String,
}

/// Why keys can't be had.
#[derive(Debug)]
enum Refusal {
    Taken,
    #[cfg(target_os = "linux")]
    NoKey,
    /// The person said no to the system's question.
    #[cfg(target_os = "linux")]
    Denied,
    Unavailable(String),
}

impl Refusal {
    fn standing(&self) -> ShortcutStanding {
        match self {
            Self::Unavailable(_) => ShortcutStanding::Unavailable,
            _ => ShortcutStanding::Refused,
        }
    }

    /// What the system said of it, for the log.
    fn detail(&self) -> &str {
        match self {
            Self::Unavailable(detail) => detail,
            _ => "",
        }
    }

    fn reason(&self, keys: Keys) -> Text {
        let say = messages::here();
        match self {
            Self::Taken => say.shortcut_taken(keys),
            #[cfg(target_os = "linux")]
            Self::NoKey => say.shortcut_no_key(keys),
            #[cfg(target_os = "linux")]
            Self::Denied => say.shortcut_denied(),
            Self::Unavailable(_) => say.shortcut_unavailable(),
        }
    }
}

/// The shortcut of this app.
pub(crate) struct Shortcut {
    inner: Mutex<Inner>,
    /// Its keys, where the system has given them.
    given: watch::Sender<Option<String>>,
}

impl Default for Shortcut {
    fn default() -> Self {
        Self {
            inner: Mutex::default(),
            given: watch::Sender::new(None),
        }
    }
}

#[derive(Default)]
struct Inner {
    system: Option<Arc<dyn Holds>>,
    wanted: Option<Keys>,
    standing: ShortcutStanding,
    reason: Option<Text>,
}

/// A system that gives keys to apps.
trait Holds: Send + Sync {
    /// Holds these keys in place of those of before; gives back what there is to know of it. Where
    /// it can't, it still holds the old ones.
    fn hold(&self, keys: Keys) -> Result<Option<Text>, Refusal>;
    /// Holds nothing any more.
    fn release(&self);
}

impl Shortcut {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How it stands. One that was refused is tried once more: who had the keys may be gone.
    pub(crate) fn state<R: Runtime>(&self, app: &AppHandle<R>) -> ShortcutState {
        let mut inner = match self.inner.try_lock() {
            Ok(inner) => inner,
            Err(TryLockError::Poisoned(inner)) => inner.into_inner(),
            Err(TryLockError::WouldBlock) => return asking(app),
        };
        if inner.standing == ShortcutStanding::Refused
            && let Some(keys) = inner.wanted
        {
            inner.want(app, Some(keys));
            self.tell(&inner);
        }
        ShortcutState {
            keys: inner.wanted.map(|keys| keys.to_string()),
            state: inner.standing,
            reason: inner.reason.clone(),
            command: command(app),
        }
    }

    /// The keys, where the system has given them, now and from now on.
    pub(crate) fn given(&self) -> watch::Receiver<Option<String>> {
        self.given.subscribe()
    }

    fn tell(&self, inner: &Inner) {
        let registered = inner.standing == ShortcutStanding::Registered;
        let keys = inner.wanted.filter(|_| registered);
        self.given.send_if_modified(|given| {
            let keys = keys.map(|keys| keys.to_string());
            let changed = *given != keys;
            *given = keys;
            changed
        });
    }

    /// Wants these keys from now on, or none.
    fn want<R: Runtime>(&self, app: &AppHandle<R>, keys: Option<Keys>) {
        let mut inner = self.inner();
        if inner.wanted != keys || inner.standing == ShortcutStanding::default() {
            inner.want(app, keys);
            self.tell(&inner);
        }
    }

    /// Takes other keys, if the system gives them; else those of before stay.
    ///
    /// # Errors
    /// `unavailable`, with the reason.
    pub(crate) fn change<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        keys: Option<Keys>,
    ) -> Result<(), Failure> {
        let mut inner = self.inner();
        if let Some(keys) = keys {
            match inner.system(app).and_then(|system| system.hold(keys)) {
                // Where no app is given any, they are kept as a wish.
                Ok(_) | Err(Refusal::Unavailable(_)) => {}
                Err(refusal) => {
                    let why = refusal.reason(keys);
                    let message = match inner.wanted {
                        Some(before) => messages::here().shortcut_stays(why, before),
                        None => why,
                    };
                    return Err(Failure {
                        code: Code::Unavailable,
                        message: message.into(),
                    });
                }
            }
        }
        inner.want(app, keys);
        self.tell(&inner);
        Ok(())
    }
}

impl Inner {
    fn system<R: Runtime>(&mut self, app: &AppHandle<R>) -> Result<Arc<dyn Holds>, Refusal> {
        if let Some(system) = &self.system {
            return Ok(Arc::clone(system));
        }
        let system: Arc<dyn Holds> = Arc::new(System::start(app)?);
        self.system = Some(Arc::clone(&system));
        Ok(system)
    }

    fn want<R: Runtime>(&mut self, app: &AppHandle<R>, keys: Option<Keys>) {
        self.wanted = keys;
        let Some(keys) = keys else {
            if let Some(system) = &self.system {
                system.release();
            }
            (self.standing, self.reason) = (ShortcutStanding::Off, None);
            return;
        };
        (self.standing, self.reason) = match self.system(app).and_then(|system| system.hold(keys)) {
            Ok(reason) => (ShortcutStanding::Registered, reason),
            Err(refusal) => {
                let (standing, detail) = (refusal.standing(), refusal.detail());
                tracing::warn!(
                    ?standing,
                    detail,
                    "the shortcut of quick add is not to be had"
                );
                (refusal.standing(), Some(refusal.reason(keys)))
            }
        };
        if self.standing == ShortcutStanding::Registered {
            tracing::info!("the shortcut of quick add is registered");
        }
    }
}

/// While the system asks the person.
fn asking<R: Runtime>(app: &AppHandle<R>) -> ShortcutState {
    ShortcutState {
        keys: app.state::<Settings>().now().quick_add.shortcut,
        state: ShortcutStanding::Unavailable,
        reason: Some(messages::here().shortcut_asking()),
        command: command(app),
    }
}

/// The command that opens the quick-add window of this profile.
fn command<R: Runtime>(app: &AppHandle<R>) -> String {
    let program = std::env::current_exe().unwrap_or_else(|_| "calm-orbit-desktop".into());
    let beside = program.with_file_name(format!("calm-orbit{}", std::env::consts::EXE_SUFFIX));
    let program = if beside.is_file() { beside } else { program };
    let mut words = vec![program.display().to_string()];
    if let Some(folder) = app.state::<crate::profile::Profile>().other_folder() {
        words.extend(["--data-dir".to_owned(), folder.display().to_string()]);
    }
    words.push("--quick-add".to_owned());
    let quoted = words.iter().map(|word| quote(word));
    quoted.collect::<Vec<_>>().join(" ")
}

/// A word as a shell takes it for one.
fn quote(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./\\:=+,@".contains(c);
    if word.chars().all(plain) {
        return word.to_owned();
    }
    if cfg!(windows) {
        return format!("\"{word}\"");
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// Has the shortcut follow the settings. The profile has been read.
pub(crate) async fn follow<R: Runtime>(app: AppHandle<R>) {
    let mut settings = app.state::<Settings>().follow();
    loop {
        let keys = settings.borrow_and_update().quick_add.shortcut.clone();
        let keys = keys.and_then(|keys| match keys.parse() {
            Ok(keys) => Some(keys),
            Err(error) => {
                tracing::warn!(%error, "the shortcut of the settings is none");
                None
            }
        });
        let handle = app.clone();
        let waiting = tauri::async_runtime::spawn_blocking(move || {
            handle.state::<Shortcut>().want(&handle, keys);
        });
        if let Err(error) = waiting.await {
            tracing::error!(%error, "the shortcut is not followed any more");
            return;
        }
        if settings.changed().await.is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_command_can_be_pasted_into_a_shell() {
        assert_eq!(quote("/usr/bin/calm-orbit"), "/usr/bin/calm-orbit");
        assert_eq!(quote("/home/me/my tasks"), "'/home/me/my tasks'");
        assert_eq!(quote("it's"), r"'it'\''s'");
        assert_eq!(quote("$(x)"), "'$(x)'");
    }
}
