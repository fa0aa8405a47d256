//! What was measured: a table on the terminal, and JSON for the notes.

use serde_json::{Value, json};

use crate::timing::Times;

/// Which number of a line a target is for.
#[derive(Clone, Copy)]
pub(crate) enum Target {
    /// 95 of 100 are below so many milliseconds.
    P95(f64),
    /// All are below so many milliseconds.
    Max(f64),
    /// The number itself is at most so much.
    AtMost(f64),
    /// The number itself is at least so much.
    AtLeast(f64),
}

/// All lines of a run.
#[derive(Default)]
pub(crate) struct Report {
    lines: Vec<Value>,
}

impl Report {
    /// Adds times.
    pub(crate) fn times(
        &mut self,
        tasks: usize,
        name: &str,
        times: &Times,
        target: Option<Target>,
    ) {
        let (median, p95, max) = (times.median(), times.p95(), times.max());
        let target = target.map(|target| match target {
            Target::P95(limit) => (format!("p95 < {limit} ms"), p95 < limit),
            Target::Max(limit) => (format!("max < {limit} ms"), max < limit),
            Target::AtMost(_) | Target::AtLeast(_) => (String::new(), false),
        });
        println!(
            "{tasks:>7} {name:<46} median {median:8.3}  p95 {p95:8.3}  min {:8.3}  max {max:8.3} ms  n={:<5}{}",
            times.min(),
            times.count(),
            told(&target)
        );
        self.lines.push(json!({
            "tasks": tasks, "name": name, "unit": "ms", "n": times.count(),
            "median": median, "p95": p95, "min": times.min(), "max": max,
            "target": target.as_ref().map(|(text, _)| text),
            "met": target.as_ref().map(|(_, met)| met),
        }));
    }

    /// Adds one number.
    pub(crate) fn number(
        &mut self,
        tasks: usize,
        name: &str,
        value: f64,
        unit: &str,
        target: Option<Target>,
    ) {
        let target = target.map(|target| match target {
            Target::AtMost(limit) => (format!("≤ {limit} {unit}"), value <= limit),
            Target::AtLeast(limit) => (format!("≥ {limit} {unit}"), value >= limit),
            Target::P95(_) | Target::Max(_) => (String::new(), false),
        });
        println!("{tasks:>7} {name:<46} {value:15.2} {unit}{}", told(&target));
        self.lines.push(json!({
            "tasks": tasks, "name": name, "unit": unit, "value": value,
            "target": target.as_ref().map(|(text, _)| text),
            "met": target.as_ref().map(|(_, met)| met),
        }));
    }

    /// All of it as JSON, with what it ran on.
    pub(crate) fn json(&self) -> Value {
        json!({ "sqlite": rusqlite::version(), "lines": self.lines })
    }
}

fn told(target: &Option<(String, bool)>) -> String {
    match target {
        Some((text, true)) => format!("  [{text}: met]"),
        Some((text, false)) => format!("  [{text}: MISSED]"),
        None => String::new(),
    }
}
