//! The tools: what each is called, says of itself, and does.

mod reading;
mod writing;

use std::sync::Arc;

use rmcp::handler::server::common::schema_for_output;
use rmcp::model::{CallToolResult, JsonObject, Tool, ToolAnnotations};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::Value;
use task::{Error, Tasks};

use crate::answer::{Changes, ManyTasks, OneTask, TakenBack, ToolOverview};
use crate::arguments::{
    AddTask, CompleteTask, GetActivity, GetOverview, ListTasks, SkipOccurrence, TaskById, Undo,
    UpdateTask, read,
};
use reading::{get_activity, get_overview, get_task, list_tasks};
use writing::{
    add_task, complete_task, delete_task, restore_task, skip_occurrence, undo, update_task,
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
    let read = Hints {
        read_only: true,
        idempotent: true,
        ..write
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
            read,
        ),
        tool::<TaskById, OneTask>(
            "get_task",
            "Look at a task",
            "Returns one task by its id, a completed or deleted one too. Changes nothing.",
            read,
        ),
        tool::<GetOverview, ToolOverview>(
            "get_overview",
            "Overview",
            "Returns today's date, the lists and tags with the number of their open tasks, and how many tasks are due, overdue, upcoming, in the Inbox and set aside. Changes nothing.",
            read,
        ),
        tool::<GetActivity, Changes>(
            "get_activity",
            "What was done",
            "Returns what was done on some days, or in one group of changes, the latest first: what was added, completed, changed, deleted, by whom and when. Answers “what did I do yesterday?”. Changes nothing.",
            read,
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
        tool::<SkipOccurrence, OneTask>(
            "skip_occurrence",
            "Skip an occurrence",
            "Passes over the next occurrence of a recurring task without completing it; the one after it is next. Give `occurrence`, so that repeating the call changes nothing more.",
            write,
        ),
        tool::<TaskById, OneTask>(
            "delete_task",
            "Delete a task",
            "Moves one task to the trash, from which the person can restore it. To mark a task as done, use complete_task.",
            Hints {
                destructive: true,
                idempotent: true,
                ..write
            },
        ),
        tool::<TaskById, OneTask>(
            "restore_task",
            "Restore a task",
            "Takes one task out of the trash, with the subtasks that went there together with it.",
            Hints {
                idempotent: true,
                ..write
            },
        ),
        tool::<Undo, TakenBack>(
            "undo",
            "Undo",
            "Takes back your own last change (never the person's, nor that of a program with another name), and says what it was. Call it again for the one before, or name a `group` of yours.",
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
        "get_task" => get_task(read(arguments)?, tasks).await,
        "get_overview" => get_overview(read(arguments)?, tasks).await,
        "get_activity" => get_activity(read(arguments)?, tasks).await,
        "complete_task" => complete_task(read(arguments)?, tasks).await,
        "update_task" => update_task(read(arguments)?, tasks).await,
        "skip_occurrence" => skip_occurrence(read(arguments)?, tasks).await,
        "delete_task" => delete_task(read(arguments)?, tasks).await,
        "restore_task" => restore_task(read(arguments)?, tasks).await,
        "undo" => undo(read(arguments)?, tasks).await,
        _ => Err(Error::not_found(format!("There is no tool “{name}”."))),
    }
}
