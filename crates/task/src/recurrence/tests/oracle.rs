//! Our dates beside those of the `rrule` crate, for rules and anchors at random.

use std::cell::Cell;

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use rrule::RRuleSet;

use super::soak_cases;
use super::strategies::{days, rules};
use crate::recurrence::{Ends, Frequency, Rule};

/// So many dates are compared.
const COMPARED: usize = 40;

/// Where the crate cannot be the judge.
///
/// - It takes BYDAY=MO,1TU for the Mondays that are also the first Tuesday, so none; RFC 5545 has a
///   list of days that are all meant.
/// - It refuses -5MO within a month and -53MO within a year, which RFC 5545 allows.
/// - It refuses BYSETPOS above 31 for a month and 53 for a week, which only choose nothing.
/// - It refuses an UNTIL before the anchor, which leaves no dates.
fn beyond_the_oracle(rule: &Rule, anchor: Date) -> bool {
    let plain = rule.by_day.iter().any(|day| day.nth.is_none());
    let counted = rule.by_day.iter().any(|day| day.nth.is_some());
    let least = match rule.frequency {
        Frequency::Monthly => -4,
        _ => -52,
    };
    let last = match rule.frequency {
        Frequency::Weekly => 53,
        Frequency::Monthly => 31,
        Frequency::Daily | Frequency::Yearly => 366,
    };
    let mut ordinals = rule.by_day.iter().filter_map(|day| day.nth);
    let mut positions = rule.by_set_pos.iter();
    (plain && counted)
        || ordinals.any(|nth| nth < least)
        || positions.any(|position| position.unsigned_abs() > last)
        || matches!(rule.ends, Ends::Until(day) if day < anchor)
}

/// The first day of the anchor's week.
fn week_start(rule: &Rule, anchor: Date) -> Date {
    let into = anchor.weekday().since(rule.week_start);
    anchor.checked_sub(Span::new().days(into)).unwrap()
}

/// The first dates that the crate gives, and whether it gave up looking for more.
fn theirs(rule: &Rule, anchor: Date, most: usize) -> (Vec<Date>, bool) {
    // It wants an UNTIL of the anchor's kind, a time.
    let until = match rule.ends {
        Ends::Until(_) => "T000000Z",
        _ => "",
    };
    let start = anchor.strftime("%Y%m%dT000000Z");
    let set: RRuleSet = format!("DTSTART:{start}\nRRULE:{rule}{until}")
        .parse()
        .unwrap_or_else(|error| panic!("{rule} from {anchor}: {error}"));
    let answer = set.all(u16::try_from(most).unwrap());
    let dates = answer.dates.iter();
    let dates: Vec<Date> = dates
        .map(|time| time.format("%Y-%m-%d").to_string().parse().unwrap())
        .collect();
    let gave_up = answer.limited && dates.len() < most;
    (dates, gave_up)
}

/// Whether a rule that has ended would go on soon but for its end, so that the crate sees the end
/// at once and need not look for it for thousands of years.
fn ends_in_sight(rule: &Rule, anchor: Date) -> bool {
    let endless = Rule {
        ends: Ends::Never,
        ..rule.clone()
    };
    match rule.ends {
        Ends::Never => false,
        Ends::Count(_) => true,
        Ends::Until(day) => endless
            .first_from(anchor, day + 1.day())
            .is_some_and(|next| next < day + 40.years()),
    }
}

#[test]
fn our_dates_are_those_of_the_rrule_crate() {
    let (compared, passed_over) = (Cell::new(0_u32), Cell::new(0_u32));
    let cases = soak_cases(300);
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases)
    };
    let result = TestRunner::new(config).run(&(rules(), days(1990, 2090)), |(rule, anchor)| {
        if beyond_the_oracle(&rule, anchor) {
            passed_over.update(|n| n + 1);
            return Ok(());
        }
        // In the anchor's own week the crate's BYSETPOS counts from the anchor, in all later
        // ones from the beginning of the week; within months and years it always counts from
        // their beginning, and so do we for weeks.
        let anchor = if rule.frequency == Frequency::Weekly && !rule.by_set_pos.is_empty() {
            week_start(&rule, anchor)
        } else {
            anchor
        };
        let ours: Vec<Date> = rule.occurrences(anchor).take(COMPARED).collect();
        let more = ours.len() < COMPARED && ends_in_sight(&rule, anchor);
        // For a rule that never has a date the crate searches long: only in a soak.
        let never = ours.is_empty() && cases > 300;
        let most = ours.len() + usize::from(more || never);
        if most == 0 {
            passed_over.update(|n| n + 1);
            return Ok(());
        }
        let (theirs, gave_up) = theirs(&rule, anchor, most);
        let ours = match gave_up {
            true => ours.get(..theirs.len()).unwrap_or(&ours),
            false => &ours,
        };
        compared.update(|n| n + 1);
        prop_assert_eq!(ours, theirs, "{} from {}", rule, anchor);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    let (compared, passed_over) = (compared.get(), passed_over.get());
    println!("{compared} rules compared, {passed_over} passed over");
    assert!(compared > cases / 2, "only {compared} were compared");
}
