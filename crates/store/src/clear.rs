//! Beginning anew: everything goes to the trash, as one thing that can be taken back.

use std::fs;
use std::path::PathBuf;

use task::{Actor, Error};

use crate::files::make_folder;
use crate::restore::Restored;
use crate::{Options, Store};

/// The name of the backup that holds nothing; the activity shows it.
const NOTHING: &str = "empty.db";

/// A profile that holds nothing, in a folder that goes with it.
struct Nothing {
    folder: PathBuf,
}

impl Drop for Nothing {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            tracing::warn!(%error, "an empty profile could not be removed");
        }
    }
}

impl Store {
    /// Moves all tasks, lists and saved filters to the trash, as [`Store::restore`] does with a
    /// backup that holds nothing: the present state is backed up first, all of it is one group
    /// that can be taken back, and an attempt that was interrupted is finished by the next one.
    /// Settings and threads of the chat stay.
    ///
    /// # Errors
    /// Where the profile can't be written.
    pub async fn clear(&self, actor: Actor) -> Result<Restored, Error> {
        let name = format!("restoring-{}", uuid::Uuid::now_v7().simple());
        let nothing = Nothing {
            folder: self.folder().join(name),
        };
        make_folder(&nothing.folder)?;
        let options = Options {
            patience: self.patience(),
            now: self.clock(),
            ..Options::default()
        };
        let empty = Self::open(&nothing.folder, options).await?;
        let backup = nothing.folder.join(NOTHING);
        let made = empty.backup(&backup).await;
        empty.close().await;
        made?;
        self.restore(&backup, actor).await
    }
}
