//! Windows: a value of the person's `Run` key.

use std::io;

use windows_registry::CURRENT_USER;

use super::Start;

const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";

/// Has the session start it, or not; whether that changed anything.
pub(super) fn set(start: &Start, wanted: bool) -> io::Result<bool> {
    let run = CURRENT_USER.create(RUN).map_err(io::Error::other)?;
    let there = run.get_string(&start.name).ok();
    let command = wanted.then(|| command(start));
    if there == command {
        return Ok(false);
    }
    match command {
        Some(command) => run.set_string(&start.name, &command),
        None => run.remove_value(&start.name),
    }
    .map_err(io::Error::other)?;
    Ok(true)
}

/// Each word in quotes, which no path can have in it.
fn command(start: &Start) -> String {
    let program = start.program.display().to_string();
    let words = std::iter::once(&program).chain(&start.arguments);
    let quoted = words.map(|word| format!("\"{word}\""));
    quoted.collect::<Vec<_>>().join(" ")
}
