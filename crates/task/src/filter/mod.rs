//! stub
/// stub
pub struct Filter(String);
impl Filter { /// p
 pub fn parse(t: &str, _n: &jiff::Zoned) -> Result<Self, crate::Error> { Ok(Self(t.into())) }
 /// t
 pub fn text(&self) -> &str { &self.0 } }
