//! Long-lived secrets, in the keychain of the operating system.
//!
//! [`Secrets`] is what the app holds: one for each profile. A person gives it a secret, clears it
//! and sees its last four characters; only Rust code reads it, with [`Secrets::get`].
//!
//! # What a page can learn
//! What crosses to a page is [`SecretState`] and [`KeychainState`], and neither has room for a
//! value. A value itself is a [`secrecy::SecretString`]: it can't be serialised, shows as
//! `[REDACTED]` where it is printed, and is wiped from memory when it is dropped. [`Error`] never
//! carries a value, nor an error of the keychain's library that might. `tests/redacted.rs` holds
//! all of this.
//!
//! # Where secrets are
//! Under the service [`SERVICE`] and an account that names the secret and the profile, so that two
//! profiles on one computer share nothing. Where there is no keychain, a person may choose to keep
//! secrets in the memory of the process ([`Session`]) until it ends. Nothing goes there without
//! that choice, and nothing moves from one place to the other by itself.

mod error;
mod keychain;
mod name;
mod native;
mod secrets;
mod session;
mod state;
mod value;

pub use error::Error;
pub use keychain::Keychain;
pub use name::SecretName;
pub use native::{LIMIT, Native, SERVICE};
pub use secrets::Secrets;
pub use session::Session;
pub use state::{KeychainState, Place, SecretState, StoredSecret};
pub use value::MAX_BYTES;
