//! What is to ring, what has rung, and what was put off, on this device.
//!
//! Looking at it is one transaction: who looks is given the state, and says what becomes of it.
//! What has rung waits until somebody says that the person was told of it.

use std::collections::BTreeMap;

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use rusqlite::{Connection, Row, params};
use task::{Alarm, Error, Reminder, Task, TaskId};

use crate::task_row::Status;
use crate::views::shown;
use crate::{Store, rows, setting, sql, zone};

/// How long what has rung stays known after its task has lost the alarm: whoever travels may meet
/// its time again.
const KEPT_DAYS: i64 = 3;
/// Milliseconds of a day, where nobody counts in days of the calendar.
const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

/// A look that somebody had at the alarms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// When.
    pub at: Timestamp,
    /// In which zone the person was.
    pub zone: TimeZone,
    /// When a day as a whole began to them.
    pub all_day: Time,
}

/// An alarm of an open task, of which nobody was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Whose it is.
    pub task: TaskId,
    /// The alarm.
    pub alarm: Alarm,
    /// It has rung.
    pub waiting: bool,
}

/// The state of the reminders.
#[derive(Debug, Clone, Default)]
pub struct Reminders {
    /// The look before this one; `None` at the first of all.
    pub looked: Option<Looked>,
    /// All alarms that may have rung since then, those that wait, and those of the next hours.
    pub alarms: Vec<Known>,
    /// No other alarm rings before this; `None` where there is no other.
    pub later: Option<Timestamp>,
    /// Tasks that were put off, while that holds, and until when.
    pub snoozes: BTreeMap<TaskId, Reminder>,
    /// The tasks that were asked for, as they are.
    pub tasks: BTreeMap<TaskId, Task>,
}

/// What a look comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// When a day as a whole begins to the person.
    pub all_day: Time,
    /// Alarms that have rung, and when that was; they wait.
    pub rung: Vec<(TaskId, Alarm, Timestamp)>,
    /// Alarms that have rung, and that nobody wants to be told of.
    pub let_go: Vec<(TaskId, Alarm, Timestamp)>,
    /// Tasks that are put off no longer.
    pub awake: Vec<(TaskId, Reminder)>,
}

/// That the person was told of an alarm, or of the end of a snooze.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Of which task.
    pub task: TaskId,
    /// Which alarm, and when it rang.
    pub alarm: Option<(Alarm, Timestamp)>,
    /// Until when the task was put off.
    pub snooze: Option<Reminder>,
    /// By a notification of its own, and not in a summary.
    pub alone: bool,
}

/// What became of an alarm that has rung.
#[derive(Clone, Copy)]
enum State {
    Waiting = 0,
    Alone = 1,
    Summed = 2,
    LetGo = 3,
}

impl Store {
    /// Looks at the reminders as they are now, and keeps what `step` says of them. `watched` are
    /// tasks that it wants to know as they are.
    ///
    /// Where the clock was set back, alarms that were only counted in a summary before their time
    /// are to ring again.
    ///
    /// # Errors
    /// Where the database can't be read or written; nothing has changed then.
    pub async fn look_at_reminders<T: Send + 'static>(
        &self,
        watched: Vec<TaskId>,
        step: impl FnOnce(&Zoned, &Reminders) -> (Marks, T) + Send + 'static,
    ) -> Result<T, Error> {
        let clock = self.clock();
        self.write(move |connection| {
            let now = clock();
            let reminders = load(connection, &now, &watched)?;
            let (marks, answer) = step(&now, &reminders);
            keep(connection, &now, reminders.looked.as_ref(), &marks)?;
            Ok(answer)
        })
        .await
    }

    /// Keeps that the person was told.
    ///
    /// # Errors
    /// Where the database can't be written.
    pub async fn reminded(&self, told: Vec<Told>) -> Result<(), Error> {
        self.write(move |connection| {
            for told in &told {
                if let Some((alarm, at)) = &told.alarm {
                    let state = if told.alone {
                        State::Alone
                    } else {
                        State::Summed
                    };
                    mark(connection, told.task, alarm, *at, state)?;
                }
                if let Some(until) = &told.snooze {
                    wake(connection, told.task, until)?;
                }
            }
            Ok(())
        })
        .await
    }

    /// Puts the reminder of a task off. It holds while the task is due when it is now.
    ///
    /// # Errors
    /// `not_found`; `invalid_input` for a task that is done or in the trash.
    pub async fn snooze(&self, id: TaskId, until: Reminder) -> Result<Task, Error> {
        self.write(move |connection| {
            let task = shown(connection, id)?
                .ok_or_else(|| Error::not_found("This task is not there any more."))?;
            if task.completed_at.is_some() || task.deleted_at.is_some() {
                return Err(Error::invalid(
                    "Only an open task can be put off. Open it again first.",
                ));
            }
            let due = task.due.as_ref().map(ToString::to_string);
            let values = params![id.0.as_bytes(), until.to_string(), due];
            rows::execute(connection, sql::SET_SNOOZE, values)?;
            Ok(task)
        })
        .await
    }

    /// The tasks that are put off, and until when.
    ///
    /// # Errors
    /// Where the database can't be read.
    pub async fn snoozes(&self) -> Result<BTreeMap<TaskId, Reminder>, Error> {
        self.read(snoozes).await
    }
}

fn load(connection: &Connection, now: &Zoned, watched: &[TaskId]) -> Result<Reminders, Error> {
    let looked = looked(connection)?;
    let at = now.timestamp();
    if looked.as_ref().is_some_and(|looked| looked.at > at) {
        rows::execute(connection, sql::FORGET_SUMMARIES, [at.as_millisecond()])?;
    }
    let since = looked.as_ref().map_or(at, |looked| looked.at.min(at));
    let first = since.checked_sub(Alarm::LATEST).unwrap_or(Timestamp::MIN);
    let last = at.checked_add(Alarm::EARLIEST).unwrap_or(Timestamp::MAX);
    let range = [first.as_millisecond(), last.as_millisecond()];
    let mut alarms = Vec::new();
    for statement in [sql::ALARMS_NEAR, sql::ALARMS_WAITING] {
        let found = rows::query(connection, statement, range, known)?;
        alarms.extend(found.into_iter().flatten());
    }
    let later: Option<i64> =
        rows::query_value(connection, sql::NEXT_ALARM, [last.as_millisecond()])?;
    let later = later
        .and_then(|near| Timestamp::from_millisecond(near).ok())
        .and_then(|near| near.checked_sub(Alarm::EARLIEST).ok());
    let mut tasks = BTreeMap::new();
    for id in watched {
        tasks.extend(shown(connection, *id)?.map(|task| (*id, task)));
    }
    Ok(Reminders {
        looked,
        alarms,
        later,
        snoozes: snoozes(connection)?,
        tasks,
    })
}

/// An alarm; `None` where its zone is gone from this machine.
fn known(row: &Row<'_>) -> Result<Option<Known>, Error> {
    let alarm = Alarm::from_key(rows::text(row, "key")?, rows::column(row, "implied")?);
    let task = TaskId(rows::id(row, "id")?);
    let waiting = rows::column(row, "waiting")?;
    Ok(alarm.map(|alarm| Known {
        task,
        alarm,
        waiting,
    }))
}

/// The snoozes of open tasks that are still due when they were due then.
fn snoozes(connection: &Connection) -> Result<BTreeMap<TaskId, Reminder>, Error> {
    let found = rows::query(connection, sql::SNOOZES, [], |row| {
        let id = TaskId(rows::id(row, "id")?);
        let until: Option<Reminder> = rows::text(row, "until")?.parse().ok();
        let due: Option<String> = rows::column(row, "due")?;
        let open = rows::column::<i64>(row, "status")? == Status::Open as i64;
        Ok((id, until, due, open))
    })?;
    let mut snoozes = BTreeMap::new();
    for (id, until, due, open) in found {
        let (Some(until), true) = (until, open) else {
            continue;
        };
        let task = shown(connection, id)?;
        if task.is_some_and(|task| task.due.map(|due| due.to_string()) == due) {
            snoozes.insert(id, until);
        }
    }
    Ok(snoozes)
}

fn keep(
    connection: &Connection,
    now: &Zoned,
    before: Option<&Looked>,
    marks: &Marks,
) -> Result<(), Error> {
    for (task, alarm, at) in &marks.rung {
        mark(connection, *task, alarm, *at, State::Waiting)?;
    }
    for (task, alarm, at) in &marks.let_go {
        mark(connection, *task, alarm, *at, State::LetGo)?;
    }
    for (task, until) in &marks.awake {
        wake(connection, *task, until)?;
    }
    let zone = now.time_zone();
    let (at, name) = (now.timestamp(), zone::name(zone, now));
    let text = format!("{at} {} {name}", marks.all_day);
    setting::set(connection, setting::LOOKED, &text)?;
    let same_day = before.is_some_and(|before| {
        before.at.to_zoned(zone.clone()).date() == now.date() && before.at <= at
    });
    if !same_day {
        forget(connection, at)?;
    }
    Ok(())
}

/// Forgets what can't matter any more.
fn forget(connection: &Connection, at: Timestamp) -> Result<(), Error> {
    let limit = at.as_millisecond().saturating_sub(KEPT_DAYS * DAY_MS);
    rows::execute(connection, sql::FORGET_REMINDED, [limit])?;
    let kept = rows::query(connection, sql::SNOOZES, [], |row| {
        let until: Option<Reminder> = rows::text(row, "until")?.parse().ok();
        Ok((TaskId(rows::id(row, "id")?), until))
    })?;
    let holding = snoozes(connection)?;
    for (task, until) in kept {
        let Some(until) = until else { continue };
        let alarm = Alarm::of_snooze(&until);
        let near = alarm.near().map(Timestamp::as_millisecond);
        if !holding.contains_key(&task) && near.is_none_or(|near| near < limit) {
            wake(connection, task, &until)?;
        }
    }
    Ok(())
}

/// The look before; `None` also where another version wrote it in another way.
fn looked(connection: &Connection) -> Result<Option<Looked>, Error> {
    let text = setting::get(connection, setting::LOOKED)?;
    Ok(text.and_then(|text| {
        let mut parts = text.splitn(3, ' ');
        Some(Looked {
            at: parts.next()?.parse().ok()?,
            all_day: parts.next()?.parse().ok()?,
            zone: zone::zone_of(parts.next()?),
        })
    }))
}

fn mark(
    connection: &Connection,
    task: TaskId,
    alarm: &Alarm,
    at: Timestamp,
    state: State,
) -> Result<(), Error> {
    let values = params![
        task.0.as_bytes(),
        alarm.key(),
        at.as_millisecond(),
        state as i64
    ];
    rows::execute(connection, sql::SET_REMINDED, values).map(drop)
}

/// The task is put off no longer, unless it was put off anew.
fn wake(connection: &Connection, task: TaskId, until: &Reminder) -> Result<(), Error> {
    let values = params![task.0.as_bytes(), until.to_string()];
    rows::execute(connection, sql::CLEAR_SNOOZE, values).map(drop)
}
