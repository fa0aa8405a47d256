//! What the person has chosen.

use host::settings::General;
use task::Failure;
use tauri::{AppHandle, Runtime, State};

use super::Arg;
use crate::autostart::{self, StartAtLogin};
use crate::page::Page;
use crate::profile::Profile;
use crate::settings::{AllSettings, Settings, SettingsGroup};
use crate::surroundings::Surroundings;

/// All settings, as they are now.
#[tauri::command]
pub(crate) async fn settings(
    profile: State<'_, Profile>,
    settings: State<'_, Settings>,
) -> Result<AllSettings, Failure> {
    let open = profile.open().await?;
    Ok(settings.read(&open.store).await?)
}

/// Keeps one group of settings, and gives back all.
#[tauri::command]
pub(crate) async fn save_settings(
    profile: State<'_, Profile>,
    settings: State<'_, Settings>,
    change: Arg<SettingsGroup>,
) -> Result<AllSettings, Failure> {
    let open = profile.open().await?;
    let kept = settings.keep(&open.store, change.0).await?;
    profile.reminders.look();
    Ok(kept)
}

/// What the system says that the looks and the settings go by.
#[tauri::command]
pub(crate) async fn surroundings<R: Runtime>(app: AppHandle<R>) -> Result<Surroundings, Failure> {
    Ok(Surroundings::ask(&app).await)
}

/// Whether the system starts the app when the person signs in.
#[tauri::command]
pub(crate) async fn start_at_login<R: Runtime>(app: AppHandle<R>) -> Result<StartAtLogin, Failure> {
    Ok(autostart::look(&app).await)
}

/// Has the system start the app when the person signs in, or not.
#[tauri::command]
pub(crate) async fn set_start_at_login<R: Runtime>(
    app: AppHandle<R>,
    profile: State<'_, Profile>,
    settings: State<'_, Settings>,
    page: State<'_, Page>,
    on: Arg<bool>,
) -> Result<StartAtLogin, Failure> {
    let open = profile.open().await?;
    autostart::set(&app, on.0).await?;
    let general = General {
        start_at_login: on.0,
        ..settings.read(&open.store).await?.general
    };
    settings
        .keep(&open.store, SettingsGroup::General(general))
        .await?;
    page.look_at_settings();
    Ok(autostart::look(&app).await)
}
