//! The chat of a profile: who answers, where it is shown, and what the pages around it need.

mod client_tool;
mod mentions;
mod rollback;
mod rollout;
mod server;
mod settings;

pub use client_tool::ToolOutcome;
pub use mentions::Entity;
pub use rollback::{ROLLBACK_VARIABLE, Rollback, rollback};
pub use server::chat_server;
pub use settings::{Answers, ChatSettings, load_settings, save_settings};
