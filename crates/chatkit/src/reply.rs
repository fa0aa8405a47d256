//! What the server answers.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures::{Stream, StreamExt};
use tokio::sync::mpsc;

use crate::{Event, sse};

/// An answer to a request; HTTP status 200.
#[derive(Debug)]
pub enum Reply {
    /// A JSON document, `application/json`.
    Json(Vec<u8>),
    /// Events, `text/event-stream`.
    Stream(EventStream),
}

impl Reply {
    /// The media type to send it as.
    #[must_use]
    pub fn content_type(&self) -> &'static str {
        match self {
            Self::Json(_) => "application/json",
            Self::Stream(_) => sse::CONTENT_TYPE,
        }
    }
}

/// The events of a turn, as they happen.
///
/// Dropping it before its end means that the client has gone: the responder stops at the await
/// point it is at, and a task of its own stores what was said so far (see
/// [`Server`](crate::Server)).
#[derive(Debug)]
pub struct EventStream(pub(crate) mpsc::Receiver<Event>);

impl EventStream {
    /// The events as bytes, one [`sse::frame`] each.
    pub fn into_sse(self) -> impl Stream<Item = Vec<u8>> + Send + Unpin + 'static {
        self.map(|event| sse::frame(&event))
    }
}

impl Stream for EventStream {
    type Item = Event;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Event>> {
        self.0.poll_recv(cx)
    }
}
