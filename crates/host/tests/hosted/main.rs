//! Hosted ChatKit: its sessions, a backend's flag, and the tools that it may call here.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod far_side;
mod flag;
mod tools;

use calm_orbit_host::chat::{Answers, ChatSettings, Hosted, save_settings, token_entered};
use secrecy::{ExposeSecret, SecretString};
use secrets::SecretName;
use serde_json::json;
use store::{Options, Store};
use task::{Code, Failure};

use far_side::{FarSide, session};

pub(crate) async fn profile() -> (Store, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Options::default())
        .await
        .unwrap();
    (store, folder)
}

pub(crate) async fn answered_by(store: &Store, answers: Answers) {
    let settings = ChatSettings {
        answers,
        ..ChatSettings::default()
    };
    save_settings(store, settings).await.unwrap();
}

pub(crate) fn backend(far: &FarSide) -> Answers {
    Answers::Backend {
        url: far.address.to_string(),
        path: "/api/chatkit/session".to_owned(),
    }
}

fn workflow(workflow: &str) -> Answers {
    Answers::OpenAi {
        workflow: workflow.to_owned(),
        version: None,
    }
}

async fn secret(hosted: &Hosted, store: &Store, credential: &str) -> Result<String, Failure> {
    let credential = SecretString::from(credential);
    let given = hosted.client_secret(store, None, async |_| Ok(Some(credential)));
    given.await.map(|secret| secret.expose_secret().to_owned())
}

#[tokio::test]
async fn session_created_with_the_key() {
    let far = FarSide::new(|count, _| session(count)).await;
    let (store, folder) = profile().await;
    answered_by(&store, workflow("wf_1")).await;
    let hosted = Hosted::at(&far.address.below("/v1").unwrap());
    let name = |name| {
        assert_eq!(name, SecretName::OpenaiKey);
        async { Ok(Some(SecretString::from("sk-1"))) }
    };
    let given = hosted.client_secret(&store, None, name).await.unwrap();
    assert_eq!(given.expose_secret(), "ek_1");
    assert_eq!(secret(&hosted, &store, "sk-1").await.unwrap(), "ek_1");
    let asked = far.asked();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].line, "POST /v1/chatkit/sessions");
    assert_eq!(asked[0].authorization.as_deref(), Some("Bearer sk-1"));
    assert_eq!(asked[0].body["workflow"], json!({"id": "wf_1"}));
    // The person of another start is the same; that of another profile another.
    let user = asked[0].body["user"].as_str().unwrap();
    assert_eq!(user.len(), 32);
    assert_ne!(user, format!("{:016x}", store.device().await.unwrap().0));
    let again = Store::open(folder.path(), Options::default())
        .await
        .unwrap();
    let hosted = Hosted::at(&far.address);
    secret(&hosted, &again, "sk-1").await.unwrap();
    let (other, _folder) = profile().await;
    answered_by(&other, workflow("wf_1")).await;
    secret(&Hosted::at(&far.address), &other, "sk-1")
        .await
        .unwrap();
    let asked = far.asked();
    assert_eq!(asked[1].body["user"], user);
    assert_ne!(asked[2].body["user"], user);
}

#[tokio::test]
async fn session_created_with_the_token() {
    let far = FarSide::new(|count, _| session(count)).await;
    let (store, _folder) = profile().await;
    answered_by(&store, backend(&far)).await;
    let hosted = Hosted::default();
    let name = |name| {
        assert_eq!(name, SecretName::BackendToken);
        async { Ok(Some(SecretString::from("token"))) }
    };
    let given = hosted.client_secret(&store, None, name).await.unwrap();
    assert_eq!(given.expose_secret(), "ek_1");
    let asked = far.asked().remove(0);
    assert_eq!(asked.line, "POST /api/chatkit/session");
    assert_eq!(asked.authorization.as_deref(), Some("Bearer token"));
    assert_eq!(asked.body["conversation_id"], json!(null));
    assert_eq!(asked.body["refresh"], json!(false));
}

#[tokio::test]
async fn other_settings_and_another_key_begin_anew() {
    let far = FarSide::new(|count, _| session(count)).await;
    let (store, _folder) = profile().await;
    let hosted = Hosted::at(&far.address);
    answered_by(&store, workflow("wf_1")).await;
    assert_eq!(secret(&hosted, &store, "sk-1").await.unwrap(), "ek_1");
    secret(&hosted, &store, "sk-2").await.unwrap();
    let asked = far.wait(3).await;
    let lines = |asked: &[far_side::Asked]| {
        let mut lines: Vec<String> = asked
            .iter()
            .map(|one| format!("{} {}", one.line, one.authorization.clone().unwrap()))
            .collect();
        lines.sort();
        lines
    };
    assert_eq!(
        lines(&asked[1..]),
        [
            "POST /chatkit/sessions Bearer sk-2",
            "POST /chatkit/sessions/cksess_1/cancel Bearer sk-1",
        ]
    );
    answered_by(&store, workflow("wf_2")).await;
    secret(&hosted, &store, "sk-2").await.unwrap();
    let asked = far.wait(5).await;
    let minted = asked.iter().rfind(|one| !one.line.contains("cancel"));
    assert_eq!(minted.unwrap().body["workflow"]["id"], "wf_2");
}

#[tokio::test]
async fn who_signs_out_leaves_no_session_and_no_credential() {
    let far = FarSide::new(|count, _| session(count)).await;
    let (store, _folder) = profile().await;
    answered_by(&store, workflow("wf_1")).await;
    let hosted = Hosted::at(&far.address);
    secret(&hosted, &store, "sk-1").await.unwrap();
    // The credential that the sessions were minted with, whatever is set up by now.
    answered_by(&store, backend(&far)).await;
    let mut cleared = None;
    let clear = |name| {
        cleared = Some(name);
        async { Ok(()) }
    };
    hosted.sign_out(&store, clear).await.unwrap();
    assert_eq!(cleared, Some(SecretName::OpenaiKey));
    let asked = far.wait(2).await;
    assert_eq!(asked[1].line, "POST /chatkit/sessions/cksess_1/cancel");
    // Without a session, that of the settings; and what can't be cleared is said.
    let refused = Failure {
        code: Code::NoKeychain,
        message: "It is locked.".to_owned(),
    };
    let said = hosted
        .sign_out(&store, |name| {
            assert_eq!(name, SecretName::BackendToken);
            async { Err(refused.clone()) }
        })
        .await;
    assert_eq!(said, Err(refused.clone()));
}

#[tokio::test]
async fn a_token_goes_to_no_other_server_than_its_first() {
    let ours = FarSide::new(|count, _| session(count)).await;
    let theirs = FarSide::new(|count, _| session(count)).await;
    let (store, folder) = profile().await;
    answered_by(&store, backend(&ours)).await;
    let hosted = Hosted::default();
    secret(&hosted, &store, "token").await.unwrap();
    answered_by(&store, backend(&theirs)).await;
    // Nor after a restart.
    let again = Store::open(folder.path(), Options::default())
        .await
        .unwrap();
    for (hosted, store) in [(&hosted, &store), (&Hosted::default(), &again)] {
        let said = secret(hosted, store, "token").await.unwrap_err();
        assert_eq!(said.code, Code::SignIn);
        assert!(
            said.message.contains(&ours.address.to_string()),
            "{}",
            said.message
        );
    }
    assert!(theirs.asked().is_empty());
    // Another path of the same server is no other server.
    let path = "/api/chat/chatkit/session".to_owned();
    let url = ours.address.to_string();
    answered_by(&store, Answers::Backend { url, path }).await;
    secret(&hosted, &store, "token").await.unwrap();
    // Another token may, and this one once somebody who knows it has entered it anew.
    answered_by(&store, backend(&theirs)).await;
    token_entered(&store, "another").await.unwrap();
    assert!(secret(&hosted, &store, "token").await.is_err());
    secret(&hosted, &store, "another").await.unwrap();
    token_entered(&store, " token\n").await.unwrap();
    secret(&hosted, &store, "token").await.unwrap();
    let sent: Vec<_> = theirs
        .asked()
        .into_iter()
        .map(|one| one.authorization)
        .collect();
    assert_eq!(
        sent,
        ["Bearer another", "Bearer token"].map(|one| Some(one.to_owned()))
    );
    // It isn't to be found in the profile.
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let path = file.unwrap().path();
        if path.is_file() {
            let bytes = std::fs::read(&path).unwrap();
            let found = bytes.windows(7).any(|part| part == b"another");
            assert!(!found, "{}", path.display());
        }
    }
}

#[tokio::test]
async fn what_is_missing_is_said_and_nobody_is_asked() {
    let far = FarSide::new(|count, _| session(count)).await;
    let (store, _folder) = profile().await;
    let hosted = Hosted::at(&far.address);
    let said = secret(&hosted, &store, "sk-1").await.unwrap_err();
    assert_eq!(said.code, Code::InvalidInput);
    for (answers, says) in [
        (workflow("wf_1"), "There is no key for OpenAI."),
        (backend(&far), "There is no token for the backend."),
    ] {
        answered_by(&store, answers).await;
        let none = hosted.client_secret(&store, None, async |_| Ok(None)).await;
        let said = none.map(drop).unwrap_err();
        assert_eq!(said.code, Code::SignIn);
        assert!(said.message.starts_with(says), "{}", said.message);
    }
    let locked = Failure {
        code: Code::NoKeychain,
        message: "It is locked.".to_owned(),
    };
    let said = hosted
        .client_secret(&store, None, async |_| Err(locked.clone()))
        .await;
    assert_eq!(said.map(drop).unwrap_err(), locked);
    assert!(far.asked().is_empty());
}

#[tokio::test]
async fn errors_shown_say_what_to_do() {
    for (status, openai, code, says) in [
        (
            401,
            true,
            Code::SignIn,
            "OpenAI does not accept the credential. Enter another key",
        ),
        (
            403,
            false,
            Code::SignIn,
            "does not accept the credential. Sign in there again",
        ),
        (
            404,
            true,
            Code::InvalidInput,
            "OpenAI finds no workflow wf_1 for this key",
        ),
        (
            404,
            false,
            Code::InvalidInput,
            "Look at the backend's address and path",
        ),
        (
            429,
            true,
            Code::RateLimited,
            "OpenAI has had too many requests",
        ),
        (
            500,
            false,
            Code::Unreachable,
            "has a fault of its own (500). Try again.",
        ),
    ] {
        let answers: fn(usize, &far_side::Asked) -> (u16, serde_json::Value) = match status {
            401 => |_, _| (401, json!({})),
            403 => |_, _| (403, json!({})),
            404 => |_, _| (404, json!({})),
            429 => |_, _| (429, json!({})),
            _ => |_, _| (500, json!({})),
        };
        let far = FarSide::new(answers).await;
        let (store, _folder) = profile().await;
        let source = if openai {
            workflow("wf_1")
        } else {
            backend(&far)
        };
        answered_by(&store, source).await;
        let hosted = Hosted::at(&far.address);
        let said = secret(&hosted, &store, "marked").await.unwrap_err();
        assert_eq!(said.code, code, "{}", said.message);
        assert!(said.message.contains(says), "{}", said.message);
        assert!(said.message.ends_with('.'), "{}", said.message);
        assert!(!said.message.contains("marked"), "{}", said.message);
    }
}
