//! Windows: a message box.

use std::thread;

use winsafe::prelude::Handle;
use winsafe::{HWND, co};

/// Shows it, and says when it is closed.
pub(super) fn show(title: &str, text: &str, closed: impl Fn() + Send + 'static) {
    let (title, text) = (title.to_owned(), text.to_owned());
    // It waits for the answer, and the app's own thread must not.
    let spawned = thread::Builder::new().name("dialog".into()).spawn(move || {
        let shown = HWND::NULL.MessageBox(&text, &title, co::MB::ICONERROR);
        if let Err(error) = shown {
            tracing::warn!(%error, "no dialog");
        }
        closed();
    });
    if let Err(error) = spawned {
        tracing::warn!(%error, "no dialog");
    }
}
