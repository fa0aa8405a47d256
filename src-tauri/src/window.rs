//! The main window: how it is made, what its page may never do, and when it is shown.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tauri::utils::config::WindowConfig;
use tauri::webview::{NewWindowResponse, PageLoadEvent, PermissionResponse};
use tauri::{
    App, AppHandle, Manager, Runtime, WebviewWindow, WebviewWindowBuilder, WindowEvent, Wry,
};
use tokio::sync::SetOnce;
use tokio::time::timeout;

use crate::keys;
use crate::last_word;
use crate::look;
use crate::memory::Memory;
use crate::page::{Page, Request};
use crate::places::{Frames, is_own, outside};
use crate::quick_add::{self, QuickAdd};
use crate::settings::Settings;
use crate::start::begin_page;
use crate::tray::Tray;
use crate::window_place::{self, WindowPlace};

/// The label of the main window.
pub(crate) const MAIN: &str = "main";

/// The page counts as ready after this long, even if it has drawn nothing by then.
const PATIENCE: Duration = Duration::from_secs(3);
/// A page that isn't there after this much longer never comes.
const LAST_PATIENCE: Duration = Duration::from_secs(17);

/// The exit code when a foreign page got into the window.
pub(crate) const FOREIGN_PAGE: i32 = 70;

/// When the window is shown for the first time: at once, in the colour that its page will have. A
/// webview that is hidden draws nothing, so letters would come later if the window waited for them.
pub(crate) struct Reveal {
    /// The app was asked to start in the tray.
    hidden: bool,
    ready: AtomicBool,
    /// It waits until quick add is closed.
    waits: AtomicBool,
    /// Set once its page has drawn something.
    drawn: SetOnce<()>,
    /// Its page doesn't come.
    empty: AtomicBool,
}

impl Reveal {
    pub(crate) fn new(hidden: bool) -> Self {
        Self {
            hidden,
            ready: AtomicBool::new(false),
            waits: AtomicBool::new(false),
            drawn: SetOnce::new(),
            empty: AtomicBool::new(false),
        }
    }

    /// The window is made.
    fn begin<R: Runtime>(&self, window: &WebviewWindow<R>) {
        if !self.hidden {
            show(window);
            tracing::info!("the window is shown");
        }
    }

    /// The page has drawn something worth seeing.
    pub(crate) fn page_is_ready<R: Runtime>(&self, window: &WebviewWindow<R>) {
        tracing::info!("the page is ready");
        // A page that was loaded anew draws as well.
        self.drawn.set(()).ok();
        self.empty.store(false, Ordering::SeqCst);
        self.once(window);
    }

    fn once<R: Runtime>(&self, window: &WebviewWindow<R>) {
        if self.ready.swap(true, Ordering::SeqCst) {
            return;
        }
        if self.hidden {
            self.stay_or_come(window);
        }
        quick_add::prepare_soon(window.app_handle());
    }

    /// The page should have been here long ago. It is said at once, or when the person opens the
    /// window.
    fn give_up<R: Runtime>(&self, window: &WebviewWindow<R>) {
        self.empty.store(true, Ordering::SeqCst);
        if window.is_visible().unwrap_or(true) {
            last_word::say(window.app_handle());
        }
    }

    /// Without a tray there would be no way to the window.
    fn stay_or_come<R: Runtime>(&self, window: &WebviewWindow<R>) {
        if window.state::<Tray<R>>().is_usable() {
            tracing::info!("the window stays in the tray");
            return;
        }
        self.waits.store(true, Ordering::SeqCst);
        // It would take the keyboard from somebody who is typing.
        if window.state::<QuickAdd>().is_open() {
            tracing::info!("the window waits until quick add is closed");
        } else {
            self.after_quick_add(window);
        }
    }

    /// Quick add is closed: the window need not wait for that any longer.
    pub(crate) fn after_quick_add<R: Runtime>(&self, window: &WebviewWindow<R>) {
        if self.waits.swap(false, Ordering::SeqCst) {
            show(window);
            tracing::info!("the window is shown");
        }
    }
}

/// Makes the main window, and shows it unless the app starts in the tray.
pub(crate) fn make(app: &App, label: String, folder: &Path, frames: Frames) -> tauri::Result<()> {
    let mut config = WindowConfig {
        label,
        ..config(app)?
    };
    let place = app.state::<WindowPlace>();
    place.size(&mut config);
    let memory = Memory::of(folder)?;
    let handle = app.handle().clone();
    let window = WebviewWindowBuilder::from_config(app, &config)?
        .data_directory(memory.folder())
        .devtools(cfg!(debug_assertions))
        .on_navigation(move |url| {
            let known = frames.may_load(url);
            if !known {
                tracing::warn!(origin = %url.origin().ascii_serialization(), "navigation refused");
            }
            known
        })
        .on_new_window(move |url, _| {
            // No window opens; a link may go to the browser, if the person agrees.
            match outside(url.as_str()) {
                Some(link) => handle.state::<Page>().ask(Request::OpenLink {
                    address: link.into(),
                }),
                None => tracing::warn!(scheme = url.scheme(), "new window refused"),
            }
            NewWindowResponse::Deny
        })
        .on_permission_request(|_, _| PermissionResponse::Deny)
        .on_page_load(|window, load| {
            // A foreign page at the top would hold the key to the commands. It must not live.
            if !is_own(load.url()) {
                tracing::error!("a foreign page was loaded; the app ends");
                std::process::exit(FOREIGN_PAGE);
            }
            if load.event() == PageLoadEvent::Started {
                begin_page(window.app_handle(), window.label());
            }
        })
        .build()?;
    app.manage(memory);
    place.put(&window);
    window_place::follow(&window);
    look::prime(&window);
    look::dress(&window);
    keys::listen(&window);
    window.on_window_event({
        let window = window.clone();
        move |event| on_event(&window, event)
    });
    app.state::<Reveal>().begin(&window);
    tauri::async_runtime::spawn(await_page(window));
    Ok(())
}

/// Goes on without a page that doesn't come.
async fn await_page(window: WebviewWindow) {
    let reveal = window.state::<Reveal>();
    if timeout(PATIENCE, reveal.drawn.wait()).await.is_ok() {
        return;
    }
    tracing::warn!("the page is not ready after {PATIENCE:?}");
    reveal.once(&window);
    if timeout(LAST_PATIENCE, reveal.drawn.wait()).await.is_err() {
        reveal.give_up(&window);
    }
}

fn config(app: &App) -> tauri::Result<WindowConfig> {
    let windows = &app.config().app.windows;
    windows
        .iter()
        .find(|window| window.label == MAIN)
        .cloned()
        .ok_or(tauri::Error::WindowNotFound)
}

fn on_event(window: &WebviewWindow, event: &WindowEvent) {
    match event {
        WindowEvent::CloseRequested { api, .. } if stays(window) => {
            api.prevent_close();
            if let Err(error) = window.hide() {
                tracing::warn!(%error, "the window cannot be hidden");
            }
        }
        WindowEvent::Destroyed => {
            window.state::<Page>().end();
            // The quick-add window, which is only hidden, keeps no app alive.
            window.app_handle().exit(0);
        }
        _ => {}
    }
}

/// Whether the app stays in the tray when its window is closed.
fn stays(window: &WebviewWindow) -> bool {
    window.state::<Tray<Wry>>().is_usable()
        && window.state::<Settings>().now().general.close_to_tray
}

/// Brings the main window to the front, from the tray, the taskbar or behind other windows.
pub(crate) fn raise<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        show(&window);
    }
}

fn show<R: Runtime>(window: &WebviewWindow<R>) {
    let shown = window
        .unminimize()
        .and_then(|()| window.show())
        .and_then(|()| window.set_focus());
    if let Err(error) = shown {
        tracing::warn!(%error, "the window cannot be shown");
    }
    if window.state::<Reveal>().empty.load(Ordering::SeqCst) {
        last_word::say(window.app_handle());
    }
}
