//! Keeps the tray true: it is looked at anew when a task changes, when a setting changes, at
//! midnight, and when a pause of the reminders ends.

use std::sync::Arc;
use std::time::Duration;

use jiff::{Timestamp, Zoned};
use task::{Error, Page, Tasks, View};
use tauri::{AppHandle, Manager, Runtime};

use super::Tray;
use super::content::{Content, TASKS};
use crate::profile::{Open, Profile};
use crate::settings::Settings;
use crate::shortcut::Shortcut;

/// How long it sleeps at the most: the timer stands still while the computer sleeps, the clock on
/// the wall doesn't.
const NAP: Duration = Duration::from_secs(60);

/// Follows until the app ends.
pub(crate) async fn follow<R: Runtime>(app: AppHandle<R>) {
    let Ok(open) = app.state::<Profile>().open().await else {
        return;
    };
    let mut position = open.position.clone();
    let mut settings = app.state::<Settings>().follow();
    let mut shortcut = app.state::<Shortcut>().given();
    loop {
        position.borrow_and_update();
        settings.borrow_and_update();
        let keys = shortcut.borrow_and_update().clone();
        let now = open.person().now();
        let content = look(&app, &open, keys, &now).await;
        let wake = wake(
            &now,
            content.as_ref().ok().and_then(|content| content.paused),
        );
        match content {
            Ok(content) => show(&app, content),
            Err(error) => tracing::warn!(%error, "the tray cannot be kept up to date"),
        }
        let ended = tokio::select! {
            changed = position.changed() => changed.is_err(),
            changed = settings.changed() => changed.is_err(),
            changed = shortcut.changed() => changed.is_err(),
            () = until(wake, || show_icon(&app)) => false,
        };
        if ended {
            return;
        }
    }
}

async fn look<R: Runtime>(
    app: &AppHandle<R>,
    open: &Arc<Open>,
    shortcut: Option<String>,
    now: &Zoned,
) -> Result<Content, Error> {
    let person = open.person();
    let page = Page {
        after: None,
        limit: TASKS,
    };
    let tasks = person.view(&View::Today, &page).await?.tasks;
    let overdue = person.overview().await?.overdue;
    let paused = app.state::<Settings>().now().reminders.paused_until;
    let say = messages::here();
    Ok(Content::new(say, &tasks, overdue, paused, shortcut, now))
}

/// When the tray is to be looked at again by itself: the next midnight, or the end of a pause.
fn wake(now: &Zoned, paused: Option<Timestamp>) -> Option<Timestamp> {
    let midnight = now
        .tomorrow()
        .and_then(|tomorrow| tomorrow.start_of_day())
        .map(|midnight| midnight.timestamp());
    midnight.ok().into_iter().chain(paused).min()
}

/// Waits until the clock on the wall says so; never ends where it is never.
async fn until(at: Option<Timestamp>, awake: impl Fn()) {
    loop {
        let left = at.map_or(NAP, |at| {
            let left = at.duration_since(Timestamp::now());
            Duration::try_from(left).unwrap_or_default()
        });
        if left.is_zero() {
            return;
        }
        tokio::time::sleep(left.min(NAP)).await;
        awake();
    }
}

fn show<R: Runtime>(app: &AppHandle<R>, content: Content) {
    let handle = app.clone();
    let asked = app.run_on_main_thread(move || handle.state::<Tray<R>>().show(content));
    if let Err(error) = asked {
        tracing::warn!(%error, "the tray cannot be changed");
    }
}

/// Windows tells nobody that its taskbar has another shade.
fn show_icon<R: Runtime>(app: &AppHandle<R>) {
    if !cfg!(windows) {
        return;
    }
    let handle = app.clone();
    let asked = app.run_on_main_thread(move || handle.state::<Tray<R>>().show_icon());
    if let Err(error) = asked {
        tracing::warn!(%error, "the tray cannot be changed");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_wakes_at_midnight_also_where_clocks_change() {
        let now: Zoned = "2026-03-28T23:00[Europe/Berlin]".parse().unwrap();
        let at = |text: &str| Some(text.parse::<Timestamp>().unwrap());
        assert_eq!(wake(&now, None), at("2026-03-28T23:00:00Z"));
        let paused = at("2026-03-28T22:30:00Z");
        assert_eq!(wake(&now, paused), paused);
        // A day that begins at one o'clock.
        let now: Zoned = "2018-11-03T12:00[America/Sao_Paulo]".parse().unwrap();
        assert_eq!(wake(&now, None), at("2018-11-04T03:00:00Z"));
    }
}
