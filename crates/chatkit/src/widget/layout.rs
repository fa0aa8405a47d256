//! What arranges others.

use super::{
    ActionConfig, Alignment, Borders, Color, Component, Direction, Justification, Length, Radius,
    Spacing, Wrap,
};

/// A component that arranges others in a line or in lines.
macro_rules! flexible {
    (
        $(#[$doc:meta])*
        $name:ident = $type:literal
        $($props:tt)*
    ) => {
        component! {
            $(#[$doc])*
            $name = $type {}
            /// How children stand across.
            align(Alignment);
            /// How children stand along.
            justify(Justification);
            /// What happens to children for whom a line is too short.
            wrap(Wrap);
            /// The room between children: units or CSS.
            gap(into Length);
            /// The room inside: units, CSS, or some at each edge.
            padding(into Spacing);
            /// The room outside: units, CSS, or some at each edge.
            margin(into Spacing);
            /// Its borders.
            border(into Borders);
            /// How round its corners are.
            radius(Radius);
            /// Its colour; also the tokens `surface`, `surface-secondary` and their like.
            background(into Color);
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
            $($props)*
        }

        container!($name of Component);
    };
}

flexible! {
    /// A frame that arranges what is in it.
    Box = "Box"
    /// Which way it runs.
    direction(Direction);
}

flexible! {
    /// Things beside one another.
    Row = "Row"
}

flexible! {
    /// Things below one another.
    Col = "Col"
}

flexible! {
    /// Fields that are sent together.
    Form = "Form"
    /// Which way it runs.
    direction(Direction);
    /// What happens when it is sent. The values of its fields are merged into the payload; a name
    /// with dots nests.
    on_submit_action(ActionConfig);
}

component! {
    /// A line between things.
    Divider = "Divider" {}
    /// Its colour; also the tokens `default`, `subtle` and `strong`.
    color(into Color);
    /// Its thickness: pixels or CSS.
    size(into Length);
    /// The room above and below it: units or CSS.
    spacing(into Length);
    /// Whether it reaches the edges of what it stands in.
    flush(bool);
}

component! {
    /// Room that pushes its neighbours apart.
    Spacer = "Spacer" {}
    /// The room it takes at least: pixels or CSS.
    min_size(into Length);
}

component! {
    /// Moves to its new place instead of jumping there.
    Transition = "Transition" { children: Component }
}
