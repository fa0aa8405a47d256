//! Windows: a value of the person's `Run` key.

use std::io;

use windows_registry::CURRENT_USER;

use super::{Noted, Start};

const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
/// What the person has switched off in the system's settings, by the names in `Run`.
const APPROVED: &str = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";

/// Has the session start it, or not; whether that changed anything.
pub(super) fn set(start: &Start, wanted: bool) -> io::Result<bool> {
    let run = CURRENT_USER.create(RUN).map_err(io::Error::other)?;
    let there = run.get_string(&start.name).ok();
    let command = wanted.then(|| command(start));
    let was_off = wanted && is_switched_off(start);
    if was_off {
        // Switched on here, it is on.
        let approved = CURRENT_USER.create(APPROVED).map_err(io::Error::other)?;
        approved
            .remove_value(&start.name)
            .map_err(io::Error::other)?;
    }
    if there == command {
        return Ok(was_off);
    }
    match command {
        Some(command) => run.set_string(&start.name, &command),
        None => run.remove_value(&start.name),
    }
    .map_err(io::Error::other)?;
    Ok(true)
}

/// Whether the session starts it.
pub(super) fn noted(start: &Start) -> io::Result<Noted> {
    let run = CURRENT_USER.create(RUN).map_err(io::Error::other)?;
    Ok(match run.get_string(&start.name) {
        Err(_) => Noted::Nothing,
        Ok(_) if is_switched_off(start) => Noted::Off,
        Ok(_) => Noted::On,
    })
}

/// The first byte says it: odd numbers are off.
fn is_switched_off(start: &Start) -> bool {
    let approved = CURRENT_USER.open(APPROVED);
    let value = approved.and_then(|approved| approved.get_value(&start.name));
    value.is_ok_and(|value| value.first().is_some_and(|first| first % 2 == 1))
}

/// Each word in quotes, which no path can have in it.
fn command(start: &Start) -> String {
    let program = start.program.display().to_string();
    let words = std::iter::once(&program).chain(&start.arguments);
    let quoted = words.map(|word| format!("\"{word}\""));
    quoted.collect::<Vec<_>>().join(" ")
}
