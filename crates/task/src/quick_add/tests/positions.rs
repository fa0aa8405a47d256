//! Where dates are recognised in a sentence, and where they are words of it.

use super::*;

#[test]
fn a_date_at_the_end_is_the_due_date() {
    for (text, title, due) in [
        ("buy groceries tomorrow", "buy groceries", "2026-11-22"),
        (
            "call the dentist on friday at 9am",
            "call the dentist",
            "2026-11-27T09:00",
        ),
        ("Pay rent by 1 december", "Pay rent", "2026-12-01"),
        ("Renew passport in 3 weeks", "Renew passport", "2026-12-12"),
        ("Call Tom tomorrow", "Call Tom", "2026-11-22"),
        ("Call Tom on friday 9am", "Call Tom", "2026-11-27T09:00"),
        ("Call June tomorrow", "Call June", "2026-11-22"),
        ("Gym on fri 9am", "Gym", "2026-11-27T09:00"),
        ("Gym next sat", "Gym", "2026-11-28"),
        ("Fly to the USA on friday", "Fly to the USA", "2026-11-27"),
        ("Finish this by friday", "Finish this", "2026-11-27"),
        ("Finish report by 5pm", "Finish report", "2026-11-21T17:00"),
        ("Read 1984 tomorrow", "Read 1984", "2026-11-22"),
        ("Log in tomorrow", "Log in", "2026-11-22"),
        (
            "Pack for ski weekend friday",
            "Pack for ski weekend",
            "2026-11-27",
        ),
        ("Standup 09:30", "Standup", "2026-11-21T09:30"),
        ("Dinner 18:30", "Dinner", "2026-11-21T18:30"),
        ("Standup at 9:30", "Standup", "2026-11-21T09:30"),
        ("Standup tomorrow 9:30", "Standup", "2026-11-22T09:30"),
        ("Lunch tomorrow at 1", "Lunch", "2026-11-22T13:00"),
        ("Lunch at noon", "Lunch", "2026-11-21T12:00"),
        ("Call mom tomorrow\t9am", "Call mom", "2026-11-22T09:00"),
        ("Call mom tomorrow\u{a0}9am", "Call mom", "2026-11-22T09:00"),
        ("Buy milk, tomorrow", "Buy milk", "2026-11-22"),
        ("Buy milk; friday, 9am", "Buy milk", "2026-11-27T09:00"),
        ("Buy milk tomorrow.", "Buy milk", "2026-11-22"),
        ("Buy milk tomorrow!", "Buy milk", "2026-11-22"),
        ("Call 2026-12-24T09:00", "Call", "2026-12-24T09:00"),
        (
            "Call 2026-12-24T09:00[Europe/Berlin]",
            "Call",
            "2026-12-24T09:00[Europe/Berlin]",
        ),
        (
            "Renew it by 5 december 2027 at 9:30 am",
            "Renew it",
            "2027-12-05T09:30",
        ),
    ] {
        reads(SATURDAY, text, title, due);
    }
}

#[test]
fn short_words_are_dates_at_the_end() {
    for (text, title, due) in [
        ("dentist tue 3pm", "dentist", "2026-11-24T15:00"),
        ("Gym fri 9am", "Gym", "2026-11-27T09:00"),
        (
            "Gym fri 9am, bring towel",
            "Gym, bring towel",
            "2026-11-27T09:00",
        ),
        ("pick up suit Fri", "pick up suit", "2026-11-27"),
        ("recycling weds", "recycling", "2026-11-25"),
        ("party sat night", "party", "2026-11-28T20:00"),
        ("movie sat at 8pm", "movie", "2026-11-28T20:00"),
        ("lunch sun 1pm", "lunch", "2026-11-22T13:00"),
        ("drinks tonight 8", "drinks", "2026-11-21T20:00"),
        ("brunch sunday 11", "brunch", "2026-11-22T11:00"),
        ("retro fri 3 #Work", "retro", "2026-11-27T15:00"),
        (
            "meeting with Bob at 2",
            "meeting with Bob",
            "2026-11-21T14:00",
        ),
        ("Lunch at 1", "Lunch", "2026-11-21T13:00"),
        ("Lunch at 1 with Bob", "Lunch with Bob", "2026-11-21T13:00"),
        ("call 555123 at 2", "call 555123", "2026-11-21T14:00"),
        ("train 9:40", "train", "2026-11-21T09:40"),
        ("school run 8:15", "school run", "2026-11-22T08:15"),
        ("plants in the morning", "plants", "2026-11-22T09:00"),
        ("jog in the evening", "jog", "2026-11-21T18:00"),
        (
            "call Ann first thing tomorrow",
            "call Ann",
            "2026-11-22T09:00",
        ),
        ("do taxes in april", "do taxes", "2027-04-01"),
        ("do taxes in april 2028", "do taxes", "2028-04-01"),
        ("review 2026-12-01", "review", "2026-12-01"),
        ("send card on 3/9", "send card", "2027-03-09"),
        // The name stays, the time does not.
        (
            "Dinner with Tom at 8pm",
            "Dinner with Tom",
            "2026-11-21T20:00",
        ),
        ("Call Tom 9am", "Call Tom", "2026-11-22T09:00"),
        ("call tom 9am", "call tom", "2026-11-22T09:00"),
        ("Call Tod at 5pm", "Call Tod", "2026-11-21T17:00"),
        ("Tom 9am", "Tom", "2026-11-22T09:00"),
        ("Call Ann 18:30", "Call Ann", "2026-11-21T18:30"),
        ("Read Luke at 10:30", "Read Luke", "2026-11-21T10:30"),
    ] {
        reads(SATURDAY, text, title, due);
    }
    // It may be its own day: the seventh.
    let friday = said("dentist friday 7", WEDNESDAY);
    assert_eq!(friday.title, "dentist friday 7");
}

#[test]
fn a_date_at_the_beginning_is_the_due_date() {
    for (text, title, due) in [
        ("tomorrow call mom", "call mom", "2026-11-22"),
        ("Tomorrow: call mom", "call mom", "2026-11-22"),
        (
            "today, finish the report",
            "finish the report",
            "2026-11-21",
        ),
        ("friday call mom", "call mom", "2026-11-27"),
        ("Friday: demo", "demo", "2026-11-27"),
        ("friday - demo", "demo", "2026-11-27"),
        ("friday 9am demo", "demo", "2026-11-27T09:00"),
        ("on friday demo", "demo", "2026-11-27"),
        ("9am standup", "standup", "2026-11-22T09:00"),
        ("9:30 standup", "standup", "2026-11-21T09:30"),
        ("at 5 call Bob", "call Bob", "2026-11-21T17:00"),
        ("tue: send draft", "send draft", "2026-11-24"),
        ("sat 10am gym", "gym", "2026-11-28T10:00"),
        ("tom 9am call the bank", "call the bank", "2026-11-22T09:00"),
        (
            "in 3 days water the plants",
            "water the plants",
            "2026-11-24",
        ),
        ("22/12 call the dentist", "call the dentist", "2026-12-22"),
        (
            "call Ann 5 times tomorrow",
            "call Ann 5 times",
            "2026-11-22",
        ),
        ("22 dec dentist", "dentist", "2026-12-22"),
        (
            "#Home tomorrow sweep the floor",
            "sweep the floor",
            "2026-11-22",
        ),
    ] {
        reads(SATURDAY, text, title, due);
    }
    for title in [
        "Friday demo",
        "Sunday roast",
        "Monday with friends",
        "Tomorrow Never Dies",
        "15th call",
        "sat scores",
    ] {
        stays(title);
    }
}

#[test]
fn a_date_in_the_middle_needs_a_sign() {
    for (text, title, due) in [
        (
            "call mom tomorrow about the car",
            "call mom about the car",
            "2026-11-22",
        ),
        (
            "call mom tomorrow at 9 about the car",
            "call mom about the car",
            "2026-11-22T09:00",
        ),
        (
            "call mom on friday about the car",
            "call mom about the car",
            "2026-11-27",
        ),
        (
            "meeting friday 9am room 4",
            "meeting room 4",
            "2026-11-27T09:00",
        ),
        (
            "submit by friday the report",
            "submit the report",
            "2026-11-27",
        ),
        (
            "submit by friday expense report",
            "submit expense report",
            "2026-11-27",
        ),
        (
            "call mom tomorrow, ask for the key",
            "call mom, ask for the key",
            "2026-11-22",
        ),
        (
            "call mom tomorrow. Ask for the key",
            "call mom. Ask for the key",
            "2026-11-22",
        ),
        (
            "call mom tomorrow (about the car)",
            "call mom (about the car)",
            "2026-11-22",
        ),
        (
            "dentist 22 dec with the x-ray",
            "dentist with the x-ray",
            "2026-12-22",
        ),
        ("Join at 9am standup", "Join standup", "2026-11-22T09:00"),
        (
            "call mom tomorrow #Home about the car",
            "call mom about the car",
            "2026-11-22",
        ),
        ("gym tomorrow 6-7pm", "gym 6-7pm", "2026-11-22"),
        (
            "call tomorrow between 9 and 10",
            "call between 9 and 10",
            "2026-11-22",
        ),
        // Only the hour belongs to a house.
        (
            "meet tomorrow at 9 elm street",
            "meet at 9 elm street",
            "2026-11-22",
        ),
        (
            "conference friday from 9am to 5pm",
            "conference from 9am to 5pm",
            "2026-11-27",
        ),
    ] {
        reads(SATURDAY, text, title, due);
    }
    for title in [
        "Prepare Friday demo",
        "Work on Friday demo",
        "Prepare Friday morning demo",
        "Prepare next week presentation",
        "Meet 9am crew",
        "meet on the 5th floor",
        "Lunch on 5th avenue",
        "Prepare May 5 concert",
        "call June",
        "plan may meeting",
        "what today means",
        "Dinner Wed 27 Nov",
        "run tue/thu 6:30am",
        "Read Slaughterhouse-Five by Friday Jones",
        "Draft letter to Mr Friday",
        "Ship in a day or two",
        "Pay Invoice #2026-08",
        "Meet at Noon cafe",
        "Watch The Day After Tomorrow",
        "Read Next Year in Havana",
        "Buy tickets: Sunday in the Park with George",
    ] {
        stays(title);
    }
}

#[test]
fn a_date_that_belongs_to_the_sentence_stays() {
    for title in [
        "Book table for tomorrow at 7pm",
        "delete mails until next friday",
        "Do it today or tomorrow",
        "Do it today and tomorrow",
        "Gym monday, wednesday, friday",
        "Gym monday - friday",
        "Party is on friday",
        "call mom (tomorrow)",
        "Watch \"tomorrow",
        "Alarm 07:30 and 08:00",
        "call friday or saturday",
    ] {
        stays(title);
    }
    // A dash after anything but a date only parts.
    reads(SATURDAY, "Buy milk - tomorrow", "Buy milk", "2026-11-22");
}

#[test]
fn the_last_of_two_counts() {
    reads(
        SATURDAY,
        "Prepare Friday demo tomorrow",
        "Prepare Friday demo",
        "2026-11-22",
    );
    reads(
        SATURDAY,
        "tomorrow plan the trip on friday",
        "tomorrow plan the trip",
        "2026-11-27",
    );
    reads(
        SATURDAY,
        "at 9am call mom tomorrow",
        "call mom",
        "2026-11-22T09:00",
    );
    // But the first of two things to do.
    reads(
        SATURDAY,
        "plant on 1 sept and water on 5 sept",
        "plant and water on 5 sept",
        "2027-09-01",
    );
    let read = said("buy #milk at the #shop", SATURDAY);
    assert_eq!(
        (read.title.as_str(), read.list.as_deref()),
        ("buy #milk at the", Some("shop"))
    );
}

#[test]
fn a_line_of_nothing_else_is_its_title() {
    for title in [
        "tomorrow",
        "9am tomorrow",
        "tomorrow #Home p1",
        ", tomorrow",
        "every day",
        "// x",
    ] {
        stays(title);
    }
}

#[test]
fn how_surely_is_said() {
    use crate::quick_add::Confidence::{Certain, Likely};
    for (text, confidence) in [
        ("call mom tomorrow", Certain),
        ("call mom on friday", Certain),
        ("call mom friday", Likely),
        ("call mom 12/5", Likely),
        ("call mom 12/25", Certain),
        ("call mom 15th", Likely),
        ("call mom every friday", Certain),
        ("call mom weekly", Likely),
    ] {
        let read = said(text, SATURDAY);
        assert_eq!(
            read.spans.first().map(|span| span.confidence),
            Some(confidence),
            "{text}"
        );
    }
}
