//! A desktop session of a test's own: a D-Bus session bus, folders, and GNOME Keyring where the
//! test starts one.
#![allow(dead_code, reason = "each test binary uses its part")]

use std::collections::HashMap;
use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use calm_orbit_secrets::{LIMIT, SecretName, Secrets};
use futures::StreamExt;
use secrecy::ExposeSecret;
use zbus::Connection;
use zbus::fdo::DBusProxy;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};

/// Set in a process that has a session of its own.
const INSIDE: &str = "CALM_ORBIT_TEST_SESSION";

/// The service's name on the bus, and where it is.
const SERVICE: &str = "org.freedesktop.secrets";
const ROOT: &str = "/org/freedesktop/secrets";

/// The keyring that `--unlock` makes.
const LOGIN: &str = "/org/freedesktop/secrets/collection/login";

/// How long a call may take beyond its limit on a busy machine.
const SLACK: Duration = Duration::from_secs(5);

const ITEM: &str = "org.freedesktop.Secret.Item";

/// The password of all keyrings here.
const PASSWORD: &str = "a password";

/// Runs the body of the test of this name in a process of its own, with folders of its own, and,
/// where `bus` says so, a session bus that starts nothing by itself.
pub(crate) fn in_session(test: &str, bus: bool, body: impl AsyncFnOnce()) {
    if std::env::var_os(INSIDE).is_some() {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build();
        return runtime.unwrap().block_on(body());
    }
    let folder = tempfile::tempdir().unwrap();
    let this = std::env::current_exe().unwrap();
    let mut command = if bus {
        let mut command = Command::new("dbus-run-session");
        let config = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/session/bus.conf");
        command.arg(format!("--config-file={config}"));
        command.arg("--").arg(this);
        command
    } else {
        Command::new(this)
    };
    for (name, part) in [
        ("HOME", "home"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_RUNTIME_DIR", "run"),
    ] {
        let folder = folder.path().join(part);
        std::fs::create_dir(&folder).unwrap();
        command.env(name, folder);
    }
    for name in [
        "DBUS_SESSION_BUS_ADDRESS",
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "GNOME_KEYRING_CONTROL",
    ] {
        command.env_remove(name);
    }
    let status = command
        .args(["--exact", test, "--nocapture"])
        .env(INSIDE, "1")
        .status()
        .expect("dbus-run-session is there; script/setup --test installs it");
    assert!(status.success(), "{test} failed in its session: {status}");
}

/// A running GNOME Keyring.
pub(crate) struct Keyring(Child);

impl Keyring {
    /// Starts it; comes back when it is on the bus. With `unlock`, its keyring is made where there
    /// is none, and unlocked.
    pub(crate) async fn start(unlock: bool) -> Self {
        let bus = Connection::session().await.unwrap();
        let names = DBusProxy::new(&bus).await.unwrap();
        let mut changes = names
            .receive_name_owner_changed_with_args(&[(0, SERVICE)])
            .await
            .unwrap();
        let mut command = Command::new("gnome-keyring-daemon");
        command.args(["--foreground", "--components=secrets"]);
        command.arg(if unlock { "--unlock" } else { "--start" });
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("gnome-keyring-daemon is there; script/setup --test installs it");
        let mut input = child.stdin.take().unwrap();
        input.write_all(PASSWORD.as_bytes()).unwrap();
        drop(input);
        loop {
            let change = changes.next().await.unwrap();
            if change.args().unwrap().new_owner().is_some() {
                break;
            }
        }
        Self(child)
    }

    /// Makes it stand still, or go on.
    pub(crate) fn freeze(&self, on: bool) {
        let signal = if on { "-STOP" } else { "-CONT" };
        let status = Command::new("kill")
            .args([signal, &self.0.id().to_string()])
            .status();
        assert!(status.unwrap().success());
    }

    /// Unlocks it as the screen of a login would, beside any question that may be open.
    pub(crate) async fn unlock(&self) {
        let bus = Connection::session().await.unwrap();
        let session = open_session(&bus).await;
        let collection = ObjectPath::from_static_str_unchecked(LOGIN);
        let nothing: &[u8] = &[];
        bus.call_method(
            Some(SERVICE),
            ROOT,
            Some("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
            "UnlockWithMasterPassword",
            &(
                collection,
                (session, nothing, PASSWORD.as_bytes(), "text/plain"),
            ),
        )
        .await
        .unwrap();
    }

    /// Puts any bytes into it, as another program might.
    pub(crate) async fn put(&self, attributes: &[&str; 4], value: &[u8]) {
        let bus = Connection::session().await.unwrap();
        let session = open_session(&bus).await;
        let [service, service_is, user, user_is] = *attributes;
        let attributes = HashMap::from([(service, service_is), (user, user_is)]);
        let label = format!("{ITEM}.Label");
        let properties = HashMap::from([
            (label, Value::from("other")),
            (format!("{ITEM}.Attributes"), Value::from(attributes)),
        ]);
        let nothing: &[u8] = &[];
        bus.call_method(
            Some(SERVICE),
            LOGIN,
            Some("org.freedesktop.Secret.Collection"),
            "CreateItem",
            &(properties, (session, nothing, value, "text/plain"), true),
        )
        .await
        .unwrap();
    }

    /// Ends it.
    pub(crate) fn end(mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Keyring {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// A session of the service in which values go over the bus as they are.
async fn open_session(bus: &Connection) -> OwnedObjectPath {
    let opened = bus
        .call_method(
            Some(SERVICE),
            ROOT,
            Some("org.freedesktop.Secret.Service"),
            "OpenSession",
            &("plain", Value::from("")),
        )
        .await
        .unwrap();
    let (_, session): (OwnedValue, OwnedObjectPath) = opened.body().deserialize().unwrap();
    session
}

/// What `secret-tool` prints, and whether it succeeds.
pub(crate) fn secret_tool(arguments: &[&str], input: &[u8]) -> (bool, Vec<u8>) {
    let mut child = Command::new("secret-tool")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("secret-tool is there; script/setup --test installs it");
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    (output.status.success(), output.stdout)
}

/// How many threads of this name the process has.
pub(crate) fn threads_named(name: &str) -> usize {
    let tasks = std::fs::read_dir("/proc/self/task").unwrap();
    tasks
        .filter(|task| {
            let path = task.as_ref().unwrap().path().join("comm");
            std::fs::read_to_string(path).is_ok_and(|comm| comm.trim() == name)
        })
        .count()
}

/// The value, as Rust code reads it.
pub(crate) async fn value(secrets: &Secrets, name: SecretName) -> Option<String> {
    let value = secrets.get(name).await.unwrap();
    value.map(|value| value.expose_secret().to_owned())
}

/// How an account is looked for.
pub(crate) fn attributes(account: &str) -> [&str; 4] {
    ["service", calm_orbit_secrets::SERVICE, "username", account]
}

/// The value as `secret-tool` finds it.
pub(crate) fn lookup(account: &str) -> Option<String> {
    let arguments = [&["lookup"], attributes(account).as_slice()].concat();
    let (found, value) = secret_tool(&arguments, b"");
    found.then(|| String::from_utf8(value).unwrap())
}

/// A call that must end by its limit.
pub(crate) async fn in_time<T>(call: impl Future<Output = T>) -> T {
    let begin = Instant::now();
    let outcome = call.await;
    let took = begin.elapsed();
    assert!(took < LIMIT + SLACK, "it took {took:?}");
    outcome
}
