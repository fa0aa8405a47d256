//! stub
use jiff::civil::Date;
/// stub
pub struct Next { /// d
pub date: Date, /// d
 pub due: crate::Due }
/// stub
pub fn next_occurrence(r: &super::Recurrence, a: &crate::Due, rows: &[crate::Occurrence]) -> Option<Next> {
 r.rule.first_from(a.day(), a.day()).filter(|d| rows.iter().all(|r| r.date != *d)).map(|date| Next { date, due: a.clone() }) }
impl super::Recurrence { /// d
 pub fn describe(&self) -> String { self.to_string() } }
