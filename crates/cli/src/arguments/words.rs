//! Words of which only some are allowed.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use task::{Colour, Priority};

const PRIORITIES: [Priority; 4] = [Priority::P1, Priority::P2, Priority::P3, Priority::P4];

/// `p1` to `p4`.
pub(super) fn priority() -> impl TypedValueParser<Value = Priority> {
    PossibleValuesParser::new(PRIORITIES.map(Priority::as_str)).map(|word| {
        let found = PRIORITIES
            .into_iter()
            .find(|priority| priority.as_str().eq_ignore_ascii_case(&word));
        found.unwrap_or_default()
    })
}

/// A colour, or none. (Named, so that clap doesn't take it for an argument that may be absent.)
pub(crate) type Shade = Option<Colour>;

/// The name of a colour, or `none`.
pub(super) fn colour() -> impl TypedValueParser<Value = Shade> {
    let names = Colour::ALL.map(Colour::as_str).into_iter();
    PossibleValuesParser::new(names.chain(["none"]))
        .map(|word| word.to_ascii_lowercase().parse().ok())
}
