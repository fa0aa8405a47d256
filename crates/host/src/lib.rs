//! Where profiles live, and who of the processes that share one is its *host*: the one that does
//! what must be done once. Commands and stdio servers never host.

mod election;
mod profile;

pub use election::Host;
pub use profile::{DATA_DIR_VARIABLE, profile_folder};
