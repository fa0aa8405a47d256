//! The profile and the window themselves.

use task::{Code, Failure};
use tauri::ipc::Channel;
use tauri::{Manager, Runtime, State, WebviewWindow};

use super::Arg;
use crate::page::{Page, Request};
use crate::places::outside;
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

/// Puts the copy from before the last update in the place of tasks that the app does not start
/// with, and opens them. The person has agreed.
#[tauri::command]
pub(crate) async fn go_back(
    profile: State<'_, Profile>,
    name: Arg<String>,
) -> Result<Status, Failure> {
    profile.go_back(&name.0).await?;
    reopen(profile).await
}

/// The page has drawn something worth seeing.
#[tauri::command]
pub(crate) fn window_ready<R: Runtime>(window: WebviewWindow<R>, reveal: State<'_, Reveal>) {
    reveal.page_is_ready(&window);
    let app = window.app_handle().clone();
    tauri::async_runtime::spawn(async move {
        let profile = app.state::<Profile>();
        if profile.open().await.is_ok() {
            profile.succeeded();
        }
    });
}

/// From now on the page hears what the person asks for outside of it.
#[tauri::command(rename_all = "snake_case")]
pub(crate) fn requests(page: State<'_, Page>, on_request: Channel<Request>) {
    page.listen(on_request);
}

/// Opens a link outside of the app, in the browser or what writes letters. The person has agreed.
#[tauri::command]
pub(crate) async fn open_link(address: Arg<String>) -> Result<(), Failure> {
    let Some(link) = outside(&address.0) else {
        return Err(Failure {
            code: Code::InvalidInput,
            message: "This link cannot be opened: only pages of the web and e-mail addresses can."
                .to_owned(),
        });
    };
    let opening = tauri::async_runtime::spawn_blocking(move || open::that_detached(link.as_str()));
    let opened = opening.await.map_err(|error| error.to_string());
    opened
        .and_then(|opened| opened.map_err(|error| error.to_string()))
        .map_err(|error| {
            tracing::warn!(error, "a link cannot be opened");
            Failure {
                code: Code::Unavailable,
                message: "The link could not be opened: this system names no program for it."
                    .to_owned(),
            }
        })
}
