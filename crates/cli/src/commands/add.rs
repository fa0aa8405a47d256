//! Adding tasks.

use store::{Caller, Store};
use task::{Action, Actor, Code, Error, GroupId, Target, TaskDraft, TaskId, Tasks};

use super::draft::{Understood, check};
use super::lines::{self, Source};
use super::tell;
use crate::arguments::Add;
use crate::out::{Array, Out};
use crate::reference::{Among, meant};
use crate::say;

/// How many tasks one action adds; others get their turn in between.
const BATCH: usize = 250;

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
            // They are read twice, so that not all tasks need to be held at once.
            lines::each(&all, |line| draft(line).map(drop))?;
            let added = add_all(&tasks, group, &all, draft).await?;
            if out.json {
                return tell_all(&tasks, &added, out).await;
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

/// Adds a task for each line or none, in one group.
async fn add_all(
    tasks: &Caller,
    group: GroupId,
    lines: &[(usize, String)],
    draft: impl Fn(&str) -> Result<TaskDraft, Error>,
) -> Result<Vec<TaskId>, Error> {
    let mut added = Vec::with_capacity(lines.len());
    for batch in lines.chunks(BATCH) {
        match add_batch(tasks, batch, &draft).await {
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

async fn add_batch(
    tasks: &Caller,
    batch: &[(usize, String)],
    draft: impl Fn(&str) -> Result<TaskDraft, Error>,
) -> Result<Vec<TaskId>, Error> {
    let now = tasks.now().timestamp();
    let drafts = batch
        .iter()
        .map(|(_, line)| Ok((TaskId::fresh(now), draft(line)?)));
    let drafts: Vec<(TaskId, TaskDraft)> = drafts.collect::<Result<_, Error>>()?;
    let ids = drafts.iter().map(|(id, _)| *id).collect();
    match tasks.apply(Action::AddTasks { tasks: drafts }).await {
        Ok(_) => Ok(ids),
        Err(error) if error.code() == Code::InvalidInput => Err(in_lines(batch, error)),
        Err(error) => Err(error),
    }
}

/// Says in which lines an error lies.
fn in_lines(batch: &[(usize, String)], error: Error) -> Error {
    match (batch.first(), batch.last()) {
        (Some((first, _)), Some((last, _))) if first != last => Error::invalid(format!(
            "One of the lines {first} to {last} can't be added, so nothing was: {error}"
        )),
        _ => error,
    }
}

/// Tells all that was added, in JSON.
async fn tell_all(tasks: &Caller, added: &[TaskId], out: &mut Out) -> Result<(), Error> {
    let mut array = Array::default();
    for batch in added.chunks(BATCH) {
        for task in tasks.get(batch).await? {
            array.push(out, &task)?;
        }
    }
    array.end(out);
    Ok(())
}
