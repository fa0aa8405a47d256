//! A backend's flag, as it is read from it.

use calm_orbit_host::chat::{Rollback, load_settings, refresh_flag, rollback};
use serde_json::json;
use store::Store;

use crate::far_side::FarSide;
use crate::{answered_by, backend, profile};

async fn decided(store: &Store) -> Option<Rollback> {
    let settings = load_settings(store).await.unwrap();
    rollback(store, &settings).await.unwrap()
}

#[tokio::test]
async fn the_flag_is_kept_until_the_backend_says_otherwise() {
    let far = FarSide::new(|count, _| match count {
        1 => (200, json!({"rollback": true})),
        2 => (503, json!({})),
        3 => (429, json!({})),
        4 => (200, json!({"rollback": false, "share": 0})),
        5 => (200, json!("no flag")),
        6 => (200, json!({"rollback": true})),
        _ => (404, json!({"rollback": true})),
    })
    .await;
    let (store, _folder) = profile().await;
    answered_by(&store, backend(&far)).await;
    assert_eq!(decided(&store).await, None, "nobody is waited for");
    for is in [
        Some(Rollback::Backend),
        Some(Rollback::Backend),
        Some(Rollback::Backend),
        Some(Rollback::Rollout),
        None,
        Some(Rollback::Backend),
        None,
    ] {
        let before = decided(&store).await;
        let changed = refresh_flag(&store).await.unwrap();
        assert_eq!(decided(&store).await, is);
        assert!(changed || before == is, "a change is told");
    }
    let asked = far.asked();
    assert_eq!(asked.len(), 7);
    assert_eq!(asked[0].line, "GET /api/chat/rollout");
    assert_eq!(asked[0].authorization, None);
}

#[tokio::test]
async fn a_backend_that_cannot_be_reached_leaves_the_flag_as_it_was() {
    let far = FarSide::new(|_, _| (200, json!({"rollback": true}))).await;
    let (store, _folder) = profile().await;
    answered_by(&store, backend(&far)).await;
    refresh_flag(&store).await.unwrap();
    let gone = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = gone.local_addr().unwrap().port();
    drop(gone);
    let known = store.setting("chat_rollout").await.unwrap().unwrap();
    let url = format!("http://127.0.0.1:{port}");
    let known = known.replace(&far.address.to_string(), &url);
    store
        .set_setting("chat_rollout", Some(&known))
        .await
        .unwrap();
    let answers = calm_orbit_host::chat::Answers::Backend {
        url,
        path: "/x".to_owned(),
    };
    answered_by(&store, answers).await;
    refresh_flag(&store).await.unwrap();
    assert_eq!(decided(&store).await, Some(Rollback::Backend));
}

#[tokio::test]
async fn where_no_backend_answers_none_is_asked() {
    let (store, _folder) = profile().await;
    refresh_flag(&store).await.unwrap();
    assert_eq!(store.setting("chat_rollout").await.unwrap(), None);
}
