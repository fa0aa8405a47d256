//! Whether an install may be replaced by the app itself, or belongs to somebody else.

mod look;

pub use look::is_administrator;

use std::path::{Path, PathBuf};

/// The kinds of package that the app can replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Package {
    /// One file for every Linux.
    AppImage,
    /// For Debian, Ubuntu and those made of them.
    Deb,
    /// For Fedora, openSUSE and their kin.
    Rpm,
    /// A bundle of macOS.
    App,
    /// An installer of Windows, for administrators.
    Msi,
    /// An installer of Windows, for anybody.
    Nsis,
}

impl Package {
    /// Its name in the lists of what is published.
    pub fn name(self) -> &'static str {
        match self {
            Self::AppImage => "appimage",
            Self::Deb => "deb",
            Self::Rpm => "rpm",
            Self::App => "app",
            Self::Msi => "msi",
            Self::Nsis => "nsis",
        }
    }

    /// The key under which a list of what is published has it for this computer, such as
    /// `linux-x86_64-deb`.
    pub fn key(self) -> String {
        let system = match std::env::consts::OS {
            "macos" => "darwin",
            other => other,
        };
        format!("{system}-{}-{}", std::env::consts::ARCH, self.name())
    }

    /// The program that knows all packages of this kind on a computer; `None` where there is none.
    fn manager(self) -> Option<&'static str> {
        match self {
            Self::Deb => Some("dpkg"),
            Self::Rpm => Some("rpm"),
            Self::AppImage | Self::App | Self::Msi | Self::Nsis => None,
        }
    }
}

/// What can be seen of an install.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What the app was packed as: the bundler writes it into the executable. `None` for one that
    /// no bundler has packed.
    pub package: Option<Package>,
    /// The file that runs; for an `AppImage` that one.
    pub executable: PathBuf,
    /// Flatpak or Snap, where the app runs inside of one.
    pub sandbox: Option<&'static str>,
    /// Whether the package manager of the package's kind says that the file is of a package.
    pub is_registered: bool,
    /// Whether there is a way to ask for an administrator's password.
    pub can_ask: bool,
    /// Whether the file can be replaced without one.
    pub is_writable: bool,
}

/// Who replaces an install by a newer one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// The app itself.
    Itself {
        /// What it was packed as.
        package: Package,
    },
    /// A shop or package manager of the system.
    Manager {
        /// Its name, where that is known.
        name: Option<String>,
    },
    /// Whoever built it: it isn't installed.
    Builder,
    /// The app, but not where it is: it can't write there.
    Locked {
        /// The folder.
        folder: String,
    },
    /// An administrator: there is no way here to ask for their password.
    Administrator,
}

impl Facts {
    /// Who replaces this install.
    pub fn owner(&self) -> Owner {
        if let Some(name) = self.sandbox {
            return manager(Some(name));
        }
        let Some(package) = self.package else {
            return if is_of_system(&self.executable) {
                manager(None)
            } else {
                Owner::Builder
            };
        };
        if let Some(name) = shop(&self.executable) {
            return manager(Some(name));
        }
        match package {
            // What was packed anew for another distribution still says what it was packed as first.
            Package::Deb | Package::Rpm if !self.is_registered => manager(None),
            Package::Deb | Package::Rpm if !self.can_ask => Owner::Administrator,
            Package::AppImage | Package::App if !self.is_writable => Owner::Locked {
                folder: folder(&self.executable),
            },
            // The installers of Windows ask by themselves.
            _ => Owner::Itself { package },
        }
    }
}

fn manager(name: Option<&str>) -> Owner {
    Owner::Manager {
        name: name.map(str::to_owned),
    }
}

fn folder(file: &Path) -> String {
    file.parent().unwrap_or(file).display().to_string()
}

/// Whether a file is where only distributions put theirs.
fn is_of_system(file: &Path) -> bool {
    let begins = |place: &str| file.starts_with(place);
    let local = begins("/usr/local") || begins("/usr/src");
    !local && ["/usr", "/nix/store", "/gnu/store"].into_iter().any(begins)
}

/// The shop whose folder a file is in.
fn shop(file: &Path) -> Option<&'static str> {
    let path = file.to_string_lossy().replace('\\', "/").to_lowercase();
    [
        ("/windowsapps/", "Microsoft Store"),
        ("/scoop/apps/", "Scoop"),
        ("/nix/store/", "Nix"),
        ("/gnu/store/", "Guix"),
    ]
    .into_iter()
    .find_map(|(part, name)| path.contains(part).then_some(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(package: Option<Package>, executable: &str) -> Facts {
        Facts {
            package,
            executable: executable.into(),
            sandbox: None,
            is_registered: true,
            can_ask: true,
            is_writable: true,
        }
    }

    fn named(name: &str) -> Owner {
        manager(Some(name))
    }

    #[test]
    fn an_installed_package_is_its_own() {
        for (package, executable) in [
            (Package::Deb, "/usr/bin/calm-orbit-desktop"),
            (Package::Rpm, "/usr/bin/calm-orbit-desktop"),
            (Package::AppImage, "/home/ana/Apps/Calm Orbit.AppImage"),
            (
                Package::App,
                "/Applications/Calm Orbit.app/Contents/MacOS/x",
            ),
            (
                Package::Nsis,
                r"C:\Users\Ana\AppData\Local\Calm Orbit\x.exe",
            ),
            (Package::Msi, r"C:\Program Files\Calm Orbit\x.exe"),
        ] {
            let owner = facts(Some(package), executable).owner();
            assert_eq!(owner, Owner::Itself { package }, "{executable}");
        }
    }

    #[test]
    fn what_a_package_manager_has_is_left_to_it() {
        let deb = Some(Package::Deb);
        let unknown_to_dpkg = Facts {
            is_registered: false,
            ..facts(deb, "/usr/bin/calm-orbit-desktop")
        };
        assert_eq!(unknown_to_dpkg.owner(), manager(None));
        let flatpak = Facts {
            sandbox: Some("Flatpak"),
            ..facts(deb, "/app/bin/calm-orbit-desktop")
        };
        assert_eq!(flatpak.owner(), named("Flatpak"));
        let built_by_a_distribution = facts(None, "/usr/bin/calm-orbit-desktop");
        assert_eq!(built_by_a_distribution.owner(), manager(None));
        let store = r"C:\Program Files\WindowsApps\Calm\x.exe";
        assert_eq!(
            facts(Some(Package::Msi), store).owner(),
            named("Microsoft Store")
        );
        let nix = "/nix/store/abc-calm-orbit/bin/x";
        assert_eq!(facts(deb, nix).owner(), named("Nix"));
    }

    #[test]
    fn what_was_only_built_is_not_installed() {
        for place in [
            "/home/ana/calm-orbit/target/debug/calm-orbit-desktop",
            "/usr/local/bin/calm-orbit-desktop",
            "/usr/src/calm-orbit/target/release/calm-orbit-desktop",
        ] {
            assert_eq!(facts(None, place).owner(), Owner::Builder, "{place}");
        }
    }

    #[test]
    fn without_the_right_to_write_it_says_so() {
        let locked = Facts {
            is_writable: false,
            ..facts(Some(Package::AppImage), "/opt/apps/Calm.AppImage")
        };
        let folder = "/opt/apps".to_owned();
        assert_eq!(locked.owner(), Owner::Locked { folder });
        let silent = Facts {
            can_ask: false,
            is_writable: false,
            ..facts(Some(Package::Deb), "/usr/bin/calm-orbit-desktop")
        };
        assert_eq!(silent.owner(), Owner::Administrator);
    }

    #[test]
    fn each_kind_has_a_key_of_its_own() {
        let key = Package::Deb.key();
        assert!(key.ends_with("-deb"), "{key}");
        #[cfg(all(target_os = "linux", target_arch = "x86_64"))]
        assert_eq!(key, "linux-x86_64-deb");
    }
}
