//! How long something took, many times.

use std::future::Future;
use std::time::{Duration, Instant};

/// Times of the same thing.
#[derive(Default)]
pub(crate) struct Times(Vec<Duration>);

pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

impl Times {
    pub(crate) fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// Times something and keeps the time.
    pub(crate) async fn of<T>(&mut self, work: impl Future<Output = T>) -> T {
        let begin = Instant::now();
        let done = work.await;
        self.add(begin.elapsed());
        done
    }

    pub(crate) fn join(&mut self, others: &Self) {
        self.0.extend(&others.0);
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn sum(&self) -> Duration {
        self.0.iter().sum()
    }

    /// The time that so large a part of them does not exceed, in milliseconds (nearest rank).
    fn rank(&self, part: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort();
        let rank = (part * sorted.len() as f64).ceil() as usize;
        sorted
            .get(rank.saturating_sub(1))
            .map_or(f64::NAN, |time| milliseconds(*time))
    }

    pub(crate) fn min(&self) -> f64 {
        self.rank(0.0)
    }

    pub(crate) fn median(&self) -> f64 {
        self.rank(0.5)
    }

    pub(crate) fn p95(&self) -> f64 {
        self.rank(0.95)
    }

    pub(crate) fn max(&self) -> f64 {
        self.rank(1.0)
    }
}
