//! The door for one caller.

use async_trait::async_trait;
use jiff::Zoned;
use task::{
    Action, Activity, ActivityQuery, Actor, Applied, Changed, Due, Error, GroupId, List, Overview,
    Page, Progress, Rows, Search, Target, Task, TaskId, Tasks, Undone, View,
};

use crate::{
    Store, activity, change_log, overview, records, rows, search, sql, undo, views, write,
};

/// [`Tasks`] on this machine's database, for one actor.
#[derive(Clone)]
pub struct Caller {
    store: Store,
    actor: Actor,
    group: Option<GroupId>,
}

impl Caller {
    pub(crate) fn new(store: Store, actor: Actor, group: Option<GroupId>) -> Self {
        Self {
            store,
            actor,
            group,
        }
    }

    /// When a task that repeats is due next, at most `limit` times; nothing where it doesn't.
    ///
    /// # Errors
    /// Where the profile can't be read.
    pub async fn next_dues(&self, id: TaskId, limit: usize) -> Result<Vec<Due>, Error> {
        let read = self
            .store
            .read(move |connection| views::next_dues(connection, id, limit));
        read.await
    }

    /// How far the subtasks of these tasks are; tasks without subtasks are left out.
    ///
    /// # Errors
    /// Where the profile can't be read.
    pub async fn progress(&self, ids: &[TaskId]) -> Result<Vec<Progress>, Error> {
        let ids = ids.to_vec();
        let read = self
            .store
            .read(move |connection| views::progress(connection, &ids));
        read.await
    }

    fn group(&self) -> GroupId {
        self.group
            .unwrap_or_else(|| GroupId::fresh(self.store.now().timestamp()))
    }
}

#[async_trait]
impl Tasks for Caller {
    fn now(&self) -> Zoned {
        self.store.now()
    }

    async fn apply(&self, action: Action) -> Result<Applied, Error> {
        write::apply(&self.store, &self.actor, self.group(), action).await
    }

    async fn get(&self, ids: &[TaskId]) -> Result<Vec<Task>, Error> {
        let ids = ids.to_vec();
        self.store
            .read(move |connection| {
                let mut tasks = Vec::with_capacity(ids.len());
                for id in ids {
                    tasks.extend(views::shown(connection, id)?);
                }
                Ok(tasks)
            })
            .await
    }

    async fn resolve(&self, reference: &str) -> Result<TaskId, Error> {
        let wanted = reference.trim().to_ascii_lowercase();
        let unknown = || {
            Error::not_found(format!(
                "There is no task with the id “{}”. List the tasks to see their ids.",
                task::text::excerpt(reference.trim(), 60)
            ))
        };
        if let Ok(id) = wanted.parse::<TaskId>() {
            return if self.get(&[id]).await?.is_empty() {
                Err(unknown())
            } else {
                Ok(id)
            };
        }
        let digits = wanted.replace('-', "");
        let Some(short) = digits.len().checked_sub(8).and_then(|at| digits.get(at..)) else {
            return Err(unknown());
        };
        let short = short.to_ascii_uppercase();
        let mut fits = self
            .store
            .read(move |connection| {
                rows::query(connection, sql::TASKS_BY_SHORT_ID, [short], |row| {
                    rows::id(row, "id").map(TaskId)
                })
            })
            .await?;
        fits.retain(|id| id.0.simple().to_string().ends_with(&digits));
        match fits.as_slice() {
            [] => Err(unknown()),
            [id] => Ok(*id),
            several => Err(Error::Ambiguous(format!(
                "{} tasks have an id that ends in {digits}. Write more of it: {}.",
                several.len(),
                several
                    .iter()
                    .take(5)
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(", ")
            ))),
        }
    }

    async fn view(&self, view: &View, page: &Page) -> Result<Rows, Error> {
        views::page(&self.store, view, page).await
    }

    async fn ids(&self, view: &View) -> Result<Vec<TaskId>, Error> {
        views::ids(&self.store, view).await
    }

    async fn done_today(&self, view: &View) -> Result<Vec<Task>, Error> {
        views::done_today(&self.store, view).await
    }

    async fn lists(&self) -> Result<Vec<List>, Error> {
        self.store.read(records::living_lists).await
    }

    async fn overview(&self) -> Result<Overview, Error> {
        overview::overview(&self.store).await
    }

    async fn count(&self, view: &View) -> Result<u64, Error> {
        views::count(&self.store, view).await
    }

    async fn search(&self, search: &Search) -> Result<Vec<Task>, Error> {
        search::search(&self.store, search).await
    }

    async fn activity(&self, query: &ActivityQuery) -> Result<Vec<Activity>, Error> {
        activity::activity(&self.store, query).await
    }

    async fn undo(&self, target: Target) -> Result<Undone, Error> {
        undo::undo(&self.store, &self.actor, self.group(), target).await
    }

    async fn redo(&self) -> Result<Undone, Error> {
        undo::redo(&self.store, &self.actor, self.group()).await
    }

    async fn changes(&self, since: u64) -> Result<Changed, Error> {
        self.store
            .read(move |connection| change_log::changes(connection, since))
            .await
    }
}
