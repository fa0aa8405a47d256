//! Fields for text.

use super::{
    Color, ControlSize, FieldVariant, FontWeight, GutterSize, InputType, TextAlign, TextSize,
};

component! {
    /// A field for a line of text, sent under this name.
    Input = "Input" { name: String }
    /// What it takes.
    input_type(InputType);
    /// What is in it at first.
    default_value(into String);
    /// Whether a form needs it.
    required(bool);
    /// The regular expression that it must match.
    pattern(into String);
    /// What stands there while it is empty.
    placeholder(into String);
    /// Whether password managers may fill it in.
    allow_autofill_extensions(bool);
    /// Whether all of it is selected when it appears.
    auto_select(bool);
    /// Whether it takes the keyboard when it appears.
    auto_focus(bool);
    /// Whether it cannot be changed.
    disabled(bool);
    /// How it is filled.
    variant(FieldVariant);
    /// How large it is.
    size(ControlSize);
    /// How much room it leaves at its edges.
    gutter_size(GutterSize);
    /// Whether its ends are round.
    pill(bool);
}

component! {
    /// A field for several lines of text, sent under this name.
    Textarea = "Textarea" { name: String }
    /// What is in it at first.
    default_value(into String);
    /// Whether a form needs it.
    required(bool);
    /// The regular expression that it must match.
    pattern(into String);
    /// What stands there while it is empty.
    placeholder(into String);
    /// Whether password managers may fill it in.
    allow_autofill_extensions(bool);
    /// Whether all of it is selected when it appears.
    auto_select(bool);
    /// Whether it takes the keyboard when it appears.
    auto_focus(bool);
    /// Whether it cannot be changed.
    disabled(bool);
    /// How it is filled.
    variant(FieldVariant);
    /// How large it is.
    size(ControlSize);
    /// How much room it leaves at its edges.
    gutter_size(GutterSize);
    /// How many lines it shows at first.
    rows(u32);
    /// Whether it grows with its text.
    auto_resize(bool);
    /// How many lines it grows to.
    max_rows(u32);
}

component! {
    /// What stands beside the field of a name.
    Label = "Label" { value: String, field_name: String }
    /// How large it is.
    size(TextSize);
    /// How heavy its letters are.
    weight(FontWeight);
    /// Where it stands in its line.
    text_align(TextAlign);
    /// Its colour.
    color(into Color);
}
