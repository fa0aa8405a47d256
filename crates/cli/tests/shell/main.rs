//! The command as a person and a script use it.
#![allow(clippy::unwrap_used, reason = "tests")]

mod adding;
mod changing;
mod listing;
mod names;
mod output;
mod preview;
mod profile;
mod taking_back;
mod upkeep;
