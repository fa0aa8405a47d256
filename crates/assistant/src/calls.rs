//! The calls of tools that the interpreter makes, with their answers' types.

use jiff::civil::Date;
use mcp::ToolTask;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use task::{Deed, GroupId, TaskId, quick_add};

use crate::tools::{ToolError, Tools};
use crate::understand::{Lexicon, Query};
use crate::verb::Verb;

/// How many tasks are read at the most.
pub(crate) const READ: usize = 200;

#[derive(Deserialize)]
struct OneTask {
    task: ToolTask,
}

/// A page of tasks.
#[derive(Deserialize)]
pub(crate) struct ManyTasks {
    pub(crate) tasks: Vec<ToolTask>,
    /// How many there are on all pages; absent where this one has them all.
    #[serde(default)]
    total: Option<usize>,
    #[serde(default)]
    pub(crate) next_cursor: Option<String>,
}

/// Tasks that were found.
pub(crate) struct Found {
    /// The first [`READ`] of them.
    pub(crate) tasks: Vec<ToolTask>,
    /// How many there are.
    pub(crate) total: usize,
    /// Whether there may be more than that.
    pub(crate) more: bool,
}

/// What undo did.
#[derive(Deserialize)]
pub(crate) struct TakenBack {
    pub(crate) summary: String,
    pub(crate) tasks: Vec<ToolTask>,
    /// What stayed, since somebody changed it meanwhile.
    #[serde(default)]
    pub(crate) stayed: Vec<String>,
}

/// A list or a tag.
#[derive(Deserialize)]
pub(crate) struct Counted {
    #[serde(default)]
    pub(crate) id: Option<String>,
    pub(crate) name: String,
    pub(crate) open: usize,
}

/// The overview, as far as it is used here.
#[derive(Deserialize)]
pub(crate) struct Overview {
    pub(crate) lists: Vec<Counted>,
    pub(crate) tags: Vec<Counted>,
    pub(crate) inbox: usize,
}

/// A change of the activity.
#[derive(Deserialize)]
pub(crate) struct Change {
    pub(crate) by: String,
    pub(crate) did: Deed,
    pub(crate) what: String,
    pub(crate) count: usize,
    pub(crate) tasks: Vec<TaskId>,
    #[serde(default)]
    pub(crate) taken_back: bool,
    #[serde(default)]
    pub(crate) takes_back: bool,
}

/// What was done.
#[derive(Deserialize)]
pub(crate) struct Changes {
    /// The first [`READ`] of them, the latest first.
    pub(crate) changes: Vec<Change>,
    /// Whether there are more than these.
    #[serde(default)]
    pub(crate) more: bool,
}

impl Tools {
    /// Reads tasks. `at` says what was looked at, for the step.
    async fn list(&self, at: &str, mut arguments: Value) -> Result<Found, ToolError> {
        if let Some(map) = arguments.as_object_mut() {
            map.insert("limit".into(), READ.into());
        }
        let search = arguments.get("query").is_some();
        let page: ManyTasks = self.call("list_tasks", arguments).await?;
        let total = page.total.unwrap_or(page.tasks.len());
        // A search has one page and says no total.
        let more = search && page.tasks.len() >= READ;
        self.steps.looked(at, &page.tasks, total, more);
        Ok(Found {
            tasks: page.tasks,
            total,
            more,
        })
    }

    /// The tasks of a query.
    pub(crate) async fn query(&self, query: &Query) -> Result<Found, ToolError> {
        let mut arguments = Map::new();
        for (name, value) in [
            ("view", &query.view),
            ("list", &query.list),
            ("filter", &query.filter),
        ] {
            if let Some(value) = value {
                arguments.insert(name.to_owned(), Value::from(value.as_str()));
            }
        }
        let at = format!("{} tasks {}", query.before, query.after);
        self.list(at.trim(), Value::Object(arguments)).await
    }

    /// The tasks that have these words, among those of a filter.
    pub(crate) async fn search(&self, text: &str, among: &str) -> Result<Found, ToolError> {
        let at = format!("tasks with “{}”", task::text::excerpt(text, 60));
        self.list(&at, json!({ "query": text, "filter": among }))
            .await
    }

    /// The tasks with these ids, those that are gone left out.
    pub(crate) async fn get(&self, ids: &[TaskId]) -> Result<Vec<ToolTask>, ToolError> {
        let mut tasks = Vec::with_capacity(ids.len());
        for id in ids {
            match self.call::<OneTask>("get_task", json!({ "id": id })).await {
                Ok(OneTask { task }) => tasks.push(task),
                Err(ToolError::Failed { .. }) => {}
                Err(broken) => return Err(broken),
            }
        }
        Ok(tasks)
    }

    /// Adds a task.
    pub(crate) async fn add(&self, arguments: Value) -> Result<ToolTask, ToolError> {
        let OneTask { task } = self.call("add_task", arguments).await?;
        self.steps.changed("Added", &task);
        Ok(task)
    }

    /// Takes back a group, or the assistant's last one.
    pub(crate) async fn undo(&self, group: Option<GroupId>) -> Result<TakenBack, ToolError> {
        let arguments = group.map_or_else(|| json!({}), |group| json!({ "group": group }));
        let back: TakenBack = self.call("undo", arguments).await?;
        // What changed meanwhile stays: then there may be nothing that was taken back.
        if !back.tasks.is_empty() {
            self.steps.took_back(&back.tasks);
        }
        Ok(back)
    }

    /// Lists, tags and counts.
    pub(crate) async fn overview(&self) -> Result<Overview, ToolError> {
        self.call("get_overview", json!({})).await
    }

    /// What was done in a group.
    pub(crate) async fn group(&self, group: GroupId) -> Result<Vec<Change>, ToolError> {
        let arguments = json!({ "group": group, "limit": READ });
        Ok(self
            .call::<Changes>("get_activity", arguments)
            .await?
            .changes)
    }

    /// What was done from one day to another, the latest first.
    pub(crate) async fn activity(&self, from: Date, to: Date) -> Result<Changes, ToolError> {
        let arguments = json!({ "since": from, "until": to, "limit": READ });
        self.call("get_activity", arguments).await
    }

    /// Does something with a task.
    pub(crate) async fn change(
        &self,
        verb: &Verb,
        task: &ToolTask,
        lexicon: &Lexicon,
    ) -> Result<ToolTask, ToolError> {
        let (tool, more, step) = call_of(verb, task, lexicon);
        let mut arguments = Map::new();
        arguments.insert("id".to_owned(), Value::from(task.id.to_string()));
        if let Value::Object(more) = more {
            arguments.extend(more);
        }
        let OneTask { task } = self.call(tool, Value::Object(arguments)).await?;
        self.steps.changed(step, &task);
        Ok(task)
    }
}

/// The tool that does it, its arguments beside the id, and how the step begins.
fn call_of(verb: &Verb, task: &ToolTask, lexicon: &Lexicon) -> (&'static str, Value, &'static str) {
    let occurrence = task
        .occurrence
        .as_ref()
        .map_or_else(|| json!({}), |date| json!({ "occurrence": date }));
    let (value, step) = match verb {
        Verb::Complete => return ("complete_task", occurrence, "Completed"),
        Verb::Reopen => {
            return (
                "complete_task",
                json!({ "completed": false }),
                "Opened again",
            );
        }
        Verb::Skip => return ("skip_occurrence", occurrence, "Skipped an occurrence of"),
        Verb::Delete => return ("delete_task", json!({}), "Moved to the trash:"),
        Verb::Restore => return ("restore_task", json!({}), "Restored"),
        Verb::Reschedule { to } => (json!({ "due": to }), "Rescheduled"),
        Verb::Shift { days } => (
            json!({ "due": shifted(task, *days, lexicon) }),
            "Rescheduled",
        ),
        Verb::Unschedule => (json!({ "due": null }), "Cleared the due date of"),
        Verb::Someday => (json!({ "due": null, "start": "someday" }), "Set aside"),
        Verb::Deadline { to } => (json!({ "deadline": to }), "Changed the deadline of"),
        Verb::Rename { to } => (json!({ "title": to }), "Renamed"),
        Verb::Prioritise { to } => (json!({ "priority": to }), "Changed the priority of"),
        Verb::Put { list } => (json!({ "list": list }), "Moved"),
        Verb::Tag { tags } => (json!({ "add_tags": tags }), "Tagged"),
        Verb::Untag { tags } => (json!({ "remove_tags": tags }), "Untagged"),
        Verb::Repeat { rule } => (
            repeated(task, rule.as_deref(), lexicon),
            "Changed the recurrence of",
        ),
        Verb::Length { minutes } => (json!({ "duration": minutes }), "Changed the duration of"),
        Verb::Note { text } => {
            let notes = [task.notes.trim_end(), text.as_str()];
            let kept: Vec<&str> = notes.into_iter().filter(|part| !part.is_empty()).collect();
            (json!({ "notes": kept.join("\n") }), "Added to the notes of")
        }
    };
    ("update_task", value, step)
}

/// The due date moved by so many days; from today where there is none.
fn shifted(task: &ToolTask, days: i32, lexicon: &Lexicon) -> Option<String> {
    let today = lexicon.now.date();
    let day = task.due.as_ref().map_or(today, task::Due::day);
    let moved = day
        .checked_add(jiff::Span::new().try_days(days).ok()?)
        .ok()?;
    Some(match &task.due {
        Some(due) => due.on(moved).to_string(),
        None => moved.to_string(),
    })
}

/// The fields of a recurrence in words; its first date where the task does not come again yet.
fn repeated(task: &ToolTask, rule: Option<&str>, lexicon: &Lexicon) -> Value {
    let Some(rule) = rule else {
        return json!({ "recurrence": null });
    };
    let read = quick_add::read(&format!("x {rule}"), &[], &lexicon.now);
    let recurrence = read
        .recurrence
        .map_or_else(|| rule.to_owned(), |recurrence| recurrence.to_string());
    // What is due already comes again from there, unless a time is said.
    match read.due {
        Some(due) if task.recurrence.is_none() && (task.due.is_none() || due.time().is_some()) => {
            json!({ "recurrence": recurrence, "due": due })
        }
        _ => json!({ "recurrence": recurrence }),
    }
}
