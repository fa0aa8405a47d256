//! One thread for calls that block.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use tokio::sync::{mpsc, oneshot};

use crate::Error;

type Job = Box<dyn FnOnce() + Send>;

/// A thread that does one job after the other. While a job hangs, the next waits, and those after
/// it are not taken on: whoever gives up waiting leaves nothing behind but at most one job, which
/// is passed over when its turn comes.
#[derive(Default)]
pub(super) struct Worker(Mutex<Option<mpsc::Sender<Job>>>);

impl Worker {
    /// Does some work on the thread. If the caller has gone when it is done, `late` gets what came
    /// of it, there.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
        late: impl FnOnce(T) + Send + 'static,
    ) -> Result<T, Error> {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(move || {
            if reply.is_closed() {
                return;
            }
            if let Err(outcome) = reply.send(work()) {
                late(outcome);
            }
        });
        let jobs = self.jobs()?;
        jobs.send(job).await.map_err(Error::failed)?;
        // The sender is dropped unused where the job panicked.
        answer
            .await
            .map_err(|_| Error::failed("its library stopped unexpectedly"))
    }

    /// Where jobs go; the first call starts the thread, which ends with `self`.
    fn jobs(&self) -> Result<mpsc::Sender<Job>, Error> {
        let mut jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(jobs) = &*jobs {
            return Ok(jobs.clone());
        }
        let (sender, receiver) = mpsc::channel(1);
        std::thread::Builder::new()
            .name("keychain".to_owned())
            .spawn(|| work_off(receiver))
            .map_err(Error::failed)?;
        Ok(jobs.insert(sender).clone())
    }
}

fn work_off(mut jobs: mpsc::Receiver<Job>) {
    while let Some(job) = jobs.blocking_recv() {
        // A panic ends its job alone; it has been reported by the panic hook.
        drop(catch_unwind(AssertUnwindSafe(job)));
    }
}
