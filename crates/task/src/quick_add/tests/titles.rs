//! Titles that look as if there were a date in them, and must stay whole wherever they stand.

use super::*;

/// What people reported to other programs, and what ours kept from its beginning.
pub(super) const TITLES: &[&str] = &[
    "Read The 5th Wave",
    "The 9/11 Report",
    "fix monitor stand",
    "order wedding cake",
    "buy almonds",
    "take photo of saturn",
    "fix sunglasses",
    "paprika",
    "Marching band",
    "sat scores",
    "Renovation - 2nd Floor Bath",
    "13th floor - remark",
    "delete mails up to january 30th",
    "Read Tomorrow's paper",
    "Prepare Friday demo",
    "github",
    "renewed",
    "tomorrow",
    "the cat sat",
    "Call Tom",
    "buy milk at the sun",
    // A bound date keeps its tail.
    "Book table for tomorrow at 7pm",
    "Prepare slides for friday 9am",
    "delete mails until next friday",
    "Plan for this friday",
    // Names and short words.
    "Watch the sun sat 9am",
    "Lunch with April 5",
    "Dentist 12/5 friday",
    "Pay 30 feb 9am",
    "Pay 30 feb 9",
    "Pay 30 feb friday",
    "Gym 2nd friday",
    "Gym monday - friday",
    "Gym monday – friday",
    "Gym monday through friday",
    "Gym monday, wednesday, friday",
    "Gym monday friday",
    "Open hours 9am - 5pm",
    "minutes of last friday",
    "Call mom not today",
    "Think about tomorrow",
    "Call mom @ 9am",
    // Names with a date in them, verses and ratios.
    "Read John 3:16",
    "Mix resin 1:10",
    "scale 1:50",
    "Black Friday",
    "Plan Good Friday",
    "Freaky Friday",
    "Watch High Noon tomorrow",
    "Read USA Today",
    "Learn to play Yesterday",
    "Have a look at 3",
    "Take a peek at 3",
    "buy 3 at 2",
    "Watch Live at Five",
    "Reduce dose by 5",
    "Set thermostat at 21",
    "Read Rev 21:04",
    "Read Luke 10:30",
    "Study 1 Cor 10:30",
    "Sermon on Mark 12:30",
    "Compare John 10:10 with Ps 23",
    "Read Midnight Sun",
    "Swim in the morning sun",
    "holiday 3 aug to 10 aug",
    "Read Romans 8:30",
    "Score 10:30",
    "Mix resin 1:15",
    "1:50 scale model",
    "3:10 to Yuma",
    "Pick seats 12/13",
    "Pages 22/11",
    "Read 11/22/63",
    "Run 5k in 30 min",
    // A weekday that a verb is done to.
    "Ask Sunday about lunch",
    "Watch Wednesday on Netflix",
    // Names with a date in them.
    "Today I learned",
    "Tonight show tickets",
    "Listen to In the Morning",
    "nightly build fix",
    "fix nightly build",
    "Lunch at Ruby Tuesdays",
    // Half of it would be wrong.
    "swim every sunday until christmas",
    "swim every day starting soon",
    "swim every sunday in march",
    // Short weekdays.
    "lunch sun",
    "run tue thu",
    "run mon wed fri",
    "mow lawn fri about noonish sat",
    // In that month its first day is past.
    "buy coat in november",
    "In Bruges in May tickets",
    // A date and nothing else is the title.
    "9am tomorrow",
    "tomorrow at 7pm",
    ", tomorrow",
    "\"Foo\" and \"Bar\"",
    "“Foo” and “Bar”",
    "Buy milk, eggs,",
];

#[test]
fn titles_stay_whole() {
    for title in TITLES {
        stays(title);
    }
}

/// Those whose words a sentence around them does not turn into a date.
const ANYWHERE: &[&str] = &[
    "The 5th Wave",
    "The 9/11 Report",
    "fix monitor stand",
    "order wedding cake",
    "buy almonds",
    "take photo of saturn",
    "fix sunglasses",
    "paprika",
    "Marching band",
    "sat scores",
    "Renovation - 2nd Floor Bath",
    "13th floor - remark",
    "Read Tomorrow's paper",
    "Prepare Friday demo",
    "github",
    "renewed",
    "the cat sat",
    "Freaky Friday",
    "High Noon",
    "USA Today",
    "Good Friday",
    "Black Friday",
    "John 3:16",
    "weekly report",
    "The Daily Mail",
    "may meeting",
    "April showers",
    "second opinion",
    "Sunday roast",
    "Sunday Times",
    "Friday the 13th",
    "24/7 shop",
    "sun cream",
    "wedge",
    "mondo",
    "everyday carry",
    "monthly invoice",
    "2nd friday club",
    "half marathon",
    "third party",
    "p5 connector",
    "C# course",
    "a@b.c",
    "https://example.org/a//b",
    "issue #42",
];

#[test]
fn titles_stay_whole_in_every_position() {
    for title in ANYWHERE {
        stays(title);
        stays(&format!("Remember {title}"));
        stays(&format!("{title} again"));
        stays(&format!("Remember {title} again"));
        stays(&format!("Ask Ann, {title}, and Bob"));
    }
}

#[test]
fn titles_stay_whole_beside_a_true_date() {
    for title in ANYWHERE {
        let again = format!("{title} again");
        reads(SATURDAY, &format!("{again} tomorrow"), &again, "2026-11-22");
        reads(SATURDAY, &format!("tomorrow: {title}"), title, "2026-11-22");
        reads(
            SATURDAY,
            &format!("Remember {title} again by 1 dec 9am"),
            &format!("Remember {title} again"),
            "2026-12-01T09:00",
        );
        reads(
            SATURDAY,
            &format!("at 9:30pm remember {again}"),
            &format!("remember {again}"),
            "2026-11-21T21:30",
        );
    }
}

#[test]
fn a_range_up_to_a_date_stays() {
    stays("delete mails up to january 30th");
    stays("now delete mails up to january 30th");
    stays("delete mails up to january 30th from the server");
    reads(
        SATURDAY,
        "tomorrow delete mails up to january 30th",
        "delete mails up to january 30th",
        "2026-11-22",
    );
}
