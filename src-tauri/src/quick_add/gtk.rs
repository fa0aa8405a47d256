//! What a window under GTK needs to be told beside what Tauri tells it. Call all of it on the main
//! thread.

use gdkx11::X11Window;
use gtk::glib::{Cast, Propagation};
use gtk::prelude::{GtkWindowExt, WidgetExt, WidgetExtManual};
use tauri::{Result, Runtime, WebviewWindow};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt, EventMask};

/// Makes the window so large. The person can't resize it, so it has the size that its content asks
/// for, and a webview asks for none.
pub(super) fn size<R: Runtime>(window: &WebviewWindow<R>, width: i32, height: i32) -> Result<()> {
    let gtk = window.gtk_window()?;
    gtk.set_size_request(width, height);
    gtk.resize(width, height);
    Ok(())
}

/// From now on the window gets the focus whenever it is shown. A window manager of X11 leaves the
/// focus where it is when a window comes by itself; this one comes because the person has called
/// it.
pub(super) fn takes_focus<R: Runtime>(window: &WebviewWindow<R>) -> Result<()> {
    window.gtk_window()?.connect_map_event(|gtk, _| {
        // Under Wayland there is none.
        if let Some(surface) = gtk.window().and_then(|it| it.downcast::<X11Window>().ok()) {
            activate(&surface);
        }
        Propagation::Proceed
    });
    Ok(())
}

/// Asks the window manager for the focus, as what the person wants (Extended Window Manager Hints,
/// `_NET_ACTIVE_WINDOW`).
fn activate(surface: &X11Window) {
    const BY_THE_PERSON: u32 = 2;
    let time = gdkx11::functions::x11_get_server_time(surface);
    let asked = || -> std::result::Result<(), Box<dyn std::error::Error>> {
        let (display, screen) = x11rb::connect(None)?;
        let root = display.setup().roots.get(screen).ok_or("no screen")?.root;
        let kind = display.intern_atom(false, b"_NET_ACTIVE_WINDOW")?.reply()?;
        let window = u32::try_from(surface.xid())?;
        let data = [BY_THE_PERSON, time, 0, 0, 0];
        let message = ClientMessageEvent::new(32, window, kind.atom, data);
        let mask = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
        display.send_event(false, root, mask, message)?.check()?;
        Ok(())
    };
    if let Err(error) = asked() {
        tracing::warn!(error, "the quick-add window cannot ask for the focus");
    }
}
