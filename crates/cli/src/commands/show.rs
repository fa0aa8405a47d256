//! Showing all there is to know of a task.

use serde::Serialize;
use task::{Activity, ActivityQuery, Error, PAGE_LIMIT, Page, Task, TaskId, Tasks, View};

use crate::arguments::Show;
use crate::out::Out;
use crate::reference::{Among, meant};
use crate::say::{self, FAINT, Names, Row, rows, styled};

/// How many entries of the activity are shown.
const ENTRIES: usize = 10;

#[derive(Serialize)]
struct Shown {
    task: Task,
    subtasks: Vec<Task>,
    activity: Vec<Activity>,
}

/// Shows a task, what is below it, and what was done to it lately.
pub(super) async fn show(tasks: &dyn Tasks, show: &Show, out: &mut Out) -> Result<(), Error> {
    let id = meant(tasks, &show.task, Among::All).await?;
    let task = tasks.get(&[id]).await?.pop();
    let task = task.ok_or_else(|| Error::not_found("This task was just now removed."))?;
    let page = Page {
        after: None,
        limit: PAGE_LIMIT,
    };
    let query = ActivityQuery {
        task: Some(id),
        group: None,
        before: None,
        limit: ENTRIES,
    };
    let shown = Shown {
        subtasks: tasks.view(&View::Subtasks { id }, &page).await?.tasks,
        activity: tasks.activity(&query).await?,
        task,
    };
    if out.json {
        return out.value(&shown);
    }
    let parent = match shown.task.parent {
        Some(parent) => tasks.get(&[parent]).await?.pop(),
        None => None,
    };
    let names = Names {
        lists: &tasks.lists().await?,
        now: &tasks.now(),
    };
    out.text(&say::page(&shown.task, parent.as_ref(), &names));
    if !shown.subtasks.is_empty() {
        out.text(&format!("\n{}\n", styled(FAINT, "  subtasks")));
        out.text(&rows(&below(id, &shown.subtasks, &names), out.width));
    }
    if !shown.activity.is_empty() {
        out.text(&format!("\n{}\n", styled(FAINT, "  activity")));
        for entry in &shown.activity {
            out.text(&say::activity(entry, &names, true));
        }
    }
    Ok(())
}

/// The lines of what is below a task, each below its own parent.
fn below(id: TaskId, subtasks: &[Task], names: &Names<'_>) -> Vec<Row> {
    let mut above = vec![id];
    let mut lines = Vec::with_capacity(subtasks.len());
    for task in subtasks {
        let at = above.iter().position(|id| Some(*id) == task.parent);
        above.truncate(at.map_or(1, |at| at + 1));
        lines.push(Row::new(task, names, above.len()));
        above.push(task.id);
    }
    lines
}
