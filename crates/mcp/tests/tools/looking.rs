//! Pages, the overview and the activity.

use serde_json::{Value, json};

use crate::client::{client, fails, ok, profile};

#[tokio::test]
async fn pages_lead_on() {
    let profile = profile().await;
    let client = client(&profile, "test").await;
    for index in 0..5 {
        ok(
            &client,
            "add_task",
            json!({"title": format!("task {index}")}),
        )
        .await;
    }
    let first = ok(&client, "list_tasks", json!({"limit": 3})).await;
    assert_eq!(first["tasks"].as_array().unwrap().len(), 3);
    assert_eq!(first["total"], 5);
    let rest = ok(
        &client,
        "list_tasks",
        json!({"limit": 3, "cursor": first["next_cursor"]}),
    )
    .await;
    assert_eq!(rest["tasks"].as_array().unwrap().len(), 2);
    assert!(rest.get("next_cursor").is_none());
    assert!(rest.get("total").is_none());
}

#[tokio::test]
async fn the_overview_counts() {
    let profile = profile().await;
    let client = client(&profile, "test").await;
    for text in ["a today #Home @x", "b 2026-11-20 #Home", "c tomorrow", "d"] {
        ok(&client, "add_task", json!({ "text": text })).await;
    }
    let overview = ok(&client, "get_overview", json!({})).await;
    assert_eq!(overview["now"], "2026-11-21T09:00");
    assert_eq!(overview["weekday"], "Saturday");
    let home = &overview["lists"][0];
    assert_eq!((&home["name"], &home["open"]), (&json!("Home"), &json!(2)));
    assert_eq!(overview["tags"], json!([{"name": "x", "open": 1}]));
    let counts = ["open", "inbox", "overdue", "upcoming", "someday"];
    let counted: Vec<&Value> = counts.iter().map(|name| &overview[name]).collect();
    assert_eq!(counted, [4, 2, 1, 1, 0]);
}

#[tokio::test]
async fn the_activity_tells_what_was_done() {
    let profile = profile().await;
    let client = client(&profile, "Cursor").await;
    let added = ok(&client, "add_task", json!({"title": "Buy milk"})).await;
    let id = &added["task"]["id"];
    ok(&client, "complete_task", json!({ "id": id })).await;
    let activity = ok(&client, "get_activity", json!({})).await;
    let changes = activity["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 2);
    let done = &changes[0];
    assert_eq!(
        (&done["did"], &done["what"], &done["by"], &done["at"]),
        (
            &json!("completed"),
            &json!("Buy milk"),
            &json!("Cursor"),
            &json!("2026-11-21T09:00")
        )
    );
    assert_eq!(done["tasks"], json!([id]));
    assert_eq!(activity["more"], false);
    // From there it can be taken back.
    ok(&client, "undo", json!({"group": done["group"]})).await;
    let activity = ok(&client, "get_activity", json!({"group": done["group"]})).await;
    assert_eq!(activity["changes"][0]["taken_back"], true);
    assert_eq!(activity["changes"].as_array().unwrap().len(), 1);
    for (arguments, count) in [
        (json!({"since": "yesterday"}), 3),
        (json!({"since": "yesterday", "until": "yesterday"}), 0),
        (json!({"limit": 1}), 1),
    ] {
        let activity = ok(&client, "get_activity", arguments.clone()).await;
        let found = activity["changes"].as_array().unwrap().len();
        assert_eq!(found, count, "{arguments}");
        assert_eq!(activity["more"], count == 1, "{arguments}");
    }
    for (arguments, part) in [
        (json!({"since": "today", "until": "yesterday"}), "swap them"),
        (json!({"since": "nonsense"}), "nonsense"),
        (json!({"group": "x"}), "group of changes"),
        (json!({"limit": 0}), "1 to 200"),
    ] {
        let (code, message) = fails(&client, "get_activity", arguments).await;
        assert_eq!(code, "invalid_input");
        assert!(message.contains(part), "{message}");
    }
    // Another client's changes are not its own to take back.
    let codex = crate::client::client(&profile, "Codex").await;
    let group = &changes[1]["group"];
    let (code, _) = fails(&codex, "undo", json!({ "group": group })).await;
    assert_eq!(code, "denied");
}
