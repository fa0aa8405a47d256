//! Linux: a dialog of GTK, which needs no web view.

use gtk::prelude::*;
use gtk::{ButtonsType, DialogFlags, MessageDialog, MessageType, ResponseType, Window};

/// Shows it, and says when it is closed. Call it on the main thread.
pub(super) fn show(title: &str, text: &str, closed: impl Fn() + 'static) {
    let dialog = MessageDialog::new(
        None::<&Window>,
        DialogFlags::empty(),
        MessageType::Error,
        ButtonsType::Close,
        title,
    );
    dialog.set_title(title);
    dialog.set_secondary_text(Some(text));
    dialog.connect_response(move |dialog, response| {
        // Which destroys it, and comes here once more.
        if response != ResponseType::DeleteEvent {
            dialog.close();
        }
    });
    dialog.connect_destroy(move |_| closed());
    dialog.show();
    dialog.present();
}
