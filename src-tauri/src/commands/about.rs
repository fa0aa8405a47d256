//! What the app is and runs on, and what can be handed to whoever helps.

use host::diagnostics::{self, Machine};
use serde::Serialize;
use task::Failure;
use tauri::State;
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

fn machine() -> Machine {
    Machine {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        system: system::name(),
        webview: tauri::webview_version().unwrap_or_else(|_| "unknown".to_owned()),
    }
}

/// What the app is and runs on.
#[tauri::command]
pub(crate) async fn about() -> Result<About, Failure> {
    let Machine {
        version,
        system,
        webview,
    } = machine();
    Ok(About {
        version,
        system,
        webview,
    })
}

/// Writes the diagnostics into the folder of downloads, and says where they are.
#[tauri::command]
pub(crate) async fn export_diagnostics(profile: State<'_, Profile>) -> Result<String, Failure> {
    let report = match profile.closed().await {
        Err(open) => diagnostics::report(&open.store, &machine()).await?,
        Ok(failure) => {
            diagnostics::report_of_closed(profile.folder(), &machine(), failure.as_ref())?
        }
    };
    let path = diagnostics::save(&report, &diagnostics::downloads()?)?;
    Ok(path.display().to_string())
}
