//! Putting a version in the place of the one that runs.

use tauri_plugin_updater::{Error, Update};
use update::Package;

/// Why a version was not installed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refused {
    /// The person did not give the password.
    #[error("the password was not given")]
    Dismissed,
    /// It is not what was published.
    #[error("it is not what was published")]
    Unsigned,
    /// Something failed; for the log.
    #[error("{0}")]
    Failed(String),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        match error {
            Error::AuthenticationFailed => Self::Dismissed,
            Error::Minisign(_)
            | Error::Base64(_)
            | Error::SignatureUtf8(_)
            | Error::MissingSignedVersion
            | Error::SignedVersionMismatch { .. } => Self::Unsigned,
            other => Self::Failed(other.to_string()),
        }
    }
}

/// Installs a version, once more after it was checked. Takes its time. On Windows the app ends here:
/// the installer does the rest.
///
/// # Errors
/// Why it isn't installed; the version that runs is still there.
pub(crate) fn install(update: &Update, package: Package, bytes: &[u8]) -> Result<(), Refused> {
    #[cfg(target_os = "linux")]
    if matches!(package, Package::Deb | Package::Rpm) {
        return super::packages::install(update, package, bytes);
    }
    let _ = package;
    Ok(update.install(bytes)?)
}
