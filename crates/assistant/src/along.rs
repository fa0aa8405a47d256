//! What goes along when something is done to a task: its subtasks, as the store treats them.

use std::collections::BTreeSet;

use mcp::ToolTask;
use serde_json::json;
use task::{Ends, TaskId};

use crate::calls::ManyTasks;
use crate::tools::{ToolError, Tools};
use crate::verb::Verb;

/// How many subtasks one call reads.
const READ: usize = 200;

/// What a change of some tasks comes to.
pub(crate) struct Reach {
    /// The tasks that were named, each above those below it; without those that begin anew with a
    /// named one above them, whatever is done to them.
    pub(crate) tasks: Vec<ToolTask>,
    /// So many subtasks that nobody named share what is done.
    pub(crate) with: usize,
    /// So many that are completed open again, since the task above them comes again.
    pub(crate) again: usize,
}

impl Reach {
    pub(crate) fn count(&self) -> usize {
        self.tasks.len() + self.with + self.again
    }
}

/// What becomes of the subtasks of a task.
#[derive(Clone, Copy)]
struct Fate {
    /// The open ones share what is done.
    open: bool,
    /// The completed ones share it.
    completed: bool,
    /// The completed ones open again.
    opens: bool,
}

/// What becomes of a task's subtasks; `None` where it is none of theirs.
fn fate(verb: &Verb, task: &ToolTask) -> Option<Fate> {
    let whole = Fate {
        open: true,
        completed: true,
        opens: false,
    };
    match verb {
        Verb::Delete | Verb::Put { .. } => Some(whole),
        Verb::Complete | Verb::Skip => Some(match (&task.recurrence, &task.occurrence) {
            // It moves on, and begins anew with all below it; after the last time it ends, and
            // what is open below ends with it. Which time it is can't be told from here where the
            // rule has an end, so both are counted.
            (Some(recurrence), Some(_)) => Fate {
                open: recurrence.rule.ends != Ends::Never,
                completed: false,
                opens: true,
            },
            _ => Fate {
                completed: false,
                ..whole
            },
        }),
        _ => None,
    }
}

impl Tools {
    /// What a change of these tasks comes to.
    pub(crate) async fn reach(
        &self,
        verb: &Verb,
        mut tasks: Vec<ToolTask>,
    ) -> Result<Reach, ToolError> {
        let mut trees = Vec::new();
        for task in &tasks {
            if let Some(fate) = fate(verb, task) {
                trees.push((task.id, fate, self.below(task).await?));
            }
        }
        let within = |tree: &[ToolTask], id: TaskId| tree.iter().any(|task| task.id == id);
        let is_below = |id: TaskId| trees.iter().any(|(_, _, tree)| within(tree, id));
        let named: BTreeSet<TaskId> = tasks.iter().map(|task| task.id).collect();
        let mut anew = BTreeSet::new();
        let mut with = BTreeSet::new();
        let mut again = BTreeSet::new();
        // What is below a named one goes the way of the uppermost.
        for (_, fate, tree) in trees.iter().filter(|(id, ..)| !is_below(*id)) {
            for task in tree {
                let over = task.completed_at.is_some();
                let shares = if over { fate.completed } else { fate.open };
                if named.contains(&task.id) {
                    if fate.opens && !shares {
                        anew.insert(task.id);
                    }
                } else if shares {
                    with.insert(task.id);
                } else if over && fate.opens {
                    again.insert(task.id);
                }
            }
        }
        tasks.retain(|task| !anew.contains(&task.id));
        tasks.sort_by_cached_key(|task| is_below(task.id));
        Ok(Reach {
            tasks,
            with: with.len(),
            again: again.len(),
        })
    }

    /// All that stands below a task and is not in the trash.
    async fn below(&self, task: &ToolTask) -> Result<Vec<ToolTask>, ToolError> {
        let mut found = Vec::new();
        let mut cursor: Option<String> = None;
        loop {
            let arguments = json!({ "parent": task.id, "limit": READ, "cursor": cursor });
            let page: ManyTasks = self.call("list_tasks", arguments).await?;
            found.extend(page.tasks);
            cursor = page.next_cursor;
            if cursor.is_none() {
                return Ok(found);
            }
        }
    }
}
