//! The tools as a client meets them: over the protocol, on a real database.
#![allow(clippy::unwrap_used, reason = "tests")]

mod client;
mod contract;
mod looking;
mod tasks;
