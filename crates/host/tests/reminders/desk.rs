//! What is outside: a clock and a zone that are set by hand, a screen that shows notifications.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use calm_orbit_host::reminders::{Answer, Lookout, NotShown, Notice, Notifier, Tag, Window};
use calm_orbit_host::settings::ReminderSettings;
use jiff::Zoned;
use jiff::civil::Time;
use store::{Caller, Options, Store};
use task::{Action, Actor, TaskDraft, TaskId, Tasks};

/// The person's screen.
#[derive(Default)]
pub(crate) struct Screen {
    /// What is on it.
    pub(crate) shown: Mutex<BTreeMap<Tag, Notice>>,
    /// All that was shown since somebody asked.
    pub(crate) log: Mutex<Vec<Notice>>,
    /// What was asked of the window.
    pub(crate) opened: Mutex<Vec<Tag>>,
    /// What the window had to say itself.
    pub(crate) said: Mutex<Vec<Notice>>,
    /// There is nothing that shows notifications.
    pub(crate) broken: Mutex<bool>,
}

impl Screen {
    /// What was shown since this was asked last, wherever.
    pub(crate) fn news(&self) -> Vec<Notice> {
        let mut news = std::mem::take(&mut *self.log.lock().unwrap());
        news.append(&mut self.said.lock().unwrap());
        news
    }
}

#[async_trait]
impl Notifier for Screen {
    async fn show(&self, notice: &Notice) -> Result<(), NotShown> {
        if *self.broken.lock().unwrap() {
            return Err(NotShown("there is no service".to_owned()));
        }
        self.log.lock().unwrap().push(notice.clone());
        self.shown
            .lock()
            .unwrap()
            .insert(notice.tag, notice.clone());
        Ok(())
    }

    async fn withdraw(&self, tag: Tag) {
        self.shown.lock().unwrap().remove(&tag);
    }

    async fn clear(&self) {
        self.shown.lock().unwrap().clear();
    }

    async fn answer(&self) -> Answer {
        std::future::pending().await
    }
}

impl Window for Screen {
    fn open(&self, tag: Tag) {
        self.opened.lock().unwrap().push(tag);
    }

    fn tell(&self, notice: &Notice) {
        self.said.lock().unwrap().push(notice.clone());
    }
}

/// A profile, and who looks after its reminders.
pub(crate) struct Desk {
    folder: PathBuf,
    clock: Arc<Mutex<Zoned>>,
    pub(crate) store: Store,
    pub(crate) screen: Arc<Screen>,
    pub(crate) lookout: Lookout,
}

impl Desk {
    pub(crate) async fn open(folder: &Path, now: &str) -> Self {
        let clock = Arc::new(Mutex::new(now.parse().unwrap()));
        let screen = Arc::new(Screen::default());
        let store = open(folder, &clock).await;
        let lookout = Lookout::new(store.clone(), screen.clone(), screen.clone());
        Self {
            folder: folder.to_owned(),
            clock,
            store,
            screen,
            lookout,
        }
    }

    /// The process ends, and another begins. What it showed is gone.
    pub(crate) async fn restart(&mut self) {
        self.store.close().await;
        self.screen.shown.lock().unwrap().clear();
        self.store = open(&self.folder, &self.clock).await;
        self.lookout = Lookout::new(self.store.clone(), self.screen.clone(), self.screen.clone());
    }

    pub(crate) fn now(&self) -> Zoned {
        self.clock.lock().unwrap().clone()
    }

    pub(crate) fn set(&self, now: Zoned) {
        *self.clock.lock().unwrap() = now;
    }

    /// Sets the clock, in the zone where it is.
    pub(crate) fn at(&self, time: &str) {
        let zone = self.now().time_zone().clone();
        let time: jiff::civil::DateTime = time.parse().unwrap();
        self.set(time.to_zoned(zone).unwrap());
    }

    pub(crate) fn person(&self) -> Caller {
        self.store.caller(Actor::Person)
    }

    pub(crate) async fn settings(&self, settings: ReminderSettings) {
        calm_orbit_host::settings::save(&self.store, settings)
            .await
            .unwrap();
    }

    /// Adds a task by a quick-add draft of fields.
    pub(crate) async fn add(&self, title: &str, due: Option<&str>, reminders: &[&str]) -> TaskId {
        let id = TaskId::fresh(self.now().timestamp());
        let draft = TaskDraft {
            title: title.to_owned(),
            due: due.map(|due| due.parse().unwrap()),
            reminders: reminders
                .iter()
                .map(|reminder| reminder.parse().unwrap())
                .collect(),
            ..TaskDraft::default()
        };
        self.person().apply(Action::add(id, draft)).await.unwrap();
        id
    }

    /// Looks; the titles of what was shown.
    pub(crate) async fn look(&mut self) -> Vec<String> {
        self.lookout.look().await.unwrap();
        let news = self.screen.news();
        news.into_iter().map(|notice| notice.title.into()).collect()
    }

    /// What is on the screen.
    pub(crate) fn shown(&self) -> Vec<Tag> {
        self.screen.shown.lock().unwrap().keys().copied().collect()
    }
}

async fn open(folder: &Path, clock: &Arc<Mutex<Zoned>>) -> Store {
    let clock = clock.clone();
    let options = Options {
        now: Arc::new(move || clock.lock().unwrap().clone()),
        ..Options::default()
    };
    Store::open(folder, options).await.unwrap()
}

pub(crate) fn time(text: &str) -> Time {
    text.parse().unwrap()
}
