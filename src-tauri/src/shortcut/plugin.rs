//! The keys on macOS and Windows, through Tauri's plugin.

use std::sync::{Mutex, PoisonError};

use messages::Text;
use tauri::{AppHandle, Runtime};
use tauri_plugin_global_shortcut::{Builder, GlobalShortcutExt, ShortcutState};

use super::keys::Keys;
use super::{Holds, Refusal};

/// The keys that the app has.
pub(super) struct System<R: Runtime> {
    app: AppHandle<R>,
    held: Mutex<Option<Keys>>,
}

impl<R: Runtime> System<R> {
    /// Gets ready to hold keys.
    pub(super) fn start(app: &AppHandle<R>) -> Result<Self, Refusal> {
        app.plugin(Builder::new().build())
            .map_err(|error| Refusal::Unavailable(error.to_string()))?;
        Ok(Self {
            app: app.clone(),
            held: Mutex::new(None),
        })
    }

    fn let_go(&self, keys: Keys) {
        let shortcuts = self.app.global_shortcut();
        if let Err(error) = shortcuts.unregister(keys.to_string().as_str()) {
            tracing::warn!(%error, "the shortcut of before cannot be let go");
        }
    }
}

impl<R: Runtime> Holds for System<R> {
    fn hold(&self, keys: Keys) -> Result<Option<Text>, Refusal> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if *held == Some(keys) {
            return Ok(None);
        }
        let shortcuts = self.app.global_shortcut();
        shortcuts
            .on_shortcut(keys.to_string().as_str(), |app, _, event| {
                if event.state == ShortcutState::Pressed {
                    crate::quick_add::open(app, None);
                }
            })
            .map_err(|error| {
                tracing::warn!(%error, "the shortcut is refused");
                Refusal::Taken
            })?;
        if let Some(old) = held.replace(keys) {
            self.let_go(old);
        }
        Ok(None)
    }

    fn release(&self) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(old) = held.take() {
            self.let_go(old);
        }
    }
}
