//! The examples of RFC 5545 (3.8.5.3, and WKST in 3.3.10) that the subset can say, with the dates
//! that stand there. An `UNTIL` at midnight before an event of nine o'clock is written as the day
//! before, since ours is a day that is itself still in.

use jiff::civil::{Date, date};

use crate::recurrence::Rule;

/// `1997: 9/2-11, 10/1` is 2 to 11 September and 1 October 1997.
fn read(text: &str) -> Vec<Date> {
    let mut dates = Vec::new();
    for year in text.split(';') {
        let (year, months) = year.split_once(':').unwrap();
        for month in months.split(' ').filter(|month| !month.is_empty()) {
            let (month, days) = month.split_once('/').unwrap();
            for days in days.split(',') {
                let (first, last) = days.split_once('-').unwrap_or((days, days));
                for day in first.parse().unwrap()..=last.parse().unwrap() {
                    let year = year.trim().parse().unwrap();
                    dates.push(date(year, month.parse().unwrap(), day));
                }
            }
        }
    }
    dates
}

/// Anchor, rule, dates; endless rules go on.
const EXAMPLES: &[(&str, &str, &str)] = &[
    ("19970902", "FREQ=DAILY;COUNT=10", "1997: 9/2-11"),
    (
        "19970902",
        "FREQ=DAILY;UNTIL=19971223",
        "1997: 9/2-30 10/1-31 11/1-30 12/1-23",
    ),
    (
        "19970902",
        "FREQ=DAILY;INTERVAL=2",
        "1997: 9/2,4,6,8,10,12,14,16,18,20,22,24,26,28,30 10/2,4",
    ),
    (
        "19970902",
        "FREQ=DAILY;INTERVAL=10;COUNT=5",
        "1997: 9/2,12,22 10/2,12",
    ),
    (
        "19980101",
        "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
        "1998: 1/1-31; 1999: 1/1-31; 2000: 1/1-31",
    ),
    (
        "19980101",
        "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
        "1998: 1/1-31; 1999: 1/1-31; 2000: 1/1-31",
    ),
    (
        "19970902",
        "FREQ=WEEKLY;COUNT=10",
        "1997: 9/2,9,16,23,30 10/7,14,21,28 11/4",
    ),
    (
        "19970902",
        "FREQ=WEEKLY;UNTIL=19971223",
        "1997: 9/2,9,16,23,30 10/7,14,21,28 11/4,11,18,25 12/2,9,16,23",
    ),
    (
        "19970902",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        "1997: 9/2,16,30 10/14,28 11/11,25 12/9,23; 1998: 1/6,20 2/3,17",
    ),
    (
        "19970902",
        "FREQ=WEEKLY;UNTIL=19971006;WKST=SU;BYDAY=TU,TH",
        "1997: 9/2,4,9,11,16,18,23,25,30 10/2",
    ),
    (
        "19970902",
        "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
        "1997: 9/2,4,9,11,16,18,23,25,30 10/2",
    ),
    (
        "19970901",
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971223;WKST=SU;BYDAY=MO,WE,FR",
        "1997: 9/1,3,5,15,17,19,29 10/1,3,13,15,17,27,29,31 11/10,12,14,24,26,28 12/8,10,12,22",
    ),
    (
        "19970902",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
        "1997: 9/2,4,16,18,30 10/2,14,16",
    ),
    (
        "19970905",
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
        "1997: 9/5 10/3 11/7 12/5; 1998: 1/2 2/6 3/6 4/3 5/1 6/5",
    ),
    (
        "19970905",
        "FREQ=MONTHLY;UNTIL=19971223;BYDAY=1FR",
        "1997: 9/5 10/3 11/7 12/5",
    ),
    (
        "19970907",
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        "1997: 9/7,28 11/2,30; 1998: 1/4,25 3/1,29 5/3,31",
    ),
    (
        "19970922",
        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
        "1997: 9/22 10/20 11/17 12/22; 1998: 1/19 2/16",
    ),
    (
        "19970928",
        "FREQ=MONTHLY;BYMONTHDAY=-3",
        "1997: 9/28 10/29 11/28 12/29; 1998: 1/29 2/26",
    ),
    (
        "19970902",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
        "1997: 9/2,15 10/2,15 11/2,15 12/2,15; 1998: 1/2,15",
    ),
    (
        "19970930",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        "1997: 9/30 10/1,31 11/1,30 12/1,31; 1998: 1/1,31 2/1",
    ),
    (
        "19970910",
        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
        "1997: 9/10-15; 1999: 3/10-13",
    ),
    (
        "19970902",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        "1997: 9/2,9,16,23,30 11/4,11,18,25; 1998: 1/6,13,20,27 3/3,10,17,24,31",
    ),
    (
        "19970610",
        "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
        "1997: 6/10 7/10; 1998: 6/10 7/10; 1999: 6/10 7/10; 2000: 6/10 7/10; 2001: 6/10 7/10",
    ),
    (
        "19970310",
        "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
        "1997: 3/10; 1999: 1/10 2/10 3/10; 2001: 1/10 2/10 3/10; 2003: 1/10 2/10 3/10",
    ),
    (
        "19970519",
        "FREQ=YEARLY;BYDAY=20MO",
        "1997: 5/19; 1998: 5/18; 1999: 5/17",
    ),
    (
        "19970313",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
        "1997: 3/13,20,27; 1998: 3/5,12,19,26; 1999: 3/4,11,18,25",
    ),
    (
        "19970605",
        "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
        "1997: 6/5,12,19,26 7/3,10,17,24,31 8/7,14,21,28; 1998: 6/4,11,18,25 7/2,9,16,23,30 8/6,13,20,27; 1999: 6/3,10,17,24 7/1,8,15,22,29 8/5,12,19,26",
    ),
    // There the anchor, which does not match, is taken out by an EXDATE.
    (
        "19970902",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "1998: 2/13 3/13 11/13; 1999: 8/13; 2000: 10/13",
    ),
    (
        "19970913",
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        "1997: 9/13 10/11 11/8 12/13; 1998: 1/10 2/7 3/7 4/11 5/9 6/13",
    ),
    (
        "19961105",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "1996: 11/5; 2000: 11/7; 2004: 11/2",
    ),
    (
        "19970904",
        "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
        "1997: 9/4 10/7 11/6",
    ),
    (
        "19970929",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        "1997: 9/29 10/30 11/27 12/30; 1998: 1/29 2/26 3/30",
    ),
    (
        "19970805",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
        "1997: 8/5,10,19,24",
    ),
    (
        "19970805",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
        "1997: 8/5,17,19,31",
    ),
    // The invalid 30 February is passed over.
    (
        "20070115",
        "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
        "2007: 1/15,30 2/15 3/15,30",
    ),
];

#[test]
fn the_examples_of_the_rfc_have_its_dates() {
    for (anchor, text, expected) in EXAMPLES {
        let rule: Rule = text.parse().unwrap();
        let anchor = Date::strptime("%Y%m%d", anchor).unwrap();
        let expected = read(expected);
        let ends = text.contains("COUNT") || text.contains("UNTIL");
        let most = expected.len() + usize::from(ends);
        let dates: Vec<Date> = rule.occurrences(anchor).take(most).collect();
        assert_eq!(dates, expected, "{text}");
    }
}
