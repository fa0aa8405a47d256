//! What a place for secrets can do.

use async_trait::async_trait;
use secrecy::SecretString;

use crate::Error;

/// A place for secrets. An account is the name of one entry.
#[async_trait]
pub trait Keychain: Send + Sync {
    /// Keeps a value, in place of what was there.
    async fn set(&self, account: &str, value: SecretString) -> Result<(), Error>;

    /// The value, or `None` where there is none.
    async fn get(&self, account: &str) -> Result<Option<SecretString>, Error>;

    /// Forgets the value; it is no error if there is none.
    async fn clear(&self, account: &str) -> Result<(), Error>;

    /// Whether a value could be kept now. Never asks the person anything.
    async fn ready(&self) -> Result<(), Error>;
}
