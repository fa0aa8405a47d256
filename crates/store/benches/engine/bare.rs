//! The rows that an add writes, written by SQLite alone: prepared statements and nothing else, on
//! a copy of the same file with the same settings.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, TransactionBehavior, params, params_from_iter};
use task::TaskDraft;
use task::filter::search_words;

/// The tables that an add writes rows to, each with the column that numbers them.
const TABLES: &[(&str, &str)] = &[
    ("task_record", "row"),
    ("task", "row"),
    ("task_tag", "row"),
    ("change", "seq"),
    ("change_write", "seq"),
];

/// What adds wrote.
pub(crate) struct Written {
    tick: i64,
    tables: Vec<Vec<Vec<Value>>>,
    texts: Vec<[String; 3]>,
}

/// Sees what adds write to a profile.
pub(crate) struct Witness {
    connection: Connection,
    rows: i64,
    changes: i64,
}

fn number(connection: &Connection, statement: &str) -> i64 {
    let mut prepared = connection.prepare_cached(statement).unwrap();
    prepared.query_row([], |row| row.get(0)).unwrap()
}

impl Witness {
    pub(crate) fn new(folder: &Path) -> Self {
        let file = folder.join("calm-orbit.db");
        let connection =
            Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
        let mut witness = Self {
            connection,
            rows: 0,
            changes: 0,
        };
        witness.advance();
        witness
    }

    fn advance(&mut self) {
        self.rows = number(&self.connection, "SELECT max(row) FROM task_record");
        self.changes = number(&self.connection, "SELECT max(seq) FROM change");
    }

    /// The rows that were written since it was asked last, of tasks that were made of these.
    pub(crate) fn written(&mut self, drafts: &[TaskDraft]) -> Written {
        let words = |text: &str| search_words(text).join(" ");
        let tables = TABLES.iter().map(|(table, column)| {
            let since = if *column == "row" {
                self.rows
            } else {
                self.changes
            };
            let statement = format!("SELECT * FROM {table} WHERE {column} > ?1");
            let mut prepared = self.connection.prepare_cached(&statement).unwrap();
            let columns = prepared.column_count();
            let rows =
                prepared.query_map([since], |row| (0..columns).map(|at| row.get(at)).collect());
            rows.unwrap().map(Result::unwrap).collect()
        });
        let written = Written {
            tables: tables.collect(),
            tick: number(&self.connection, "SELECT tick FROM clock"),
            texts: drafts
                .iter()
                .map(|draft| {
                    let tags = draft.tags.join(" ");
                    [words(&draft.title), words(&draft.notes), words(&tags)]
                })
                .collect(),
        };
        assert_eq!(
            written.tables[0].len(),
            drafts.len(),
            "one record for each task"
        );
        self.advance();
        written
    }
}

/// SQLite alone.
pub(crate) struct Bare {
    connection: Connection,
    inserts: Vec<String>,
    first: i64,
}

impl Bare {
    /// Opens a copy of a profile's database.
    pub(crate) fn open(file: &Path) -> Self {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(file, flags).unwrap();
        connection.set_prepared_statement_cache_capacity(32);
        connection
            .execute_batch(
                "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;",
            )
            .unwrap();
        let mode: String = connection
            .query_row("PRAGMA journal_mode", [], |row| row.get(0))
            .unwrap();
        assert_eq!(mode, "wal");
        let inserts = TABLES.iter().map(|(table, _)| {
            let prepared = connection
                .prepare(&format!("SELECT * FROM {table}"))
                .unwrap();
            let marks = vec!["?"; prepared.column_count()].join(", ");
            format!("INSERT INTO {table} VALUES ({marks})")
        });
        let inserts = inserts.collect();
        let first = 1 + number(&connection, "SELECT max(row) FROM task_record");
        Self {
            connection,
            inserts,
            first,
        }
    }

    /// Writes them in one transaction.
    pub(crate) fn write(&mut self, written: &Written) {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .unwrap();
        let execute = |statement: &str, values: &[Value]| {
            let mut prepared = transaction.prepare_cached(statement).unwrap();
            prepared.execute(params_from_iter(values)).unwrap();
        };
        execute("UPDATE clock SET tick = ?1", &[written.tick.into()]);
        for (statement, rows) in self.inserts.iter().zip(&written.tables) {
            for row in rows {
                execute(statement, row);
            }
        }
        for [title, notes, tags] in &written.texts {
            let insert =
                "INSERT INTO task_text (rowid, title, notes, tags) VALUES (?1, ?2, ?3, ?4)";
            let mut prepared = transaction.prepare_cached(insert).unwrap();
            prepared
                .execute(params![self.first, title, notes, tags])
                .unwrap();
            self.first += 1;
        }
        transaction.commit().unwrap();
    }

    /// Asserts that it holds the same rows as the profile.
    pub(crate) fn equals(&self, witness: &Witness) {
        for table in ["task", "task_tag", "change_write", "tally"] {
            let count = format!("SELECT count(*) FROM {table}");
            assert_eq!(
                number(&self.connection, &count),
                number(&witness.connection, &count),
                "{table}"
            );
        }
        let sum = "SELECT sum(open) FROM tally";
        assert_eq!(
            number(&self.connection, sum),
            number(&witness.connection, sum)
        );
    }
}
