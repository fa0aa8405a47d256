//! What the app is asked to do when it is started.

use std::path::{Path, PathBuf};

use clap::Parser;

/// Calm Orbit: your tasks, on your own computer.
#[derive(Debug, Clone, Parser)]
#[command(name = "calm-orbit-desktop", version)]
pub(crate) struct Launch {
    /// The profile's folder; another one is another profile, wholly apart
    #[arg(long, value_name = "DIR", env = host::DATA_DIR_VARIABLE)]
    pub(crate) data_dir: Option<PathBuf>,

    /// Start in the tray, without a window (where there is a tray)
    #[arg(long)]
    pub(crate) hidden: bool,

    /// Open the window ready to type a task, in the running app if there is one
    #[arg(long)]
    pub(crate) quick_add: bool,

    /// Tests open a window by another name, to see that it is granted nothing
    #[cfg(debug_assertions)]
    #[arg(long, hide = true, value_name = "LABEL")]
    pub(crate) as_window: Option<String>,
}

impl Launch {
    /// The label of the window; the main one, but for tests.
    pub(crate) fn label(&self) -> String {
        #[cfg(debug_assertions)]
        if let Some(label) = &self.as_window {
            return label.clone();
        }
        crate::window::MAIN.to_owned()
    }
}

/// The name by which the apps of one profile find one another: the identifier itself for the
/// person's own profile, and one of its own for each other folder.
pub(crate) fn identity(identifier: &str, folder: &Path, own: Option<&Path>) -> String {
    let folder = real(folder);
    if own.is_some_and(|own| real(own) == folder) {
        return identifier.to_owned();
    }
    format!(
        "{identifier}.p{:016x}",
        fnv1a(folder.as_os_str().as_encoded_bytes())
    )
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

/// FNV-1a, 64 bits (RFC 9923): the same number in every version of the app.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "org.calmorbit.CalmOrbit";

    #[test]
    fn the_own_profile_has_the_plain_name() {
        let own = Path::new("/home/somebody/tasks");
        assert_eq!(identity(ID, own, Some(own)), ID);
    }

    #[test]
    fn each_other_profile_has_a_name_of_its_own() {
        let own = Path::new("/home/somebody/tasks");
        let one = identity(ID, Path::new("/home/somebody/one"), Some(own));
        let two = identity(ID, Path::new("/home/somebody/two"), Some(own));
        assert_ne!(one, two);
        assert!(one.starts_with("org.calmorbit.CalmOrbit.p"), "{one}");
    }

    #[cfg(unix)]
    #[test]
    fn a_profile_has_one_name_however_it_is_reached_and_before_it_exists() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        std::fs::create_dir(&real).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        let before = identity(ID, &link.join("profile"), None);
        std::fs::create_dir(real.join("profile")).unwrap();
        assert_eq!(identity(ID, &real.join("profile"), None), before);
    }

    #[test]
    fn the_hash_is_fnv() {
        // Test vectors of the algorithm's authors.
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"foobar"), 0x85944171f73967e8);
    }
}
