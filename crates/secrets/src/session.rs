//! Secrets in the memory of this process.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use secrecy::SecretString;

use crate::{Error, Keychain};

/// Secrets in memory, until it is dropped; then they are wiped.
#[derive(Default)]
pub struct Session(Mutex<HashMap<String, SecretString>>);

impl Session {
    fn values(&self) -> MutexGuard<'_, HashMap<String, SecretString>> {
        // No code that may panic runs while it is held, and a map is whole between two calls.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Keychain for Session {
    async fn set(&self, account: &str, value: SecretString) -> Result<(), Error> {
        self.values().insert(account.to_owned(), value);
        Ok(())
    }

    async fn get(&self, account: &str) -> Result<Option<SecretString>, Error> {
        Ok(self.values().get(account).cloned())
    }

    async fn clear(&self, account: &str) -> Result<(), Error> {
        self.values().remove(account);
        Ok(())
    }

    async fn ready(&self) -> Result<(), Error> {
        Ok(())
    }
}
