//! The profile and the window themselves.

use task::Failure;
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow};

use crate::page::{Page, Request};
use crate::profile::{Profile, Status};
use crate::window::Reveal;

/// Whether the profile is open.
#[tauri::command]
pub(crate) async fn status(profile: State<'_, Profile>) -> Result<Status, Failure> {
    Ok(profile.status().await)
}

/// Tries to open the profile again, where that failed.
#[tauri::command]
pub(crate) async fn reopen(profile: State<'_, Profile>) -> Result<Status, Failure> {
    profile.reopen().await;
    Ok(profile.status().await)
}

/// The page has drawn something worth seeing.
#[tauri::command]
pub(crate) fn window_ready(window: WebviewWindow, reveal: State<'_, Reveal>) {
    reveal.page_is_ready(&window);
}

/// From now on the page hears what the person asks for outside of it.
#[tauri::command(rename_all = "snake_case")]
pub(crate) fn requests(page: State<'_, Page>, on_request: Channel<Request>) {
    page.listen(on_request);
}
