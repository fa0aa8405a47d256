//! The same operations as the engine's benchmarks, on TaskChampion with its own SQLite storage:
//! one durable commit for each change, 500 tasks for each commit in bulk. It is used through
//! `TaskData`, as Taskwarrior does: `Task` would read all tasks anew for each change, for the graph of
//! what depends on what.
//!
//! ```text
//! taskchampion-bench [--sizes 1000,10000,100000] [--json FILE]
//! ```

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use taskchampion::chrono::{Duration as Days, Utc};
use taskchampion::storage::AccessMode;
use taskchampion::{Operations, Replica, SqliteStorage, TaskData, Uuid};

const GROUP: usize = 500;
const ROUNDS: usize = 150;
const WORDS: &[&str] = &[
    "call", "buy", "report", "write", "check", "send", "meeting", "review", "plan", "milk",
];

fn set(task: &mut TaskData, operations: &mut Operations, name: &str, value: impl Into<String>) {
    task.update(name, Some(value.into()), operations);
}

fn seconds(days: i64) -> String {
    (Utc::now() + Days::days(days)).timestamp().to_string()
}

/// A task with a title of five words, a list (a project), every second one with a due date and a
/// tag, every third with notes: what the engine's tasks have on the average.
fn add(number: usize, operations: &mut Operations) -> Uuid {
    let id = Uuid::new_v4();
    let mut task = TaskData::create(id, operations);
    let words: Vec<&str> = (0..5)
        .map(|at| WORDS[(number * 7 + at * at) % WORDS.len()])
        .collect();
    let title = format!("{} {number}", words.join(" "));
    set(&mut task, operations, "description", title);
    set(&mut task, operations, "status", "pending");
    set(&mut task, operations, "entry", seconds(0));
    set(&mut task, operations, "modified", seconds(0));
    let project = format!("Project {}", number % 60);
    set(&mut task, operations, "project", project);
    if number.is_multiple_of(2) {
        let due = seconds((number % 240) as i64 - 60);
        set(&mut task, operations, "due", due);
        let tag = format!("tag_topic{}", number % 40);
        set(&mut task, operations, &tag, "");
    }
    if number.is_multiple_of(3) {
        let notes = words.join(" ").repeat(6);
        set(&mut task, operations, "notes", notes);
    }
    id
}

/// Adds up to one line to the table and to the JSON.
fn tell(lines: &mut Vec<Value>, tasks: usize, name: &str, mut times: Vec<Duration>) {
    times.sort();
    let rank = |part: f64| {
        let rank = (part * times.len() as f64).ceil() as usize;
        times[rank.saturating_sub(1)].as_secs_f64() * 1e3
    };
    let (median, p95, min, max) = (rank(0.5), rank(0.95), rank(0.0), rank(1.0));
    let n = times.len();
    println!(
        "{tasks:>7} {name:<46} median {median:8.3}  p95 {p95:8.3}  min {min:8.3}  max {max:8.3} ms  n={n}"
    );
    lines.push(json!({
        "tasks": tasks, "name": name, "unit": "ms", "n": n,
        "median": median, "p95": p95, "min": min, "max": max,
    }));
}

async fn measure(tasks: usize, lines: &mut Vec<Value>) {
    let folder = tempfile::tempdir().unwrap();
    let open = || SqliteStorage::new(folder.path(), AccessMode::ReadWrite, true);
    let mut replica = Replica::new(open().await.unwrap());
    let mut ids = Vec::with_capacity(tasks);
    let mut bulk = Vec::new();
    for first in (0..tasks).step_by(GROUP) {
        let begin = Instant::now();
        let mut operations = Operations::new();
        for number in first..tasks.min(first + GROUP) {
            ids.push(add(number, &mut operations));
        }
        replica.commit_operations(operations).await.unwrap();
        bulk.push(begin.elapsed());
    }
    let all: Duration = bulk.iter().sum();
    let rate = tasks as f64 / all.as_secs_f64();
    println!(
        "{tasks:>7} {:<46} {rate:15.2} tasks/s",
        "filling a new replica"
    );
    lines.push(json!({
        "tasks": tasks, "name": "filling a new replica", "unit": "tasks/s", "value": rate,
    }));
    let last = bulk.split_off(bulk.len().saturating_sub(12));
    tell(lines, tasks, "add 500 at once", last);

    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let begin = Instant::now();
        let mut operations = Operations::new();
        add(tasks + round, &mut operations);
        replica.commit_operations(operations).await.unwrap();
        times.push(begin.elapsed());
    }
    tell(lines, tasks, "add one task", times);
    for (name, complete) in [("edit the title", false), ("complete", true)] {
        let mut times = Vec::new();
        for round in 0..ROUNDS {
            let id = ids[(round * 7919) % ids.len()];
            let begin = Instant::now();
            let mut operations = Operations::new();
            let mut task = replica.get_task_data(id).await.unwrap().unwrap();
            if complete {
                set(&mut task, &mut operations, "status", "completed");
                set(&mut task, &mut operations, "end", seconds(0));
            } else {
                let title = format!("another title {round}");
                set(&mut task, &mut operations, "description", title);
            }
            set(&mut task, &mut operations, "modified", seconds(0));
            replica.commit_operations(operations).await.unwrap();
            times.push(begin.elapsed());
        }
        tell(lines, tasks, name, times);
    }
    let mut times = Vec::new();
    for _ in 0..5 {
        let begin = Instant::now();
        let found = replica.pending_task_data().await.unwrap();
        assert!(!found.is_empty());
        times.push(begin.elapsed());
    }
    tell(lines, tasks, "list all open tasks", times);
    let mut times = Vec::new();
    for _ in 0..5 {
        let begin = Instant::now();
        let mut replica = Replica::new(open().await.unwrap());
        let found = replica.pending_task_data().await.unwrap();
        assert!(!found.is_empty());
        times.push(begin.elapsed());
    }
    tell(lines, tasks, "open, and list all open tasks", times);
}

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut sizes = "1000,10000,100000".to_owned();
    let mut file = None;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--sizes" => sizes = arguments.next().unwrap(),
            "--json" => file = arguments.next(),
            other => panic!("{other} is not an argument of this benchmark"),
        }
    }
    let mut lines = Vec::new();
    for size in sizes.split(',') {
        measure(size.parse().unwrap(), &mut lines).await;
    }
    if let Some(file) = file {
        std::fs::write(file, json!({ "lines": lines }).to_string()).unwrap();
    }
}
