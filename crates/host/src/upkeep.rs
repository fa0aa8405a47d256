//! The upkeep of a profile: backups every hour, tidying every day, a clock that is healed.

use std::time::Duration;

use jiff::civil::Date;
use store::Store;
use task::{Actor, Error, Tasks};

use crate::Host;

/// How often the wall clock is looked at. A computer that sleeps doesn't count the time, so no
/// long wait would do.
const LOOK: Duration = Duration::from_secs(5 * 60);
/// How far ahead, in milliseconds, the device's clock may be before it is healed: wall clocks are
/// set by some seconds all the time.
const AHEAD_LIMIT: u64 = 60 * 60 * 1_000;

/// Keeps the profile in order for as long as it is polled, and this process is its host: an
/// automatic backup at once and every hour, where something has changed; once a day the trash and
/// the activity are tidied, and a clock that ran ahead is healed. What fails is logged, and tried
/// again the next time. Never ends by itself.
pub async fn upkeep(store: Store, host: &Host) {
    debug_assert_eq!(store.folder(), host.folder(), "the host of another profile");
    let mut tidied: Option<Date> = None;
    loop {
        // Before anything is purged.
        note("make a backup", store.back_up_if_due().await.map(drop));
        let today = store.caller(Actor::Person).now().date();
        if tidied != Some(today) {
            note("tidy", store.tidy().await.map(drop));
            note("heal the clock", heal(&store).await);
            tidied = Some(today);
        }
        tokio::time::sleep(LOOK).await;
    }
}

async fn heal(store: &Store) -> Result<(), Error> {
    if store.clock_ahead().await? > AHEAD_LIMIT {
        let healed = store.heal_clock().await?;
        tracing::info!(healed, "the clock ran ahead and was healed");
    }
    Ok(())
}

fn note(what: &str, done: Result<(), Error>) {
    if let Err(error) = done {
        tracing::warn!(%error, "could not {what}");
    }
}
