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

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;
    use std::thread::{ThreadId, current};

    use super::*;

    fn nothing<T>(_: T) {}

    #[tokio::test]
    async fn all_jobs_are_done_on_one_thread() {
        let worker = Worker::default();
        let mut threads = Vec::<ThreadId>::new();
        for _ in 0..3 {
            threads.push(worker.run(|| current().id(), nothing).await.unwrap());
        }
        assert_ne!(threads[0], current().id());
        assert!(threads.iter().all(|thread| *thread == threads[0]));
    }

    #[tokio::test]
    async fn a_job_that_hangs_takes_one_job_along_and_is_told_that_it_was_late() {
        let worker = Worker::default();
        let done = Arc::new(AtomicUsize::new(0));
        let (go, wait) = mpsc::channel::<()>();
        let (late, came_late) = tokio::sync::oneshot::channel();
        let (began, begun) = tokio::sync::oneshot::channel();
        let work = move || {
            began.send(()).unwrap();
            wait.recv().unwrap();
            "outcome"
        };
        tokio::select! {
            _ = worker.run(work, |outcome| late.send(outcome).unwrap()) => unreachable!(),
            _ = begun => {}
        }
        // Its caller has gone. Of those that come while it hangs none is done, now or later.
        for _ in 0..5 {
            let count = Arc::clone(&done);
            let work = move || count.fetch_add(1, Ordering::SeqCst);
            let mut call = Box::pin(worker.run(work, nothing));
            assert!(futures::poll!(&mut call).is_pending());
        }
        go.send(()).unwrap();
        assert_eq!(came_late.await.unwrap(), "outcome");
        let count = Arc::clone(&done);
        let next = worker.run(move || count.load(Ordering::SeqCst), nothing);
        assert_eq!(next.await.unwrap(), 0);
    }

    #[tokio::test]
    async fn a_job_that_panics_ends_alone() {
        let worker = Worker::default();
        let outcome = worker.run(|| panic!("on purpose"), nothing::<()>).await;
        assert!(matches!(outcome, Err(Error::Failed { .. })), "{outcome:?}");
        assert_eq!(worker.run(|| 1, nothing).await.unwrap(), 1);
    }
}
