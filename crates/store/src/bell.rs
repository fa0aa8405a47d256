//! The bell: a small file that a writer touches after a commit, and that others watch. Its content
//! means nothing; who hears it reads the change log.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use task::Error;
use tokio::sync::{Notify, watch};

use crate::change_log::last_seq;
use crate::files::open_file;
use crate::pool::Pool;

/// How often the change log is looked at where the file can't be watched.
const SLOW_POLL: Duration = Duration::from_secs(2);

pub(crate) struct Bell {
    path: PathBuf,
    file: Mutex<File>,
    /// Wakes the listeners of this process at once.
    rung: watch::Sender<()>,
}

impl Bell {
    pub(crate) fn hang(folder: &Path) -> Result<Self, Error> {
        let path = folder.join("bell");
        let file = Mutex::new(open_file(&path)?);
        Ok(Self {
            path,
            file,
            rung: watch::Sender::new(()),
        })
    }

    /// Tells everybody that something was committed. Never fails: on a full disk others hear of it
    /// at the next change.
    pub(crate) fn ring(&self) {
        self.rung.send_replace(());
        if let Ok(mut file) = self.file.lock() {
            let rung = file
                .seek(SeekFrom::Start(0))
                .and_then(|_| file.write_all(b"."));
            if let Err(error) = rung {
                tracing::warn!(%error, "the bell could not be rung");
            }
        }
    }

    /// The position of the change log, kept true by a task that lives as long as somebody holds
    /// the receiver.
    pub(crate) async fn listen(&self, readers: Arc<Pool>) -> Result<watch::Receiver<u64>, Error> {
        let rung = Arc::new(Notify::new());
        // The file is watched before the position is read, so that no change falls between.
        let watcher = self.watcher(rung.clone());
        let (sender, receiver) = watch::channel(position(&readers).await?);
        let mut here = self.rung.subscribe();
        tokio::spawn(async move {
            let watched = match watcher {
                Ok(watcher) => Some(watcher),
                Err(error) => {
                    tracing::warn!(%error, "the bell cannot be watched; looking every 2 s");
                    None
                }
            };
            loop {
                tokio::select! {
                    () = sender.closed() => break,
                    () = rung.notified() => {}
                    Ok(()) = here.changed() => {}
                    () = tokio::time::sleep(SLOW_POLL), if watched.is_none() => {}
                }
                match position(&readers).await {
                    Ok(seq) => {
                        sender.send_if_modified(|known| std::mem::replace(known, seq) != seq);
                    }
                    Err(error) => tracing::warn!(%error, "the change log could not be read"),
                }
            }
        });
        Ok(receiver)
    }

    fn watcher(&self, rung: Arc<Notify>) -> notify::Result<RecommendedWatcher> {
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                // Reads (by other watchers, by backup programs) are no news.
                if event.is_ok_and(|event| !event.kind.is_access()) {
                    rung.notify_one();
                }
            })?;
        watcher.watch(&self.path, RecursiveMode::NonRecursive)?;
        Ok(watcher)
    }
}

async fn position(readers: &Arc<Pool>) -> Result<u64, Error> {
    readers.run(|connection| last_seq(connection)).await
}
