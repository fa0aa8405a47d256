//! Alarms as the store keeps them: derived, checked, repaired, and found among many.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::time::{Duration, Instant};

use calm_orbit_store::{Marks, Options, Reminders, Store};
use jiff::civil::Time;
use jiff::{ToSpan, Zoned};
use rusqlite::Connection;
use task::{Action, Actor, Due, TaskDraft, TaskId, Tasks};

async fn open(folder: &std::path::Path) -> Store {
    let now: Zoned = "2026-11-21T09:00[Europe/Berlin]".parse().unwrap();
    let options = Options {
        now: std::sync::Arc::new(move || now.clone()),
        ..Options::default()
    };
    Store::open(folder, options).await.unwrap()
}

fn draft(title: &str, due: Option<Due>) -> TaskDraft {
    TaskDraft {
        title: title.to_owned(),
        due,
        ..TaskDraft::default()
    }
}

async fn look(store: &Store) -> Reminders {
    let marks = Marks {
        all_day: Time::midnight(),
        ..Marks::default()
    };
    let look = store.look_at_reminders(Vec::new(), move |_, state| (marks, state.clone()));
    look.await.unwrap()
}

#[tokio::test]
async fn wrong_alarms_are_found_and_repaired() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let tasks = store.caller(Actor::Person);
    let id = TaskId::fresh(tasks.now().timestamp());
    let due = Some("2026-11-21T10:00".parse().unwrap());
    tasks
        .apply(Action::add(id, draft("Tea", due)))
        .await
        .unwrap();
    assert_eq!(look(&store).await.alarms.len(), 1);
    assert!(store.check().await.unwrap().problems.is_empty());

    let file = Connection::open(folder.path().join("calm-orbit.db")).unwrap();
    file.execute("UPDATE alarm SET near = near + 1", [])
        .unwrap();
    file.execute("INSERT INTO alarm VALUES (99, '-0', 1, 0)", [])
        .unwrap();
    let problems = store.check().await.unwrap().problems;
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].contains("alarms of task"), "{problems:?}");
    store.repair().await.unwrap();
    assert!(store.check().await.unwrap().problems.is_empty());
    assert_eq!(look(&store).await.alarms.len(), 1);

    let gone = Action::DeleteTasks { ids: vec![id] };
    tasks.apply(gone).await.unwrap();
    assert!(look(&store).await.alarms.is_empty());
    assert!(store.check().await.unwrap().problems.is_empty());
}

/// Looking takes as long as what is near takes, however much is far.
#[tokio::test]
async fn what_is_far_costs_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let tasks = store.caller(Actor::Person);
    let now = tasks.now();
    let count: i64 =
        std::env::var("CALM_ORBIT_SOAK_ALARMS").map_or(5_000, |count| count.parse().unwrap());
    for first in (0..count).step_by(100) {
        let some = (first..first + 100).map(|n| {
            let id = TaskId::fresh(now.timestamp());
            let at = now.datetime() + (10 + n % 1_000).days();
            (id, draft(&format!("Task {n}"), Some(Due::At(at))))
        });
        let tasks_of = Action::AddTasks {
            tasks: some.collect(),
        };
        tasks.apply(tasks_of).await.unwrap();
    }
    let state = look(&store).await;
    assert!(state.alarms.is_empty());
    assert!(state.later.is_some());
    let begin = Instant::now();
    for _ in 0..20 {
        look(&store).await;
    }
    let took = begin.elapsed() / 20;
    println!("a look among {count} alarms: {took:?}");
    assert!(took < Duration::from_millis(200), "{took:?}");
}
