//! What a start of the app asks for: of the app that it becomes, or of the one that is there
//! already.

use clap::Parser;
use tauri::{AppHandle, Manager, Runtime};

use crate::launch::Launch;
use crate::links::Link;
use crate::page::{Page, Request};
use crate::{quick_add, window};

/// What a start asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Asked {
    /// The window.
    Window,
    /// To be there, in the tray.
    Hidden,
    /// The quick-add window.
    QuickAdd,
    /// What a link says.
    Link(Link),
}

impl Asked {
    pub(crate) fn of(launch: &Launch) -> Self {
        match launch.link() {
            Some(link) => Self::Link(link),
            None if launch.quick_add => Self::QuickAdd,
            None if launch.hidden => Self::Hidden,
            None => Self::Window,
        }
    }

    /// Whether it goes without the main window, where there is a tray.
    pub(crate) fn is_without_window(&self) -> bool {
        match self {
            Self::Hidden | Self::QuickAdd | Self::Link(Link::Add(_)) => true,
            Self::Window | Self::Link(Link::Task(_) | Link::Today) => false,
        }
    }

    /// Does it in the app that has just started; its window comes by itself.
    pub(crate) fn at_start<R: Runtime>(self, app: &AppHandle<R>) {
        match self {
            Self::Window | Self::Hidden => {}
            other => other.go(app),
        }
    }

    /// Does it.
    fn go<R: Runtime>(self, app: &AppHandle<R>) {
        match self {
            Self::Window => window::raise(app),
            Self::Hidden => {}
            Self::QuickAdd => quick_add::open(app, None),
            Self::Link(Link::Add(line)) => quick_add::open(app, Some(line)),
            Self::Link(Link::Task(id)) => {
                window::raise(app);
                app.state::<Page>().ask(Request::OpenTask { id });
            }
            Self::Link(Link::Today) => {
                window::raise(app);
                app.state::<Page>().ask(Request::OpenToday);
            }
        }
    }
}

/// Somebody started the app of this profile once more: this one takes over what that one was asked.
pub(crate) fn again<R: Runtime>(app: &AppHandle<R>, arguments: &[String]) {
    tracing::info!("started again");
    match Launch::try_parse_from(arguments) {
        // A link that is none asks for nothing.
        Ok(launch) if !launch.link.is_empty() && launch.link().is_none() => {}
        Ok(launch) => Asked::of(&launch).go(app),
        Err(_) => window::raise(app),
    }
}

/// Somebody followed links, on macOS.
#[cfg(target_os = "macos")]
pub(crate) fn opened<R: Runtime>(app: &AppHandle<R>, urls: &[tauri::Url]) {
    for url in urls {
        match Link::read(url.as_str()) {
            Some(link) => Asked::Link(link).go(app),
            None => tracing::warn!("a link that is not known is not followed"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(arguments: &[&str]) -> Asked {
        let program = ["calm-orbit-desktop"];
        let launch = Launch::try_parse_from(program.iter().chain(arguments)).unwrap();
        Asked::of(&launch)
    }

    #[test]
    fn a_start_asks_for_one_thing() {
        assert_eq!(asked(&[]), Asked::Window);
        assert_eq!(asked(&["--hidden"]), Asked::Hidden);
        assert_eq!(asked(&["--hidden", "--quick-add"]), Asked::QuickAdd);
        let line = asked(&["calm-orbit://add?text=Milk"]);
        assert_eq!(line, Asked::Link(Link::Add("Milk".into())));
        assert!(line.is_without_window());
        assert_eq!(asked(&["calm-orbit://delete-all"]), Asked::Window);
        let task = asked(&["calm-orbit://task/0199f2c4-7d1e-7a3b-8c5d-2f6e1a9b4c70"]);
        assert!(!task.is_without_window());
    }
}
