//! What may be kept as a secret, and what of it may be shown.

use secrecy::{ExposeSecret, SecretString};

use crate::Error;

/// The most bytes that a secret may have. Windows keeps fewer (2560) and says so itself.
pub const MAX_BYTES: usize = 4096;

/// A value shorter than this shows nothing of itself, in characters.
const SHOWN_FROM: usize = 12;

/// What a person pasted, without the blanks around it, if it can be a secret.
pub(crate) fn checked(pasted: &SecretString) -> Result<SecretString, Error> {
    let value = pasted.expose_secret().trim();
    if value.is_empty() {
        return Err(Error::Empty);
    }
    if value.len() > MAX_BYTES {
        return Err(Error::TooLong { limit: MAX_BYTES });
    }
    if value.chars().any(char::is_control) {
        return Err(Error::ControlCharacter);
    }
    Ok(SecretString::from(value))
}

/// The last four characters, or nothing where that would tell too much.
pub(crate) fn last_four(value: &SecretString) -> String {
    let value = value.expose_secret();
    let count = value.chars().count();
    if count < SHOWN_FROM {
        return String::new();
    }
    value.chars().skip(count - 4).collect()
}
