//! The election of the host, by a lock of the operating system: it is free again the moment the
//! process that holds it ends, however it ends.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use task::{Code, Error};
use tokio::sync::oneshot;

/// The right to be host of a profile, held until it is dropped.
#[derive(Debug)]
pub struct Host {
    folder: PathBuf,
    /// Keeps the lock.
    _lock: File,
}

impl Host {
    /// Becomes host, if nobody is. The folder must exist.
    ///
    /// # Errors
    /// Where the lock file can't be made.
    pub fn try_become(folder: &Path) -> Result<Option<Self>, Error> {
        let lock = open(folder)?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(Self {
                folder: folder.to_owned(),
                _lock: lock,
            })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(failed(folder, error)),
        }
    }

    /// Becomes host as soon as nobody else is; waits for as long as that takes, without polling.
    ///
    /// # Errors
    /// Where the lock file can't be made or locked.
    pub async fn become_host(folder: &Path) -> Result<Self, Error> {
        let lock = open(folder)?;
        let (sender, receiver) = oneshot::channel();
        // A thread of its own, and not one of the runtime's: it may wait for days, and must not
        // keep the runtime from ending.
        std::thread::Builder::new()
            .name("host election".into())
            .spawn(move || drop(sender.send(lock.lock().map(|()| lock))))
            .map_err(|error| failed(folder, error))?;
        match receiver.await {
            Ok(Ok(lock)) => Ok(Self {
                folder: folder.to_owned(),
                _lock: lock,
            }),
            Ok(Err(error)) => Err(failed(folder, error)),
            Err(_) => Err(failed(folder, io::Error::other("the waiting thread ended"))),
        }
    }

    /// The folder of the profile.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

fn open(folder: &Path) -> Result<File, Error> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
        .open(folder.join("host.lock"))
        .map_err(|error| failed(folder, error))
}

fn failed(folder: &Path, error: io::Error) -> Error {
    Error::Storage {
        code: Code::Unavailable,
        message: format!("{} cannot be used: {error}.", folder.display()),
        source: Some(Box::new(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let first = Host::try_become(folder.path()).unwrap();
        assert!(first.is_some());
        assert!(Host::try_become(folder.path()).unwrap().is_none());
        drop(first);
        assert!(Host::try_become(folder.path()).unwrap().is_some());
    }

    #[tokio::test]
    async fn who_waits_takes_over() {
        let folder = tempfile::tempdir().unwrap();
        let first = Host::try_become(folder.path()).unwrap();
        let path = folder.path().to_owned();
        let waiting = tokio::spawn(async move { Host::become_host(&path).await });
        drop(first);
        assert_eq!(waiting.await.unwrap().unwrap().folder(), folder.path());
    }
}
