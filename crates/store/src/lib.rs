//! This machine's SQLite database of one profile. It implements [`task::Tasks`] and
//! [`chatkit::Threads`]; any number of processes may have it open.
//!
//! Writers take turns by `BEGIN IMMEDIATE`; what is acknowledged is on the disk
//! (`synchronous = FULL`). The clock is read and written in the transaction of the change that it
//! stamps. After a commit the writer rings the bell, a file that others watch.

mod bell;
mod caller;
mod change_log;
mod fault;
mod files;
mod migrations;
mod open;
mod pool;
mod record_rows;
mod rows;
mod schema;
mod sql;
mod threads;
mod undo;
mod views;
mod write;

pub use caller::Caller;
pub use open::{Now, Options, Store};
