//! The last word: what is said by a dialog of the system where no page is there to say it. The
//! window is open then, and empty.

#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod system;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod system;
#[cfg(windows)]
#[path = "windows.rs"]
mod system;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use task::Failure;
use tauri::{AppHandle, Manager, Runtime};

use crate::profile::Profile;

/// Whether it is on the screen.
static SHOWN: AtomicBool = AtomicBool::new(false);

/// What draws the pages on this system.
const DRAWS: &str = if cfg!(windows) {
    "WebView2"
} else if cfg!(target_os = "macos") {
    "WebKit"
} else {
    "WebKitGTK"
};

/// Says that the window stays empty, why the tasks may not be open, and where they are.
pub(crate) fn say<R: Runtime>(app: &AppHandle<R>) {
    if SHOWN.swap(true, Ordering::SeqCst) {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let profile = app.state::<Profile>();
        let held = profile.is_held().then(|| profile.failed());
        let failure = profile.closed().await.ok().flatten();
        let text = text(profile.folder(), held, failure.as_ref());
        tracing::error!("the window is empty; it is said by a dialog");
        let shown = app.run_on_main_thread(move || {
            system::show("Calm Orbit’s window is empty", &text, || {
                SHOWN.store(false, Ordering::SeqCst);
            });
        });
        if let Err(error) = shown {
            tracing::warn!(%error, "no dialog");
        }
    });
}

/// The words: with how many starts have failed, where the profile is held for that, or why it can't
/// be opened.
fn text(folder: &Path, held: Option<u32>, failure: Option<&Failure>) -> String {
    let state = match (held, failure) {
        (Some(starts), _) => format!(
            "The {starts} starts before this one failed as well, so your tasks have not been opened.\n\n"
        ),
        (None, Some(failure)) => format!("Your tasks are not open either. {}\n\n", failure.message),
        (None, None) => String::new(),
    };
    let folder = folder.display();
    format!(
        "What draws it, {DRAWS}, does not answer.\n\n{state}Your tasks are in this folder, and nothing was changed in them:\n{folder}\n\nStart the computer anew, and bring {DRAWS} up to date. Until then the command calm-orbit has your tasks: calm-orbit list. What went wrong is in logs/desktop.log in that folder."
    )
}

#[cfg(test)]
mod tests {
    use task::Code;

    use super::*;

    #[test]
    fn it_says_what_happened_and_where_the_tasks_are() {
        let folder = Path::new("/home/ada/tasks");
        let plain = text(folder, None, None);
        assert!(plain.contains("/home/ada/tasks") && plain.contains("does not answer"));
        assert!(!plain.contains("open"), "{plain}");
        assert!(text(folder, Some(3), None).contains("The 3 starts before this one failed"));
        let failure = Failure {
            code: Code::NewerDatabase,
            message: "A newer version has saved them.".into(),
        };
        let failed = text(folder, None, Some(&failure));
        assert!(failed.contains("not open either. A newer version has saved them."));
    }
}
