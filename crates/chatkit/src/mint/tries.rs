//! Asking for one session: three tries, within thirty seconds.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::Duration;

use reqwest::{Method, StatusCode};
use tokio::time::Instant;

use super::SessionSource;
use super::error::{MintError, Trouble};
use super::says::says;
use super::session::Session;
use super::wire::{Answer, Wire};

/// How many times a session is asked for.
const TRIES: u32 = 3;

/// How long a mint waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For a session, with all tries and the pauses between them: 30 seconds.
    pub whole: Duration,
    /// For the answer to one try: 9 seconds.
    pub one: Duration,
    /// Before the second try, about: half a second. Before the third it is twice that.
    pub pause: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            whole: Duration::from_secs(30),
            one: Duration::from_secs(9),
            pause: Duration::from_millis(500),
        }
    }
}

/// Whether another try may do better.
enum Again {
    No,
    /// After a pause.
    Soon,
    /// Not before the server said.
    After(Duration),
}

/// Asks for a session.
pub(super) async fn session(
    wire: &Wire,
    source: &SessionSource,
    refresh: bool,
    patience: Patience,
) -> Result<Session, MintError> {
    let server = source.server();
    let Ok(address) = source.address() else {
        return Err(MintError::NoEndpoint { server });
    };
    let Some(headers) = source.headers() else {
        return Err(MintError::SignIn { server });
    };
    let body = source.body(refresh);
    let end = Instant::now() + patience.whole;
    let mut done = 0;
    loop {
        let left = end.saturating_duration_since(Instant::now());
        let asked = wire
            .ask(
                Method::POST,
                &address,
                headers.clone(),
                Some(&body),
                patience.one.min(left),
            )
            .await;
        done += 1;
        let (error, again) = match asked {
            Ok(answer) if answer.status.is_success() => {
                return Session::read(source, &answer)
                    .map_err(|wrong| MintError::BadAnswer { server, wrong });
            }
            Ok(answer) => refusal(source, &answer),
            Err(trouble) => {
                let again = match trouble {
                    Trouble::NotTrusted => Again::No,
                    _ => Again::Soon,
                };
                let server = server.clone();
                (MintError::Unreachable { server, trouble }, again)
            }
        };
        tracing::debug!(%error, done, "no session was minted");
        let pause = match again {
            Again::No => return Err(error),
            Again::Soon => jittered(patience.pause * (1 << (done - 1))),
            Again::After(told) => told,
        };
        if done == TRIES || pause >= end.saturating_duration_since(Instant::now()) {
            return Err(error);
        }
        tokio::time::sleep(pause).await;
    }
}

/// What a status that is no success means.
fn refusal(source: &SessionSource, answer: &Answer) -> (MintError, Again) {
    let server = source.server();
    let status = answer.status;
    let told = answer.retry_after.map_or(Again::Soon, Again::After);
    match (status, source) {
        (StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN, _) => {
            (MintError::SignIn { server }, Again::No)
        }
        (StatusCode::TOO_MANY_REQUESTS, _) => {
            let after = answer.retry_after;
            (MintError::RateLimited { server, after }, told)
        }
        (StatusCode::NOT_FOUND, SessionSource::OpenAi { workflow, .. }) => {
            let workflow = workflow.clone();
            (MintError::NoWorkflow { workflow }, Again::No)
        }
        (StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED | StatusCode::GONE, _) => {
            (MintError::NoEndpoint { server }, Again::No)
        }
        _ if status.is_redirection() => (MintError::Redirected { server }, Again::No),
        _ if status.is_server_error() => {
            let trouble = Trouble::Fault(status.as_u16());
            (MintError::Unreachable { server, trouble }, told)
        }
        _ => {
            let says = says(
                answer.body.as_deref().unwrap_or_default(),
                source.credential(),
            );
            let status = status.as_u16();
            let refused = MintError::Refused {
                server,
                status,
                says,
            };
            (refused, Again::No)
        }
    }
}

/// Half as long to half as long again, so that many who wait don't come back all at once.
fn jittered(pause: Duration) -> Duration {
    let random = RandomState::new().build_hasher().finish() % 1_000;
    // Below 1,000, so no precision is lost.
    pause.mul_f64(0.5 + random as f64 / 1_000.0)
}
