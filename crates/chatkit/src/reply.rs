//! What the server answers.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures::{Stream, StreamExt};
use tokio::sync::mpsc;
use tokio_util::sync::{CancellationToken, DropGuard};

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
/// [`Server`](crate::Server)). [`detached`](Self::detached), the turn outlives it.
#[derive(Debug)]
pub struct EventStream {
    /// Stops the turn when dropped. Stands first, and so is dropped first: by the time the turn
    /// finds that nobody listens, it knows whether it is meant to go on.
    on_drop: Option<DropGuard>,
    stop: CancellationToken,
    events: mpsc::Receiver<Event>,
}

impl EventStream {
    pub(crate) fn new(events: mpsc::Receiver<Event>, stop: CancellationToken) -> Self {
        Self {
            on_drop: Some(stop.clone().drop_guard()),
            stop,
            events,
        }
    }

    /// A stream of this one event.
    pub(crate) fn of(event: Event) -> Self {
        let (client, events) = mpsc::channel(1);
        // There is room for it: the channel is new.
        let _ = client.try_send(event);
        Self::new(events, CancellationToken::new())
    }

    /// The same stream, and a handle that alone stops the turn: dropped before its end, the
    /// stream only ceases to be read, while the answer is given to its end and stored.
    #[must_use]
    pub fn detached(mut self) -> (Self, TurnHandle) {
        self.on_drop.take().map(DropGuard::disarm);
        let handle = TurnHandle(self.stop.clone());
        (self, handle)
    }

    /// The events as bytes, one [`sse::frame`] each.
    pub fn into_sse(self) -> impl Stream<Item = Vec<u8>> + Send + Unpin + 'static {
        self.map(|event| sse::frame(&event))
    }
}

impl Stream for EventStream {
    type Item = Event;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Event>> {
        self.events.poll_recv(cx)
    }
}

/// Stops a turn whose stream was [detached](EventStream::detached). Dropping it stops nothing.
#[derive(Debug, Clone)]
pub struct TurnHandle(CancellationToken);

impl TurnHandle {
    /// Stops the turn as a client does that goes away: what was said so far is stored, with a
    /// hidden note that it was stopped, and the stream ends. A turn that is over stays as it is.
    pub fn stop(&self) {
        self.0.cancel();
    }
}
