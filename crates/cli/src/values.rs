//! Values as people type them after an option.

use jiff::{Span, SpanTotal, Unit, Zoned};
use task::{Due, Error, Reminder, Start, parse_day, parse_due};

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

/// When somebody is reminded: how long before the due time (`30min`, `1h before`, `-30`), or a time
/// (`tomorrow 9am`, `2026-11-22T09:00`).
pub(crate) fn reminder(text: &str, now: &Zoned) -> Result<Reminder, Error> {
    let wrong = || {
        Error::invalid(format!(
            "“{}” is not a reminder. Write how long before the due time, such as 30min (four weeks at most), or a time such as 'tomorrow 9am'.",
            task::text::excerpt(text, 60)
        ))
    };
    if let Ok(reminder) = text.parse() {
        return Ok(reminder);
    }
    let early = text.trim();
    let early = early.strip_suffix("before").unwrap_or(early).trim();
    if early.parse::<u32>().is_err()
        && let Some(early) = minutes(early)
    {
        return format!("-{early}").parse().map_err(|_| wrong());
    }
    match parse_due(text, now) {
        Ok(Due::At(at)) => Ok(Reminder::At(at)),
        Ok(Due::In(at, zone)) => Ok(Reminder::In(at, zone)),
        _ => Err(wrong()),
    }
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
    fn reminders_are_read_as_people_type_them() {
        for (text, said) in [
            ("30min", "-30"),
            ("1h before", "-60"),
            ("-30", "-30"),
            ("-0", "-0"),
            ("tomorrow 9am", "2026-11-22T09:00"),
            (
                "2026-11-22T09:00[Asia/Tokyo]",
                "2026-11-22T09:00[Asia/Tokyo]",
            ),
        ] {
            assert_eq!(reminder(text, &now()).unwrap().to_string(), said, "{text}");
        }
        for text in ["", "30", "tomorrow", "5 weeks", "-1h", "soon"] {
            assert!(reminder(text, &now()).is_err(), "{text} was taken");
        }
    }

    #[test]
    fn starts_are_days_or_someday() {
        for (text, said) in [("Someday", "someday"), ("friday", "2026-11-27")] {
            assert_eq!(start(text, &now()).unwrap().to_string(), said);
        }
    }
}
