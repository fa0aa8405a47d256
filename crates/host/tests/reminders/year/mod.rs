//! A year with thousands of reminders, and all that happens in one: travels, sleep, restarts,
//! wrong clocks, quiet hours, pauses, second thoughts. An oracle says what each look has to show.

use std::collections::BTreeMap;

use calm_orbit_host::settings::ReminderSettings;
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};
use task::{Due, Task, TaskId, Tasks};

use crate::desk::{Desk, time};
use crate::oracle::{Oracle, Wishes, walk};
use crate::random::Random;

mod deeds;
mod looks;

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
