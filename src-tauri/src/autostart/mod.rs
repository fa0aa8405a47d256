//! Starting with the session, in the tray: what the system reads when somebody signs in names the
//! app or doesn't, by the person's choice. Looked after at each start, since an update or a move may
//! have put the app elsewhere. A failure is logged and stops nothing.

#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod system;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod system;
#[cfg(windows)]
#[path = "windows.rs"]
mod system;

use std::io;
use std::path::PathBuf;

use tauri::{AppHandle, Manager, Runtime};

use crate::profile::Profile;
use crate::settings::Settings;

/// What is to be started.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Start {
    /// The name by which the system keeps it, one for each profile.
    name: String,
    program: PathBuf,
    arguments: Vec<String>,
}

impl Start {
    fn of<R: Runtime>(app: &AppHandle<R>) -> io::Result<Self> {
        let mut arguments = vec!["--hidden".to_owned()];
        if let Some(folder) = app.state::<Profile>().other_folder() {
            arguments.extend(["--data-dir".to_owned(), folder.display().to_string()]);
        }
        Ok(Self {
            name: app.config().identifier.clone(),
            program: program()?,
            arguments,
        })
    }
}

/// The program to start. An AppImage runs from a place that is gone when it ends.
fn program() -> io::Result<PathBuf> {
    match std::env::var_os("APPIMAGE") {
        Some(image) if cfg!(target_os = "linux") => Ok(image.into()),
        _ => std::env::current_exe(),
    }
}

/// Has the system follow the settings. The profile has been read.
pub(crate) async fn follow<R: Runtime>(app: AppHandle<R>) {
    let mut settings = app.state::<Settings>().follow();
    loop {
        let wanted = settings.borrow_and_update().general.start_at_login;
        let done = Start::of(&app).and_then(|start| system::set(&start, wanted));
        match done {
            Ok(true) => tracing::info!(wanted, "the start with the session is set"),
            Ok(false) => {}
            Err(error) => tracing::warn!(%error, "the start with the session cannot be set"),
        }
        loop {
            if settings.changed().await.is_err() {
                return;
            }
            if settings.borrow().general.start_at_login != wanted {
                break;
            }
        }
    }
}

/// Writes a file, or takes it away; whether that changed anything.
#[cfg(unix)]
fn set_file(path: &std::path::Path, text: Option<&str>) -> io::Result<bool> {
    let there = std::fs::read_to_string(path).ok();
    if there.as_deref() == text {
        return Ok(false);
    }
    match text {
        Some(text) => {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)?;
            }
            std::fs::write(path, text)?;
        }
        None => std::fs::remove_file(path)?,
    }
    Ok(true)
}
