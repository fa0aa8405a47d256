//! What has rung, what is shown of it and how, and when to look again: a function of the time, the
//! state and the settings.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};
use store::{Known, Marks, Reminders, Told};
use task::{Alarm, Due, Reminder, TaskId};

use super::notice::Tag;
use crate::settings::{QuietHours, ReminderSettings};

/// So many tasks at once are shown by themselves; more come as one summary.
pub(super) const SINGLES: usize = 3;
/// What is later than this comes in a summary alone.
const OLD: SignedDuration = SignedDuration::from_hours(24);
/// What is shown so late was missed.
const LATE: SignedDuration = SignedDuration::from_mins(5);
/// The shortest wait before another look, where the end of a wait can't be told.
const AGAIN: SignedDuration = SignedDuration::from_mins(1);

/// What is on the screen.
#[derive(Debug, Clone, Default)]
pub(super) struct OnScreen {
    /// The tasks that have a notification of their own, and when they were due.
    pub(super) singles: BTreeMap<TaskId, Option<Due>>,
    /// The tasks that the summary counts.
    pub(super) summary: BTreeSet<TaskId>,
}

/// A task of which the person is to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ringing {
    pub(super) task: TaskId,
    /// When its latest alarm rang.
    pub(super) at: Timestamp,
    /// What is told with it.
    pub(super) told: Vec<Told>,
}

/// What a look comes to.
#[derive(Debug, Clone, Default)]
pub(super) struct Plan {
    /// Shown one by one, the earliest first.
    pub(super) singles: Vec<Ringing>,
    /// Shown as one summary, the earliest first.
    pub(super) summary: Vec<Ringing>,
    /// Something of the summary was missed.
    pub(super) away: bool,
    /// Shown no longer.
    pub(super) withdraw: Vec<Tag>,
    /// When to look again, if nothing happens before.
    pub(super) next: Option<Timestamp>,
}

/// Decides.
pub(super) fn step(
    now: &Zoned,
    state: &Reminders,
    settings: &ReminderSettings,
    on_screen: &OnScreen,
) -> (Marks, Plan) {
    let mut look = Look {
        now: now.timestamp(),
        zone: now.time_zone(),
        settings,
        marks: Marks {
            all_day: settings.all_day,
            ..Marks::default()
        },
        ringing: BTreeMap::new(),
        next: state.later,
    };
    for known in &state.alarms {
        look.alarm(known, state);
    }
    for (task, until) in &state.snoozes {
        look.snooze(*task, until);
    }
    let held = held_until(now, settings);
    let (marks, ringing, mut next) = (look.marks, look.ringing, look.next);
    let mut plan = Plan {
        withdraw: outdated(now, state, on_screen),
        ..Plan::default()
    };
    if let Some(held) = held {
        next = Some(next.map_or(held, |next| next.min(held)));
    } else {
        plan.share_out(now.timestamp(), ringing);
    }
    plan.next = next;
    (marks, plan)
}

struct Look<'a> {
    now: Timestamp,
    zone: &'a TimeZone,
    settings: &'a ReminderSettings,
    marks: Marks,
    ringing: BTreeMap<TaskId, Ringing>,
    next: Option<Timestamp>,
}

impl Look<'_> {
    fn alarm(&mut self, known: &Known, state: &Reminders) {
        let (alarm, task) = (&known.alarm, known.task);
        if alarm.implied && !self.settings.at_due {
            return;
        }
        let Some(at) = alarm.at(self.zone, self.settings.all_day) else {
            return;
        };
        if at > self.now {
            return self.expect(at);
        }
        // What had its time before the last look, by what held then, has come too late: it was
        // added or changed since. At the first look of all, everything past is so.
        let in_time = |looked: &store::Looked| {
            let then = alarm.at(&looked.zone, looked.all_day);
            then.is_some_and(|then| then > looked.at)
        };
        if !known.waiting && !state.looked.as_ref().is_some_and(in_time) {
            return;
        }
        if !self.settings.on {
            self.marks.let_go.push((task, alarm.clone(), at));
            return;
        }
        if !known.waiting {
            self.marks.rung.push((task, alarm.clone(), at));
        }
        self.ring(task, at, Some(alarm.clone()), None);
    }

    fn snooze(&mut self, task: TaskId, until: &Reminder) {
        let Some(at) = Alarm::of_snooze(until).at(self.zone, self.settings.all_day) else {
            return;
        };
        if at > self.now {
            return self.expect(at);
        }
        if !self.settings.on {
            self.marks.awake.push((task, until.clone()));
            return;
        }
        self.ring(task, at, None, Some(until.clone()));
    }

    fn expect(&mut self, at: Timestamp) {
        self.next = Some(self.next.map_or(at, |next| next.min(at)));
    }

    fn ring(
        &mut self,
        task: TaskId,
        at: Timestamp,
        alarm: Option<Alarm>,
        snooze: Option<Reminder>,
    ) {
        let ringing = self.ringing.entry(task).or_insert(Ringing {
            task,
            at,
            told: Vec::new(),
        });
        ringing.at = ringing.at.max(at);
        ringing.told.push(Told {
            task,
            alarm: alarm.map(|alarm| (alarm, at)),
            snooze,
            alone: false,
        });
    }
}

impl Plan {
    /// Says which tasks are shown by themselves, and which in a summary.
    fn share_out(&mut self, now: Timestamp, ringing: BTreeMap<TaskId, Ringing>) {
        let mut all: Vec<Ringing> = ringing.into_values().collect();
        all.sort_by_key(|ringing| (ringing.at, ringing.task));
        let late = |ringing: &Ringing| now.duration_since(ringing.at);
        let fresh = all.iter().filter(|ringing| late(ringing) <= OLD).count();
        let (mut singles, summary) = if fresh <= SINGLES {
            all.into_iter().partition(|ringing| late(ringing) <= OLD)
        } else {
            (Vec::new(), all)
        };
        for told in singles
            .iter_mut()
            .flat_map(|ringing: &mut Ringing| &mut ringing.told)
        {
            told.alone = true;
        }
        self.away = summary.iter().any(|ringing| late(ringing) > LATE);
        (self.singles, self.summary) = (singles, summary);
    }
}

/// What is on the screen of tasks that are done, gone, put off, or due at another time by now.
fn outdated(now: &Zoned, state: &Reminders, on_screen: &OnScreen) -> Vec<Tag> {
    let open = |id: &TaskId| {
        state
            .tasks
            .get(id)
            .filter(|task| task.completed_at.is_none() && task.deleted_at.is_none())
    };
    let put_off = |id: &TaskId| {
        let until = state.snoozes.get(id).map(Alarm::of_snooze);
        let at = until.and_then(|until| until.at(now.time_zone(), jiff::civil::Time::midnight()));
        at.is_some_and(|at| at > now.timestamp())
    };
    let singles = on_screen
        .singles
        .iter()
        .filter(|(id, due)| put_off(id) || open(id).is_none_or(|task| task.due != **due))
        .map(|(id, _)| Tag::Task(*id));
    let mut outdated: Vec<Tag> = singles.collect();
    let summary = &on_screen.summary;
    if !summary.is_empty() && !summary.iter().any(|id| open(id).is_some()) {
        outdated.push(Tag::Summary);
    }
    outdated
}

/// Until when nothing is shown; `None` where nothing holds it back.
fn held_until(now: &Zoned, settings: &ReminderSettings) -> Option<Timestamp> {
    let at = now.timestamp();
    if let Some(paused) = settings.paused_until.filter(|paused| *paused > at) {
        return Some(paused);
    }
    let quiet = settings.quiet.filter(|quiet| is_quiet(quiet, now))?;
    let day = if quiet.to > now.time() {
        Some(now.date())
    } else {
        now.date().tomorrow().ok()
    };
    let end = day.map(|day| Reminder::At(day.to_datetime(quiet.to)));
    let end = end.and_then(|end| Alarm::of_snooze(&end).at(now.time_zone(), quiet.to));
    // A clock that is set back may read quiet hours twice.
    let again = at.checked_add(AGAIN).unwrap_or(Timestamp::MAX);
    Some(end.filter(|end| *end > at).unwrap_or(again))
}

/// Whether the clock on the wall reads quiet hours.
pub(super) fn is_quiet(quiet: &QuietHours, now: &Zoned) -> bool {
    let time = now.time();
    if quiet.from < quiet.to {
        quiet.from <= time && time < quiet.to
    } else {
        quiet.from <= time || time < quiet.to
    }
}
