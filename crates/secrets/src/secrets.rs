//! The secrets of one profile.

use std::sync::{Arc, PoisonError, RwLock};

use secrecy::SecretString;

use crate::value::{checked, last_four};
use crate::{
    Error, Keychain, KeychainState, Native, Place, SecretName, SecretState, Session, StoredSecret,
};

/// The secrets of one profile: in the keychain, or, by the person's choice, in memory.
pub struct Secrets {
    profile: String,
    keychain: Arc<dyn Keychain>,
    /// Where secrets are while the person wants them in memory.
    session: RwLock<Option<Arc<Session>>>,
}

impl Secrets {
    /// The secrets of a profile in the keychain of this system. `profile` names the profile among
    /// all of this person's on this computer and must stay the same.
    pub fn new(profile: impl Into<String>) -> Self {
        Self::in_keychain(profile, Arc::new(Native::default()))
    }

    /// The same in another keychain.
    pub fn in_keychain(profile: impl Into<String>, keychain: Arc<dyn Keychain>) -> Self {
        Self {
            profile: profile.into(),
            keychain,
            session: RwLock::new(None),
        }
    }

    /// Keeps a secret, in place of what was there, without the blanks around it.
    ///
    /// # Errors
    /// Where the value can't be a secret, or the keychain can't keep it; then nothing has changed.
    pub async fn set(&self, name: SecretName, value: SecretString) -> Result<SecretState, Error> {
        let value = checked(&value)?;
        let (place, keychain) = self.place();
        let state = SecretState {
            stored: Some(StoredSecret {
                last_four: last_four(&value),
                place,
            }),
        };
        keychain.set(&self.account(name), value).await?;
        tracing::info!(name = name.as_str(), ?place, "a secret was set");
        Ok(state)
    }

    /// Forgets a secret; it is no error if there is none.
    ///
    /// # Errors
    /// Where the keychain can't do it; then it is still there.
    pub async fn clear(&self, name: SecretName) -> Result<SecretState, Error> {
        let (place, keychain) = self.place();
        keychain.clear(&self.account(name)).await?;
        tracing::info!(name = name.as_str(), ?place, "a secret was cleared");
        Ok(SecretState { stored: None })
    }

    /// What may be known of a secret.
    ///
    /// # Errors
    /// Where the keychain can't be asked.
    pub async fn state(&self, name: SecretName) -> Result<SecretState, Error> {
        let (place, keychain) = self.place();
        let value = keychain.get(&self.account(name)).await?;
        Ok(SecretState {
            stored: value.map(|value| StoredSecret {
                last_four: last_four(&value),
                place,
            }),
        })
    }

    /// The secret itself, for Rust code that presents it to whoever it is for.
    ///
    /// # Errors
    /// Where the keychain can't be asked.
    pub async fn get(&self, name: SecretName) -> Result<Option<SecretString>, Error> {
        self.place().1.get(&self.account(name)).await
    }

    /// Whether secrets can be kept, and where. Never asks the person anything.
    pub async fn keychain(&self) -> KeychainState {
        let trouble = self.keychain.ready().await.err();
        let place = match self.place() {
            (Place::Session, _) => Some(Place::Session),
            (Place::Keychain, _) => trouble.is_none().then_some(Place::Keychain),
        };
        KeychainState {
            place,
            trouble: trouble.map(|error| error.to_string()),
        }
    }

    /// The person's choice to keep secrets in memory until this process ends. While it holds, the
    /// keychain is neither read nor written. Taking it back wipes what memory held.
    pub fn use_session(&self, on: bool) {
        let mut session = self.session.write().unwrap_or_else(PoisonError::into_inner);
        if on {
            session.get_or_insert_default();
        } else {
            *session = None;
        }
        tracing::info!(on, "keeping secrets in memory");
    }

    fn place(&self) -> (Place, Arc<dyn Keychain>) {
        let session = self.session.read().unwrap_or_else(PoisonError::into_inner);
        match &*session {
            Some(session) => (Place::Session, Arc::clone(session) as Arc<dyn Keychain>),
            None => (Place::Keychain, Arc::clone(&self.keychain)),
        }
    }

    fn account(&self, name: SecretName) -> String {
        format!("{}:{}", name.as_str(), self.profile)
    }
}
