//! Reminders over a real profile, with a clock that is set by hand.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod days;
mod desk;
