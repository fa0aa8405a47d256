//! The MCP task server: tools that read tasks, the overview and the activity, and that add,
//! change, complete, skip, delete, restore and take back, over any [`task::Tasks`], for whatever speaks MCP, in both eras of the protocol (2025-11-25
//! and before, 2026-07-28).
//!
//! A failure that the model can do something about is a tool result with `isError`, with a
//! sentence to act on and its code (see [`CODE`]) in `_meta`; only a call that makes no sense to the
//! protocol itself is a protocol error.

mod answer;
mod arguments;
mod server;
mod stdio;
mod tools;

pub use answer::{CODE, ToolTask};
pub use server::{Doors, ServeError, TaskServer, serve_stdio};
