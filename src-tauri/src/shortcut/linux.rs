//! Who gives keys to apps on Linux: the display under X11; under Wayland the desktop, if it asks
//! the person for apps (xdg-desktop-portal), else nobody.

use std::sync::Arc;

use messages::Text;
use tauri::{AppHandle, Runtime};

use super::keys::Keys;
use super::portal::Portal;
use super::x11::Grabs;
use super::{Holds, Refusal};

/// Who gives the keys.
pub(super) enum System {
    Display(Arc<Grabs>),
    Desktop(Portal),
}

impl System {
    /// Gets ready to hold keys.
    pub(super) fn start<R: Runtime>(app: &AppHandle<R>) -> Result<Self, Refusal> {
        let handle = app.clone();
        let press = move || crate::quick_add::open(&handle, None);
        if is_wayland() {
            let name = app.config().identifier.clone();
            Portal::start(&name, press).map(Self::Desktop)
        } else {
            Grabs::start(press).map(Self::Display)
        }
    }
}

impl Holds for System {
    fn hold(&self, keys: Keys) -> Result<Option<Text>, Refusal> {
        match self {
            Self::Display(grabs) => grabs.hold(keys).map(|()| None),
            Self::Desktop(portal) => portal.hold(keys),
        }
    }

    fn release(&self) {
        match self {
            Self::Display(grabs) => grabs.release(),
            Self::Desktop(portal) => portal.release(),
        }
    }
}

/// Whether this is a session under Wayland. Its X11 display, if it has one, sees only the keys of
/// programs that need it.
fn is_wayland() -> bool {
    let said = std::env::var("XDG_SESSION_TYPE");
    said.is_ok_and(|kind| kind == "wayland") || std::env::var_os("WAYLAND_DISPLAY").is_some()
}
