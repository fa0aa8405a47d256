//! The desktop shell: window, tray and commands over the crates of the workspace. The only package
//! that knows Tauri.
//!
//! [`main`] is the app; [`assemble`], [`begin`] and [`begin_page`] are what it consists of, for tests
//! that show its pages in a browser (`examples/bridge`).

#[macro_use]
mod grants;

mod asked;
mod autostart;
#[cfg(test)]
mod bindings;
mod chat_site;
mod commands;
#[cfg(target_os = "linux")]
mod drawing;
mod keys;
mod last_word;
mod launch;
mod links;
mod log;
mod look;
mod memory;
mod page;
mod places;
mod profile;
mod program;
mod quick_add;
mod reminders;
mod settings;
mod shortcut;
mod start;
mod surroundings;
mod system;
mod tray;
mod updates;
mod window;
mod window_place;

pub use start::{assemble, begin, begin_page, main};
