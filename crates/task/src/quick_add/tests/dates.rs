//! What dates and times are.

use super::*;

/// The due date of "call mom" with a phrase after it.
#[track_caller]
fn due(now: &str, phrase: &str, due: &str) {
    reads(now, &format!("call mom {phrase}"), "call mom", due);
}

#[test]
fn casual_days() {
    for (phrase, expected) in [
        ("today", "2026-08-05"),
        ("tonight", "2026-08-05"),
        ("tomorrow", "2026-08-06"),
        ("tmr", "2026-08-06"),
        ("tmrw", "2026-08-06"),
        ("9am tom", "2026-08-06T09:00"),
        ("6pm tod", "2026-08-05T18:00"),
        ("day after tomorrow", "2026-08-07"),
        ("the day after tomorrow at 9", "2026-08-07T09:00"),
        ("this weekend", "2026-08-08"),
        ("at the weekend", "2026-08-08"),
        ("next weekend", "2026-08-15"),
        ("eod", "2026-08-05"),
        ("by end of day", "2026-08-05"),
        ("eow", "2026-08-09"),
        ("by the end of the week", "2026-08-09"),
        ("by the end of the month", "2026-08-31"),
        ("end of next week", "2026-08-16"),
        ("eom", "2026-08-31"),
        ("end of next month", "2026-09-30"),
        ("by the last day of the month", "2026-08-31"),
        ("eoy", "2026-12-31"),
    ] {
        due(WEDNESDAY, phrase, expected);
    }
    let sunday = "2026-08-09T09:00[Europe/Berlin]";
    due(sunday, "this weekend", "2026-08-09");
    due(sunday, "next weekend", "2026-08-15");
    due(sunday, "eow", "2026-08-09");
}

#[test]
fn weekdays() {
    for (phrase, expected) in [
        ("thursday", "2026-08-06"),
        ("tues", "2026-08-11"),
        ("on wed", "2026-08-12"),
        ("wednesday", "2026-08-12"),
        ("next wednesday", "2026-08-12"),
        ("this friday", "2026-08-07"),
        ("this coming friday", "2026-08-07"),
        ("next fri", "2026-08-07"),
        ("friday week", "2026-08-14"),
        ("friday next week", "2026-08-14"),
        ("next week on monday", "2026-08-10"),
        ("next week friday 9am", "2026-08-14T09:00"),
        ("a week on friday", "2026-08-14"),
        ("two weeks from monday", "2026-08-24"),
        ("friday, 7 aug", "2026-08-07"),
        ("friday the 7th", "2026-08-07"),
        ("fri 14 aug", "2026-08-14"),
        ("Monday, August 10, 2026", "2026-08-10"),
    ] {
        due(WEDNESDAY, phrase, expected);
    }
    // A weekday that its date does not fall on.
    stays("call mom friday 26 nov");
}

#[test]
fn months_and_days() {
    for (phrase, expected) in [
        ("22 nov", "2026-11-22"),
        ("nov 22", "2026-11-22"),
        ("22nd of november 2027", "2027-11-22"),
        ("on the 22nd of november", "2026-11-22"),
        ("november the 22nd", "2026-11-22"),
        ("22. november", "2026-11-22"),
        ("22 nov. 9am", "2026-11-22T09:00"),
        ("Nov 22, 2027, 9am", "2027-11-22T09:00"),
        ("first of june", "2027-06-01"),
        ("4 aug", "2027-08-04"),
        ("5 aug", "2026-08-05"),
        ("29 feb", "2028-02-29"),
        ("mid january", "2027-01-15"),
        ("mid-january", "2027-01-15"),
        ("end of february 2028", "2028-02-29"),
        ("beginning of august", "2027-08-01"),
    ] {
        due(WEDNESDAY, phrase, expected);
    }
}

#[test]
fn days_of_the_month_roll_on_to_the_next_that_exists() {
    let february = "2027-02-10T10:00[Europe/Berlin]";
    for (phrase, expected) in [
        ("on the 15th", "2027-02-15"),
        ("15th", "2027-02-15"),
        ("on the 10th", "2027-02-10"),
        ("on the 10th at 9", "2027-03-10T09:00"),
        ("on the 9th", "2027-03-09"),
        ("by the 31st", "2027-03-31"),
        ("on the 5th of next month", "2027-03-05"),
        ("next month on the 5th", "2027-03-05"),
    ] {
        due(february, phrase, expected);
    }
}

#[test]
fn digits() {
    for (phrase, expected) in [
        ("2026-08-20", "2026-08-20"),
        ("2026-08-20 14:00", "2026-08-20T14:00"),
        (
            "2026-08-20T14:00[Asia/Tokyo]",
            "2026-08-20T14:00[Asia/Tokyo]",
        ),
        ("22.11.", "2026-11-22"),
        ("on 1.9.", "2026-09-01"),
        ("22.11.2027", "2027-11-22"),
        ("22.11.27 9am", "2027-11-22T09:00"),
        ("22/11", "2026-11-22"),
        ("11/22", "2026-11-22"),
        ("on 5/8", "2027-05-08"),
        ("12/5", "2026-12-05"),
        ("11/22/2027", "2027-11-22"),
        ("22/11/2027", "2027-11-22"),
        ("22-11-2027", "2027-11-22"),
        ("2027/11/22", "2027-11-22"),
    ] {
        due(WEDNESDAY, phrase, expected);
    }
    for title in [
        "read part 1/2",
        "install python 3.12.",
        "install node 22.11",
        "score 0/0",
        "13/13",
        "call 555-1234",
        "pay 31/2",
    ] {
        stays(title);
    }
}

#[test]
fn counts() {
    for (phrase, expected) in [
        ("in 3 days", "2026-08-08"),
        ("in a week", "2026-08-12"),
        ("in two weeks at 9am", "2026-08-19T09:00"),
        ("within 3 days", "2026-08-08"),
        ("in a couple of days", "2026-08-07"),
        ("in the next 3 days", "2026-08-08"),
        ("in a fortnight", "2026-08-19"),
        ("in two weeks on friday", "2026-08-21"),
        ("in a year and a half", "2028-02-05"),
        ("in 2 quarters", "2027-02-05"),
        ("3 days from now", "2026-08-08"),
        ("3 days from tomorrow", "2026-08-09"),
        ("in 3 business days", "2026-08-10"),
        ("in 8 workdays", "2026-08-17"),
        ("next week", "2026-08-12"),
        ("next month", "2026-09-05"),
        ("next quarter", "2026-11-05"),
        ("next year", "2027-08-05"),
        ("in 2 hours", "2026-08-05T11:00"),
        ("in 1h30", "2026-08-05T10:30"),
        ("in half an hour", "2026-08-05T09:30"),
        ("20 minutes from now", "2026-08-05T09:20"),
        ("in 15 hours", "2026-08-06T00:00"),
    ] {
        due(WEDNESDAY, phrase, expected);
    }
    due(
        "2026-08-08T09:00[Europe/Berlin]",
        "in 1 workday",
        "2026-08-10",
    );
    due(
        "2026-08-05T09:00:01[Europe/Berlin]",
        "in 5 minutes",
        "2026-08-05T09:06",
    );
    for title in [
        "wait in 3 hoops",
        "call mom in 99999999 days",
        "call mom in 0 days",
        "call mom 3 days ago",
    ] {
        stays(title);
    }
}

#[test]
fn times() {
    for (phrase, expected) in [
        ("5pm", "2026-08-05T17:00"),
        ("at 10 am", "2026-08-05T10:00"),
        ("at 9:30 pm", "2026-08-05T21:30"),
        ("at 9.30pm", "2026-08-05T21:30"),
        ("tomorrow 9 p.m.", "2026-08-06T21:00"),
        ("21:00", "2026-08-05T21:00"),
        ("at 9:00", "2026-08-06T09:00"),
        ("tomorrow at 9", "2026-08-06T09:00"),
        ("tomorrow at nine", "2026-08-06T09:00"),
        ("tomorrow at 3", "2026-08-06T15:00"),
        ("tomorrow at 03", "2026-08-06T03:00"),
        ("at noon", "2026-08-05T12:00"),
        ("at midnight", "2026-08-06T00:00"),
        ("tonight at midnight", "2026-08-06T00:00"),
        ("tonight at 8", "2026-08-05T20:00"),
        ("at 8 in the evening", "2026-08-05T20:00"),
        ("9 in the morning", "2026-08-06T09:00"),
        ("friday 10 o'clock", "2026-08-07T10:00"),
        ("at half past 9", "2026-08-05T09:30"),
        ("tomorrow quarter to 5", "2026-08-06T16:45"),
        ("this evening", "2026-08-05T18:00"),
        ("this morning", "2026-08-05"),
        ("tomorrow morning", "2026-08-06T09:00"),
        ("tomorrow morning at 7", "2026-08-06T07:00"),
        ("tomorrow at 7 in the evening", "2026-08-06T19:00"),
        ("friday afternoon", "2026-08-07T15:00"),
        ("friday night", "2026-08-07T20:00"),
        ("tomorrow first thing", "2026-08-06T09:00"),
        ("tomorrow around 5pm", "2026-08-06T17:00"),
        ("friday EOD", "2026-08-07"),
        ("by end of day friday", "2026-08-07"),
    ] {
        due(WEDNESDAY, phrase, expected);
    }
    for title in [
        "call mom at 25",
        "call mom at 13pm",
        "call mom 25:00",
        "call mom at 9:75",
        "call mom 9 am - 5 pm",
    ] {
        stays(title);
    }
}

#[test]
fn zones() {
    for (phrase, expected) in [
        ("9am Europe/Berlin", "2026-08-06T09:00[Europe/Berlin]"),
        ("at 9:00 UTC", "2026-08-05T09:00[UTC]"),
        ("tomorrow 9am [asia/tokyo]", "2026-08-06T09:00[Asia/Tokyo]"),
        (
            "9am America/New_York on friday",
            "2026-08-07T09:00[America/New_York]",
        ),
        ("monday 9am PST", "2026-08-10T09:00[America/Los_Angeles]"),
        // It is four in the afternoon there.
        ("at 3pm Asia/Tokyo", "2026-08-06T15:00[Asia/Tokyo]"),
    ] {
        due(WEDNESDAY, phrase, expected);
    }
    stays("call mom 5pm Mars/Base");
}

#[test]
fn at_the_edges_of_the_calendar() {
    let year_end = "2026-12-31T23:30[Europe/Berlin]";
    due(year_end, "tomorrow", "2027-01-01");
    due(year_end, "11pm", "2027-01-01T23:00");
    due(year_end, "in 45 minutes", "2027-01-01T00:15");
    due(year_end, "31 dec", "2026-12-31");
    due(year_end, "31 dec 9am", "2027-12-31T09:00");
    due("2027-01-31T10:00[UTC]", "in a month", "2027-02-28");
    due("2028-02-28T10:00[UTC]", "tomorrow", "2028-02-29");
    // The nights on which clocks change: days are civil, hours are real.
    due(
        "2026-03-28T20:00[Europe/Berlin]",
        "tomorrow at 2:30am",
        "2026-03-29T02:30",
    );
    due(
        "2026-03-29T01:30[Europe/Berlin]",
        "in 1 hour",
        "2026-03-29T03:30",
    );
    due(
        "2026-10-25T00:30[Europe/Berlin]",
        "in 3 hours",
        "2026-10-25T02:30",
    );
    due("2026-10-24T20:00[Europe/Berlin]", "in 1 day", "2026-10-25");
    let last = said("call mom tomorrow", "9999-12-30T20:00[UTC]");
    assert_eq!(last.due.unwrap().to_string(), "9999-12-31");
    let beyond = said("call mom in 3 days", "9999-12-30T20:00[UTC]");
    assert_eq!(
        (beyond.title.as_str(), beyond.due),
        ("call mom in 3 days", None)
    );
}
