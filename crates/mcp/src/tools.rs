//! The tools: what each is called, says of itself, and does.

use std::sync::Arc;

use rmcp::handler::server::common::schema_for_output;
use rmcp::model::{CallToolResult, JsonObject, Tool, ToolAnnotations};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::Value;
use task::{
    Action, Applied, Error, Page, Target, TaskDraft, TaskId, TaskPatch, Tasks, View, parse_due,
    quick_add,
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
            "Lists tasks with their ids: all open ones, a built-in view, one list, one tag, or those that match words. Changes nothing.",
            Hints {
                read_only: true,
                idempotent: true,
                ..write
            },
        ),
        tool::<CompleteTask, OneTask>(
            "complete_task",
            "Complete a task",
            "Marks a task as done, or, with `completed: false`, opens it again. Repeating it changes nothing more.",
            Hints {
                idempotent: true,
                ..write
            },
        ),
        tool::<UpdateTask, OneTask>(
            "update_task",
            "Change a task",
            "Changes fields of a task: title, notes, list, due date, priority, tags. Fields that are left out stay as they are.",
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
    let lists = list_names(&tasks.overview().await?);
    let task = applied
        .tasks
        .into_iter()
        .next()
        .map(|task| ToolTask::new(task, &lists))
        .ok_or_else(|| Error::not_found("The task is gone."))?;
    let words = format!("{verb}: {}", task.line());
    Ok(success(&OneTask { task }, words))
}

async fn add_task(arguments: AddTask, tasks: &dyn Tasks) -> Result<CallToolResult, Error> {
    let now = tasks.now();
    let due = arguments.due.map(|due| parse_due(&due, &now)).transpose()?;
    let (title, due) = match (arguments.title, arguments.text) {
        (Some(title), None) => (title, due),
        (None, Some(text)) if due.is_none() => {
            let read = quick_add::read(&text, &[], &now);
            (read.title, read.due)
        }
        (None, Some(_)) => {
            return Err(Error::invalid(
                "Give `due` with `title`, or the date at the end of `text`.",
            ));
        }
        _ => return Err(Error::invalid("Give one of `title` and `text`.")),
    };
    let draft = TaskDraft {
        title,
        notes: arguments.notes.unwrap_or_default(),
        list: arguments.list,
        due,
        priority: arguments.priority.unwrap_or_default(),
        tags: arguments.tags,
    };
    let id = TaskId::fresh(now.timestamp());
    one(tasks.apply(Action::add(id, draft)).await?, "Added", tasks).await
}

async fn list_tasks(arguments: ListTasks, tasks: &dyn Tasks) -> Result<CallToolResult, Error> {
    let filters = [
        arguments.view.is_some(),
        arguments.list.is_some(),
        arguments.tag.is_some(),
        arguments.query.is_some(),
    ];
    if filters.into_iter().filter(|given| *given).count() > 1 {
        return Err(Error::invalid(
            "Give one of `view`, `list`, `tag` and `query`, not several.",
        ));
    }
    let asked = arguments.limit.unwrap_or(50);
    let limit = usize::try_from(asked)
        .ok()
        .filter(|limit| (1..=200).contains(limit))
        .ok_or_else(|| Error::invalid(format!("`limit` is 1 to 200, not {asked}.")))?;
    let overview = tasks.overview().await?;
    let lists = list_names(&overview);
    let (found, next_cursor) = if let Some(query) = &arguments.query {
        if arguments.cursor.is_some() {
            return Err(Error::invalid(
                "A search has one page; raise `limit` instead.",
            ));
        }
        (tasks.search(query, limit).await?, None)
    } else {
        let view = match (&arguments.list, arguments.tag) {
            (Some(name), _) => overview.list_named(name)?,
            (None, Some(name)) => View::Tag { name },
            (None, None) => match arguments.view.unwrap_or_default() {
                ViewName::Open => View::Open,
                ViewName::Inbox => View::Inbox,
                ViewName::Today => View::Today,
                ViewName::Upcoming => View::Upcoming,
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
    let applied = tasks
        .apply(Action::CompleteTasks {
            ids: vec![id],
            completed,
        })
        .await?;
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
    let patch = TaskPatch {
        title: arguments.title,
        notes: arguments.notes,
        list: arguments.list,
        due: arguments.due,
        priority: arguments.priority,
        add_tags: arguments.add_tags,
        remove_tags: arguments.remove_tags,
    };
    if patch == TaskPatch::default() {
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
    let lists = list_names(&tasks.overview().await?);
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
