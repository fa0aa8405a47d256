//! Whether the database is sound.

use serde::Serialize;
use store::{Report, Store};
use task::{Code, Error};

use crate::arguments::Check;
use crate::out::Out;
use crate::say::count;

/// What was found, in JSON.
#[derive(Serialize)]
struct Answer<'a> {
    problems: &'a [String],
    tasks: u64,
    occurrences: u64,
    lists: u64,
    filters: u64,
    changes: u64,
    threads: u64,
}

/// Looks at everything, and tells what is wrong.
pub(super) async fn check(store: &Store, check: &Check, out: &mut Out) -> Result<(), Error> {
    if check.repair {
        store.repair().await?;
    }
    let report = store.check().await?;
    tell(&report, out)?;
    if report.problems.is_empty() {
        return Ok(());
    }
    Err(Error::Storage {
        code: Code::DamagedDatabase,
        message: format!(
            "The database has {}. calm-orbit check --repair mends what is derived; else calm-orbit restore-backup brings back a backup.",
            count(report.problems.len(), "problem")
        ),
        source: None,
    })
}

fn tell(report: &Report, out: &mut Out) -> Result<(), Error> {
    if out.json {
        return out.value(&Answer {
            problems: &report.problems,
            tasks: report.tasks,
            occurrences: report.occurrences,
            lists: report.lists,
            filters: report.filters,
            changes: report.changes,
            threads: report.threads,
        });
    }
    for problem in &report.problems {
        out.text(&format!("{problem}\n"));
    }
    if report.problems.is_empty() {
        out.text(&format!(
            "All is well. Tasks: {}, lists: {}, filters: {}, changes: {}.\n",
            report.tasks, report.lists, report.filters, report.changes
        ));
    }
    Ok(())
}
