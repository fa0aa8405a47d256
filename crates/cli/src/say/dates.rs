//! Dates, times and durations as people say them.

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use task::{Due, near_day};

/// A day seen from `today`: `today`, `Sun 29 Nov`, `Fri 1 Jan 2027`.
pub(crate) fn day(day: Date, today: Date) -> String {
    match near_day(day, today) {
        Some(near) => near.to_owned(),
        None if day.year() == today.year() => day.strftime("%a %-d %b").to_string(),
        None => day.strftime("%a %-d %b %Y").to_string(),
    }
}

/// A due date seen from `today`: `today`, `tomorrow 09:00`, `Sun 29 Nov 18:00 Asia/Tokyo`.
pub(crate) fn due(due: &Due, today: Date) -> String {
    let day = day(due.day(), today);
    match due {
        Due::Day(_) => day,
        Due::At(at) => format!("{day} {}", at.strftime("%H:%M")),
        Due::In(at, zone) => format!("{day} {} {zone}", at.strftime("%H:%M")),
    }
}

/// An instant seen from `now`, in its zone: `yesterday 17:45`.
pub(crate) fn instant(at: Timestamp, now: &Zoned) -> String {
    let at = at.to_zoned(now.time_zone().clone());
    format!("{} {}", day(at.date(), now.date()), at.strftime("%H:%M"))
}

/// A number of minutes: `20 min`, `2 h`, `1 h 30 min`.
pub(crate) fn minutes(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_said_as_people_say_them() {
        let today = "2026-11-21".parse().unwrap();
        for (text, said) in [
            ("2026-11-20", "yesterday"),
            ("2026-11-21T09:05", "today 09:05"),
            ("2026-11-22", "tomorrow"),
            ("2026-11-29", "Sun 29 Nov"),
            ("2027-01-01", "Fri 1 Jan 2027"),
            ("2026-11-22T18:00[Asia/Tokyo]", "tomorrow 18:00 Asia/Tokyo"),
        ] {
            assert_eq!(due(&text.parse().unwrap(), today), said);
        }
    }

    #[test]
    fn instants_are_said_in_the_zone_of_who_looks() {
        let now = "2026-11-21T09:00[Europe/Berlin]".parse().unwrap();
        let at = "2026-11-20T23:30:00Z".parse().unwrap();
        assert_eq!(instant(at, &now), "today 00:30");
    }

    #[test]
    fn minutes_are_said_in_hours_where_they_are_many() {
        assert_eq!([20, 120, 90].map(minutes), ["20 min", "2 h", "1 h 30 min"]);
    }
}
