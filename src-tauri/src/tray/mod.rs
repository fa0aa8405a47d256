//! The tray icon: Open, Quick add, Quit. Where there is no tray, the app does without.

#[cfg(target_os = "linux")]
mod watcher;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tauri::image::Image;
use tauri::menu::{Menu, MenuEvent, MenuItem, PredefinedMenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Manager};

use crate::page::{Page, Request};
use crate::window;

const OPEN: &str = "open";
const QUICK_ADD: &str = "quick-add";
const QUIT: &str = "quit";

/// The tray icon, if there is one.
pub(crate) struct Tray {
    usable: Arc<AtomicBool>,
}

impl Tray {
    /// Puts an icon into the tray. Call it on the main thread.
    pub(crate) fn new(app: &AppHandle) -> Self {
        // The library behind Linux' tray panics where it isn't installed.
        let icon = catch_unwind(AssertUnwindSafe(|| icon(app)));
        let there = match icon {
            Ok(Ok(_)) => true,
            Ok(Err(error)) => {
                tracing::warn!(%error, "no tray icon");
                false
            }
            Err(_) => {
                tracing::warn!("no tray icon: its library (libayatana-appindicator3) is missing");
                false
            }
        };
        let usable = Arc::new(AtomicBool::new(false));
        if there {
            watch(app.clone(), usable.clone());
        }
        Self { usable }
    }

    /// Whether the person can get at the window through the tray. Only then may it hide.
    pub(crate) fn is_usable(&self) -> bool {
        self.usable.load(Ordering::SeqCst)
    }
}

fn icon(app: &AppHandle) -> tauri::Result<TrayIcon> {
    let item = |id, text| MenuItem::with_id(app, id, text, true, None::<&str>);
    let menu = Menu::with_items(
        app,
        &[
            &item(OPEN, "Open Calm Orbit")?,
            &item(QUICK_ADD, "Quick add…")?,
            &PredefinedMenuItem::separator(app)?,
            &item(QUIT, "Quit")?,
        ],
    )?;
    TrayIconBuilder::with_id("main")
        .icon(picture()?)
        .icon_as_template(cfg!(target_os = "macos"))
        .tooltip("Calm Orbit")
        .menu(&menu)
        // Windows and macOS: the left button opens the window, the right one the menu. Linux'
        // tray has the menu alone.
        .show_menu_on_left_click(false)
        .on_menu_event(on_menu)
        .on_tray_icon_event(|tray, event| {
            if let TrayIconEvent::Click {
                button: MouseButton::Left,
                button_state: MouseButtonState::Up,
                ..
            } = event
            {
                window::raise(tray.app_handle());
            }
        })
        .build(app)
}

fn on_menu(app: &AppHandle, event: MenuEvent) {
    match event.id().as_ref() {
        OPEN => window::raise(app),
        QUICK_ADD => {
            window::raise(app);
            app.state::<Page>().ask(Request::QuickAdd);
        }
        QUIT => app.exit(0),
        _ => {}
    }
}

/// The icon that fits the panel: macOS colours it, Windows tells the taskbar's shade, and on
/// Linux nobody can tell, so that it is the app's own, which shows on light and dark.
fn picture() -> tauri::Result<Image<'static>> {
    #[cfg(target_os = "macos")]
    let png = include_bytes!("../../../icons/tray/idle-template.png").as_slice();
    #[cfg(windows)]
    let png = if taskbar_is_light() {
        include_bytes!("../../../icons/tray/idle-black.png").as_slice()
    } else {
        include_bytes!("../../../icons/tray/idle-white.png").as_slice()
    };
    #[cfg(not(any(target_os = "macos", windows)))]
    let png = include_bytes!("../../../icons/48x48.png").as_slice();
    Image::from_bytes(png)
}

/// Windows keeps the taskbar's shade apart from the apps'. Dark where it says nothing.
#[cfg(windows)]
fn taskbar_is_light() -> bool {
    windows_registry::CURRENT_USER
        .open(r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize")
        .and_then(|key| key.get_u32("SystemUsesLightTheme"))
        .is_ok_and(|light| light == 1)
}

#[cfg(not(target_os = "linux"))]
fn watch(_app: AppHandle, usable: Arc<AtomicBool>) {
    usable.store(true, Ordering::SeqCst);
}

#[cfg(target_os = "linux")]
fn watch(app: AppHandle, usable: Arc<AtomicBool>) {
    let spawned = std::thread::Builder::new()
        .name("tray".into())
        .spawn(move || {
            let outcome = watcher::watch(|there| {
                let before = usable.swap(there, Ordering::SeqCst);
                // The panel went away: bring back a window that is hidden behind its icon.
                if before && !there {
                    window::raise(&app);
                }
            });
            if let Err(error) = outcome {
                tracing::warn!(%error, "no tray: the session bus cannot be asked");
            }
            usable.store(false, Ordering::SeqCst);
        });
    if let Err(error) = spawned {
        tracing::warn!(%error, "no tray: it cannot be watched");
    }
}
