//! The check: whether the file is whole, and whether everything derived is what the records say.

use rusqlite::{Connection, Row};
use task::{Entity, Error, FilterId, ListId, Record, TaskId, Tick};

use crate::derive::Derivation;
use crate::pool::blocking;
use crate::task_row::{Status, TaskRow};
use crate::write::read_clock;
use crate::{Store, alarms, change_log, fault, rows, sql};

/// The most problems that a report names.
const PROBLEMS_LIMIT: usize = 1_000;

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// What is wrong, a sentence each, the first thousand; empty where all is well.
    pub problems: Vec<String>,
    /// How many tasks there are, those in the trash and what is left of purged ones among them.
    pub tasks: u64,
    /// How many occurrences of recurring tasks are kept.
    pub occurrences: u64,
    /// How many lists, those in the trash among them.
    pub lists: u64,
    /// How many saved filters, those in the trash among them.
    pub filters: u64,
    /// How many changes the log holds.
    pub changes: u64,
    /// How many threads the chat has.
    pub threads: u64,
}

impl Store {
    /// Looks at everything, in one state of the database, without holding up writers: the file as
    /// SQLite sees it, every record, all that is derived from records, the counts, the log, the
    /// clock.
    ///
    /// # Errors
    /// Where the database can't be read at all; what is wrong in it is in the report.
    pub async fn check(&self) -> Result<Report, Error> {
        let store = self.clone();
        // A connection of its own: it gets tables of its own.
        blocking(move || {
            let mut connection = store.connect()?;
            let transaction = connection.transaction().map_err(fault::database)?;
            check(&transaction)
        })
        .await
    }

    /// Writes everything that is derived from records anew, in one transaction. The records stay
    /// as they are.
    ///
    /// # Errors
    /// Where the database can't be written, or a record can't be read.
    pub async fn repair(&self) -> Result<(), Error> {
        self.write(repair).await
    }
}

fn repair(connection: &Connection) -> Result<(), Error> {
    for statement in [
        sql::CLEAR_ALL_TAGS,
        sql::CLEAR_ALL_ALARMS,
        sql::CLEAR_TASK_ROWS,
        sql::CLEAR_ALL_TEXT,
        sql::CLEAR_TALLY,
    ] {
        rows::execute(connection, statement, [])?;
    }
    for (id, record) in crate::records::lists(connection)? {
        crate::records::save(connection, Entity::List(id), &record)?;
    }
    for (id, record) in crate::records::filters(connection)? {
        crate::records::save(connection, Entity::Filter(id), &record)?;
    }
    Derivation::begin(connection)?.everything()
}

struct Check<'a> {
    connection: &'a Connection,
    report: Report,
    /// The largest stamp that this device made.
    own: Tick,
    clock: task::Clock,
}

fn check(connection: &Connection) -> Result<Report, Error> {
    let mut check = Check {
        connection,
        report: Report::default(),
        own: Tick::default(),
        clock: read_clock(connection)?,
    };
    check.file()?;
    // In a file that is torn, the rest would only say so again.
    if check.report.problems.is_empty() {
        check.records()?;
        if check.report.problems.is_empty() {
            check.derived()?;
        }
        check.sentences(sql::STRAY_ROWS)?;
        check.sentences(sql::WRONG_TALLIES)?;
        check.log()?;
        if check.own > check.clock.last {
            check.problem("the clock is behind a stamp that it made");
        }
    }
    check.report.problems.truncate(PROBLEMS_LIMIT);
    Ok(check.report)
}

impl Check<'_> {
    fn problem(&mut self, problem: impl Into<String>) {
        if self.report.problems.len() < PROBLEMS_LIMIT {
            self.report.problems.push(problem.into());
        }
    }

    /// What SQLite says.
    fn file(&mut self) -> Result<(), Error> {
        let said = rows::query(self.connection, sql::CHECK_FILE, [], rows::first_column)?;
        for line in said.into_iter().filter(|line: &String| line != "ok") {
            self.problem(line);
        }
        let broken = rows::query(self.connection, sql::CHECK_REFERENCES, [], |row| {
            rows::first_column::<String>(row)
        })?;
        for table in broken {
            self.problem(format!("a row of {table} refers to one that is not there"));
        }
        Ok(())
    }

    /// Every record: readable, and written as it would be written now.
    fn records(&mut self) -> Result<(), Error> {
        let deleted = |row: &Row<'_>| rows::column::<Option<i64>>(row, "deleted");
        self.report.tasks = self.each(sql::ALL_TASK_RECORDS, |_, row| {
            rows::id(row, "id").map(|id| Entity::Task(TaskId(id)))
        })?;
        self.report.occurrences = self.each(sql::ALL_OCCURRENCES, |_, row| {
            let date = rows::text(row, "date")?.parse().map_err(fault::damaged)?;
            rows::id(row, "id").map(|id| Entity::Occurrence(TaskId(id), date))
        })?;
        let gone = |record: &Record| record.deleted_at().map(jiff::Timestamp::as_millisecond);
        let mut wrong = Vec::new();
        self.report.lists = self.each(sql::LISTS_WITH_DELETED, |record, row| {
            let id = rows::id(row, "id")?;
            if gone(record) != deleted(row)? {
                wrong.push(format!("list {id} is not in the trash as its record says"));
            }
            Ok(Entity::List(ListId(id)))
        })?;
        self.report.filters = self.each(sql::FILTERS_WITH_DELETED, |record, row| {
            let id = rows::id(row, "id")?;
            if gone(record) != deleted(row)? {
                wrong.push(format!(
                    "filter {id} is not in the trash as its record says"
                ));
            }
            Ok(Entity::Filter(FilterId(id)))
        })?;
        self.report.problems.extend(wrong);
        Ok(())
    }

    /// Looks at each record that a statement gives; answers how many there are.
    fn each(
        &mut self,
        statement: &str,
        mut entity_of: impl FnMut(&Record, &Row<'_>) -> Result<Entity, Error>,
    ) -> Result<u64, Error> {
        let mut count = 0;
        let mut problems = Vec::new();
        let (mut own, device) = (self.own, self.clock.device);
        rows::query(self.connection, statement, [], |row| {
            count += 1;
            let text = rows::text(row, "record")?;
            match Record::from_json(text) {
                Ok(record) => {
                    let entity = entity_of(&record, row)?;
                    if record.to_json() != text {
                        let (kind, key) = (entity.kind(), entity.key());
                        problems.push(format!(
                            "the record of {kind} {key} is not as it is written"
                        ));
                    }
                    if record.is_empty() {
                        problems.push(format!("the record of {} is empty", entity.key()));
                    }
                    let ours = record
                        .fields()
                        .map(|(_, register)| register.stamp)
                        .filter(|stamp| stamp.device() == device);
                    own = ours.map(task::Stamp::tick).fold(own, Tick::max);
                }
                Err(error) => {
                    let id = rows::id(row, "id")?;
                    problems.push(format!("the record of {id} cannot be read: {error}"));
                }
            }
            Ok(())
        })?;
        self.own = own;
        for problem in problems {
            self.problem(problem);
        }
        Ok(count)
    }

    /// The rows of the views, the tags and the index of words.
    fn derived(&mut self) -> Result<(), Error> {
        let connection = self.connection;
        rows::execute(connection, sql::EXPECT_WORDS, [])?;
        let mut derivation = Derivation::begin(connection)?;
        for id in crate::derive::ids(connection, sql::ALL_TASK_IDS, [])? {
            let Some(derived) = derivation.of(id)? else {
                continue;
            };
            if TaskRow::load(connection, derived.row)?.as_ref() != Some(&derived.columns) {
                self.problem(format!("the row of task {id} is not what its record says"));
            }
            let tags = rows::query(connection, sql::TAG_ROWS, [derived.row], |row| {
                let number = |name| rows::column::<i64>(row, name);
                Ok((
                    rows::column::<String>(row, "tag")?,
                    number("open")?,
                    rows::column::<String>(row, "day")?,
                    number("priority")?,
                    rows::column::<String>(row, "path")?,
                ))
            })?;
            let columns = &derived.columns;
            let open = i64::from(columns.status == Status::Open as i64);
            let mut expected: Vec<_> = derived
                .task
                .tags
                .iter()
                .map(|tag| {
                    let (day, path) = (columns.day.clone(), columns.path.clone());
                    (tag.clone(), open, day, columns.priority, path)
                })
                .collect();
            expected.sort();
            if tags != expected {
                self.problem(format!(
                    "the tags of task {id} are not what its record says"
                ));
            }
            if alarms::kept(connection, derived.row)? != alarms::of(&derived) {
                self.problem(format!(
                    "the alarms of task {id} are not what its record says"
                ));
            }
            derived.index(connection, sql::EXPECT_TEXT)?;
        }
        rows::execute(connection, sql::LIST_WORDS, [])?;
        rows::execute(connection, sql::LIST_EXPECTED_WORDS, [])?;
        self.sentences(sql::WRONG_WORDS)
    }

    /// Every change can be read.
    fn log(&mut self) -> Result<(), Error> {
        let unsigned = |count: i64| u64::try_from(count).unwrap_or(0);
        let count = |statement| rows::query_value(self.connection, statement, []).map(unsigned);
        (self.report.changes, self.report.threads) =
            (count(sql::COUNT_CHANGES)?, count(sql::COUNT_THREADS)?);
        let unread = rows::query(self.connection, sql::ALL_CHANGE_WRITES, [], |row| {
            let writes = change_log::read(
                rows::text(row, "kind")?,
                rows::id(row, "entity")?,
                rows::text(row, "writes")?,
            );
            let seq: i64 = rows::column(row, "seq")?;
            Ok(match writes {
                Ok(writes) if !writes.is_empty() => None,
                Ok(_) => Some(format!(
                    "change {seq} names something and wrote nothing to it"
                )),
                Err(error) => Some(format!("change {seq} cannot be read: {error}")),
            })
        })?;
        for problem in unread.into_iter().flatten() {
            self.problem(problem);
        }
        Ok(())
    }

    /// The problems that a statement tells.
    fn sentences(&mut self, statement: &str) -> Result<(), Error> {
        let said: Vec<String> = rows::query(self.connection, statement, [], rows::first_column)?;
        for sentence in said {
            self.problem(sentence);
        }
        Ok(())
    }
}
