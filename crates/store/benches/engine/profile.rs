//! A profile full of tasks, made through the same door as everybody's.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use calm_orbit_store::{Options, Store};
use jiff::{SignedDuration, Zoned};
use task::{Action, Actor, FilterId, ListId, TaskDraft, TaskId, Tasks};

use crate::data::{Data, LISTS, list_name};

/// How many tasks are added at once.
pub(crate) const GROUP: usize = 500;
/// Over how many days the tasks of a profile were made.
const DAYS: i64 = 2 * 365;

/// A clock that is set by hand, or tells the time where it isn't.
#[derive(Clone, Default)]
pub(crate) struct Clock(Arc<Mutex<Option<Zoned>>>);

impl Clock {
    fn set(&self, time: Option<Zoned>) {
        *self.0.lock().unwrap() = time;
    }

    pub(crate) fn options(&self) -> Options {
        let clock = self.clone();
        Options {
            now: Arc::new(move || clock.0.lock().unwrap().clone().unwrap_or_else(Zoned::now)),
            ..Options::default()
        }
    }
}

/// Opens a profile as programs do.
pub(crate) async fn open(folder: &Path) -> Store {
    Store::open(folder, Options::default()).await.unwrap()
}

/// New tasks with their ids, made at `made`, with days around `now`.
pub(crate) fn drafts(
    data: &mut Data,
    made: &Zoned,
    now: &Zoned,
    count: usize,
) -> Vec<(TaskId, TaskDraft)> {
    let mut roots = Vec::new();
    let mut drafts = Vec::with_capacity(count);
    for _ in 0..count {
        let id = TaskId::fresh(made.timestamp());
        let draft = data.task(now, &roots);
        if draft.parent.is_none() {
            roots.push(id);
        }
        drafts.push((id, draft));
    }
    drafts
}

/// Fills a new profile; answers how long adding alone took. A fifth is completed, 3 of 100 are in
/// the trash, half of what recurs was completed once.
pub(crate) async fn fill(folder: &Path, count: usize) -> Duration {
    let clock = Clock::default();
    let store = Store::open(folder, clock.options()).await.unwrap();
    let tasks = store.caller(Actor::Person);
    let mut data = Data::new(7);
    let end = Zoned::now();
    let start = end.saturating_sub(SignedDuration::from_hours(24 * (DAYS + 1)));
    clock.set(Some(start.clone()));
    for rank in 0..LISTS {
        let add = Action::AddList {
            id: ListId::fresh(start.timestamp()),
            name: list_name(rank),
            colour: None,
        };
        tasks.apply(add).await.unwrap();
    }
    let mut adding = Duration::ZERO;
    for first in (0..count).step_by(GROUP) {
        let days = DAYS * (count - first) as i64 / count as i64;
        let made = end.saturating_sub(SignedDuration::from_hours(24 * days));
        clock.set(Some(made.clone()));
        let drafts = drafts(&mut data, &made, &end, GROUP.min(count - first));
        let (mut done, mut deleted) = (Vec::new(), Vec::new());
        for (id, draft) in &drafts {
            match (draft.recurrence.is_some(), data.random.below(100)) {
                (true, 0..50) | (false, 0..22) => done.push(*id),
                (_, 97..) => deleted.push(*id),
                _ => {}
            }
        }
        let begin = Instant::now();
        tasks
            .apply(Action::AddTasks { tasks: drafts })
            .await
            .unwrap();
        adding += begin.elapsed();
        let later = made.saturating_add(SignedDuration::from_hours(5));
        clock.set(Some(later.min(end.clone())));
        let complete = Action::CompleteTasks {
            ids: done,
            completed: true,
        };
        tasks.apply(complete).await.unwrap();
        if !deleted.is_empty() {
            let delete = Action::DeleteTasks { ids: deleted };
            tasks.apply(delete).await.unwrap();
        }
    }
    clock.set(None);
    for (name, query) in [("Now", "today | overdue"), ("Calls", "@phone & !p4")] {
        let add = Action::AddFilter {
            id: FilterId::fresh(end.timestamp()),
            name: name.into(),
            query: query.into(),
            colour: None,
        };
        tasks.apply(add).await.unwrap();
    }
    store.close().await;
    adding
}
