//! What each request is looked at for, before anything is done.

use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{
    AUTHORIZATION, CACHE_CONTROL, CONNECTION, HOST, HeaderName, HeaderValue, ORIGIN,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::lines::Line;
use super::refusal::{Refusal, drain};
use super::{Address, Site};

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Refuses what doesn't come from this computer's clients or the chat page.
pub(super) async fn stranger(
    State(site): State<Arc<Site>>,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    match look(site.address, &parts) {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(refusal) => {
            drain(body).await;
            refusal.into_response()
        }
    }
}

fn look(address: Address, request: &Parts) -> Result<(), Refusal> {
    let headers = &request.headers;
    let host = one(headers, &HOST).is_some_and(|host| address.is_host(host));
    let named = request
        .uri
        .authority()
        .is_none_or(|named| address.is_host(named.as_str()));
    if !host || !named {
        return Err(Refusal::new(
            StatusCode::FORBIDDEN,
            "This is not the server that was asked for.",
        ));
    }
    // Native clients send none.
    if headers.contains_key(&ORIGIN)
        && one(headers, &ORIGIN).is_none_or(|origin| origin != address.origin())
    {
        return Err(Refusal::new(
            StatusCode::FORBIDDEN,
            "This page may not use this server.",
        ));
    }
    // The page itself is a frame in the window, which is another site.
    let framed = request.uri.path() == "/chat";
    let site = headers.contains_key(&SEC_FETCH_SITE);
    let same = matches!(one(headers, &SEC_FETCH_SITE), Some("same-origin" | "none"));
    if site && !same && !framed {
        return Err(Refusal::new(
            StatusCode::FORBIDDEN,
            "This site may not use this server.",
        ));
    }
    Ok(())
}

/// The value of a header that is there exactly once.
pub(super) fn one<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

/// Lets in whoever has the ticket.
pub(super) async fn ticket(
    State(site): State<Arc<Site>>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: Request,
    next: Next,
) -> Response {
    let presented = one(request.headers(), &AUTHORIZATION).and_then(|value| {
        let (scheme, ticket) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then_some(ticket)
    });
    if presented.is_some_and(|ticket| site.tickets.opens(ticket.as_bytes())) {
        line.let_in();
        return next.run(request).await;
    }
    drain(request.into_body()).await;
    Refusal::new(
        StatusCode::UNAUTHORIZED,
        "This ticket is not good any more. Open the chat again.",
    )
    .into_response()
}

/// What every answer says: keep nothing, guess no type, no other site may embed it, one request a
/// connection (so that none meets one that is just being closed).
pub(super) async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (RESOURCE_POLICY, "same-origin"),
        (CONNECTION, "close"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
