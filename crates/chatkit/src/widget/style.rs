//! What several components share: lengths, colours, room and borders.

use serde_json::{Map, Value};

use super::BorderStyle;

/// A length: a number of pixels or units, as the property says, or a length of CSS.
#[derive(Debug, Clone, PartialEq)]
pub struct Length(Value);

impl From<i32> for Length {
    fn from(number: i32) -> Self {
        Self(number.into())
    }
}

impl From<f64> for Length {
    fn from(number: f64) -> Self {
        Self(number.into())
    }
}

impl From<&str> for Length {
    fn from(css: &str) -> Self {
        Self(css.into())
    }
}

impl From<Length> for Value {
    fn from(length: Length) -> Self {
        length.0
    }
}

/// A colour: a token of ChatKit (`secondary`, `blue-900`), a colour of CSS, or one for each look.
#[derive(Debug, Clone, PartialEq)]
pub struct Color(Value);

impl Color {
    /// One colour for the light look and one for the dark.
    #[must_use]
    pub fn themed(light: impl Into<String>, dark: impl Into<String>) -> Self {
        let mut fields = Map::new();
        fields.insert("dark".to_owned(), dark.into().into());
        fields.insert("light".to_owned(), light.into().into());
        Self(Value::Object(fields))
    }
}

impl From<&str> for Color {
    fn from(name: &str) -> Self {
        Self(name.into())
    }
}

impl From<Color> for Value {
    fn from(color: Color) -> Self {
        color.0
    }
}

object! {
    /// Room at some edges.
    Edges {}
    /// Above.
    top(into Length);
    /// To the right.
    right(into Length);
    /// Below.
    bottom(into Length);
    /// To the left.
    left(into Length);
    /// At both sides.
    x(into Length);
    /// Above and below.
    y(into Length);
}

/// Room around something: the same everywhere, or some at each edge.
#[derive(Debug, Clone, PartialEq)]
pub struct Spacing(Value);

impl From<i32> for Spacing {
    fn from(number: i32) -> Self {
        Self(number.into())
    }
}

impl From<&str> for Spacing {
    fn from(css: &str) -> Self {
        Self(css.into())
    }
}

impl From<Edges> for Spacing {
    fn from(edges: Edges) -> Self {
        Self(edges.into())
    }
}

impl From<Spacing> for Value {
    fn from(spacing: Spacing) -> Self {
        spacing.0
    }
}

object! {
    /// A border at one edge: its thickness in pixels, and how it is drawn.
    Border { size: i32 }
    /// Its colour; also the tokens `default`, `subtle` and `strong`.
    color(into Color);
    /// How it is drawn.
    style(BorderStyle);
}

object! {
    /// Borders at some edges.
    BorderEdges {}
    /// Above.
    top(Border);
    /// To the right.
    right(Border);
    /// Below.
    bottom(Border);
    /// To the left.
    left(Border);
    /// At both sides.
    x(Border);
    /// Above and below.
    y(Border);
}

/// Borders around something: a thickness in pixels, one border for all edges, or one for each.
#[derive(Debug, Clone, PartialEq)]
pub struct Borders(Value);

impl From<i32> for Borders {
    fn from(thickness: i32) -> Self {
        Self(thickness.into())
    }
}

impl From<Border> for Borders {
    fn from(border: Border) -> Self {
        Self(border.into())
    }
}

impl From<BorderEdges> for Borders {
    fn from(edges: BorderEdges) -> Self {
        Self(edges.into())
    }
}

impl From<Borders> for Value {
    fn from(borders: Borders) -> Self {
        borders.0
    }
}
