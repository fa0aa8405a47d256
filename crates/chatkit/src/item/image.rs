//! Images that were made for the person.

use serde::{Deserialize, Serialize};

/// An image that was made for the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GeneratedImage {
    /// Tells it from other images.
    pub id: String,
    /// Where the client loads it from; may be a `data:` address.
    pub url: String,
}
