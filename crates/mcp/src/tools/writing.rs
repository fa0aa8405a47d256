//! The tools that change something.

use rmcp::model::CallToolResult;
use task::{
    Action, Applied, Error, Outcome, Start, Target, TaskDraft, TaskId, TaskPatch, Tasks, parse_day,
    parse_due, parse_recurrence, quick_add,
};

use crate::answer::{OneTask, TakenBack, ToolTask, list_names, success};
use crate::arguments::{AddTask, CompleteTask, SkipOccurrence, TaskById, Undo, UpdateTask};

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
        after: None,
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

pub(super) async fn add_task(
    arguments: AddTask,
    tasks: &dyn Tasks,
) -> Result<CallToolResult, Error> {
    let draft = draft(arguments, tasks).await?;
    let now = tasks.now();
    let id = TaskId::fresh(now.timestamp());
    one(tasks.apply(Action::add(id, draft)).await?, "Added", tasks).await
}

pub(super) async fn complete_task(
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

pub(super) async fn update_task(
    arguments: UpdateTask,
    tasks: &dyn Tasks,
) -> Result<CallToolResult, Error> {
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

pub(super) async fn delete_task(
    arguments: TaskById,
    tasks: &dyn Tasks,
) -> Result<CallToolResult, Error> {
    let id = tasks.resolve(&arguments.id).await?;
    one(
        tasks.apply(Action::DeleteTasks { ids: vec![id] }).await?,
        "Moved to the trash",
        tasks,
    )
    .await
}

pub(super) async fn restore_task(
    arguments: TaskById,
    tasks: &dyn Tasks,
) -> Result<CallToolResult, Error> {
    let id = tasks.resolve(&arguments.id).await?;
    let applied = tasks.apply(Action::RestoreTasks { ids: vec![id] }).await?;
    one(applied, "Restored", tasks).await
}

pub(super) async fn skip_occurrence(
    arguments: SkipOccurrence,
    tasks: &dyn Tasks,
) -> Result<CallToolResult, Error> {
    let id = tasks.resolve(&arguments.id).await?;
    let date = match &arguments.occurrence {
        Some(date) => parse_day(date, &tasks.now())?,
        None => {
            let task = tasks.get(&[id]).await?.into_iter().next();
            task.and_then(|task| task.occurrence).ok_or_else(|| {
                Error::invalid(
                    "This task has no occurrence to skip: it does not come again, or is done.",
                )
            })?
        }
    };
    let action = Action::SettleOccurrence {
        id,
        date,
        outcome: Outcome::Skipped,
    };
    one(tasks.apply(action).await?, "Skipped an occurrence", tasks).await
}

pub(super) async fn undo(arguments: Undo, tasks: &dyn Tasks) -> Result<CallToolResult, Error> {
    let target = match arguments.group {
        Some(group) => Target::Group(group.parse()?),
        None => Target::Last,
    };
    let undone = tasks.undo(target).await?;
    let lists = list_names(&tasks.lists().await?);
    let restored = tasks.get(&undone.restored).await?;
    let told = TakenBack {
        summary: undone.summary.clone(),
        stayed: undone
            .stayed
            .into_iter()
            .map(|stayed| stayed.title)
            .collect(),
        tasks: restored
            .into_iter()
            .map(|task| ToolTask::new(task, &lists))
            .collect(),
    };
    Ok(success(&told, undone.summary))
}
