//! Rules and days at random.

use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;
use proptest::sample::subsequence;

use crate::recurrence::{ByDay, Ends, Frequency, Rule};

/// Any day of the years `from` to `to`.
pub(super) fn days(from: i16, to: i16) -> impl Strategy<Value = Date> {
    (from..=to, 1_i8..=12, 1_i8..=31).prop_map(|(year, month, day)| {
        let first = date(year, month, 1);
        date(year, month, day.min(first.days_in_month()))
    })
}

/// Days anywhere in the calendar, its two ends among them.
pub(super) fn any_days() -> impl Strategy<Value = Date> {
    prop_oneof![
        1 => Just(Date::MAX),
        1 => Just(Date::MIN),
        2 => days(9990, 9999),
        2 => days(-9999, -9990),
        4 => days(-9999, 9999),
    ]
}

fn weekdays() -> impl Strategy<Value = Weekday> {
    (0_i8..7).prop_map(|offset| Weekday::from_monday_zero_offset(offset).unwrap())
}

/// Nothing half of the time.
fn perhaps<T: Clone + std::fmt::Debug>(
    some: impl Strategy<Value = Vec<T>>,
) -> impl Strategy<Value = Vec<T>> {
    (any::<bool>(), some).prop_map(|(take, some)| if take { some } else { Vec::new() })
}

/// Any frequency, any parts that go together, any end.
pub(super) fn rules() -> impl Strategy<Value = Rule> {
    let months = perhaps(subsequence((1_i8..=12).collect::<Vec<_>>(), 1..=4));
    let month_day = prop_oneof![1_i8..=31, -31_i8..=-1];
    let month_days = perhaps(prop::collection::vec(month_day, 1..4));
    let nth = prop_oneof![
        3 => Just(None),
        2 => (1_i8..=5).prop_map(Some),
        2 => (-5_i8..=-1).prop_map(Some),
        1 => (-53_i8..=53).prop_map(Some),
    ];
    let by_days = perhaps(prop::collection::vec((nth, weekdays()), 1..4));
    let position = prop_oneof![4 => 1_i16..=4, 4 => -4_i16..=-1, 1 => -366_i16..=366];
    let positions = perhaps(prop::collection::vec(position, 1..3));
    let ends = prop_oneof![
        Just(Ends::Never),
        days(1990, 2120).prop_map(Ends::Until),
        (1_u32..60).prop_map(Ends::Count),
    ];
    let frequency = prop_oneof![
        Just(Frequency::Daily),
        Just(Frequency::Weekly),
        Just(Frequency::Monthly),
        Just(Frequency::Yearly),
    ];
    let parts = (months, month_days, by_days, positions);
    let interval = prop_oneof![Just(1_u16), 1_u16..=40];
    (frequency, interval, parts, weekdays(), ends).prop_map(
        |(frequency, interval, parts, week_start, ends)| {
            let (by_month, by_month_day, by_day, by_set_pos) = parts;
            let mut rule = Rule::every(interval, frequency);
            let most = match frequency {
                Frequency::Daily | Frequency::Weekly => 0,
                Frequency::Yearly if by_month.is_empty() => 53,
                _ => 5,
            };
            let fitting = |nth: &i8| (1..=most).contains(&nth.unsigned_abs());
            rule.by_day = by_day
                .into_iter()
                .map(|(nth, weekday)| ByDay {
                    nth: nth.filter(fitting),
                    weekday,
                })
                .collect();
            rule.by_month = by_month;
            if frequency != Frequency::Weekly {
                rule.by_month_day = by_month_day;
            }
            let parts = rule.by_month.len() + rule.by_month_day.len() + rule.by_day.len();
            if parts > 0 {
                let not_zero = by_set_pos.into_iter().filter(|position| *position != 0);
                rule.by_set_pos = not_zero.collect();
            }
            rule.week_start = week_start;
            rule.ends = ends;
            rule.checked().unwrap()
        },
    )
}
