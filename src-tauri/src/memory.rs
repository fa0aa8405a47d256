//! Where the page keeps what it remembers of itself, such as whether the chat is open: in the
//! profile's folder. Where that can't be written the window must open all the same, to say so; it
//! then remembers until the app ends.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::TempDir;

/// A folder for the page.
pub(crate) struct Memory {
    folder: PathBuf,
    /// The folder, where it is one that goes with the app.
    passing: Mutex<Option<TempDir>>,
}

impl Memory {
    /// The folder for the page of a profile.
    ///
    /// # Errors
    /// Where not even a temporary folder can be made.
    pub(crate) fn of(profile: &Path) -> io::Result<Self> {
        let folder = profile.join("webview");
        if std::fs::create_dir_all(&folder).is_ok() && tempfile::tempfile_in(&folder).is_ok() {
            let passing = Mutex::new(None);
            return Ok(Self { folder, passing });
        }
        let passing = tempfile::Builder::new().prefix("calm-orbit-").tempdir()?;
        Ok(Self {
            folder: passing.path().to_owned(),
            passing: Mutex::new(Some(passing)),
        })
    }

    /// The folder.
    pub(crate) fn folder(&self) -> PathBuf {
        self.folder.clone()
    }

    /// The app ends.
    pub(crate) fn end(&self) {
        let mut passing = self.passing.lock().unwrap_or_else(PoisonError::into_inner);
        // Dropping the folder removes it.
        drop(passing.take());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_in_the_profile() {
        let profile = tempfile::tempdir().unwrap();
        let memory = Memory::of(profile.path()).unwrap();
        assert!(memory.folder().starts_with(profile.path()));
        memory.end();
        assert!(memory.folder().is_dir());
    }

    #[test]
    fn without_a_profile_it_passes_with_the_app() {
        let parent = tempfile::tempdir().unwrap();
        let profile = parent.path().join("profile");
        std::fs::write(&profile, "a file").unwrap();
        let memory = Memory::of(&profile).unwrap();
        assert!(memory.folder().is_dir());
        memory.end();
        assert!(!memory.folder().exists());
    }
}
