//! Long-lived secrets, in the keychain of the operating system.

mod name;
mod state;

pub use name::SecretName;
pub use state::{KeychainState, Place, SecretState, StoredSecret};
