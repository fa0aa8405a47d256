//! Restoring: bringing tasks, lists and filters back to what a backup has, as ordinary changes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::Zoned;
use jiff::civil::Date;
use rusqlite::{Connection, params};
use serde_json::Value;
use task::{
    Actor, Deed, Entity, Entry, Error, FieldWrite, FilterId, GroupId, ListId, Record, TaskId, field,
};

use crate::backup::Backup;
use crate::change_log::Logged;
use crate::pool::{blocking, connect};
use crate::rescue::Copied;
use crate::write::record;
use crate::{Store, records, rows, setting, sql, zone};

/// How many entities one transaction restores, so that it never holds the database for long.
const AT_ONCE: usize = 500;

/// What restoring a backup did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The group by which all of it can be taken back.
    pub group: GroupId,
    /// How many tasks, lists and filters changed.
    pub changed: u64,
    /// How many threads of the chat came back.
    pub threads: u64,
    /// The copy of the state before.
    pub before: Backup,
}

/// Something that is restored as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Item {
    List(ListId),
    Filter(FilterId),
    /// A task with its occurrences.
    Task(TaskId),
}

impl Store {
    /// Brings tasks, lists and saved filters back to what the backup `from` has: what differs is
    /// written field by field, and what was added since goes to the trash. Threads of the chat
    /// that are missing are added; the others stay. The present state is backed up first.
    ///
    /// It is done in steps of five hundred; all of them are one group, which can be taken back.
    /// Interrupted, it is finished by restoring the same backup again.
    ///
    /// # Errors
    /// `newer_database` and `damaged_database` for a file that is no whole backup of this version
    /// or an older one, in which case nothing changes; else where the database can't be written.
    pub async fn restore(&self, from: &Path, actor: Actor) -> Result<Restored, Error> {
        let copied = Copied::of(from, self.folder(), self.patience()).await?;
        let subject = from
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let before = self.back_up_now().await?;
        let group = self.begin_restoring(&subject).await?;
        let mut restored = Restored {
            group,
            changed: 0,
            threads: 0,
            before,
        };
        let file = copied.file();
        for items in self.items(&file).await?.chunks(AT_ONCE) {
            let step = Step {
                backup: file.clone(),
                patience: self.patience(),
                items: items.to_vec(),
                actor: actor.clone(),
                subject: subject.clone(),
                group,
            };
            let now = self.clock();
            restored.changed += self
                .write(move |connection| step.take(connection, &now()))
                .await?;
        }
        restored.threads = self.restore_threads(&file).await?;
        self.write(|connection| setting::clear(connection, setting::RESTORING))
            .await?;
        Ok(restored)
    }

    /// The group of this restoring: the one of an earlier attempt that did not come to its end.
    async fn begin_restoring(&self, name: &str) -> Result<GroupId, Error> {
        let fresh = GroupId::fresh(self.now().timestamp());
        let name = name.to_owned();
        self.write(move |connection| {
            if let Some(known) = setting::get(connection, setting::RESTORING)?
                && let Some((group, of)) = known.split_once(' ')
                && of == name
                && let Ok(group) = group.parse()
            {
                return Ok(group);
            }
            setting::set(connection, setting::RESTORING, &format!("{fresh} {name}"))?;
            Ok(fresh)
        })
        .await
    }

    /// All that is here or in the backup; lists before the tasks in them, tasks by their ids.
    async fn items(&self, backup: &Path) -> Result<Vec<Item>, Error> {
        let (store, backup) = (self.clone(), backup.to_owned());
        blocking(move || {
            let mut items = BTreeSet::new();
            for connection in [store.connect()?, connect(&backup, store.patience())?] {
                items.extend(records::lists(&connection)?.into_keys().map(Item::List));
                items.extend(records::filters(&connection)?.into_keys().map(Item::Filter));
                let tasks = crate::derive::ids(&connection, sql::ALL_TASK_IDS, [])?;
                items.extend(tasks.into_iter().map(Item::Task));
            }
            Ok(items.into_iter().collect())
        })
        .await
    }

    async fn restore_threads(&self, backup: &Path) -> Result<u64, Error> {
        let (backup, patience) = (backup.to_owned(), self.patience());
        let threads: Vec<(String, i64, String)> = blocking({
            let backup = backup.clone();
            move || {
                rows::query(&connect(&backup, patience)?, sql::ALL_THREADS, [], |row| {
                    Ok((
                        rows::column(row, "id")?,
                        rows::column(row, "created_at")?,
                        rows::column(row, "thread")?,
                    ))
                })
            }
        })
        .await?;
        let mut added = 0;
        for (id, created_at, thread) in threads {
            let backup = backup.clone();
            let new = self
                .write(move |connection| {
                    let values = params![id, created_at, thread];
                    if rows::execute(connection, sql::ADD_THREAD, values)? == 0 {
                        return Ok::<_, Error>(false);
                    }
                    let other = connect(&backup, patience)?;
                    let items = rows::query(&other, sql::ALL_ITEMS, [&id], |row| {
                        Ok((
                            rows::column::<String>(row, "id")?,
                            rows::column::<String>(row, "item")?,
                        ))
                    })?;
                    for (item, json) in items {
                        rows::execute(connection, sql::SAVE_ITEM, [&id, &item, &json])?;
                    }
                    Ok(true)
                })
                .await?;
            added += u64::from(new);
        }
        Ok(added)
    }
}

/// One transaction of a restoring.
struct Step {
    backup: PathBuf,
    patience: std::time::Duration,
    items: Vec<Item>,
    actor: Actor,
    subject: String,
    group: GroupId,
}

impl Step {
    /// Answers how many of its items changed.
    fn take(&self, connection: &Connection, now: &Zoned) -> Result<u64, Error> {
        let backup = connect(&self.backup, self.patience)?;
        let mut writes = Vec::new();
        let (mut changed, mut tasks) = (0, 0);
        for item in &self.items {
            let known = writes.len();
            self.compare(*item, connection, &backup, now, &mut writes)?;
            if writes.len() > known {
                changed += 1;
                tasks += usize::from(matches!(item, Item::Task(_)));
            }
        }
        if writes.is_empty() {
            return Ok(0);
        }
        if !zone::is_current(connection, now)? {
            zone::move_to(connection, now)?;
        }
        let entry = Entry {
            deed: Deed::Restored,
            subject: self.subject.clone(),
            count: tasks,
        };
        let log = Logged {
            group: self.group,
            actor: &self.actor,
            at: now.timestamp(),
            entry: &entry,
            root: None,
        };
        record(connection, &log, &writes)?;
        Ok(changed)
    }

    /// What has to be written for an item to be as it was.
    fn compare(
        &self,
        item: Item,
        here: &Connection,
        backup: &Connection,
        now: &Zoned,
        writes: &mut Vec<FieldWrite>,
    ) -> Result<(), Error> {
        let entity = match item {
            Item::List(id) => Entity::List(id),
            Item::Filter(id) => Entity::Filter(id),
            Item::Task(id) => Entity::Task(id),
        };
        let is = records::load(here, entity)?.unwrap_or_default();
        let was = records::load(backup, entity)?.filter(|record| !record.is_purged());
        let Some(was) = was else {
            // Added since, or purged in the backup.
            if is.value(field::DELETED).is_null() && !is.is_empty() {
                let time = now.timestamp().to_string();
                writes.push(write(entity, field::DELETED, &is, time.into()));
            }
            return Ok(());
        };
        differences(entity, &is, &was, writes);
        if let Item::Task(id) = item {
            let is = records::occurrence_records(here, id)?;
            let was = records::occurrence_records(backup, id)?;
            let dates: BTreeSet<&Date> = is.keys().chain(was.keys()).collect();
            let nothing = Record::default();
            let of = |records: &BTreeMap<Date, Record>, date| {
                records.get(date).unwrap_or(&nothing).clone()
            };
            for date in dates {
                let occurrence = Entity::Occurrence(id, *date);
                differences(occurrence, &of(&is, date), &of(&was, date), writes);
            }
        }
        Ok(())
    }
}

fn write(entity: Entity, name: &str, is: &Record, new: Value) -> FieldWrite {
    FieldWrite {
        entity,
        field: name.to_owned(),
        old: is.value(name).clone(),
        new,
    }
}

/// The fields whose values differ, those that only one side has among them.
fn differences(entity: Entity, is: &Record, was: &Record, writes: &mut Vec<FieldWrite>) {
    let names: BTreeSet<&str> = is
        .fields()
        .chain(was.fields())
        .map(|(name, _)| name)
        .collect();
    for name in names {
        if is.value(name) != was.value(name) {
            writes.push(write(entity, name, is, was.value(name).clone()));
        }
    }
}
