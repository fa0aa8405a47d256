//! What came up in all cases together.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};

#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) cases: AtomicUsize,
    pub(crate) requests: AtomicUsize,
    pub(crate) documents: AtomicUsize,
    pub(crate) streams: AtomicUsize,
    pub(crate) events: AtomicUsize,
    pub(crate) refusals: AtomicUsize,
    /// Requests that failed with the store or the responder.
    pub(crate) failures: AtomicUsize,
    /// Requests whose client went before it was answered.
    pub(crate) given_up: AtomicUsize,
    /// Calls of the store that failed.
    pub(crate) faults: AtomicUsize,
    /// Panics that a responder was asked for.
    pub(crate) panics: AtomicUsize,
    /// Messages taken after all was over.
    pub(crate) afterwards: AtomicUsize,
}

impl Tally {
    pub(crate) fn add(counter: &AtomicUsize, number: usize) {
        counter.fetch_add(number, Ordering::Relaxed);
    }

    pub(crate) fn of(counter: &AtomicUsize) -> usize {
        counter.load(Ordering::Relaxed)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers = [
            (&self.requests, "requests"),
            (&self.cases, "cases"),
            (&self.documents, "documents"),
            (&self.streams, "streams"),
            (&self.events, "events"),
            (&self.refusals, "refusals"),
            (&self.failures, "failures"),
            (&self.given_up, "given up"),
            (&self.faults, "faults of the store"),
            (&self.panics, "panics of the responder"),
            (&self.afterwards, "messages afterwards"),
        ];
        let numbers = numbers.map(|(counter, name)| format!("{} {name}", Self::of(counter)));
        f.write_str(&numbers.join(", "))
    }
}
