//! "every …".

use super::*;
use crate::quick_add::Meaning;

/// The rule and the first due date of "water plants" with a phrase after it.
#[track_caller]
fn comes(now: &str, phrase: &str, rule: &str, due: &str) {
    let text = format!("water plants {phrase}");
    let read = said(&text, now);
    assert_eq!(read.title, "water plants", "{text}");
    let found = read.recurrence.map(|recurrence| recurrence.to_string());
    assert_eq!(found.as_deref(), Some(rule), "{text}");
    assert_eq!(
        read.due.map(|due| due.to_string()).as_deref(),
        Some(due),
        "{text}"
    );
}

#[test]
fn units() {
    for (phrase, rule, due) in [
        ("every day", "FREQ=DAILY", "2026-08-05"),
        ("each week", "FREQ=WEEKLY", "2026-08-05"),
        ("every month", "FREQ=MONTHLY", "2026-08-05"),
        ("every quarter", "FREQ=MONTHLY;INTERVAL=3", "2026-08-05"),
        ("every year", "FREQ=YEARLY", "2026-08-05"),
        ("every 3 days", "FREQ=DAILY;INTERVAL=3", "2026-08-05"),
        ("every three weeks", "FREQ=WEEKLY;INTERVAL=3", "2026-08-05"),
        ("every other week", "FREQ=WEEKLY;INTERVAL=2", "2026-08-05"),
        (
            "every second month",
            "FREQ=MONTHLY;INTERVAL=2",
            "2026-08-05",
        ),
        ("every 2nd week", "FREQ=WEEKLY;INTERVAL=2", "2026-08-05"),
        ("every fortnight", "FREQ=WEEKLY;INTERVAL=2", "2026-08-05"),
        (
            "every! 3 days",
            "FREQ=DAILY;INTERVAL=3;FROM=COMPLETION",
            "2026-08-05",
        ),
        (
            "every 3 days after completion",
            "FREQ=DAILY;INTERVAL=3;FROM=COMPLETION",
            "2026-08-05",
        ),
        ("daily", "FREQ=DAILY", "2026-08-05"),
        ("monthly", "FREQ=MONTHLY", "2026-08-05"),
        ("yearly", "FREQ=YEARLY", "2026-08-05"),
    ] {
        comes(WEDNESDAY, phrase, rule, due);
    }
}

#[test]
fn weekdays() {
    for (phrase, rule, due) in [
        (
            "every weekday",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "2026-08-05",
        ),
        (
            "every workday 8am",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "2026-08-06T08:00",
        ),
        ("every weekend", "FREQ=WEEKLY;BYDAY=SA", "2026-08-08"),
        ("every wednesday", "FREQ=WEEKLY;BYDAY=WE", "2026-08-05"),
        (
            "every wednesday 8am",
            "FREQ=WEEKLY;BYDAY=WE",
            "2026-08-12T08:00",
        ),
        (
            "every mon, wed and fri 7am",
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
            "2026-08-07T07:00",
        ),
        (
            "every mon wed fri",
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
            "2026-08-05",
        ),
        ("every fri, mon", "FREQ=WEEKLY;BYDAY=MO,FR", "2026-08-07"),
        (
            "every monday & thursday",
            "FREQ=WEEKLY;BYDAY=MO,TH",
            "2026-08-06",
        ),
        (
            "every other friday",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
            "2026-08-07",
        ),
        (
            "every second monday",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
            "2026-08-10",
        ),
        (
            "every 2 weeks on friday",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
            "2026-08-07",
        ),
        (
            "every week on tue and thu",
            "FREQ=WEEKLY;BYDAY=TU,TH",
            "2026-08-06",
        ),
        (
            "every mon-fri 7am",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "2026-08-06T07:00",
        ),
        ("on mondays", "FREQ=WEEKLY;BYDAY=MO", "2026-08-10"),
        (
            "mondays and fridays at 9",
            "FREQ=WEEKLY;BYDAY=MO,FR",
            "2026-08-07T09:00",
        ),
        ("weekends", "FREQ=WEEKLY;BYDAY=SA,SU", "2026-08-08"),
        ("tuesdays", "FREQ=WEEKLY;BYDAY=TU", "2026-08-11"),
        ("every mon-sun", "FREQ=DAILY", "2026-08-05"),
        (
            "every 2 weeks on every weekday",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR",
            "2026-08-05",
        ),
        ("on weekends", "FREQ=WEEKLY;BYDAY=SA,SU", "2026-08-08"),
    ] {
        comes(WEDNESDAY, phrase, rule, due);
    }
}

#[test]
fn months_and_years() {
    for (phrase, rule, due) in [
        ("every 2nd friday", "FREQ=MONTHLY;BYDAY=2FR", "2026-08-14"),
        (
            "every first monday of the month",
            "FREQ=MONTHLY;BYDAY=1MO",
            "2026-09-07",
        ),
        (
            "every third friday of the month",
            "FREQ=MONTHLY;BYDAY=3FR",
            "2026-08-21",
        ),
        ("every last friday", "FREQ=MONTHLY;BYDAY=-1FR", "2026-08-28"),
        (
            "every last weekday",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "2026-08-31",
        ),
        (
            "every last day of the month",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "2026-08-31",
        ),
        (
            "every month on the 1st",
            "FREQ=MONTHLY;BYMONTHDAY=1",
            "2026-09-01",
        ),
        (
            "every month on the last day",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "2026-08-31",
        ),
        (
            "every 2 months on the 15th",
            "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15",
            "2026-08-15",
        ),
        ("every 15th", "FREQ=MONTHLY;BYMONTHDAY=15", "2026-08-15"),
        (
            "every 1st and 15th",
            "FREQ=MONTHLY;BYMONTHDAY=1,15",
            "2026-08-15",
        ),
        ("every 31st", "FREQ=MONTHLY;BYMONTHDAY=31", "2026-08-31"),
        (
            "every jan 27",
            "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=27",
            "2027-01-27",
        ),
        (
            "every 27th of january",
            "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=27",
            "2027-01-27",
        ),
        (
            "every year on 29 feb",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
            "2028-02-29",
        ),
        (
            "third wednesday of every month",
            "FREQ=MONTHLY;BYDAY=3WE",
            "2026-08-19",
        ),
        (
            "on the 1st and 15th of each month",
            "FREQ=MONTHLY;BYMONTHDAY=1,15",
            "2026-08-15",
        ),
        (
            "every october",
            "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1",
            "2026-10-01",
        ),
        (
            "every october and april",
            "FREQ=YEARLY;BYMONTH=4,10;BYMONTHDAY=1",
            "2026-10-01",
        ),
        (
            "every quarter on the 1st",
            "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1",
            "2026-09-01",
        ),
    ] {
        comes(WEDNESDAY, phrase, rule, due);
    }
}

#[test]
fn times_starts_and_ends() {
    for (phrase, rule, due) in [
        ("every morning", "FREQ=DAILY", "2026-08-06T09:00"),
        ("every evening", "FREQ=DAILY", "2026-08-05T18:00"),
        ("nightly", "FREQ=DAILY", "2026-08-05T20:00"),
        ("nightly at 10", "FREQ=DAILY", "2026-08-05T22:00"),
        ("every morning at 7", "FREQ=DAILY", "2026-08-06T07:00"),
        ("every night at 10", "FREQ=DAILY", "2026-08-05T22:00"),
        (
            "every friday evening",
            "FREQ=WEEKLY;BYDAY=FR",
            "2026-08-07T18:00",
        ),
        (
            "every day at 9am Asia/Tokyo",
            "FREQ=DAILY",
            "2026-08-06T09:00[Asia/Tokyo]",
        ),
        // A whole period later, not the next day.
        ("weekly 6am", "FREQ=WEEKLY", "2026-08-12T06:00"),
        (
            "every 3 days 8am",
            "FREQ=DAILY;INTERVAL=3",
            "2026-08-08T08:00",
        ),
        ("9am every day", "FREQ=DAILY", "2026-08-06T09:00"),
        ("every day starting 1 dec", "FREQ=DAILY", "2026-12-01"),
        (
            "every monday starting 1 dec 9am",
            "FREQ=WEEKLY;BYDAY=MO",
            "2026-12-07T09:00",
        ),
        (
            "every day from tomorrow until 31 aug",
            "FREQ=DAILY;UNTIL=20260831",
            "2026-08-06",
        ),
        (
            "every day ending friday",
            "FREQ=DAILY;UNTIL=20260807",
            "2026-08-05",
        ),
        (
            "every tuesday at 4pm until 15 dec",
            "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215",
            "2026-08-11T16:00",
        ),
        (
            "every day until the end of the month",
            "FREQ=DAILY;UNTIL=20260831",
            "2026-08-05",
        ),
        ("every day for 5 times", "FREQ=DAILY;COUNT=5", "2026-08-05"),
        ("every week 5 times", "FREQ=WEEKLY;COUNT=5", "2026-08-05"),
        (
            "every day for 3 weeks",
            "FREQ=DAILY;UNTIL=20260825",
            "2026-08-05",
        ),
        (
            "tomorrow every 3 days",
            "FREQ=DAILY;INTERVAL=3",
            "2026-08-06",
        ),
        ("every month tomorrow", "FREQ=MONTHLY", "2026-08-06"),
    ] {
        comes(WEDNESDAY, phrase, rule, due);
    }
    let read = said("run every day for 20min", WEDNESDAY);
    assert_eq!((read.title.as_str(), read.duration), ("run", Some(20)));
    let read = said("run for 20min daily", WEDNESDAY);
    assert_eq!((read.title.as_str(), read.duration), ("run", Some(20)));
}

#[test]
fn recurrences_stand_anywhere() {
    for (text, title) in [
        ("every day call mom", "call mom"),
        ("every friday: clean the kitchen", "clean the kitchen"),
        ("Take pills every morning with food", "Take pills with food"),
        ("weekly 6am standup", "standup"),
        ("standup mondays 9am", "standup"),
        ("Report daily to Bob", "Report to Bob"),
    ] {
        let read = said(text, SATURDAY);
        assert_eq!(read.title, title, "{text}");
        assert!(read.recurrence.is_some(), "{text}");
    }
    for title in [
        "Every Day Carry shopping",
        "everyday shopping",
        "every friend counts",
        "Read the daily",
        "weekly report",
        "weekly review",
        "Write weekly report",
        "Read Entertainment Weekly",
        "Tuesdays with Morrie",
        "buy every 2nd book",
        "call every 3 minutes",
        "food for every day",
        "pills every morning and evening",
        "meet twice weekly",
        "back up every week server",
    ] {
        stays(title);
    }
}

#[test]
fn the_piece_says_all_that_was_said_in_it() {
    for (phrase, due, from) in [
        ("every friday", None, None),
        ("every month on the 1st 9am", Some("2026-09-01T09:00"), None),
        (
            "every friday at 18:30 [Asia/Tokyo]",
            Some("2026-08-07T18:30[Asia/Tokyo]"),
            None,
        ),
        ("every morning", Some("2026-08-06T09:00"), None),
        ("daily starting 1 dec", None, Some("2026-12-01")),
        (
            "every day at 7 from friday",
            Some("2026-08-07T07:00"),
            Some("2026-08-07"),
        ),
    ] {
        let text = format!("water plants {phrase}");
        let read = said(&text, WEDNESDAY);
        let found = read.spans.iter().find_map(|span| match &span.meaning {
            Meaning::Recurrence { due, from, .. } => Some((
                due.as_ref().map(ToString::to_string),
                from.map(|day| day.to_string()),
            )),
            _ => None,
        });
        let expected = (due.map(str::to_owned), from.map(str::to_owned));
        assert_eq!(found, Some(expected), "{text}");
    }
}

#[test]
fn a_time_that_stands_apart_is_said_by_its_own_piece() {
    let read = said("at 9am call mom every friday", WEDNESDAY);
    let times: Vec<bool> = read
        .spans
        .iter()
        .map(|span| match &span.meaning {
            Meaning::Due { due } | Meaning::Recurrence { due: Some(due), .. } => {
                due.time().is_some()
            }
            _ => false,
        })
        .collect();
    assert_eq!(times, [true, false], "{:?}", read.spans);
}
