//! A rule in plain English. All words for it are in this file; another language is another file.

use jiff::civil::{Date, Weekday};

use super::rule::{ByDay, Ends, Frequency, Rule};
use super::{Basis, Recurrence};

impl Recurrence {
    /// The rule in plain English, such as "every 2 weeks on Friday", "every 3 days after completion" or
    /// "every last weekday of the month, 5 times".
    pub fn describe(&self) -> String {
        let every = match self.rule.frequency {
            Frequency::Daily => daily(&self.rule),
            Frequency::Weekly => weekly(&self.rule),
            Frequency::Monthly => monthly(&self.rule),
            Frequency::Yearly => yearly(&self.rule),
        };
        let after = match self.basis {
            Basis::Due => "",
            Basis::Completion => " after completion",
        };
        let ends = match self.rule.ends {
            Ends::Never => String::new(),
            Ends::Until(day) => format!(", until {}", date(day)),
            Ends::Count(1) => ", 1 time".to_owned(),
            Ends::Count(count) => format!(", {count} times"),
        };
        format!("{every}{after}{ends}")
    }
}

fn daily(rule: &Rule) -> String {
    let every = match (rule.interval, rule.by_day.is_empty()) {
        (1, false) => format!("every {}", list(&weekdays(rule), "and")),
        (_, true) => period(rule.interval, "day"),
        _ => format!(
            "{} if it is a {}",
            period(rule.interval, "day"),
            list(&weekdays(rule), "or")
        ),
    };
    let days = month_days(rule);
    let days = match days.is_empty() {
        true => String::new(),
        false => format!(" on {}", list(&days, "and")),
    };
    format!("{every}{days}{}", in_months(rule))
}

fn weekly(rule: &Rule) -> String {
    let days = weekdays(rule);
    let every = match (rule.interval, days.as_slice()) {
        (_, []) => period(rule.interval, "week"),
        (1, _) if !rule.by_set_pos.is_empty() => {
            format!("every week on {}", list(&chosen(rule, &days), "and"))
        }
        (_, _) if !rule.by_set_pos.is_empty() => {
            let days = list(&chosen(rule, &days), "and");
            format!("{} on {days}", period(rule.interval, "week"))
        }
        (1, days) => format!("every {}", list(days, "and")),
        // The name of a set: "every 2 weeks on every weekday".
        (interval, [set]) if rule.by_day.len() > 1 => {
            format!("{} on every {set}", period(interval, "week"))
        }
        // Not "every 2nd Friday", which is of the month.
        (interval, days) => format!("{} on {}", period(interval, "week"), list(days, "and")),
    };
    format!("{every}{}", in_months(rule))
}

fn monthly(rule: &Rule) -> String {
    let every = match (rule.interval, days_of_month(rule)) {
        (interval, None) => period(interval, "month"),
        (1, Some(days)) => match days.as_slice() {
            [day] if rule.by_month_day.is_empty() => {
                let day = day.strip_prefix("the ").unwrap_or(day);
                let day = day.strip_prefix("every ").unwrap_or(day);
                format!("every {day} of the month")
            }
            days => format!("every month on {}", list(days, "and")),
        },
        (interval, Some(days)) => {
            format!("{} on {}", period(interval, "month"), list(&days, "and"))
        }
    };
    format!("{every}{}", in_months(rule))
}

fn yearly(rule: &Rule) -> String {
    let every = period(rule.interval, "year");
    let Some(days) = days_of_month(rule) else {
        return format!("{every}{}", in_months(rule));
    };
    let plain_day = rule.by_day.is_empty() && rule.by_set_pos.is_empty();
    match (rule.by_month.as_slice(), rule.by_month_day.as_slice()) {
        ([month], [day]) if plain_day && *day > 0 => format!("{every} on {day} {}", name(*month)),
        ([], []) => format!("{every} on {} of the year", list(&days, "and")),
        ([], _) => format!("{every} on {} of the month", list(&days, "and")),
        _ => {
            let months: Vec<_> = rule.by_month.iter().map(|month| name(*month)).collect();
            format!(
                "{every} on {} of {}",
                list(&days, "and"),
                list(&months, "and")
            )
        }
    }
}

/// "every week", "every 2 weeks".
fn period(interval: u16, unit: &str) -> String {
    match interval {
        1 => format!("every {unit}"),
        _ => format!("every {interval} {unit}s"),
    }
}

/// Which days of a month or year, each with its article; `None` where the anchor says it.
fn days_of_month(rule: &Rule) -> Option<Vec<String>> {
    let on_days = month_days(rule);
    let by_day: Vec<String> = match rule.by_day.iter().all(|day| day.nth.is_none()) {
        true if rule.by_set_pos.is_empty() && on_days.is_empty() => weekdays(rule)
            .iter()
            .map(|day| format!("every {day}"))
            .collect(),
        true => weekdays(rule),
        false => rule.by_day.iter().map(counted).collect(),
    };
    let days = match (on_days.is_empty(), by_day.is_empty()) {
        (true, true) if rule.by_set_pos.is_empty() => return None,
        (true, true) => vec!["the day".to_owned()],
        (true, false) => by_day,
        (false, true) => on_days,
        (false, false) => {
            let article = match rule.by_day.iter().any(|day| day.nth.is_some()) {
                true => "",
                false => "a ",
            };
            let days = list(&on_days, "or");
            vec![format!("{days} if it is {article}{}", list(&by_day, "or"))]
        }
    };
    Some(chosen(rule, &days))
}

/// Those of some days that BYSETPOS chooses: "the last weekday", "the 1st Monday or Friday".
fn chosen(rule: &Rule, days: &[String]) -> Vec<String> {
    if rule.by_set_pos.is_empty() {
        return days.to_vec();
    }
    let days: Vec<&str> = days
        .iter()
        .map(|day| day.strip_prefix("the ").unwrap_or(day))
        .collect();
    let positions = rule.by_set_pos.iter();
    positions
        .map(|position| {
            format!(
                "the {} {}",
                ordinal(i64::from(*position)),
                list(&days, "or")
            )
        })
        .collect()
}

/// "the 2nd Friday", or "every Friday".
fn counted(day: &ByDay) -> String {
    match day.nth {
        Some(nth) => format!("the {} {}", ordinal(i64::from(nth)), weekday(day.weekday)),
        None => format!("every {}", weekday(day.weekday)),
    }
}

/// The weekdays of a rule, its ordinals aside, a well-known set of them by its name.
fn weekdays(rule: &Rule) -> Vec<String> {
    let mut days: Vec<i8> = rule
        .by_day
        .iter()
        .map(|day| day.weekday.to_monday_zero_offset())
        .collect();
    days.sort_unstable();
    days.dedup();
    match days.as_slice() {
        [0, 1, 2, 3, 4, 5, 6] => vec!["day".to_owned()],
        [0, 1, 2, 3, 4] => vec!["weekday".to_owned()],
        [5, 6] => vec!["weekend day".to_owned()],
        _ => rule
            .by_day
            .iter()
            .map(|day| weekday(day.weekday).to_owned())
            .collect(),
    }
}

/// "the 1st", "the last day", "the 2nd to last day".
fn month_days(rule: &Rule) -> Vec<String> {
    let days = rule.by_month_day.iter();
    days.map(|day| match *day {
        day if day < 0 => format!("the {} day", ordinal(i64::from(day))),
        day => format!("the {}", ordinal(i64::from(day))),
    })
    .collect()
}

fn in_months(rule: &Rule) -> String {
    if rule.by_month.is_empty() {
        return String::new();
    }
    let months: Vec<_> = rule.by_month.iter().map(|month| name(*month)).collect();
    format!(" in {}", list(&months, "and"))
}

/// "a", "a and b", "a, b and c".
fn list<T: AsRef<str>>(words: &[T], and: &str) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// "1st", "22nd"; from the end "last", "2nd to last".
fn ordinal(n: i64) -> String {
    match n {
        -1 => "last".to_owned(),
        n if n < 0 => format!("{} to last", ordinal(-n)),
        n => {
            let ending = match (n % 10, n % 100) {
                (_, 11..=13) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            format!("{n}{ending}")
        }
    }
}

fn date(day: Date) -> String {
    format!("{} {} {}", day.day(), name(day.month()), day.year())
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// The name of a month, 1 to 12.
fn name(month: i8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}
