//! How the windows look, where the page alone can't see to it: the size of everything in them, which
//! the webview has to know so that a page is laid out for the room that is left.

use tauri::{AppHandle, Manager, Runtime, WebviewWindow};

use crate::page::Page;
use crate::settings::Settings;

/// Follows the settings for as long as the app runs: sizes the windows, and tells the page of what
/// has changed.
pub(crate) async fn follow<R: Runtime>(app: AppHandle<R>) {
    let mut settings = app.state::<Settings>().follow();
    loop {
        let zoom = settings.borrow_and_update().appearance.zoom;
        for window in app.webview_windows().values() {
            size(window, zoom);
        }
        if settings.changed().await.is_err() {
            return;
        }
        app.state::<Page>().look_at_settings();
    }
}

/// Makes a new window look as the settings say.
pub(crate) fn dress<R: Runtime>(window: &WebviewWindow<R>) {
    size(window, window.state::<Settings>().now().appearance.zoom);
}

fn size<R: Runtime>(window: &WebviewWindow<R>, percent: u32) {
    if let Err(error) = window.set_zoom(f64::from(percent) / 100.0) {
        tracing::warn!(%error, "a window cannot be sized");
    }
}
