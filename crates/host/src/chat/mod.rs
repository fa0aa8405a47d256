//! The chat of a profile: who answers, where it is shown, and what the pages around it need.

mod client_tool;
mod consent;
mod hosted;
mod mentions;
mod reason;
mod rollback;
mod rollout;
mod server;
mod settings;
mod token_server;

pub use client_tool::{ToolOutcome, client_tool};
pub use hosted::Hosted;
pub use mentions::{Entity, find, preview};
pub use reason::reason;
pub use rollback::{ROLLBACK_VARIABLE, Rollback, rollback};
pub use rollout::{follow_flag, refresh_flag};
pub use server::chat_server;
pub use settings::{Answers, ChatSettings, load_settings, save_settings};
pub use token_server::token_entered;
