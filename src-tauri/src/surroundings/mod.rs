//! What the system around the app says that its looks and its settings go by.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(windows)]
mod windows;

#[cfg(target_os = "linux")]
use linux::look;
#[cfg(target_os = "macos")]
use macos::look;
#[cfg(windows)]
use windows::look;

use serde::Serialize;
use tauri::{AppHandle, Manager, Runtime};
use ts_rs::TS;

use crate::tray::Tray;

/// What the system around the app says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub(crate) struct Surroundings {
    /// The colour that the person has chosen for what can be pressed, `#3584e4`; `null` where the
    /// system has none or doesn't tell.
    accent: Option<String>,
    /// The person has asked the system for high contrast, where the webview doesn't say so itself.
    contrast: bool,
    /// There is a tray, and the app's icon is in it.
    tray: bool,
}

impl Surroundings {
    /// As they are now.
    pub(crate) async fn ask<R: Runtime>(app: &AppHandle<R>) -> Self {
        let tray = app.try_state::<Tray<R>>();
        let tray = tray.is_some_and(|tray| tray.is_usable());
        let looked = tauri::async_runtime::spawn_blocking(look).await;
        let Look { accent, contrast } = looked.unwrap_or_default();
        Self {
            accent: accent.map(hex),
            contrast,
            tray,
        }
    }
}

/// How the person wants things to look, as the system knows it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Look {
    /// Red, green, blue.
    accent: Option<[u8; 3]>,
    contrast: bool,
}

fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
