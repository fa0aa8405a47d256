//! The loop: when it looks, how it shows what has rung, what it does about answers.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::{Timestamp, Zoned};
use store::{Store, Told};
use task::{Action, Actor, Error, Outcome, Reminder, Snooze, Task, TaskId, Tasks};
use tokio::sync::Notify;

use super::notice::{Notice, Tag};
use super::notifier::{Answer, Notifier, Window};
use super::step::{OnScreen, Ringing, step};
use super::{Until, snooze};
use crate::Host;
use crate::settings::{self, ReminderSettings};

/// The longest wait. A computer that sleeps doesn't count the time, the person may set the clock,
/// travel, or change a setting from another process.
const SLICE: Duration = Duration::from_secs(30);
/// The wait after a change, for others that come with it.
const SETTLE: Duration = Duration::from_millis(100);

/// Has the loop look at once: a setting has changed, or a task was put off.
#[derive(Clone, Default)]
pub struct Nudge(Arc<Notify>);

impl Nudge {
    /// Look.
    pub fn look(&self) {
        self.0.notify_one();
    }
}

/// Reminds the person for as long as it is polled, and this process is the profile's host. What
/// fails is logged, and tried again. Never ends by itself.
pub async fn remind(
    store: Store,
    host: &Host,
    notifier: Arc<dyn Notifier>,
    window: Arc<dyn Window>,
    nudge: Nudge,
) {
    debug_assert_eq!(store.folder(), host.folder(), "the host of another profile");
    let mut position = loop {
        match store.watch().await {
            Ok(position) => break position,
            Err(error) => tracing::warn!(%error, "changes cannot be heard; trying again"),
        }
        tokio::time::sleep(SLICE).await;
    };
    let mut lookout = Lookout::new(store, notifier.clone(), window);
    loop {
        position.mark_unchanged();
        if let Err(error) = lookout.look().await {
            tracing::warn!(%error, "could not look at the reminders");
        }
        loop {
            tokio::select! {
                changed = position.changed() => {
                    // Where nobody tells of changes any more, the slices find them.
                    tokio::time::sleep(if changed.is_ok() { SETTLE } else { SLICE }).await;
                    break;
                }
                () = nudge.0.notified() => break,
                answer = notifier.answer() => {
                    lookout.heed(answer).await;
                    break;
                }
                () = tokio::time::sleep(lookout.wait()) => {
                    if lookout.is_time().await {
                        break;
                    }
                }
            }
        }
    }
}

/// Looks when alarms have rung, shows them, and does what the person answers.
pub struct Lookout {
    store: Store,
    notifier: Arc<dyn Notifier>,
    window: Arc<dyn Window>,
    on_screen: OnScreen,
    /// The last look: when, with which settings and snoozes, and when the next one is.
    last: Option<Last>,
    /// It was said that there are no notifications.
    mute: bool,
}

struct Last {
    at: Zoned,
    next: Option<Timestamp>,
    settings: ReminderSettings,
    snoozes: BTreeMap<TaskId, Reminder>,
}

impl Lookout {
    /// A lookout that has not looked yet.
    pub fn new(store: Store, notifier: Arc<dyn Notifier>, window: Arc<dyn Window>) -> Self {
        Self {
            store,
            notifier,
            window,
            on_screen: OnScreen::default(),
            last: None,
            mute: false,
        }
    }

    fn now(&self) -> Zoned {
        self.store.caller(Actor::Person).now()
    }

    /// How long to wait before [`Lookout::is_time`] is asked.
    fn wait(&self) -> Duration {
        let next = self.last.as_ref().and_then(|last| last.next);
        let until = next.map(|next| next.duration_since(self.now().timestamp()));
        let until = until.map(|until| until.try_into().unwrap_or(Duration::ZERO));
        until.map_or(SLICE, |until: Duration| until.min(SLICE))
    }

    /// Whether to look again: it is time for the next look, the clock was set back, the person
    /// moved to another zone, or somebody else changed a setting or put a task off.
    pub async fn is_time(&self) -> bool {
        let Some(last) = &self.last else { return true };
        let now = self.now();
        if last.next.is_some_and(|next| next <= now.timestamp())
            || now.timestamp() < last.at.timestamp()
            || now.time_zone() != last.at.time_zone()
        {
            return true;
        }
        let settings = settings::load::<ReminderSettings>(&self.store).await;
        let snoozes = self.store.snoozes().await;
        settings.is_ok_and(|settings| settings != last.settings)
            || snoozes.is_ok_and(|snoozes| snoozes != last.snoozes)
    }

    /// Looks, and shows what is to be shown; answers when to look again, if nothing happens
    /// before.
    ///
    /// # Errors
    /// Where the profile can't be read or written. What was not shown is shown by a later look.
    pub async fn look(&mut self) -> Result<Option<Timestamp>, Error> {
        self.last = None;
        let at = self.now();
        let settings: ReminderSettings = settings::load(&self.store).await?;
        let snoozes = self.store.snoozes().await?;
        let on_screen = self.on_screen.clone();
        let watched = on_screen.singles.keys().chain(&on_screen.summary).copied();
        let watched = watched.collect();
        let decide = settings.clone();
        let plan = self
            .store
            .look_at_reminders(watched, move |now, state| {
                step(now, state, &decide, &on_screen)
            })
            .await?;
        for tag in &plan.withdraw {
            self.withdraw(*tag).await;
        }
        if !plan.singles.is_empty() || !plan.summary.is_empty() {
            self.show(plan.singles, plan.summary, plan.away, settings.sound)
                .await?;
        }
        self.last = Some(Last {
            at,
            next: plan.next,
            settings,
            snoozes,
        });
        Ok(plan.next)
    }

    async fn show(
        &mut self,
        singles: Vec<Ringing>,
        summary: Vec<Ringing>,
        away: bool,
        sound: bool,
    ) -> Result<(), Error> {
        let tasks = self.store.caller(Actor::Person);
        let (now, lists) = (self.now(), tasks.lists().await?);
        for ringing in singles {
            // It may be done by now.
            let Some(task) = self.open_tasks(&[ringing.task]).await?.pop() else {
                continue;
            };
            let list = task
                .list
                .and_then(|id| lists.iter().find(|list| list.id == id));
            let name = list.map(|list| list.name.as_str());
            self.show_one(&Notice::single(messages::here(), &task, name, &now, sound))
                .await;
            self.on_screen.singles.insert(task.id, task.due);
            self.store.reminded(ringing.told).await?;
        }
        if summary.is_empty() {
            return Ok(());
        }
        // It takes the place of the one before, and counts what that one did.
        let before = self.on_screen.summary.iter().copied();
        let new: Vec<TaskId> = summary.iter().map(|ringing| ringing.task).collect();
        let before = before.filter(|id| !new.contains(id));
        let ids: Vec<TaskId> = new.iter().copied().chain(before).collect();
        let open = self.open_tasks(&ids).await?;
        if open.iter().any(|task| new.contains(&task.id)) {
            self.show_one(&Notice::summary(messages::here(), &open, away, sound))
                .await;
            self.on_screen.summary = open.iter().map(|task| task.id).collect();
        }
        let told: Vec<Told> = summary
            .into_iter()
            .flat_map(|ringing| ringing.told)
            .collect();
        self.store.reminded(told).await
    }

    async fn open_tasks(&self, ids: &[TaskId]) -> Result<Vec<Task>, Error> {
        let mut tasks = self.store.caller(Actor::Person).get(ids).await?;
        tasks.retain(|task| task.completed_at.is_none() && task.deleted_at.is_none());
        Ok(tasks)
    }

    async fn show_one(&mut self, notice: &Notice) {
        match self.notifier.show(notice).await {
            Ok(()) => self.mute = false,
            Err(error) => {
                if !std::mem::replace(&mut self.mute, true) {
                    tracing::warn!(%error, "no notifications; the window says them");
                }
                self.window.tell(notice);
            }
        }
    }

    async fn withdraw(&mut self, tag: Tag) {
        self.notifier.withdraw(tag).await;
        self.forget(tag);
    }

    fn forget(&mut self, tag: Tag) {
        match tag {
            Tag::Task(id) => drop(self.on_screen.singles.remove(&id)),
            Tag::Summary => self.on_screen.summary.clear(),
            Tag::Test => {}
        }
    }

    /// Does what the person answered. Look afterwards.
    pub async fn heed(&mut self, answer: Answer) {
        let done = match answer {
            Answer::Done(id) => self.complete(id).await,
            Answer::Snooze(id) => {
                let until = Until::Preset(Snooze::TenMinutes);
                let put_off = snooze(&self.store, id, &until).await;
                put_off.map(|(until, _)| tracing::info!(%until, "a reminder is put off"))
            }
            Answer::Open(tag) => {
                self.window.open(tag);
                Ok(())
            }
            Answer::Closed(_) => Ok(()),
        };
        if let Err(error) = done {
            tracing::warn!(%error, "an answer to a reminder came to nothing");
        }
        match answer {
            Answer::Done(id) | Answer::Snooze(id) => self.withdraw(Tag::Task(id)).await,
            Answer::Open(tag) => self.withdraw(tag).await,
            Answer::Closed(tag) => self.forget(tag),
        }
    }

    /// Completes what the notification was about: not the occurrence after it, where somebody else
    /// was quicker.
    async fn complete(&self, id: TaskId) -> Result<(), Error> {
        let tasks = self.store.caller(Actor::Person);
        let Some(task) = self.open_tasks(&[id]).await?.pop() else {
            return Ok(());
        };
        if self.on_screen.singles.get(&id) != Some(&task.due) {
            tracing::info!("the task has changed since the reminder; nothing is completed");
            return Ok(());
        }
        let action = match task.occurrence {
            Some(date) => Action::SettleOccurrence {
                id,
                date,
                outcome: Outcome::Completed,
            },
            None => Action::CompleteTasks {
                ids: vec![id],
                completed: true,
            },
        };
        tasks.apply(action).await.map(drop)
    }
}
