//! The upkeep, as time goes by.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::sync::{Arc, Mutex};
use std::time::Duration;

use calm_orbit_host::{Host, upkeep};
use jiff::{Span, ToSpan, Zoned};
use store::{Options, Store};
use task::{Action, Actor, TaskDraft, TaskId, Tasks, View};

async fn add(store: &Store, title: &str) -> TaskId {
    let tasks = store.caller(Actor::Person);
    let id = TaskId::fresh(tasks.now().timestamp());
    let draft = TaskDraft {
        title: title.to_owned(),
        ..TaskDraft::default()
    };
    tasks.apply(Action::add(id, draft)).await.unwrap();
    id
}

/// Lets the wall clock go on by so many steps, and the upkeep look at it after each.
async fn pass(now: &Mutex<Zoned>, steps: u32, step: Span) {
    for _ in 0..steps {
        {
            let mut now = now.lock().unwrap();
            *now = now.checked_add(step).unwrap();
        }
        tokio::time::sleep(Duration::from_secs(5 * 60)).await;
    }
}

#[tokio::test(start_paused = true)]
async fn backups_come_by_the_hour_and_the_trash_goes_by_the_day() {
    let folder = tempfile::tempdir().unwrap();
    let start: Zoned = "2026-11-21T10:30[Europe/Berlin]".parse().unwrap();
    let now = Arc::new(Mutex::new(start));
    let seen = now.clone();
    let options = Options {
        now: Arc::new(move || seen.lock().unwrap().clone()),
        ..Options::default()
    };
    let store = Store::open(folder.path(), options).await.unwrap();
    let old = add(&store, "Old").await;
    let ids = vec![old];
    let delete = Action::DeleteTasks { ids };
    store.caller(Actor::Person).apply(delete).await.unwrap();

    let host = Host::try_become(folder.path()).unwrap().unwrap();
    let mut running = Box::pin(upkeep(store.clone(), &host));
    let count = async || store.backups().await.unwrap().len();
    let mut live = async |steps, step| {
        tokio::select! {
            () = &mut running => {}
            () = pass(&now, steps, step) => {}
        }
    };
    live(24, 5.minutes()).await;
    assert_eq!(count().await, 1, "nothing changed since the first");
    add(&store, "One").await;
    live(24, 5.minutes()).await;
    add(&store, "Two").await;
    live(24, 5.minutes()).await;
    assert_eq!(count().await, 3);

    let trash = async || {
        let tasks = store.caller(Actor::Person);
        tasks.count(&View::Trash).await.unwrap()
    };
    live(29, 1.days()).await;
    assert_eq!(trash().await, 1);
    live(2, 1.days()).await;
    assert_eq!(trash().await, 0);

    // A clock that ran ahead is healed within a day.
    let right = now.lock().unwrap().clone();
    *now.lock().unwrap() = right.checked_add(20.years()).unwrap();
    add(&store, "From the future").await;
    *now.lock().unwrap() = right;
    assert!(store.clock_ahead().await.unwrap() > 0);
    live(25, 1.hours()).await;
    assert_eq!(store.clock_ahead().await.unwrap(), 0);
    let report = store.check().await.unwrap();
    assert_eq!(report.problems, Vec::<String>::new());
}
