//! What holds for every text.

use proptest::prelude::*;

use super::*;
use crate::language::EN;
use crate::quick_add::{TextRange, line, token};

/// Words of the grammar, of titles, and neither.
const WORDS: &[&str] = &[
    "today",
    "tomorrow",
    "Tomorrow",
    "tonight",
    "tom",
    "tmr",
    "yesterday",
    "friday",
    "Friday",
    "fri",
    "sat",
    "tue",
    "Wed",
    "mondays",
    "weekdays",
    "weekends",
    "nightly",
    "october",
    "third",
    "christmas",
    "11",
    "8",
    "8:15",
    "Rev",
    "read",
    "look",
    "with",
    "thing",
    "next",
    "this",
    "last",
    "week",
    "month",
    "weekend",
    "in",
    "3",
    "a",
    "two",
    "days",
    "hours",
    "20min",
    "1h30",
    "for",
    "from",
    "now",
    "every",
    "every!",
    "each",
    "other",
    "second",
    "2nd",
    "15th",
    "the",
    "on",
    "by",
    "at",
    "9",
    "9am",
    "9:30",
    "pm",
    "21:00",
    "noon",
    "midnight",
    "morning",
    "evening",
    "half",
    "past",
    "o'clock",
    "jan",
    "may",
    "june",
    "27",
    "2027",
    "22.11.",
    "22.11.2027",
    "11/22",
    "5/12",
    "2026-12-24",
    "2026-12-24T09:00",
    "[Europe/Berlin]",
    "UTC",
    "Asia/Tokyo",
    "daily",
    "weekly",
    "starting",
    "until",
    "times",
    "5",
    "of",
    "and",
    "or",
    "-",
    ",",
    "#Home",
    "#\"Two words\"",
    "@tag",
    "p1",
    "p4",
    "{",
    "}",
    "{friday}",
    "//",
    "\"",
    "“",
    "”",
    "(",
    ")",
    "!",
    ".",
    "call",
    "mom",
    "about",
    "car",
    "Wave",
    "wedding",
    "monitor",
    "end",
    "mid",
    "eom",
    "quarter",
    "weekday",
    "😀",
    "fête",
    "ß",
    "\u{301}",
    "\u{200d}",
    "٣",
    "İ",
    "\n",
    "\t",
    "'s",
];

/// Moments at the edges of the calendar: a leap day, a year's end, two nights on which clocks
/// change, the last days there are.
pub(super) const MOMENTS: &[&str] = &[
    WEDNESDAY,
    SATURDAY,
    "2028-02-29T12:00[Europe/Berlin]",
    "2026-12-31T23:59:59[Asia/Tokyo]",
    "2026-03-29T01:59[Europe/Berlin]",
    "2026-10-25T02:30[Europe/Berlin]",
    "9999-12-30T20:00[UTC]",
    "-009999-01-03T00:00[UTC]",
];

pub(super) fn sentence() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        12 => proptest::sample::select(WORDS).prop_map(str::to_owned),
        1 => "\\PC{1,6}",
        1 => "[0-9]{1,5}(st|th|am|pm|:00|/[0-9]{1,2}|\\.[0-9]{1,2}\\.?|min|h)?",
    ];
    let space = prop_oneof![9 => Just(" "), 1 => Just("")];
    proptest::collection::vec((word, space), 0..14).prop_map(|words| {
        words
            .into_iter()
            .flat_map(|(word, space)| [word, space.to_owned()])
            .collect()
    })
}

pub(super) fn moment() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(MOMENTS)
}

/// The words of a text, without what stands around them.
fn words(text: &str) -> Vec<&str> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).collect()
}

fn is_subsequence(few: &[&str], many: &[&str]) -> bool {
    let mut many = many.iter();
    few.iter().all(|word| many.any(|other| other == word))
}

/// How often a token may be looked at.
const VISITS: u64 = 400;

/// Everything that holds for every text.
pub(super) fn check(text: &str, now: &str) -> Result<(), TestCaseError> {
    let now = at(now);
    let (found, visits) = line::read(text, &[], &now, &EN);
    let tokens = token::tokens(text, &[]).len() as u64;
    prop_assert!(
        visits <= VISITS * (tokens + 1),
        "{visits} visits, {tokens} tokens"
    );
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut last = 0;
    for span in &found.spans {
        prop_assert!(
            last <= span.start && span.start < span.end,
            "{:?}",
            found.spans
        );
        prop_assert!(span.end as usize <= units.len());
        let piece = units.get(span.start as usize..span.end as usize).unwrap();
        prop_assert!(
            String::from_utf16(piece).is_ok(),
            "a span splits a character"
        );
        last = span.end;
    }
    prop_assert!(
        is_subsequence(&words(&found.title), &words(text)),
        "{}",
        found.title
    );
    prop_assert!(!found.title.is_empty() || text.trim().is_empty());
    if found.spans.is_empty() {
        prop_assert_eq!(found.title.as_str(), text.trim());
        prop_assert!(found.due.is_none() && found.recurrence.is_none());
    }
    // Who refuses everything that is offered gets the text as it was.
    let mut refused: Vec<TextRange> = Vec::new();
    let mut offered = found;
    for _ in 0..=tokens {
        if offered.spans.is_empty() {
            break;
        }
        refused.extend(offered.spans.iter().map(|span| TextRange {
            start: span.start,
            end: span.end,
        }));
        offered = read(text, &refused, &now);
        for span in &offered.spans {
            let free = refused
                .iter()
                .all(|range| range.end <= span.start || span.end <= range.start);
            prop_assert!(free, "{span:?} was refused");
        }
    }
    prop_assert_eq!(offered.title.as_str(), text.trim());
    prop_assert_eq!(offered.spans, []);
    Ok(())
}

proptest! {
    #[test]
    fn holds_for_sentences(text in sentence(), now in moment()) {
        check(&text, now)?;
    }

    #[test]
    fn holds_for_any_text(text in "\\PC{0,40}|[\\s\\S]{0,20}", now in moment()) {
        check(&text, now)?;
    }

    #[test]
    fn any_ranges_can_be_refused(
        text in sentence(),
        ranges in proptest::collection::vec((0_u32..90, 0_u32..90), 0..5),
    ) {
        let refused: Vec<TextRange> = ranges.into_iter().map(|(start, end)| TextRange { start, end }).collect();
        for span in read(&text, &refused, &at(SATURDAY)).spans {
            let touched = refused.iter().any(|range| range.start < range.end && range.start < span.end && span.start < range.end);
            prop_assert!(!touched);
        }
    }
}

#[test]
fn a_title_that_is_left_has_no_date() {
    let titles = [
        "call mom",
        "Read The 5th Wave",
        "Prepare Friday demo",
        "The 9/11 Report",
        "Gym monday - friday class",
    ];
    let phrases = [
        "tomorrow",
        "on friday",
        "at 9am",
        "in 3 days",
        "next week",
        "22 dec",
        "by 1 may 2027 9:30",
        "every friday",
        "daily 7am",
        "every month on the 1st",
        "for 20min tomorrow",
        "tonight #Home",
        "{31 jan} on monday p1",
    ];
    for title in titles {
        for phrase in phrases {
            let read = said(&format!("{title} {phrase}"), SATURDAY);
            assert_eq!(read.title, title, "{phrase}");
            assert!(read.due.is_some(), "{title} {phrase}");
            stays(title);
        }
    }
}

#[test]
fn long_lines_take_time_in_proportion() {
    for word in [
        "every mon and tue and ",
        "tomorrow at 9 ",
        "on the ",
        "5 ",
        "\"a ",
        "\" ",
        "{friday ",
        "#a ",
        "in a ",
        "for 1 hour and ",
        "every day at 9 ",
        "friday, ",
        "next week on ",
        "quarter to ",
        "( ",
        "22 ",
        "“«\" ",
        "every 1st and 2nd and ",
        "every october and may and ",
        "1st of every month ",
        "friday 11 ",
        "1 sept and ",
        "at 2 with ",
        "first thing in the morning ",
    ] {
        let visits = |times: usize| line::read(&word.repeat(times), &[], &at(SATURDAY), &EN).1;
        let (short, long) = (visits(200), visits(2_000));
        assert!(long <= 11 * short, "{word}: {short} and {long}");
        assert!(long <= VISITS * 2_000 * word.len() as u64, "{word}");
    }
}
