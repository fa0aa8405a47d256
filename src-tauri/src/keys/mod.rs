//! The window's shortcuts where its page can't hear them: in the frame of ChatKit's vendor, of which
//! no key reaches a page of ours. Where the system lets the window see them first, it takes them
//! and tells the page.

#[cfg(target_os = "linux")]
mod linux;

#[cfg(target_os = "linux")]
pub(crate) use linux::listen;

/// Nothing: here a window sees no keys of its webview.
#[cfg(not(target_os = "linux"))]
pub(crate) fn listen<R: tauri::Runtime>(_window: &tauri::WebviewWindow<R>) {}
