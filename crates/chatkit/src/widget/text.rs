//! Text.

use super::{
    BadgeColor, BadgeVariant, CaptionSize, Color, FontWeight, Length, TextAlign, TextSize,
    TitleSize,
};

component! {
    /// Plain text. With an `id`, more of it can stream in.
    Text = "Text" { value: String }
    /// Its colour.
    color(into Color);
    /// How heavy its letters are.
    weight(FontWeight);
    /// Where it stands in its line.
    text_align(TextAlign);
    /// Whether what doesn't fit ends in an ellipsis.
    truncate(bool);
    /// The most lines that are shown.
    max_lines(u32);
    /// How large it is.
    size(TextSize);
    /// Whether more of it is to come, which is drawn accordingly.
    streaming(bool);
    /// Whether it is slanted.
    italic(bool);
    /// Whether it is struck through.
    line_through(bool);
    /// How wide it is at most: pixels or CSS.
    width(into Length);
    /// For how many lines there is room at least.
    min_lines(u32);
    /// Lets the person change it in its place.
    editable(Editable);
}

object! {
    /// How a text is changed in its place: as the field of this name.
    Editable { name: String }
    /// Whether it takes the keyboard when it appears.
    auto_focus(bool);
    /// Whether all of it is selected then.
    auto_select(bool);
    /// What the browser may complete it with.
    auto_complete(into String);
    /// Whether password managers may fill it in.
    allow_autofill_extensions(bool);
    /// The regular expression that it must match.
    pattern(into String);
    /// What stands there while it is empty.
    placeholder(into String);
    /// Whether a form needs it.
    required(bool);
}

component! {
    /// A heading.
    Title = "Title" { value: String }
    /// Its colour.
    color(into Color);
    /// How heavy its letters are.
    weight(FontWeight);
    /// Where it stands in its line.
    text_align(TextAlign);
    /// Whether what doesn't fit ends in an ellipsis.
    truncate(bool);
    /// The most lines that are shown.
    max_lines(u32);
    /// How large it is.
    size(TitleSize);
}

component! {
    /// A small remark.
    Caption = "Caption" { value: String }
    /// Its colour.
    color(into Color);
    /// How heavy its letters are.
    weight(FontWeight);
    /// Where it stands in its line.
    text_align(TextAlign);
    /// Whether what doesn't fit ends in an ellipsis.
    truncate(bool);
    /// The most lines that are shown.
    max_lines(u32);
    /// How large it is.
    size(CaptionSize);
}

component! {
    /// Text in Markdown. With an `id`, more of it can stream in.
    Markdown = "Markdown" { value: String }
    /// Whether more of it is to come, which is drawn accordingly.
    streaming(bool);
}

component! {
    /// A word in a small frame, such as a state.
    Badge = "Badge" { label: String }
    /// Its colour.
    color(BadgeColor);
    /// How it is filled.
    variant(BadgeVariant);
    /// How large it is.
    size(CaptionSize);
    /// Whether its ends are round.
    pill(bool);
}
