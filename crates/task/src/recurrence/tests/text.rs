use proptest::prelude::*;

use super::strategies::rules;
use crate::recurrence::{Basis, Recurrence, Rule};

fn canonical(text: &str) -> String {
    text.parse::<Rule>().unwrap().to_string()
}

#[test]
fn canonical_texts_survive() {
    for text in [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=SU",
        "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
        "FREQ=MONTHLY;BYDAY=1MO,-1FR;UNTIL=20270131",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=5",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=DAILY;UNTIL=00000101",
    ] {
        assert_eq!(canonical(text), text);
    }
}

#[test]
fn a_rule_has_one_text_however_it_was_written() {
    for (text, expected) in [
        (
            "RRULE:BYDAY=FR,MO,FR;FREQ=WEEKLY",
            "FREQ=WEEKLY;BYDAY=MO,FR",
        ),
        (" rrule:freq=daily;interval=1;wkst=mo ", "FREQ=DAILY"),
        (
            "FREQ=DAILY;UNTIL=20270131T235959Z",
            "FREQ=DAILY;UNTIL=20270131",
        ),
        (
            "FREQ=DAILY;UNTIL=20270131T235959",
            "FREQ=DAILY;UNTIL=20270131",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-1,+15,1,15",
            "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
        ),
        (
            "FREQ=MONTHLY;BYDAY=-1FR,+2MO,TU,MO;BYSETPOS=-1,2,1",
            "FREQ=MONTHLY;BYDAY=MO,TU,2MO,-1FR;BYSETPOS=1,2,-1",
        ),
        (
            "COUNT=3;FREQ=YEARLY;BYMONTH=12,1",
            "FREQ=YEARLY;BYMONTH=1,12;COUNT=3",
        ),
    ] {
        assert_eq!(canonical(text), expected);
    }
}

#[test]
fn what_is_not_understood_is_refused_with_its_name() {
    for (text, word) in [
        ("", "“” is not a part"),
        ("every monday", "EVERY MONDAY"),
        ("INTERVAL=2", "needs FREQ"),
        ("FREQ=HOURLY", "FREQ takes DAILY"),
        ("FREQ=", "FREQ takes DAILY"),
        ("FREQ=DAILY;", "“” is not a part"),
        ("FREQ=DAILY;FREQ=DAILY", "FREQ stands twice"),
        ("FREQ=DAILY;BYHOUR=9", "BYHOUR is not understood"),
        ("FREQ=YEARLY;BYYEARDAY=100", "BYYEARDAY is not understood"),
        ("FREQ=YEARLY;BYWEEKNO=20", "BYWEEKNO is not understood"),
        ("FREQ=DAILY;X-MOOD=1", "X-MOOD is not understood"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL begins at 1"),
        ("FREQ=DAILY;INTERVAL=-2", "INTERVAL takes"),
        ("FREQ=DAILY;INTERVAL=70000", "INTERVAL takes"),
        ("FREQ=DAILY;INTERVAL=+2", "INTERVAL takes"),
        ("FREQ=DAILY;COUNT=0", "COUNT begins at 1"),
        ("FREQ=DAILY;COUNT=5000000000", "COUNT takes"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20270131", "don't go together"),
        ("FREQ=DAILY;UNTIL=20270230", "UNTIL takes"),
        ("FREQ=DAILY;UNTIL=2027-01-31", "UNTIL takes"),
        ("FREQ=DAILY;UNTIL=20270131Z", "UNTIL takes"),
        ("FREQ=DAILY;UNTIL=20270131T", "UNTIL takes"),
        ("FREQ=DAILY;UNTIL=ééééT000000", "UNTIL takes"),
        ("FREQ=MONTHLY;BYMONTH=13", "BYMONTH takes"),
        ("FREQ=MONTHLY;BYMONTH=0", "BYMONTH takes"),
        ("FREQ=MONTHLY;BYMONTH=-1", "BYMONTH takes"),
        ("FREQ=MONTHLY;BYMONTH=1,,2", "BYMONTH takes"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY takes"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY takes"),
        ("FREQ=MONTHLY;BYMONTHDAY=-32", "BYMONTHDAY takes"),
        ("FREQ=MONTHLY;BYMONTHDAY=-128", "BYMONTHDAY takes"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "does not go with FREQ=WEEKLY"),
        ("FREQ=WEEKLY;BYDAY=1MO", "BYDAY with a number"),
        ("FREQ=DAILY;BYDAY=-1MO", "BYDAY with a number"),
        ("FREQ=MONTHLY;BYDAY=6MO", "of a month from 1 to 5"),
        ("FREQ=MONTHLY;BYDAY=0MO", "of a month from 1 to 5"),
        ("FREQ=YEARLY;BYDAY=54MO", "of a year from 1 to 53"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=6MO", "of a month from 1 to 5"),
        ("FREQ=WEEKLY;BYDAY=XX", "BYDAY takes"),
        ("FREQ=WEEKLY;BYDAY=M", "BYDAY takes"),
        ("FREQ=WEEKLY;BYDAY=é", "BYDAY takes"),
        ("FREQ=WEEKLY;WKST=1MO", "WKST takes"),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS chooses"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", "BYSETPOS takes"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367", "BYSETPOS takes"),
    ] {
        let error = text.parse::<Rule>().unwrap_err().to_string();
        assert!(error.contains(word), "{text}: {error}");
    }
}

#[test]
fn from_completion_is_a_part_of_its_own() {
    let recurrence: Recurrence = "freq=daily;interval=3;from=completion".parse().unwrap();
    assert_eq!(recurrence.basis, Basis::Completion);
    assert_eq!(
        recurrence.to_string(),
        "FREQ=DAILY;INTERVAL=3;FROM=COMPLETION"
    );
    let elsewhere: Recurrence = "RRULE:FROM=COMPLETION;FREQ=DAILY;INTERVAL=3"
        .parse()
        .unwrap();
    assert_eq!(elsewhere, recurrence);
    for wrong in [
        "FREQ=DAILY;FROM=DUE",
        "FREQ=DAILY;FROM=COMPLETION;FROM=COMPLETION",
        "FROM=COMPLETION",
    ] {
        assert!(wrong.parse::<Recurrence>().is_err(), "{wrong} was taken");
    }
}

proptest! {
    #[test]
    fn any_rule_survives(rule in rules()) {
        let text = rule.to_string();
        prop_assert_eq!(text.parse::<Rule>().unwrap(), rule);
    }

    #[test]
    fn no_text_panics(text in ".{0,60}") {
        let _ = text.parse::<Recurrence>();
    }

    #[test]
    fn no_text_like_a_rule_panics_and_what_is_read_survives(
        parts in prop::collection::vec(
            ("(FREQ|INTERVAL|BYMONTH|BYMONTHDAY|BYDAY|BYSETPOS|WKST|UNTIL|COUNT|FROM|BYHOUR)",
             "(DAILY|WEEKLY|MONTHLY|YEARLY|[+-]?[0-9]{1,3}(,[+-]?[0-9]{1,3}){0,2}|[+-]?[0-9]{0,2}(MO|TU|SU)|2027[0-9]{4}(T[0-9]{6}Z?)?|COMPLETION)"),
            0..4,
        ),
        frequency in "(DAILY|WEEKLY|MONTHLY|YEARLY)",
    ) {
        let mut text = format!("FREQ={frequency}");
        for (name, value) in parts { text.push_str(&format!(";{name}={value}")); }
        if let Ok(recurrence) = text.parse::<Recurrence>() {
            let written = recurrence.to_string();
            let again: Recurrence = written.parse().unwrap();
            prop_assert_eq!(again.to_string(), written);
            prop_assert_eq!(again, recurrence);
        }
    }
}
