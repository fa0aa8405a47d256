//! Where the focus was before the window opened, and how it goes back there.
//!
//! Linux' window managers give it back by themselves when a window goes. Windows does where nothing
//! else lies on top, so that it is told. macOS gives it to another window of the same app, which
//! would come to the front: the app is hidden instead, unless one of its windows had the focus.

use tauri::{AppHandle, Manager, Runtime};

use crate::window::MAIN;

/// Where the focus was.
pub(super) struct Before {
    /// In the main window of this app.
    own: bool,
    #[cfg(windows)]
    window: Option<winsafe::HWND>,
}

impl Before {
    /// Where it is now.
    pub(super) fn now<R: Runtime>(app: &AppHandle<R>) -> Self {
        let main = app.get_webview_window(MAIN);
        Self {
            own: main.is_some_and(|main| main.is_focused().unwrap_or(false)),
            #[cfg(windows)]
            window: winsafe::HWND::GetForegroundWindow(),
        }
    }

    /// Gives it back. Call it before the window is hidden: only who has the focus may give it away.
    pub(super) fn restore<R: Runtime>(self, app: &AppHandle<R>) {
        if self.own {
            if let Some(main) = app.get_webview_window(MAIN)
                && let Err(error) = main.set_focus()
            {
                tracing::warn!(%error, "the focus cannot go back to the window");
            }
        } else {
            #[cfg(windows)]
            if let Some(window) = self.window
                && !window.SetForegroundWindow()
            {
                tracing::info!("the window of before does not take the focus");
            }
            #[cfg(target_os = "macos")]
            if let Err(error) = app.hide() {
                tracing::warn!(%error, "the focus cannot go back to the app of before");
            }
        }
    }
}
