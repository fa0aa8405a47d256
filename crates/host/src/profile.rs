//! Where a profile lives.

use std::path::{Path, PathBuf};

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

/// A number that stands for a profile's folder: one however it is reached, before it exists and
/// after, and the same in every version. Where names or ports of profiles must not meet, it tells
/// them apart.
pub fn profile_number(folder: &Path) -> u64 {
    fnv1a(real(folder).as_os_str().as_encoded_bytes())
}

/// The path without symbolic links, as far as it exists: the folder may have to be made yet.
fn real(path: &Path) -> PathBuf {
    let mut missing = Vec::new();
    for ancestor in path.ancestors() {
        if let Ok(real) = ancestor.canonicalize() {
            return missing
                .iter()
                .rev()
                .fold(real, |path, name| path.join(name));
        }
        missing.extend(ancestor.file_name());
    }
    path.to_owned()
}

/// FNV-1a, 64 bits (RFC 9923).
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_profile_has_one_number_however_it_is_reached_and_before_it_exists() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        std::fs::create_dir(&real).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        let before = profile_number(&link.join("profile"));
        std::fs::create_dir(real.join("profile")).unwrap();
        assert_eq!(profile_number(&real.join("profile")), before);
        assert_ne!(profile_number(&real.join("other")), before);
    }

    #[test]
    fn the_hash_is_fnv() {
        // Test vectors of the algorithm's authors.
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"foobar"), 0x85944171f73967e8);
    }

    #[test]
    fn a_relative_folder_is_made_absolute() {
        let folder = profile_folder(Some("here".into())).unwrap();
        assert!(folder.is_absolute() && folder.ends_with("here"));
    }
}
