//! Widgets: what an answer draws from components.
//!
//! A [`Widget`] is exactly the JSON that is sent and stored. The types of this module build it
//! with the properties that openai-chatkit 1.6.5 and the types of `@openai/chatkit` 1.9 name;
//! whatever else the client understands goes in with `prop`, and a widget that was designed
//! elsewhere (a `.widget` template, filled in) comes whole with [`Widget::from_json`].
//!
//! ```
//! use calm_orbit_chatkit::widget::{ActionConfig, Button, Card, Row, Text, Title, Widget};
//! use serde_json::json;
//!
//! let card = Card::new()
//!     .child(Title::new("Groceries"))
//!     .child(Row::new().gap(2).child(Text::new("Milk")).child(
//!         Button::new()
//!             .label("Done")
//!             .on_click_action(ActionConfig::new("complete").payload(json!({"id": 1}))),
//!     ));
//! assert_eq!(Widget::from(card).type_name(), "Card");
//! ```

// First, since the others are written with its macros.
#[macro_use]
mod object;

mod action;
mod chart;
mod choice;
mod diff;
mod field;
mod layout;
mod media;
mod root;
mod style;
mod table;
mod text;
mod token;
mod tree;

pub use action::{Action, ActionConfig, Handler, LoadingBehavior};
pub use chart::{Chart, Series, XAxis};
pub use choice::{Checkbox, DatePicker, RadioGroup, RadioOption, Select, SelectOption};
pub(crate) use diff::{append_text, changes, replace};
pub use field::{Input, Label, Textarea};
pub use layout::{Box, Col, Divider, Form, Row, Spacer, Transition};
pub use media::{Button, Icon, Image};
pub use root::{Basic, Card, CardAction, ListView, ListViewItem, Status};
pub use style::{Border, BorderEdges, Borders, Color, Edges, Length, Spacing};
pub use table::{Table, TableCell, TableRow};
pub use text::{Badge, Caption, Editable, Markdown, Text, Title};
pub use token::{
    Alignment, BadgeColor, BadgeVariant, BorderStyle, ButtonColor, ButtonIconSize, ButtonStyle,
    CaptionSize, CardSize, ColumnSize, ControlSize, ControlVariant, CurveType, Direction,
    FieldVariant, FontWeight, GutterSize, IconSize, ImageFit, ImagePosition, InputType,
    Justification, Radius, Side, TextAlign, TextSize, Theme, TitleSize, Wrap,
};
pub use tree::{Component, NotAWidget, Widget};
