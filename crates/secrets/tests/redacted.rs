//! No value of a secret is in what a page gets, in an error, in debug output or in a log.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod session;

use std::fmt::Debug;
use std::io;
use std::sync::{Arc, Mutex};

use calm_orbit_secrets::{Error, KeychainState, SERVICE, SecretName, SecretState, Secrets};
use secrecy::{ExposeSecret, SecretString};
use session::{Keyring, in_session};

/// What must be seen nowhere; its last four characters may be.
const MARK: &str = "marked-value";
const VALUE: &str = "sk-marked-value-1234";
const KEY: SecretName = SecretName::OpenaiKey;

/// Compiles only where a type has no way to be serialised: with one, there would be two ways to
/// read `A`, and neither would be chosen.
macro_rules! cannot_be_serialised {
    ($($type:ty),*) => {$(
        const _: fn() = || {
            trait Ambiguous<A> {
                fn here() {}
            }
            impl<T: ?Sized> Ambiguous<()> for T {}
            struct Serialised;
            impl<T: ?Sized + serde::Serialize> Ambiguous<Serialised> for T {}
            let _ = <$type as Ambiguous<_>>::here;
        };
    )*};
}

cannot_be_serialised!(SecretString, Option<SecretString>, Secrets, Error);

/// Everything that is said, by the test or by a log.
#[derive(Clone, Default)]
struct Said(Arc<Mutex<Vec<u8>>>);

impl io::Write for Said {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Said {
    /// Hears every log of this process, of all crates and at all levels.
    fn everywhere() -> Self {
        let said = Self::default();
        let writer = said.clone();
        tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_writer(move || writer.clone())
            .init();
        said
    }

    fn debug(&self, what: &impl Debug) {
        use io::Write;
        writeln!(self.clone(), "{what:?} {what:#?}").unwrap();
    }

    fn error<T: Debug>(&self, what: Result<T, Error>) -> Error {
        use io::Write;
        let error = what.unwrap_err();
        writeln!(self.clone(), "{error}").unwrap();
        self.debug(&error);
        error
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }

    /// What was said has all of `expected`, so that it was heard at all, and not the value.
    fn is_clean(&self, expected: &[&str]) {
        let text = self.text();
        for word in expected {
            assert!(text.contains(word), "{word} is not in {text}");
        }
        let bytes = format!("{:?}", MARK.as_bytes());
        let bytes = bytes.trim_matches(['[', ']']);
        for shown in [MARK, bytes] {
            assert!(!text.contains(shown), "{shown} is in {text}");
        }
    }
}

async fn everything(secrets: &Secrets, said: &Said) {
    let state: SecretState = secrets.set(KEY, VALUE.into()).await.unwrap();
    said.debug(&state);
    let json = serde_json::to_string(&secrets.state(KEY).await.unwrap()).unwrap();
    assert!(json.contains(r#""last_four":"1234""#), "{json}");
    said.debug(&json);
    let value = secrets.get(KEY).await.unwrap();
    said.debug(&value);
    assert_eq!(value.unwrap().expose_secret(), VALUE);

    let empty = said.error(secrets.set(KEY, " ".into()).await);
    assert_eq!(empty, Error::Empty);
    let split = format!("{VALUE}\n{VALUE}");
    let split = said.error(secrets.set(KEY, split.into()).await);
    assert_eq!(split, Error::ControlCharacter);
    let long = said.error(secrets.set(KEY, VALUE.repeat(300).into()).await);
    assert!(matches!(long, Error::TooLong { .. }));

    let keychain: KeychainState = secrets.keychain().await;
    said.debug(&keychain);
    said.debug(&secrets.clear(KEY).await.unwrap());
}

#[test]
fn of_a_short_value_nothing_is_shown() {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.unwrap().block_on(async {
        let secrets = Secrets::new("first");
        secrets.use_session(true);
        for (value, shown) in [
            ("abcdefghijk", ""),
            ("abcdefghijkl", "ijkl"),
            ("äbcdefghïjkłµ", "jkłµ"),
        ] {
            let state = secrets.set(KEY, value.into()).await.unwrap();
            assert_eq!(state.stored.unwrap().last_four, shown, "{value}");
        }
    });
}

#[test]
fn nothing_is_said_of_a_value_in_a_keyring() {
    in_session(
        "nothing_is_said_of_a_value_in_a_keyring",
        true,
        async || {
            let said = Said::everywhere();
            let keyring = Keyring::start(true).await;
            let secrets = Secrets::new("first");
            everything(&secrets, &said).await;

            // What is there is no text, as another program may have left it.
            let account = ["service", SERVICE, "username", "openai_key:first"];
            keyring
                .put(&account, &[VALUE.as_bytes(), b"\xff"].concat())
                .await;
            assert_eq!(said.error(secrets.get(KEY).await), Error::Unreadable);
            assert_eq!(said.error(secrets.state(KEY).await), Error::Unreadable);
            secrets.set(KEY, VALUE.into()).await.unwrap();

            keyring.end();
            let keyring = Keyring::start(false).await;
            let locked = said.error(secrets.set(KEY, VALUE.into()).await);
            assert_eq!(locked, Error::Locked);
            said.error(secrets.get(KEY).await);
            keyring.unlock().await;
            keyring.freeze(true);
            let silent = said.error(secrets.set(KEY, VALUE.into()).await);
            assert_eq!(silent, Error::Silent);
            keyring.freeze(false);
            keyring.end();
            let gone = said.error(secrets.set(KEY, VALUE.into()).await);
            assert!(matches!(gone, Error::Missing { .. }), "{gone:?}");
            said.is_clean(&["a secret was set", "REDACTED", "1234", "zbus", "locked"]);
        },
    );
}

#[test]
fn nothing_is_said_of_a_value_in_memory() {
    in_session("nothing_is_said_of_a_value_in_memory", false, async || {
        let said = Said::everywhere();
        let secrets = Secrets::new("first");
        said.error(secrets.set(KEY, VALUE.into()).await);
        secrets.use_session(true);
        everything(&secrets, &said).await;
        secrets.set(KEY, VALUE.into()).await.unwrap();
        secrets.use_session(false);
        said.error(secrets.get(KEY).await);
        said.is_clean(&["a secret was set", "REDACTED", "1234"]);
    });
}
