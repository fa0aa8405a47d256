//! The app, where it lies beside this command: it has the windows.

use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use task::{Code, Error};

/// What the app is called.
const APP: &str = if cfg!(windows) {
    "calm-orbit-desktop.exe"
} else {
    "calm-orbit-desktop"
};

/// Starts the app of a profile, and asks it for something; one that runs already is asked instead.
pub(super) fn start(folder: Option<&Path>, word: Option<&str>) -> io::Result<Child> {
    let app = match host::app_image() {
        Some(image) => image,
        None => std::env::current_exe()?.with_file_name(APP),
    };
    let mut app = Command::new(app);
    if let Some(folder) = folder {
        app.arg("--data-dir").arg(folder);
    }
    app.args(word)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // It goes on when the terminal is closed or Ctrl+C is pressed there.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut app, 0);
    app.spawn()
}

/// Opens a window of the app.
pub(super) fn open(folder: Option<&Path>, word: Option<&str>) -> Result<(), Error> {
    let profile = host::profile_folder(folder.map(Path::to_owned))?;
    if host::ask_running_app(&profile, word.as_slice()) {
        return Ok(());
    }
    start(folder, word).map(drop).map_err(|error| {
        let message = if error.kind() == io::ErrorKind::NotFound {
            "The app is not installed beside this command, so that there is no window to open."
                .to_owned()
        } else {
            format!("The app cannot be started: {error}.")
        };
        Error::Storage {
            code: Code::Unavailable,
            message,
            source: Some(Box::new(error)),
        }
    })
}
