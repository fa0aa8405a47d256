//! Adding, beside SQLite alone: in turns, in one run.

use std::path::Path;
use std::time::Instant;

use calm_orbit_store::Store;
use jiff::Zoned;
use task::{Action, Actor, TaskDraft, Tasks};

use crate::bare::{Bare, Witness};
use crate::data::Data;
use crate::profile::{GROUP, drafts, open};
use crate::report::{Report, Target};
use crate::timing::{Times, milliseconds};

/// How many single adds.
const SINGLE: usize = 400;
/// How many groups in bulk.
const GROUPS: usize = 12;

/// A profile and a copy of its database.
struct Beside {
    store: Store,
    witness: Witness,
    bare: Bare,
    data: Data,
    ours: Times,
    theirs: Times,
}

impl Beside {
    /// Nobody may have the profile open, so that all of it is in its file.
    async fn new(folder: &Path, seed: u64) -> Self {
        let copy = folder.join("bare.db");
        std::fs::copy(folder.join("calm-orbit.db"), &copy).unwrap();
        Self {
            store: open(folder).await,
            witness: Witness::new(folder),
            bare: Bare::open(&copy),
            data: Data::new(seed),
            ours: Times::default(),
            theirs: Times::default(),
        }
    }

    /// Adds so many at once here, and writes the same rows there.
    async fn add(&mut self, count: usize) {
        let now = Zoned::now();
        let tasks = drafts(&mut self.data, &now, &now, count);
        let only: Vec<TaskDraft> = tasks.iter().map(|(_, draft)| draft.clone()).collect();
        let caller = self.store.caller(Actor::Person);
        let action = Action::AddTasks { tasks };
        let added = self.ours.of(caller.apply(action)).await.unwrap();
        assert_eq!(added.tasks.len(), count);
        let written = self.witness.written(&only);
        let begin = Instant::now();
        self.bare.write(&written);
        self.theirs.add(begin.elapsed());
    }

    async fn measure(&mut self, rounds: usize, count: usize) {
        // The first ones compile the statements of both.
        for _ in 0..rounds.min(20) {
            self.add(count).await;
        }
        self.ours = Times::default();
        self.theirs = Times::default();
        for _ in 0..rounds {
            self.add(count).await;
        }
        self.bare.equals(&self.witness);
    }

    async fn end(self, folder: &Path) {
        self.store.close().await;
        drop(self.bare);
        for file in ["bare.db", "bare.db-wal", "bare.db-shm"] {
            drop(std::fs::remove_file(folder.join(file)));
        }
    }
}

/// One task at a time.
pub(crate) async fn single(folder: &Path, tasks: usize, report: &mut Report) {
    let mut beside = Beside::new(folder, 11).await;
    beside.measure(SINGLE, 1).await;
    let (ours, theirs) = (&beside.ours, &beside.theirs);
    report.times(
        tasks,
        "add one task, durable",
        ours,
        Some(Target::P95(10.0)),
    );
    report.times(tasks, "the same rows by SQLite alone", theirs, None);
    let ratio = ours.median() / theirs.median();
    let target = Some(Target::AtMost(1.5));
    report.number(tasks, "add, to SQLite alone (medians)", ratio, "×", target);
    beside.end(folder).await;
}

/// Groups of tasks.
pub(crate) async fn bulk(folder: &Path, tasks: usize, report: &mut Report) {
    for size in [100, 250, 1_000] {
        let store = open(folder).await;
        let caller = store.caller(Actor::Person);
        let mut data = Data::new(12 + size as u64);
        let mut times = Times::default();
        for _ in 0..GROUPS / 2 {
            let now = Zoned::now();
            let tasks = drafts(&mut data, &now, &now, size);
            times
                .of(caller.apply(Action::AddTasks { tasks }))
                .await
                .unwrap();
        }
        store.close().await;
        report.times(tasks, &format!("add {size} at once"), &times, None);
    }
    let mut beside = Beside::new(folder, 13).await;
    beside.measure(GROUPS, GROUP).await;
    let (ours, theirs) = (&beside.ours, &beside.theirs);
    // Nobody else writes, so that the lock is held for no longer than the call takes.
    report.times(tasks, "add 500 at once", ours, Some(Target::Max(100.0)));
    report.times(
        tasks,
        "the same rows by SQLite alone, 500 at once",
        theirs,
        None,
    );
    let rate = |times: &Times| (times.count() * GROUP) as f64 * 1_000.0 / milliseconds(times.sum());
    report.number(tasks, "bulk adding", rate(ours), "tasks/s", None);
    let part = rate(ours) / rate(theirs);
    let target = Some(Target::AtLeast(0.5));
    report.number(
        tasks,
        "bulk adding, to SQLite alone (rates)",
        part,
        "×",
        target,
    );
    beside.end(folder).await;
}
