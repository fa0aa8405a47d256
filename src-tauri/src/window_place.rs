//! Where the main window was, how large and in which theme: kept in a small file of the profile,
//! since it is of this computer and needed before the profile is open. A window whose place is on no
//! monitor any more comes where the system puts it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use host::settings::Theme;
use serde::{Deserialize, Serialize};
use tauri::utils::config::WindowConfig;
use tauri::{Manager, PhysicalPosition, Runtime, WebviewWindow};

/// The file.
const FILE: &str = "window.json";
/// How much of the window's upper edge must be on a monitor, in pixels, so that one can take hold
/// of it.
const HOLD: (i64, i64) = (120, 32);

/// A place of the window; sizes in logical pixels, the position in physical ones.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Place {
    width: f64,
    height: f64,
    #[serde(default)]
    maximized: bool,
    #[serde(default)]
    position: Option<(i32, i32)>,
}

impl Place {
    fn is_sound(&self) -> bool {
        let sound = |length: f64| (100.0..=20_000.0).contains(&length);
        sound(self.width) && sound(self.height)
    }
}

/// What the file says.
#[derive(Debug, Default, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Kept {
    #[serde(flatten)]
    place: Option<Place>,
    #[serde(default)]
    theme: Theme,
}

/// Where the main window is.
pub(crate) struct WindowPlace {
    file: PathBuf,
    now: Mutex<Kept>,
}

impl WindowPlace {
    /// Reads where it was.
    pub(crate) fn of(profile: &Path) -> Self {
        let file = profile.join(FILE);
        let text = fs::read_to_string(&file).unwrap_or_default();
        let mut kept: Kept = serde_json::from_str(&text).unwrap_or_default();
        kept.place = kept.place.filter(Place::is_sound);
        Self {
            file,
            now: Mutex::new(kept),
        }
    }

    fn now(&self) -> MutexGuard<'_, Kept> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Has the window be made as large as it was.
    pub(crate) fn size(&self, config: &mut WindowConfig) {
        if let Some(place) = self.now().place {
            (config.width, config.height) = (place.width, place.height);
            config.maximized = place.maximized;
        }
    }

    /// The theme that it had.
    pub(crate) fn theme(&self) -> Theme {
        self.now().theme
    }

    /// Remembers the theme that it has.
    pub(crate) fn wear(&self, theme: Theme) {
        let before = std::mem::replace(&mut self.now().theme, theme);
        if before != theme {
            self.keep();
        }
    }

    /// Puts the window, which is still hidden, where it was.
    pub(crate) fn put<R: Runtime>(&self, window: &WebviewWindow<R>) {
        let Some(place) = self.now().place else {
            return;
        };
        let Some((x, y)) = place.position else { return };
        let monitors = window.available_monitors().unwrap_or_default();
        let areas = monitors.iter().map(|monitor| {
            let area = monitor.work_area();
            Area {
                x: area.position.x.into(),
                y: area.position.y.into(),
                width: area.size.width.into(),
                height: area.size.height.into(),
            }
        });
        #[expect(clippy::cast_possible_truncation, reason = "it is sound")]
        let width = place.width as i64;
        if !can_be_held(areas, (x.into(), y.into()), width) {
            tracing::info!("the window was on a monitor that is gone");
            return;
        }
        if let Err(error) = window.set_position(PhysicalPosition::new(x, y)) {
            tracing::warn!(%error, "the window cannot be put where it was");
        }
    }

    /// Remembers where it is now. What it is when maximised or minimised is no size to go back to.
    pub(crate) fn look<R: Runtime>(&self, window: &WebviewWindow<R>) {
        let hidden = !window.is_visible().unwrap_or(false);
        if hidden || window.is_minimized().unwrap_or(true) || window.is_fullscreen().unwrap_or(true)
        {
            return;
        }
        let maximized = window.is_maximized().unwrap_or(false);
        let mut now = self.now();
        if maximized && let Some(place) = &mut now.place {
            place.maximized = true;
            return;
        }
        let (Ok(size), Ok(scale)) = (window.inner_size(), window.scale_factor()) else {
            return;
        };
        let size = size.to_logical::<f64>(scale);
        let place = Place {
            width: size.width,
            height: size.height,
            maximized,
            position: position(window),
        };
        if place.is_sound() {
            now.place = Some(place);
        }
    }

    /// Writes it down.
    pub(crate) fn keep(&self) {
        let written = serde_json::to_string(&*self.now())
            .map_err(std::io::Error::from)
            .and_then(|text| fs::write(&self.file, text));
        if let Err(error) = written {
            tracing::warn!(%error, "the window's place cannot be kept");
        }
    }
}

/// Where it is; under Wayland no window knows.
fn position<R: Runtime>(window: &WebviewWindow<R>) -> Option<(i32, i32)> {
    if cfg!(target_os = "linux") && std::env::var_os("WAYLAND_DISPLAY").is_some() {
        return None;
    }
    let position = window.outer_position().ok()?;
    Some((position.x, position.y))
}

/// Looks at the window whenever it moves or changes its size.
pub(crate) fn follow<R: Runtime>(window: &WebviewWindow<R>) {
    let looked_at = window.clone();
    window.on_window_event(move |event| {
        use tauri::WindowEvent::{CloseRequested, Destroyed, Moved, Resized};

        let place = looked_at.state::<WindowPlace>();
        match event {
            Moved(_) | Resized(_) => place.look(&looked_at),
            CloseRequested { .. } => {
                place.look(&looked_at);
                place.keep();
            }
            Destroyed => place.keep(),
            _ => {}
        }
    });
}

/// A part of the desktop, in physical pixels.
#[derive(Debug, Clone, Copy)]
struct Area {
    x: i64,
    y: i64,
    width: i64,
    height: i64,
}

/// Whether enough of the upper edge of a window is on one of the areas.
fn can_be_held(areas: impl IntoIterator<Item = Area>, at: (i64, i64), width: i64) -> bool {
    let (x, y) = at;
    areas.into_iter().any(|area| {
        let left = x.max(area.x);
        let right = (x + width).min(area.x + area.width);
        right - left >= HOLD.0.min(width.max(1))
            && y >= area.y
            && y + HOLD.1 <= area.y + area.height
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SCREEN: Area = Area {
        x: 0,
        y: 0,
        width: 1_920,
        height: 1_080,
    };

    #[test]
    fn a_window_off_the_screen_is_not_put_there() {
        let right = Area { x: 1_920, ..SCREEN };
        for at in [(0, 0), (1_800, 1_000), (-1_000, 20)] {
            assert!(can_be_held([SCREEN], at, 1_180), "{at:?}");
        }
        for at in [(1_900, 0), (-1_100, 0), (0, 1_060), (0, -10), (5_000, 0)] {
            assert!(!can_be_held([SCREEN], at, 1_180), "{at:?}");
        }
        assert!(can_be_held([SCREEN, right], (2_000, 10), 1_180));
        assert!(!can_be_held([], (0, 0), 1_180));
    }

    proptest! {
        #[test]
        fn what_is_put_can_be_held(x in -9_000i64..9_000, y in -9_000i64..9_000, width in 200i64..4_000) {
            if can_be_held([SCREEN], (x, y), width) {
                let shown = (x + width).min(1_920) - x.max(0);
                prop_assert!(shown >= 120 && (0..=1_048).contains(&y));
            }
        }
    }

    #[test]
    fn a_place_is_kept_and_a_broken_one_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let place = WindowPlace::of(folder.path());
        assert_eq!(*place.now(), Kept::default());
        place.wear(Theme::Dark);
        let dark = Kept {
            place: None,
            theme: Theme::Dark,
        };
        assert_eq!(*WindowPlace::of(folder.path()).now(), dark);
        let here = Kept {
            place: Some(Place {
                width: 900.0,
                height: 600.0,
                maximized: true,
                position: Some((-5, 20)),
            }),
            theme: Theme::Dark,
        };
        *place.now() = here;
        place.keep();
        assert_eq!(*WindowPlace::of(folder.path()).now(), here);
        for broken in [
            "",
            "{",
            r#"{"width":0,"height":600}"#,
            r#"{"width":1e9,"height":600}"#,
        ] {
            fs::write(folder.path().join(FILE), broken).unwrap();
            assert_eq!(WindowPlace::of(folder.path()).now().place, None, "{broken}");
        }
    }
}
