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

use messages::{Messages, Text};
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
        let say = messages::here();
        let text = text(say, profile.folder(), held, failure.as_ref());
        tracing::error!("the window is empty; it is said by a dialog");
        let shown = app.run_on_main_thread(move || {
            system::show(&say.last_word_title(), &text, || {
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
fn text(say: &Messages, folder: &Path, held: Option<u32>, failure: Option<&Failure>) -> Text {
    let state = match (held, failure) {
        (Some(starts), _) => Some(say.last_word_held(starts.into())),
        (None, failure) => failure.map(|failure| say.last_word_closed(&failure.message)),
    };
    let paragraph = Text::typed("");
    let mut lines = vec![say.last_word_silent(DRAWS), paragraph.clone()];
    if let Some(state) = state {
        lines.extend([state, paragraph.clone()]);
    }
    lines.extend([
        say.last_word_folder(),
        Text::typed(folder.display().to_string()),
        paragraph,
        say.last_word_way_out(DRAWS),
    ]);
    Text::lines(&lines)
}

#[cfg(test)]
mod tests {
    use task::Code;

    use super::*;

    #[test]
    fn it_says_what_happened_and_where_the_tasks_are() {
        let folder = Path::new("/home/ada/tasks");
        let say = messages::here();
        let text = |held, failure| text(say, folder, held, failure).to_string();
        let plain = text(None, None);
        assert!(plain.contains("/home/ada/tasks") && plain.contains("does not answer"));
        assert!(!plain.contains("open"), "{plain}");
        assert!(text(Some(3), None).contains("The 3 starts before this one failed"));
        let failure = Failure {
            code: Code::NewerDatabase,
            message: "A newer version has saved them.".into(),
        };
        let failed = text(None, Some(&failure));
        assert!(failed.contains("not open either. A newer version has saved them."));
    }
}
