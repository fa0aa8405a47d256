//! This machine's SQLite database of one profile. It implements [`task::Tasks`] and
//! [`chatkit::Threads`]; any number of processes may have it open.
//!
//! Writers take turns by `BEGIN IMMEDIATE`; what is acknowledged is on the disk
//! (`synchronous = FULL`). The clock is read and written in the transaction of the change that it
//! stamps. After a commit the writer rings the bell, a file that others watch.

mod activity;
mod bell;
mod caller;
mod change_log;
mod deleted;
mod derive;
mod fault;
mod files;
mod filter_sql;
mod migrations;
mod open;
mod overview;
mod pool;
mod reach;
mod records;
mod rows;
mod schema;
mod search;
mod setting;
mod sql;
mod task_row;
mod threads;
mod undo;
mod view_sql;
mod views;
mod write;
mod zone;

pub use caller::Caller;
pub use open::{Now, Options, Store};
