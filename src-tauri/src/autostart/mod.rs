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

use messages::Text;
use serde::Serialize;
use task::{Code, Failure};
use tauri::{AppHandle, Manager, Runtime};
use ts_rs::TS;

use crate::profile::Profile;
use crate::program;
use crate::settings::Settings;

/// Whether the system starts the app when the person signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub(crate) struct StartAtLogin {
    /// It does.
    on: bool,
    /// Why that can't be told or changed; `null` where it can.
    #[ts(as = "Option<String>")]
    problem: Option<Text>,
}

/// What the system has noted of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Noted {
    /// Nothing.
    Nothing,
    /// It is to be started.
    On,
    /// It is not, though the entry is there: somebody has switched it off in the system's settings.
    Off,
}

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
            program: program::file(app)?,
            arguments,
        })
    }
}

/// Whether the system starts the app when the person signs in.
pub(crate) async fn look<R: Runtime>(app: &AppHandle<R>) -> StartAtLogin {
    let noted = with_system(app, |start| system::noted(&start)).await;
    StartAtLogin {
        on: matches!(noted, Ok(Noted::On)),
        problem: noted
            .err()
            .map(|error| messages::here().autostart_unknown(error)),
    }
}

/// Has the system start the app when the person signs in, or not.
///
/// # Errors
/// `unavailable` where it refuses.
pub(crate) async fn set<R: Runtime>(app: &AppHandle<R>, wanted: bool) -> Result<(), Failure> {
    let done = with_system(app, move |start| system::set(&start, wanted)).await;
    done.map(drop).map_err(|error| {
        tracing::warn!(%error, "the start with the session cannot be set");
        Failure {
            code: Code::Unavailable,
            message: format!("The system refused that: {error}. Nothing was changed."),
        }
    })
}

/// Asks the system off the threads that others wait for.
async fn with_system<R: Runtime, T: Send + 'static>(
    app: &AppHandle<R>,
    ask: impl FnOnce(Start) -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    let start = Start::of(app)?;
    let asked = tauri::async_runtime::spawn_blocking(move || ask(start)).await;
    asked.map_err(io::Error::other)?
}

/// Has the system follow the settings. The profile has been read. What somebody has switched off in
/// the system's settings stays so until the person switches it on here.
pub(crate) async fn follow<R: Runtime>(app: AppHandle<R>) {
    let mut settings = app.state::<Settings>().follow();
    let mut first = true;
    loop {
        let wanted = settings.borrow_and_update().general.start_at_login;
        let first = std::mem::replace(&mut first, false);
        let done = with_system(&app, move |start| {
            if wanted && first && system::noted(&start)? == Noted::Off {
                return Ok(false);
            }
            system::set(&start, wanted)
        });
        match done.await {
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
