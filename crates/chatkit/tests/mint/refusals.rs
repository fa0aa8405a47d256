//! What goes wrong on the way, and what is said of it.

use std::time::Duration;

use calm_orbit_chatkit::mint::{
    Address, Mint, MintCode, MintError, Patience, SessionSource, Trouble, WrongAnswer, fetch,
};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::far_side::{FarSide, Says, TOKEN, mint, session, status};

pub(crate) async fn refused(source: SessionSource) -> MintError {
    mint(source).client_secret(None).await.unwrap_err()
}

fn trouble(error: &MintError) -> Trouble {
    match error {
        MintError::Unreachable { trouble, .. } => *trouble,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn every_status_has_its_meaning_and_only_some_are_tried_again() {
    for (given, code, passes, asked) in [
        (400, MintCode::InvalidInput, false, 1),
        (401, MintCode::SignIn, false, 1),
        (403, MintCode::SignIn, false, 1),
        (404, MintCode::InvalidInput, false, 1),
        (405, MintCode::InvalidInput, false, 1),
        (422, MintCode::InvalidInput, false, 1),
        (429, MintCode::RateLimited, true, 3),
        (500, MintCode::Unreachable, true, 3),
        (502, MintCode::Unreachable, true, 3),
        (503, MintCode::Unreachable, true, 3),
    ] {
        for backend in [false, true] {
            let far = FarSide::new(vec![status(given)]).await;
            let source = if backend { far.backend() } else { far.openai() };
            let error = refused(source).await;
            assert_eq!(error.code(), code, "{given}: {error}");
            assert_eq!(error.passes(), passes, "{given}: {error}");
            assert_eq!(far.minted(), asked, "{given}");
        }
    }
}

#[tokio::test]
async fn a_fault_that_passes_is_not_told() {
    for first in [
        status(500),
        status(503),
        Says::Nothing,
        Says::Half,
        Says::Waits,
    ] {
        let far = FarSide::new(vec![first.clone(), first, session(3, &Value::Null)]).await;
        let secret = mint(far.openai()).client_secret(None).await.unwrap();
        assert_eq!(secret.expose_secret(), "ek_marked_3");
        assert_eq!(far.minted(), 3);
    }
}

#[tokio::test]
async fn faults_that_stay_are_told_apart() {
    for (says, is) in [
        (status(500), Trouble::Fault(500)),
        (Says::Nothing, Trouble::BrokeOff),
        (Says::Half, Trouble::BrokeOff),
        (Says::Waits, Trouble::TooSlow),
    ] {
        let far = FarSide::new(vec![says]).await;
        assert_eq!(trouble(&refused(far.openai()).await), is);
        assert_eq!(far.minted(), 3);
    }
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = closed.local_addr().unwrap().port();
    drop(closed);
    let error = refused(backend(&format!("http://127.0.0.1:{port}"))).await;
    assert_eq!(trouble(&error), Trouble::NoConnection);
    assert!(error.passes());
}

#[tokio::test]
async fn a_server_without_tls_is_not_trusted() {
    let far = FarSide::new(vec![session(1, &Value::Null)]).await;
    for address in ["127.0.0.1", "localhost"] {
        let source = backend(&format!("https://{address}:{}", far.port));
        let error = refused(source).await;
        assert_eq!(trouble(&error), Trouble::NotTrusted);
        assert!(!error.passes());
    }
    assert_eq!(far.minted(), 0);
}

fn backend(url: &str) -> SessionSource {
    SessionSource::Backend {
        url: url.parse::<Address>().unwrap(),
        token: SecretString::from(TOKEN),
        user: "user-1".to_owned(),
        conversation: None,
    }
}

#[tokio::test]
async fn the_time_for_all_tries_is_limited() {
    let far = FarSide::new(vec![Says::Waits]).await;
    let patience = Patience {
        whole: Duration::from_millis(200),
        one: Duration::from_secs(600),
        pause: Duration::from_millis(1),
    };
    let mint = Mint::with_patience(far.openai(), patience).unwrap();
    let error = mint.client_secret(None).await.unwrap_err();
    assert_eq!(trouble(&error), Trouble::TooSlow);
    assert_eq!(far.minted(), 1);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let other = FarSide::new(vec![session(1, &Value::Null)]).await;
    for code in [301, 302, 303, 307, 308] {
        let location = format!("location: http://127.0.0.1:{}/x\r\n", other.port);
        let says = Says::Status(code, location.leak(), String::new());
        let far = FarSide::new(vec![says]).await;
        let error = refused(far.backend()).await;
        assert!(matches!(error, MintError::Redirected { .. }), "{error}");
        assert_eq!(far.minted(), 1);
    }
    assert!(other.asked().is_empty(), "the token went elsewhere");
}

#[tokio::test]
async fn answers_that_are_no_session_are_refused() {
    let says = |body: &str| Says::Status(200, "", body.to_owned());
    for (says, is) in [
        (says("<html>"), WrongAnswer::NotJson),
        (says(""), WrongAnswer::NotJson),
        (says("[]"), WrongAnswer::NotJson),
        (says("{}"), WrongAnswer::NoSecret),
        (says(r#"{"client_secret": ""}"#), WrongAnswer::NoSecret),
        (says(r#"{"client_secret": 1}"#), WrongAnswer::NoSecret),
        (Says::Huge, WrongAnswer::TooLong),
    ] {
        let far = FarSide::new(vec![says]).await;
        let error = refused(far.backend()).await;
        assert!(
            matches!(error, MintError::BadAnswer { wrong, .. } if wrong == is),
            "{error}"
        );
        assert_eq!(far.minted(), 1);
    }
}

#[tokio::test]
async fn who_is_told_to_wait_waits() {
    for header in ["retry-after: 1\r\n", "x-retry-after: 1\r\n"] {
        let busy = Says::Status(429, header, "Too many requests".to_owned());
        let far = FarSide::new(vec![busy, session(2, &Value::Null)]).await;
        mint(far.openai()).client_secret(None).await.unwrap();
        let asked = far.asked();
        assert!(asked[1].at - asked[0].at >= Duration::from_secs(1));
    }
    // By the server's own clock.
    let header = "date: Sun, 06 Nov 1994 08:49:37 GMT\r\n\
                  retry-after: Sun, 06 Nov 1994 08:49:38 GMT\r\n";
    let busy = Says::Status(429, header, String::new());
    let far = FarSide::new(vec![busy, session(2, &Value::Null)]).await;
    mint(far.openai()).client_secret(None).await.unwrap();
    let asked = far.asked();
    assert!(asked[1].at - asked[0].at >= Duration::from_secs(1));
}

#[tokio::test]
async fn a_wait_that_is_too_long_is_told_and_kept() {
    for (header, says) in [
        ("retry-after: 90\r\n", "in 90 seconds"),
        (
            "date: Sun, 06 Nov 1994 08:00:00 GMT\r\n\
             retry-after: Sun, 06 Nov 1994 08:20:00 GMT\r\n",
            "in 20 minutes",
        ),
        ("retry-after: 18446744073709551615\r\n", "in 1440 minutes"),
    ] {
        let busy = Says::Status(429, header, String::new());
        let far = FarSide::new(vec![busy, session(2, &Value::Null)]).await;
        let mint = mint(far.openai());
        let error = mint.client_secret(None).await.unwrap_err();
        assert!(error.to_string().ends_with(says), "{error}");
        // Nobody is bothered before that.
        let error = mint.client_secret(None).await.unwrap_err();
        assert_eq!(error.code(), MintCode::RateLimited);
        assert_eq!(far.minted(), 1);
        tokio::time::pause();
        tokio::time::advance(Duration::from_secs(24 * 60 * 60)).await;
        tokio::time::resume();
        mint.client_secret(None).await.unwrap();
    }
}

#[tokio::test]
async fn a_workflow_that_openai_does_not_know_is_named() {
    let far = FarSide::new(vec![status(404)]).await;
    let error = refused(far.openai()).await;
    assert!(error.to_string().contains("finds no workflow wf_68e5a1"));
    let error = refused(far.backend()).await;
    let text = error.to_string();
    assert!(
        text.contains("no ChatKit sessions at this address"),
        "{text}"
    );
    assert!(
        text.starts_with(&format!("127.0.0.1:{}", far.port)),
        "{text}"
    );
}

#[tokio::test]
async fn what_a_server_says_is_told_on_in_each_of_its_forms() {
    for body in [
        json!({"error": {"message": "No such version.", "type": "invalid_request_error"}}),
        json!({"detail": "No such version."}),
        json!({"message": "No such version."}),
        json!({"error": "No such version."}),
        json!({"detail": [{"msg": "x"}], "message": "No such \u{7}version."}),
    ] {
        let far = FarSide::new(vec![Says::Status(400, "", body.to_string())]).await;
        let text = refused(far.openai()).await.to_string();
        assert_eq!(
            text,
            "OpenAI refused the request (400), saying: No such version."
        );
    }
    let long = json!({"detail": "ä".repeat(500)}).to_string();
    let far = FarSide::new(vec![Says::Status(400, "", long)]).await;
    assert!(refused(far.openai()).await.to_string().len() < 500);
}

#[tokio::test]
async fn what_needs_no_credential_is_fetched_without_one() {
    let far = FarSide::new(vec![
        Says::Status(200, "", "{}".to_owned()),
        status(404),
        Says::Huge,
    ])
    .await;
    let address = far.address("/api/chat/rollout");
    let ask = async || fetch(&address, Duration::from_secs(5)).await.unwrap();
    let fetched = ask().await;
    assert_eq!(
        (fetched.status, fetched.body.as_deref()),
        (200, Some(&b"{}"[..]))
    );
    assert_eq!(ask().await.status, 404);
    assert_eq!(ask().await.body, None);
    let asked = far.asked().remove(0);
    assert_eq!(asked.line, "GET /api/chat/rollout");
    assert_eq!(asked.header("authorization"), None);
    assert_eq!(asked.header("cookie"), None);
}
