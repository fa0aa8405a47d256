//! What is answered to a request that is not carried out.

use std::time::Duration;

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures::StreamExt;
use serde_json::json;

/// A request that is not carried out: the status, and a message as ChatKit shows it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) status: StatusCode,
    pub(super) message: &'static str,
}

impl Refusal {
    pub(super) const fn new(status: StatusCode, message: &'static str) -> Self {
        Self { status, message }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        message(self.status, self.message)
    }
}

/// A JSON answer `{"message": …}`.
pub(super) fn message(status: StatusCode, message: &str) -> Response {
    let mut response = json(status, json!({ "message": message }).to_string());
    if status == StatusCode::UNAUTHORIZED {
        let bearer = header::HeaderValue::from_static("Bearer");
        response
            .headers_mut()
            .insert(header::WWW_AUTHENTICATE, bearer);
    }
    response
}

/// An answer in JSON.
pub(super) fn json(status: StatusCode, body: impl Into<Body>) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (status, kind, body.into()).into_response()
}

/// Any other address.
pub(super) async fn nothing_here() -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, "There is nothing at this address.")
}

/// How much of the body of a refused request is read, and for how long.
const LEFT: usize = 64 * 1024;
const LEFT_TIME: Duration = Duration::from_secs(1);

/// Reads what a refused request still sends, up to a limit: a connection that is closed while
/// something is unread is reset, and the client might never see the answer.
pub(super) async fn drain(body: Body) {
    let mut body = body.into_data_stream();
    let mut read = 0;
    let reading = async {
        while let Some(Ok(part)) = body.next().await {
            read += part.len();
            if read > LEFT {
                break;
            }
        }
    };
    // Enough was waited for.
    drop(tokio::time::timeout(LEFT_TIME, reading).await);
}
