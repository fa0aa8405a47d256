//! How the windows look.

use serde::{Deserialize, Serialize};
use task::Error;
use ts_rs::TS;

use super::Settings;

/// How the windows look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Appearance {
    /// The colours.
    pub theme: Theme,
    /// What marks what can be pressed and what is chosen.
    pub accent: Accent,
    /// How close together rows are.
    pub density: Density,
    /// Whether things move.
    pub motion: Motion,
    /// The size of everything, in percent: 80 to 200.
    pub zoom: u32,
}

impl Default for Appearance {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            accent: Accent::default(),
            density: Density::default(),
            motion: Motion::default(),
            zoom: 100,
        }
    }
}

impl Settings for Appearance {
    const NAME: &'static str = "appearance";

    fn checked(self) -> Result<Self, Error> {
        if (80..=200).contains(&self.zoom) {
            return Ok(self);
        }
        Err(Error::invalid(
            "The size is from 80 to 200 percent. Nothing was changed.",
        ))
    }
}

/// The colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// High contrast, dark on light.
    Contrast,
    /// High contrast, light on dark.
    ContrastDark,
}

/// What marks what can be pressed and what is chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Accent {
    /// The app's own.
    #[default]
    Own,
    /// The system's, where it tells one that can be read.
    System,
}

/// How close together rows are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// Rows of 40 pixels.
    #[default]
    Comfortable,
    /// Rows of 32 pixels.
    Compact,
}

/// Whether things move.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Motion {
    /// As the system has it.
    #[default]
    System,
    /// Nothing does.
    Reduced,
}
