//! What happens in the year: second thoughts, answers, other wishes, travels, wrong clocks, sleep.

use calm_orbit_host::reminders::{Answer, Tag, Until, pause, snooze};
use calm_orbit_host::settings::QuietHours;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};
use task::{Action, Due, Outcome, Reminder, Snooze, Target, TaskDraft, TaskId, TaskPatch, Tasks};

use super::{Power, Year};
use crate::desk::time;

const ZONES: [&str; 8] = [
    "Europe/Berlin",
    "America/New_York",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Australia/Lord_Howe",
    "Pacific/Honolulu",
    "Asia/Kathmandu",
    "UTC",
];

impl Year {
    /// A time on the wall, some days from now or ago.
    fn wall(&mut self, days: i64) -> DateTime {
        let mut wall = self.now().datetime();
        let minutes = match self.random.within(0, 10) {
            0 => -self.random.within(0, 3 * 1440),
            1..4 => self.random.within(0, 300),
            _ => self.random.within(0, days * 1440),
        };
        wall += minutes.minutes();
        // Whole hours bring many at once.
        let minute = *self.random.one(&[0, 0, 15, 30, 37]);
        wall.with()
            .minute(minute)
            .second(0)
            .subsec_nanosecond(0)
            .build()
            .unwrap()
    }

    fn due(&mut self, days: i64) -> Due {
        let wall = self.wall(days);
        match self.random.within(0, 5) {
            0 => Due::Day(wall.date()),
            1 => Due::In(wall, (*self.random.one(&ZONES)).to_owned()),
            _ => Due::At(wall),
        }
    }

    fn reminder(&mut self, days: i64) -> Reminder {
        match self.random.within(0, 6) {
            0 => Reminder::At(self.wall(days)),
            1 => {
                let wall = self.wall(days);
                Reminder::In(wall, (*self.random.one(&ZONES)).to_owned())
            }
            _ => Reminder::Before(*self.random.one(&[0, 5, 30, 60, 600, 1440, 3000])),
        }
    }

    pub(super) async fn add(&mut self, days: i64) {
        let mut tasks = Vec::new();
        for _ in 0..self.random.within(1, 40) {
            let id = TaskId::fresh(self.now().timestamp());
            let due = self.random.percent(90).then(|| self.due(days));
            let rule = *self
                .random
                .one(&["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY;INTERVAL=2"]);
            let recurrence = due.is_some() && self.random.percent(20);
            let mut reminders = Vec::new();
            for _ in 0..*self.random.one(&[0, 0, 1, 1, 2, 3]) {
                reminders.push(self.reminder(days));
            }
            let draft = TaskDraft {
                title: format!("Task {}", self.ids.len()),
                due,
                recurrence: recurrence.then(|| rule.parse().unwrap()),
                reminders,
                ..TaskDraft::default()
            };
            self.ids.push(id);
            tasks.push((id, draft));
        }
        self.act(Action::AddTasks { tasks }).await;
    }

    /// What is refused is no matter: the person may be anywhere in time.
    async fn act(&mut self, action: Action) {
        drop(self.desk.person().apply(action).await);
    }

    fn some(&mut self) -> TaskId {
        // Mostly what is on the screen, or was.
        if self.random.percent(30) && !self.singles.is_empty() {
            let shown: Vec<TaskId> = self.singles.keys().copied().collect();
            return *self.random.one(&shown);
        }
        *self.random.one(&self.ids)
    }

    async fn edit(&mut self) {
        let id = self.some();
        let action = match self.random.within(0, 12) {
            0..3 => Action::CompleteTasks {
                ids: vec![id],
                completed: true,
            },
            3 => Action::CompleteTasks {
                ids: vec![id],
                completed: false,
            },
            4 => Action::DeleteTasks { ids: vec![id] },
            5 => Action::RestoreTasks { ids: vec![id] },
            6 => match self.oracle.task(id).and_then(|task| task.occurrence) {
                Some(date) => Action::SettleOccurrence {
                    id,
                    date,
                    outcome: Outcome::Skipped,
                },
                None => return self.add(30).await,
            },
            7..10 => {
                let due = self.due(30).to_string();
                self.patch(id, |patch| patch.due = Some(Some(due)))
            }
            10 => {
                let reminder = self.reminder(30);
                self.patch(id, |patch| patch.add_reminders = vec![reminder])
            }
            _ => {
                let known = self.oracle.task(id).map(|task| task.reminders.clone());
                self.patch(id, |patch| {
                    patch.remove_reminders = known.unwrap_or_default();
                })
            }
        };
        self.act(action).await;
    }

    fn patch(&self, id: TaskId, fill: impl FnOnce(&mut TaskPatch)) -> Action {
        let mut patch = TaskPatch::default();
        fill(&mut patch);
        Action::EditTasks {
            ids: vec![id],
            patch,
        }
    }

    async fn put_off(&mut self) {
        let id = self.some();
        let until = match self.random.within(0, 4) {
            0 => Until::Words("in 20 minutes".to_owned()),
            1 => Until::Words("tomorrow at 8".to_owned()),
            2 => Until::Preset(Snooze::Hour),
            _ => Until::Preset(*self.random.one(&[
                Snooze::TenMinutes,
                Snooze::Evening,
                Snooze::Tomorrow,
                Snooze::NextWeek,
            ])),
        };
        if let Ok((until, _)) = snooze(&self.desk.store, id, &until).await {
            self.oracle.snoozed(id, until);
        }
    }

    async fn answer(&mut self) {
        let shown = self.desk.shown();
        if shown.is_empty() {
            return;
        }
        let tag = *self.random.one(&shown);
        let answer = match (tag, self.random.within(0, 5)) {
            (Tag::Task(id), 0 | 1) => Answer::Done(id),
            (Tag::Task(id), 2) => Answer::Snooze(id),
            (tag, 3) => Answer::Closed(tag),
            (tag, _) => Answer::Open(tag),
        };
        if let Answer::Snooze(id) = answer
            && self.oracle.is_open(id)
        {
            let at = self.now().timestamp() + SignedDuration::from_mins(10);
            let utc = TimeZone::UTC.to_datetime(at);
            self.oracle.snoozed(id, Reminder::In(utc, "UTC".to_owned()));
        }
        self.desk.lookout.heed(answer).await;
        match tag {
            Tag::Task(id) => drop(self.singles.remove(&id)),
            Tag::Summary => self.oracle.summary.clear(),
            Tag::Test => {}
        }
        if matches!(answer, Answer::Closed(_)) {
            // The system has taken it away itself.
            self.desk.screen.shown.lock().unwrap().remove(&tag);
        }
        assert!(!self.desk.shown().contains(&tag));
    }

    async fn choose(&mut self) {
        match self.random.within(0, 6) {
            0 => {
                let quiet = QuietHours {
                    from: time(self.random.one::<&str>(&["22:00", "13:00", "00:30"])),
                    to: time(self.random.one::<&str>(&["07:00", "14:00", "02:30"])),
                };
                self.wishes.quiet = Some(quiet);
            }
            1 => self.wishes.quiet = None,
            2 => {
                let all_day = *self.random.one(&["06:00", "09:00", "12:30"]);
                self.wishes.all_day = time(all_day);
            }
            3 => self.wishes.at_due = !self.wishes.at_due,
            4 => self.wishes.on = !self.wishes.on || self.random.percent(60),
            _ => {
                let minutes = u32::try_from(self.random.within(1, 2_000)).unwrap();
                let minutes = self.random.percent(70).then_some(minutes);
                pause(&self.desk.store, minutes).await.unwrap();
                self.wishes = calm_orbit_host::settings::load(&self.desk.store)
                    .await
                    .unwrap();
            }
        }
        self.desk.settings(self.wishes.clone()).await;
    }

    /// Something happens.
    pub(super) async fn happen(&mut self) {
        match self.random.within(0, 100) {
            0..40 => self.edit().await,
            40..50 => drop(self.desk.person().undo(Target::Last).await),
            50..54 => drop(self.desk.person().redo().await),
            54..62 => self.put_off().await,
            62..72 if self.power == Power::On => self.answer().await,
            72..80 => self.choose().await,
            80..85 => {
                let zone = self.random.one(&ZONES);
                self.zone = TimeZone::get(zone).unwrap();
            }
            85..88 => {
                // A clock that is wrong is set right the next time.
                self.off = if self.off.is_zero() {
                    SignedDuration::from_mins(self.random.within(-3_000, 6_000))
                } else {
                    SignedDuration::ZERO
                };
            }
            88..92 if self.power == Power::On => {
                self.desk.restart().await;
                self.singles.clear();
                self.oracle.summary.clear();
                self.desk.set(self.now());
                self.look().await;
            }
            92..95 => {
                if self.power == Power::On {
                    self.power = *self.random.one(&[Power::Asleep, Power::Off]);
                }
            }
            95 => {
                let broken = &self.desk.screen.broken;
                let was = *broken.lock().unwrap();
                *broken.lock().unwrap() = !was;
            }
            _ => self.add(30).await,
        }
        self.desk.set(self.now());
    }
}
