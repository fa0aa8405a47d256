//! The quick-add window: one line to type a task in, over whatever the person is doing. It is made
//! hidden, so that it is there at once when it is called.

mod draft;
mod focus;
#[cfg(target_os = "linux")]
mod gtk;
mod place;
mod window;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use host::settings::Appearance;
use serde::Serialize;
use task::Failure;
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager, Runtime, WebviewWindow};
use ts_rs::TS;

pub(crate) use draft::{keep_draft, kept_draft};
pub(crate) use window::prepare_soon;

use crate::memory::Memory;
use crate::page::{Page, Request};
use crate::profile::Profile;
use crate::settings::Settings;
use crate::surroundings::Surroundings;
use crate::window::{MAIN, Reveal};
use focus::Before;
use window::prepare;

/// The label of the window.
pub(crate) const LABEL: &str = "quick-add";
/// Its width, in logical pixels.
const WIDTH: f64 = 640.0;
/// Its height with one line in it, before the page says otherwise.
const HEIGHT: f64 = 104.0;
/// How low and how high the page may make it.
const HEIGHTS: (f64, f64) = (56.0, 560.0);
/// For so long after it was shown, losing the focus doesn't close it: that may be the news of
/// what had the focus before.
const SETTLING: Duration = Duration::from_millis(400);

/// It is shown after this long, even if its page isn't there by then.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the page of the window is told.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum QuickAddMessage {
    /// The window opens.
    Open {
        /// The line of a link that somebody followed: to be asked about, and added only then.
        link: Option<String>,
    },
    /// The windows look like this from now on.
    Look {
        /// How the person wants them.
        appearance: Appearance,
        /// What the system says of that.
        surroundings: Surroundings,
    },
    /// The profile can't be opened: nothing can be added.
    Failed {
        /// Why, and what to do.
        failure: Failure,
    },
}

/// The quick-add window of this app.
#[derive(Default)]
pub(crate) struct QuickAdd {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// The page, once it listens.
    ear: Option<Channel<QuickAddMessage>>,
    /// Called while no page listened.
    waiting: Option<Option<String>>,
    /// When it was called, until it is ready to type in.
    called: Option<Instant>,
    shown: Option<Instant>,
    before: Option<Before>,
}

impl QuickAdd {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The page listens from now on. Gives back whether the window was called before that.
    pub(crate) fn listen(&self, ear: Channel<QuickAddMessage>) -> bool {
        tracing::info!("the quick-add window listens");
        let waiting = {
            let mut state = self.state();
            state.ear = Some(ear.clone());
            state.waiting.take()
        };
        let was_called = waiting.is_some();
        if let Some(link) = waiting {
            tell(&ear, QuickAddMessage::Open { link });
        }
        was_called
    }

    /// It is called; gives back whether a page listens that can show it.
    fn call(&self, link: Option<String>, called: Instant) -> bool {
        let ear = {
            let mut state = self.state();
            state.called = Some(called);
            if state.ear.is_none() {
                state.waiting = Some(link.clone());
            }
            state.ear.clone()
        };
        let listens = ear.is_some();
        if let Some(ear) = ear {
            tell(&ear, QuickAddMessage::Open { link });
        }
        listens
    }

    /// Whether it is there, or is coming.
    pub(crate) fn is_open(&self) -> bool {
        let state = self.state();
        state.called.is_some() || state.shown.is_some()
    }

    fn say(&self, message: QuickAddMessage) {
        let ear = self.state().ear.clone();
        if let Some(ear) = ear {
            tell(&ear, message);
        }
    }

    /// The page is gone.
    pub(crate) fn end(&self) {
        self.state().ear = None;
    }
}

/// Call it without a lock: from another thread than the main one, a channel waits for that, which
/// may be waiting for the lock.
fn tell(ear: &Channel<QuickAddMessage>, message: QuickAddMessage) {
    if let Err(error) = ear.send(message) {
        tracing::warn!(%error, "the quick-add window cannot be told");
    }
}

/// Opens the window, ready to type; with the line of a link, to ask about that. Where the window
/// can't be made, the main window opens with its own field.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>, link: Option<String>) {
    tracing::info!("quick add is called");
    let called = Instant::now();
    on_main_thread(app, move |app| {
        let window = prepare(app)?;
        if app.state::<QuickAdd>().call(link, called) {
            return show(&window);
        }
        // What is typed before its page is there would be lost.
        show_at_last(app.clone());
        Ok(())
    });
    say_what_fails(app.clone());
}

/// Shows the window, which was called before its page was there.
pub(crate) fn show_called<R: Runtime>(app: &AppHandle<R>) {
    on_main_thread(app, |app| show(&prepare(app)?));
}

/// Shows the window after a while, whether its page is there or not.
fn show_at_last<R: Runtime>(app: AppHandle<R>) {
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PATIENCE).await;
        if app.state::<QuickAdd>().state().waiting.is_some() {
            tracing::warn!("the quick-add window is not ready after {PATIENCE:?}");
            show_called(&app);
        }
    });
}

fn on_main_thread<R: Runtime>(
    app: &AppHandle<R>,
    work: impl FnOnce(&AppHandle<R>) -> tauri::Result<()> + Send + 'static,
) {
    let handle = app.clone();
    let asked = app.run_on_main_thread(move || {
        if let Err(error) = work(&handle) {
            tracing::warn!(%error, "no quick-add window; the main window has a field too");
            crate::window::raise(&handle);
            handle.state::<Page>().ask(Request::QuickAdd);
        }
    });
    if let Err(error) = asked {
        tracing::warn!(%error, "quick add cannot open");
    }
}

fn show<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    let quick_add = window.state::<QuickAdd>();
    if !window.is_visible()? {
        quick_add.state().before = Some(Before::now(window.app_handle()));
        place::put(window);
    }
    window.show()?;
    window.set_focus()?;
    let mut state = quick_add.state();
    state.shown = Some(Instant::now());
    let after = state.called.map(|called| called.elapsed());
    tracing::info!(?after, "the quick-add window is shown");
    Ok(())
}

/// Says in the window that the profile can't be opened, where that is so.
fn say_what_fails<R: Runtime>(app: AppHandle<R>) {
    tauri::async_runtime::spawn(async move {
        if let Err(failure) = app.state::<Profile>().open().await {
            app.state::<QuickAdd>()
                .say(QuickAddMessage::Failed { failure });
        }
    });
}

/// Closes the window, and gives the focus back to where it was.
pub(crate) fn close<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(LABEL) else {
        return;
    };
    let before = {
        let quick_add = app.state::<QuickAdd>();
        let mut state = quick_add.state();
        state.called = None;
        state.shown = None;
        state.before.take()
    };
    if let Some(before) = before {
        before.restore(app);
    }
    if let Err(error) = window.hide() {
        tracing::warn!(%error, "the quick-add window cannot be hidden");
    }
    if let Some(main) = app.get_webview_window(MAIN) {
        app.state::<Reveal>().after_quick_add(&main);
    }
}

/// Makes the window as high as what its page shows.
pub(crate) fn fit<R: Runtime>(window: &WebviewWindow<R>, height: f64) -> tauri::Result<()> {
    let (low, high) = HEIGHTS;
    // Without one there is no real window.
    let real = window.try_state::<Memory>().is_some();
    if !height.is_finite() || !real {
        return Ok(());
    }
    let zoom = zoom(window.app_handle());
    let (width, height) = (WIDTH * zoom, (height.clamp(low, high) * zoom).ceil());
    #[cfg(target_os = "linux")]
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
    {
        gtk::size(window, width as i32, height as i32)
    }
    #[cfg(not(target_os = "linux"))]
    window.set_size(tauri::LogicalSize::new(width, height))
}

/// The size of everything in windows, as a share of what it is by itself.
fn zoom<R: Runtime>(app: &AppHandle<R>) -> f64 {
    f64::from(app.state::<Settings>().now().appearance.zoom) / 100.0
}

/// The focus came or went.
fn on_focus<R: Runtime>(window: &WebviewWindow<R>, focused: bool) {
    let quick_add = window.state::<QuickAdd>();
    let mut state = quick_add.state();
    if focused {
        if let Some(called) = state.called.take() {
            tracing::info!(after = ?called.elapsed(), "the quick-add window has the focus");
        }
        return;
    }
    // Elsewhere a window that isn't clicked may lose the focus too.
    let closes = cfg!(any(windows, target_os = "macos"))
        && state.shown.is_some_and(|shown| shown.elapsed() > SETTLING);
    if closes {
        // The focus is where the person has put it.
        state.before = None;
        drop(state);
        close(window.app_handle());
    }
}

/// Tells the page how the windows look now.
pub(crate) async fn look<R: Runtime>(app: &AppHandle<R>) {
    let surroundings = Surroundings::ask(app).await;
    let appearance = app.state::<Settings>().now().appearance;
    app.state::<QuickAdd>().say(QuickAddMessage::Look {
        appearance,
        surroundings,
    });
}

/// Has the looks follow the settings.
pub(crate) async fn follow<R: Runtime>(app: AppHandle<R>) {
    let mut settings = app.state::<Settings>().follow();
    loop {
        look(&app).await;
        if settings.changed().await.is_err() {
            return;
        }
    }
}
