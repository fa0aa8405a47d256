//! The engine's benchmarks, of this machine's file system and SQLite: `script/bench` runs them for
//! docs/performance.md. All times are of whole calls of [`task::Tasks`], through Tokio and back, on
//! a file that the system has in its cache.
//!
//! ```text
//! engine [--sizes 1000,10000,100000] [--json FILE]
//! engine --fill N FOLDER
//! engine --fill-chats THREADS ITEMS FOLDER
//! ```
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark that can't go on stops"
)]

mod adds;
mod bare;
mod chats;
mod data;
mod profile;
mod random;
mod reads;
mod report;
mod timing;
mod writes;

use std::path::Path;

use report::Report;

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut sizes = "1000,10000,100000".to_owned();
    let mut json = None;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--fill" => {
                let count = arguments.next().unwrap().parse().unwrap();
                let folder = arguments.next().unwrap();
                profile::fill(Path::new(&folder), count).await;
                return;
            }
            "--fill-chats" => {
                let mut number = || arguments.next().unwrap().parse().unwrap();
                let (threads, items) = (number(), number());
                let folder = arguments.next().unwrap();
                chats::fill(Path::new(&folder), threads, items).await;
                return;
            }
            "--sizes" => sizes = arguments.next().unwrap(),
            "--json" => json = arguments.next(),
            // What Cargo adds.
            "--bench" => {}
            other => panic!("{other} is not an argument of this benchmark"),
        }
    }
    let mut report = Report::default();
    for size in sizes.split(',') {
        let tasks: usize = size.parse().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let adding = profile::fill(folder, tasks).await;
        let rate = tasks as f64 / adding.as_secs_f64();
        report.number(tasks, "filling a new profile", rate, "tasks/s", None);
        let size = std::fs::metadata(folder.join("calm-orbit.db"))
            .unwrap()
            .len();
        report.number(tasks, "size of the database", size as f64 / 1e6, "MB", None);
        reads::measure(folder, tasks, &mut report).await;
        writes::measure(folder, tasks, &mut report).await;
        adds::single(folder, tasks, &mut report).await;
        adds::bulk(folder, tasks, &mut report).await;
    }
    if let Some(file) = json {
        std::fs::write(file, report.json().to_string()).unwrap();
    }
}
