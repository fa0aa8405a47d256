//! Upkeep: what is purged from the trash and from the activity, and when.

use jiff::{ToSpan, Zoned};
use rusqlite::Connection;
use serde_json::Value;
use task::{Actor, Deed, Entity, Entry, Error, FieldWrite, GroupId, TaskId, field};

use crate::change_log::{self, Logged};
use crate::derive::{Derivation, ids};
use crate::{Store, records, rows, setting, sql, undo};

/// How many tasks one transaction purges, so that it never holds the database for long.
const TASKS_AT_ONCE: i64 = 500;

/// For how long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// This many civil days, 1 to [`Keep::MOST`].
    Days(u16),
    /// Until somebody removes it.
    ForEver,
}

impl Keep {
    /// The most days that can be set.
    pub const MOST: u16 = 3_650;

    fn from_text(text: &str) -> Option<Self> {
        match text {
            "for_ever" => Some(Self::ForEver),
            days => days
                .parse()
                .ok()
                .and_then(|days| Self::Days(days).checked()),
        }
    }

    fn to_text(self) -> String {
        match self {
            Self::Days(days) => days.to_string(),
            Self::ForEver => "for_ever".to_owned(),
        }
    }

    fn checked(self) -> Option<Self> {
        match self {
            Self::Days(days) if !(1..=Self::MOST).contains(&days) => None,
            fine => Some(fine),
        }
    }

    /// The first instant of what is still kept, in milliseconds since 1970; `None`: everything is.
    fn cutoff(self, now: &Zoned) -> Option<i64> {
        let Self::Days(days) = self else { return None };
        let first = now.date().checked_sub(i64::from(days).days()).ok()?;
        let begin = first.to_zoned(now.time_zone().clone()).ok()?;
        Some(begin.timestamp().as_millisecond())
    }
}

/// How long the trash and the activity are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keeping {
    /// Tasks in the trash, from when they went there; 30 days by default.
    pub trash: Keep,
    /// The activity, and with it what can be undone; 90 days by default.
    pub activity: Keep,
}

impl Default for Keeping {
    fn default() -> Self {
        Self {
            trash: Keep::Days(30),
            activity: Keep::Days(90),
        }
    }
}

/// What an upkeep removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tidied {
    /// Tasks that were purged from the trash.
    pub tasks: u64,
    /// Entries of the activity.
    pub changes: u64,
}

impl Store {
    /// How long the trash and the activity are kept.
    ///
    /// # Errors
    /// Where the settings can't be read.
    pub async fn keeping(&self) -> Result<Keeping, Error> {
        self.read(keeping).await
    }

    /// Sets how long the trash and the activity are kept. It holds from the next [`Store::tidy`]
    /// on.
    ///
    /// # Errors
    /// `invalid_input` for a number of days that is out of range.
    pub async fn keep(&self, keeping: Keeping) -> Result<(), Error> {
        if [keeping.trash, keeping.activity]
            .iter()
            .any(|keep| keep.checked().is_none())
        {
            return Err(Error::invalid(format!(
                "Things can be kept for 1 to {} days, or for ever.",
                Keep::MOST
            )));
        }
        self.write(move |connection| {
            setting::set(connection, setting::KEEP_TRASH, &keeping.trash.to_text())?;
            let activity = keeping.activity.to_text();
            setting::set(connection, setting::KEEP_ACTIVITY, &activity)
        })
        .await
    }

    /// Purges what has been in the trash, and forgets what has been in the activity, for longer
    /// than [`Store::keeping`] says. Of a purged task only that it was deleted is left.
    ///
    /// What a backend has not got yet stays in the log, as does the newest entry and every group
    /// of changes that begins before the limit and ends after it.
    ///
    /// # Errors
    /// Where the database can't be written.
    pub async fn tidy(&self) -> Result<Tidied, Error> {
        let (keeping, now) = (self.keeping().await?, self.now());
        let mut tidied = Tidied::default();
        if let Some(cutoff) = keeping.trash.cutoff(&now) {
            tidied.tasks = self.purge(cutoff).await?;
        }
        if let Some(cutoff) = keeping.activity.cutoff(&now) {
            tidied.changes = self
                .write(move |connection| forget(connection, cutoff))
                .await?;
        }
        Ok(tidied)
    }

    /// How many tasks are in the trash.
    ///
    /// # Errors
    /// Where the database can't be read.
    pub async fn trash_size(&self) -> Result<u64, Error> {
        let count: i64 = self
            .read(|connection| rows::query_value(connection, sql::COUNT_TRASH, []))
            .await?;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    /// Purges everything that is in the trash now; answers how many tasks that were.
    ///
    /// # Errors
    /// Where the database can't be written.
    pub async fn empty_trash(&self) -> Result<u64, Error> {
        self.purge(i64::MAX).await
    }

    /// Purges tasks that went to the trash before an instant.
    async fn purge(&self, before: i64) -> Result<u64, Error> {
        let group = GroupId::fresh(self.now().timestamp());
        let mut purged = 0;
        loop {
            let now = self.clock();
            let some = self
                .write(move |connection| purge(connection, before, group, &now()))
                .await?;
            if some == 0 {
                return Ok(purged);
            }
            purged += some;
        }
    }
}

fn keeping(connection: &Connection) -> Result<Keeping, Error> {
    let default = Keeping::default();
    let read = |name, default| {
        let text = setting::get(connection, name)?;
        Ok::<_, Error>(
            text.and_then(|text| Keep::from_text(&text))
                .unwrap_or(default),
        )
    };
    Ok(Keeping {
        trash: read(setting::KEEP_TRASH, default.trash)?,
        activity: read(setting::KEEP_ACTIVITY, default.activity)?,
    })
}

/// Purges some of the tasks; answers how many. The log says so, as what the person's setting did,
/// and can't take it back.
fn purge(connection: &Connection, before: i64, group: GroupId, now: &Zoned) -> Result<u64, Error> {
    let some = ids(connection, sql::TRASH_BEFORE, [before, TASKS_AT_ONCE])?;
    let mut writes = Vec::new();
    let mut titles = Vec::new();
    for id in &some {
        purge_one(connection, *id, &mut writes, &mut titles)?;
    }
    let Some(subject) = titles.into_iter().next() else {
        return Ok(0);
    };
    let mut derivation = Derivation::begin(connection)?;
    for id in &some {
        derivation.task(*id, true)?;
    }
    derivation.finish()?;
    let entry = Entry {
        deed: Deed::Purged,
        subject,
        count: some.len(),
    };
    let log = Logged {
        group,
        actor: &Actor::Person,
        at: now.timestamp(),
        entry: &entry,
        root: None,
    };
    change_log::add(connection, &log, &writes)?;
    let seq = i64::try_from(change_log::last_seq(connection)?).unwrap_or(i64::MAX);
    rows::execute(connection, sql::SET_UNDONE, [seq, undo::FINAL])?;
    Ok(u64::try_from(some.len()).unwrap_or(u64::MAX))
}

fn purge_one(
    connection: &Connection,
    id: TaskId,
    writes: &mut Vec<FieldWrite>,
    titles: &mut Vec<String>,
) -> Result<(), Error> {
    let Some((_, record)) = records::task(connection, id)? else {
        return Ok(());
    };
    titles.push(
        record
            .value(field::TITLE)
            .as_str()
            .unwrap_or_default()
            .to_owned(),
    );
    // The log keeps by which title the task went; the rest goes without a trace.
    for name in [field::TITLE, field::CREATED_AT] {
        writes.push(FieldWrite {
            entity: Entity::Task(id),
            field: name.to_owned(),
            old: record.value(name).clone(),
            new: Value::Null,
        });
    }
    records::save(connection, Entity::Task(id), &record.tombstone())?;
    rows::execute(connection, sql::DELETE_OCCURRENCES, [id.0.as_bytes()]).map(drop)
}

/// Removes the log's oldest entries; answers how many.
fn forget(connection: &Connection, before: i64) -> Result<u64, Error> {
    // Only ever from the beginning, so that no reader of the log meets a hole in it.
    let mut end: i64 = rows::query_value(connection, sql::FIRST_SEQ_SINCE, [before])?;
    if let Some(sent) = setting::number(connection, setting::SENT)? {
        end = end.min(sent.saturating_add(1));
    }
    end = end.min(rows::query_value(connection, sql::LAST_SEQ, [])?);
    // A group stays whole, and so is taken back as a whole.
    loop {
        let first: Option<i64> = rows::query_value(connection, sql::FIRST_OF_GROUPS_AT, [end])?;
        match first {
            Some(first) if first < end => end = first,
            _ => break,
        }
    }
    rows::execute(connection, sql::FORGET_WRITES, [end])?;
    let forgotten = rows::execute(connection, sql::FORGET_CHANGES, [end])?;
    Ok(u64::try_from(forgotten).unwrap_or(u64::MAX))
}
