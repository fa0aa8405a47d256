//! Minting of sessions of hosted ChatKit: `POST /v1/chatkit/sessions` at OpenAI, or the session
//! endpoint of a backend.
//!
//! ```no_run
//! # async fn minting(key: secrecy::SecretString) -> Result<(), Box<dyn std::error::Error>> {
//! use calm_orbit_chatkit::mint::{Mint, SessionSource};
//!
//! let mint = Mint::new(SessionSource::OpenAi {
//!     base: "https://api.openai.com/v1".parse()?,
//!     key,
//!     workflow: "wf_68e5a1".to_owned(),
//!     version: None,
//!     user: "0199f2c4".to_owned(),
//! })?;
//! // What ChatKit's `getClientSecret(current)` gives back.
//! let secret = mint.client_secret(None).await?;
//! mint.end().await;
//! # Ok(())
//! # }
//! ```

mod address;
mod error;
mod says;
mod session;
mod source;
mod tries;
mod wire;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::FutureExt;
use futures::future::{BoxFuture, Shared};
use reqwest::Method;
use secrecy::{ExposeSecret, SecretString};
use tokio::time::Instant;

pub use address::{Address, NotAnAddress};
pub use error::{MintCode, MintError, Trouble, WrongAnswer};
pub use source::SessionSource;
pub use tries::Patience;
pub use wire::{Fetched, fetch};

use session::Session;
use wire::Wire;

/// A session is given out as long as it lives this much longer.
const LEAST_LEFT: Duration = Duration::from_secs(60);
/// A session that is no older than this is not minted anew, whoever asks for another: it would fare
/// no better, and a page that asks in a circle would mint without end.
const FRESH: Duration = Duration::from_secs(5);

/// Mints sessions for one person, from one source. Cheap to clone; all clones share the session.
#[derive(Clone)]
pub struct Mint {
    inner: Arc<Inner>,
}

struct Inner {
    wire: Wire,
    source: SessionSource,
    patience: Patience,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    at_hand: Option<Session>,
    /// Others that may live still, by their identifiers, so that all can be cancelled.
    earlier: Vec<(String, Instant)>,
    minting: Option<Minting>,
    /// Before this, nothing is asked: the server wants to be left alone.
    quiet: Option<Instant>,
    ended: bool,
}

/// A session that is being minted, for all who wait for it.
type Minting = Shared<BoxFuture<'static, Result<SecretString, MintError>>>;

impl Mint {
    /// A mint that has no session yet. Nothing is asked before the first is wanted.
    ///
    /// # Errors
    /// [`MintError::NoTls`].
    pub fn new(source: SessionSource) -> Result<Self, MintError> {
        Self::with_patience(source, Patience::default())
    }

    /// A mint that waits otherwise.
    ///
    /// # Errors
    /// [`MintError::NoTls`].
    pub fn with_patience(source: SessionSource, patience: Patience) -> Result<Self, MintError> {
        let wire = match &source {
            SessionSource::OpenAi { base, .. } => Wire::to(base),
            SessionSource::Backend { url, .. } => Wire::to(url),
        };
        Ok(Self {
            inner: Arc::new(Inner {
                wire: wire.map_err(MintError::NoTls)?,
                source,
                patience,
                state: Mutex::default(),
            }),
        })
    }

    /// A client secret: that of the session at hand, if it lives for a minute yet and is not
    /// `current`, which ChatKit names when it wants another one; else of a new one. Whoever asks
    /// while one is minted is given that one, or the same error.
    ///
    /// Needs a Tokio runtime. A session that is being minted is minted to the end, also when nobody
    /// waits for it any more.
    ///
    /// # Errors
    /// [`MintError`], after three tries where trying again may help, within 30 seconds.
    pub async fn client_secret(&self, current: Option<&str>) -> Result<SecretString, MintError> {
        let minting = {
            let mut state = self.inner.state();
            let now = Instant::now();
            if state.ended {
                return Err(MintError::Ended);
            }
            if let Some(session) = &state.at_hand
                && session.serves(current, now)
            {
                return Ok(session.secret.clone());
            }
            if let Some(quiet) = state.quiet.filter(|quiet| *quiet > now) {
                return Err(MintError::RateLimited {
                    server: self.inner.source.server(),
                    after: Some(quiet - now),
                });
            }
            match &state.minting {
                Some(minting) => minting.clone(),
                None => {
                    let minting = self.begin(current.is_some());
                    state.minting = Some(minting.clone());
                    minting
                }
            }
        };
        let minted = minting.await;
        if self.inner.state().ended {
            return Err(MintError::Ended);
        }
        minted
    }

    /// Ends it: whoever asks from now on gets [`MintError::Ended`], and the sessions that may live
    /// still are cancelled where the source can do that. One that is being minted is waited for,
    /// so that it doesn't outlive this. What can't be cancelled ends by itself within 10 minutes.
    pub async fn end(&self) {
        let minting = {
            let mut state = self.inner.state();
            state.ended = true;
            state.minting.clone()
        };
        if let Some(minting) = minting {
            drop(minting.await);
        }
        let sessions = {
            let mut state = self.inner.state();
            if let Some(session) = state.at_hand.take() {
                state.retire(session);
            }
            std::mem::take(&mut state.earlier)
        };
        let cancels = sessions.into_iter().map(|(id, _)| self.inner.cancel(id));
        futures::future::join_all(cancels).await;
    }

    fn begin(&self, refresh: bool) -> Minting {
        let inner = self.inner.clone();
        let work = tokio::spawn(async move {
            let minted = tries::session(&inner.wire, &inner.source, refresh, inner.patience).await;
            inner.state().settle(minted)
        });
        let done = async { work.await.unwrap_or(Err(MintError::Ended)) };
        done.boxed().shared()
    }
}

impl Inner {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn cancel(&self, session: String) {
        let (Some(address), Some(headers)) =
            (self.source.cancel_address(&session), self.source.headers())
        else {
            return;
        };
        let limit = self.patience.one;
        match self
            .wire
            .ask(Method::POST, &address, headers, None, limit)
            .await
        {
            Ok(answer) => tracing::debug!(status = answer.status.as_u16(), "cancelled a session"),
            Err(trouble) => tracing::warn!(%trouble, "a session could not be cancelled"),
        }
    }
}

impl State {
    fn settle(&mut self, minted: Result<Session, MintError>) -> Result<SecretString, MintError> {
        self.minting = None;
        let now = Instant::now();
        self.earlier.retain(|(_, until)| *until > now);
        self.quiet = match &minted {
            Err(MintError::RateLimited { after, .. }) => after.map(|after| now + after),
            _ => None,
        };
        let session = minted?;
        if let Some(before) = self.at_hand.replace(session.clone()) {
            self.retire(before);
        }
        Ok(session.secret)
    }

    fn retire(&mut self, session: Session) {
        self.earlier
            .extend(session.id.map(|id| (id, session.until)));
    }
}

impl Session {
    fn serves(&self, current: Option<&str>, now: Instant) -> bool {
        let wanted = current != Some(self.secret.expose_secret());
        let lives = now + LEAST_LEFT <= self.until;
        (lives && wanted) || (now < self.since + FRESH && now < self.until)
    }
}
