//! How the window is made, and what its page may never do.

use std::time::Duration;

use tauri::utils::config::WindowConfig;
use tauri::webview::{NewWindowResponse, PageLoadEvent, PermissionResponse};
use tauri::{
    AppHandle, Manager, Runtime, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};

use super::{HEIGHT, LABEL, WIDTH, close, on_focus};
use crate::look;
use crate::memory::Memory;
use crate::places::is_own;
use crate::start::begin_page;
use crate::window::FOREIGN_PAGE;

/// How long it waits until the main window has settled.
const AFTER: Duration = Duration::from_millis(700);

/// Makes the window once the main window has settled, so that it is there when it is called.
pub(crate) fn prepare_soon<R: Runtime>(app: &AppHandle<R>) {
    // Without one there is no real window.
    if app.try_state::<Memory>().is_none() {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(AFTER).await;
        let handle = app.clone();
        let asked = app.run_on_main_thread(move || {
            if let Err(error) = prepare(&handle) {
                tracing::warn!(%error, "the quick-add window cannot be made");
            }
        });
        if let Err(error) = asked {
            tracing::warn!(%error, "the quick-add window cannot be made");
        }
    });
}

/// The window, hidden where it is made only now. Call it on the main thread.
pub(super) fn prepare<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<WebviewWindow<R>> {
    if let Some(window) = app.get_webview_window(LABEL) {
        return Ok(window);
    }
    let window = WebviewWindowBuilder::from_config(app, &config())?
        .data_directory(app.state::<Memory>().folder())
        .devtools(cfg!(debug_assertions))
        .on_navigation(|url| {
            let own = is_own(url);
            if !own {
                tracing::warn!(origin = %url.origin().ascii_serialization(), "navigation refused");
            }
            own
        })
        .on_new_window(|url, _| {
            tracing::warn!(scheme = url.scheme(), "new window refused");
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
                begin_page(window.app_handle(), LABEL);
            }
        })
        .build()?;
    look::dress(&window);
    #[cfg(target_os = "linux")]
    super::gtk::takes_focus(&window)?;
    window.on_window_event({
        let window = window.clone();
        move |event| match event {
            WindowEvent::CloseRequested { api, .. } => {
                api.prevent_close();
                close(window.app_handle());
            }
            WindowEvent::Focused(focused) => on_focus(&window, *focused),
            _ => {}
        }
    });
    tracing::info!("the quick-add window is made");
    Ok(window)
}

fn config() -> WindowConfig {
    WindowConfig {
        label: LABEL.to_owned(),
        title: messages::here().quick_add_window().into(),
        url: WebviewUrl::App("quick-add.html".into()),
        width: WIDTH,
        height: HEIGHT,
        visible: false,
        // It is hidden; but GTK would hold this against it when it is shown for the first time.
        focus: cfg!(target_os = "linux"),
        decorations: false,
        resizable: false,
        maximizable: false,
        minimizable: false,
        always_on_top: true,
        visible_on_all_workspaces: true,
        skip_taskbar: true,
        shadow: true,
        use_https_scheme: true,
        drag_drop_enabled: false,
        ..WindowConfig::default()
    }
}
