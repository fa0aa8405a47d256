//! Windows: a message box.

use std::thread;

use messages::Text;
use winsafe::prelude::Handle;
use winsafe::{HWND, co};

/// Shows it, and says when it is closed.
pub(super) fn show(title: &Text, text: &Text, closed: impl Fn() + Send + 'static) {
    let (title, text) = (title.clone(), text.clone());
    // It waits for the answer, and the app's own thread must not.
    let spawned = thread::Builder::new().name("dialog".into()).spawn(move || {
        let shown = HWND::NULL.MessageBox(text.as_str(), title.as_str(), co::MB::ICONERROR);
        if let Err(error) = shown {
            tracing::warn!(%error, "no dialog");
        }
        closed();
    });
    if let Err(error) = spawned {
        tracing::warn!(%error, "no dialog");
    }
}
