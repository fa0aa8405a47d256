//! Looking by itself, for as long as the person wants that.

use std::time::{Duration, Instant};

use jiff::Timestamp;
use tauri::{AppHandle, Manager, Runtime};
use update::{Moment, Schedule};

use super::Updates;
use crate::settings::Settings;

/// How often the clocks are looked at until the first look, and afterwards. A computer that sleeps
/// doesn't count the time, so no long wait would do.
const AT_FIRST: Duration = Duration::from_secs(10);
const LATER: Duration = Duration::from_secs(5 * 60);

/// Looks for new versions when it is time, as long as the settings say so. Call it once they are
/// read. Ends where this install is nobody's to replace.
pub(crate) async fn follow<R: Runtime>(app: AppHandle<R>) {
    let updates = app.state::<Updates>();
    if updates.package(&app).await.is_err() {
        return;
    }
    let start = Instant::now();
    let mut schedule = Schedule::new(jitter(), updates.kept.read().answered);
    let mut wait = AT_FIRST;
    loop {
        tokio::time::sleep(wait).await;
        let settings = app.state::<Settings>().now().updates;
        let now = Moment {
            wall: Timestamp::now(),
            running: start.elapsed(),
        };
        let is_busy = updates.now().step.is_busy();
        if !settings.look || is_busy || !schedule.is_due(now) {
            continue;
        }
        let looked = updates.look(&app, settings.channel, false, true).await;
        schedule.looked(now, looked.is_ok());
        wait = LATER;
    }
}

/// A number from 0 to 1 that is another one on each start.
fn jitter() -> f64 {
    let random = uuid::Uuid::now_v7().as_u128() & u128::from(u16::MAX);
    u16::try_from(random).map_or(0.5, |random| f64::from(random) / f64::from(u16::MAX))
}
