//! A year with thousands of reminders, and all that happens in one: travels, sleep, restarts,
//! wrong clocks, quiet hours, pauses, second thoughts. An oracle says what each look has to show.

use std::collections::BTreeMap;

use calm_orbit_host::reminders::{Answer, Notice, Tag, Until, pause, snooze};
use calm_orbit_host::settings::{QuietHours, ReminderSettings};
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan, Zoned};
use task::{
    Action, Due, Outcome, Reminder, Snooze, Target, Task, TaskDraft, TaskId, TaskPatch, Tasks,
};

use crate::desk::{Desk, time};
use crate::oracle::{Expected, Oracle, Wishes, walk};
use crate::random::Random;

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

/// How the computer is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Power {
    On,
    Asleep,
    /// No host runs.
    Off,
}

struct Year {
    random: Random,
    desk: Desk,
    oracle: Oracle,
    wishes: ReminderSettings,
    ids: Vec<TaskId>,
    /// True time, and how far the computer's clock is off.
    true_time: Timestamp,
    off: SignedDuration,
    zone: TimeZone,
    power: Power,
    seq: u64,
    shown: usize,
    looks: usize,
    /// Who was shown alone, with which due date, and is on the screen.
    singles: BTreeMap<TaskId, Option<Due>>,
}

impl Year {
    async fn begin(folder: &std::path::Path, seed: u64, count: usize) -> Self {
        let begin: Zoned = "2026-01-05T08:00[Europe/Berlin]".parse().unwrap();
        let desk = Desk::open(folder, "2026-01-05T08:00[Europe/Berlin]").await;
        let mut year = Self {
            random: Random(seed),
            desk,
            oracle: Oracle::default(),
            wishes: ReminderSettings::default(),
            ids: Vec::new(),
            true_time: begin.timestamp(),
            off: SignedDuration::ZERO,
            zone: begin.time_zone().clone(),
            power: Power::On,
            seq: 0,
            shown: 0,
            looks: 0,
            singles: BTreeMap::new(),
        };
        year.look().await;
        while year.ids.len() < count {
            year.add(90).await;
        }
        year.after_change().await;
        year
    }

    fn now(&self) -> Zoned {
        (self.true_time + self.off).to_zoned(self.zone.clone())
    }

    fn wishes(&self) -> Wishes {
        Wishes {
            on: self.wishes.on,
            at_due: self.wishes.at_due,
            all_day: self.wishes.all_day,
            quiet: self.wishes.quiet.map(|quiet| (quiet.from, quiet.to)),
            paused_until: self.wishes.paused_until,
        }
    }

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

    async fn add(&mut self, days: i64) {
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
    async fn happen(&mut self) {
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

    /// The computer runs again.
    async fn wake(&mut self) {
        if self.power == Power::Off {
            self.desk.restart().await;
            self.singles.clear();
            self.oracle.summary.clear();
        }
        self.power = Power::On;
        self.learn().await;
        self.desk.set(self.now());
        self.look().await;
    }

    /// Tells the oracle what has become of the tasks.
    async fn learn(&mut self) -> bool {
        let person = self.desk.person();
        let changed = person.changes(self.seq).await.unwrap();
        self.seq = changed.seq;
        let mut known: BTreeMap<TaskId, Task> = BTreeMap::new();
        for task in person.get(&changed.tasks).await.unwrap() {
            known.insert(task.id, task);
        }
        for id in &changed.tasks {
            self.oracle.learn(*id, known.remove(id));
        }
        !changed.tasks.is_empty()
    }

    /// As the loop: it looks when something has changed, and when it is time.
    async fn after_change(&mut self) {
        let changed = self.learn().await;
        if self.power == Power::On && (changed || self.desk.lookout.is_time().await) {
            self.look().await;
        }
    }

    async fn look(&mut self) {
        let now = self.now();
        self.desk.set(now.clone());
        let wishes = self.wishes();
        let expected = self.oracle.look(&now, &wishes);
        let next = self.desk.lookout.look().await.unwrap();
        self.looks += 1;
        let news = self.desk.screen.news();
        self.compare(&now, &expected, &news);
        // Nothing rings before the next look.
        if let Some(rings) = self.oracle.next(&now, &wishes) {
            assert!(
                next.is_some_and(|next| next <= rings),
                "{now}: looks at {next:?}, something rings at {rings}"
            );
        }
        assert!(next.is_none_or(|next| next > now.timestamp()));
        self.look_at_screen(&now);
    }

    fn compare(&mut self, now: &Zoned, expected: &Expected, news: &[Notice]) {
        let mut shown = Expected::default();
        for notice in news {
            match notice.tag {
                Tag::Task(id) => {
                    assert!(shown.singles.insert(id), "{now}: twice {}", notice.title);
                    let task = self.oracle.task(id).unwrap();
                    assert_eq!(notice.title.as_str(), task.title);
                    self.singles.insert(id, task.due.clone());
                }
                Tag::Summary => {
                    let count = notice.title.as_str().split(' ').next().unwrap();
                    assert_eq!(shown.counted.replace(count.parse().unwrap()), None);
                }
                Tag::Test => panic!("{now}: nobody has tried how reminders come"),
            }
        }
        assert_eq!(&shown, expected, "{now}");
        assert!(shown.singles.len() <= 3, "{now}: a burst");
        if !news.is_empty() {
            let wishes = self.wishes();
            assert!(wishes.on && !wishes.hold_back(now), "{now}: a disturbance");
        }
        self.shown += news.len();
    }

    /// What is on the screen is worth being there.
    fn look_at_screen(&mut self, now: &Zoned) {
        for tag in self.desk.shown() {
            match tag {
                Tag::Task(id) => {
                    let due = self.oracle.task(id).map(|task| task.due.clone());
                    let there = self.oracle.is_open(id)
                        && due.as_ref() == self.singles.get(&id)
                        && !self.oracle.sleeps(id, now);
                    assert!(there, "{now}: {id} is still on the screen");
                }
                Tag::Summary => assert!(!self.oracle.summary.is_empty(), "{now}: empty summary"),
                Tag::Test => panic!("{now}: nobody has tried how reminders come"),
            }
        }
        let shown = self.desk.shown();
        self.singles.retain(|id, _| shown.contains(&Tag::Task(*id)));
    }

    /// Lets time pass until then, looking whenever the loop would.
    async fn pass(&mut self, until: Timestamp) {
        while self.power == Power::On {
            let now = self.now().timestamp();
            let wishes = self.wishes();
            let mut stops = vec![until + self.off];
            stops.extend(self.oracle.next(&self.now(), &wishes));
            if let Some(paused) = wishes.paused_until {
                stops.push(paused);
            }
            if let Some((_, to)) = wishes.quiet {
                let today = self.now().date();
                for day in [today, today.tomorrow().unwrap()] {
                    stops.push(walk(day.to_datetime(to), &self.zone));
                }
            }
            let stop = stops.into_iter().filter(|stop| *stop > now).min();
            let Some(stop) = stop.filter(|stop| *stop <= until + self.off) else {
                break;
            };
            self.true_time = stop - self.off;
            self.desk.set(self.now());
            if self.desk.lookout.is_time().await {
                self.look().await;
            }
        }
        self.true_time = self.true_time.max(until);
        self.desk.set(self.now());
    }
}

async fn live(seed: u64, count: usize, happenings: i64) {
    let folder = tempfile::tempdir().unwrap();
    let mut year = Year::begin(folder.path(), seed, count).await;
    let begin = year.true_time;
    let days = 365_i64;
    for n in 1..=happenings {
        let minutes = days * 1440 * n / happenings;
        let jitter = year.random.within(0, 1440);
        let until = begin + SignedDuration::from_mins(minutes + jitter);
        year.pass(until.max(year.true_time)).await;
        year.happen().await;
        if year.power == Power::On {
            year.after_change().await;
        } else if year.random.percent(40) {
            year.wake().await;
        }
    }
    year.wishes = ReminderSettings::default();
    year.desk.settings(year.wishes.clone()).await;
    year.wake().await;
    let left = year.oracle.left(&year.now(), &year.wishes());
    assert_eq!(left, 0, "reminders were missed");
    let report = year.desk.store.check().await.unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    println!(
        "seed {seed}: {} tasks, {} looks, {} notifications",
        year.ids.len(),
        year.looks,
        year.shown
    );
    assert!(year.shown > count / 4, "too quiet a year to say anything");
}

fn number(name: &str, otherwise: u64) -> u64 {
    let value = std::env::var(name).ok();
    value.map_or(otherwise, |value| value.parse().unwrap())
}

#[tokio::test]
async fn a_year_of_reminders() {
    let seeds = number("CALM_ORBIT_SOAK_YEARS", 1);
    let tasks = usize::try_from(number("CALM_ORBIT_SOAK_TASKS", 60)).unwrap();
    for seed in 1..=seeds {
        live(seed, tasks, i64::try_from(tasks).unwrap() * 5).await;
    }
}

#[test]
fn the_oracle_can_walk() {
    let wall = |text: &str| text.parse::<DateTime>().unwrap();
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    let at = |text| walk(wall(text), &berlin).to_string();
    assert_eq!(at("2026-11-21T09:00"), "2026-11-21T08:00:00Z");
    assert_eq!(at("2026-03-29T02:30"), "2026-03-29T01:00:00Z");
    assert_eq!(at("2026-10-25T02:30"), "2026-10-25T00:30:00Z");
    let quiet = Wishes {
        on: true,
        at_due: true,
        all_day: Time::midnight(),
        quiet: Some((time("22:00"), time("07:00"))),
        paused_until: None,
    };
    let held = |text: &str| {
        let now: Zoned = format!("2026-11-21T{text}[UTC]").parse().unwrap();
        quiet.hold_back(&now)
    };
    assert!(held("22:00") && held("06:59"));
    assert!(!held("07:00") && !held("21:59"));
}
