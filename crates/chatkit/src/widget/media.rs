//! Icons, images and buttons.

use super::{
    ActionConfig, ButtonColor, ButtonIconSize, ButtonStyle, Color, ControlSize, ControlVariant,
    IconSize, ImageFit, ImagePosition, Length, Radius, Spacing,
};

component! {
    /// An icon of ChatKit by its name (`check-circle`), or of Lucide (`lucide:…`).
    Icon = "Icon" { name: String }
    /// Its colour.
    color(into Color);
    /// How large it is.
    size(IconSize);
}

component! {
    /// An image from this address. Where a thread names its `allowed_image_domains`, only from
    /// those.
    Image = "Image" { src: String }
    /// What it shows, for people who don't see it.
    alt(into String);
    /// How it fills its place.
    fit(ImageFit);
    /// Which part of it stays when it is cut.
    position(ImagePosition);
    /// How round its corners are.
    radius(Radius);
    /// Whether it has a thin frame.
    frame(bool);
    /// Whether it reaches the edges of what it stands in.
    flush(bool);
    /// The room outside: units, CSS, or some at each edge.
    margin(into Spacing);
    /// The colour behind it.
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
}

component! {
    /// A button.
    Button = "Button" {}
    /// What it says. Without, it needs an icon.
    label(into String);
    /// What a click does.
    on_click_action(ActionConfig);
    /// Whether a click sends the form it stands in.
    submit(bool);
    /// The icon before the label.
    icon_start(into String);
    /// The icon after the label.
    icon_end(into String);
    /// How large its icons are.
    icon_size(ButtonIconSize);
    /// What it is for.
    style(ButtonStyle);
    /// Its colour.
    color(ButtonColor);
    /// How it is filled.
    variant(ControlVariant);
    /// How large it is.
    size(ControlSize);
    /// Whether its ends are round.
    pill(bool);
    /// Whether it is as wide as it is high.
    uniform(bool);
    /// Whether it takes the whole width.
    block(bool);
    /// Whether it cannot be clicked.
    disabled(bool);
}
