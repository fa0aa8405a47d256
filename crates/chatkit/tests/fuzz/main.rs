//! Nonsense and sense from several clients who come and go, to stores that fail and responders
//! that say anything in any order: each request is refused with a message or answered with what
//! reads, nothing hangs, and afterwards all threads are whole and take messages again.
//!
//! `CALM_ORBIT_SOAK_REQUESTS` says how many requests there are at least (script/soak),
//! `CALM_ORBIT_SOAK_SEED` where they begin. Tasks run on one thread, with a clock that stands still
//! until nobody has anything to do, so that a seed gives the same again and who hangs is found at
//! once.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests fail by panicking, their helpers too"
)]

mod book;
mod client;
#[path = "../common/mod.rs"]
mod common;
mod plan;
mod responder;
#[path = "../judge/specimens.rs"]
mod specimens;
mod spoil;
mod store;
mod tally;
#[path = "../judge/widgets.rs"]
#[allow(dead_code, reason = "the judge uses the rest")]
mod widgets;
mod world;

use std::hash::{BuildHasher, RandomState};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use plan::Case;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};
use tally::Tally;

/// No case takes so long that doesn't hang.
const LIMIT: Duration = Duration::from_secs(60);
const BATCH: u32 = 50;

/// What panicked that was not asked to.
static PANICS: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Keeps the panics that the plan asks for quiet, counts them, and remembers all others: those
/// in tasks would go unseen.
fn watch_panics(tally: &Arc<Tally>) {
    let tally = Arc::clone(tally);
    std::panic::set_hook(Box::new(move |panic| {
        if panic.payload_as_str() == Some(responder::ASKED) {
            Tally::add(&tally.panics, 1);
        } else {
            PANICS.lock().unwrap().push(panic.to_string());
        }
    }));
}

/// Plays a case in a thread of its own, which is left behind if it hangs.
fn check(case: Case, tally: &Arc<Tally>) -> Result<(), TestCaseError> {
    PANICS.lock().unwrap().clear();
    let (ended, end) = mpsc::channel();
    let tally = Arc::clone(tally);
    thread::spawn(move || {
        let played = catch_unwind(AssertUnwindSafe(|| world::play(&case, &tally)));
        // Nobody listens after the limit.
        let _ = ended.send(played.is_ok());
    });
    let in_time = end.recv_timeout(LIMIT);
    let panics = std::mem::take(&mut *PANICS.lock().unwrap());
    match in_time {
        Ok(true) if panics.is_empty() => Ok(()),
        Ok(_) => Err(TestCaseError::fail(panics.join("\n"))),
        Err(_) => Err(TestCaseError::fail(format!("no end after {LIMIT:?}"))),
    }
}

#[test]
fn nonsense_and_sense_are_answered() {
    let requests = number("CALM_ORBIT_SOAK_REQUESTS");
    let first = number("CALM_ORBIT_SOAK_SEED").unwrap_or_else(|| RandomState::new().hash_one(0));
    let tally = Arc::new(Tally::default());
    watch_panics(&tally);
    let began = Instant::now();
    let least = usize::try_from(requests.unwrap_or(3_000)).unwrap();
    for seed in (first..=u64::MAX).chain(0..first) {
        if Tally::of(&tally.requests) >= least {
            break;
        }
        let mut runner = TestRunner::new(Config {
            cases: BATCH,
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(seed),
            max_shrink_iters: 2_000,
            ..Config::default()
        });
        if let Err(failure) = runner.run(&plan::case(), |case| check(case, &tally)) {
            panic_loudly(&format!("CALM_ORBIT_SOAK_SEED={seed}: {failure}"));
        }
        tally.cases.fetch_add(BATCH as usize, Ordering::Relaxed);
    }
    drop(std::panic::take_hook());
    println!("{tally}, in {} s", began.elapsed().as_secs());
    // Every way to end came up.
    for counter in [
        &tally.documents,
        &tally.events,
        &tally.refusals,
        &tally.failures,
        &tally.given_up,
        &tally.panics,
        &tally.afterwards,
    ] {
        assert!(Tally::of(counter) > 0, "{tally}");
    }
}

fn panic_loudly(message: &str) -> ! {
    drop(std::panic::take_hook());
    panic!("{message}")
}
