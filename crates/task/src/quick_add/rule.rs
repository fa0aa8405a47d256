//! The rules of recurrences: "3 days", "2nd friday", "month on the 1st", "mon, wed and fri".

use jiff::civil::Weekday;

use super::count;
use super::cursor::Cursor;
use super::day::{self, weekday_name};
use crate::language::{Kind, Part, Unit, has, meaning};
use crate::recurrence::{ByDay, Frequency, Rule};

/// What stands after "every": the rule, and the part of the day ("every morning").
pub(super) fn body(c: &mut Cursor<'_>) -> Option<(Rule, Option<Part>)> {
    let language = c.language();
    if let Some(kind) = c.take(language.kinds) {
        return Some((of_kind(kind), None));
    }
    if let Some(part) = c.take(language.parts) {
        return Some((Rule::every(1, Frequency::Daily), Some(part)));
    }
    if let Some(rule) = c
        .attempt(|c| of_month(c, true))
        .or_else(|| c.attempt(of_year))
    {
        return Some((rule, None));
    }
    let interval = c.attempt(interval).unwrap_or(1);
    if let Some(unit) = c.take(language.units) {
        return Some((of_unit(c, interval, unit)?, None));
    }
    if interval == 1
        && let Some(months) = list(c, day::month)
    {
        return Some((on_the_first_of(months), None));
    }
    let days = c.attempt(|c| weekdays(c)).or_else(|| c.attempt(range))?;
    Some((weekly(interval, days), None))
}

/// "october", "april and october": on the first day.
fn on_the_first_of(mut months: Vec<i8>) -> Rule {
    months.sort_unstable();
    months.dedup();
    Rule {
        by_month: months,
        by_month_day: vec![1],
        ..Rule::every(1, Frequency::Yearly)
    }
}

/// "third wednesday of every month", "1st and 15th of each month".
pub(super) fn of_every_month(c: &mut Cursor<'_>) -> Option<Rule> {
    let began = c.at;
    let rule = of_month(c, false)?;
    let words = c.scene.tokens.get(began..c.at)?;
    let every = c.language().every;
    let said = words.iter().any(|token| has(every, &token.lower));
    said.then_some(rule)
}

/// "3", "three", "other", "second", "2nd": every so many.
fn interval(c: &mut Cursor<'_>) -> Option<u16> {
    let language = c.language();
    if c.eat(language.other) {
        return Some(2);
    }
    c.attempt(count::count)
        .or_else(|| {
            u16::try_from(
                c.attempt(day::ordinal)
                    .or_else(|| c.take(language.ordinals))?,
            )
            .ok()
        })
        .filter(is_interval)
}

/// No one plans further ahead.
fn is_interval(count: &u16) -> bool {
    (1..1_000).contains(count)
}

pub(super) fn of_kind(kind: Kind) -> Rule {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    let days = match kind {
        Kind::Workdays => vec![Monday, Tuesday, Wednesday, Thursday, Friday],
        Kind::Weekend => vec![Saturday],
        Kind::WeekendDays => vec![Saturday, Sunday],
    };
    weekly(1, days)
}

pub(super) fn weekly(interval: u16, mut days: Vec<Weekday>) -> Rule {
    days.sort_by_key(|day| day.to_monday_zero_offset());
    days.dedup();
    if interval == 1 && days.len() == 7 {
        return Rule::every(1, Frequency::Daily);
    }
    Rule {
        by_day: days.into_iter().map(|day| by_day(None, day)).collect(),
        ..Rule::every(interval, Frequency::Weekly)
    }
}

fn by_day(nth: Option<i8>, weekday: Weekday) -> ByDay {
    ByDay { nth, weekday }
}

/// Something, and more of it after commas and "and"; at most a dozen.
pub(super) fn list<'a, T>(
    c: &mut Cursor<'a>,
    item: impl Fn(&mut Cursor<'a>) -> Option<T>,
) -> Option<Vec<T>> {
    let language = c.language();
    let mut found = vec![c.attempt(&item)?];
    while found.len() < 12 {
        let more = c.attempt(|c| {
            let comma = c.comma();
            let and = c.eat(language.and);
            if comma || and { item(c) } else { None }
        });
        match more {
            Some(more) => found.push(more),
            None => break,
        }
    }
    Some(found)
}

/// Weekdays, with or without something between them: "mon wed fri".
fn weekdays(c: &mut Cursor<'_>) -> Option<Vec<Weekday>> {
    let mut found = list(c, some_weekday)?;
    while found.len() < 12
        && let Some(more) = c.attempt(|c| list(c, some_weekday))
    {
        found.extend(more);
    }
    Some(found)
}

fn some_weekday(c: &mut Cursor<'_>) -> Option<Weekday> {
    let many = c.language().many_weekdays;
    c.attempt(weekday_name)
        .map(|(day, _)| day)
        .or_else(|| c.step(|word| meaning(many, word)))
}

/// "mon-fri", "monday to friday".
fn range(c: &mut Cursor<'_>) -> Option<Vec<Weekday>> {
    let language = c.language();
    let (first, last) = c
        .attempt(|c| {
            let (first, _) = weekday_name(c)?;
            c.eat(language.to).then_some(())?;
            Some((first, weekday_name(c)?.0))
        })
        .or_else(|| {
            c.step(|word| {
                let (first, last) = word.split_once(['-', '–'])?;
                let day = |name| {
                    meaning(language.weekdays, name)
                        .or_else(|| meaning(language.short_weekdays, name))
                };
                Some((day(first)?, day(last)?))
            })
        })?;
    let days = usize::try_from(last.since(first)).ok()?;
    Some(first.cycle_forward().take(days + 1).collect())
}

fn of_unit(c: &mut Cursor<'_>, interval: u16, unit: Unit) -> Option<Rule> {
    let on = |c: &mut Cursor<'_>| {
        let language = c.language();
        c.eat(language.on);
    };
    Some(match unit {
        Unit::Minute | Unit::Hour => return None,
        Unit::Workday if interval == 1 => of_kind(Kind::Workdays),
        Unit::Workday => return None,
        Unit::Day => Rule::every(interval, Frequency::Daily),
        Unit::Week | Unit::Fortnight => {
            let weeks = if unit == Unit::Week {
                interval
            } else {
                interval.checked_mul(2).filter(is_interval)?
            };
            let days = c.attempt(|c| {
                on(c);
                c.attempt(every_of_a_kind).or_else(|| weekdays(c))
            });
            match days {
                Some(days) => weekly(weeks, days),
                None => Rule::every(weeks, Frequency::Weekly),
            }
        }
        Unit::Month | Unit::Quarter => {
            let months = if unit == Unit::Month {
                interval
            } else {
                interval.checked_mul(3).filter(is_interval)?
            };
            let days = c.attempt(|c| {
                on(c);
                of_month(c, false)
            });
            match days {
                Some(days) => Rule {
                    interval: months,
                    ..days
                },
                None => Rule::every(months, Frequency::Monthly),
            }
        }
        Unit::Year => {
            let day = c.attempt(|c| {
                on(c);
                of_year(c)
            });
            match day {
                Some(day) => Rule { interval, ..day },
                None => Rule::every(interval, Frequency::Yearly),
            }
        }
    })
}

/// "every weekday", "every day": of those weeks.
fn every_of_a_kind(c: &mut Cursor<'_>) -> Option<Vec<Weekday>> {
    let language = c.language();
    c.eat(language.every).then_some(())?;
    if let Some(kind) = c.take(language.kinds) {
        let days = of_kind(kind).by_day;
        return Some(days.into_iter().map(|day| day.weekday).collect());
    }
    let week = Weekday::Monday.cycle_forward().take(7);
    (c.take(language.units)? == Unit::Day).then(|| week.collect())
}

/// "jan 27", "27th of january", "1st of april and october".
fn of_year(c: &mut Cursor<'_>) -> Option<Rule> {
    let day::Day::OfYear(month, day) = day::month_day(c)? else {
        return None;
    };
    let mut months = vec![month];
    while months.len() < 12
        && let Some(more) = c.attempt(another_month)
    {
        months.push(more);
    }
    Some(Rule {
        by_month_day: vec![day],
        ..on_the_first_of(months)
    })
}

/// "… and october", but not "… and october 5".
fn another_month(c: &mut Cursor<'_>) -> Option<i8> {
    let comma = c.comma();
    let and = c.eat(c.language().and);
    (comma || and).then_some(())?;
    let month = day::month(c)?;
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    (!c.word().is_some_and(number)).then_some(month)
}

/// Days of a month: "15th", "1st and 15th", "last day", "last weekday", "2nd friday". Directly
/// after "every" an ordinal in words counts weeks ("every second friday"), but for the first and
/// the last, or where the month is named.
fn of_month(c: &mut Cursor<'_>, after_every: bool) -> Option<Rule> {
    let language = c.language();
    c.eat(language.the);
    let (nth, in_words) = if c.eat(language.last) {
        (-1, false)
    } else if let Some(nth) = c.attempt(day::ordinal) {
        (nth, false)
    } else {
        let nth = c.take(language.ordinals)?;
        (nth, nth > 1)
    };
    let month = |c: &mut Cursor<'_>| {
        c.attempt(|c| {
            c.eat(language.of).then_some(())?;
            c.eat(language.the);
            c.eat(language.every);
            (c.take(language.units)? == Unit::Month).then_some(())
        })
        .is_some()
    };
    let monthly = Rule::every(1, Frequency::Monthly);
    if let Some(Kind::Workdays) = c.take(language.kinds) {
        let months = month(c);
        if in_words && after_every && !months {
            return None;
        }
        return Some(Rule {
            by_day: of_kind(Kind::Workdays).by_day,
            by_set_pos: vec![i16::from(nth)],
            ..monthly
        });
    }
    if let Some((weekday, _)) = c.attempt(weekday_name) {
        let months = month(c);
        // No month has a sixth friday.
        if (in_words && after_every && !months) || nth > 5 {
            return None;
        }
        return Some(Rule {
            by_day: vec![by_day(Some(nth), weekday)],
            ..monthly
        });
    }
    let a_day = c.attempt(|c| (c.take(language.units)? == Unit::Day).then_some(()));
    if nth == -1 || a_day.is_some() {
        a_day?;
        let months = month(c);
        // "every 2nd day" counts days.
        if nth != -1 && after_every && !months {
            return None;
        }
        return Some(Rule {
            by_month_day: vec![nth],
            ..monthly
        });
    }
    if in_words {
        return None;
    }
    let mut days = vec![nth];
    while days.len() < 12 {
        let more = c.attempt(|c| {
            let comma = c.comma();
            let and = c.eat(language.and);
            c.eat(language.the);
            if comma || and { day::ordinal(c) } else { None }
        });
        match more {
            Some(more) => days.push(more),
            None => break,
        }
    }
    // "every 2nd week", "every 27th of january".
    let mut after = *c;
    if !month(c) {
        after.eat(language.of);
        let other = after.word().is_some_and(|word| {
            meaning(language.units, word).is_some() || meaning(language.months, word).is_some()
        });
        if other {
            return None;
        }
    }
    days.sort_unstable();
    days.dedup();
    Some(Rule {
        by_month_day: days,
        ..monthly
    })
}
