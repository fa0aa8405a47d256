//! What every tool says of itself, and what is refused.

use rmcp::model::CallToolRequestParams;
use serde_json::json;
use task::{Actor, Tasks};

use crate::client::{client, fails, profile};

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
