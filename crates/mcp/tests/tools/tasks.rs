//! Tasks, added, changed and taken back.

use serde_json::json;
use task::{Actor, Tasks};

use crate::client::{client, fails, ok, profile};

#[tokio::test]
async fn a_task_lives_its_whole_life() {
    let profile = profile().await;
    let client = client(&profile, "test").await;
    let added = ok(
        &client,
        "add_task",
        json!({"title": "Buy groceries", "due": "tomorrow", "list": "Home", "tags": ["shop"], "priority": "p2"}),
    )
    .await;
    let id = added["task"]["id"].as_str().unwrap();
    assert_eq!(
        added,
        json!({"task": {"id": id, "title": "Buy groceries", "list": "Home", "due": "2026-11-22", "priority": "p2", "tags": ["shop"]}})
    );
    for filter in [
        json!({}),
        json!({"list": "home"}),
        json!({"tag": "Shop"}),
        json!({"query": "groc"}),
        json!({"view": "upcoming"}),
    ] {
        let listed = ok(&client, "list_tasks", filter.clone()).await;
        assert_eq!(listed, json!({"tasks": [added["task"]]}), "{filter}");
    }
    let changed = ok(
        &client,
        "update_task",
        json!({"id": id, "title": "Buy bread", "due": null, "list": null, "remove_tags": ["shop"], "priority": "p4"}),
    )
    .await;
    assert_eq!(
        changed,
        json!({"task": {"id": id, "title": "Buy bread", "priority": "p4"}})
    );
    let done = ok(&client, "complete_task", json!({"id": &id[28..]})).await;
    assert!(done["task"]["completed_at"].is_string());
    ok(
        &client,
        "complete_task",
        json!({"id": id, "completed": false}),
    )
    .await;
    ok(&client, "delete_task", json!({"id": id})).await;
    assert_eq!(
        ok(&client, "list_tasks", json!({})).await,
        json!({"tasks": []})
    );
    let undone = ok(&client, "undo", json!({})).await;
    assert_eq!(undone["summary"], "Took back: deleted “Buy bread”.");
    assert_eq!(
        ok(&client, "list_tasks", json!({})).await["tasks"][0]["id"],
        id
    );
}

#[tokio::test]
async fn a_line_is_read_as_the_person_would_type_it() {
    let profile = profile().await;
    let client = client(&profile, "test").await;
    let added = ok(
        &client,
        "add_task",
        json!({"text": "Buy groceries tomorrow"}),
    )
    .await;
    assert_eq!(
        (&added["task"]["title"], &added["task"]["due"]),
        (&json!("Buy groceries"), &json!("2026-11-22"))
    );
}

#[tokio::test]
async fn what_a_client_adds_is_its_own() {
    let profile = profile().await;
    let cursor = client(&profile, "Cursor").await;
    let codex = client(&profile, "Codex").await;
    let added = ok(&cursor, "add_task", json!({"title": "Mine"})).await;
    let tasks = profile.store.caller(Actor::Person);
    let id = tasks
        .resolve(added["task"]["id"].as_str().unwrap())
        .await
        .unwrap();
    assert_eq!(
        tasks.get(&[id]).await.unwrap()[0].created_by,
        Actor::client("Cursor")
    );
    let (code, _) = fails(&codex, "undo", json!({})).await;
    assert_eq!(code, "nothing_to_undo");
}

#[tokio::test]
async fn a_deleted_task_comes_back() {
    let profile = profile().await;
    let client = client(&profile, "test").await;
    let added = ok(&client, "add_task", json!({"title": "Buy milk"})).await;
    let id = json!({"id": added["task"]["id"]});
    ok(&client, "delete_task", id.clone()).await;
    let trashed = ok(&client, "get_task", id.clone()).await;
    assert!(trashed["task"]["deleted_at"].is_string());
    assert_eq!(ok(&client, "restore_task", id.clone()).await, added);
    assert_eq!(ok(&client, "get_task", id).await, added);
}

#[tokio::test]
async fn an_occurrence_is_skipped_once() {
    let profile = profile().await;
    let client = client(&profile, "test").await;
    let added = ok(
        &client,
        "add_task",
        json!({"text": "Water plants every monday"}),
    )
    .await;
    let arguments = json!({"id": added["task"]["id"], "occurrence": added["task"]["occurrence"]});
    for _ in 0..2 {
        let skipped = ok(&client, "skip_occurrence", arguments.clone()).await;
        assert_eq!(skipped["task"]["due"], "2026-11-30");
        assert!(skipped["task"].get("completed_at").is_none());
    }
    let next = ok(
        &client,
        "skip_occurrence",
        json!({"id": added["task"]["id"]}),
    )
    .await;
    assert_eq!(next["task"]["due"], "2026-12-07");
    let once = ok(&client, "add_task", json!({"title": "Once"})).await;
    let (code, message) = fails(
        &client,
        "skip_occurrence",
        json!({"id": once["task"]["id"]}),
    )
    .await;
    assert_eq!(code, "invalid_input");
    assert!(message.contains("no occurrence to skip"), "{message}");
}
