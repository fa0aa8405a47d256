//! Reminders over a real profile, with a clock that is set by hand.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests"
)]

mod days;
mod desk;
mod oracle;
mod random;
mod year;
