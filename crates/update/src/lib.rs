//! What the app's updating of itself goes by: which version a channel offers, when to look for one,
//! and whether an install may be replaced by the app at all. What asks a server, downloads and
//! installs is in the desktop app; nothing here speaks to a network.

mod channel;
mod install;
mod offer;
mod schedule;

pub use channel::Channel;
pub use install::{Facts, Owner, Package, is_administrator};
pub use offer::{Published, offer, way_back};
pub use schedule::{Look, Moment, Schedule};
