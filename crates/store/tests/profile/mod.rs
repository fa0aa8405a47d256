//! A profile in a folder of its own, with a clock that tests set.
#![allow(dead_code, reason = "each test file uses its part")]

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use calm_orbit_store::{Options, Store};
use jiff::{Span, Zoned};
use rusqlite::Connection;
use task::{Action, Actor, Task, TaskDraft, TaskId, TaskPatch, Tasks, Undone, View};

pub(crate) struct Profile {
    pub(crate) store: Store,
    pub(crate) now: Arc<Mutex<Zoned>>,
    folder: tempfile::TempDir,
}

pub(crate) fn start() -> Zoned {
    "2026-11-21T10:30[Europe/Berlin]".parse().unwrap()
}

pub(crate) fn options(now: &Arc<Mutex<Zoned>>) -> Options {
    let now = now.clone();
    Options {
        now: Arc::new(move || now.lock().unwrap().clone()),
        ..Options::default()
    }
}

impl Profile {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now = Arc::new(Mutex::new(start()));
        let store = Store::open(folder.path(), options(&now)).await.unwrap();
        Self { store, now, folder }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.path().join("calm-orbit.db")
    }

    pub(crate) fn options(&self) -> Options {
        options(&self.now)
    }

    /// Another opening of the same profile, as another process has it.
    pub(crate) async fn other(&self) -> Store {
        Store::open(self.path(), self.options()).await.unwrap()
    }

    pub(crate) fn pass(&self, span: Span) {
        let mut now = self.now.lock().unwrap();
        *now = now.checked_add(span).unwrap();
    }

    /// Writes to the file behind the store's back.
    pub(crate) fn meddle(&self, statements: &str) {
        let connection = Connection::open(self.file()).unwrap();
        connection
            .busy_timeout(std::time::Duration::from_secs(5))
            .unwrap();
        connection.execute_batch(statements).unwrap();
    }

    pub(crate) async fn act(&self, action: Action) {
        act(&self.store, action).await;
    }

    pub(crate) async fn add(&self, line: TaskDraft) -> TaskId {
        add(&self.store, line).await
    }

    pub(crate) async fn rename(&self, id: TaskId, title: &str) {
        rename(&self.store, id, title).await;
    }

    pub(crate) async fn delete(&self, id: TaskId) {
        self.act(Action::DeleteTasks { ids: vec![id] }).await;
    }

    pub(crate) async fn task(&self, id: TaskId) -> Option<Task> {
        person(&self.store).get(&[id]).await.unwrap().pop()
    }

    pub(crate) async fn undo(&self) -> Undone {
        person(&self.store).undo(task::Target::Last).await.unwrap()
    }

    /// Sees to it that the check finds nothing.
    pub(crate) async fn is_sound(&self) {
        is_sound(&self.store).await;
    }
}

/// Everything that a person can see of tasks, lists and filters.
pub(crate) async fn picture(store: &Store) -> (Vec<Task>, String) {
    let tasks = person(store);
    let mut all = Vec::new();
    for view in [View::Open, View::Completed, View::Trash] {
        let ids = tasks.ids(&view).await.unwrap();
        all.extend(tasks.get(&ids).await.unwrap());
    }
    all.sort_by_key(|task| task.id);
    (all, format!("{:?}", tasks.overview().await.unwrap()))
}

pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

pub(crate) async fn is_sound(store: &Store) {
    let report = store.check().await.unwrap();
    assert_eq!(report.problems, Vec::<String>::new());
}

pub(crate) fn person(store: &Store) -> impl Tasks {
    store.caller(Actor::Person)
}

pub(crate) async fn act(store: &Store, action: Action) {
    person(store).apply(action).await.unwrap();
}

pub(crate) async fn add(store: &Store, draft: TaskDraft) -> TaskId {
    let id = TaskId::fresh(person(store).now().timestamp());
    act(store, Action::add(id, draft)).await;
    id
}

pub(crate) async fn rename(store: &Store, id: TaskId, title: &str) {
    let patch = TaskPatch {
        title: Some(title.to_owned()),
        ..TaskPatch::default()
    };
    act(store, Action::edit(id, patch)).await;
}

pub(crate) fn called(title: &str) -> TaskDraft {
    TaskDraft {
        title: title.to_owned(),
        ..TaskDraft::default()
    }
}

/// A bit of everything: lists, tags, a tree, recurrence, a filter, zones, the trash.
pub(crate) async fn furnish(store: &Store) -> Vec<TaskId> {
    let full = TaskDraft {
        notes: "Oat milk, 東京タワー".to_owned(),
        list: Some("Home".to_owned()),
        due: Some("2026-11-22T09:00[America/New_York]".parse().unwrap()),
        tags: vec!["money".to_owned(), "crème".to_owned()],
        ..called("Pay the rent")
    };
    let top = add(store, full).await;
    let below = TaskDraft {
        parent: Some(top),
        ..called("Find the IBAN")
    };
    let below = add(store, below).await;
    let weekly = TaskDraft {
        recurrence: Some("FREQ=WEEKLY;BYDAY=FR".parse().unwrap()),
        tags: vec!["garden".to_owned()],
        ..called("Water the plants")
    };
    let weekly = add(store, weekly).await;
    let complete = |id| Action::CompleteTasks {
        ids: vec![id],
        completed: true,
    };
    act(store, complete(weekly)).await;
    let done = add(store, called("Buy stamps")).await;
    act(store, complete(done)).await;
    let trashed = add(store, called("Learn Latin")).await;
    act(store, Action::DeleteTasks { ids: vec![trashed] }).await;
    let at = person(store).now().timestamp();
    let filter = Action::AddFilter {
        id: task::FilterId::fresh(at),
        name: "Soon".to_owned(),
        query: "@money".to_owned(),
        colour: None,
    };
    act(store, filter).await;
    vec![top, below, weekly, done, trashed]
}
