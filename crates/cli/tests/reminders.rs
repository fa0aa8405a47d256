//! Reminders through `calm-orbit serve`: what the desktop shows, and what an answer there does. The
//! desktop is a session bus of the test's own with a service for notifications on it.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use host::reminders::{Answer, Lookout, NotShown, Notice, Notifier, Tag, Window};
use jiff::{SignedDuration, Zoned};
use store::{Options, Store};
use task::{Action, Actor, Due, TaskDraft, TaskId, Tasks, View};
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::OwnedValue;

const PATH: &str = "/org/freedesktop/Notifications";
const NAME: &str = "org.freedesktop.Notifications";

/// How long something may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// What the service was asked.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    Show {
        number: u32,
        title: String,
        body: String,
        actions: Vec<String>,
    },
    Close(u32),
}

/// The desktop's service for notifications.
struct Service {
    asked: Sender<Asked>,
    number: u32,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Service {
    fn get_capabilities(&self) -> Vec<String> {
        vec!["actions".into(), "body".into()]
    }

    #[expect(clippy::too_many_arguments, reason = "as the specification has it")]
    fn notify(
        &mut self,
        _app: String,
        _replaces: u32,
        _icon: String,
        title: String,
        body: String,
        actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        self.number += 1;
        let number = self.number;
        let show = Asked::Show {
            number,
            title,
            body,
            actions,
        };
        self.asked.send(show).unwrap();
        number
    }

    fn close_notification(&self, number: u32) {
        self.asked.send(Asked::Close(number)).unwrap();
    }
}

/// A session bus, and what is on it.
struct Desk {
    bus: Child,
    address: String,
    service: Connection,
    asked: Receiver<Asked>,
}

impl Desk {
    fn start() -> Self {
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("dbus-daemon is there; script/setup --test installs it");
        let mut address = String::new();
        let mut said = BufReader::new(bus.stdout.take().unwrap());
        said.read_line(&mut address).unwrap();
        let address = address.trim().to_owned();
        let (asked, hears) = channel();
        let service = Builder::address(address.as_str())
            .unwrap()
            .serve_at(PATH, Service { asked, number: 0 })
            .unwrap()
            .name(NAME)
            .unwrap()
            .build()
            .unwrap();
        Self {
            bus,
            address,
            service,
            asked: hears,
        }
    }

    fn asked(&self) -> Asked {
        self.asked.recv_timeout(PATIENCE).unwrap()
    }

    /// The person presses a button of a notification until it is heeded and goes away: what shows
    /// it hears nothing before it has its number.
    fn press(&self, number: u32, action: &str) {
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            self.service
                .emit_signal(None::<&str>, PATH, NAME, "ActionInvoked", &(number, action))
                .unwrap();
            if let Ok(asked) = self.asked.recv_timeout(Duration::from_secs(1)) {
                assert_eq!(asked, Asked::Close(number));
                return;
            }
        }
        panic!("nobody heeds {action}");
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        drop(self.bus.kill());
        drop(self.bus.wait());
    }
}

/// What shows nothing: it only looks, so that the profile knows until when somebody has looked.
struct Nobody;

#[async_trait]
impl Notifier for Nobody {
    async fn show(&self, _: &Notice) -> Result<(), NotShown> {
        Err(NotShown("nobody is there".into()))
    }

    async fn withdraw(&self, _: Tag) {}

    async fn clear(&self) {}

    async fn answer(&self) -> Answer {
        std::future::pending().await
    }
}

impl Window for Nobody {
    fn open(&self, _: Tag) {}

    fn tell(&self, _: &Notice) {}
}

/// A profile that was looked at two hours ago, with tasks that were due an hour ago.
fn profile(folder: &Path, titles: &[&str]) {
    let hours = |hours| {
        Zoned::now()
            .checked_sub(SignedDuration::from_hours(hours))
            .unwrap()
    };
    let (then, due) = (hours(2), hours(1));
    in_runtime(async {
        let options = Options {
            now: Arc::new(move || then.clone()),
            ..Options::default()
        };
        let store = Store::open(folder, options).await.unwrap();
        let nobody = Arc::new(Nobody);
        let person = store.caller(Actor::Person);
        for title in titles {
            let draft = TaskDraft {
                title: (*title).to_owned(),
                due: Some(Due::At(due.datetime())),
                ..TaskDraft::default()
            };
            let id = TaskId::fresh(person.now().timestamp());
            person.apply(Action::add(id, draft)).await.unwrap();
        }
        let mut lookout = Lookout::new(store.clone(), nobody.clone(), nobody);
        lookout.look().await.unwrap();
        store.close().await;
    });
}

fn in_runtime<T>(work: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    runtime.enable_all().build().unwrap().block_on(work)
}

fn open_tasks(folder: &Path) -> u64 {
    in_runtime(async {
        let store = Store::open(folder, Options::default()).await.unwrap();
        let person = store.caller(Actor::Person);
        let count = person.count(&View::Open).await.unwrap();
        store.close().await;
        count
    })
}

/// `calm-orbit serve`, from a folder in which the test says what the app is.
struct Served(Child);

impl Served {
    fn start(program: &Path, profile: &Path, bus: &str) -> Self {
        let mut command = Command::new(program);
        let process = command
            .env_remove("CALM_ORBIT_DATA_DIR")
            .env("DBUS_SESSION_BUS_ADDRESS", bus)
            .arg("--data-dir")
            .arg(profile)
            .arg("serve")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn();
        Self(process.unwrap())
    }

    fn end(mut self) {
        let id = self.0.id().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status();
        assert!(told.unwrap().success());
        assert_eq!(self.0.wait().unwrap().code(), Some(0));
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

const PROGRAM: &str = env!("CARGO_BIN_EXE_calm-orbit");

#[test]
fn a_reminder_is_shown_and_done_is_done() {
    let folder = tempfile::tempdir().unwrap();
    profile(folder.path(), &["Call home"]);
    let desk = Desk::start();
    let served = Served::start(Path::new(PROGRAM), folder.path(), &desk.address);
    let Asked::Show {
        number,
        title,
        body,
        actions,
    } = desk.asked()
    else {
        panic!("nothing was shown");
    };
    assert_eq!(title, "Call home");
    assert!(body.starts_with("Due "), "{body}");
    assert!(actions.contains(&"done".to_owned()), "{actions:?}");
    desk.press(number, "done");
    assert_eq!(open_tasks(folder.path()), 0);
    served.end();
}

#[test]
fn a_summary_opens_the_app_at_today() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("profile");
    profile(&data, &["One", "Two", "Three", "Four"]);
    // The app lies beside the command; this one tells what it was asked.
    let program = folder.path().join("calm-orbit");
    if std::fs::hard_link(PROGRAM, &program).is_err() {
        std::fs::copy(PROGRAM, &program).unwrap();
    }
    let pipe = folder.path().join("asked");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let app = folder.path().join("calm-orbit-desktop");
    let script = format!("#!/bin/sh\necho \"$@\" > '{}'\n", pipe.display());
    std::fs::write(&app, script).unwrap();
    std::fs::set_permissions(&app, std::fs::Permissions::from_mode(0o755)).unwrap();

    let desk = Desk::start();
    let served = Served::start(&program, &data, &desk.address);
    let Asked::Show {
        number,
        title,
        actions,
        ..
    } = desk.asked()
    else {
        panic!("nothing was shown");
    };
    assert!(title.starts_with("4 reminders"), "{title}");
    assert!(!actions.contains(&"done".to_owned()), "{actions:?}");
    desk.press(number, "open");
    // Blocks until the app was started.
    let asked = std::fs::read_to_string(&pipe).unwrap();
    let today = format!("--data-dir {} calm-orbit://today\n", data.display());
    assert_eq!(asked, today);
    assert_eq!(open_tasks(&data), 4);
    served.end();
}

#[test]
fn without_a_desktop_the_command_says_it() {
    let folder = tempfile::tempdir().unwrap();
    profile(folder.path(), &["Call home"]);
    let nowhere = format!("unix:path={}/nowhere", folder.path().display());
    let mut served = Served::start(Path::new(PROGRAM), folder.path(), &nowhere);
    let said = BufReader::new(served.0.stderr.take().unwrap());
    let reminder = said.lines().map(Result::unwrap);
    let mut reminder = reminder.filter(|line| line.contains("reminder:"));
    let reminder = reminder.next().unwrap();
    let expected = "calm-orbit: reminder: Call home. Due ";
    assert!(reminder.starts_with(expected), "{reminder}");
    served.end();
}
