//! Texts that are nothing but a day or a recurrence.

use super::*;
use crate::{parse_day, parse_recurrence};

#[test]
fn days() {
    for (text, expected) in [
        ("2026-12-24", "2026-12-24"),
        ("friday", "2026-08-07"),
        ("in 3 days", "2026-08-08"),
        ("on the 15th", "2026-08-15"),
        (" by 22 nov. ", "2026-11-22"),
    ] {
        assert_eq!(
            parse_day(text, &at(WEDNESDAY))
                .ok()
                .map(|day| day.to_string())
                .as_deref(),
            Some(expected),
            "{text}"
        );
    }
    for text in [
        "",
        "later",
        "friday 9am",
        "9am",
        "in 2 hours",
        "this evening",
        "2026-12-24T09:00",
        "milk tomorrow",
        "every day",
    ] {
        let message = parse_day(text, &at(WEDNESDAY)).unwrap_err().to_string();
        assert!(message.contains("is not a day"), "{message}");
    }
}

#[test]
fn recurrences() {
    for (text, expected) in [
        ("every 2nd friday", "FREQ=MONTHLY;BYDAY=2FR"),
        ("every! 3 days", "FREQ=DAILY;INTERVAL=3;FROM=COMPLETION"),
        ("Weekly", "FREQ=WEEKLY"),
        ("mondays", "FREQ=WEEKLY;BYDAY=MO"),
        ("every day until 31 aug", "FREQ=DAILY;UNTIL=20260831"),
        ("FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=WEEKLY;BYDAY=MO,FR"),
        ("freq=daily;from=completion", "FREQ=DAILY;FROM=COMPLETION"),
    ] {
        let found = parse_recurrence(text, &at(WEDNESDAY)).unwrap();
        assert_eq!(found.to_string(), expected, "{text}");
    }
    for text in [
        "",
        "often",
        "friday",
        "every day at 9",
        "every friday morning",
        "every 0 days",
        "every milk",
        "FREQ=SOMETIMES",
    ] {
        assert!(parse_recurrence(text, &at(WEDNESDAY)).is_err(), "{text}");
    }
}

#[test]
fn what_a_rule_is_called_is_read_as_that_rule() {
    for rule in [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=DAILY;INTERVAL=3;FROM=COMPLETION",
        "FREQ=DAILY;COUNT=5",
        "FREQ=WEEKLY;UNTIL=20270131",
        "FREQ=WEEKLY;INTERVAL=2",
        "FREQ=WEEKLY;BYDAY=FR",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;INTERVAL=3",
        "FREQ=MONTHLY;BYMONTHDAY=1",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=2FR",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=27",
    ] {
        let rule: crate::Recurrence = rule.parse().unwrap();
        let called = rule.describe();
        let read = parse_recurrence(&called, &at(WEDNESDAY));
        assert_eq!(read.ok().as_ref(), Some(&rule), "{called}");
    }
}
