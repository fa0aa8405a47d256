//! A change made through one opening of a profile is heard through the others.
#![allow(clippy::unwrap_used, reason = "tests")]

use calm_orbit_store::{Options, Store};
use task::{Action, Actor, TaskDraft, TaskId, Tasks};

async fn add(store: &Store) -> TaskId {
    let tasks = store.caller(Actor::Person);
    let id = TaskId::fresh(tasks.now().timestamp());
    let draft = TaskDraft {
        title: "Buy milk".into(),
        ..TaskDraft::default()
    };
    tasks.apply(Action::add(id, draft)).await.unwrap();
    id
}

#[tokio::test]
async fn others_hear_of_a_change() {
    let folder = tempfile::tempdir().unwrap();
    let here = Store::open(folder.path(), Options::default())
        .await
        .unwrap();
    let there = Store::open(folder.path(), Options::default())
        .await
        .unwrap();
    let mut heard = there.watch().await.unwrap();
    assert_eq!(*heard.borrow_and_update(), 0);
    for _ in 0..3 {
        let known = *heard.borrow_and_update();
        let id = add(&here).await;
        heard.wait_for(|seq| *seq > known).await.unwrap();
        let changed = there.caller(Actor::Person).changes(known).await.unwrap();
        assert_eq!(changed.tasks, [id]);
    }
}

#[tokio::test]
async fn every_listener_of_one_process_hears() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Options::default())
        .await
        .unwrap();
    let mut listeners = Vec::new();
    for _ in 0..3 {
        listeners.push(store.watch().await.unwrap());
    }
    add(&store).await;
    for listener in &mut listeners {
        listener.wait_for(|seq| *seq == 1).await.unwrap();
    }
}

#[tokio::test]
async fn a_listener_that_comes_late_knows_the_position() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Options::default())
        .await
        .unwrap();
    add(&store).await;
    assert_eq!(*store.watch().await.unwrap().borrow(), 1);
}
