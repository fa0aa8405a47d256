//! The tools as a client meets them: over the protocol, on a real database.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::sync::Arc;

use async_trait::async_trait;
use calm_orbit_mcp::{CODE, Doors, TaskServer};
use rmcp::model::{CallToolRequestParams, CallToolResult, ClientConfig, Implementation};
use rmcp::service::{RoleClient, RunningService, ServiceExt};
use serde_json::{Value, json};
use store::{Options, Store};
use task::{Actor, Error, Tasks};

struct Profile {
    store: Store,
    _folder: tempfile::TempDir,
}

#[async_trait]
impl Doors for Profile {
    async fn door(&self, actor: Actor) -> Result<Arc<dyn Tasks>, Error> {
        Ok(Arc::new(self.store.caller(actor)))
    }
}

async fn profile() -> Arc<Profile> {
    let folder = tempfile::tempdir().unwrap();
    let now = || "2026-11-21T09:00[Europe/Berlin]".parse().unwrap();
    let options = Options {
        now: Arc::new(now),
        ..Options::default()
    };
    let store = Store::open(folder.path(), options).await.unwrap();
    Arc::new(Profile {
        store,
        _folder: folder,
    })
}

type Client = RunningService<RoleClient, ClientConfig>;

async fn client(profile: &Arc<Profile>, name: &str) -> Client {
    let (here, there) = tokio::io::duplex(64 * 1024);
    let server = TaskServer::new(profile.clone());
    tokio::spawn(async move { server.serve(there).await.unwrap().waiting().await });
    let mut config = ClientConfig::default();
    config.client_info = Implementation::new(name, "1");
    config.serve(here).await.unwrap()
}

async fn call(client: &Client, name: &str, arguments: Value) -> CallToolResult {
    let arguments = arguments.as_object().unwrap().clone();
    let request = CallToolRequestParams::new(name.to_owned()).with_arguments(arguments);
    client.call_tool(request).await.unwrap()
}

/// The structured content of a success.
async fn ok(client: &Client, name: &str, arguments: Value) -> Value {
    let result = call(client, name, arguments).await;
    assert_ne!(result.is_error, Some(true), "{result:?}");
    result.structured_content.unwrap()
}

/// Code and sentence of a failure.
async fn fails(client: &Client, name: &str, arguments: Value) -> (String, String) {
    let result = call(client, name, arguments).await;
    assert_eq!(result.is_error, Some(true), "{result:?}");
    let code = result.meta.unwrap()[CODE].as_str().unwrap().to_owned();
    (code, result.content[0].as_text().unwrap().text.clone())
}

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
async fn failures_say_what_to_do_and_change_nothing() {
    let profile = profile().await;
    let client = client(&profile, "test").await;
    let cases = [
        (
            "add_task",
            json!({"title": " "}),
            "invalid_input",
            "needs a title",
        ),
        (
            "add_task",
            json!({"title": "x".repeat(100_000)}),
            "invalid_input",
            "1000 characters",
        ),
        (
            "add_task",
            json!({"title": "x", "due": "2026-02-30"}),
            "invalid_input",
            "not a date",
        ),
        (
            "add_task",
            json!({"title": "x", "priority": "high"}),
            "invalid_input",
            "`p1`",
        ),
        ("add_task", json!({"titel": "x"}), "invalid_input", "titel"),
        ("add_task", json!({}), "invalid_input", "`title` and `text`"),
        (
            "add_task",
            json!({"title": "x", "text": "y"}),
            "invalid_input",
            "one of",
        ),
        (
            "add_task",
            json!({"text": "y", "due": "today"}),
            "invalid_input",
            "`text` says it all",
        ),
        (
            "add_task",
            json!({"title": "x", "user_id": "1"}),
            "invalid_input",
            "user_id",
        ),
        (
            "list_tasks",
            json!({"limit": 0}),
            "invalid_input",
            "1 to 200",
        ),
        (
            "list_tasks",
            json!({"list": "a", "tag": "b"}),
            "invalid_input",
            "one of",
        ),
        (
            "list_tasks",
            json!({"list": "Work"}),
            "not_found",
            "There are no lists yet",
        ),
        (
            "list_tasks",
            json!({"cursor": "x"}),
            "invalid_input",
            "cursor",
        ),
        (
            "complete_task",
            json!({"id": "deadbeef"}),
            "not_found",
            "List the tasks",
        ),
        (
            "update_task",
            json!({"id": "deadbeef", "title": "x"}),
            "not_found",
            "List the tasks",
        ),
        (
            "delete_task",
            json!({"id": ""}),
            "not_found",
            "List the tasks",
        ),
        ("undo", json!({}), "nothing_to_undo", "nothing left"),
    ];
    for (tool, arguments, code, part) in cases {
        let shown = task::text::excerpt(&arguments.to_string(), 80);
        let (found, message) = fails(&client, tool, arguments).await;
        assert_eq!(found, code, "{tool} {shown}");
        assert!(message.contains(part), "{tool} {shown}: {message}");
    }
    assert_eq!(
        profile
            .store
            .caller(Actor::Person)
            .changes(0)
            .await
            .unwrap()
            .seq,
        0
    );
}

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
    let codex = self::client(&profile, "Codex").await;
    let group = &changes[1]["group"];
    let (code, _) = fails(&codex, "undo", json!({ "group": group })).await;
    assert_eq!(code, "denied");
}

#[tokio::test]
async fn every_tool_says_what_it_takes_gives_and_risks() {
    let profile = profile().await;
    let client = client(&profile, "test").await;
    let tools = client.list_all_tools().await.unwrap();
    let names: Vec<_> = tools.iter().map(|tool| tool.name.as_ref()).collect();
    let expected = [
        "add_task",
        "list_tasks",
        "get_task",
        "get_overview",
        "get_activity",
        "complete_task",
        "update_task",
        "skip_occurrence",
        "delete_task",
        "restore_task",
        "undo",
    ];
    assert_eq!(names, expected);
    for tool in &tools {
        let hints = tool.annotations.as_ref().unwrap();
        assert_eq!(hints.open_world_hint, Some(false));
        let reads = ["list_tasks", "get_task", "get_overview", "get_activity"];
        assert_eq!(
            hints.read_only_hint,
            Some(reads.contains(&tool.name.as_ref()))
        );
        assert_eq!(
            hints.destructive_hint,
            Some(["update_task", "delete_task", "undo"].contains(&tool.name.as_ref()))
        );
        assert!(hints.idempotent_hint.is_some());
        assert_eq!(
            tool.input_schema["additionalProperties"], false,
            "{}",
            tool.name
        );
        assert_eq!(tool.output_schema.as_ref().unwrap()["type"], "object");
        for (name, property) in tool.input_schema["properties"].as_object().unwrap() {
            let described = property["description"].as_str();
            assert!(
                described.is_some_and(|text| text.len() > 10),
                "{} {name}",
                tool.name
            );
        }
        assert!(
            !serde_json::to_string(&tool.input_schema)
                .unwrap()
                .contains("$ref")
        );
    }
}

#[tokio::test]
async fn an_unknown_tool_is_a_protocol_error() {
    let profile = profile().await;
    let client = client(&profile, "test").await;
    let error = client
        .call_tool(CallToolRequestParams::new("clear_all"))
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("There is no tool “clear_all”"),
        "{error}"
    );
}
