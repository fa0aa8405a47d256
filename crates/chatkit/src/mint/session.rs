//! What a session is, and how it is read from an answer.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use secrecy::SecretString;
use serde_json::{Map, Value};
use tokio::time::Instant;

use super::SessionSource;
use super::error::WrongAnswer;
use super::wire::Answer;

/// The longest that a session of hosted ChatKit lives, whatever anybody says.
const LONGEST: Duration = Duration::from_secs(600);
/// How long a backend's session is taken to live where it doesn't say: nobody knows how old it is.
const UNSAID: Duration = Duration::from_secs(300);
/// The most characters of a client secret.
const SECRET_LIMIT: usize = 2_000;

/// A session.
#[derive(Clone)]
pub(super) struct Session {
    pub(super) id: Option<String>,
    pub(super) secret: SecretString,
    /// When it was minted, by this computer's steady clock.
    pub(super) since: Instant,
    /// When it ends.
    pub(super) until: Instant,
}

impl Session {
    /// Reads the answer to a request for a session.
    pub(super) fn read(source: &SessionSource, answer: &Answer) -> Result<Self, WrongAnswer> {
        let body = answer.body.as_deref().ok_or(WrongAnswer::TooLong)?;
        let fields: Map<String, Value> =
            serde_json::from_slice(body).map_err(|_| WrongAnswer::NotJson)?;
        let secret = fields
            .get("client_secret")
            .and_then(Value::as_str)
            .filter(|secret| (1..=SECRET_LIMIT).contains(&secret.len()))
            .filter(|secret| secret.bytes().all(|byte| byte.is_ascii_graphic()))
            .ok_or(WrongAnswer::NoSecret)?;
        let unsaid = match source {
            SessionSource::OpenAi { .. } => LONGEST,
            SessionSource::Backend { .. } => UNSAID,
        };
        // By the clock that set the end, where it tells its time: then this computer's may be wrong.
        let now = answer.date.unwrap_or_else(Timestamp::now);
        let left = fields
            .get("expires_at")
            .and_then(end)
            .and_then(|end| u64::try_from(end.as_second() - now.as_second()).ok())
            .filter(|left| *left > 0);
        // One that has ended before it began speaks of clocks that differ.
        let life = left.map_or(unsaid, |left| Duration::from_secs(left).min(LONGEST));
        let since = Instant::now();
        Ok(Self {
            id: fields.get("id").and_then(Value::as_str).map(str::to_owned),
            secret: SecretString::from(secret),
            since,
            until: since + life,
        })
    }
}

/// `expires_at`: seconds since 1970, or an ISO 8601 date and time, in UTC where it has no zone.
/// `None` for anything else: it only says what is good to know.
fn end(value: &Value) -> Option<Timestamp> {
    match value {
        Value::Number(number) => Timestamp::from_second(number.as_i64()?).ok(),
        Value::String(text) => text.parse().ok().or_else(|| {
            let civil: DateTime = text.parse().ok()?;
            Some(civil.to_zoned(TimeZone::UTC).ok()?.timestamp())
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use reqwest::StatusCode;
    use secrecy::ExposeSecret;
    use serde_json::json;

    use super::*;

    fn source(kind: &str) -> SessionSource {
        let url: super::super::Address = "https://example.org".parse().unwrap();
        let token = SecretString::from("token");
        let user = "user".to_owned();
        match kind {
            "openai" => SessionSource::OpenAi {
                base: url,
                key: token,
                workflow: "wf_1".to_owned(),
                version: None,
                user,
            },
            _ => SessionSource::Backend {
                url,
                token,
                user,
                conversation: None,
            },
        }
    }

    fn answer(body: &Value) -> Answer {
        Answer {
            status: StatusCode::OK,
            date: Some("2026-11-21T09:00:00Z".parse().unwrap()),
            retry_after: None,
            body: Some(body.to_string().into_bytes()),
        }
    }

    #[test]
    fn the_end_is_read_in_every_published_form() {
        let at_nine = 1_795_251_600_i64;
        for (expires_at, openai, backend) in [
            (json!(at_nine + 600), 600, 600),
            (json!(at_nine + 90), 90, 90),
            (json!("2026-11-21T09:05:00Z"), 300, 300),
            (json!("2026-11-21T10:05:00+01:00"), 300, 300),
            (json!("2026-11-21T09:05:00.665532"), 300, 300),
            (json!("2026-11-21 09:02:00"), 120, 120),
            // An hour is more than there is.
            (json!("2026-11-21T10:00:00Z"), 600, 600),
            (json!(i64::MAX), 600, 300),
            // Clocks that differ, and what can't be read.
            (json!(at_nine - 600), 600, 300),
            (json!(at_nine), 600, 300),
            (json!(0), 600, 300),
            (json!("soon"), 600, 300),
            (json!(""), 600, 300),
            (json!({}), 600, 300),
            (json!(true), 600, 300),
            (Value::Null, 600, 300),
        ] {
            for (kind, seconds) in [("openai", openai), ("backend", backend)] {
                let body = json!({"client_secret": "ek_1", "expires_at": expires_at});
                let session = Session::read(&source(kind), &answer(&body)).unwrap();
                assert_eq!(
                    (session.until - session.since).as_secs(),
                    seconds,
                    "{kind}: {expires_at}"
                );
            }
        }
    }

    #[test]
    fn only_a_client_secret_is_one() {
        let read = |body: &Value| Session::read(&source("backend"), &answer(body)).map(drop);
        for wrong in [
            json!({}),
            json!({"client_secret": ""}),
            json!({"client_secret": null}),
            json!({"client_secret": 7}),
            json!({"client_secret": {"value": "ek_1"}}),
            json!({"client_secret": "ek 1"}),
            json!({"client_secret": "ek\n1"}),
            json!({"client_secret": "x".repeat(2_001)}),
        ] {
            assert_eq!(read(&wrong), Err(WrongAnswer::NoSecret), "{wrong}");
        }
        assert_eq!(read(&json!(["ek_1"])), Err(WrongAnswer::NotJson));
        let session = Session::read(
            &source("openai"),
            &answer(&json!({"id": "cksess_1", "client_secret": "ek_1", "more": []})),
        )
        .unwrap();
        assert_eq!(session.secret.expose_secret(), "ek_1");
        assert_eq!(session.id.as_deref(), Some("cksess_1"));
    }
}
