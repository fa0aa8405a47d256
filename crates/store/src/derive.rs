//! What follows from records, brought up to date: the rows of the views, the tags, the search index.

use std::collections::btree_map::Entry as Slot;
use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use rusqlite::{Connection, params};
use task::{Entity, Error, FieldWrite, List, ListId, Record, Task, TaskId, field, tree};

use crate::task_row::{Around, TaskRow};
use crate::{alarms, records, rows, search, sql, zone};

/// What follows from the record of a task.
pub(crate) struct Derived {
    /// The number of its rows.
    pub(crate) row: i64,
    /// Its row in the table of the views.
    pub(crate) columns: TaskRow,
    /// The task as it is shown.
    pub(crate) task: Task,
}

impl Derived {
    /// Adds its words to an index, by the statement for that.
    pub(crate) fn index(&self, connection: &Connection, statement: &str) -> Result<(), Error> {
        let text = params![
            self.row,
            search::words_of(&self.task.title),
            search::words_of(&self.task.notes),
            search::words_of(&self.task.tags.join(" ")),
        ];
        rows::execute(connection, statement, text).map(drop)
    }
}

/// Derives rows in one transaction.
///
/// What changes in the index of words is written in the end, by [`Derivation::finish`]: a statement
/// that fires a trigger makes a savepoint, at which FTS5 writes out what it has gathered, so that
/// rows and words by turns would make a segment of the index for every task.
pub(crate) struct Derivation<'a> {
    connection: &'a Connection,
    /// Those that tasks named so far; `None` where it is gone or in the trash.
    lists: BTreeMap<ListId, Option<List>>,
    zone: TimeZone,
    /// Tasks whose words are to be written, and whether the index has some of theirs already.
    texts: Vec<(Derived, bool)>,
}

/// How many texts are kept at the most before they are written.
const TEXTS: usize = 1_000;

impl<'a> Derivation<'a> {
    pub(crate) fn begin(connection: &'a Connection) -> Result<Self, Error> {
        Ok(Self {
            connection,
            lists: BTreeMap::new(),
            zone: zone::written(connection)?,
            texts: Vec::new(),
        })
    }

    /// What follows from the record of a task; `None` where it has none.
    pub(crate) fn of(&mut self, id: TaskId) -> Result<Option<Derived>, Error> {
        let Some((row, record)) = records::task(self.connection, id)? else {
            return Ok(None);
        };
        let recurs = !record.value(field::RECURRENCE).is_null();
        let mut above = tree::written_parent(&record).map(|(parent, _)| parent);
        let mut around = BTreeMap::from([(id, record)]);
        while let Some(parent) = above.filter(|parent| !around.contains_key(parent)) {
            let Some((_, record)) = records::task(self.connection, parent)? else {
                break;
            };
            above = tree::written_parent(&record).map(|(parent, _)| parent);
            around.insert(parent, record);
        }
        for record in around.values() {
            self.look_up_list(record)?;
        }
        let occurrences = if recurs {
            records::occurrences(self.connection, id)?
        } else {
            Vec::new()
        };
        let (derived, task) = TaskRow::derive(
            id,
            &Around {
                records: &around,
                lists: &self.lists,
                occurrences: &occurrences,
                zone: &self.zone,
            },
        );
        Ok(Some(Derived {
            row,
            columns: derived,
            task,
        }))
    }

    /// Derives the row of a task; `words` is whether its title, notes or tags have changed.
    pub(crate) fn task(&mut self, id: TaskId, words: bool) -> Result<(), Error> {
        let Some(derived) = self.of(id)? else {
            return Ok(());
        };
        let row = derived.row;
        let before = TaskRow::load(self.connection, row)?;
        if before.as_ref() != Some(&derived.columns) {
            derived.columns.save(self.connection, row, id.0)?;
        }
        let tags = &derived.task.tags;
        derived
            .columns
            .save_tags(self.connection, row, tags, before.as_ref())?;
        alarms::save(self.connection, &derived, before.is_none())?;
        if words {
            self.texts.push((derived, before.is_some()));
            if self.texts.len() >= TEXTS {
                self.write_texts()?;
            }
        }
        Ok(())
    }

    /// Makes the list that a record names known.
    fn look_up_list(&mut self, record: &Record) -> Result<(), Error> {
        let written = record.value(field::LIST).as_str();
        if let Some(id) = written.and_then(|id| id.parse().ok())
            && let Slot::Vacant(slot) = self.lists.entry(id)
        {
            let found = records::load(self.connection, Entity::List(id))?;
            let list = found.map(|record| List::from_record(id, &record));
            slot.insert(list.filter(|list| list.deleted_at.is_none()));
        }
        Ok(())
    }

    fn write_texts(&mut self) -> Result<(), Error> {
        for (derived, indexed) in self.texts.drain(..) {
            if indexed {
                rows::execute(self.connection, sql::CLEAR_TEXT, [derived.row])?;
            }
            derived.index(self.connection, sql::ADD_TEXT)?;
        }
        Ok(())
    }

    /// Writes what is left to write.
    pub(crate) fn finish(mut self) -> Result<(), Error> {
        self.write_texts()
    }

    /// Derives every task anew.
    pub(crate) fn everything(mut self) -> Result<(), Error> {
        for id in ids(self.connection, sql::ALL_TASK_IDS, [])? {
            self.task(id, true)?;
        }
        self.finish()
    }
}

/// Brings up to date what follows from these writes, which are in the records already.
pub(crate) fn follow(connection: &Connection, writes: &[FieldWrite]) -> Result<(), Error> {
    let mut derivation = Derivation::begin(connection)?;
    let mut words = BTreeSet::new();
    let mut tasks = BTreeSet::new();
    let mut trees = BTreeSet::new();
    for write in writes {
        match write.entity {
            Entity::Task(id) => {
                tasks.insert(id);
                let name = write.field.as_str();
                if matches!(name, field::TITLE | field::NOTES) || name.starts_with(field::TAG) {
                    words.insert(id);
                }
                if matches!(
                    name,
                    field::PARENT
                        | field::POSITION
                        | field::LIST
                        | field::DELETED
                        | field::CREATED_AT
                ) {
                    trees.insert(id);
                }
            }
            Entity::Occurrence(id, _) => {
                tasks.insert(id);
            }
            Entity::List(list) => {
                if matches!(
                    write.field.as_str(),
                    field::DELETED | field::ARCHIVED | field::CREATED_AT
                ) {
                    trees.extend(ids(
                        connection,
                        sql::TASKS_OF_WRITTEN_LIST,
                        [list.0.as_bytes()],
                    )?);
                }
            }
            Entity::Filter(_) => {}
        }
    }
    for root in trees {
        tasks.extend(ids(connection, sql::WRITTEN_BELOW, [root.0.as_bytes()])?);
    }
    for task in tasks {
        derivation.task(task, words.contains(&task))?;
    }
    derivation.finish()
}

/// The ids that a statement gives.
pub(crate) fn ids(
    connection: &Connection,
    statement: &'static str,
    params: impl rusqlite::Params,
) -> Result<Vec<TaskId>, Error> {
    rows::query(connection, statement, params, |row| {
        rows::id(row, "id").map(TaskId)
    })
}
