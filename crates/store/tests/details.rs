//! What the window asks of single tasks: how far their subtasks are, and when they are due next.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::sync::Arc;

use calm_orbit_store::{Caller, Options, Store};
use jiff::Zoned;
use task::{Action, Actor, Outcome, Progress, TaskDraft, TaskId, Tasks, parse_recurrence};

async fn person(folder: &std::path::Path) -> Caller {
    let now: Zoned = "2026-11-21T09:00[Europe/Berlin]".parse().unwrap();
    let options = Options {
        now: Arc::new(move || now.clone()),
        ..Options::default()
    };
    Store::open(folder, options)
        .await
        .unwrap()
        .caller(Actor::Person)
}

async fn add(person: &Caller, draft: TaskDraft) -> TaskId {
    let id = TaskId::fresh(person.now().timestamp());
    person.apply(Action::add(id, draft)).await.unwrap();
    id
}

fn titled(title: &str, parent: Option<TaskId>) -> TaskDraft {
    TaskDraft {
        title: title.to_owned(),
        parent,
        ..TaskDraft::default()
    }
}

#[tokio::test]
async fn progress_counts_what_stands_right_below() {
    let folder = tempfile::tempdir().unwrap();
    let person = person(folder.path()).await;
    let trip = add(&person, titled("Trip", None)).await;
    let alone = add(&person, titled("Alone", None)).await;
    let pack = add(&person, titled("Pack", Some(trip))).await;
    let socks = add(&person, titled("Socks", Some(pack))).await;
    let book = add(&person, titled("Book", Some(trip))).await;
    let gone = add(&person, titled("Gone", Some(trip))).await;
    let complete = |ids| Action::CompleteTasks {
        ids,
        completed: true,
    };
    person.apply(complete(vec![book, socks])).await.unwrap();
    let delete = Action::DeleteTasks { ids: vec![gone] };
    person.apply(delete).await.unwrap();
    let found = person.progress(&[alone, trip, pack, socks]).await.unwrap();
    let of = |id, subtasks, done| Progress { id, subtasks, done };
    assert_eq!(found, [of(trip, 2, 1), of(pack, 1, 1)]);
}

#[tokio::test]
async fn next_dues_pass_over_what_is_settled() {
    let folder = tempfile::tempdir().unwrap();
    let person = person(folder.path()).await;
    let mut draft = titled("Water the plants", None);
    draft.recurrence = Some(parse_recurrence("every monday", &person.now()).unwrap());
    let id = add(&person, draft).await;
    let dues = async |limit| -> Vec<String> {
        let dues = person.next_dues(id, limit).await.unwrap();
        dues.iter().map(ToString::to_string).collect()
    };
    assert_eq!(dues(3).await, ["2026-11-23", "2026-11-30", "2026-12-07"]);
    let skip = Action::SettleOccurrence {
        id,
        date: "2026-11-23".parse().unwrap(),
        outcome: Outcome::Skipped,
    };
    person.apply(skip).await.unwrap();
    assert_eq!(dues(2).await, ["2026-11-30", "2026-12-07"]);
    let once = add(&person, titled("Once", None)).await;
    assert_eq!(person.next_dues(once, 3).await.unwrap(), []);
}
