//! What went wrong with an update, as sentences for a person.

use task::{Code, Failure};
use tauri_plugin_updater::Error;

use super::install::Refused;
use super::list::NoAnswer;

fn failure(code: Code, message: &str) -> Failure {
    Failure {
        code,
        message: message.to_owned(),
    }
}

/// Why there is no answer about new versions.
pub(crate) fn of_look(error: &NoAnswer) -> Failure {
    match error {
        NoAnswer::Unreachable(error) if error.is_timeout() => failure(
            Code::Unreachable,
            "The server for updates did not answer in time. Nothing was changed; try again later.",
        ),
        NoAnswer::Unreachable(_) => failure(
            Code::Unreachable,
            "The server for updates cannot be reached. Nothing was changed; check the connection, then try again.",
        ),
        NoAnswer::NoList => failure(
            Code::NotFound,
            "There is no list of versions where this build looks for updates. Nothing was changed; try again later.",
        ),
        NoAnswer::Status(_) => failure(
            Code::Unreachable,
            "The server for updates has no answer at the moment. Nothing was changed; try again later.",
        ),
        NoAnswer::Unusable(Error::TargetNotFound(_) | Error::TargetsNotFound(_)) => failure(
            Code::Unsupported,
            "There is a newer version, but not yet for this kind of package. Nothing was changed; try again later.",
        ),
        NoAnswer::Nonsense | NoAnswer::Unusable(_) => failure(
            Code::Unreachable,
            "What the server for updates said cannot be understood. Nothing was changed; try again later.",
        ),
    }
}

/// Why a version was not downloaded.
pub(crate) fn of_download(error: &Error) -> Failure {
    match error {
        Error::Minisign(_)
        | Error::Base64(_)
        | Error::SignatureUtf8(_)
        | Error::MissingSignedVersion
        | Error::SignedVersionMismatch { .. } => unsigned(),
        Error::Reqwest(error) if error.is_timeout() => failure(
            Code::Unreachable,
            "The download stood still for too long. Nothing was changed; try again.",
        ),
        Error::Network(_) => failure(
            Code::Unreachable,
            "The server does not give out this version at the moment. Nothing was changed; try again later.",
        ),
        _ => failure(
            Code::Unreachable,
            "The download broke off. Nothing was changed; check the connection, then try again.",
        ),
    }
}

/// What came is not what was published.
fn unsigned() -> Failure {
    failure(
        Code::Denied,
        "What was downloaded does not carry Calm Orbit’s signature for this version. It was thrown away and nothing was changed; try again later.",
    )
}

/// What came is larger than any version of the app.
pub(crate) fn too_large() -> Failure {
    failure(
        Code::Denied,
        "What the server sends is too large to be Calm Orbit. It was thrown away and nothing was changed.",
    )
}

/// Why a version was not installed.
pub(crate) fn of_install(refused: &Refused) -> Failure {
    match refused {
        Refused::Dismissed => failure(
            Code::Denied,
            "The password was not given, so the update was not installed. Nothing was changed.",
        ),
        Refused::Unsigned => unsigned(),
        Refused::Failed(_) => failure(
            Code::Unavailable,
            "The update could not be installed. The version that you have stays; the log says more.",
        ),
    }
}

/// What is asked for doesn't fit what is under way.
pub(crate) fn not_now() -> Failure {
    failure(
        Code::Unavailable,
        "There is no update to do this with any more. Look for updates again.",
    )
}

/// Nothing is looked for here.
pub(crate) fn barred() -> Failure {
    failure(
        Code::Unsupported,
        "This install of Calm Orbit does not update itself. Nothing was changed.",
    )
}
