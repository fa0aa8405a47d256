//! The colours that lists and filters may have.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The colour of a list or filter, by name: each theme has its own shade of it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// `red`
    Red,
    /// `orange`
    Orange,
    /// `amber`
    Amber,
    /// `olive`
    Olive,
    /// `green`
    Green,
    /// `teal`
    Teal,
    /// `sky`
    Sky,
    /// `blue`
    Blue,
    /// `violet`
    Violet,
    /// `plum`
    Plum,
    /// `pink`
    Pink,
    /// `grey`
    Grey,
}

impl Colour {
    /// All of them, in the order of the rainbow, grey last.
    pub const ALL: [Self; 12] = [
        Self::Red,
        Self::Orange,
        Self::Amber,
        Self::Olive,
        Self::Green,
        Self::Teal,
        Self::Sky,
        Self::Blue,
        Self::Violet,
        Self::Plum,
        Self::Pink,
        Self::Grey,
    ];

    /// The word that stands for it, such as `teal`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Orange => "orange",
            Self::Amber => "amber",
            Self::Olive => "olive",
            Self::Green => "green",
            Self::Teal => "teal",
            Self::Sky => "sky",
            Self::Blue => "blue",
            Self::Violet => "violet",
            Self::Plum => "plum",
            Self::Pink => "pink",
            Self::Grey => "grey",
        }
    }

    /// Reads what [`Colour::as_str`] wrote; `None` for a word that this version doesn't know.
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colour| colour.as_str() == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_survives_its_text_and_its_json() {
        for colour in Colour::ALL {
            assert_eq!(Colour::from_text(colour.as_str()), Some(colour));
            let json = serde_json::to_value(colour).unwrap();
            assert_eq!(json, colour.as_str());
            assert_eq!(serde_json::from_value::<Colour>(json).unwrap(), colour);
        }
    }

    #[test]
    fn a_colour_of_a_newer_version_is_none() {
        for text in ["", "ultraviolet", "Red", "red "] {
            assert_eq!(Colour::from_text(text), None, "{text}");
        }
    }
}
