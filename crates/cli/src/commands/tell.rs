//! Doing one thing to tasks that were named, and telling what they are now.

use store::Store;
use task::{Action, Actor, Error, GroupId, Outcome, Task, TaskId, Tasks};

use crate::arguments::{Done, Skip};
use crate::out::Out;
use crate::reference::{Among, all_meant};
use crate::say::{Names, Row, rows};

/// Does one action to the tasks that are meant, and tells it.
pub(super) async fn act(
    tasks: &dyn Tasks,
    named: &[String],
    among: Among,
    verb: &str,
    action: impl FnOnce(Vec<TaskId>) -> Action,
    out: &mut Out,
) -> Result<(), Error> {
    let ids = all_meant(tasks, named, among).await?;
    let changed = tasks.apply(action(ids)).await?.tasks;
    tell(tasks, verb, &changed, out).await
}

/// Tells which tasks an action changed: in JSON an array of them.
pub(super) async fn tell(
    tasks: &dyn Tasks,
    verb: &str,
    changed: &[Task],
    out: &mut Out,
) -> Result<(), Error> {
    if out.json {
        return out.value(&changed);
    }
    let names = Names {
        lists: &tasks.lists().await?,
        now: &tasks.now(),
    };
    let lines: Vec<Row> = changed
        .iter()
        .map(|task| Row::new(task, &names, 0).led_by(verb))
        .collect();
    out.text(&rows(&lines, out.width));
    Ok(())
}

/// Completes tasks; of a recurring one the next occurrence, unless it is done for good.
pub(super) async fn done(store: &Store, done: Done, out: &mut Out) -> Result<(), Error> {
    let tasks = together(store);
    if !done.for_good {
        let action = |ids| Action::CompleteTasks {
            ids,
            completed: true,
        };
        return act(&tasks, &done.tasks, Among::Open, "Completed", action, out).await;
    }
    let ids = all_meant(&tasks, &done.tasks, Among::Open).await?;
    let mut changed = Vec::new();
    for task in tasks.get(&ids).await? {
        let id = task.id;
        let action = match task.recurrence {
            Some(_) => Action::EndRecurrence { id },
            None => Action::CompleteTasks {
                ids: vec![id],
                completed: true,
            },
        };
        changed.extend(tasks.apply(action).await?.tasks);
    }
    tell(&tasks, "Completed", &changed, out).await
}

/// Passes over the next occurrence of recurring tasks.
pub(super) async fn skip(store: &Store, skip: Skip, out: &mut Out) -> Result<(), Error> {
    let tasks = together(store);
    let ids = all_meant(&tasks, &skip.tasks, Among::Open).await?;
    let mut occurrences = Vec::new();
    for task in tasks.get(&ids).await? {
        let date = task.occurrence.ok_or_else(|| {
            Error::invalid(format!(
                "“{}” does not come again, so nothing of it can be skipped. Nothing was changed.",
                task::text::excerpt(&task.title, 60)
            ))
        })?;
        occurrences.push((task.id, date));
    }
    let mut changed = Vec::new();
    for (id, date) in occurrences {
        let action = Action::SettleOccurrence {
            id,
            date,
            outcome: Outcome::Skipped,
        };
        changed.extend(tasks.apply(action).await?.tasks);
    }
    tell(&tasks, "Skipped", &changed, out).await
}

/// A door of which all actions are taken back as one.
fn together(store: &Store) -> store::Caller {
    let now = store.caller(Actor::Person).now();
    store.caller_in(Actor::Person, GroupId::fresh(now.timestamp()))
}
