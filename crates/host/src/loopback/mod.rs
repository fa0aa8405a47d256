//! The loopback server: the chat page and the ChatKit endpoint, over HTTP, for this computer
//! alone.
//!
//! ```text
//! GET    /chat      the chat page, into a frame only
//! GET    /assets/…  the page's files
//! POST   /chatkit   ChatKit requests, with a ticket
//! DELETE /chatkit   stops the turn that the header `Turn-Id` names, with a ticket
//! ```
//!
//! It can be reached by every process of this computer, and by every page in a browser here, so
//! each request is looked at before anything is done: an exact `Host` (a name that was rebound to
//! 127.0.0.1 is another host), no foreign `Origin`, nothing that a browser sends for another site,
//! and for `/chatkit` a [ticket](Tickets). No cookie is read or set, no other origin is let in.

mod address;
mod chatkit;
mod guard;
mod lines;
mod page;
mod ports;
mod refusal;
mod script;
mod tickets;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use task::Failure;
use tokio::sync::watch;
use tokio::task::JoinHandle;

pub use address::Address;
pub use page::{ChatPage, Pages};
pub use ports::Bound;
pub use script::Script;
pub use tickets::{Ticket, Tickets};

use crate::Turns;
use lines::{Line, Lines, Open};

/// How long answers may take to end by themselves once the server is asked to.
const GRACE: Duration = Duration::from_secs(2);

/// Whoever has the conversations of a profile.
#[async_trait]
pub trait Conversations: Send + Sync + 'static {
    /// The ChatKit server over them.
    ///
    /// # Errors
    /// Where the profile can't be opened. It is asked for again at the next request.
    async fn server(&self) -> Result<::chatkit::Server, Failure>;
}

/// What the routes share.
struct Site {
    address: Address,
    conversations: Arc<dyn Conversations>,
    tickets: Arc<Tickets>,
    page: Option<ChatPage>,
    turns: Arc<Turns>,
    /// Becomes true when the server is asked to end.
    ending: watch::Receiver<bool>,
}

/// The running server. Dropped, it goes on; [`stop`](Self::stop) ends it.
#[derive(Debug)]
pub struct Loopback {
    address: Address,
    turns: Arc<Turns>,
    open: Arc<Open>,
    end: watch::Sender<bool>,
    serving: JoinHandle<io::Result<()>>,
}

impl Loopback {
    /// Answers at an address that was bound. Without a page there is `/chatkit` alone. Must be
    /// called within a tokio runtime.
    ///
    /// # Errors
    /// Where the runtime can't take the sockets.
    pub fn start(
        bound: Bound,
        conversations: Arc<dyn Conversations>,
        tickets: Arc<Tickets>,
        page: Option<ChatPage>,
    ) -> io::Result<Self> {
        let address = bound.address();
        let lines = Lines::new(bound)?;
        let open = lines.open();
        let turns = Arc::new(Turns::default());
        let (end, ending) = watch::channel(false);
        let site = Arc::new(Site {
            address,
            conversations,
            tickets,
            page,
            turns: Arc::clone(&turns),
            ending: ending.clone(),
        });
        let serving = axum::serve(
            lines,
            router(site).into_make_service_with_connect_info::<Line>(),
        )
        .with_graceful_shutdown(ended(ending));
        Ok(Self {
            address,
            turns,
            open,
            end,
            serving: tokio::spawn(serving.into_future()),
        })
    }

    /// Where it answers.
    #[must_use]
    pub fn address(&self) -> Address {
        self.address
    }

    /// Ends: takes nothing new, stops the turns under way, and lets answers come to their end for
    /// a moment. What was said so far is stored by the [`chatkit::Server`](::chatkit::Server);
    /// its `idle` waits for that.
    pub async fn stop(mut self) {
        self.end.send_replace(true);
        self.turns.stop_all();
        if tokio::time::timeout(GRACE, &mut self.serving)
            .await
            .is_err()
        {
            self.open.close_all();
            drop(self.serving.await);
        }
    }
}

fn router(site: Arc<Site>) -> Router {
    let ticket = from_fn_with_state(Arc::clone(&site), guard::ticket);
    Router::new()
        .route("/chatkit", post(chatkit::post).delete(chatkit::delete))
        .route_layer(ticket)
        .route("/chat", get(page::chat))
        .route("/assets/{*file}", get(page::asset))
        .fallback(refusal::nothing_here)
        .layer(from_fn_with_state(Arc::clone(&site), guard::stranger))
        .layer(from_fn(guard::headers))
        .with_state(site)
}

/// Waits until the server is asked to end.
async fn ended(mut ending: watch::Receiver<bool>) {
    // Whoever could ask is gone: it never ends.
    if ending.wait_for(|end| *end).await.is_err() {
        std::future::pending::<()>().await;
    }
}
