//! The same, for as long as one likes: `CALM_ORBIT_SOAK_CASES` cases, or `CALM_ORBIT_SOAK_SECONDS`
//! seconds (script/soak).

use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::properties::{check, moment, sentence};
use super::titles::TITLES;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Sentences of grammar words, with titles among them.
fn line() -> impl Strategy<Value = String> {
    let title = proptest::sample::select(TITLES).prop_map(str::to_owned);
    let any = prop_oneof![4 => sentence(), 2 => title, 1 => "\\PC{0,20}", 1 => "[ -~\u{e4}\u{1f600}\u{2014}]{0,30}"];
    proptest::collection::vec(any, 1..4).prop_map(|parts| parts.join(" "))
}

#[test]
fn quick_add_fuzz() {
    let seconds = number("CALM_ORBIT_SOAK_SECONDS").map(Duration::from_secs);
    let cases =
        number("CALM_ORBIT_SOAK_CASES").unwrap_or(if seconds.is_some() { u64::MAX } else { 200 });
    let batch = u32::try_from(cases.min(1_000)).unwrap();
    let began = Instant::now();
    let mut run = 0;
    while run < cases && seconds.is_none_or(|seconds| began.elapsed() < seconds) {
        let mut runner = TestRunner::new(Config {
            cases: batch,
            failure_persistence: None,
            ..Config::default()
        });
        let outcome = runner.run(&(line(), moment()), |(text, now)| check(&text, now));
        if let Err(failure) = outcome {
            panic!("{failure}");
        }
        run += u64::from(batch);
    }
    if seconds.is_some() {
        println!("{run} lines in {} s", began.elapsed().as_secs());
    }
}
