//! `calm-orbit mcp` on its real standard input and output.
#![allow(clippy::unwrap_used, reason = "tests")]

mod stdio;

use serde_json::json;
use stdio::Client;

#[test]
fn a_client_adds_and_lists() {
    let folder = tempfile::tempdir().unwrap();
    let mut client = Client::start(folder.path(), "test");
    let added = client.call("add_task", &json!({"title": "Buy milk"}));
    assert_eq!(added["structuredContent"]["task"]["title"], "Buy milk");
    assert_eq!(
        client.open_ids(),
        [added["structuredContent"]["task"]["id"].as_str().unwrap()]
    );
    client.close();
}

#[test]
fn nonsense_does_not_end_the_conversation() {
    let folder = tempfile::tempdir().unwrap();
    let mut client = Client::start(folder.path(), "test");
    for (line, id, code) in [
        ("{", json!(null), -32700),
        ("not json", json!(null), -32700),
        ("\u{1F4A5}", json!(null), -32700),
        (
            "{\"jsonrpc\":\"2.0\",\"id\":77,\"params\":\"\\ud800\"}",
            json!(77),
            -32700,
        ),
        ("[]", json!(null), -32600),
        (
            "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"x\"}",
            json!(1),
            -32600,
        ),
    ] {
        client.write(line);
        let answer = client.read();
        assert_eq!(
            (&answer["id"], &answer["error"]["code"]),
            (&id, &json!(code)),
            "{line}"
        );
    }
    client.write("");
    let unknown = client.request("tools/nothing", &json!({}));
    assert!(unknown["error"]["code"].is_i64(), "{unknown}");
    let wrong = client.request("tools/call", &json!({"name": 7}));
    assert_eq!(wrong["error"]["code"], -32602, "{wrong}");
    let added = client.call("add_task", &json!({"title": "Still here"}));
    assert_eq!(added["structuredContent"]["task"]["title"], "Still here");
    client.close();
}

#[test]
fn calls_sent_at_once_are_done_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let mut client = Client::start(folder.path(), "test");
    let added = client.call("add_task", &json!({"title": "Buy milk"}));
    let id = added["structuredContent"]["task"]["id"].clone();
    for round in 0..10 {
        for version in 0..20 {
            let arguments = json!({"id": id, "title": format!("round {round}, version {version}")});
            let params = json!({"name": "update_task", "arguments": arguments});
            client.write(&json!({"jsonrpc": "2.0", "id": format!("{round}-{version}"), "method": "tools/call", "params": params}).to_string());
        }
        for _ in 0..20 {
            assert!(client.read()["result"]["isError"] != true);
        }
        let listed = client.call("list_tasks", &json!({}));
        let title = &listed["structuredContent"]["tasks"][0]["title"];
        assert_eq!(*title, format!("round {round}, version 19"));
    }
    client.close();
}

#[test]
fn a_profile_that_cannot_be_opened_is_told_at_each_call_and_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let profile = folder.path().join("profile");
    std::fs::write(&profile, "a file").unwrap();
    let mut client = Client::start(&profile, "test");
    let failed = client.call("add_task", &json!({"title": "Buy milk"}));
    assert_eq!(failed["isError"], true);
    assert_eq!(failed["_meta"]["org.calmorbit/code"], "unavailable");
    let text = failed["content"][0]["text"].as_str().unwrap();
    assert!(text.contains("profile cannot be used"), "{text}");
    std::fs::remove_file(&profile).unwrap();
    let added = client.call("add_task", &json!({"title": "Buy milk"}));
    assert_eq!(added["structuredContent"]["task"]["title"], "Buy milk");
    client.close();
}

#[test]
fn what_was_acknowledged_survives_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let mut killed = Client::start(folder.path(), "killed");
    let mut ids = Vec::new();
    for index in 0..20 {
        let added = killed.call("add_task", &json!({"title": format!("task {index}")}));
        ids.push(
            added["structuredContent"]["task"]["id"]
                .as_str()
                .unwrap()
                .to_owned(),
        );
    }
    // One more is on its way when the process dies.
    killed.write(&json!({"jsonrpc": "2.0", "id": 99, "method": "tools/call", "params": {"name": "add_task", "arguments": {"title": "unacknowledged"}}}).to_string());
    killed.kill();
    let mut client = Client::start(folder.path(), "after");
    let found = client.open_ids();
    assert!(found.len() == 20 || found.len() == 21, "{}", found.len());
    assert_eq!(found[..20], ids);
    client.close();
}
