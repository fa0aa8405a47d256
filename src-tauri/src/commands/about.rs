//! What the app is and runs on, and what can be handed to whoever helps.

use host::diagnostics::{self, Machine};
use serde::Serialize;
use task::Failure;
use tauri::{AppHandle, Runtime, State};
use ts_rs::TS;

use crate::profile::Profile;
use crate::system;

/// What the app is and runs on.
#[derive(Debug, Serialize, TS)]
pub(crate) struct About {
    /// The app's version.
    version: String,
    /// The operating system.
    system: String,
    /// The version of what shows the pages.
    webview: String,
}

fn machine<R: Runtime>(app: &AppHandle<R>) -> Machine {
    Machine {
        version: app.package_info().version.to_string(),
        system: system::name(),
        webview: tauri::webview_version().unwrap_or_else(|_| "unknown".to_owned()),
    }
}

/// What the app is and runs on.
#[tauri::command]
pub(crate) async fn about<R: Runtime>(app: AppHandle<R>) -> Result<About, Failure> {
    let Machine {
        version,
        system,
        webview,
    } = machine(&app);
    Ok(About {
        version,
        system,
        webview,
    })
}

/// Writes the diagnostics into the folder of downloads, and says where they are.
#[tauri::command]
pub(crate) async fn export_diagnostics<R: Runtime>(
    app: AppHandle<R>,
    profile: State<'_, Profile>,
) -> Result<String, Failure> {
    let machine = machine(&app);
    let report = match profile.closed().await {
        Err(open) => diagnostics::report(&open.store, &machine).await?,
        Ok(failure) => diagnostics::report_of_closed(profile.folder(), &machine, failure.as_ref())?,
    };
    let path = diagnostics::save(&report, &diagnostics::downloads()?)?;
    Ok(path.display().to_string())
}
