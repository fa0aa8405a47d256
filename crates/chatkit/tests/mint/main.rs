//! Minting, against a far side over real sockets.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod far_side;
mod redacted;
mod refusals;

use std::time::Duration;

use calm_orbit_chatkit::mint::{MintError, SessionSource};
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use tokio::time;

use far_side::{FarSide, KEY, TOKEN, mint, session, status};

#[tokio::test]
async fn openai_is_asked_as_it_publishes() {
    let far = FarSide::new(vec![session(1, &json!(9_999_999_999_i64))]).await;
    let mint = mint(far.openai());
    let secret = mint.client_secret(None).await.unwrap();
    assert_eq!(secret.expose_secret(), "ek_marked_1");
    let asked = far.asked().remove(0);
    assert_eq!(asked.line, "POST /v1/chatkit/sessions");
    assert_eq!(
        asked.header("authorization").unwrap(),
        format!("Bearer {KEY}")
    );
    assert_eq!(asked.header("openai-beta"), Some("chatkit_beta=v1"));
    assert_eq!(asked.header("content-type"), Some("application/json"));
    assert_eq!(
        asked.json(),
        json!({"workflow": {"id": "wf_68e5a1"}, "user": "user-1"})
    );
}

#[tokio::test]
async fn a_version_of_the_workflow_is_named() {
    let far = FarSide::new(vec![session(1, &Value::Null)]).await;
    let mut source = far.openai();
    if let SessionSource::OpenAi { version, .. } = &mut source {
        *version = Some("3".to_owned());
    }
    mint(source).client_secret(None).await.unwrap();
    assert_eq!(
        far.asked()[0].json()["workflow"],
        json!({"id": "wf_68e5a1", "version": "3"})
    );
}

#[tokio::test]
async fn session_created_with_the_token() {
    for path in ["/api/chatkit/session", "/api/chat/chatkit/session"] {
        let far = FarSide::new(vec![
            session(1, &json!("2020-01-01T00:00:00.665532")),
            session(2, &Value::Null),
        ])
        .await;
        let mut source = far.backend();
        if let SessionSource::Backend { url, .. } = &mut source {
            *url = far.address(path);
        }
        let mint = mint(source);
        mint.client_secret(None).await.unwrap();
        time::pause();
        time::advance(Duration::from_secs(6)).await;
        time::resume();
        mint.client_secret(Some("ek_marked_1")).await.unwrap();
        let asked = far.asked();
        for (asked, refresh) in asked.iter().zip([false, true]) {
            assert_eq!(asked.line, format!("POST {path}"));
            assert_eq!(
                asked.header("authorization").unwrap(),
                format!("Bearer {TOKEN}")
            );
            assert_eq!(asked.header("openai-beta"), None);
            assert_eq!(
                asked.json(),
                json!({"user_id": "user-1", "conversation_id": null, "refresh": refresh})
            );
        }
        assert_eq!(asked.len(), 2);
    }
}

#[tokio::test]
async fn many_who_ask_at_once_share_one_session() {
    let far = FarSide::new(vec![session(1, &Value::Null), session(2, &Value::Null)]).await;
    let mint = mint(far.openai());
    let all = (0..50).map(|_| mint.client_secret(None));
    for secret in futures::future::join_all(all).await {
        assert_eq!(secret.unwrap().expose_secret(), "ek_marked_1");
    }
    assert_eq!(far.minted(), 1);
}

#[tokio::test]
async fn many_who_ask_at_once_share_one_error() {
    let far = FarSide::new(vec![status(401), session(2, &Value::Null)]).await;
    let mint = mint(far.openai());
    let all = (0..50).map(|_| mint.client_secret(None));
    for refused in futures::future::join_all(all).await {
        assert!(matches!(refused, Err(MintError::SignIn { .. })));
    }
    assert_eq!(far.minted(), 1);
    mint.client_secret(None).await.unwrap();
}

#[tokio::test]
async fn a_session_is_minted_anew_before_it_ends() {
    let far = FarSide::new(vec![session(1, &Value::Null), session(2, &Value::Null)]).await;
    let mint = mint(far.openai());
    let ask = async || mint.client_secret(None).await.unwrap();
    assert_eq!(ask().await.expose_secret(), "ek_marked_1");
    // Ten minutes but for the one that is kept in hand.
    time::pause();
    time::advance(Duration::from_secs(535)).await;
    time::resume();
    assert_eq!(ask().await.expose_secret(), "ek_marked_1");
    assert_eq!(far.minted(), 1);
    time::pause();
    time::advance(Duration::from_secs(10)).await;
    time::resume();
    assert_eq!(ask().await.expose_secret(), "ek_marked_2");
    assert_eq!(far.minted(), 2);
}

#[tokio::test]
async fn a_secret_that_chatkit_wants_no_more_is_replaced_but_not_in_a_circle() {
    let far = FarSide::new(vec![session(1, &Value::Null), session(2, &Value::Null)]).await;
    let mint = mint(far.openai());
    mint.client_secret(None).await.unwrap();
    let again = mint.client_secret(Some("ek_marked_1")).await.unwrap();
    assert_eq!(again.expose_secret(), "ek_marked_1", "it is seconds old");
    // Another one than that at hand says nothing against that.
    time::pause();
    time::advance(Duration::from_secs(10)).await;
    time::resume();
    let other = mint.client_secret(Some("ek_of_old")).await.unwrap();
    assert_eq!(other.expose_secret(), "ek_marked_1");
    assert_eq!(far.minted(), 1);
    let new = mint.client_secret(Some("ek_marked_1")).await.unwrap();
    assert_eq!(new.expose_secret(), "ek_marked_2");
}

#[tokio::test]
async fn signing_out_cancels_all_that_lives() {
    let far = FarSide::new(vec![session(1, &Value::Null), session(2, &Value::Null)]).await;
    let mint = mint(far.openai());
    mint.client_secret(None).await.unwrap();
    time::pause();
    time::advance(Duration::from_secs(10)).await;
    time::resume();
    mint.client_secret(Some("ek_marked_1")).await.unwrap();
    mint.end().await;
    let mut cancelled: Vec<_> = far.asked().drain(2..).collect();
    cancelled.sort_by(|one, other| one.line.cmp(&other.line));
    let lines: Vec<_> = cancelled.iter().map(|one| one.line.as_str()).collect();
    assert_eq!(
        lines,
        [
            "POST /v1/chatkit/sessions/cksess_1/cancel",
            "POST /v1/chatkit/sessions/cksess_2/cancel"
        ]
    );
    for one in cancelled {
        assert_eq!(one.header("openai-beta"), Some("chatkit_beta=v1"));
        assert_eq!(
            one.header("authorization").unwrap(),
            format!("Bearer {KEY}")
        );
        assert_eq!(one.body, "");
    }
    let ended = mint.client_secret(None).await.unwrap_err();
    assert_eq!(ended, MintError::Ended);
    mint.end().await;
    assert_eq!(far.asked().len(), 4, "nothing is asked any more");
}

#[tokio::test]
async fn who_signs_out_while_a_session_is_minted_gets_none() {
    let far = FarSide::new(vec![session(1, &Value::Null)]).await;
    let mint = mint(far.openai());
    let (waits, ()) = tokio::join!(mint.client_secret(None), mint.end());
    assert_eq!(waits.unwrap_err(), MintError::Ended);
    let lines: Vec<String> = far.asked().into_iter().map(|one| one.line).collect();
    assert_eq!(
        lines,
        [
            "POST /v1/chatkit/sessions",
            "POST /v1/chatkit/sessions/cksess_1/cancel"
        ]
    );
}

#[tokio::test]
async fn a_session_that_nobody_waits_for_any_more_is_kept_for_the_next() {
    let far = FarSide::new(vec![session(1, &Value::Null), session(2, &Value::Null)]).await;
    let mint = mint(far.openai());
    let mut first = Box::pin(mint.client_secret(None));
    assert!(futures::poll!(&mut first).is_pending());
    drop(first);
    let secret = mint.client_secret(None).await.unwrap();
    assert_eq!(secret.expose_secret(), "ek_marked_1");
    assert_eq!(far.minted(), 1);
}
