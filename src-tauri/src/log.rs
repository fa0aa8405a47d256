//! The log: a small file in the profile's folder. It tells what the app did and what failed, and
//! nothing of what tasks say.

use std::any::Any;
use std::cell::Cell;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::panic::{PanicHookInfo, UnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Mutex;
use std::thread;

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// A file that has grown to this many bytes becomes `desktop.log.old` at the next start.
const LARGEST: u64 = 512 * 1024;

/// Sends the log to `logs/desktop.log` in the profile's folder; where that can't be written, to
/// nowhere: the app must open all the same, to say so.
///
/// Only our own crates are heard. Tauri's own lines may hold the key that guards the commands.
pub(crate) fn start(folder: &Path) {
    let Ok(file) = open(&folder.join("logs")) else {
        return;
    };
    let ours = Targets::new().with_target("calm_orbit", LevelFilter::INFO);
    let lines = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(Mutex::new(file));
    // Fails only where a log is set already, as in tests.
    drop(
        tracing_subscriber::registry()
            .with(ours)
            .with(lines)
            .try_init(),
    );
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic: &PanicHookInfo<'_>| {
        if EXPECTED
            .get()
            .is_some_and(|words| says(panic.payload(), words))
        {
            return;
        }
        tracing::error!(
            at = panic.location().map(tracing::field::display),
            "a defect stopped a part of the app"
        );
        hook(panic);
    }));
}

thread_local! {
    /// What a panic on this thread may say that is no defect: somebody waits for it.
    static EXPECTED: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// Does what panics, saying `words`, where something that the app can do without is missing: then
/// it gives `None`, and nothing is logged. Any other panic is a defect as everywhere.
pub(crate) fn without<T>(
    words: &'static str,
    work: impl FnOnce() -> T + UnwindSafe,
) -> thread::Result<Option<T>> {
    EXPECTED.set(Some(words));
    let done = catch_unwind(work);
    EXPECTED.set(None);
    match done {
        Ok(done) => Ok(Some(done)),
        Err(panic) if says(&*panic, words) => Ok(None),
        Err(panic) => Err(panic),
    }
}

/// Whether a panic says these words.
fn says(panic: &(dyn Any + Send), words: &str) -> bool {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.is_some_and(|text| text.contains(words))
}

fn open(folder: &Path) -> io::Result<File> {
    let mut make = fs::DirBuilder::new();
    make.recursive(true);
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    {
        std::os::unix::fs::DirBuilderExt::mode(&mut make, 0o700);
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    make.create(folder)?;
    let path = folder.join("desktop.log");
    if fs::metadata(&path).is_ok_and(|file| file.len() > LARGEST) {
        fs::rename(&path, folder.join("desktop.log.old"))?;
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_that_is_waited_for_is_no_defect_and_any_other_is() {
        let folder = tempfile::tempdir().unwrap();
        start(folder.path());
        let log = || fs::read_to_string(folder.path().join("logs/desktop.log")).unwrap();
        let work = |text: &'static str| without("libtray", move || panic!("{text}"));
        assert!(matches!(work("no libtray.so.1"), Ok(None)));
        assert_eq!(log(), "");
        assert!(work("a defect").is_err());
        assert!(log().contains("a defect stopped a part of the app"));
        let before = log().len();
        // Once the work is done, nothing is waited for.
        assert!(catch_unwind(|| panic!("no libtray.so.1")).is_err());
        assert!(log().len() > before);
        assert!(matches!(without("libtray", || 7), Ok(Some(7))));
    }
}
