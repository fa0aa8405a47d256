//! Charts, which the client draws though only the types for Python name them, not its own.

use serde_json::{Map, Value};

use super::{Color, CurveType, Length};

component! {
    /// A chart of these rows, each of which maps names to numbers or words.
    Chart = "Chart" { data: Vec<Map<String, Value>>, series: Vec<Series>, x_axis: XAxis }
    /// Whether the upright axis is drawn.
    show_y_axis(bool);
    /// Whether a legend is drawn.
    show_legend(bool);
    /// Whether pointing at something tells its number.
    show_tooltip(bool);
    /// Pixels between the bars of one place.
    bar_gap(u32);
    /// Pixels between places.
    bar_category_gap(u32);
    /// Its height: pixels or CSS.
    height(into Length);
    /// Its width: pixels or CSS.
    width(into Length);
    /// Both: pixels or CSS.
    size(into Length);
    /// Its least height.
    min_height(into Length);
    /// Its least width.
    min_width(into Length);
    /// The least of both.
    min_size(into Length);
    /// Its greatest height.
    max_height(into Length);
    /// Its greatest width.
    max_width(into Length);
    /// The greatest of both.
    max_size(into Length);
    /// Width by height.
    aspect_ratio(into Length);
    /// Its share of the room that is left.
    flex(into Length);
}

/// What is drawn of the rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Series(Map<String, Value>);

impl Series {
    setter! {
        /// Series of one name are stacked.
        stack(into String)
    }

    setter! {
        /// Its colour; also the tokens `blue`, `purple`, `orange`, `green`, `red`, `yellow`, `pink`.
        color(into Color)
    }

    setter! {
        /// How its points are joined. Not for bars.
        curve_type(CurveType)
    }

    /// Bars as high as the number of this name, and what the legend calls them.
    #[must_use]
    pub fn bars(data_key: impl Into<String>, label: impl Into<String>) -> Self {
        Self::of("bar", data_key.into(), label.into())
    }

    /// An area as high as the number of this name, and what the legend calls it.
    #[must_use]
    pub fn area(data_key: impl Into<String>, label: impl Into<String>) -> Self {
        Self::of("area", data_key.into(), label.into())
    }

    /// A line as high as the number of this name, and what the legend calls it. Lines don't stack.
    #[must_use]
    pub fn line(data_key: impl Into<String>, label: impl Into<String>) -> Self {
        Self::of("line", data_key.into(), label.into())
    }

    fn of(kind: &str, data_key: String, label: String) -> Self {
        let fields = [
            ("type", kind.to_owned()),
            ("dataKey", data_key),
            ("label", label),
        ];
        Self(
            fields
                .map(|(name, text)| (name.to_owned(), text.into()))
                .into_iter()
                .collect(),
        )
    }
}

impl From<Series> for Value {
    fn from(series: Series) -> Self {
        Self::Object(series.0)
    }
}

object! {
    /// The axis along which the rows stand: the name of the words under it.
    XAxis { data_key: String }
    /// Whether it is not drawn.
    hide(bool);
    /// What stands under it in place of the words of the rows.
    labels(Map<String, Value>);
}
