//! Downloading a version, with progress, a way to stop, and a limit.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures::future::{AbortHandle, AbortRegistration, Abortable};
use task::Failure;
use tauri_plugin_updater::Update;

use super::words;

/// The most bytes that are taken; no version comes near it.
const LARGEST: u64 = 300 * 1024 * 1024;
/// How often progress is told.
const OFTEN: Duration = Duration::from_millis(200);

/// Downloads a version and checks it. `None` where that was stopped.
///
/// # Errors
/// Why it did not come, or is not what was published. Nothing of it is kept.
pub(crate) async fn download(
    update: &Update,
    handle: AbortHandle,
    registration: AbortRegistration,
    told: impl Fn(u64, Option<u64>) + Send + Sync,
) -> Result<Option<Vec<u8>>, Failure> {
    let too_large = Arc::new(AtomicBool::new(false));
    let mut received: u64 = 0;
    let mut last: Option<Instant> = None;
    let on_chunk = {
        let too_large = too_large.clone();
        move |bytes: usize, total: Option<u64>| {
            received = received.saturating_add(bytes as u64);
            if received.max(total.unwrap_or(0)) > LARGEST {
                too_large.store(true, Ordering::SeqCst);
                handle.abort();
                return;
            }
            if last.is_none_or(|last| last.elapsed() >= OFTEN) {
                last = Some(Instant::now());
                told(received, total);
            }
        }
    };
    match Abortable::new(update.download(on_chunk, || ()), registration).await {
        Err(_) if too_large.load(Ordering::SeqCst) => Err(words::too_large()),
        Err(_) => Ok(None),
        Ok(Ok(bytes)) => Ok(Some(bytes)),
        Ok(Err(error)) => {
            tracing::warn!(%error, "an update did not come");
            Err(words::of_download(&error))
        }
    }
}
