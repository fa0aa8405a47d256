//! Looking at the install that runs.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{Facts, Package};

impl Facts {
    /// Looks at the install of this process. Asks programs of the system, which takes a moment.
    pub fn look(package: Option<Package>, executable: PathBuf) -> Self {
        let asks = package.and_then(Package::manager);
        Self {
            sandbox: sandbox(),
            is_registered: asks.is_some_and(|manager| is_registered(manager, &executable)),
            can_ask: is_administrator() || is_on_path("pkexec"),
            is_writable: is_writable(&executable),
            package,
            executable,
        }
    }
}

fn sandbox() -> Option<&'static str> {
    if env::var_os("FLATPAK_ID").is_some() || Path::new("/.flatpak-info").exists() {
        return Some("Flatpak");
    }
    let runs_from_snap = || {
        let executable = env::current_exe().ok()?;
        let snap = PathBuf::from(env::var_os("SNAP")?);
        Some(executable.starts_with(snap))
    };
    // The variable alone is inherited by whatever an app in a snap has started.
    runs_from_snap().unwrap_or(false).then_some("Snap")
}

/// Whether a package manager says that a file is of one of its packages.
fn is_registered(manager: &str, file: &Path) -> bool {
    let mut ask = match manager {
        "dpkg" => Command::new("dpkg-query"),
        other => Command::new(other),
    };
    match manager {
        "dpkg" => ask.arg("--search"),
        _ => ask.arg("-qf"),
    };
    let asked = ask
        .arg(file)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    asked.is_ok_and(|status| status.success())
}

fn is_on_path(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// Whether this process may install packages of the system without a password.
pub fn is_administrator() -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        // What it makes is its own; Linux alone needs the answer.
        std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
    }
    #[cfg(not(unix))]
    false
}

/// Whether a file can be taken out of its folder and another one put there.
fn is_writable(file: &Path) -> bool {
    let Some(folder) = replaced(file).parent() else {
        return false;
    };
    // macOS runs what was just downloaded from a place that is read-only, and gone afterwards.
    if file.to_string_lossy().contains("/AppTranslocation/") {
        return false;
    }
    // On macOS the installing asks for a password where the folder is somebody else's.
    if cfg!(target_os = "macos") {
        return true;
    }
    let probe = folder.join(format!(".calm-orbit-{}", std::process::id()));
    let made = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&probe);
    made.is_ok() && std::fs::remove_file(&probe).is_ok()
}

/// What is replaced: the file, or the bundle that it is in.
fn replaced(file: &Path) -> &Path {
    let is_bundle = |path: &&Path| path.extension().is_some_and(|end| end == "app");
    file.ancestors().find(is_bundle).unwrap_or(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_in_a_folder_of_ones_own_can_be_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("Calm.AppImage");
        let facts = Facts::look(Some(Package::AppImage), file.clone());
        assert!(facts.is_writable);
        assert_eq!(facts.sandbox, None);
        // Nothing of the probe is left.
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        let gone = folder.path().join("none").join("Calm.AppImage");
        assert!(!Facts::look(Some(Package::AppImage), gone).is_writable);
        // No package has it.
        assert!(!Facts::look(Some(Package::Deb), file).is_registered);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_package_manager_is_asked() {
        let shell = PathBuf::from("/usr/bin/dpkg-query");
        if shell.exists() {
            assert!(Facts::look(Some(Package::Deb), shell).is_registered);
        }
    }
}
