//! The log: a small file in the profile's folder. It tells what the app did and what failed, and
//! nothing of what tasks say.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::panic::PanicHookInfo;
use std::path::Path;
use std::sync::Mutex;

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
        tracing::error!(
            at = panic.location().map(tracing::field::display),
            "a defect stopped a part of the app"
        );
        hook(panic);
    }));
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
