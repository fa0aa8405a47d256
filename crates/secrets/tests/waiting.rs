//! A real GNOME Keyring that keeps a caller waiting, and callers who give up.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod session;

use std::time::Duration;

use calm_orbit_secrets::{Error, SecretName, Secrets};
use session::{Keyring, in_session, in_time, lookup, threads_named, value};

const KEY: SecretName = SecretName::OpenaiKey;

/// Where GNOME Keyring has questions shown: a screen that nobody looks at. It takes each question
/// and never comes back with an answer.
struct Unanswered(tokio::sync::watch::Sender<i32>);

#[zbus::interface(name = "org.gnome.keyring.internal.Prompter")]
impl Unanswered {
    fn begin_prompting(&self, _callback: zbus::zvariant::ObjectPath<'_>) {
        self.0.send_modify(|open| *open += 1);
    }

    fn stop_prompting(&self, _callback: zbus::zvariant::ObjectPath<'_>) {
        self.0.send_modify(|open| *open -= 1);
    }
}

#[test]
fn a_question_nobody_answers_holds_nobody_up() {
    in_session(
        "a_question_nobody_answers_holds_nobody_up",
        true,
        async || {
            let secrets = Secrets::new("first");
            let keyring = Keyring::start(true).await;
            secrets.set(KEY, "sk-one-two-three".into()).await.unwrap();
            keyring.end();
            let (questions, open) = tokio::sync::watch::channel(0);
            let _screen = zbus::connection::Builder::session()
                .unwrap()
                .serve_at("/org/gnome/keyring/Prompter", Unanswered(questions))
                .unwrap()
                .name("org.gnome.keyring.SystemPrompter")
                .unwrap()
                .build()
                .await
                .unwrap();
            let keyring = Keyring::start(false).await;

            // Whether there is a keychain is answered without asking the person.
            let state = in_time(secrets.keychain()).await;
            assert_eq!(state.trouble, Some(Error::Locked.to_string()));
            assert_eq!(*open.borrow(), 0);

            let set = in_time(secrets.set(KEY, "sk-four-five-six".into())).await;
            assert_eq!(set.unwrap_err(), Error::Silent);
            let got = in_time(secrets.get(KEY)).await;
            assert_eq!(got.map(drop).unwrap_err(), Error::Silent);
            assert_eq!(*open.borrow(), 1, "one question, however many calls");
            assert!(threads_named("keychain") <= 1);

            // The next call works, and what was given up on didn't happen.
            keyring.unlock().await;
            assert_eq!(
                value(&secrets, KEY).await.as_deref(),
                Some("sk-one-two-three")
            );
            secrets.set(KEY, "sk-seven-eight".into()).await.unwrap();
            assert_eq!(
                lookup("openai_key:first").as_deref(),
                Some("sk-seven-eight")
            );
        },
    );
}

#[test]
fn a_keyring_that_stands_still_piles_nothing_up() {
    in_session(
        "a_keyring_that_stands_still_piles_nothing_up",
        true,
        async || {
            let keyring = Keyring::start(true).await;
            let secrets = Secrets::new("first");
            secrets.set(KEY, "sk-one-two-three".into()).await.unwrap();
            keyring.freeze(true);
            let calls = (0..8).map(|_| secrets.set(KEY, "sk-four-five-six".into()));
            let outcomes = in_time(futures::future::join_all(calls)).await;
            for outcome in outcomes {
                assert_eq!(outcome.unwrap_err(), Error::Silent);
            }
            assert_eq!(threads_named("keychain"), 1);
            keyring.freeze(false);
            assert_eq!(
                value(&secrets, KEY).await.as_deref(),
                Some("sk-one-two-three")
            );
        },
    );
}

#[test]
fn a_set_that_was_given_up_on_is_taken_back() {
    in_session(
        "a_set_that_was_given_up_on_is_taken_back",
        true,
        async || {
            let _keyring = Keyring::start(true).await;
            let secrets = Secrets::new("first");
            let mut there = "sk-value-number-0".to_owned();
            secrets.set(KEY, there.as_str().into()).await.unwrap();
            // Given up before it began, at all points of its way, and not at all.
            for round in 1..=30_u64 {
                let next = format!("sk-value-number-{round}");
                let set = secrets.set(KEY, next.as_str().into());
                let patience = Duration::from_millis(round * round / 3);
                if let Ok(set) = tokio::time::timeout(patience, set).await {
                    set.unwrap();
                    there = next;
                }
                assert_eq!(value(&secrets, KEY).await.as_deref(), Some(there.as_str()));
            }
        },
    );
}
