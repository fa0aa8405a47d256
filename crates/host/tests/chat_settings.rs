//! How the chat of a profile is set up, and what makes it the built-in panel.
#![allow(clippy::unwrap_used, reason = "tests")]

use calm_orbit_host::chat::{
    Answers, ChatSettings, Rollback, load_settings, rollback, save_settings,
};
use serde_json::json;
use store::{Options, Store};
use task::Code;

async fn profile() -> (Store, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Options::default())
        .await
        .unwrap();
    (store, folder)
}

fn backend(url: &str, path: &str) -> ChatSettings {
    ChatSettings {
        answers: Answers::Backend {
            url: url.to_owned(),
            path: path.to_owned(),
        },
        ..ChatSettings::default()
    }
}

fn workflow(workflow: &str, version: Option<&str>) -> ChatSettings {
    ChatSettings {
        answers: Answers::OpenAi {
            workflow: workflow.to_owned(),
            version: version.map(str::to_owned),
        },
        ..ChatSettings::default()
    }
}

#[tokio::test]
async fn settings_are_kept_as_they_can_be_used() {
    let (store, folder) = profile().await;
    assert_eq!(
        load_settings(&store).await.unwrap(),
        ChatSettings::default()
    );
    for (given, kept) in [
        (
            backend(" https://example.org/app/ ", " /api/chatkit/session"),
            backend("https://example.org/app", "/api/chatkit/session"),
        ),
        (
            backend("http://127.0.0.1:8000", "/api/chat/chatkit/session"),
            backend("http://127.0.0.1:8000", "/api/chat/chatkit/session"),
        ),
        (
            workflow(" wf_68e5a ", Some(" ")),
            workflow("wf_68e5a", None),
        ),
        (workflow("wf_1", Some("2")), workflow("wf_1", Some("2"))),
        (
            ChatSettings {
                told: true,
                built_in: true,
                answers: Answers::Device,
            },
            ChatSettings {
                told: true,
                built_in: true,
                answers: Answers::Device,
            },
        ),
    ] {
        assert_eq!(save_settings(&store, given).await.unwrap(), kept);
        let other = Store::open(folder.path(), Options::default())
            .await
            .unwrap();
        assert_eq!(load_settings(&other).await.unwrap(), kept);
    }
}

#[tokio::test]
async fn what_cannot_be_used_is_refused_and_changes_nothing() {
    let (store, _folder) = profile().await;
    let kept = workflow("wf_1", None);
    save_settings(&store, kept.clone()).await.unwrap();
    let path = "/api/chatkit/session";
    for (settings, says) in [
        (backend("http://example.org", path), "begins with https://"),
        (
            backend("example.org", path),
            "looks like https://example.org",
        ),
        (backend("https://me:pass@example.org", path), "no password"),
        (backend("https://example.org/?key=1", path), "no “?”"),
        (backend("https://example.org", "api"), "begins with one “/”"),
        (
            backend("https://example.org", "//evil.org/x"),
            "begins with one “/”",
        ),
        (
            backend("https://example.org", "/a/../b"),
            "begins with one “/”",
        ),
        (
            backend("https://example.org", "/a?b"),
            "begins with one “/”",
        ),
        (workflow("68e5a", None), "begins with “wf_”"),
        (workflow("wf_", None), "begins with “wf_”"),
        (workflow("wf_1/cancel", None), "begins with “wf_”"),
        (workflow("wf_1", Some("latest")), "version empty"),
        (workflow("wf_1", Some("a b")), "letters, digits"),
    ] {
        let refused = save_settings(&store, settings).await.unwrap_err();
        assert_eq!(refused.code(), Code::InvalidInput);
        assert!(refused.to_string().contains(says), "{refused}");
        assert!(!refused.to_string().contains("pass@"), "{refused}");
        assert_eq!(load_settings(&store).await.unwrap(), kept);
    }
}

#[tokio::test]
async fn what_cannot_be_read_counts_as_never_set_and_takes_nothing_along() {
    let (store, _folder) = profile().await;
    let on = ChatSettings {
        built_in: true,
        ..ChatSettings::default()
    };
    for (kept, is) in [
        ("", ChatSettings::default()),
        ("[1]", ChatSettings::default()),
        (r#"{"told": 3, "built_in": true}"#, on.clone()),
        (
            r#"{"built_in": true, "answers": {"from": "the_moon"}}"#,
            on.clone(),
        ),
        (
            r#"{"built_in": true, "answers": {"from": "backend", "url": "http://example.org", "path": "/x"}}"#,
            on,
        ),
    ] {
        store.set_setting("chat", Some(kept)).await.unwrap();
        assert_eq!(load_settings(&store).await.unwrap(), is, "{kept}");
    }
}

/// The environment of the process is the only one that tests can't set beside each other; what it
/// does is checked in `rollback.rs`.
#[tokio::test]
async fn the_rollback_follows_the_setting_and_the_flag_of_the_backend_that_answers() {
    let (store, _folder) = profile().await;
    let built_in = ChatSettings {
        built_in: true,
        ..ChatSettings::default()
    };
    assert_eq!(
        rollback(&store, &built_in).await.unwrap(),
        Some(Rollback::Setting)
    );
    let ours = backend("https://example.org", "/x");
    assert_eq!(rollback(&store, &ours).await.unwrap(), None);
    let know = async |flag| {
        let known = json!({"url": "https://example.org", "flag": flag}).to_string();
        store
            .set_setting("chat_rollout", Some(&known))
            .await
            .unwrap();
    };
    know(json!({"rollback": true})).await;
    assert_eq!(
        rollback(&store, &ours).await.unwrap(),
        Some(Rollback::Backend)
    );
    know(json!({"share": 0})).await;
    assert_eq!(
        rollback(&store, &ours).await.unwrap(),
        Some(Rollback::Rollout)
    );
    for others in [
        ChatSettings::default(),
        backend("https://example.com", "/x"),
        workflow("wf_1", None),
    ] {
        assert_eq!(rollback(&store, &others).await.unwrap(), None);
    }
    know(json!({"share": 100})).await;
    assert_eq!(rollback(&store, &ours).await.unwrap(), None);
}
