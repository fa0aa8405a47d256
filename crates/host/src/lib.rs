//! Puts the machine's parts together: where profiles live, who of the processes that share one is
//! its *host* (the one that does what must be done once; commands and stdio servers never host),
//! and the chat server over a profile.

pub mod chat;
mod election;
mod profile;
mod upkeep;

pub use chat::chat_server;
pub use election::Host;
pub use profile::{DATA_DIR_VARIABLE, profile_folder};
pub use upkeep::upkeep;
