//! Texts that are nothing but a date, a day, a recurrence or a reminder, by the same grammar as the line.

use jiff::Zoned;
use jiff::civil::Date;

use super::clock::Clear;
use super::count;
use super::cursor::{Cursor, Scene};
use super::day::Day;
use super::every;
use super::token;
use super::when::{self, When};
use crate::due::Due;
use crate::language::{EN, Language};
use crate::recurrence::Recurrence;

/// The language in which people write.
pub(crate) const LANGUAGE: &Language = &EN;

/// No date is longer: what is longer is not read at all.
const LONGEST: usize = 200;

/// Reads all of `text` by one rule; a full stop at its end means nothing.
fn whole<T>(text: &str, now: &Zoned, rule: impl Fn(&mut Cursor<'_>) -> Option<T>) -> Option<T> {
    if text.len() > LONGEST {
        return None;
    }
    let tokens = token::tokens(text, &[]);
    let scene = Scene::new(LANGUAGE, now, &tokens);
    let mut c = scene.at(0);
    let value = rule(&mut c)?;
    c.punctuation('.');
    c.token().is_none().then_some(value)
}

/// Reads when something is due; a time alone is on the day of `current`.
pub(crate) fn due(text: &str, now: &Zoned, current: Option<&Due>) -> Option<Due> {
    whole(text, now, |c| {
        let said = when::when(c)?;
        is_complete(&said).then(|| said.due(c.scene, current))?
    })
}

/// "by 5" is no time, "at 5" is.
fn is_complete(said: &When) -> bool {
    said.day.is_some() || said.clock.is_some_and(|clock| clock.clear >= Clear::Hour)
}

/// Reads a day without a time.
pub(crate) fn day(text: &str, now: &Zoned) -> Option<Date> {
    whole(text, now, |c| {
        let said = when::when(c)?;
        let timed = said.has_time();
        match said.day?.day {
            Day::Exact(_) => None,
            day if !timed => day.from(c.scene.today),
            _ => None,
        }
    })
}

/// Reads a recurrence without a time.
pub(crate) fn recurrence(text: &str, now: &Zoned) -> Option<Recurrence> {
    whole(text, now, |c| {
        let said = every::every(c)?;
        said.is_rule_alone().then_some(said.recurrence)
    })
}

/// Reads how many minutes before the due time somebody is reminded: "1 hour before", "30min", "when
/// due".
pub(crate) fn early(text: &str, now: &Zoned) -> Option<u32> {
    whole(text, now, |c| {
        let language = c.language();
        if c.eat(language.at_due) {
            return Some(0);
        }
        let minutes = c.attempt(count::length).or_else(|| count::early(c))?;
        c.eat(language.early);
        Some(minutes)
    })
}
