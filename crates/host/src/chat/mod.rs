//! The chat of a profile: who answers, where it is shown, and what the pages around it need.

mod client_tool;
mod mentions;
mod rollback;
mod server;
mod settings;

pub use client_tool::ToolOutcome;
pub use mentions::Entity;
pub use rollback::Rollback;
pub use server::chat_server;
pub use settings::{Answers, ChatSettings};
