//! What the app is asked to do when it is started.

use std::path::PathBuf;

use clap::Parser;

use crate::links::Link;

/// The version, told before there is a configuration to ask. Whoever lays another one over it says so
/// here, too (`script/package`).
const VERSION: &str = match option_env!("CALM_ORBIT_VERSION") {
    Some(version) => version,
    None => env!("CARGO_PKG_VERSION"),
};

/// Calm Orbit: your tasks, on your own computer.
#[derive(Debug, Clone, Parser)]
#[command(name = "calm-orbit-desktop", version = VERSION)]
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

    /// A link to open, such as calm-orbit://add?text=Buy%20milk. Whatever comes after it is part of
    /// it, so that no link can bring options along
    #[arg(value_name = "LINK", trailing_var_arg = true)]
    pub(crate) link: Vec<String>,

    /// Tests open a window by another name, to see that it is granted nothing
    #[cfg(debug_assertions)]
    #[arg(long, hide = true, value_name = "LABEL")]
    pub(crate) as_window: Option<String>,
}

impl Launch {
    /// The link that the app was started with, if it is one that it knows.
    pub(crate) fn link(&self) -> Option<Link> {
        let [link] = self.link.as_slice() else {
            if !self.link.is_empty() {
                tracing::warn!("a link with more behind it is not followed");
            }
            return None;
        };
        let read = Link::read(link);
        if read.is_none() {
            tracing::warn!("a link that is not known is not followed");
        }
        read
    }

    /// The label of the window; the main one, but for tests.
    pub(crate) fn label(&self) -> String {
        #[cfg(debug_assertions)]
        if let Some(label) = &self.as_window {
            return label.clone();
        }
        crate::window::MAIN.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn launch(arguments: &[&str]) -> Launch {
        let program = ["calm-orbit-desktop"];
        Launch::try_parse_from(program.iter().chain(arguments)).unwrap()
    }

    #[test]
    fn a_link_brings_no_options_along() {
        let link = "calm-orbit://add?text=x";
        assert_eq!(launch(&[link]).link(), Some(Link::Add("x".into())));
        let hostile = launch(&[link, "--data-dir", "elsewhere", "--hidden"]);
        assert!(!hostile.hidden);
        assert_ne!(hostile.data_dir, Some("elsewhere".into()));
        assert_eq!(hostile.link(), None);
        let plain = launch(&["--data-dir", "here", "--hidden", link]);
        assert!(plain.hidden);
        assert_eq!(plain.data_dir, Some("here".into()));
        assert!(plain.link().is_some());
        assert!(launch(&["--quick-add"]).quick_add);
        assert!(Launch::try_parse_from(["calm-orbit-desktop", "--unknown"]).is_err());
    }
}
