//! The loopback server over real sockets: who is let in, what is served, what becomes of turns.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod client;
mod connections;
mod page;
mod profile;
mod refusals;
mod site;
mod turns;
