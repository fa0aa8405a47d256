//! Taking back, and doing again.

use task::{ActivityQuery, Error, GroupId, Target, Tasks, Undone};

use crate::arguments::Undo;
use crate::out::Out;

/// Takes back what the person did last, or a certain group.
pub(super) async fn undo(tasks: &dyn Tasks, undo: Undo, out: &mut Out) -> Result<(), Error> {
    let target = match (undo.group, undo.entry) {
        (Some(group), _) => Target::Group(group.parse()?),
        (None, Some(entry)) => Target::Group(group_of(tasks, entry).await?),
        (None, None) => Target::Last,
    };
    let undone = tasks.undo(target).await?;
    tell(&undone, out)
}

/// Does again what was taken back last.
pub(super) async fn redo(tasks: &dyn Tasks, out: &mut Out) -> Result<(), Error> {
    tell(&tasks.redo().await?, out)
}

/// The group of an entry of the log.
async fn group_of(tasks: &dyn Tasks, entry: u64) -> Result<GroupId, Error> {
    let query = ActivityQuery {
        task: None,
        group: None,
        before: entry.checked_add(1),
        limit: 1,
    };
    let found = tasks.activity(&query).await?.pop();
    let found = found.filter(|found| found.seq == entry);
    found.map(|found| found.group).ok_or_else(|| {
        Error::not_found(format!(
            "The log has no entry {entry}. calm-orbit log shows them."
        ))
    })
}

fn tell(undone: &Undone, out: &mut Out) -> Result<(), Error> {
    if out.json {
        return out.value(undone);
    }
    out.text(&undone.summary);
    out.text("\n");
    Ok(())
}
