//! The profile's folder and files, readable by their owner only.

use std::fs::{self, File, OpenOptions};
use std::path::Path;

use task::Error;

use crate::fault;

/// Makes a folder, unless it is there.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Error> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .map_err(|error| fault::file(folder, error))
}

/// Opens a file of the profile for writing, making it (readable by its owner only) if need be.
pub(crate) fn open_file(path: &Path) -> Result<File, Error> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| fault::file(path, error))
}

/// Makes the new name of a file last, where the system needs to be told so. It is the name alone
/// that a loss of power could take back, so a failure is only noted.
pub(crate) fn sync_folder(path: &Path) {
    #[cfg(unix)]
    if let Some(folder) = path.parent()
        && let Err(error) = File::open(folder).and_then(|folder| folder.sync_all())
    {
        tracing::warn!(%error, "a folder could not be synchronised");
    }
    #[cfg(not(unix))]
    let _ = path;
}
