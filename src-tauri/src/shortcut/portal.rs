//! Keys of a desktop under Wayland, by `org.freedesktop.portal.GlobalShortcuts`: the desktop asks
//! the person, remembers the answer, and lets them choose other keys in its own settings.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use messages::Text;
use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};

use super::Refusal;
use super::keys::Keys;

const DESKTOP: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const SHORTCUTS: &str = "org.freedesktop.portal.GlobalShortcuts";
/// The name of the one shortcut.
const QUICK_ADD: &str = "quick-add";

type Facts = HashMap<String, OwnedValue>;
type Options<'a> = HashMap<&'a str, Value<'a>>;

/// The connection to the desktop.
pub(super) struct Portal {
    bus: Connection,
    session: Mutex<Option<Session>>,
}

struct Session {
    path: OwnedObjectPath,
    /// How the desktop names the keys.
    keys: String,
}

impl Portal {
    /// Asks whether there is such a desktop, and tells of each press from then on.
    pub(super) fn start(app: &str, press: impl Fn() + Send + 'static) -> Result<Self, Refusal> {
        let bus = Connection::session().map_err(failed)?;
        register(&bus, app);
        let shortcuts = Proxy::new(&bus, DESKTOP, PATH, SHORTCUTS).map_err(failed)?;
        let version: u32 = shortcuts.get_property("version").map_err(failed)?;
        tracing::info!(version, "the desktop gives shortcuts to apps");
        let presses = shortcuts.receive_signal("Activated").map_err(failed)?;
        std::thread::Builder::new()
            .name("shortcut".into())
            .spawn(move || {
                for pressed in presses {
                    let body = pressed.body();
                    let of = body.deserialize::<(ObjectPath<'_>, String, u64, Facts)>();
                    if of.is_ok_and(|(_, name, _, _)| name == QUICK_ADD) {
                        press();
                    }
                }
            })
            .map_err(|error| Refusal::Unavailable(error.to_string()))?;
        Ok(Self {
            bus,
            session: Mutex::new(None),
        })
    }

    /// Asks for the keys, once; from then on they are the desktop's to change.
    pub(super) fn hold(&self, keys: Keys) -> Result<Option<Text>, Refusal> {
        let mut session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        let session = match &mut *session {
            Some(known) => known,
            none => none.insert(self.bind(keys)?),
        };
        Ok(Some(messages::here().shortcut_set_to(&session.keys)))
    }

    /// Ends what was asked for.
    pub(super) fn release(&self) {
        let mut session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(session) = session.take() else {
            return;
        };
        let closed = Proxy::new(
            &self.bus,
            DESKTOP,
            session.path,
            "org.freedesktop.portal.Session",
        )
        .and_then(|session| session.call_method("Close", &()));
        if let Err(error) = closed {
            tracing::warn!(%error, "the shortcut cannot be given back");
        }
    }

    fn bind(&self, keys: Keys) -> Result<Session, Refusal> {
        let options = HashMap::from([("session_handle_token", Value::from("calm_orbit"))]);
        let made = self.ask(options, |shortcuts, options| {
            shortcuts.call("CreateSession", &(options))
        })?;
        let path: String = fact(&made, "session_handle")
            .ok_or_else(|| Refusal::Unavailable("The desktop names no session.".into()))?;
        let path = OwnedObjectPath::try_from(path).map_err(|error| failed(error.into()))?;
        let name = messages::here().shortcut_name();
        let wanted: Options<'_> = HashMap::from([
            ("description", Value::from(name.as_str())),
            ("preferred_trigger", Value::from(keys.trigger())),
        ]);
        let bound = self.ask(HashMap::new(), |shortcuts, options| {
            let wanted = vec![(QUICK_ADD, wanted)];
            shortcuts.call("BindShortcuts", &(&path, wanted, "", options))
        })?;
        let shortcuts: Vec<(String, Facts)> = fact(&bound, "shortcuts").unwrap_or_default();
        let (_, facts) = shortcuts
            .into_iter()
            .find(|(name, _)| name == QUICK_ADD)
            .ok_or(Refusal::Denied)?;
        let keys = fact(&facts, "trigger_description").unwrap_or_else(|| keys.to_string());
        Ok(Session { path, keys })
    }

    /// Asks the desktop for something, and waits until the person has answered.
    fn ask(
        &self,
        mut options: Options<'_>,
        call: impl FnOnce(&Proxy<'_>, Options<'_>) -> zbus::Result<OwnedObjectPath>,
    ) -> Result<Facts, Refusal> {
        let token = format!("calm_orbit_{}", uuid::Uuid::now_v7().simple());
        let sender = self.bus.unique_name().map(|name| name.as_str().to_owned());
        let sender = sender.unwrap_or_default();
        let sender = sender.trim_start_matches(':').replace('.', "_");
        let path = format!("{PATH}/request/{sender}/{token}");
        let request = Proxy::new(&self.bus, DESKTOP, path, "org.freedesktop.portal.Request")
            .map_err(failed)?;
        // Before the question, so that no answer is missed.
        let mut answers = request.receive_signal("Response").map_err(failed)?;
        options.insert("handle_token", Value::from(token));
        let shortcuts = Proxy::new(&self.bus, DESKTOP, PATH, SHORTCUTS).map_err(failed)?;
        call(&shortcuts, options).map_err(failed)?;
        let answer = answers
            .next()
            .ok_or_else(|| Refusal::Unavailable("The desktop is gone.".into()))?;
        let (code, facts): (u32, Facts) = answer.body().deserialize().map_err(failed)?;
        if code == 0 {
            Ok(facts)
        } else {
            Err(Refusal::Denied)
        }
    }
}

/// Tells the desktop who asks. Older ones find out by themselves.
fn register(bus: &Connection, app: &str) {
    let registry = Proxy::new(bus, DESKTOP, PATH, "org.freedesktop.host.portal.Registry");
    let told =
        registry.and_then(|registry| registry.call::<_, _, ()>("Register", &(app, Options::new())));
    if let Err(error) = told {
        tracing::info!(%error, "the desktop takes no names of apps");
    }
}

fn fact<T: TryFrom<OwnedValue>>(facts: &Facts, name: &str) -> Option<T> {
    facts.get(name)?.try_clone().ok()?.try_into().ok()
}

fn failed(error: zbus::Error) -> Refusal {
    Refusal::Unavailable(error.to_string())
}
