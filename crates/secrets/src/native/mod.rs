//! The keychain of the operating system: Keychain Services on macOS, the Credential Manager on
//! Windows, a Secret Service (GNOME Keyring, KWallet, KeePassXC) on Linux.
//!
//! The stores are keyring's. They block, some while they ask the person for a password, so they
//! run on one thread of their own (`worker`) and a caller waits [`LIMIT`] at most. On Linux,
//! where asking can take any time, it is done beforehand and without a thread (`unlock`).

#[cfg(target_os = "linux")]
mod unlock;
mod worker;

use std::collections::HashMap;
use std::time::Duration;

use async_trait::async_trait;
use keyring_core::api::CredentialStoreApi;
use keyring_core::{Entry, Error as StoreError};
use secrecy::{ExposeSecret, SecretSlice, SecretString};

use self::worker::Worker;
use crate::{Error, Keychain};

/// The service that all entries stand under.
pub const SERVICE: &str = "org.calmorbit.CalmOrbit";

/// How long a caller waits for the keychain.
pub const LIMIT: Duration = Duration::from_secs(5);

/// The keychain of the operating system. Calls take turns.
#[derive(Default)]
pub struct Native {
    worker: Worker,
    #[cfg(target_os = "linux")]
    lock: tokio::sync::Mutex<unlock::Lock>,
}

impl Native {
    /// Waits for a call, as long as anybody should. A change that comes about after all, when
    /// its caller is gone, is taken back by the call itself.
    async fn within<T>(call: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        let outcome = tokio::time::timeout(LIMIT, call).await;
        outcome.unwrap_or(Err(Error::Silent))
    }

    /// Keeps a value, or none.
    async fn put(&self, account: &str, value: Option<SecretString>) -> Result<(), Error> {
        let value = value.map(|value| SecretSlice::from(value.expose_secret().as_bytes().to_vec()));
        let account = account.to_owned();
        let late = account.clone();
        #[cfg(target_os = "linux")]
        self.lock.lock().await.open(value.is_some()).await?;
        let change = move || {
            let entry = entry(&account)?;
            let before = read(&entry)?;
            write(&entry, value)?;
            Ok(before)
        };
        let take_back = move |changed: Result<_, Error>| {
            let Ok(before) = changed else { return };
            let taken_back = entry(&late).and_then(|entry| write(&entry, before));
            if let Err(error) = taken_back {
                tracing::warn!(%error, "a change that came too late stays in the keychain");
            }
        };
        self.worker.run(change, take_back).await?.map(drop)
    }
}

#[async_trait]
impl Keychain for Native {
    async fn set(&self, account: &str, value: SecretString) -> Result<(), Error> {
        Self::within(self.put(account, Some(value))).await
    }

    async fn get(&self, account: &str) -> Result<Option<SecretString>, Error> {
        let account = account.to_owned();
        Self::within(async {
            #[cfg(target_os = "linux")]
            self.lock.lock().await.open(false).await?;
            let look = move || read(&entry(&account)?);
            let bytes = self.worker.run(look, drop).await??;
            bytes.map(|bytes| text(&bytes)).transpose()
        })
        .await
    }

    async fn clear(&self, account: &str) -> Result<(), Error> {
        Self::within(self.put(account, None)).await
    }

    async fn ready(&self) -> Result<(), Error> {
        Self::within(async {
            #[cfg(target_os = "linux")]
            return unlock::look().await;
            #[cfg(not(target_os = "linux"))]
            self.worker.run(|| store().map(drop), drop).await?
        })
        .await
    }
}

/// The system's store, made anew for each call: a Secret Service that was restarted, or that came
/// late, is found, and nothing stays open in between.
fn store() -> Result<impl std::ops::Deref<Target = impl CredentialStoreApi>, Error> {
    #[cfg(target_os = "macos")]
    use apple_native_keyring_store::keychain::Store;
    #[cfg(windows)]
    use windows_native_keyring_store::Store;
    #[cfg(target_os = "linux")]
    use zbus_secret_service_keyring_store::Store;
    Ok(Store::new()?)
}

fn entry(account: &str) -> Result<Entry, Error> {
    // What a person reads where the system lists its secrets; elsewhere that is the service.
    let label = format!("Calm Orbit, {account}");
    let options = HashMap::from([("label", label.as_str())]);
    let options = cfg!(target_os = "linux").then_some(&options);
    Ok(store()?.build(SERVICE, account, options)?)
}

/// The bytes of an entry. Bytes, since the text of a keyring's error may hold them.
fn read(entry: &Entry) -> Result<Option<SecretSlice<u8>>, Error> {
    match entry.get_secret() {
        Ok(bytes) => Ok(Some(SecretSlice::from(bytes))),
        Err(StoreError::NoEntry) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn write(entry: &Entry, value: Option<SecretSlice<u8>>) -> Result<(), Error> {
    match value {
        Some(bytes) => Ok(entry.set_secret(bytes.expose_secret())?),
        None => match entry.delete_credential() {
            Ok(()) | Err(StoreError::NoEntry) => Ok(()),
            Err(error) => Err(error.into()),
        },
    }
}

fn text(bytes: &SecretSlice<u8>) -> Result<SecretString, Error> {
    let text = std::str::from_utf8(bytes.expose_secret()).map_err(|_| Error::Unreadable)?;
    Ok(SecretString::from(text))
}
