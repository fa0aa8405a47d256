//! What a person is asked before a tool runs: whether it may move something to the trash, or reach
//! many tasks at once.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use task::{ActivityQuery, Actor, Error, GroupId, Page, Task, TaskId, Tasks, View};

use super::client_tool::ToolOutcome;

/// A call that reaches more tasks than this is asked about.
const FEW: usize = 5;
/// How many tasks a question names.
const NAMED: usize = 3;
/// How much of a title it shows.
const TITLE_LIMIT: usize = 60;

/// The question that a call needs an answer to first; `None` where it may run.
///
/// # Errors
/// Where what it names can't be found, so that it could not run either.
pub(super) async fn question(
    tasks: &dyn Tasks,
    name: &str,
    params: &Map<String, Value>,
) -> Result<Option<ToolOutcome>, Error> {
    let is = |name: &str, value: bool| params.get(name) == Some(&Value::Bool(value));
    match name {
        "delete_task" => {
            let Some(task) = named(tasks, params).await? else {
                return Ok(None);
            };
            let reached = tree(tasks, task, |_| true).await?;
            Ok(Some(ask(
                "Move",
                &reached,
                " to the trash",
                "Move to the trash",
            )))
        }
        "complete_task" if !is("completed", false) => {
            let Some(task) = named(tasks, params).await? else {
                return Ok(None);
            };
            // One that recurs opens all that is below it again.
            let recurs = task.recurrence.is_some();
            let changes = |below: &Task| recurs || below.completed_at.is_none();
            let reached = tree(tasks, task, changes).await?;
            Ok(many(&reached).then(|| ask("Complete", &reached, "", "Complete them")))
        }
        // What is below a task goes with it.
        "update_task"
            if ["list", "parent"]
                .iter()
                .any(|key| params.contains_key(*key)) =>
        {
            let Some(task) = named(tasks, params).await? else {
                return Ok(None);
            };
            let reached = tree(tasks, task, |_| true).await?;
            Ok(many(&reached).then(|| ask("Move", &reached, " elsewhere", "Move them")))
        }
        "undo" => {
            let group = params.get("group").and_then(Value::as_str);
            let group = group.and_then(|group| group.parse().ok());
            let Some(back) = to_take_back(tasks, group).await? else {
                return Ok(None);
            };
            Ok((back.tasks.len() > FEW).then(|| back.ask()))
        }
        _ => Ok(None),
    }
}

/// The task that a call names; `None` where it names none, which the tool itself refuses.
async fn named(tasks: &dyn Tasks, params: &Map<String, Value>) -> Result<Option<Task>, Error> {
    let Some(id) = params.get("id").and_then(Value::as_str) else {
        return Ok(None);
    };
    let id: TaskId = tasks.resolve(id).await?;
    Ok(tasks.get(&[id]).await?.into_iter().next())
}

/// A task and what is below it, as far as it counts.
async fn tree(
    tasks: &dyn Tasks,
    root: Task,
    counts: impl Fn(&Task) -> bool,
) -> Result<Vec<Task>, Error> {
    let view = View::Subtasks { id: root.id };
    let mut reached = vec![root];
    let mut page = Page {
        after: None,
        limit: task::PAGE_LIMIT,
    };
    loop {
        let rows = tasks.view(&view, &page).await?;
        reached.extend(rows.tasks.into_iter().filter(&counts));
        if rows.next.is_none() {
            return Ok(reached);
        }
        page.after = rows.next;
    }
}

/// What an undo would take back.
struct Back {
    tasks: BTreeSet<TaskId>,
    /// Whether there may be more tasks than these.
    more: bool,
    /// The title of the first.
    subject: String,
}

impl Back {
    fn ask(&self) -> ToolOutcome {
        let many = if self.more { "more than " } else { "" };
        ToolOutcome::Ask {
            question: format!(
                "Take back what the assistant did last, to {many}{} tasks: {}, …?",
                self.tasks.len(),
                quoted(&self.subject)
            ),
            agree: "Take it back".to_owned(),
        }
    }
}

/// What an undo of this group would take back, or of the assistant's last one that stands.
async fn to_take_back(tasks: &dyn Tasks, group: Option<GroupId>) -> Result<Option<Back>, Error> {
    let mut wanted = group;
    let mut back: Option<Back> = None;
    let mut query = ActivityQuery {
        limit: task::PAGE_LIMIT,
        ..ActivityQuery::default()
    };
    loop {
        let entries = tasks.activity(&query).await?;
        let Some(last) = entries.last().map(|entry| entry.seq) else {
            return Ok(back);
        };
        let mut on = back.is_none();
        for entry in entries {
            let stands =
                entry.actor == Actor::Assistant && !entry.undone && entry.reverses.is_none();
            if !stands || wanted.is_some_and(|group| group != entry.group) {
                continue;
            }
            (on, wanted) = (true, Some(entry.group));
            let back = back.get_or_insert_with(|| Back {
                tasks: BTreeSet::new(),
                more: false,
                subject: String::new(),
            });
            back.more |= entry.fields.len() >= task::FIELDS_LIMIT;
            back.subject = entry.subject;
            back.tasks
                .extend(entry.fields.iter().filter_map(|field| field.task));
        }
        // The changes of a group stand together.
        if !on {
            return Ok(back);
        }
        query.before = Some(last);
    }
}

fn many(reached: &[Task]) -> bool {
    reached.len() > FEW
}

/// “Move “Milk” to the trash?”, “Move 4 tasks to the trash: “Trip”, “Visa”, “Pack”, …?”
fn ask(verb: &str, reached: &[Task], rest: &str, agree: &str) -> ToolOutcome {
    let mut names: Vec<String> = reached
        .iter()
        .take(NAMED)
        .map(|task| quoted(&task.title))
        .collect();
    let question = match reached.len() {
        1 => format!("{verb} {}{rest}?", names.concat()),
        count => {
            if count > NAMED {
                names.push("…".to_owned());
            }
            format!("{verb} {count} tasks{rest}: {}?", names.join(", "))
        }
    };
    ToolOutcome::Ask {
        question,
        agree: agree.to_owned(),
    }
}

fn quoted(title: &str) -> String {
    format!("“{}”", task::text::excerpt(title, TITLE_LIMIT))
}
