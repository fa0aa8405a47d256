//! Linux: a dialog of GTK, which needs no web view.

use gtk::prelude::*;
use gtk::{ButtonsType, DialogFlags, MessageDialog, MessageType, ResponseType, Window};
use messages::Text;

/// Shows it, and says when it is closed. Call it on the main thread.
pub(super) fn show(title: &Text, text: &Text, closed: impl Fn() + 'static) {
    let dialog = MessageDialog::new(
        None::<&Window>,
        DialogFlags::empty(),
        MessageType::Error,
        ButtonsType::Close,
        title.as_str(),
    );
    dialog.set_title(title.as_str());
    dialog.set_secondary_text(Some(text.as_str()));
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
