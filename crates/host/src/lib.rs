//! Puts the machine's parts together: where profiles live, who of the processes that share one is
//! its *host* (the one that does what must be done once; commands and stdio servers never host),
//! the chat server over a profile, and the loopback server that carries it.

mod app_image;
pub mod chat;
pub mod diagnostics;
mod election;
pub mod loopback;
mod profile;
pub mod reminders;
mod running;
pub mod samples;
pub mod settings;
mod starts;
mod turns;
mod upkeep;

pub use app_image::app_image;
pub use chat::chat_server;
pub use election::Host;
pub use profile::{DATA_DIR_VARIABLE, profile_folder, profile_number};
pub use running::{app_name, ask_running_app};
pub use starts::{Starts, TOO_MANY};
pub use turns::{Place, Turns};
pub use upkeep::upkeep;
