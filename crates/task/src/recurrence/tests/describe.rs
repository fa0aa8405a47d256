use proptest::prelude::*;

use super::strategies::rules;
use crate::recurrence::{Basis, Recurrence};

#[test]
fn rules_have_words() {
    for (text, words) in [
        ("FREQ=DAILY", "every day"),
        ("FREQ=DAILY;INTERVAL=3", "every 3 days"),
        (
            "FREQ=DAILY;INTERVAL=3;FROM=COMPLETION",
            "every 3 days after completion",
        ),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        (
            "FREQ=DAILY;INTERVAL=2;BYDAY=SA,SU",
            "every 2 days if it is a weekend day",
        ),
        ("FREQ=DAILY;BYMONTH=7,8", "every day in July and August"),
        (
            "FREQ=DAILY;BYMONTHDAY=1,-1",
            "every day on the 1st and the last day",
        ),
        ("FREQ=WEEKLY", "every week"),
        ("FREQ=WEEKLY;INTERVAL=2", "every 2 weeks"),
        ("FREQ=WEEKLY;BYDAY=FR", "every Friday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "every 2 weeks on Friday"),
        (
            "FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20270131",
            "every Monday, Wednesday and Friday, until 31 January 2027",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
            "every 2 weeks on Monday and Friday",
        ),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        (
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR",
            "every 3 weeks on every weekday",
        ),
        (
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
            "every week on the 1st weekday",
        ),
        (
            "FREQ=WEEKLY;BYDAY=MO;FROM=COMPLETION;COUNT=2",
            "every Monday after completion, 2 times",
        ),
        ("FREQ=MONTHLY", "every month"),
        ("FREQ=MONTHLY;INTERVAL=3;COUNT=1", "every 3 months, 1 time"),
        ("FREQ=MONTHLY;BYMONTHDAY=1", "every month on the 1st"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=15,-2",
            "every month on the 15th and the 2nd to last day",
        ),
        ("FREQ=MONTHLY;BYDAY=2FR", "every 2nd Friday of the month"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "every last Friday of the month"),
        (
            "FREQ=MONTHLY;BYDAY=1MO,-1FR",
            "every month on the 1st Monday and the last Friday",
        ),
        (
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=2FR",
            "every 2 months on the 2nd Friday",
        ),
        ("FREQ=MONTHLY;BYDAY=MO", "every Monday of the month"),
        (
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO",
            "every 2 months on every Monday",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
            "every month on the 13th if it is a Friday",
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=5",
            "every last weekday of the month, 5 times",
        ),
        (
            "FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3",
            "every 3rd Tuesday, Wednesday or Thursday of the month",
        ),
        ("FREQ=YEARLY", "every year"),
        (
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=1",
            "every 2 years in January",
        ),
        (
            "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
            "every year on 25 December",
        ),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
            "every year on the last day of February",
        ),
        (
            "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
            "every year on the 4th Thursday of November",
        ),
        (
            "FREQ=YEARLY;BYDAY=20MO",
            "every year on the 20th Monday of the year",
        ),
        (
            "FREQ=YEARLY;BYMONTHDAY=1",
            "every year on the 1st of the month",
        ),
        (
            "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1",
            "every year on the 1st of March and September",
        ),
    ] {
        assert_eq!(
            text.parse::<Recurrence>().unwrap().describe(),
            words,
            "{text}"
        );
    }
}

proptest! {
    #[test]
    fn every_rule_has_words(rule in rules()) {
        let recurrence = Recurrence { rule, basis: Basis::Due };
        prop_assert!(recurrence.describe().starts_with("every "));
    }
}
