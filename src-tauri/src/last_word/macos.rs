//! macOS: an alert, by the system's scripting, which runs in a process of its own.

use std::process::{Command, Stdio};
use std::thread;

use messages::Text;

const SCRIPT: &str = "on run {heading, words}
    display alert heading message words as critical
end run";

/// Shows it, and says when it is closed.
pub(super) fn show(title: &Text, text: &Text, closed: impl Fn() + Send + 'static) {
    let mut alert = Command::new("/usr/bin/osascript");
    alert
        .args(["-e", SCRIPT, title.as_str(), text.as_str()])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let spawned = thread::Builder::new().name("dialog".into()).spawn(move || {
        if let Err(error) = alert.status() {
            tracing::warn!(%error, "no dialog");
        }
        closed();
    });
    if let Err(error) = spawned {
        tracing::warn!(%error, "no dialog");
    }
}
