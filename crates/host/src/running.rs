//! The app of a profile, where it runs already: how it is found, and asked for something without
//! being started once more, which takes a window library half of the time that a person notices.

use std::path::Path;

use crate::profile::{profile_folder, profile_number};

/// The app's identifier; the name of its own folder too.
const IDENTIFIER: &str = "org.calmorbit.CalmOrbit";

/// The name by which the apps of one profile find one another: the identifier itself for the
/// person's own profile, and one of its own for each other folder.
pub fn app_name(folder: &Path) -> String {
    name(folder, profile_folder(None).ok().as_deref())
}

fn name(folder: &Path, own: Option<&Path>) -> String {
    let number = profile_number(folder);
    if own.is_some_and(|own| profile_number(own) == number) {
        return IDENTIFIER.to_owned();
    }
    format!("{IDENTIFIER}.p{number:016x}")
}

/// Asks the running app of a profile what a second start of it would, by these arguments. Gives
/// back whether there is one that has heard it; else it has to be started, on systems without a
/// session bus always.
#[cfg(target_os = "linux")]
pub fn ask_running_app(folder: &Path, arguments: &[&str]) -> bool {
    ask(folder, arguments).is_ok()
}

/// Asks the running app of a profile what a second start of it would. Here only a start can.
#[cfg(not(target_os = "linux"))]
pub fn ask_running_app(_folder: &Path, _arguments: &[&str]) -> bool {
    false
}

/// As the second start itself tells the first (tauri-plugin-single-instance).
#[cfg(target_os = "linux")]
fn ask(folder: &Path, arguments: &[&str]) -> zbus::Result<()> {
    /// What answers at once, or not at all.
    const PATIENCE: std::time::Duration = std::time::Duration::from_secs(1);

    let name = format!("{}.SingleInstance", app_name(folder));
    let path = format!("/{}", name.replace('.', "/").replace('-', "_"));
    let words: Vec<&str> = ["calm-orbit-desktop"]
        .into_iter()
        .chain(arguments.iter().copied())
        .collect();
    let bus = zbus::blocking::connection::Builder::session()?
        .method_timeout(PATIENCE)
        .build()?;
    bus.call_method(
        Some(name.as_str()),
        path.as_str(),
        Some("org.SingleInstance.DBus"),
        "ExecuteCallback",
        &(words, ""),
    )
    .map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_profile_has_the_plain_name() {
        let own = Path::new("/home/somebody/tasks");
        assert_eq!(name(own, Some(own)), IDENTIFIER);
    }

    #[test]
    fn each_other_profile_has_a_name_of_its_own() {
        let own = Path::new("/home/somebody/tasks");
        let one = name(Path::new("/home/somebody/one"), Some(own));
        let two = name(Path::new("/home/somebody/two"), Some(own));
        assert_ne!(one, two);
        assert!(one.starts_with("org.calmorbit.CalmOrbit.p"), "{one}");
    }
}
