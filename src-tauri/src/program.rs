//! The program that runs: how it is found and started again, and what else is packed with it.

use std::io;
use std::path::{Path, PathBuf};

use tauri::{AppHandle, Env, Manager, Runtime};

/// What Tauri and its updater take for the surroundings of this process. As arguments, those of a
/// start that follows an update: the folder of the profile, if it is another than the person's own.
/// What this process was asked for when it was started is done, and would be done once more.
pub(crate) fn env(folder: Option<&Path>) -> Env {
    let mut env = Env::default();
    env.args_os.truncate(1);
    if let Some(folder) = folder {
        env.args_os.extend(["--data-dir".into(), folder.into()]);
    }
    #[cfg(target_os = "linux")]
    if host::app_image().is_none() {
        // Those of another app, which has started this one.
        (env.appimage, env.appdir) = (None, None);
    }
    env
}

/// The file to start again, also after another version was put in its place.
pub(crate) fn file<R: Runtime>(app: &AppHandle<R>) -> io::Result<PathBuf> {
    tauri::process::current_binary(&app.env())
}

/// The command, which lies beside the app in every package. That of an `AppImage` is the image
/// itself: [`hand_over`] does the rest.
pub(crate) fn command() -> Option<PathBuf> {
    let beside = beside()?;
    beside
        .is_file()
        .then(|| host::app_image().unwrap_or(beside))
}

fn beside() -> Option<PathBuf> {
    let name = format!("calm-orbit{}", std::env::consts::EXE_SUFFIX);
    Some(std::env::current_exe().ok()?.with_file_name(name))
}

/// Becomes the command where an `AppImage` was started as one: `Calm_Orbit.AppImage list` is
/// `calm-orbit list`. Comes back where it wasn't, or with why it can't.
#[cfg(target_os = "linux")]
pub(crate) fn hand_over() -> Option<io::Error> {
    use std::os::unix::process::CommandExt;

    let first = std::env::args_os().nth(1)?.into_string().ok()?;
    if !is_command(&first) || host::app_image().is_none() {
        return None;
    }
    let mut command = std::process::Command::new(beside()?);
    command.args(std::env::args_os().skip(1));
    // What starts the image's program does so in the mount, and keeps where the person was.
    let from = std::env::var_os("OWD").map(PathBuf::from);
    if let Some(from) = from.filter(|folder| folder.is_dir()) {
        command.current_dir(from);
    }
    Some(command.exec())
}

/// Whether this is a command's name: neither an option nor a link.
#[cfg(target_os = "linux")]
fn is_command(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::*;

    #[test]
    fn a_start_after_an_update_keeps_the_profile_and_nothing_else() {
        let arguments = |folder| env(folder).args_os.split_off(1);
        assert_eq!(arguments(None), Vec::<OsString>::new());
        let other = Path::new("/tmp/other profile");
        assert_eq!(arguments(Some(other)), ["--data-dir", "/tmp/other profile"]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_link_or_an_option_is_no_command() {
        for word in ["mcp", "list", "restore-backup"] {
            assert!(is_command(word), "{word}");
        }
        for word in ["", "--hidden", "-h", "calm-orbit://today", "./file", "Buy"] {
            assert!(!is_command(word), "{word}");
        }
    }
}
