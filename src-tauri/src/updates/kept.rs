//! What is remembered of updates from one start to the next: a small file in the profile's folder,
//! which can be read where the profile doesn't open.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The file.
const FILE: &str = "updates.json";

/// What is remembered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Memory {
    /// When a server last answered.
    pub(crate) answered: Option<Timestamp>,
    /// Why what was to be installed at the end of the app was not; said once.
    pub(crate) refused: Option<String>,
    /// The next start follows an update that the person asked for, and shows the window.
    pub(crate) show: bool,
}

/// The file of a profile.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    file: PathBuf,
}

impl Kept {
    pub(crate) fn of(folder: &Path) -> Self {
        Self {
            file: folder.join(FILE),
        }
    }

    /// What is remembered; nothing, where it can't be read.
    pub(crate) fn read(&self) -> Memory {
        let text = fs::read(&self.file).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Changes what is remembered. That it can't be kept is no reason to fail.
    pub(crate) fn change(&self, change: impl FnOnce(&mut Memory)) {
        let mut memory = self.read();
        change(&mut memory);
        if let Err(error) = self.write(&memory) {
            tracing::warn!(%error, "what is known of updates cannot be kept");
        }
    }

    fn write(&self, memory: &Memory) -> io::Result<()> {
        use std::io::Write as _;

        let part = self.file.with_extension("part");
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options
            .open(&part)?
            .write_all(&serde_json::to_vec(memory)?)?;
        fs::rename(&part, &self.file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_there_at_the_next_start_and_rubbish_is_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let kept = Kept::of(folder.path());
        assert_eq!(kept.read(), Memory::default());
        kept.change(|memory| memory.show = true);
        kept.change(|memory| memory.refused = Some("No.".into()));
        let again = Kept::of(folder.path()).read();
        assert!(again.show && again.refused.is_some());
        fs::write(folder.path().join(FILE), "{").unwrap();
        assert_eq!(kept.read(), Memory::default());
    }
}
