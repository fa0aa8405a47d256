//! Reads lines of JSON, `{"text": "…", "now": "2026-08-05T09:00[Europe/Berlin]"}`, and writes what
//! the quick-add grammar makes of each, as lines of JSON.
#![allow(clippy::print_stdout, reason = "a filter")]

use std::error::Error;
use std::io::BufRead;

use calm_orbit_task::quick_add;
use serde::Deserialize;

#[derive(Deserialize)]
struct Line {
    text: String,
    now: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    for line in std::io::stdin().lock().lines() {
        let line: Line = serde_json::from_str(&line?)?;
        let read = quick_add::read(&line.text, &[], &line.now.parse()?);
        println!("{}", serde_json::to_string(&read)?);
    }
    Ok(())
}
