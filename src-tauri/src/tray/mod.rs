//! The tray: an icon that shows whether something is overdue, and a menu with the next tasks of
//! today. Where there is no tray, the app does without.

mod content;
mod follow;
mod icon;
mod menu;
#[cfg(target_os = "linux")]
mod watcher;

use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use host::reminders;
use task::{Action, Failure, TaskId, Tasks};
use tauri::menu::MenuEvent;
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Manager, Runtime};

pub(crate) use follow::follow;

use crate::profile::Profile;
use crate::settings::Settings;
use crate::{log, quick_add, window};
use content::Content;
use icon::Look;
use menu::{OPEN, PAUSE, QUICK_ADD, QUIT, TrayMenu};

/// What the library behind Linux' tray panics with where it isn't installed.
const MISSING: &str = "Failed to load ayatana-appindicator3";

/// For how many minutes reminders are paused from the menu.
const PAUSE_OF: u32 = 60;

/// The tray icon, if there is one.
pub(crate) struct Tray<R: Runtime> {
    usable: Arc<AtomicBool>,
    icon: Option<Icon<R>>,
}

struct Icon<R: Runtime> {
    icon: TrayIcon<R>,
    menu: TrayMenu<R>,
    look: Mutex<Look>,
}

impl<R: Runtime> Tray<R> {
    /// Puts an icon into the tray. Call it on the main thread.
    pub(crate) fn new(app: &AppHandle<R>) -> Self {
        let icon = match log::without(MISSING, AssertUnwindSafe(|| Icon::new(app))) {
            Ok(Some(Ok(icon))) => Some(icon),
            Ok(Some(Err(error))) => {
                tracing::warn!(%error, "no tray icon");
                None
            }
            Ok(None) => {
                tracing::warn!("no tray icon: its library (libayatana-appindicator3) is missing");
                None
            }
            Err(_) => {
                tracing::warn!("no tray icon, because of a defect");
                None
            }
        };
        let usable = Arc::new(AtomicBool::new(false));
        if icon.is_some() {
            watch(app.clone(), usable.clone());
        }
        Self { usable, icon }
    }

    /// Whether the person can get at the window through the tray. Only then may it hide.
    pub(crate) fn is_usable(&self) -> bool {
        self.usable.load(Ordering::SeqCst)
    }

    /// Shows this from now on. Call it on the main thread.
    fn show(&self, content: Content) {
        let Some(icon) = &self.icon else { return };
        let look = Look::now(content.overdue > 0);
        let tooltip = icon
            .icon
            .set_tooltip(Some(content.tooltip(messages::here())));
        let shown = tooltip
            .and_then(|()| icon.menu.show(content))
            .and_then(|()| icon.show(look));
        if let Err(error) = shown {
            tracing::warn!(%error, "the tray cannot be changed");
        }
    }

    /// Shows the icon that fits the panel of now. Call it on the main thread.
    fn show_icon(&self) {
        let Some(icon) = &self.icon else { return };
        if let Err(error) = icon.show(icon.look().again()) {
            tracing::warn!(%error, "the tray's icon cannot be changed");
        }
    }
}

impl<R: Runtime> Icon<R> {
    fn new(app: &AppHandle<R>) -> tauri::Result<Self> {
        let menu = TrayMenu::new(app)?;
        let look = Look::now(false);
        // By the profile: its pictures are files of that name, and two apps must not share them.
        let icon = TrayIconBuilder::with_id(app.config().identifier.clone())
            .icon(look.picture()?)
            .icon_as_template(cfg!(target_os = "macos"))
            .tooltip(Content::default().tooltip(messages::here()))
            .menu(&menu.menu)
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
            .build(app)?;
        Ok(Self {
            icon,
            menu,
            look: Mutex::new(look),
        })
    }

    fn look(&self) -> Look {
        *self.look.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn show(&self, look: Look) -> tauri::Result<()> {
        let mut now = self.look.lock().unwrap_or_else(PoisonError::into_inner);
        if *now != look {
            look.show(&self.icon)?;
            *now = look;
        }
        Ok(())
    }
}

fn on_menu<R: Runtime>(app: &AppHandle<R>, event: MenuEvent) {
    match event.id().as_ref() {
        OPEN => window::raise(app),
        QUICK_ADD => quick_add::open(app, None),
        PAUSE => pause(app),
        QUIT => app.exit(0),
        entry => {
            let tray = app.state::<Tray<R>>();
            if let Some(id) = tray.icon.as_ref().and_then(|icon| icon.menu.task(entry)) {
                complete(app.clone(), id);
            }
        }
    }
}

/// Completes a task as the person, who can undo it in the window.
fn complete<R: Runtime>(app: AppHandle<R>, id: TaskId) {
    tauri::async_runtime::spawn(async move {
        let action = Action::CompleteTasks {
            ids: vec![id],
            completed: true,
        };
        let completed = match app.state::<Profile>().open().await {
            Ok(open) => open.person().apply(action).await.map_err(Failure::from),
            Err(failure) => Err(failure),
        };
        if let Err(failure) = completed {
            tracing::warn!(code = failure.code.as_str(), "the task is not completed");
            let handle = app.clone();
            let unchecked = app.run_on_main_thread(move || {
                let tray = handle.state::<Tray<R>>();
                if let Some(icon) = &tray.icon {
                    drop(icon.menu.uncheck());
                }
            });
            drop(unchecked);
            // What can't be done here is said there.
            window::raise(&app);
        }
    });
}

/// Pauses the reminders for a while, or ends that.
fn pause<R: Runtime>(app: &AppHandle<R>) {
    let tray = app.state::<Tray<R>>();
    let paused = tray.icon.as_ref().is_some_and(|icon| icon.menu.is_paused());
    let minutes = (!paused).then_some(PAUSE_OF);
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let profile = app.state::<Profile>();
        let paused = async {
            let open = profile.open().await?;
            reminders::pause(&open.store, minutes).await?;
            // Whoever follows the settings hears of it.
            app.state::<Settings>().read(&open.store).await?;
            Ok::<_, Failure>(())
        };
        match paused.await {
            Ok(()) => profile.reminders.look(),
            Err(failure) => {
                tracing::warn!(code = failure.code.as_str(), "reminders are not paused");
            }
        }
    });
}

#[cfg(not(target_os = "linux"))]
fn watch<R: Runtime>(_app: AppHandle<R>, usable: Arc<AtomicBool>) {
    usable.store(true, Ordering::SeqCst);
}

#[cfg(target_os = "linux")]
fn watch<R: Runtime>(app: AppHandle<R>, usable: Arc<AtomicBool>) {
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
