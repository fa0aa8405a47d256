//! The tools: what each is called, says of itself, and does.

use std::sync::Arc;

use rmcp::handler::server::common::schema_for_output;
use rmcp::model::{CallToolResult, JsonObject, Tool, ToolAnnotations};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::Value;
use task::{
    Action, Applied, Error, Outcome, Page, Search, SearchOrder, Start, Target, TaskDraft, TaskId,
    TaskPatch, Tasks, View, parse_day, parse_due, parse_recurrence, quick_add,
};

use crate::answer::{ManyTasks, OneTask, TakenBack, ToolTask, list_names, success};
use crate::arguments::{
    AddTask, CompleteTask, DeleteTask, ListTasks, Undo, UpdateTask, ViewName, read,
};

/// What kind of tool it is; the tools know no world outside of the person's list.
#[derive(Clone, Copy)]
struct Hints {
    read_only: bool,
    destructive: bool,
    idempotent: bool,
}

/// All tools, in an order that never changes.
pub(crate) fn all() -> Vec<Tool> {
    let write = Hints {
        read_only: false,
        destructive: false,
        idempotent: false,
    };
    vec![
        tool::<AddTask, OneTask>(
            "add_task",
            "Add a task",
            "Adds one task to the person's list and returns it with its id. Call it once for each task.",
            write,
        ),
        tool::<ListTasks, ManyTasks>(
            "list_tasks",
            "List tasks",
            "Lists tasks with their ids: all open ones, a built-in view, one list, one tag, the subtasks of one, what a filter shows, or those that match words. Changes nothing.",
            Hints {
                read_only: true,
                idempotent: true,
                ..write
            },
        ),
        tool::<CompleteTask, OneTask>(
            "complete_task",
            "Complete a task",
            "Marks a task as done, its subtasks with it, or, with `completed: false`, opens it again. Of a recurring task, give `occurrence`, so that repeating the call changes nothing more.",
            write,
        ),
        tool::<UpdateTask, OneTask>(
            "update_task",
            "Change a task",
            "Changes fields of a task: title, notes, list, parent, dates, recurrence, priority, tags. Fields that are left out stay as they are.",
            Hints {
                destructive: true,
                idempotent: true,
                ..write
            },
        ),
        tool::<DeleteTask, OneTask>(
            "delete_task",
            "Delete a task",
            "Moves one task to the trash, from which the person can restore it. To mark a task as done, use complete_task.",
            Hints {
                destructive: true,
                idempotent: true,
                ..write
            },
        ),
        tool::<Undo, TakenBack>(
            "undo",
            "Undo",
            "Takes back your own last change (never the person's, nor that of a program with another name), and says what it was. Call it again for the one before.",
            Hints {
                destructive: true,
                ..write
            },
        ),
    ]
}

fn tool<I: JsonSchema + 'static, O: JsonSchema + 'static>(
    name: &'static str,
    title: &'static str,
    description: &'static str,
    hints: Hints,
) -> Tool {
    Tool::new(name, description, input_schema::<I>())
        .with_title(title)
        .with_raw_output_schema(schema_for_output::<O>())
        .with_annotations(
            ToolAnnotations::with_title(title)
                .read_only(hints.read_only)
                .destructive(hints.destructive)
                .idempotent(hints.idempotent)
                .open_world(false),
        )
}

/// A schema without references, which some clients don't follow.
fn input_schema<T: JsonSchema>() -> Arc<JsonObject> {
    let mut settings = SchemaSettings::draft2020_12();
    settings.inline_subschemas = true;
    let schema = settings.into_generator().into_root_schema_for::<T>();
    let mut object = match Value::from(schema) {
        Value::Object(object) => object,
        _ => JsonObject::new(),
    };
    object.remove("title");
    object.remove("description");
    object
        .entry("properties")
        .or_insert_with(|| JsonObject::new().into());
    Arc::new(object)
}

/// Calls a tool.
///
/// # Errors
/// What the model is to be told, in whose place nothing was changed.
pub(crate) async fn call(
    name: &str,
    arguments: JsonObject,
    tasks: &dyn Tasks,
) -> Result<CallToolResult, Error> {
    match name {
        "add_task" => add_task(read(arguments)?, tasks).await,
        "list_tasks" => list_tasks(read(arguments)?, tasks).await,
        "complete_task" => complete_task(read(arguments)?, tasks).await,
        "update_task" => update_task(read(arguments)?, tasks).await,
        "delete_task" => delete_task(read(arguments)?, tasks).await,
        "undo" => undo(read(arguments)?, tasks).await,
        _ => Err(Error::not_found(format!("There is no tool “{name}”."))),
    }
}

/// The answer of a tool that changed one task.
async fn one(applied: Applied, verb: &str, tasks: &dyn Tasks) -> Result<CallToolResult, Error> {
    let lists = list_names(&tasks.lists().await?);
    let task = applied
        .tasks
        .into_iter()
        .next()
        .map(|task| ToolTask::new(task, &lists))
        .ok_or_else(|| Error::not_found("The task is gone."))?;
    let words = format!("{verb}: {}", task.line());
    Ok(success(&OneTask { task }, words))
}

/// A task from the arguments of `add_task`: from its one line, or from its fields.
async fn draft(arguments: AddTask, tasks: &dyn Tasks) -> Result<TaskDraft, Error> {
    let now = tasks.now();
    let title = match (arguments.title, arguments.text) {
        (Some(title), None) => title,
        (None, Some(text)) => {
            let rest = [
                arguments.due.is_some(),
                arguments.start.is_some(),
                arguments.deadline.is_some(),
                arguments.duration.is_some(),
                arguments.recurrence.is_some(),
                arguments.parent.is_some(),
                arguments.priority.is_some(),
                arguments.list.is_some(),
                arguments.notes.is_some(),
                !arguments.tags.is_empty(),
            ];
            if rest.contains(&true) {
                return Err(Error::invalid(
                    "`text` says it all: give the other arguments with `title`.",
                ));
            }
            return Ok(quick_add::read(&text, &[], &now).into_draft());
        }
        _ => return Err(Error::invalid("Give one of `title` and `text`.")),
    };
    let day = |text: &String| parse_day(text, &now);
    let parent = match &arguments.parent {
        Some(parent) => Some(tasks.resolve(parent).await?),
        None => None,
    };
    let start = arguments.start.as_ref().map(|text| {
        let known: Result<Start, Error> = text.parse();
        known.or_else(|_| day(text).map(Start::Day))
    });
    let recurrence = arguments.recurrence.as_ref();
    Ok(TaskDraft {
        title,
        notes: arguments.notes.unwrap_or_default(),
        list: arguments.list,
        parent,
        start: start.transpose()?,
        due: arguments
            .due
            .as_ref()
            .map(|due| parse_due(due, &now))
            .transpose()?,
        deadline: arguments.deadline.as_ref().map(day).transpose()?,
        duration: arguments.duration,
        recurrence: recurrence
            .map(|text| parse_recurrence(text, &now))
            .transpose()?,
        reminders: Vec::new(),
        priority: arguments.priority.unwrap_or_default(),
        tags: arguments.tags,
    })
}

async fn add_task(arguments: AddTask, tasks: &dyn Tasks) -> Result<CallToolResult, Error> {
    let draft = draft(arguments, tasks).await?;
    let now = tasks.now();
    let id = TaskId::fresh(now.timestamp());
    one(tasks.apply(Action::add(id, draft)).await?, "Added", tasks).await
}

async fn list_tasks(arguments: ListTasks, tasks: &dyn Tasks) -> Result<CallToolResult, Error> {
    let filters = [
        arguments.view.is_some(),
        arguments.list.is_some(),
        arguments.tag.is_some(),
        arguments.parent.is_some(),
        arguments.filter.is_some() || arguments.query.is_some(),
    ];
    if filters.into_iter().filter(|given| *given).count() > 1 {
        return Err(Error::invalid(
            "Give one of `view`, `list`, `tag`, `parent` and `filter` or `query`, not several.",
        ));
    }
    let asked = arguments.limit.unwrap_or(50);
    let limit = usize::try_from(asked)
        .ok()
        .filter(|limit| (1..=200).contains(limit))
        .ok_or_else(|| Error::invalid(format!("`limit` is 1 to 200, not {asked}.")))?;
    let known = tasks.lists().await?;
    let lists = list_names(&known);
    let (found, next_cursor) = if let Some(query) = &arguments.query {
        if arguments.cursor.is_some() {
            return Err(Error::invalid(
                "A search has one page; raise `limit` instead.",
            ));
        }
        let search = Search {
            text: query.clone(),
            filter: arguments.filter,
            order: SearchOrder::Best,
            limit,
        };
        (tasks.search(&search).await?, None)
    } else {
        let view = match (
            &arguments.list,
            arguments.tag,
            arguments.parent,
            arguments.filter,
        ) {
            (Some(name), ..) => View::of_list_named(&known, name)?,
            (_, Some(name), ..) => View::Tag { name },
            (_, _, Some(parent), _) => View::Subtasks {
                id: tasks.resolve(&parent).await?,
            },
            (.., Some(query)) => View::Filter { query },
            (None, None, None, None) => match arguments.view.unwrap_or_default() {
                ViewName::Open => View::Open,
                ViewName::Inbox => View::Inbox,
                ViewName::Today => View::Today,
                ViewName::Upcoming => View::Upcoming,
                ViewName::Overdue => View::Overdue,
                ViewName::Someday => View::Someday,
                ViewName::Completed => View::Completed,
                ViewName::Trash => View::Trash,
            },
        };
        let rows = tasks
            .view(
                &view,
                &Page {
                    after: arguments.cursor,
                    limit,
                },
            )
            .await?;
        (rows.tasks, rows.next)
    };
    let found: Vec<ToolTask> = found
        .into_iter()
        .map(|task| ToolTask::new(task, &lists))
        .collect();
    let mut words: Vec<String> = found.iter().map(ToolTask::line).collect();
    if words.is_empty() {
        words.push("No tasks.".into());
    }
    if next_cursor.is_some() {
        words.push("There are more: call again with `cursor` set to `next_cursor`.".into());
    }
    Ok(success(
        &ManyTasks {
            tasks: found,
            next_cursor,
        },
        words.join("\n"),
    ))
}

async fn complete_task(
    arguments: CompleteTask,
    tasks: &dyn Tasks,
) -> Result<CallToolResult, Error> {
    let id = tasks.resolve(&arguments.id).await?;
    let completed = arguments.completed.unwrap_or(true);
    let action = match &arguments.occurrence {
        Some(date) => Action::SettleOccurrence {
            id,
            date: parse_day(date, &tasks.now())?,
            outcome: if completed {
                Outcome::Completed
            } else {
                Outcome::Open
            },
        },
        None => Action::CompleteTasks {
            ids: vec![id],
            completed,
        },
    };
    let applied = tasks.apply(action).await?;
    one(
        applied,
        if completed {
            "Completed"
        } else {
            "Opened again"
        },
        tasks,
    )
    .await
}

async fn update_task(arguments: UpdateTask, tasks: &dyn Tasks) -> Result<CallToolResult, Error> {
    let id = tasks.resolve(&arguments.id).await?;
    let parent = match arguments.parent {
        Some(Some(parent)) => Some(Some(tasks.resolve(&parent).await?)),
        other => other.map(|_| None),
    };
    let patch = TaskPatch {
        title: arguments.title,
        notes: arguments.notes,
        list: arguments.list,
        parent,
        start: arguments.start,
        due: arguments.due,
        following: arguments.following,
        deadline: arguments.deadline,
        duration: arguments.duration,
        recurrence: arguments.recurrence,
        priority: arguments.priority,
        add_tags: arguments.add_tags,
        remove_tags: arguments.remove_tags,
        ..TaskPatch::default()
    };
    let nothing = TaskPatch {
        following: arguments.following,
        ..TaskPatch::default()
    };
    if patch == nothing {
        return Err(Error::invalid("Give at least one field to change."));
    }
    one(
        tasks.apply(Action::edit(id, patch)).await?,
        "Changed",
        tasks,
    )
    .await
}

async fn delete_task(arguments: DeleteTask, tasks: &dyn Tasks) -> Result<CallToolResult, Error> {
    let id = tasks.resolve(&arguments.id).await?;
    one(
        tasks.apply(Action::DeleteTasks { ids: vec![id] }).await?,
        "Moved to the trash",
        tasks,
    )
    .await
}

async fn undo(Undo {}: Undo, tasks: &dyn Tasks) -> Result<CallToolResult, Error> {
    let undone = tasks.undo(Target::Last).await?;
    let lists = list_names(&tasks.lists().await?);
    let restored = tasks.get(&undone.restored).await?;
    let told = TakenBack {
        summary: undone.summary.clone(),
        tasks: restored
            .into_iter()
            .map(|task| ToolTask::new(task, &lists))
            .collect(),
    };
    Ok(success(&told, undone.summary))
}
