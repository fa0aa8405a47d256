//! Why a request of the chat failed.

use std::error::Error as _;

use chatkit::RequestError;
use task::{Error, Failure};

/// What the profile's store says of a request that failed, such as that the disk is full; `None`
/// where it failed for another reason.
#[must_use]
pub fn reason(error: &RequestError) -> Option<Failure> {
    let mut beneath = error.source();
    while let Some(error) = beneath {
        if let Some(error) = error.downcast_ref::<Error>() {
            return Some(error.into());
        }
        beneath = error.source();
    }
    None
}
