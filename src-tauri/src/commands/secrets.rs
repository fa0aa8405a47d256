//! Secrets: a page can set and clear one and ask whether there is one, never read it.

use secrets::{KeychainState, SecretName, SecretState};
use task::{Code, Failure};

use super::Arg;

fn later() -> Failure {
    Failure {
        code: Code::Unsupported,
        message: "This comes soon.".to_owned(),
    }
}

/// Keeps a secret.
#[tauri::command]
pub(crate) async fn secret_set(
    name: Arg<SecretName>,
    value: Arg<String>,
) -> Result<SecretState, Failure> {
    drop((name.0, value.0));
    Err(later())
}

/// Forgets a secret.
#[tauri::command]
pub(crate) async fn secret_clear(name: Arg<SecretName>) -> Result<SecretState, Failure> {
    let _ = name.0;
    Err(later())
}

/// Whether there is a secret.
#[tauri::command]
pub(crate) async fn secret_has(name: Arg<SecretName>) -> Result<SecretState, Failure> {
    let _ = name.0;
    Err(later())
}

/// Whether secrets can be kept, and where.
#[tauri::command]
pub(crate) async fn keychain() -> Result<KeychainState, Failure> {
    Err(later())
}

/// The person's choice to keep secrets in memory only, until the app ends, or to take that back.
#[tauri::command]
pub(crate) async fn keychain_session(on: Arg<bool>) -> Result<KeychainState, Failure> {
    let _ = on.0;
    Err(later())
}
