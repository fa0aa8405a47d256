//! Adding tasks.

use store::{Caller, Store};
use task::{Action, Actor, Code, Error, GroupId, Target, Task, TaskDraft, TaskId, Tasks};

use super::draft::{Understood, check};
use super::lines::{self, Source};
use super::tell;
use crate::arguments::Add;
use crate::out::Out;
use crate::reference::{Among, meant};
use crate::say;

/// How many tasks one action adds; others get their turn in between.
const BATCH: usize = 500;

/// Adds a task, or one for each line of standard input.
pub(super) async fn add(store: &Store, add: Add, out: &mut Out) -> Result<(), Error> {
    let now = store.caller(Actor::Person).now();
    let group = GroupId::fresh(now.timestamp());
    let tasks = store.caller_in(Actor::Person, group);
    let source = Source::of(&add)?;
    let parent = match &add.parent {
        Some(parent) => Some(meant(&tasks, parent, Among::Open).await?),
        None => None,
    };
    let draft = |line: &str| {
        let draft = Understood::new(line, &add, &now)?.into_draft(parent);
        check(&draft, &now)?;
        Ok(draft)
    };
    match source {
        Source::Words(line) => {
            let id = TaskId::fresh(now.timestamp());
            let added = tasks.apply(Action::add(id, draft(&line)?)).await?.tasks;
            match added.first() {
                Some(task) if out.json => out.value(task),
                _ => tell::tell(&tasks, "Added", &added, out).await,
            }
        }
        Source::Lines(all) => {
            let drafts = lines::each(&all, draft)?;
            let numbers = all.iter().map(|(number, _)| *number);
            let added = add_all(&tasks, group, numbers.zip(drafts).collect()).await?;
            if out.json {
                return out.value(&added);
            }
            out.text(&match added.len() {
                0 => "Nothing to add: standard input has no lines.\n".to_owned(),
                n => format!(
                    "Added {}. calm-orbit undo takes them all back.\n",
                    say::count(n, "task")
                ),
            });
            Ok(())
        }
    }
}

/// Adds all tasks or none, in one group.
async fn add_all(
    tasks: &Caller,
    group: GroupId,
    drafts: Vec<(usize, TaskDraft)>,
) -> Result<Vec<Task>, Error> {
    let mut added = Vec::with_capacity(drafts.len());
    for batch in drafts.chunks(BATCH) {
        match add_batch(tasks, batch).await {
            Ok(more) => added.extend(more),
            Err(error) => {
                if !added.is_empty() {
                    tasks.undo(Target::Group(group)).await?;
                }
                return Err(error);
            }
        }
    }
    Ok(added)
}

async fn add_batch(tasks: &Caller, batch: &[(usize, TaskDraft)]) -> Result<Vec<Task>, Error> {
    let now = tasks.now().timestamp();
    let named = batch
        .iter()
        .map(|(_, draft)| (TaskId::fresh(now), draft.clone()))
        .collect();
    match tasks.apply(Action::AddTasks { tasks: named }).await {
        Ok(applied) => Ok(applied.tasks),
        Err(error) if error.code() == Code::InvalidInput => {
            let (first, last) = (batch.first(), batch.last());
            let numbers = first.zip(last).map(|((first, _), (last, _))| (first, last));
            Err(match numbers {
                Some((first, last)) if first != last => Error::invalid(format!(
                    "One of the lines {first} to {last} can't be added, so nothing was: {error}"
                )),
                _ => error,
            })
        }
        Err(error) => Err(error),
    }
}
