//! One request, and its answer.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use reqwest::header::{DATE, HeaderMap, HeaderValue, RETRY_AFTER};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, StatusCode};
use rustls_platform_verifier::BuilderVerifierExt;
use serde_json::Value;

use super::Address;
use super::error::{MintError, Trouble};

/// The most bytes that an answer may have.
const ANSWER_LIMIT: usize = 64 * 1024;
/// The longest that a server can ask to be left alone.
const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// What carries requests to one server: with TLS but for this computer, no redirects, no cookies,
/// and on this computer no proxy.
pub(super) struct Wire {
    client: Client,
}

/// An answer, whatever its status.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    /// When it was given, by the server's clock, where it says.
    pub(super) date: Option<Timestamp>,
    /// How long the server wants to be left alone.
    pub(super) retry_after: Option<Duration>,
    /// The body; `None` where it is longer than 64 KiB.
    pub(super) body: Option<Vec<u8>>,
}

impl Wire {
    /// A wire for requests to this address and those below it.
    ///
    /// # Errors
    /// Where this computer has no TLS, in words.
    pub(super) fn to(address: &Address) -> Result<Self, String> {
        let builder = Client::builder()
            .user_agent(concat!(
                env!("CARGO_PKG_NAME"),
                "/",
                env!("CARGO_PKG_VERSION")
            ))
            .redirect(Policy::none())
            .referer(false)
            .retry(reqwest::retry::never())
            .tls_backend_preconfigured(tls(address).map_err(|error| error.to_string())?);
        let builder = if address.is_loopback() {
            // Whatever the resolver says of the name.
            let here = [
                SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
                SocketAddr::from((Ipv6Addr::LOCALHOST, 0)),
            ];
            builder.no_proxy().resolve_to_addrs("localhost", &here)
        } else {
            builder.https_only(true)
        };
        let client = builder.build().map_err(|error| error.to_string())?;
        Ok(Self { client })
    }

    /// Sends a request and waits for the whole answer, for `limit` at the most.
    pub(super) async fn ask(
        &self,
        method: Method,
        address: &Address,
        headers: HeaderMap,
        body: Option<&Value>,
        limit: Duration,
    ) -> Result<Answer, Trouble> {
        let request = self.client.request(method, address.url()).headers(headers);
        let request = match body {
            Some(body) => request.json(body),
            None => request,
        };
        let asked = async {
            let response = request.send().await.map_err(|error| trouble(&error))?;
            read(response).await
        };
        tokio::time::timeout(limit, asked)
            .await
            .unwrap_or(Err(Trouble::TooSlow))
    }
}

/// What [`fetch`] brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    /// The status of the answer.
    pub status: u16,
    /// Its body; `None` where it is longer than 64 KiB.
    pub body: Option<Vec<u8>>,
}

/// Asks for what is at an address, once and without a credential, by the rules of minting: TLS but
/// for this computer, no redirects, no proxy on this computer, `limit` for all of it.
///
/// # Errors
/// [`MintError::NoTls`], [`MintError::Unreachable`]. A status is none, whatever it is.
pub async fn fetch(address: &Address, limit: Duration) -> Result<Fetched, MintError> {
    let wire = Wire::to(address).map_err(MintError::NoTls)?;
    let asked = wire
        .ask(Method::GET, address, HeaderMap::new(), None, limit)
        .await;
    let answer = asked.map_err(|trouble| MintError::Unreachable {
        server: address.server(),
        trouble,
    })?;
    Ok(Fetched {
        status: answer.status.as_u16(),
        body: answer.body,
    })
}

/// A header with a credential, which is never shown; `None` where it is empty or has characters
/// that a credential can't have in a header (RFC 6750: no blanks, nothing beyond ASCII).
pub(super) fn bearer(credential: &str) -> Option<HeaderValue> {
    if credential.is_empty() || !credential.bytes().all(|byte| byte.is_ascii_graphic()) {
        return None;
    }
    let mut value = HeaderValue::from_str(&format!("Bearer {credential}")).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// A configuration of its own: what the rest of the process does with TLS is its affair.
fn tls(address: &Address) -> Result<rustls::ClientConfig, rustls::Error> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?;
    let mut config = if address.is_plain() {
        // Never used, so a computer without certificates will do.
        builder
            .with_root_certificates(rustls::RootCertStore::empty())
            .with_no_client_auth()
    } else {
        builder.with_platform_verifier()?.with_no_client_auth()
    };
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

async fn read(mut response: reqwest::Response) -> Result<Answer, Trouble> {
    let mut answer = Answer {
        status: response.status(),
        date: date(response.headers().get(DATE)),
        retry_after: None,
        body: None,
    };
    let now = answer.date.unwrap_or_else(Timestamp::now);
    // Better Auth gives its header an X.
    let told = ["x-retry-after", RETRY_AFTER.as_str()];
    answer.retry_after = told
        .iter()
        .find_map(|name| retry_after(response.headers().get(*name), now));
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| trouble(&error))? {
        if body.len() + chunk.len() > ANSWER_LIMIT {
            return Ok(answer);
        }
        body.extend_from_slice(&chunk);
    }
    answer.body = Some(body);
    Ok(answer)
}

/// An HTTP date, in its one form that is not obsolete.
fn date(value: Option<&HeaderValue>) -> Option<Timestamp> {
    rfc2822::DateTimeParser::new()
        .parse_timestamp(value?.to_str().ok()?)
        .ok()
}

/// `Retry-After`: seconds, or a date. More than a day is as good as a day.
fn retry_after(value: Option<&HeaderValue>, now: Timestamp) -> Option<Duration> {
    let seconds = match value?.to_str().ok()?.trim().parse::<u64>() {
        Ok(seconds) => seconds,
        Err(_) => u64::try_from(date(value)?.as_second() - now.as_second()).unwrap_or(0),
    };
    Some(Duration::from_secs(seconds).min(LONGEST_WAIT))
}

fn trouble(error: &reqwest::Error) -> Trouble {
    if is_of_tls(error) {
        Trouble::NotTrusted
    } else if error.is_timeout() {
        Trouble::TooSlow
    } else if error.is_connect() {
        Trouble::NoConnection
    } else {
        Trouble::BrokeOff
    }
}

/// Whether TLS is at the bottom of it. An [`std::io::Error`] passes over what it wraps when it is
/// asked for its source.
fn is_of_tls(error: &(dyn std::error::Error + 'static)) -> bool {
    let wrapped = error
        .downcast_ref::<std::io::Error>()
        .and_then(std::io::Error::get_ref);
    error.is::<rustls::Error>()
        || wrapped.is_some_and(|error| is_of_tls(error))
        || error.source().is_some_and(is_of_tls)
}
