//! Values as people type them after an option.

use jiff::{Span, SpanTotal, Unit, Zoned};
use task::{Error, Start, parse_day};

/// Whether a value says that a field is to be cleared.
pub(crate) fn is_none(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text.eq_ignore_ascii_case("none")
}

/// A value, or `None` where it is to be cleared.
pub(crate) fn or_none(text: String) -> Option<String> {
    (!is_none(&text)).then_some(text)
}

/// When a task is meant to be begun: `someday`, a date, or words such as "friday".
pub(crate) fn start(text: &str, now: &Zoned) -> Result<Start, Error> {
    let known: Result<Start, Error> = text.to_lowercase().parse();
    known.or_else(|_| parse_day(text, now).map(Start::Day))
}

/// A number of minutes: `90`, `20min`, `1h30m`, `2 hours`.
pub(crate) fn duration(text: &str) -> Result<u32, Error> {
    minutes(text).ok_or_else(|| {
        Error::invalid(format!(
            "“{}” is not a duration. Write one such as 20min, 1h30m, or 90 for minutes.",
            task::text::excerpt(text, 60)
        ))
    })
}

fn minutes(text: &str) -> Option<u32> {
    let text = text.trim();
    if let Ok(minutes) = text.parse() {
        return Some(minutes);
    }
    let span: Span = text.parse().ok()?;
    let total = span.total(SpanTotal::from(Unit::Minute).days_are_24_hours());
    let total = total.ok().filter(|total| total.fract() == 0.0)?;
    // A float says whole minutes exactly far beyond any duration.
    format!("{total}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Zoned {
        "2026-11-21T09:00[Europe/Berlin]".parse().unwrap()
    }

    #[test]
    fn durations_are_read_as_people_type_them() {
        for (text, minutes) in [
            ("90", 90),
            ("20min", 20),
            ("20 minutes", 20),
            ("1h30m", 90),
            ("1h 30min", 90),
            ("2 hours", 120),
            ("1d", 1440),
        ] {
            assert_eq!(duration(text).unwrap(), minutes, "{text}");
        }
        for text in [
            "",
            "-5",
            "soon",
            "30s",
            "1 month",
            "99999999999",
            "-1h",
            "1e3",
        ] {
            assert!(duration(text).is_err(), "{text} was taken");
        }
    }

    #[test]
    fn starts_are_days_or_someday() {
        for (text, said) in [("Someday", "someday"), ("friday", "2026-11-27")] {
            assert_eq!(start(text, &now()).unwrap().to_string(), said);
        }
    }
}
