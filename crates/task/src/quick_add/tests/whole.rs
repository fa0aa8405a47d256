//! Texts that are nothing but a day or a recurrence.

use proptest::prelude::*;
use proptest::sample::select;

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

const WEEKDAYS: &[&str] = &[
    "mon", "tuesday", "wed", "thurs", "fri", "saturday", "sundays",
];
const MONTHS: &[&str] = &["january", "feb", "may", "june", "sept", "december"];

/// Weekdays, one and more.
fn weekdays_in_words() -> impl Strategy<Value = String> {
    let days = proptest::collection::vec(select(WEEKDAYS), 1..8);
    prop_oneof![
        4 => (days, select(vec![" ", ", ", " and ", " & "])).prop_map(|(days, between)| days.join(between)),
        1 => select(vec!["mon-fri", "friday to monday", "tue-mon"]).prop_map(str::to_owned),
    ]
}

/// Days of a month: "1st and 15th", "last day", "2nd friday".
fn days_in_words() -> impl Strategy<Value = String> {
    let nth = "(1st|2nd|3rd|4th|5th|first|second|fifth|last)";
    let days = "(1st|2nd|13th|15th|29th|31st)";
    prop_oneof![
        proptest::string::string_regex(days).unwrap(),
        proptest::string::string_regex(&format!("{days} and the {days}")).unwrap(),
        proptest::string::string_regex(&format!("{days}, {days} and {days}")).unwrap(),
        proptest::string::string_regex(&format!("{nth} (monday|friday|sun|weekday|day)")).unwrap(),
    ]
}

/// What the grammar reads as a recurrence, and a little more.
fn recurrence_in_words() -> impl Strategy<Value = String> {
    let interval = select(vec![
        "",
        "2 ",
        "3 ",
        "12 ",
        "999 ",
        "other ",
        "second ",
        "3rd ",
        "a couple of ",
        "five ",
    ]);
    let units = select(vec![
        "day",
        "weeks",
        "week",
        "fortnight",
        "months",
        "quarter",
        "year",
        "years",
        "weekday",
    ]);
    let kinds = select(vec!["workday", "weekend", "weekend day", "mondays"]);
    let year_day = (select(MONTHS), 1..31).prop_map(|(month, day)| format!("{day} {month}"));
    let on = prop_oneof![
        3 => Just(String::new()),
        3 => weekdays_in_words().prop_map(|days| format!(" on {days}")),
        3 => days_in_words().prop_map(|days| format!(" on the {days}")),
        1 => Just(" on every weekday".to_owned()),
        1 => year_day.clone().prop_map(|day| format!(" on {day}")),
    ];
    let rule = prop_oneof![
        4 => (interval.clone(), units, on).prop_map(|(many, unit, on)| format!("{many}{unit}{on}")),
        2 => (interval, weekdays_in_words()).prop_map(|(many, days)| format!("{many}{days}")),
        2 => (days_in_words(), select(vec!["", " of the month"])).prop_map(|(days, of)| days + of),
        1 => kinds.prop_map(str::to_owned),
        1 => year_day,
        1 => proptest::collection::vec(select(MONTHS), 1..4).prop_map(|months| months.join(" and ")),
    ];
    let every = (select(vec!["every ", "every! ", "each "]), rule)
        .prop_map(|(every, rule)| format!("{every}{rule}"));
    let begin = prop_oneof![
        8 => every,
        1 => days_in_words().prop_map(|days| format!("{days} of every month")),
        1 => select(vec!["daily", "biweekly", "quarterly", "annually", "weekends", "mondays and fridays"])
            .prop_map(str::to_owned),
    ];
    let end = prop_oneof![
        3 => Just(String::new()),
        1 => (1..10_000).prop_map(|count| format!(", {count} times")),
        1 => (1..40).prop_map(|count| format!(" for {count} weeks")),
        1 => (select(MONTHS), 1..29, 2026..2200)
            .prop_map(|(month, day, year)| format!(" until {day} {month} {year}")),
        1 => Just(" after completion".to_owned()),
    ];
    (begin, end).prop_map(|(begin, end)| begin + &end)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_rule_of_the_grammar_is_read_from_its_name(text in recurrence_in_words()) {
        if let Ok(rule) = parse_recurrence(&text, &at(WEDNESDAY)) {
            let called = rule.describe();
            let read = parse_recurrence(&called, &at(WEDNESDAY)).ok();
            prop_assert_eq!(read, Some(rule), "{} is called {}", text, called);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn most_of_these_are_rules(texts in proptest::collection::vec(recurrence_in_words(), 100)) {
        let read = texts.iter().filter(|text| parse_recurrence(text, &at(WEDNESDAY)).is_ok());
        prop_assert!(read.count() > 30);
    }
}
