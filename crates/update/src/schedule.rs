//! When to look for a new version: soon after a start, then about once a day.
//!
//! Two clocks count. The one of the running process never jumps, but stands still while the computer
//! sleeps; the one on the wall goes on, but may be wrong, and be set. A look is due when either says
//! so, and neither alone can put it off for ever or bring about one after the other.

use std::time::Duration;

use jiff::Timestamp;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// After a start nothing looks for this long, and up to as long again: the start has other things
/// to do, and many computers start at nine.
const SETTLE: Duration = Duration::from_secs(20);
/// An answer this young, from before the start, is enough.
const FRESH: Duration = HOUR;
/// Between two looks there are at least so many minutes of running, whatever the wall says.
const APART: Duration = Duration::from_secs(10 * 60);

/// A moment, by both clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// By the clock on the wall.
    pub wall: Timestamp,
    /// For how long the process has been running.
    pub running: Duration,
}

/// A look that this process has taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// When.
    pub at: Moment,
    /// How many looks in a row have had no answer, this one among them; 0 where it had one.
    pub failures: u32,
}

/// When this process looks.
#[derive(Debug, Clone, Copy)]
pub struct Schedule {
    /// From 0 to 1: where in its range this process takes each time, so that not all look at once.
    jitter: f64,
    /// The last answer of processes before this one, by the wall.
    answered: Option<Timestamp>,
    last: Option<Look>,
}

impl Schedule {
    /// The schedule of a process that has just started. `jitter` is a random number from 0 to 1,
    /// `answered` when one before it last had an answer.
    pub fn new(jitter: f64, answered: Option<Timestamp>) -> Self {
        let jitter = if jitter.is_finite() {
            jitter.clamp(0.0, 1.0)
        } else {
            0.5
        };
        Self {
            jitter,
            answered,
            last: None,
        }
    }

    /// A look was taken.
    pub fn looked(&mut self, at: Moment, answered: bool) {
        let before = self.last.map_or(0, |look| look.failures);
        let failures = if answered {
            0
        } else {
            before.saturating_add(1)
        };
        self.last = Some(Look { at, failures });
    }

    /// Whether it is time to look.
    pub fn is_due(&self, now: Moment) -> bool {
        match self.last {
            None => self.is_first_due(now),
            Some(last) => {
                let since = now.running.saturating_sub(last.at.running);
                let wait = self.wait(last.failures);
                // A clock that was set back says nothing.
                let by_wall = later(last.at.wall, now.wall).is_some_and(|since| since >= wait);
                since >= wait || (since >= APART && by_wall)
            }
        }
    }

    fn is_first_due(&self, now: Moment) -> bool {
        if now.running < SETTLE + SETTLE.mul_f64(self.jitter) {
            return false;
        }
        // An answer from the future tells that a clock was wrong, and nothing of its age.
        let age = self.answered.and_then(|answered| later(answered, now.wall));
        age.is_none_or(|age| age >= FRESH) || now.running >= FRESH
    }

    /// How long after a look the next one is due.
    fn wait(&self, failures: u32) -> Duration {
        let wait = match failures {
            0 => DAY,
            // 15 minutes, then twice as long each time, up to a day.
            tries => (15 * MINUTE)
                .saturating_mul(1 << (tries - 1).min(7))
                .min(DAY),
        };
        wait.mul_f64(0.9 + 0.2 * self.jitter)
    }
}

/// How much later one time is than another; `None` where it is earlier.
fn later(from: Timestamp, to: Timestamp) -> Option<Duration> {
    to.duration_since(from).try_into().ok()
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use proptest::prelude::*;

    use super::*;

    fn start() -> Timestamp {
        "2026-11-21T09:00:00Z".parse().unwrap()
    }

    fn at(running: Duration, ahead: i64) -> Moment {
        let running_signed = SignedDuration::try_from(running).unwrap();
        let wall = start() + running_signed + SignedDuration::from_secs(ahead);
        Moment { wall, running }
    }

    #[test]
    fn it_looks_soon_after_the_start_but_not_at_once() {
        for jitter in [0.0, 0.5, 1.0, f64::NAN, 7.0] {
            let schedule = Schedule::new(jitter, None);
            assert!(!schedule.is_due(at(Duration::from_secs(5), 0)));
            assert!(schedule.is_due(at(MINUTE, 0)));
        }
    }

    #[test]
    fn a_young_answer_from_before_the_start_is_enough() {
        let ago = |minutes: i64| Some(start() - SignedDuration::from_mins(minutes));
        assert!(!Schedule::new(0.5, ago(10)).is_due(at(MINUTE, 0)));
        assert!(Schedule::new(0.5, ago(70)).is_due(at(MINUTE, 0)));
        // One from a clock that was years ahead holds nothing up.
        assert!(Schedule::new(0.5, ago(-5_000_000)).is_due(at(MINUTE, 0)));
    }

    #[test]
    fn it_looks_once_a_day_and_after_sleep() {
        let mut schedule = Schedule::new(0.5, None);
        let first = at(MINUTE, 0);
        schedule.looked(first, true);
        assert!(!schedule.is_due(at(23 * HOUR, 0)));
        assert!(schedule.is_due(at(25 * HOUR, 0)));
        // Half an hour of running, and a night asleep.
        assert!(schedule.is_due(at(HOUR / 2, 30 * 3_600)));
        // The clock on the wall was set back by years.
        assert!(!schedule.is_due(at(HOUR, -100_000_000)));
        assert!(schedule.is_due(at(25 * HOUR, -100_000_000)));
    }

    #[test]
    fn without_an_answer_it_tries_again_less_and_less_often() {
        let mut schedule = Schedule::new(0.5, None);
        let mut now = MINUTE;
        let mut waits = Vec::new();
        for _ in 0..12 {
            let look = now;
            schedule.looked(at(look, 0), false);
            while !schedule.is_due(at(now, 0)) {
                now += MINUTE;
            }
            waits.push((now - look).as_secs() / 60);
        }
        assert_eq!(
            waits,
            [15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440, 1440, 1440]
        );
        schedule.looked(at(now, 0), true);
        schedule.looked(at(now, 0), false);
        assert!(schedule.is_due(at(now + 16 * MINUTE, 0)));
    }

    proptest! {
        /// Whatever the clock on the wall does: never often, and never for long not at all.
        #[test]
        fn the_wall_can_neither_stop_it_nor_hurry_it(
            jitter in 0.0_f64..=1.0,
            before in proptest::option::of(-10_000_000_i64..10_000_000),
            jumps in prop::collection::vec(-100_000_000_i64..100_000_000, 1..40),
            answers in prop::collection::vec(any::<bool>(), 1..20),
        ) {
            let before = before.map(|seconds| start() + SignedDuration::from_secs(seconds));
            let mut schedule = Schedule::new(jitter, before);
            let mut looks: Vec<Duration> = Vec::new();
            // Four days, in steps of five minutes, with a clock that is set all the time.
            for step in 0_u32..4 * 24 * 12 {
                let running = 5 * MINUTE * step;
                let ahead = jumps[step as usize % jumps.len()];
                let now = at(running, ahead);
                if schedule.is_due(now) {
                    schedule.looked(now, answers[looks.len() % answers.len()]);
                    looks.push(running);
                }
            }
            let gaps = looks.windows(2).map(|pair| pair[1] - pair[0]);
            prop_assert!(gaps.clone().all(|gap| gap >= APART));
            prop_assert!(gaps.into_iter().all(|gap| gap <= DAY.mul_f64(1.1) + 5 * MINUTE));
            prop_assert!(looks.first().is_some_and(|first| *first <= FRESH + 5 * MINUTE));
            prop_assert!(looks.last().is_some_and(|last| 4 * DAY - *last <= DAY.mul_f64(1.1) + 10 * MINUTE));
        }
    }
}
