//! Keys as GTK hands them to the window, before its webview.

use gtk::gdk::{EventKey, ModifierType};
use gtk::glib::Propagation;
use gtk::prelude::WidgetExt;
use tauri::{Manager, Runtime, WebviewWindow};

use crate::page::{Page, Request};

/// The keys that, with Ctrl, mean the same wherever the keyboard is; `ui/src/keys/commands.ts` says
/// what.
const WITH_CTRL: [char; 2] = ['j', 'k'];

/// Takes the window's shortcuts from now on. Call it on the main thread.
pub(crate) fn listen<R: Runtime>(window: &WebviewWindow<R>) {
    let gtk = match window.gtk_window() {
        Ok(gtk) => gtk,
        Err(error) => {
            tracing::warn!(%error, "shortcuts are not heard in the chat's frame");
            return;
        }
    };
    let window = window.clone();
    gtk.connect_key_press_event(move |_, event| match shortcut(event) {
        Some(request) => {
            window.state::<Page>().ask(request);
            Propagation::Stop
        }
        None => Propagation::Proceed,
    });
}

fn shortcut(event: &EventKey) -> Option<Request> {
    let pressed = event.state();
    let others = ModifierType::SHIFT_MASK
        | ModifierType::MOD1_MASK
        | ModifierType::SUPER_MASK
        | ModifierType::META_MASK;
    if !pressed.contains(ModifierType::CONTROL_MASK) || pressed.intersects(others) {
        return None;
    }
    // With caps lock the letter is a large one.
    let key = event.keyval().to_unicode()?.to_ascii_lowercase();
    WITH_CTRL.contains(&key).then(|| Request::Key {
        key: key.to_string(),
        ctrl_key: true,
        meta_key: false,
        shift_key: false,
        alt_key: false,
    })
}
