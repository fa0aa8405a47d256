//! Secrets: a page can set and clear one and ask whether there is one, never read it.

use host::chat::token_entered;
use secrecy::{ExposeSecret, SecretString};
use secrets::{Error, KeychainState, SecretName, SecretState, Secrets};
use task::{Code, Failure};
use tauri::State;

use super::Arg;
use crate::profile::Profile;

/// Keeps a secret.
#[tauri::command]
pub(crate) async fn secret_set(
    profile: State<'_, Profile>,
    secrets: State<'_, Secrets>,
    name: Arg<SecretName>,
    value: Arg<String>,
) -> Result<SecretState, Failure> {
    let open = profile.open().await?;
    let value = SecretString::from(value.0);
    let set = secrets.set(name.0, value.clone()).await;
    let state = set.map_err(failure)?;
    if name.0 == SecretName::BackendToken {
        token_entered(&open.store, value.expose_secret()).await?;
    }
    Ok(state)
}

/// Forgets a secret.
#[tauri::command]
pub(crate) async fn secret_clear(
    secrets: State<'_, Secrets>,
    name: Arg<SecretName>,
) -> Result<SecretState, Failure> {
    secrets.clear(name.0).await.map_err(failure)
}

/// Whether there is a secret.
#[tauri::command]
pub(crate) async fn secret_has(
    secrets: State<'_, Secrets>,
    name: Arg<SecretName>,
) -> Result<SecretState, Failure> {
    secrets.state(name.0).await.map_err(failure)
}

/// Whether secrets can be kept, and where.
#[tauri::command]
pub(crate) async fn keychain(secrets: State<'_, Secrets>) -> Result<KeychainState, Failure> {
    Ok(secrets.keychain().await)
}

/// The person's choice to keep secrets in memory only, until the app ends, or to take that back.
#[tauri::command]
pub(crate) async fn keychain_session(
    secrets: State<'_, Secrets>,
    on: Arg<bool>,
) -> Result<KeychainState, Failure> {
    secrets.use_session(on.0);
    Ok(secrets.keychain().await)
}

/// What went wrong with a secret, in the words of the contract.
pub(crate) fn failure(error: Error) -> Failure {
    let code = match &error {
        Error::Empty | Error::ControlCharacter | Error::TooLong { .. } => Code::InvalidInput,
        // What keeping it in memory would help with.
        Error::Missing { .. } | Error::Locked | Error::Silent => Code::NoKeychain,
        Error::Unreadable | Error::Failed { .. } => Code::Unavailable,
    };
    Failure {
        code,
        message: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_can_tell_bad_input_from_no_keychain() {
        let reason = || "a reason".to_owned();
        for (error, code) in [
            (Error::Empty, Code::InvalidInput),
            (Error::TooLong { limit: 4096 }, Code::InvalidInput),
            (Error::ControlCharacter, Code::InvalidInput),
            (Error::Missing { reason: reason() }, Code::NoKeychain),
            (Error::Locked, Code::NoKeychain),
            (Error::Silent, Code::NoKeychain),
            (Error::Unreadable, Code::Unavailable),
            (Error::Failed { reason: reason() }, Code::Unavailable),
        ] {
            let failure = failure(error);
            assert_eq!(failure.code, code, "{}", failure.message);
        }
    }
}
