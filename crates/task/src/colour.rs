//! The colours that lists and filters may have.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;

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
}

/// Reads what [`Colour::as_str`] wrote.
impl FromStr for Colour {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let known = Self::ALL.into_iter().find(|colour| colour.as_str() == text);
        known.ok_or_else(|| {
            Error::invalid(format!(
                "“{}” is not a colour. Choose one of {}.",
                crate::text::excerpt(text, 60),
                Self::ALL.map(Self::as_str).join(", ")
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_survives_its_text_and_its_json() {
        for colour in Colour::ALL {
            assert_eq!(colour.as_str().parse::<Colour>().unwrap(), colour);
            let json = serde_json::to_value(colour).unwrap();
            assert_eq!(json, colour.as_str());
            assert_eq!(serde_json::from_value::<Colour>(json).unwrap(), colour);
        }
    }

    #[test]
    fn another_word_is_no_colour() {
        for text in ["", "ultraviolet", "Red", "red "] {
            let message = text.parse::<Colour>().unwrap_err().to_string();
            assert!(message.contains("red, orange"), "{message}");
        }
    }
}
