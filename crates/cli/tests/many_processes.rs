//! Many processes on one profile at once. `script/soak` runs it with the numbers that matter.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

mod stdio;

use std::collections::BTreeSet;
use std::sync::Barrier;
use std::time::{Duration, Instant};

use serde_json::json;
use stdio::Client;

/// A number from the environment, for the soak; else a small one.
fn number(name: &str, small: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(small)
}

#[test]
fn every_write_is_kept_and_seen_by_all() {
    let processes = number("CALM_ORBIT_SOAK_PROCESSES", 6);
    let span = Duration::from_secs(number("CALM_ORBIT_SOAK_SECONDS", 2));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let all_started = Barrier::new(usize::try_from(processes).unwrap());

    let wrote: Vec<(Client, Vec<String>, Duration)> = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..processes)
            .map(|writer| {
                let all_started = &all_started;
                scope.spawn(move || {
                    let mut client = Client::start(path, &format!("writer {writer}"));
                    // The database does not exist yet: they also race to make it.
                    all_started.wait();
                    let begin = Instant::now();
                    let (mut written, mut slowest) = (Vec::new(), Duration::ZERO);
                    while begin.elapsed() < span {
                        let title = format!("writer {writer}, task {}", written.len());
                        let called = Instant::now();
                        let result = client.call("add_task", &json!({"title": title}));
                        slowest = slowest.max(called.elapsed());
                        let id = &result["structuredContent"]["task"]["id"];
                        written.push(id.as_str().unwrap_or_else(|| panic!("{result}")).to_owned());
                    }
                    (client, written, slowest)
                })
            })
            .collect();
        writers
            .into_iter()
            .map(|writer| writer.join().unwrap())
            .collect()
    });

    let counts: Vec<usize> = wrote.iter().map(|(_, written, _)| written.len()).collect();
    let written: BTreeSet<String> = wrote
        .iter()
        .flat_map(|(_, written, _)| written.iter().cloned())
        .collect();
    let total: usize = counts.iter().sum();
    assert_eq!(written.len(), total, "an id was given twice");
    let (fewest, most) = (counts.iter().min().unwrap(), counts.iter().max().unwrap());
    let slowest = wrote.iter().map(|(.., slowest)| *slowest).max().unwrap();
    println!(
        "{processes} processes, {} s: {total} writes, {fewest} to {most} each, the slowest {} ms",
        span.as_secs(),
        slowest.as_millis()
    );
    assert!(*fewest > 0, "a process never got its turn");
    for (mut client, ..) in wrote {
        let seen: BTreeSet<String> = client.open_ids().into_iter().collect();
        assert_eq!(
            seen, written,
            "a process misses writes, or sees what nobody wrote"
        );
        client.close();
    }
}
