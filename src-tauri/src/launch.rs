//! What the app is asked to do when it is started.

use std::path::{Path, PathBuf};

use clap::Parser;
use task::TaskId;

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

    /// Open the window with this task in it, in the running app if there is one
    #[arg(long, hide = true, value_name = "TASK")]
    pub(crate) open: Option<TaskId>,

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
    let number = host::profile_number(folder);
    if own.is_some_and(|own| host::profile_number(own) == number) {
        return identifier.to_owned();
    }
    format!("{identifier}.p{number:016x}")
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
}
