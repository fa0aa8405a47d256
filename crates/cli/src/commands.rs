//! What the commands do. Each gives back what is to be printed.

use std::sync::Arc;

use task::{
    Action, Actor, Code, Error, PAGE_LIMIT, Page, Picked, Target, Task, TaskDraft, TaskId, Tasks,
    View, parse_due, pick, quick_add,
};

use crate::arguments::{Add, Arguments, Command, Done, List, Priority, ViewName};
use crate::connection::Connection;
use crate::show;

pub(crate) async fn run(arguments: Arguments) -> Result<String, Error> {
    let connection = Arc::new(Connection::new(arguments.data_dir));
    let json = arguments.json;
    let ended = match arguments.command {
        Command::Mcp => serve(connection.clone()).await,
        command => answer(&connection, command, json).await,
    };
    connection.close().await;
    ended
}

async fn serve(connection: Arc<Connection>) -> Result<String, Error> {
    mcp::serve_stdio(connection)
        .await
        .map_err(|error| Error::Storage {
            code: Code::Unavailable,
            message: error.to_string(),
            source: Some(Box::new(error)),
        })?;
    Ok(String::new())
}

async fn answer(connection: &Connection, command: Command, json: bool) -> Result<String, Error> {
    let tasks = connection.store().await?.caller(Actor::Person);
    match command {
        Command::Add(arguments) => add(&tasks, arguments, json).await,
        Command::List(arguments) => list(&tasks, arguments, json).await,
        Command::Done(arguments) => done(&tasks, arguments, json).await,
        Command::Undo => undo(&tasks, json).await,
        Command::Mcp => Ok(String::new()),
    }
}

fn to_json(value: &impl serde::Serialize) -> Result<String, Error> {
    serde_json::to_string_pretty(value)
        .map(|text| text + "\n")
        .map_err(|error| Error::Storage {
            code: Code::Internal,
            message: format!("The answer could not be written: {error}."),
            source: None,
        })
}

async fn add(tasks: &dyn Tasks, arguments: Add, json: bool) -> Result<String, Error> {
    let now = tasks.now();
    let text = arguments.words.join(" ");
    let (title, due) = match arguments.due {
        Some(due) => (text, Some(parse_due(&due, &now)?)),
        None => {
            let read = quick_add::read(&text, &[], &now);
            (read.title, read.due)
        }
    };
    let draft = TaskDraft {
        title,
        notes: arguments.notes.unwrap_or_default(),
        list: arguments.list,
        due,
        priority: match arguments.priority {
            Some(Priority::P1) => task::Priority::P1,
            Some(Priority::P2) => task::Priority::P2,
            Some(Priority::P3) => task::Priority::P3,
            Some(Priority::P4) | None => task::Priority::P4,
        },
        tags: arguments.tags,
    };
    let id = TaskId::fresh(now.timestamp());
    let added = tasks.apply(Action::AddTask { id, draft }).await?.tasks;
    tell(tasks, "Added", added, json, true).await
}

/// Tells which tasks an action changed: in JSON the one task, or all.
async fn tell(
    tasks: &dyn Tasks,
    verb: &str,
    changed: Vec<Task>,
    json: bool,
    single: bool,
) -> Result<String, Error> {
    if json {
        return match changed.first() {
            Some(first) if single => to_json(first),
            _ => to_json(&changed),
        };
    }
    let overview = tasks.overview().await?;
    let today = tasks.now().date();
    Ok(changed
        .iter()
        .map(|task| format!("{verb}  {}", show::line(task, &overview, today)))
        .collect())
}

async fn list(tasks: &dyn Tasks, arguments: List, json: bool) -> Result<String, Error> {
    let overview = tasks.overview().await?;
    let limit = usize::from(arguments.limit);
    let (found, more) = if let Some(words) = &arguments.search {
        (tasks.search(words, limit).await?, false)
    } else {
        let view = match (arguments.list, arguments.tag) {
            (Some(name), _) => overview.list_named(&name)?,
            (None, Some(name)) => View::Tag { name },
            (None, None) => match arguments.view {
                ViewName::Open => View::Open,
                ViewName::Inbox => View::Inbox,
                ViewName::Today => View::Today,
                ViewName::Upcoming => View::Upcoming,
                ViewName::Completed => View::Completed,
                ViewName::Trash => View::Trash,
            },
        };
        let rows = tasks.view(&view, &Page { after: None, limit }).await?;
        (rows.tasks, rows.next.is_some())
    };
    if json {
        return to_json(&found);
    }
    let today = tasks.now().date();
    let mut text: String = found
        .iter()
        .map(|task| show::line(task, &overview, today))
        .collect();
    if text.is_empty() {
        text.push_str("No tasks.\n");
    }
    if more {
        text.push_str(&format!(
            "There are more than {limit}; --limit shows up to 500.\n"
        ));
    }
    Ok(text)
}

async fn done(tasks: &dyn Tasks, arguments: Done, json: bool) -> Result<String, Error> {
    let mut ids = Vec::new();
    for reference in &arguments.tasks {
        let id = meant(tasks, reference).await?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let applied = tasks
        .apply(Action::CompleteTasks {
            ids,
            completed: true,
        })
        .await?;
    tell(tasks, "Completed", applied.tasks, json, false).await
}

/// The open task that is meant by an id, the end of one, or words of its title.
async fn meant(tasks: &dyn Tasks, reference: &str) -> Result<TaskId, Error> {
    match tasks.resolve(reference).await {
        Err(error) if error.code() == Code::NotFound => {}
        resolved => return resolved,
    }
    let mut found = tasks.search(reference, PAGE_LIMIT).await?;
    found.retain(|task| task.completed_at.is_none());
    match pick(reference, found, |task| &task.title) {
        Picked::One(task) => Ok(task.id),
        Picked::None => Err(Error::not_found(format!(
            "No open task has the id “{0}”, or these words in its title. calm-orbit list shows them all.",
            task::text::excerpt(reference, 60)
        ))),
        Picked::Several(several) => {
            let lines: Vec<String> = several
                .iter()
                .take(10)
                .map(|task| format!("  {}  {}", task.short_id, task.title))
                .collect();
            let which = match several.len() {
                1 => "Perhaps this one is meant".to_owned(),
                n => format!("{n} open tasks fit"),
            };
            Err(Error::Ambiguous(format!(
                "{which}. Name one by its id:\n{}",
                lines.join("\n")
            )))
        }
    }
}

async fn undo(tasks: &dyn Tasks, json: bool) -> Result<String, Error> {
    let undone = tasks.undo(Target::Last).await?;
    if json {
        to_json(&undone)
    } else {
        Ok(undone.summary + "\n")
    }
}
