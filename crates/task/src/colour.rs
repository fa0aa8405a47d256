//! stub
use std::str::FromStr;
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
/// stub
pub enum Colour { /// r
 Red }
impl Colour { /// s
 pub fn as_str(self) -> &'static str { "red" } }
impl FromStr for Colour { type Err = (); fn from_str(_: &str) -> Result<Self, ()> { Ok(Self::Red) } }
