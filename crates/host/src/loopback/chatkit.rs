//! The ChatKit endpoint.

use std::convert::Infallible;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use ::chatkit::{ErrorCode, Event, EventStream, Headers, MAX_BODY, Reply, RequestError, sse};
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, HeaderName};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use futures::{StreamExt, stream};
use serde::Deserialize;
use task::Failure;
use uuid::Uuid;

use super::refusal::{Refusal, drain, json, message};
use super::{Conversations, Site, ended, guard};
use crate::chat::reason;
use crate::turns::Place;

/// Names a turn, so that it outlives its connection and can be stopped by another request.
const TURN_ID: HeaderName = HeaderName::from_static("turn-id");

/// How long the body of a request may take.
const BODY_TIME: Duration = Duration::from_secs(10);

/// The requests that are answered by a stream. A client takes any other kind of answer to them,
/// or a failure of the server, as a reason to try again by itself.
const STREAMED: [&str; 6] = [
    "threads.create",
    "threads.add_user_message",
    "threads.add_client_tool_output",
    "threads.add_structured_input",
    "threads.retry_after_item",
    "threads.custom_action",
];

/// Carries out a ChatKit request.
pub(super) async fn post(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let turn = match (is_json(&parts.headers), turn_id(&parts.headers)) {
        (Ok(()), Ok(turn)) => turn,
        (Err(refusal), _) | (_, Err(refusal)) => {
            drain(body).await;
            return refusal.into_response();
        }
    };
    let body = match tokio::time::timeout(BODY_TIME, read(body)).await {
        Ok(Ok(body)) => body,
        Ok(Err(Unread::TooLong)) => return refused(&RequestError::TooLarge { limit: MAX_BODY }),
        Ok(Err(Unread::Broken)) => {
            return Refusal::new(
                StatusCode::BAD_REQUEST,
                "The request did not arrive whole. Try again.",
            )
            .into_response();
        }
        Err(_) => {
            return Refusal::new(
                StatusCode::REQUEST_TIMEOUT,
                "The request took too long to arrive. Try again.",
            )
            .into_response();
        }
    };
    let language = guard::one(&parts.headers, &ACCEPT_LANGUAGE);
    let headers = language.map_or_else(Headers::new, |tag| Headers::new().accept_language(tag));
    let Some(id) = turn else {
        let reply = reply(&*site.conversations, &body, headers, None).await;
        return respond(&site, &body, reply, None);
    };
    let Some(place) = site.turns.announce(id) else {
        return Refusal::new(
            StatusCode::CONFLICT,
            "There is an answer under this Turn-Id already.",
        )
        .into_response();
    };
    // In a task, so that a page that goes before it began doesn't undo what it asked for.
    let conversations = Arc::clone(&site.conversations);
    let asked = body.clone();
    let replying =
        tokio::spawn(async move { reply(&*conversations, &asked, headers, Some(place)).await });
    match replying.await {
        Ok(reply) => respond(&site, &body, reply, Some(id)),
        Err(error) => respond(
            &site,
            &body,
            Err(RequestError::Failed(error.into()).into()),
            None,
        ),
    }
}

/// Stops the turn that `Turn-Id` names. One that is over or unknown is no error.
pub(super) async fn delete(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    match turn_id(&headers) {
        Ok(Some(id)) => {
            site.turns.stop(id);
            StatusCode::NO_CONTENT.into_response()
        }
        Ok(None) => Refusal::new(
            StatusCode::BAD_REQUEST,
            "The header Turn-Id has to name the answer to stop.",
        )
        .into_response(),
        Err(refusal) => refusal.into_response(),
    }
}

fn is_json(headers: &HeaderMap) -> Result<(), Refusal> {
    let kind = guard::one(headers, &CONTENT_TYPE).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if kind.eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    Err(Refusal::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "A ChatKit request is application/json.",
    ))
}

fn turn_id(headers: &HeaderMap) -> Result<Option<Uuid>, Refusal> {
    if !headers.contains_key(&TURN_ID) {
        return Ok(None);
    }
    let id = guard::one(headers, &TURN_ID).and_then(|id| id.parse().ok());
    id.map(Some).ok_or(Refusal::new(
        StatusCode::BAD_REQUEST,
        "The header Turn-Id has to be a UUID.",
    ))
}

/// Why there is no body.
enum Unread {
    /// It is longer than the protocol allows.
    TooLong,
    /// It ended before its end, or is no body: what came of it is not what was asked for.
    Broken,
}

/// The body. One that is too long is read on for a while, so that the client gets to read why.
async fn read(body: Body) -> Result<Bytes, Unread> {
    let mut parts = body.into_data_stream();
    let mut whole = Vec::new();
    while let Some(part) = parts.next().await {
        let part = part.map_err(|_| Unread::Broken)?;
        if whole.len() + part.len() > MAX_BODY {
            drain(Body::from_stream(parts)).await;
            return Err(Unread::TooLong);
        }
        whole.extend_from_slice(&part);
    }
    Ok(whole.into())
}

/// Why there is no reply.
enum NoReply {
    /// The profile can't be opened.
    Profile(Failure),
    /// The request isn't carried out.
    Request(RequestError),
}

impl From<RequestError> for NoReply {
    fn from(error: RequestError) -> Self {
        Self::Request(error)
    }
}

async fn reply(
    conversations: &dyn Conversations,
    body: &[u8],
    headers: Headers,
    place: Option<Place>,
) -> Result<Reply, NoReply> {
    let server = conversations.server().await.map_err(NoReply::Profile)?;
    let reply = server.handle_with(body, headers).await?;
    Ok(match (reply, place) {
        (Reply::Stream(events), Some(place)) => {
            let (events, turn) = events.detached();
            place.begin(turn);
            Reply::Stream(events)
        }
        (reply, _) => reply,
    })
}

fn respond(
    site: &Arc<Site>,
    body: &[u8],
    reply: Result<Reply, NoReply>,
    turn: Option<Uuid>,
) -> Response {
    match reply {
        Ok(Reply::Json(document)) => json(StatusCode::OK, document),
        Ok(Reply::Stream(events)) => stream(site, events, turn),
        Err(NoReply::Request(error)) => {
            if let RequestError::Failed(cause) = &error {
                tracing::error!(
                    cause = &**cause as &dyn std::error::Error,
                    "the chat failed"
                );
                let told = reason(&error).map_or_else(|| error.to_string(), |why| why.message);
                return if is_streamed(body) {
                    failed(told)
                } else {
                    message(StatusCode::INTERNAL_SERVER_ERROR, &told)
                };
            }
            refused(&error)
        }
        Err(NoReply::Profile(failure)) if is_streamed(body) => failed(failure.message),
        Err(NoReply::Profile(failure)) => message(StatusCode::CONFLICT, &failure.message),
    }
}

/// The events of a turn as they happen, until the server ends.
fn stream(site: &Arc<Site>, events: EventStream, turn: Option<Uuid>) -> Response {
    let turns = Arc::clone(&site.turns);
    // Not where the connection is lost: then the turn goes on and can still be stopped.
    let over = stream::poll_fn(move |_| {
        if let Some(id) = turn {
            turns.forget(id);
        }
        Poll::Ready(None)
    });
    let frames = events
        .into_sse()
        .chain(over)
        .map(Ok::<_, Infallible>)
        .take_until(ended(site.ending.clone()));
    let kind = [(CONTENT_TYPE, sse::CONTENT_TYPE)];
    (kind, Body::from_stream(frames)).into_response()
}

/// A stream of one event: the failure.
fn failed(message: String) -> Response {
    let event = Event::Error {
        code: ErrorCode::Custom,
        message: Some(message),
        allow_retry: true,
    };
    let kind = [(CONTENT_TYPE, sse::CONTENT_TYPE)];
    (kind, sse::frame(&event)).into_response()
}

fn refused(error: &RequestError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    json(status, error.to_json())
}

fn is_streamed(body: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Kind<'a> {
        #[serde(rename = "type", borrow)]
        kind: std::borrow::Cow<'a, str>,
    }
    serde_json::from_slice::<Kind<'_>>(body).is_ok_and(|body| STREAMED.contains(&&*body.kind))
}
