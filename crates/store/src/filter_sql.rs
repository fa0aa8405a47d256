//! Filters as conditions on rows.

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use rusqlite::Connection;
use rusqlite::types::Value;
use task::filter::{Author, Condition, Days, Instants, Pattern, Property, State, Tree};
use task::{Actor, Error, Filter};

use crate::task_row::NEVER;
use crate::view_sql as filter_parts;
use crate::{records, rows, search, sql};

/// A filter as a condition, and what its question marks stand for.
pub(crate) fn compile(
    connection: &Connection,
    query: &str,
    now: &Zoned,
) -> Result<(String, Vec<Value>), Error> {
    let resolved = Filter::parse(query, now)?.resolve(now);
    let mut compiler = Compiler {
        connection,
        values: Vec::new(),
    };
    let parts = match resolved.tree() {
        Tree::And(parts) => parts.as_slice(),
        tree => std::slice::from_ref(tree),
    };
    let status = status(parts);
    let mut conditions = vec![status.to_owned()];
    for part in parts {
        if !is_said_by(status, part) {
            conditions.push(compiler.tree(part)?);
        }
    }
    Ok((conditions.join(" AND "), compiler.values))
}

/// No purged task, which shows nowhere.
const ANY: &str = "task.status < 4";

fn state(state: State) -> Tree<Condition> {
    Tree::Leaf(Condition::Is(Property::State(state)))
}

/// The status of all that is shown, as far as it follows from what all of it must be. Most indexes
/// are for one status.
fn status(parts: &[Tree<Condition>]) -> &'static str {
    let dated = |part: &Tree<_>| matches!(part, Tree::Leaf(Condition::Completed(_)));
    if !parts.contains(&state(State::Kept)) {
        ANY
    } else if parts.contains(&state(State::Open)) {
        "task.status = 0"
    } else if parts.contains(&state(State::Completed)) || parts.iter().any(dated) {
        "task.status = 1"
    } else {
        "task.status IN (0, 1)"
    }
}

/// Whether the status says all that this part does.
fn is_said_by(status: &str, part: &Tree<Condition>) -> bool {
    status != ANY && (*part == state(State::Kept) || *part == state(State::Open))
}

struct Compiler<'a> {
    connection: &'a Connection,
    values: Vec<Value>,
}

impl Compiler<'_> {
    fn tree(&mut self, tree: &Tree<Condition>) -> Result<String, Error> {
        let (parts, word) = match tree {
            Tree::And(parts) => (parts, " AND "),
            Tree::Or(parts) => (parts, " OR "),
            Tree::Not(part) => return Ok(format!("NOT {}", self.tree(part)?)),
            Tree::Leaf(condition) => return self.condition(condition),
        };
        let parts: Result<Vec<String>, Error> = parts.iter().map(|part| self.tree(part)).collect();
        Ok(format!("({})", parts?.join(word)))
    }

    fn condition(&mut self, condition: &Condition) -> Result<String, Error> {
        Ok(match condition {
            Condition::Due(days) => self.days("+task.due", *days, NEVER),
            Condition::Start(days) => self.days("coalesce(task.start, 'x')", *days, "a"),
            Condition::Deadline(days) => self.days("coalesce(task.deadline, 'x')", *days, "a"),
            Condition::Created(instants) => self.instants("task.created", *instants),
            Condition::Completed(instants) => {
                format!(
                    "(task.completed IS NOT NULL AND {})",
                    self.instants("task.completed", *instants)
                )
            }
            Condition::Is(property) => self.property(property)?,
            Condition::Never => "0".to_owned(),
        })
    }

    /// Days as texts: what comes on a day sorts from the day's text on, and before the next day's.
    fn days(&mut self, column: &str, days: Days, end: &str) -> String {
        let text = |day: Date| day.to_string();
        let after = days.until.and_then(|day| day.tomorrow().ok());
        self.values
            .push(days.from.map_or_else(String::new, text).into());
        self.values
            .push(after.map_or_else(|| end.to_owned(), text).into());
        format!("({column} >= ? AND {column} < ?)")
    }

    fn instants(&mut self, column: &str, instants: Instants) -> String {
        let number = |at: Option<Timestamp>, open| at.map_or(open, Timestamp::as_millisecond);
        self.values.push(number(instants.from, i64::MIN).into());
        self.values.push(number(instants.before, i64::MAX).into());
        format!("({column} >= ? AND {column} < ?)")
    }

    fn property(&mut self, property: &Property) -> Result<String, Error> {
        let fixed = match property {
            Property::NoDue => "+task.due = '~'",
            Property::NoStart => "task.start IS NULL",
            Property::NoDeadline => "task.deadline IS NULL",
            Property::NoTime => "length(task.due) = 10",
            Property::Someday => "task.start IS 'someday'",
            Property::Recurring => "task.recurring = 1",
            Property::NoTags => filter_parts::NO_TAGS,
            Property::Inbox => "task.list IS NULL",
            Property::Subtask => "task.parent IS NOT NULL",
            Property::HasNotes => "task.noted = 1",
            Property::HasReminder => "task.reminded = 1",
            Property::State(State::Open) => "task.completed IS NULL",
            Property::State(State::Completed) => "task.completed IS NOT NULL",
            Property::State(State::Kept) => "task.status IN (0, 1)",
            Property::State(State::Deleted) => "task.deleted IS NOT NULL",
            Property::Priority(priority) => {
                self.values.push(i64::from(priority.rank()).into());
                "task.priority = ?"
            }
            Property::Words(words) => match search::match_query(&words.join(" ")) {
                Some(query) => {
                    self.values.push(query.into());
                    filter_parts::WORDS
                }
                None => "1",
            },
            Property::Tag(pattern) => {
                self.values.push(glob(pattern).into());
                if pattern.parts().len() == 1 {
                    filter_parts::TAG
                } else {
                    filter_parts::TAG_LIKE
                }
            }
            Property::List(pattern) => return self.lists(pattern),
            Property::By(author) => return self.authors(author),
        };
        Ok(fixed.to_owned())
    }

    fn lists(&mut self, pattern: &Pattern) -> Result<String, Error> {
        let lists = records::living_lists(self.connection)?;
        let named = lists.iter().filter(|list| pattern.matches(&list.name));
        let ids: Vec<Value> = named
            .map(|list| Value::Blob(list.id.0.as_bytes().to_vec()))
            .collect();
        // An empty column is in no list; that must stay a plain no below a NOT.
        Ok(self.any_of("coalesce(task.list, '')", ids))
    }

    fn authors(&mut self, author: &Author) -> Result<String, Error> {
        let authors: Vec<String> =
            rows::query(self.connection, sql::AUTHORS, [], rows::first_column)?;
        let named = authors
            .into_iter()
            .filter(|text| match (author, Actor::from_text(text)) {
                (Author::Person, Actor::Person | Actor::Device { .. })
                | (Author::Assistant, Actor::Assistant)
                | (Author::Server, Actor::Server) => true,
                (Author::Named(pattern), Actor::Client { name } | Actor::Device { name }) => {
                    pattern.matches(&name)
                }
                _ => false,
            });
        let named = named.map(Value::from).collect();
        Ok(self.any_of("+task.created_by", named))
    }

    fn any_of(&mut self, column: &str, values: Vec<Value>) -> String {
        let marks = vec!["?"; values.len()].join(", ");
        self.values.extend(values);
        format!("{column} IN ({marks})")
    }
}

/// A pattern as SQLite's GLOB takes it, or the whole name.
fn glob(pattern: &Pattern) -> String {
    match pattern.parts() {
        [whole] => whole.clone(),
        parts => {
            let escaped: Vec<String> = parts
                .iter()
                .map(|part| {
                    part.chars()
                        .map(|c| match c {
                            '?' | '[' => format!("[{c}]"),
                            other => other.to_string(),
                        })
                        .collect()
                })
                .collect();
            escaped.join("*")
        }
    }
}
