//! This machine's SQLite database of one profile. It implements [`task::Tasks`] and
//! [`chatkit::Threads`]; any number of processes may have it open.
//!
//! Writers take turns by `BEGIN IMMEDIATE`; what is acknowledged is on the disk
//! (`synchronous = FULL`). The clock is read and written in the transaction of the change that it
//! stamps. After a commit the writer rings the bell, a file that others watch.

mod activity;
mod alarms;
mod backup;
mod bell;
mod caller;
mod change_log;
mod check;
mod clear;
mod clients;
mod deleted;
mod derive;
mod fault;
mod files;
mod filter_sql;
mod first_open;
mod heal;
mod migrations;
mod open;
mod overview;
mod pool;
mod reach;
mod records;
mod reminders;
mod rescue;
mod restore;
mod retag;
mod rows;
mod schema;
mod search;
mod setting;
mod sql;
mod task_row;
mod thin;
mod threads;
mod tidy;
mod undo;
mod view_sql;
mod views;
mod words;
mod write;
mod zone;

pub use backup::Backup;
pub use caller::Caller;
pub use check::Report;
pub use clients::Client;
pub use open::{Now, Options, Store};
pub use reminders::{Known, Looked, Marks, Reminders, Told};
pub use rescue::{go_back, rescue};
pub use restore::Restored;
pub use retag::Retagged;
pub use tidy::{Keep, Keeping, Tidied};
