//! Who answers in the chat. For now that is the offline interpreter, [`Offline`]: it understands
//! what the app can do, does it with the same MCP tools that every other client uses, and says
//! plainly what it cannot. No network is involved.

mod along;
mod answer;
mod calls;
mod intent;
mod memory;
mod offline;
mod retry;
mod steps;
mod telling;
mod tools;
mod understand;
mod verb;
mod words;

pub use offline::Offline;
pub use tools::Servers;
