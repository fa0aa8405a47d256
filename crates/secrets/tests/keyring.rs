//! Secrets in a real GNOME Keyring: there, locked, restarted, or not there at all.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod session;

use calm_orbit_secrets::{
    Error, KeychainState, Place, SecretName, SecretState, Secrets, StoredSecret,
};
use session::{Keyring, attributes, in_session, in_time, lookup, secret_tool, value};

const KEY: SecretName = SecretName::OpenaiKey;

fn stored(last_four: &str, place: Place) -> SecretState {
    SecretState {
        stored: Some(StoredSecret {
            last_four: last_four.to_owned(),
            place,
        }),
    }
}

const NONE: SecretState = SecretState { stored: None };

#[test]
fn what_is_set_is_in_the_keyring_and_nowhere_else() {
    in_session(
        "what_is_set_is_in_the_keyring_and_nowhere_else",
        true,
        async || {
            let _keyring = Keyring::start(true).await;
            let secrets = Secrets::new("first");
            let ready = KeychainState {
                place: Some(Place::Keychain),
                trouble: None,
            };
            assert_eq!(secrets.keychain().await, ready);
            assert_eq!(secrets.state(KEY).await.unwrap(), NONE);

            let set = secrets.set(KEY, "  sk-one-two-three\n".into()).await;
            assert_eq!(set.unwrap(), stored("hree", Place::Keychain));
            assert_eq!(
                lookup("openai_key:first").as_deref(),
                Some("sk-one-two-three")
            );
            let state = secrets.state(KEY).await.unwrap();
            assert_eq!(state, stored("hree", Place::Keychain));
            assert_eq!(
                value(&secrets, KEY).await.as_deref(),
                Some("sk-one-two-three")
            );

            // Neither another profile nor another name sees it; each has its own.
            let second = Secrets::new("second");
            assert_eq!(second.state(KEY).await.unwrap(), NONE);
            assert_eq!(value(&second, KEY).await, None);
            second.set(KEY, "sk-of-the-second".into()).await.unwrap();
            let token = SecretName::BackendToken;
            assert_eq!(value(&secrets, token).await, None);
            secrets.set(token, "a token".into()).await.unwrap();

            // A new value takes the place of the old one, without a second entry.
            secrets.set(KEY, "sk-four-five-six".into()).await.unwrap();
            let search = [
                ["search", "--all"].as_slice(),
                &attributes("openai_key:first"),
            ];
            let (_, found) = secret_tool(&search.concat(), b"");
            let found = String::from_utf8(found).unwrap();
            assert_eq!(found.matches("secret = ").count(), 1, "{found}");
            assert!(found.contains("secret = sk-four-five-six"), "{found}");

            // Cleared is gone, and clearing again is no error; the others stay.
            assert_eq!(secrets.clear(KEY).await.unwrap(), NONE);
            assert_eq!(lookup("openai_key:first"), None);
            assert_eq!(secrets.clear(KEY).await.unwrap(), NONE);
            assert_eq!(secrets.state(KEY).await.unwrap(), NONE);
            assert_eq!(
                lookup("openai_key:second").as_deref(),
                Some("sk-of-the-second")
            );
            assert_eq!(lookup("backend_token:first").as_deref(), Some("a token"));
        },
    );
}

#[test]
fn bad_input_changes_nothing() {
    in_session("bad_input_changes_nothing", true, async || {
        let _keyring = Keyring::start(true).await;
        let secrets = Secrets::new("first");
        secrets.set(KEY, "sk-one-two-three".into()).await.unwrap();
        let long = "x".repeat(4097);
        for (input, error) in [
            ("", Error::Empty),
            (" \t\n", Error::Empty),
            ("sk-one\nsk-two", Error::ControlCharacter),
            ("sk-one\u{7f}", Error::ControlCharacter),
            (long.as_str(), Error::TooLong { limit: 4096 }),
        ] {
            let outcome = secrets.set(KEY, input.into()).await;
            assert_eq!(outcome.unwrap_err(), error, "{input:?}");
        }
        assert_eq!(
            lookup("openai_key:first").as_deref(),
            Some("sk-one-two-three")
        );
        secrets.set(KEY, long[1..].into()).await.unwrap();
        assert_eq!(lookup("openai_key:first").as_deref(), Some(&long[1..]));
    });
}

#[test]
fn an_entry_that_is_no_text_can_be_replaced() {
    in_session(
        "an_entry_that_is_no_text_can_be_replaced",
        true,
        async || {
            let keyring = Keyring::start(true).await;
            let secrets = Secrets::new("first");
            secrets.set(KEY, "sk-one-two-three".into()).await.unwrap();
            keyring
                .put(&attributes("openai_key:first"), b"sk-\xff\xfe")
                .await;
            let got = secrets.get(KEY).await.map(drop);
            assert_eq!(got.unwrap_err(), Error::Unreadable);
            secrets.set(KEY, "sk-four-five-six".into()).await.unwrap();
            assert_eq!(
                value(&secrets, KEY).await.as_deref(),
                Some("sk-four-five-six")
            );
        },
    );
}

#[test]
fn without_a_bus_memory_is_the_persons_choice() {
    in_session(
        "without_a_bus_memory_is_the_persons_choice",
        false,
        async || {
            let secrets = Secrets::new("first");
            let state = secrets.keychain().await;
            assert_eq!(state.place, None);
            let trouble = state.trouble.unwrap();
            assert!(trouble.contains("There is no keychain"), "{trouble}");
            let set = in_time(secrets.set(KEY, "sk-one-two-three".into())).await;
            assert!(matches!(set, Err(Error::Missing { .. })), "{set:?}");
            let got = secrets.get(KEY).await;
            assert!(matches!(got, Err(Error::Missing { .. })), "{got:?}");

            secrets.use_session(true);
            let state = secrets.keychain().await;
            assert_eq!(state.place, Some(Place::Session));
            assert!(state.trouble.is_some(), "the reason stays visible");
            assert_eq!(secrets.state(KEY).await.unwrap(), NONE);
            let set = secrets.set(KEY, "sk-one-two-three".into()).await.unwrap();
            assert_eq!(set, stored("hree", Place::Session));
            // Choosing again what is chosen loses nothing.
            secrets.use_session(true);
            assert_eq!(
                value(&secrets, KEY).await.as_deref(),
                Some("sk-one-two-three")
            );
            // Another process, or another profile, has another memory.
            assert!(Secrets::new("first").get(KEY).await.is_err());
            assert_eq!(secrets.clear(KEY).await.unwrap(), NONE);
            assert_eq!(value(&secrets, KEY).await, None);

            // Taken back, nothing is left of it.
            secrets.set(KEY, "sk-four-five-six".into()).await.unwrap();
            secrets.use_session(false);
            assert_eq!(secrets.keychain().await.place, None);
            secrets.use_session(true);
            assert_eq!(value(&secrets, KEY).await, None);
        },
    );
}

#[test]
fn a_keyring_that_comes_later_or_again_is_found() {
    in_session(
        "a_keyring_that_comes_later_or_again_is_found",
        true,
        async || {
            let secrets = Secrets::new("first");
            let set = secrets.set(KEY, "sk-one-two-three".into()).await;
            assert!(matches!(set, Err(Error::Missing { .. })), "{set:?}");
            secrets.use_session(true);
            secrets.set(KEY, "sk-in-memory-only".into()).await.unwrap();

            let keyring = Keyring::start(true).await;
            // The choice holds, and nothing moves by itself.
            let state = secrets.keychain().await;
            assert_eq!(state.place, Some(Place::Session));
            assert_eq!(state.trouble, None);
            assert_eq!(
                value(&secrets, KEY).await.as_deref(),
                Some("sk-in-memory-only")
            );
            assert_eq!(lookup("openai_key:first"), None);
            secrets.use_session(false);
            assert_eq!(secrets.state(KEY).await.unwrap(), NONE);
            secrets.set(KEY, "sk-one-two-three".into()).await.unwrap();

            keyring.end();
            let got = secrets.get(KEY).await;
            assert!(matches!(got, Err(Error::Missing { .. })), "{got:?}");
            let _keyring = Keyring::start(true).await;
            assert_eq!(
                value(&secrets, KEY).await.as_deref(),
                Some("sk-one-two-three")
            );
        },
    );
}

#[test]
fn a_locked_keyring_that_cannot_ask_says_so() {
    in_session(
        "a_locked_keyring_that_cannot_ask_says_so",
        true,
        async || {
            let secrets = Secrets::new("first");
            let keyring = Keyring::start(true).await;
            secrets.set(KEY, "sk-one-two-three".into()).await.unwrap();
            keyring.end();
            let keyring = Keyring::start(false).await;

            let state = secrets.keychain().await;
            assert_eq!(state.place, None);
            assert_eq!(state.trouble, Some(Error::Locked.to_string()));
            for _ in 0..2 {
                let set = in_time(secrets.set(KEY, "sk-four-five-six".into())).await;
                assert_eq!(set.unwrap_err(), Error::Locked);
            }
            let got = in_time(secrets.get(KEY)).await;
            assert_eq!(got.map(drop).unwrap_err(), Error::Locked);
            let cleared = in_time(secrets.clear(KEY)).await;
            assert_eq!(cleared.unwrap_err(), Error::Locked);

            keyring.unlock().await;
            assert_eq!(
                value(&secrets, KEY).await.as_deref(),
                Some("sk-one-two-three")
            );
        },
    );
}

#[test]
fn a_keyring_without_a_collection_yet_says_so() {
    in_session(
        "a_keyring_without_a_collection_yet_says_so",
        true,
        async || {
            let _keyring = Keyring::start(false).await;
            let secrets = Secrets::new("first");
            assert_eq!(secrets.state(KEY).await.unwrap(), NONE);
            let set = in_time(secrets.set(KEY, "sk-one-two-three".into())).await;
            assert_eq!(set.unwrap_err(), Error::Locked);
        },
    );
}
