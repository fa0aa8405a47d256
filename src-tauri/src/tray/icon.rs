//! The icon, in the look that fits the panel: macOS colours it, Windows tells the taskbar's shade,
//! and on Linux nobody can tell, so that it is in the app's own colours, which show on light and
//! dark. Something overdue is a shape in it, not a colour.

use tauri::image::Image;
use tauri::tray::TrayIcon;
use tauri::{Result, Runtime};

/// What the icon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    attention: bool,
    /// On a light taskbar.
    light: bool,
}

impl Look {
    /// For the panel as it is now.
    pub(super) fn now(overdue: bool) -> Self {
        Self {
            attention: overdue,
            light: taskbar_is_light(),
        }
    }

    /// The same on the panel as it is now.
    pub(super) fn again(self) -> Self {
        Self::now(self.attention)
    }

    /// Its picture.
    pub(super) fn picture(self) -> Result<Image<'static>> {
        macro_rules! png {
            ($name:literal) => {
                include_bytes!(concat!("../../../icons/tray/", $name, ".png")).as_slice()
            };
        }
        #[cfg(target_os = "macos")]
        let png = match self.attention {
            false => png!("idle-template"),
            true => png!("attention-template"),
        };
        #[cfg(windows)]
        let png = match (self.attention, self.light) {
            (false, true) => png!("idle-black"),
            (false, false) => png!("idle-white"),
            (true, true) => png!("attention-black"),
            (true, false) => png!("attention-white"),
        };
        #[cfg(not(any(target_os = "macos", windows)))]
        let png = match self.attention {
            false => png!("idle-colour"),
            true => png!("attention-colour"),
        };
        Image::from_bytes(png)
    }

    /// Shows it.
    pub(super) fn show<R: Runtime>(self, icon: &TrayIcon<R>) -> Result<()> {
        let picture = Some(self.picture()?);
        if cfg!(target_os = "macos") {
            icon.set_icon_with_as_template(picture, true)
        } else {
            icon.set_icon(picture)
        }
    }
}

/// Windows keeps the taskbar's shade apart from the apps'. Dark where it says nothing.
#[cfg(windows)]
fn taskbar_is_light() -> bool {
    windows_registry::CURRENT_USER
        .open(r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize")
        .and_then(|key| key.get_u32("SystemUsesLightTheme"))
        .is_ok_and(|light| light == 1)
}

#[cfg(not(windows))]
fn taskbar_is_light() -> bool {
    false
}
