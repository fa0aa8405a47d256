//! Where a profile lives.

use std::path::PathBuf;

use task::{Code, Error};

/// The environment variable that names a profile's folder.
pub const DATA_DIR_VARIABLE: &str = "CALM_ORBIT_DATA_DIR";

/// The folder of the profile: what was asked for (made absolute), or the person's own one:
/// `~/.local/share/org.calmorbit.CalmOrbit` on Linux, `~/Library/Application
/// Support/org.calmorbit.CalmOrbit` on macOS, `%LOCALAPPDATA%\org.calmorbit.CalmOrbit` on Windows.
///
/// # Errors
/// `unavailable` where there is no home folder, or the current folder is gone.
pub fn profile_folder(asked: Option<PathBuf>) -> Result<PathBuf, Error> {
    let unavailable = |message: String| Error::Storage {
        code: Code::Unavailable,
        message,
        source: None,
    };
    match asked {
        Some(folder) => std::path::absolute(&folder)
            .map_err(|error| unavailable(format!("{} cannot be used: {error}.", folder.display()))),
        None => directories::BaseDirs::new()
            .map(|dirs| dirs.data_local_dir().join("org.calmorbit.CalmOrbit"))
            .ok_or_else(|| {
                unavailable(
                    "There is no home folder to keep tasks in. Name a folder with --data-dir."
                        .to_owned(),
                )
            }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_folder_is_made_absolute() {
        let folder = profile_folder(Some("here".into())).unwrap();
        assert!(folder.is_absolute() && folder.ends_with("here"));
    }
}
