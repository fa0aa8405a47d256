//! What can go wrong with secrets. No error carries a value.

/// Why a secret was not kept, read or cleared. Each says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Nothing but blanks was given.
    #[error("There is nothing to keep: the text is empty. Paste the whole key.")]
    Empty,
    /// It has a line break or another control character inside.
    #[error(
        "This has a line break or another invisible character in it. Copy it again, on one line."
    )]
    ControlCharacter,
    /// It is longer than what can be kept.
    #[error("This is too long for a key: at most {limit} bytes can be kept. Copy the key alone.")]
    TooLong {
        /// The most bytes that can be kept here.
        limit: usize,
    },
    /// There is no keychain.
    #[error(
        "There is no keychain on this computer that Calm Orbit can use: {reason}. Start or \
         install one ({KINDS}) and try again, or keep secrets in memory until Calm Orbit ends."
    )]
    Missing {
        /// Why, as the system says it.
        reason: String,
    },
    /// There is one, and it stays locked.
    #[error(
        "The keychain is locked. Unlock it and try again, or keep secrets in memory until Calm \
         Orbit ends."
    )]
    Locked,
    /// It did not answer in time. It may be asking the person for its password.
    #[error(
        "The keychain has not answered. It may be asking for its password in a window of its \
         own: answer it there and try again, or keep secrets in memory until Calm Orbit ends."
    )]
    Silent,
    /// There is an entry of this name that is no text.
    #[error("What the keychain holds under this name cannot be read. Clear it and set it again.")]
    Unreadable,
    /// The keychain refused, for a reason of its own.
    #[error("The keychain could not do it: {reason}. Nothing was changed; try again.")]
    Failed {
        /// Why, as the system says it.
        reason: String,
    },
}

/// What a keychain is called on this system.
const KINDS: &str = if cfg!(target_os = "macos") {
    "Keychain Access"
} else if cfg!(windows) {
    "Credential Manager"
} else {
    "GNOME Keyring, KWallet or KeePassXC"
};

impl Error {
    /// An error of the system, by its text.
    pub(crate) fn failed(reason: impl ToString) -> Self {
        Self::Failed {
            reason: reason.to_string(),
        }
    }

    /// A keychain that can't be reached, by the text of the system's error.
    #[cfg(target_os = "linux")]
    pub(crate) fn missing(reason: impl ToString) -> Self {
        let reason = reason.to_string();
        // The error that the D-Bus specification names for a service that nothing provides.
        let nothing = reason.contains("org.freedesktop.DBus.Error.ServiceUnknown");
        Self::Missing {
            reason: if nothing {
                "none runs".to_owned()
            } else {
                reason
            },
        }
    }
}

impl From<keyring_core::Error> for Error {
    /// Some of these errors carry the bytes that were read, so none is kept.
    fn from(error: keyring_core::Error) -> Self {
        use keyring_core::Error as Theirs;
        match error {
            Theirs::NoStorageAccess(_) => Self::Locked,
            Theirs::PlatformFailure(error) => Self::failed(error),
            Theirs::TooLong(_, limit) => Self::TooLong {
                limit: usize::try_from(limit).unwrap_or(usize::MAX),
            },
            Theirs::BadEncoding(_) | Theirs::BadDataFormat(..) => Self::Unreadable,
            Theirs::Ambiguous(entries) => Self::failed(format_args!(
                "it has {} entries of this name; remove all but one",
                entries.len()
            )),
            Theirs::NoEntry => Self::failed("the entry is gone"),
            Theirs::BadStoreFormat(_) => Self::failed("its file is damaged"),
            _ => Self::failed("it does not support this"),
        }
    }
}
