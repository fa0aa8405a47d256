//! The shortcut that calls the quick-add window.

use host::settings::QuickAddSettings;
use task::{Code, Failure};
use tauri::{AppHandle, Manager, Runtime};

use super::Arg;
use crate::profile::Profile;
use crate::settings::{Settings, SettingsGroup};
use crate::shortcut::{Keys, Shortcut, ShortcutState};

/// The shortcut, and whether the system has given it to the app.
#[tauri::command]
pub(crate) async fn shortcut_state<R: Runtime>(
    app: AppHandle<R>,
) -> Result<ShortcutState, Failure> {
    off_thread(move || app.state::<Shortcut>().state(&app)).await
}

/// Takes other keys, such as `Ctrl+Shift+Space`, or none. Where others have them, those of before
/// stay.
#[tauri::command]
pub(crate) async fn set_shortcut<R: Runtime>(
    app: AppHandle<R>,
    keys: Arg<Option<String>>,
) -> Result<ShortcutState, Failure> {
    let keys: Option<Keys> = keys.0.map(|keys| keys.parse()).transpose()?;
    let open = app.state::<Profile>().open().await?;
    let settings = app.state::<Settings>();
    let before = settings.read(&open.store).await?.quick_add;
    let handle = app.clone();
    off_thread(move || handle.state::<Shortcut>().change(&handle, keys)).await??;
    let group = SettingsGroup::QuickAdd(QuickAddSettings {
        shortcut: keys.map(|keys| keys.to_string()),
    });
    if let Err(error) = settings.keep(&open.store, group).await {
        // What holds is what is kept.
        let keys = before.shortcut.and_then(|keys| keys.parse().ok());
        let handle = app.clone();
        off_thread(move || handle.state::<Shortcut>().change(&handle, keys)).await??;
        return Err(error.into());
    }
    shortcut_state(app).await
}

/// Systems take their time; some ask the person.
async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    let done = tauri::async_runtime::spawn_blocking(work).await;
    done.map_err(|error| Failure {
        code: Code::Internal,
        message: format!("The shortcut could not be changed: {error}."),
    })
}
