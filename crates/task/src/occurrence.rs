//! What became of one occurrence of a recurring task.

use jiff::Zoned;
use jiff::civil::Date;

use crate::due::Due;
use crate::record::Record;
use crate::task::field;

/// What became of one occurrence of a recurring task: a row of its own, keyed by the task and the
/// occurrence's civil date, so that two devices that complete the same one complete it once. A
/// field that is cleared again is as if it had never been written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The civil date that the rule gives it, in the task's zone; a moved one keeps it.
    pub date: Date,
    /// When it was completed, and in which zone that was.
    pub completed: Option<Zoned>,
    /// When it was skipped, and in which zone that was.
    pub skipped: Option<Zoned>,
    /// When it is due in place of what the rule says.
    pub moved: Option<Due>,
}

impl Occurrence {
    /// Reads a row from its record. What this version can't read counts as not written.
    pub fn from_record(date: Date, record: &Record) -> Self {
        let at = |name| record.value(name).as_str().and_then(|at| at.parse().ok());
        Self {
            date,
            completed: at(field::COMPLETED),
            skipped: at(field::SKIPPED),
            moved: record
                .value(field::DUE)
                .as_str()
                .and_then(|due| due.parse().ok()),
        }
    }

    /// When it was completed or skipped; `None` while it is still to come.
    pub fn settled(&self) -> Option<&Zoned> {
        self.completed.as_ref().or(self.skipped.as_ref())
    }
}
