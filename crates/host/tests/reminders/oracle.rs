//! What has to be shown, worked out the slow way: every reminder of every task is looked at, and
//! each instant is found by walking through time with a clock on the wall. Nothing is shared with
//! the code that is tested but the tasks themselves.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan, Zoned};
use task::{Due, Reminder, Task, TaskId};

/// A reminder of a task: its text, and the due date that it comes before.
type Key = (TaskId, String, Option<String>);

/// What became of a reminder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fate {
    /// It rang, and waits until the person may be disturbed.
    Waiting,
    Single,
    /// Counted, of a reminder that rang then.
    Counted(Timestamp),
    LetGo,
}

/// What the person has chosen, as the oracle needs it.
#[derive(Clone, Debug)]
pub(crate) struct Wishes {
    pub(crate) on: bool,
    pub(crate) at_due: bool,
    pub(crate) all_day: Time,
    pub(crate) quiet: Option<(Time, Time)>,
    pub(crate) paused_until: Option<Timestamp>,
}

impl Wishes {
    pub(crate) fn hold_back(&self, now: &Zoned) -> bool {
        if self
            .paused_until
            .is_some_and(|until| until > now.timestamp())
        {
            return true;
        }
        // Minute by minute around the clock, from the beginning of the quiet hours.
        let Some((from, to)) = self.quiet else {
            return false;
        };
        let minutes = |time: Time| i32::from(time.hour()) * 60 + i32::from(time.minute());
        let length = (minutes(to) - minutes(from)).rem_euclid(24 * 60);
        (minutes(now.time()) - minutes(from)).rem_euclid(24 * 60) < length
    }
}

/// What one look has to show.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Expected {
    pub(crate) singles: BTreeSet<TaskId>,
    /// How many the summary counts; `None` where there is none.
    pub(crate) counted: Option<usize>,
}

#[derive(Default)]
pub(crate) struct Oracle {
    tasks: BTreeMap<TaskId, Task>,
    fates: BTreeMap<Key, Fate>,
    /// Until when tasks are put off, and when they were due then.
    snoozes: BTreeMap<TaskId, (Reminder, Option<Due>)>,
    /// The last look: when, in which zone, with which beginning of days.
    looked: Option<(Timestamp, TimeZone, Time)>,
    /// The tasks that the summary on the screen counts.
    pub(crate) summary: BTreeSet<TaskId>,
}

thread_local! {
    /// What was walked already.
    static WALKED: RefCell<HashMap<(DateTime, String), Timestamp>> = RefCell::default();
}

/// The first instant at which the clock on the wall reads this or more.
pub(crate) fn walk(wall: DateTime, zone: &TimeZone) -> Timestamp {
    let key = (wall, zone.iana_name().unwrap().to_owned());
    WALKED.with_borrow_mut(|walked| *walked.entry(key).or_insert_with(|| walk_there(wall, zone)))
}

fn walk_there(wall: DateTime, zone: &TimeZone) -> Timestamp {
    let step = |at: Timestamp, minutes| at + SignedDuration::from_mins(minutes);
    let mut at = wall.to_zoned(TimeZone::UTC).unwrap().timestamp();
    at = step(at, -15 * 60);
    for stride in [60, 15, 1] {
        while zone.to_datetime(step(at, stride)) < wall {
            at = step(at, stride);
        }
    }
    while zone.to_datetime(at) < wall {
        at += SignedDuration::from_secs(1);
    }
    at
}

fn rings(reminder: &Reminder, due: Option<&Due>, viewer: &TimeZone, all_day: Time) -> Timestamp {
    let zone = |name: &str| TimeZone::get(name).unwrap();
    match (reminder, due) {
        (Reminder::At(at), _) => walk(*at, viewer),
        (Reminder::In(at, name), _) => walk(*at, &zone(name)),
        (Reminder::Before(minutes), due) => {
            let (wall, zone) = match due.unwrap() {
                Due::Day(day) => (day.to_datetime(all_day), viewer.clone()),
                Due::At(at) => (*at, viewer.clone()),
                Due::In(at, name) => (*at, zone(name)),
            };
            let days = i64::from(minutes / 1440);
            let rest = i64::from(minutes % 1440);
            walk(wall - days.days(), &zone) - SignedDuration::from_mins(rest)
        }
    }
}

impl Oracle {
    /// A task is now so; `None`: it is gone.
    pub(crate) fn learn(&mut self, id: TaskId, task: Option<Task>) {
        match task {
            Some(task) => drop(self.tasks.insert(id, task)),
            None => drop(self.tasks.remove(&id)),
        }
    }

    pub(crate) fn task(&self, id: TaskId) -> Option<&Task> {
        self.tasks.get(&id)
    }

    pub(crate) fn is_open(&self, id: TaskId) -> bool {
        let task = self.tasks.get(&id);
        task.is_some_and(|task| task.completed_at.is_none() && task.deleted_at.is_none())
    }

    pub(crate) fn snoozed(&mut self, id: TaskId, until: Reminder) {
        let due = self.tasks[&id].due.clone();
        self.snoozes.insert(id, (until, due));
    }

    fn holds(&self, id: TaskId) -> Option<&Reminder> {
        let (until, due) = self.snoozes.get(&id)?;
        (self.is_open(id) && self.tasks[&id].due == *due).then_some(until)
    }

    /// Whether the task is put off by now.
    pub(crate) fn sleeps(&self, id: TaskId, now: &Zoned) -> bool {
        self.holds(id).is_some_and(|until| {
            rings(until, None, now.time_zone(), Time::midnight()) > now.timestamp()
        })
    }

    /// All reminders that there are.
    fn reminders(&self, wishes: &Wishes) -> Vec<(Key, Reminder, Option<Due>)> {
        let mut all = Vec::new();
        for (id, task) in &self.tasks {
            if !self.is_open(*id) {
                continue;
            }
            let mut own = task.reminders.clone();
            let timed = matches!(task.due, Some(Due::At(_) | Due::In(..)));
            if own.is_empty() && timed && wishes.at_due {
                own.push(Reminder::Before(0));
            }
            for reminder in own {
                let before = matches!(reminder, Reminder::Before(_));
                if before && task.due.is_none() {
                    continue;
                }
                let due = task.due.clone().filter(|_| before);
                let key = (*id, reminder.to_string(), due.as_ref().map(Due::to_string));
                all.push((key, reminder, due));
            }
        }
        all
    }

    /// When the next look is needed, at the latest.
    pub(crate) fn next(&self, now: &Zoned, wishes: &Wishes) -> Option<Timestamp> {
        let zone = now.time_zone();
        let reminders = self.reminders(wishes).into_iter();
        let alarms = reminders
            .filter(
                |(key, ..)| !matches!(self.fates.get(key), Some(fate) if *fate != Fate::Waiting),
            )
            .map(|(_, reminder, due)| rings(&reminder, due.as_ref(), zone, wishes.all_day));
        let snoozes = self.snoozes.keys().filter_map(|id| {
            let until = self.holds(*id)?;
            Some(rings(until, None, zone, wishes.all_day))
        });
        alarms
            .chain(snoozes)
            .filter(|at| *at > now.timestamp())
            .min()
    }

    /// Somebody looks.
    pub(crate) fn look(&mut self, now: &Zoned, wishes: &Wishes) -> Expected {
        let (at, zone) = (now.timestamp(), now.time_zone());
        // It goes with the last of its tasks.
        if !self.summary.iter().any(|id| self.is_open(*id)) {
            self.summary.clear();
        }
        if self
            .looked
            .as_ref()
            .is_some_and(|(before, ..)| *before > at)
        {
            self.fates
                .retain(|_, fate| !matches!(fate, Fate::Counted(rang) if *rang > at));
        }
        let mut ringing: BTreeMap<TaskId, Timestamp> = BTreeMap::new();
        let mut ring = |id: TaskId, rang: Timestamp| {
            let latest = ringing.entry(id).or_insert(rang);
            *latest = rang.max(*latest);
        };
        let mut told = Vec::new();
        for (key, reminder, due) in self.reminders(wishes) {
            let rang = rings(&reminder, due.as_ref(), zone, wishes.all_day);
            let fate = self.fates.get(&key).copied();
            let known = match fate {
                Some(Fate::Waiting) => true,
                Some(_) => continue,
                None => false,
            };
            let in_time = self.looked.as_ref().is_some_and(|(before, zone, all_day)| {
                rings(&reminder, due.as_ref(), zone, *all_day) > *before
            });
            if rang > at || !(known || in_time) {
                continue;
            }
            if wishes.on {
                self.fates.insert(key.clone(), Fate::Waiting);
                ring(key.0, rang);
                told.push((key, rang));
            } else {
                self.fates.insert(key, Fate::LetGo);
            }
        }
        let mut awake = Vec::new();
        for id in self.snoozes.keys() {
            let Some(until) = self.holds(*id) else {
                continue;
            };
            let rang = rings(until, None, zone, wishes.all_day);
            if rang <= at {
                awake.push(*id);
                if wishes.on {
                    ring(*id, rang);
                }
            }
        }
        self.looked = Some((at, zone.clone(), wishes.all_day));
        if wishes.on && wishes.hold_back(now) {
            return Expected::default();
        }
        for id in awake {
            self.snoozes.remove(&id);
        }
        let day = SignedDuration::from_hours(24);
        let fresh = |rang: &Timestamp| at.duration_since(*rang) <= day;
        let few = ringing.values().filter(|rang| fresh(rang)).count() <= 3;
        let (singles, rest): (BTreeMap<_, _>, BTreeMap<_, _>) = ringing
            .into_iter()
            .partition(|(_, rang)| few && fresh(rang));
        for (key, rang) in told {
            let fate = if singles.contains_key(&key.0) {
                Fate::Single
            } else {
                Fate::Counted(rang)
            };
            self.fates.insert(key, fate);
        }
        let counted = if rest.is_empty() {
            None
        } else {
            let before = std::mem::take(&mut self.summary).into_iter();
            self.summary = before.filter(|id| self.is_open(*id)).collect();
            self.summary.extend(rest.keys());
            Some(self.summary.len())
        };
        Expected {
            singles: singles.into_keys().collect(),
            counted,
        }
    }

    /// Reminders that wait while nothing holds them back any more.
    pub(crate) fn left(&self, now: &Zoned, wishes: &Wishes) -> usize {
        let zone = now.time_zone();
        let all = self.reminders(wishes).into_iter();
        all.filter(|(key, reminder, due)| {
            self.fates.get(key) == Some(&Fate::Waiting)
                && rings(reminder, due.as_ref(), zone, wishes.all_day) <= now.timestamp()
        })
        .count()
    }
}
