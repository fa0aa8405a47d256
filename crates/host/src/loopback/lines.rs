//! The connections: from both families, as many as are sensible, none for longer than it needs.
//!
//! Anybody on this computer can connect. So a connection that was not let in (which takes a
//! ticket) has a short life, and when there are too many, the oldest of those goes: idle ones never
//! keep a new one out.

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::Sleep;

use super::Bound;

/// The most connections at a time.
const MOST: usize = 256;
/// How long a connection may last that was not let in.
const STRANGERS_TIME: Duration = Duration::from_secs(30);
/// How long to wait where the system gives no more connections.
const PAUSE: Duration = Duration::from_millis(50);

/// Listens on both families.
pub(super) struct Lines {
    listeners: Vec<TcpListener>,
    open: Arc<Open>,
}

impl Lines {
    /// Must be called within a tokio runtime.
    pub(super) fn new(bound: Bound) -> io::Result<Self> {
        let listeners = bound.into_listeners().into_iter();
        Ok(Self {
            listeners: listeners
                .map(TcpListener::from_std)
                .collect::<io::Result<_>>()?,
            open: Arc::default(),
        })
    }

    /// The connections that there are.
    pub(super) fn open(&self) -> Arc<Open> {
        Arc::clone(&self.open)
    }

    fn poll_accept(&self, cx: &mut Context<'_>) -> Poll<io::Result<(TcpStream, SocketAddr)>> {
        for listener in &self.listeners {
            if let Poll::Ready(accepted) = listener.poll_accept(cx) {
                return Poll::Ready(accepted);
            }
        }
        Poll::Pending
    }
}

impl Listener for Lines {
    type Io = Connection;
    type Addr = Line;

    async fn accept(&mut self) -> (Connection, Line) {
        loop {
            match std::future::poll_fn(|cx| self.poll_accept(cx)).await {
                Ok((tcp, _)) => {
                    // Events of an answer are small and must not wait for one another.
                    drop(tcp.set_nodelay(true));
                    let line = Line::default();
                    if let Some(closed) = self.open.take(&line) {
                        return (Connection::new(tcp, line.clone(), closed), line);
                    }
                }
                Err(error) => {
                    tracing::warn!(%error, "a connection cannot be taken");
                    self.open.make_room();
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
    }

    fn local_addr(&self) -> io::Result<Line> {
        Ok(Line::default())
    }
}

/// The connections that there are, the oldest first.
#[derive(Debug, Default)]
pub(super) struct Open(Mutex<VecDeque<(Line, oneshot::Sender<()>)>>);

impl Open {
    fn lines(&self) -> MutexGuard<'_, VecDeque<(Line, oneshot::Sender<()>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes one more; gives back what tells it to close. `None` where all that there are were
    /// let in.
    fn take(&self, line: &Line) -> Option<oneshot::Receiver<()>> {
        let mut lines = self.lines();
        lines.retain(|(_, close)| !close.is_closed());
        if lines.len() >= MOST && !close_oldest_stranger(&mut lines) {
            return None;
        }
        let (close, closed) = oneshot::channel();
        lines.push_back((line.clone(), close));
        Some(closed)
    }

    fn make_room(&self) {
        close_oldest_stranger(&mut self.lines());
    }

    /// Closes all connections.
    pub(super) fn close_all(&self) {
        self.lines().clear();
    }
}

/// Dropping the sender closes the connection.
fn close_oldest_stranger(lines: &mut VecDeque<(Line, oneshot::Sender<()>)>) -> bool {
    let stranger = lines.iter().position(|(line, _)| !line.is_in());
    stranger.is_some_and(|index| lines.remove(index).is_some())
}

/// What a request knows of its connection.
#[derive(Debug, Clone, Default)]
pub(super) struct Line(Arc<AtomicBool>);

impl Line {
    /// The request has a ticket; its connection may last.
    pub(super) fn let_in(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    fn is_in(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

impl Connected<IncomingStream<'_, Lines>> for Line {
    fn connect_info(stream: IncomingStream<'_, Lines>) -> Self {
        stream.remote_addr().clone()
    }
}

/// A connection, until it is closed or its time is up.
pub(super) struct Connection {
    tcp: TcpStream,
    line: Line,
    closed: oneshot::Receiver<()>,
    deadline: Pin<Box<Sleep>>,
    over: bool,
}

impl Connection {
    fn new(tcp: TcpStream, line: Line, closed: oneshot::Receiver<()>) -> Self {
        Self {
            tcp,
            line,
            closed,
            deadline: Box::pin(tokio::time::sleep(STRANGERS_TIME)),
            over: false,
        }
    }

    /// Fails once the connection is over.
    fn check(&mut self, cx: &mut Context<'_>) -> io::Result<()> {
        self.over = self.over
            || Pin::new(&mut self.closed).poll(cx).is_ready()
            || (!self.line.is_in() && self.deadline.as_mut().poll(cx).is_ready());
        if self.over {
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        Ok(())
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.check(cx)?;
        Pin::new(&mut self.tcp).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.check(cx)?;
        Pin::new(&mut self.tcp).poll_write(cx, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.check(cx)?;
        Pin::new(&mut self.tcp).poll_write_vectored(cx, bytes)
    }

    fn is_write_vectored(&self) -> bool {
        self.tcp.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check(cx)?;
        Pin::new(&mut self.tcp).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_shutdown(cx)
    }
}
