//! What stands by itself.

use super::{
    ActionConfig, Alignment, Borders, CardSize, Color, Component, Direction, Justification, Length,
    Spacing, Theme, Widget,
};

component! {
    /// A frame with content, and perhaps with two buttons below it.
    Card = "Card" [children] {}
    /// Whether the buttons below send what its fields hold.
    as_form(bool);
    /// Its colour; also the tokens `surface`, `surface-secondary` and their like.
    background(into Color);
    /// Its borders. The types for Python don't know them on a card.
    border(into Borders);
    /// How wide it is.
    size(CardSize);
    /// The room inside: units, CSS, or some at each edge.
    padding(into Spacing);
    /// A line above it.
    status(Status);
    /// Whether it is folded.
    collapsed(bool);
    /// The button that agrees.
    confirm(CardAction);
    /// The button that declines.
    cancel(CardAction);
    /// Which look it has, whatever the page has.
    theme(Theme);
}

object! {
    /// A button below a card: what it says and does.
    CardAction { label: String, action: ActionConfig }
}

object! {
    /// A line above a widget, with an icon of ChatKit or with a favicon.
    Status { text: String }
    /// The name of an icon.
    icon(into String);
    /// The address of a favicon.
    favicon(into String);
    /// Whether the favicon has a frame.
    frame(bool);
}

component! {
    /// A list.
    ListView = "ListView" [children] {}
    /// How many entries are shown before "Show more".
    limit(u32);
    /// A line above it.
    status(Status);
    /// Which look it has, whatever the page has.
    theme(Theme);
}

component! {
    /// An entry of a [`ListView`].
    ListViewItem = "ListViewItem" [children] {}
    /// What a click does.
    on_click_action(ActionConfig);
    /// The room between children: units or CSS.
    gap(into Length);
    /// How children stand in height.
    align(Alignment);
}

component! {
    /// Content without a frame, which may hold cards and lists too.
    Basic = "Basic" [children] {}
    /// Which way it runs.
    direction(Direction);
    /// The room between children: units or CSS.
    gap(into Length);
    /// The room inside: units, CSS, or some at each edge.
    padding(into Spacing);
    /// How children stand across.
    align(Alignment);
    /// How children stand along.
    justify(Justification);
    /// Which look it has, whatever the page has.
    theme(Theme);
}

container!(
    Card of Component,
    ListView of ListViewItem,
    ListViewItem of Component,
    Basic of Component,
);

macro_rules! root {
    ($($name:ident),+) => {$(
        impl From<$name> for Widget {
            fn from(root: $name) -> Self {
                Self(root.0)
            }
        }
    )+};
}

root!(Card, ListView, Basic);
