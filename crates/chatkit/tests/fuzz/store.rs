//! The store: it lets others go first, and fails when the plan says so.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use async_trait::async_trait;
use calm_orbit_chatkit::ThreadsError;

use crate::common::gated::Gate;
use crate::plan::Faults;

/// What no client may read of a store's failure.
pub(crate) const SECRET: &str = "the disk is full";

pub(crate) struct Trouble {
    pub(crate) faults: Faults,
    pub(crate) pauses: Vec<u8>,
    pub(crate) over: AtomicBool,
    pub(crate) calls: AtomicUsize,
    pub(crate) failed: AtomicUsize,
}

impl Faults {
    fn hit(&self, call: usize) -> bool {
        match self {
            Self::None => false,
            Self::At(calls) => calls.contains(&call),
            Self::Every(nth) => call % nth == nth - 1,
            Self::From(first) => call >= *first,
        }
    }
}

#[async_trait]
impl Gate for Trouble {
    async fn read(&self) -> Result<(), ThreadsError> {
        self.write().await
    }

    async fn write(&self) -> Result<(), ThreadsError> {
        let call = self.calls.fetch_add(1, Ordering::SeqCst);
        for _ in 0..self.pauses[call % self.pauses.len()] {
            tokio::task::yield_now().await;
        }
        if !self.over.load(Ordering::SeqCst) && self.faults.hit(call) {
            self.failed.fetch_add(1, Ordering::SeqCst);
            return Err(ThreadsError::storage(SECRET));
        }
        Ok(())
    }
}
