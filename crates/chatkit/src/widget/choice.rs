//! Choices.

use jiff::civil::DateTime;

use super::{ActionConfig, Alignment, ControlSize, ControlVariant, Direction, Side};

component! {
    /// A list to choose from, sent under this name.
    Select = "Select" { name: String, options: Vec<SelectOption> }
    /// The value that is chosen at first.
    default_value(into String);
    /// Whether the list can be searched.
    searchable(bool);
    /// What a change does at once.
    on_change_action(ActionConfig);
    /// What stands there while nothing is chosen.
    placeholder(into String);
    /// How it is filled.
    variant(ControlVariant);
    /// How large it is.
    size(ControlSize);
    /// Whether its ends are round.
    pill(bool);
    /// Whether it takes the whole width.
    block(bool);
    /// Whether the choice can be taken back.
    clearable(bool);
    /// Whether it cannot be changed.
    disabled(bool);
}

object! {
    /// An entry of a [`Select`]: the value that is sent, and what it says.
    SelectOption { value: String, label: String }
    /// What stands below it.
    description(into String);
    /// Whether it cannot be chosen.
    disabled(bool);
}

component! {
    /// A calendar to choose a date from, sent under this name.
    DatePicker = "DatePicker" { name: String }
    /// What is chosen at first.
    default_value(text DateTime);
    /// The earliest that can be chosen.
    min(text DateTime);
    /// The latest that can be chosen.
    max(text DateTime);
    /// Where the calendar opens.
    side(Side);
    /// How the calendar stands to the field: at its start, centre or end.
    align(Alignment);
    /// What a change does at once.
    on_change_action(ActionConfig);
    /// What stands there while nothing is chosen.
    placeholder(into String);
    /// How it is filled.
    variant(ControlVariant);
    /// How large it is.
    size(ControlSize);
    /// Whether its ends are round.
    pill(bool);
    /// Whether it takes the whole width.
    block(bool);
    /// Whether the choice can be taken back.
    clearable(bool);
    /// Whether it cannot be changed.
    disabled(bool);
}

component! {
    /// A box to tick, sent under this name.
    Checkbox = "Checkbox" { name: String }
    /// What it says.
    label(into String);
    /// Whether it is ticked at first.
    default_checked(bool);
    /// What a change does at once.
    on_change_action(ActionConfig);
    /// Whether it cannot be changed.
    disabled(bool);
    /// Whether a form needs it.
    required(bool);
}

component! {
    /// Some of which one is chosen, sent under this name.
    RadioGroup = "RadioGroup" { name: String, options: Vec<RadioOption> }
    /// What they are, for people who don't see them.
    aria_label(into String);
    /// What a change does at once.
    on_change_action(ActionConfig);
    /// The value that is chosen at first.
    default_value(into String);
    /// Which way they run.
    direction(Direction);
    /// Whether none can be chosen.
    disabled(bool);
    /// Whether a form needs one.
    required(bool);
}

object! {
    /// One of a [`RadioGroup`]: the value that is sent, and what it says.
    RadioOption { value: String, label: String }
    /// Whether it cannot be chosen.
    disabled(bool);
}
