//! Starts of the app that came to nothing, counted in a small file in the profile's folder: the
//! database, where the rest is kept, may be the reason.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The file, which is there only while the last start failed or is under way.
const FILE: &str = "starts";

/// After so many failed starts in a row the app offers a way back before it opens anything.
pub const TOO_MANY: u32 = 3;

/// The count of the starts of a profile that failed.
#[derive(Debug, Clone)]
pub struct Starts {
    file: PathBuf,
}

impl Starts {
    /// The count of the profile in `folder`.
    pub fn of(folder: &Path) -> Self {
        Self {
            file: folder.join(FILE),
        }
    }

    /// A start begins, and counts as failed until [`Starts::succeeded`]. Answers how many in a row
    /// failed before it; 0 where the count can't be read or kept.
    pub fn begin(&self) -> u32 {
        let failed = self.failed();
        if let Err(error) = self.keep(failed.saturating_add(1)) {
            tracing::warn!(%error, "the start cannot be counted");
        }
        failed
    }

    /// The start came to something: the tasks can be seen, or the app ended as it should.
    pub fn succeeded(&self) {
        match fs::remove_file(&self.file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::warn!(%error, "the count of failed starts cannot be cleared");
            }
            _ => {}
        }
    }

    fn failed(&self) -> u32 {
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        text.trim().parse().unwrap_or(0)
    }

    fn keep(&self, count: u32) -> io::Result<()> {
        use std::io::Write as _;

        if let Some(folder) = self.file.parent()
            && !folder.exists()
        {
            // Who opens the profile makes its folder.
            return Ok(());
        }
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&self.file)?;
        file.write_all(count.to_string().as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_in_a_row_are_counted_until_one_succeeds() {
        let folder = tempfile::tempdir().unwrap();
        let starts = Starts::of(folder.path());
        assert_eq!((starts.begin(), starts.begin(), starts.begin()), (0, 1, 2));
        assert_eq!(Starts::of(folder.path()).begin(), TOO_MANY);
        starts.succeeded();
        starts.succeeded();
        assert_eq!(starts.begin(), 0);
    }

    #[test]
    fn what_cannot_be_read_counts_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let starts = Starts::of(folder.path());
        fs::write(folder.path().join("starts"), "many").unwrap();
        assert_eq!(starts.begin(), 0);
        assert_eq!(starts.begin(), 1);
        // A profile that isn't there yet.
        assert_eq!(Starts::of(&folder.path().join("new")).begin(), 0);
        assert!(!folder.path().join("new").exists());
    }
}
