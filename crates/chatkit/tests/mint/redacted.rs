//! No credential and no client secret is ever told, whatever a server says.

use std::sync::{Arc, Mutex};

use calm_orbit_chatkit::mint::{MintCode, MintError, SessionSource};
use secrecy::SecretString;
use serde_json::{Value, json};

use crate::far_side::{FarSide, KEY, Says, TOKEN, mint, session, status};
use crate::refusals::refused;

#[tokio::test]
async fn no_error_tells_a_secret() {
    let echoes = [
        format!("Incorrect API key provided: {KEY}"),
        format!("Bearer {TOKEN} is not known"),
        format!("sk-ma…{}", &KEY[KEY.len() - 6..]),
        format!("{}…", &TOKEN[..8]),
    ];
    for status in [400, 401, 403, 404, 422, 429, 500] {
        for echo in &echoes {
            let body = json!({"error": {"message": echo}}).to_string();
            let far = FarSide::new(vec![Says::Status(status, "", body)]).await;
            for source in [far.openai(), far.backend()] {
                let credential = match &source {
                    SessionSource::OpenAi { .. } => KEY,
                    SessionSource::Backend { .. } => TOKEN,
                };
                assert!(!format!("{source:?}").contains("marked"), "{source:?}");
                let error = refused(source).await;
                for text in [error.to_string(), format!("{error:?}")] {
                    for part in credential.as_bytes().windows(6) {
                        let part = str::from_utf8(part).unwrap();
                        assert!(!text.contains(part), "{status}: {text}");
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn a_credential_that_cannot_be_sent_is_refused_without_asking() {
    let far = FarSide::new(vec![session(1, &Value::Null)]).await;
    for wrong in [
        "",
        " ",
        "two\r\nlines",
        "a line\n",
        "two words",
        "a\tb",
        "schlüssel",
        "nul\0",
        "\u{7f}",
    ] {
        let none = SecretString::from(wrong);
        let (mut openai, mut backend) = (far.openai(), far.backend());
        if let SessionSource::OpenAi { key, .. } = &mut openai {
            *key = none.clone();
        }
        if let SessionSource::Backend { token, .. } = &mut backend {
            *token = none;
        }
        for source in [openai, backend] {
            let mint = mint(source);
            let error = mint.client_secret(None).await.unwrap_err();
            assert_eq!(error.code(), MintCode::SignIn, "{wrong:?}");
            mint.end().await;
        }
    }
    assert!(far.asked().is_empty());
}

/// A client secret, or what looks like one, is nobody's to see, wherever a refusal holds it.
#[tokio::test]
async fn no_refusal_tells_a_client_secret() {
    let secret = "marked-4f1c-client";
    let bodies = [
        json!({"client_secret": secret, "error": {"message": format!("Not {secret} again.")}}),
        json!({"error": {"message": format!("Not {secret}."), "client_secret": secret}}),
        json!({"error": secret, "session": [{"client_secret": {"value": secret}}]}),
        json!({"detail": secret, "clientSecret": secret}),
        json!({"detail": "The session marked-4f… is there.", "client_secret": secret}),
        json!({"message": "It is ek_marked_1 already."}),
        json!({"message": "It is \"EK_marked_1\"."}),
        json!({"message": "It is e\u{200b}k_marked_1."}),
        json!({"message": "It is e\u{7}k_marked_1."}),
        json!({"detail": "key=sk-marked"}),
        json!({"error": "(sk-marked)"}),
        json!(secret),
        json!([secret]),
        json!({"detail": {"msg": secret}}),
        json!({"reason": secret}),
    ];
    let mut texts: Vec<String> = bodies.iter().map(Value::to_string).collect();
    // Only the latter of two fields of one name is read.
    texts.push(format!(
        r#"{{"client_secret": "{secret}", "client_secret": 1, "error": "{secret}"}}"#
    ));
    texts.push(format!("client_secret={secret}"));
    for status in [400, 409, 422] {
        for body in &texts {
            let far = FarSide::new(vec![Says::Status(status, "", body.clone())]).await;
            for source in [far.openai(), far.backend()] {
                match refused(source).await {
                    MintError::Refused { says, .. } => assert_eq!(says, "", "{status}: {body}"),
                    other => panic!("{other:?}"),
                }
            }
        }
    }
    // Words that only look a little like it are told on.
    let body = json!({"error": "The task-list week_2 asks-for more."}).to_string();
    let far = FarSide::new(vec![Says::Status(422, "", body)]).await;
    let text = refused(far.openai()).await.to_string();
    assert!(
        text.ends_with("The task-list week_2 asks-for more."),
        "{text}"
    );
}

/// What the crates below log at their most talkative, too.
#[tokio::test]
async fn no_log_tells_a_secret() {
    let log = Log::default();
    let written = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || written.clone())
        .finish();
    let logging = tracing::subscriber::set_default(subscriber);
    let far = FarSide::new(vec![status(500), session(2, &Value::Null)]).await;
    for source in [far.openai(), far.backend()] {
        let mint = mint(source);
        mint.client_secret(None).await.unwrap();
        mint.end().await;
    }
    drop(logging);
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    for told in ["no session was minted", "cancelled a session"] {
        assert!(log.contains(told), "the log itself is read: {log}");
    }
    assert!(!log.contains("marked"), "{log}");
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
