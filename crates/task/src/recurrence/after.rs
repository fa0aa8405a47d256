//! The dates of a rule that goes by completion.

use jiff::civil::Date;

use super::occurrences::Occurrences;
use super::rule::{Ends, Frequency, Rule};

/// The dates of a rule after the day on which the latest occurrence was settled, as one or more
/// series, each in order. `COUNT` is for the caller to see to.
///
/// A monthly or yearly rule that names no day takes that of `day`, and the last day of a month that
/// lacks it: what was done on 31 January is to be done again on 28 February.
pub(super) fn dates_after(rule: &Rule, day: Date) -> Vec<Occurrences> {
    let mut rule = rule.clone();
    if matches!(rule.ends, Ends::Count(_)) {
        rule.ends = Ends::Never;
    }
    let Ok(from) = day.tomorrow() else {
        return Vec::new();
    };
    let names_a_day = !(rule.by_day.is_empty() && rule.by_month_day.is_empty());
    if day.day() <= 28 || names_a_day || !rule.by_set_pos.is_empty() {
        return vec![rule.occurrences_from(day, from)];
    }
    let months: Vec<Vec<i8>> = match rule.frequency {
        Frequency::Daily | Frequency::Weekly => return vec![rule.occurrences_from(day, from)],
        Frequency::Monthly => vec![rule.by_month.clone()],
        Frequency::Yearly if rule.by_month.is_empty() => vec![vec![day.month()]],
        Frequency::Yearly => rule.by_month.iter().map(|month| vec![*month]).collect(),
    };
    // The last of the 28th to that day: in each month of a monthly rule, and in the one month of a
    // yearly rule.
    rule.by_month_day = (28..=day.day()).collect();
    rule.by_set_pos = vec![-1];
    let series = months.into_iter().map(|by_month| {
        let rule = Rule {
            by_month,
            ..rule.clone()
        };
        rule.occurrences_from(day, from)
    });
    series.collect()
}
