//! Reading and changing tasks.

use std::collections::HashSet;

use futures::future::Abortable;
use jiff::civil::Date;
use serde::Serialize;
use task::quick_add::{self, QuickAdd, TextRange};
use task::{
    Action, Activity, ActivityQuery, Actor, Applied, Beside, Changed, Due, Failure, GroupId,
    ListId, Outcome, Overview, PAGE_LIMIT, Progress, Reminder, Search, Target, Task, TaskId,
    TaskPatch, Tasks, Undone, View,
};
use tauri::State;
use tauri::ipc::{Channel, Response};
use ts_rs::TS;

use super::Arg;
use crate::page::Page;
use crate::profile::Profile;

/// How many rows come with a view.
const FIRST_ROWS: usize = 100;

/// The beginning of a view.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ViewRows {
    /// The first 100 tasks, in the order of the view.
    pub(crate) first: Vec<Task>,
    /// The position of the change log that this shows, at least.
    #[ts(type = "number")]
    pub(crate) seq: u64,
}

/// Tells of every change from now on, by anybody. A window has one watch; a second replaces it.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn watch(
    profile: State<'_, Profile>,
    page: State<'_, Page>,
    on_change: Channel<Changed>,
) -> Result<(), Failure> {
    let open = profile.open().await?;
    let (person, mut position) = (open.person(), open.position.clone());
    let mut seen = *position.borrow_and_update();
    let watching = async move {
        while position.changed().await.is_ok() {
            match person.changes(seen).await {
                Ok(changed) => {
                    seen = changed.seq;
                    if on_change.send(changed).is_err() {
                        break;
                    }
                }
                Err(error) => tracing::warn!(%error, "changes cannot be read"),
            }
        }
    };
    tauri::async_runtime::spawn(Abortable::new(watching, page.begin_watch()));
    Ok(())
}

/// The beginning of a view, quickly; the rest of it comes by [`view_ids`] and [`rows`].
#[tauri::command]
pub(crate) async fn view(
    profile: State<'_, Profile>,
    view: Arg<View>,
) -> Result<ViewRows, Failure> {
    let open = profile.open().await?;
    // Before the rows: what is committed between is told of again, never missed.
    let seq = *open.position.borrow();
    let page = task::Page {
        after: None,
        limit: FIRST_ROWS,
    };
    let first = open.person().view(&view.0, &page).await?.tasks;
    Ok(ViewRows { first, seq })
}

/// All ids of a view, then those of its tasks that were completed today: 16 bytes each, one after
/// the other, so that a scrollbar can jump in a view of any length.
#[tauri::command]
pub(crate) async fn view_ids(
    profile: State<'_, Profile>,
    view: Arg<View>,
) -> Result<Response, Failure> {
    let person = profile.open().await?.person();
    let mut ids = person.ids(&view.0).await?;
    let done = person.done_today(&view.0).await?;
    if !done.is_empty() {
        let known: HashSet<TaskId> = ids.iter().copied().collect();
        let done = done.into_iter().map(|task| task.id);
        ids.extend(done.filter(|id| !known.contains(id)));
    }
    let bytes: Vec<u8> = ids.iter().flat_map(|id| id.0.into_bytes()).collect();
    Ok(Response::new(bytes))
}

/// Tasks by their ids; those that are gone are left out.
#[tauri::command]
pub(crate) async fn rows(
    profile: State<'_, Profile>,
    ids: Arg<Vec<TaskId>>,
) -> Result<Vec<Task>, Failure> {
    no_more_than_a_page(&ids.0)?;
    Ok(profile.open().await?.person().get(&ids.0).await?)
}

/// How far the subtasks of these tasks are; tasks without subtasks are left out.
#[tauri::command]
pub(crate) async fn progress(
    profile: State<'_, Profile>,
    ids: Arg<Vec<TaskId>>,
) -> Result<Vec<Progress>, Failure> {
    no_more_than_a_page(&ids.0)?;
    Ok(profile.open().await?.person().progress(&ids.0).await?)
}

fn no_more_than_a_page(ids: &[TaskId]) -> Result<(), Failure> {
    if ids.len() <= PAGE_LIMIT {
        return Ok(());
    }
    Err(task::Error::invalid(format!(
        "{} rows are too many for one call; ask for at most {PAGE_LIMIT}.",
        ids.len()
    ))
    .into())
}

/// Lists, tags and counts.
#[tauri::command]
pub(crate) async fn overview(profile: State<'_, Profile>) -> Result<Overview, Failure> {
    Ok(profile.open().await?.person().overview().await?)
}

/// Tasks with these words.
#[tauri::command]
pub(crate) async fn search(
    profile: State<'_, Profile>,
    search: Arg<Search>,
) -> Result<Vec<Task>, Failure> {
    Ok(profile.open().await?.person().search(&search.0).await?)
}

/// What a line in the add box is understood as, beside what the person refused. Changes nothing.
#[tauri::command]
pub(crate) async fn read_quick_add(
    profile: State<'_, Profile>,
    text: Arg<String>,
    refused: Arg<Vec<TextRange>>,
) -> Result<QuickAdd, Failure> {
    let now = profile.open().await?.person().now();
    Ok(quick_add::read(&text.0, &refused.0, &now))
}

/// Adds the task that a line in the add box stands for. Where the line names no list it stands right
/// after the task `after`, or in `list`.
#[tauri::command]
pub(crate) async fn add_task(
    profile: State<'_, Profile>,
    text: Arg<String>,
    refused: Arg<Vec<TextRange>>,
    list: Arg<Option<ListId>>,
    due: Arg<Option<Due>>,
    after: Arg<Option<TaskId>>,
) -> Result<Applied, Failure> {
    let person = profile.open().await?.person();
    let now = person.now();
    let mut draft = quick_add::read(&text.0, &refused.0, &now).into_draft();
    if draft.list.is_none() {
        draft.after = after.0;
        draft.list = list
            .0
            .filter(|_| after.0.is_none())
            .map(|id| id.to_string());
    }
    draft.due = draft.due.or(due.0);
    let id = TaskId::fresh(now.timestamp());
    Ok(person.apply(Action::add(id, draft)).await?)
}

/// Changes fields of tasks. With `group`, here and below, it goes on with what an earlier call began:
/// both are taken back as one.
#[tauri::command]
pub(crate) async fn edit_tasks(
    profile: State<'_, Profile>,
    ids: Arg<Vec<TaskId>>,
    patch: Arg<TaskPatch>,
    group: Arg<Option<GroupId>>,
) -> Result<Applied, Failure> {
    let (ids, patch) = (ids.0, patch.0);
    apply_in(&profile, group.0, Action::EditTasks { ids, patch }).await
}

/// Completes tasks, or opens them again.
#[tauri::command]
pub(crate) async fn complete_tasks(
    profile: State<'_, Profile>,
    ids: Arg<Vec<TaskId>>,
    completed: Arg<bool>,
    group: Arg<Option<GroupId>>,
) -> Result<Applied, Failure> {
    let (ids, completed) = (ids.0, completed.0);
    apply_in(&profile, group.0, Action::CompleteTasks { ids, completed }).await
}

/// Moves tasks to the trash.
#[tauri::command]
pub(crate) async fn delete_tasks(
    profile: State<'_, Profile>,
    ids: Arg<Vec<TaskId>>,
    group: Arg<Option<GroupId>>,
) -> Result<Applied, Failure> {
    apply_in(&profile, group.0, Action::DeleteTasks { ids: ids.0 }).await
}

/// Takes tasks out of the trash.
#[tauri::command]
pub(crate) async fn restore_tasks(
    profile: State<'_, Profile>,
    ids: Arg<Vec<TaskId>>,
    group: Arg<Option<GroupId>>,
) -> Result<Applied, Failure> {
    apply_in(&profile, group.0, Action::RestoreTasks { ids: ids.0 }).await
}

/// Puts tasks elsewhere among their siblings, or beside another task.
#[tauri::command]
pub(crate) async fn place_tasks(
    profile: State<'_, Profile>,
    ids: Arg<Vec<TaskId>>,
    beside: Arg<Beside>,
    group: Arg<Option<GroupId>>,
) -> Result<Applied, Failure> {
    let (ids, beside) = (ids.0, beside.0);
    apply_in(&profile, group.0, Action::PlaceTasks { ids, beside }).await
}

/// Copies tasks with what stands below them, each right after the original.
#[tauri::command]
pub(crate) async fn duplicate_tasks(
    profile: State<'_, Profile>,
    ids: Arg<Vec<TaskId>>,
    group: Arg<Option<GroupId>>,
) -> Result<Applied, Failure> {
    let now = profile.open().await?.person().now().timestamp();
    let copies = ids.0.into_iter().map(|id| (id, TaskId::fresh(now)));
    let copies = copies.collect();
    apply_in(&profile, group.0, Action::DuplicateTasks { copies }).await
}

/// Adds the task that a line stands for, below another task.
#[tauri::command]
pub(crate) async fn add_subtask(
    profile: State<'_, Profile>,
    parent: Arg<TaskId>,
    text: Arg<String>,
) -> Result<Applied, Failure> {
    let person = profile.open().await?.person();
    let now = person.now();
    let mut draft = quick_add::read(&text.0, &[], &now).into_draft();
    draft.parent = Some(parent.0);
    // It is where its parent is.
    draft.list = None;
    let id = TaskId::fresh(now.timestamp());
    Ok(person.apply(Action::add(id, draft)).await?)
}

/// Passes over the next occurrence of a recurring task.
#[tauri::command]
pub(crate) async fn skip_occurrence(
    profile: State<'_, Profile>,
    id: Arg<TaskId>,
    date: Arg<Date>,
) -> Result<Applied, Failure> {
    let action = Action::SettleOccurrence {
        id: id.0,
        date: date.0,
        outcome: Outcome::Skipped,
    };
    apply(&profile, action).await
}

/// Completes a recurring task for good.
#[tauri::command]
pub(crate) async fn end_recurrence(
    profile: State<'_, Profile>,
    id: Arg<TaskId>,
) -> Result<Applied, Failure> {
    apply(&profile, Action::EndRecurrence { id: id.0 }).await
}

/// When a recurring task is due next: at most `limit` times, and never more than 20.
#[tauri::command]
pub(crate) async fn next_dues(
    profile: State<'_, Profile>,
    id: Arg<TaskId>,
    limit: Arg<usize>,
) -> Result<Vec<Due>, Failure> {
    let person = profile.open().await?.person();
    Ok(person.next_dues(id.0, limit.0.min(20)).await?)
}

/// What a day or time in words is understood as; `null` where it is none. Changes nothing.
#[tauri::command]
pub(crate) async fn read_due(
    profile: State<'_, Profile>,
    words: Arg<String>,
) -> Result<Option<Due>, Failure> {
    let now = profile.open().await?.person().now();
    Ok(task::parse_due(&words.0, &now).ok())
}

/// What a reminder in words is understood as; `null` where it is none. Changes nothing.
#[tauri::command]
pub(crate) async fn read_reminder(
    profile: State<'_, Profile>,
    words: Arg<String>,
) -> Result<Option<Reminder>, Failure> {
    let now = profile.open().await?.person().now();
    Ok(task::parse_reminder(&words.0, &now).ok())
}

/// Part of the activity, the latest first.
#[tauri::command]
pub(crate) async fn activity(
    profile: State<'_, Profile>,
    query: Arg<ActivityQuery>,
) -> Result<Vec<Activity>, Failure> {
    Ok(profile.open().await?.person().activity(&query.0).await?)
}

/// Takes back a group of changes; without one, the person's own last.
#[tauri::command]
pub(crate) async fn undo(
    profile: State<'_, Profile>,
    group: Arg<Option<GroupId>>,
) -> Result<Undone, Failure> {
    let target = group.0.map_or(Target::Last, Target::Group);
    Ok(profile.open().await?.person().undo(target).await?)
}

/// Does again what the person took back last.
#[tauri::command]
pub(crate) async fn redo(profile: State<'_, Profile>) -> Result<Undone, Failure> {
    Ok(profile.open().await?.person().redo().await?)
}

/// Does something as the person, and says what came of it.
pub(crate) async fn apply(profile: &Profile, action: Action) -> Result<Applied, Failure> {
    apply_in(profile, None, action).await
}

/// The same as a part of what the person began before. Nobody can join what others began.
async fn apply_in(
    profile: &Profile,
    group: Option<GroupId>,
    action: Action,
) -> Result<Applied, Failure> {
    let open = profile.open().await?;
    let person = match group {
        Some(group) => open.store.caller_in(Actor::Person, group),
        None => open.person(),
    };
    Ok(person.apply(action).await?)
}
