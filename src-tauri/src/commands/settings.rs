//! What the person has chosen.

use task::Failure;
use tauri::{AppHandle, Runtime, State};

use super::Arg;
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
