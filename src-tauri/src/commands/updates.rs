//! New versions of the app.

use host::settings::UpdateSettings;
use task::Failure;
use tauri::{AppHandle, Manager, Runtime};
use update::Channel;

use super::Arg;
use crate::profile::Profile;
use crate::settings::{Settings, SettingsGroup};
use crate::updates::{UpdateState, Updates};

/// How it stands with updates.
#[tauri::command]
pub(crate) async fn update_state<R: Runtime>(app: AppHandle<R>) -> Result<UpdateState, Failure> {
    Ok(app.state::<Updates>().state(&app).await)
}

/// Looks for another version: a newer one, or, with `back`, the stable one that somebody with a
/// newer beta asked to go back to. What fails stands in the state.
#[tauri::command]
pub(crate) async fn look_for_update<R: Runtime>(
    app: AppHandle<R>,
    back: Arg<bool>,
) -> Result<UpdateState, Failure> {
    let profile = app.state::<Profile>();
    // Where the profile can't be opened a newer version may be just what is needed.
    let channel = match profile.status().await.is_ready() {
        true => app.state::<Settings>().now().updates.channel,
        false => Channel::Stable,
    };
    let updates = app.state::<Updates>();
    drop(updates.look(&app, channel, back.0, false).await);
    update_state(app.clone()).await
}

/// Goes over to another channel. What was found on the one before is let go.
#[tauri::command]
pub(crate) async fn choose_channel<R: Runtime>(
    app: AppHandle<R>,
    channel: Arg<Channel>,
) -> Result<UpdateState, Failure> {
    let open = app.state::<Profile>().open().await?;
    let settings = app.state::<Settings>();
    let before = settings.read(&open.store).await?.updates;
    let group = SettingsGroup::Updates(UpdateSettings {
        channel: channel.0,
        ..before.clone()
    });
    settings.keep(&open.store, group).await?;
    if before.channel != channel.0 {
        app.state::<Updates>().forget(&app);
    }
    update_state(app.clone()).await
}

/// Downloads the version that is offered. Answers at once; the page is asked to look as it goes on.
#[tauri::command]
pub(crate) async fn download_update<R: Runtime>(app: AppHandle<R>) -> Result<UpdateState, Failure> {
    tauri::async_runtime::spawn({
        let app = app.clone();
        // What fails stands in the state.
        async move { drop(app.state::<Updates>().download(&app).await) }
    });
    update_state(app).await
}

/// Stops the download, or lets what was downloaded go.
#[tauri::command]
pub(crate) async fn cancel_update<R: Runtime>(app: AppHandle<R>) -> Result<UpdateState, Failure> {
    app.state::<Updates>().cancel(&app);
    update_state(app).await
}

/// Installs what was downloaded and starts the app again. The page has saved what was typed.
#[tauri::command]
pub(crate) async fn restart_to_update<R: Runtime>(app: AppHandle<R>) -> Result<(), Failure> {
    app.state::<Updates>().install_now(&app).await?;
    app.exit(0);
    Ok(())
}
