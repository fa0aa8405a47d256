//! The loopback server of this app: the chat page for the window's frame, and its ChatKit endpoint.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use host::loopback::{Address, Bound, ChatPage, Conversations, Loopback, Pages, Script, Tickets};
use task::Failure;
use tauri::utils::config::{Csp, CspDirectiveSources, SecurityConfig};
use tauri::{AppHandle, Manager, Runtime};

use crate::places::{DEV_ORIGIN, Frames, WINDOW_ORIGINS};
use crate::profile::Profile;

/// Where the chat page is served, and who may use what is behind it.
pub(crate) struct ChatSite {
    address: Option<Address>,
    script: Script,
    tickets: Arc<Tickets>,
    state: Mutex<State>,
}

enum State {
    /// Its port is taken.
    Bound(Bound),
    Running(Loopback),
    /// It has ended, or never could begin.
    Over,
}

impl ChatSite {
    /// Takes the port of the profile, before there is a window that could ask for the page. Where
    /// none can be had, there is no chat page, and the app does without.
    pub(crate) fn bind(profile: &Path) -> Self {
        let bound = Bound::for_profile(profile)
            .inspect_err(|error| tracing::error!(%error, "there is no chat page"))
            .ok();
        Self {
            address: bound.as_ref().map(Bound::address),
            script: Script::chosen(),
            tickets: Arc::new(Tickets::new()),
            state: Mutex::new(bound.map_or(State::Over, State::Bound)),
        }
    }

    /// Where it answers.
    pub(crate) fn address(&self) -> Option<Address> {
        self.address
    }

    /// The tickets to its endpoint.
    pub(crate) fn tickets(&self) -> &Tickets {
        &self.tickets
    }

    /// What the window may have in frames.
    pub(crate) fn frames(&self) -> Frames {
        Frames::new(self.address, &self.script)
    }

    /// Lets the main page have the chat page in a frame: exactly this one, of this port.
    pub(crate) fn let_in(&self, security: &mut SecurityConfig) {
        let Some(address) = self.address else { return };
        // Where there is no policy for development, the other one is used.
        for csp in [&mut security.csp, &mut security.dev_csp] {
            let Some(policy) = csp.take() else { continue };
            let mut policy: HashMap<String, CspDirectiveSources> = policy.into();
            let source = CspDirectiveSources::Inline(address.origin());
            policy.insert("frame-src".to_owned(), source);
            *csp = Some(Csp::DirectiveMap(policy));
        }
    }

    /// Begins to answer. Pages of `origin` may have the chat page in a frame, beside the app's own.
    pub(crate) fn start<R: Runtime>(&self, app: &AppHandle<R>, origin: Option<&str>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        *state = match std::mem::replace(&mut *state, State::Over) {
            State::Bound(bound) => self.serve(bound, app, origin),
            other => other,
        };
    }

    fn serve<R: Runtime>(&self, bound: Bound, app: &AppHandle<R>, origin: Option<&str>) -> State {
        let port = bound.address().port();
        let dev = tauri::is_dev().then_some(DEV_ORIGIN);
        let origins = WINDOW_ORIGINS.iter().copied().chain(dev).chain(origin);
        let origins: Vec<&str> = origins.collect();
        let page = ChatPage::new(Arc::new(Files::of(app)), self.script.clone(), &origins);
        let conversations = Arc::new(OfProfile(app.clone()));
        let tickets = Arc::clone(&self.tickets);
        let started = tauri::async_runtime::block_on(async {
            Loopback::start(bound, conversations, tickets, Some(page))
        });
        match started {
            Ok(loopback) => {
                tracing::info!(port, "the chat page is served");
                State::Running(loopback)
            }
            Err(error) => {
                tracing::error!(%error, "there is no chat page");
                State::Over
            }
        }
    }

    /// Ends; answers that are under way are stopped.
    pub(crate) async fn end(&self) {
        let state = {
            let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *state, State::Over)
        };
        if let State::Running(loopback) = state {
            loopback.stop().await;
        }
    }
}

/// The conversations of the profile that this app shows.
struct OfProfile<R: Runtime>(AppHandle<R>);

#[async_trait]
impl<R: Runtime> Conversations for OfProfile<R> {
    async fn server(&self) -> Result<chatkit::Server, Failure> {
        let open = self.0.state::<Profile>().open().await?;
        Ok(open.chat.clone())
    }
}

/// The pages that this executable carries.
struct Files<R: Runtime> {
    app: AppHandle<R>,
    /// Their paths. Tauri gives the main page for any other.
    paths: HashSet<String>,
}

impl<R: Runtime> Files<R> {
    fn of(app: &AppHandle<R>) -> Self {
        let resolver = app.asset_resolver();
        let paths = resolver.iter().map(|(path, _)| path.into_owned()).collect();
        Self {
            app: app.clone(),
            paths,
        }
    }
}

impl<R: Runtime> Pages for Files<R> {
    fn file(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        // Under `tauri dev` nothing is carried, and read from the folder as it is.
        if !tauri::is_dev() && !self.paths.contains(&format!("/{path}")) {
            return None;
        }
        let asset = self.app.asset_resolver().get(path.to_owned())?;
        Some(Cow::Owned(asset.bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn security() -> SecurityConfig {
        let config: tauri::utils::config::Config =
            serde_json::from_str(include_str!("../tauri.conf.json")).unwrap();
        config.app.security
    }

    fn policy(security: &SecurityConfig) -> HashMap<String, CspDirectiveSources> {
        security.csp.clone().unwrap().into()
    }

    #[test]
    fn the_main_page_may_frame_the_chat_page_and_gets_no_other_power() {
        let folder = tempfile::tempdir().unwrap();
        let site = ChatSite::bind(folder.path());
        let mut opened = security();
        site.let_in(&mut opened);
        let mut policy_of_window = policy(&opened);
        let origin = site.address().unwrap().origin();
        let frames = policy_of_window.remove("frame-src").unwrap();
        assert_eq!(frames, CspDirectiveSources::Inline(origin));
        let mut before = policy(&security());
        let none = before.remove("frame-src").unwrap();
        assert_eq!(none, CspDirectiveSources::Inline("'none'".to_owned()));
        assert_eq!(policy_of_window, before);
    }

    #[test]
    fn a_policy_for_development_gets_the_frame_too() {
        let folder = tempfile::tempdir().unwrap();
        let site = ChatSite::bind(folder.path());
        let mut security = security();
        security.dev_csp = Some(Csp::Policy("default-src 'self'".to_owned()));
        site.let_in(&mut security);
        let policy = security.dev_csp.unwrap().to_string();
        assert!(
            policy.contains(&site.address().unwrap().origin()),
            "{policy}"
        );
        assert!(policy.contains("default-src 'self'"), "{policy}");
    }
}
