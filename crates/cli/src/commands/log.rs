//! The activity.

use task::{ActivityQuery, Error, Tasks};

use crate::arguments::Log;
use crate::out::Out;
use crate::reference::{Among, meant};
use crate::say::{self, Names};

/// Tells who changed what, the latest first.
pub(super) async fn log(tasks: &dyn Tasks, log: Log, out: &mut Out) -> Result<(), Error> {
    let task = match &log.task {
        Some(task) => Some(meant(tasks, task, Among::All).await?),
        None => None,
    };
    let query = ActivityQuery {
        task,
        group: None,
        before: log.before,
        limit: usize::from(log.limit),
    };
    let entries = tasks.activity(&query).await?;
    if out.json {
        return out.value(&entries);
    }
    let names = Names {
        lists: &tasks.lists().await?,
        now: &tasks.now(),
    };
    for entry in &entries {
        out.text(&say::activity(entry, &names, task.is_some()));
    }
    if entries.is_empty() {
        out.text("Nothing was done yet.\n");
    }
    Ok(())
}
