//! The preview of something that was mentioned: a ChatKit widget.

use serde_json::{Value, json};
use store::Store;
use task::{Actor, Due, Error, List, ListCount, Page, Priority, Task, Tasks, View, near_day};

/// How many lines of the notes are shown.
const LINES: usize = 3;
/// How many tasks of a list or a tag are shown.
const TASKS: usize = 5;

/// The preview of an entity by its id (`task:UUID`, `list:UUID`, `tag:NAME`): the root of a ChatKit
/// widget of type `Basic`. `None` where there is no such thing any more.
///
/// # Errors
/// Those of [`Tasks`].
pub async fn preview(store: &Store, id: &str) -> Result<Option<Value>, Error> {
    let door = store.caller(Actor::Person);
    match id.split_once(':') {
        Some(("task", id)) => of_task(&door, id).await,
        Some(("list", id)) => of_list(&door, id).await,
        Some(("tag", name)) => of_tag(&door, name).await,
        _ => Ok(None),
    }
}

fn text(value: &str) -> Value {
    json!({ "type": "Text", "value": task::text::excerpt(value, 300), "size": "sm" })
}

fn title(value: &str) -> Value {
    let value = task::text::excerpt(value, 200);
    json!({ "type": "Title", "value": value, "size": "sm", "maxLines": 2 })
}

fn caption(value: &str) -> Value {
    json!({ "type": "Caption", "value": value })
}

fn badge(label: &str, color: &str) -> Value {
    json!({ "type": "Badge", "label": label, "color": color, "variant": "soft" })
}

fn basic(children: Vec<Value>) -> Value {
    json!({ "type": "Basic", "direction": "col", "gap": 2, "padding": 3, "children": children })
}

async fn of_task(door: &dyn Tasks, id: &str) -> Result<Option<Value>, Error> {
    let Ok(id) = id.parse() else { return Ok(None) };
    let Some(task) = door.get(&[id]).await?.into_iter().next() else {
        return Ok(None);
    };
    let lists = door.lists().await?;
    let mut children = vec![title(&task.title)];
    let facts = facts(&task, &lists, door);
    if !facts.is_empty() {
        children.push(json!({ "type": "Caption", "value": facts.join(" · ") }));
    }
    let badges = badges(&task);
    if !badges.is_empty() {
        children.push(json!({ "type": "Row", "gap": 1, "wrap": "wrap", "children": badges }));
    }
    let lines: Vec<&str> = task
        .notes
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    // As text and not as Markdown: notes may come from anywhere, and must not load anything.
    children.extend(lines.iter().take(LINES).map(|line| text(line)));
    if lines.len() > LINES {
        children.push(caption("…"));
    }
    Ok(Some(basic(children)))
}

/// When it is due, how it comes again, which list it is in.
fn facts(task: &Task, lists: &[List], door: &dyn Tasks) -> Vec<String> {
    let today = door.now().date();
    let mut facts = Vec::new();
    if task.deleted_at.is_some() {
        facts.push("In the trash".to_owned());
    } else if task.completed_at.is_some() {
        facts.push("Completed".to_owned());
    }
    if let Some(due) = &task.due {
        let day = due.day();
        let said = near_day(day, today)
            .map_or_else(|| day.strftime("%-d %B %Y").to_string(), str::to_owned);
        facts.push(match due {
            Due::Day(_) => format!("Due {said}"),
            Due::At(at) | Due::In(at, _) => format!("Due {said} at {}", at.strftime("%-H:%M")),
        });
    }
    if let Some(recurrence) = &task.recurrence {
        facts.push(recurrence.describe());
    }
    if let Some(deadline) = task.deadline {
        facts.push(format!("Deadline {}", deadline.strftime("%-d %B %Y")));
    }
    let list = lists.iter().find(|list| Some(list.id) == task.list);
    facts.push(list.map_or_else(|| "Inbox".to_owned(), |list| list.name.clone()));
    facts
}

fn badges(task: &Task) -> Vec<Value> {
    let mut badges = Vec::new();
    if task.priority != Priority::default() {
        let color = if task.priority == Priority::P1 {
            "danger"
        } else {
            "warning"
        };
        badges.push(badge(task.priority.as_str(), color));
    }
    let tags = task.tags.iter();
    badges.extend(tags.map(|tag| badge(&format!("@{tag}"), "secondary")));
    badges
}

async fn of_list(door: &dyn Tasks, id: &str) -> Result<Option<Value>, Error> {
    let overview = door.overview().await?;
    let named = |counted: &ListCount| counted.list.id.to_string() == id;
    let Some(counted) = overview.lists.into_iter().find(named) else {
        return Ok(None);
    };
    let view = View::List {
        id: counted.list.id,
    };
    of_view(door, &counted.list.name, counted.open, &view)
        .await
        .map(Some)
}

async fn of_tag(door: &dyn Tasks, name: &str) -> Result<Option<Value>, Error> {
    let overview = door.overview().await?;
    let Some(tag) = overview.tags.into_iter().find(|tag| tag.name == name) else {
        return Ok(None);
    };
    let view = View::Tag {
        name: tag.name.clone(),
    };
    of_view(door, &format!("@{}", tag.name), tag.open, &view)
        .await
        .map(Some)
}

/// A name, how many tasks are open, and the first of them.
async fn of_view(door: &dyn Tasks, name: &str, open: u64, view: &View) -> Result<Value, Error> {
    let counted = match open {
        0 => "No open tasks".to_owned(),
        1 => "1 open task".to_owned(),
        open => format!("{open} open tasks"),
    };
    let page = Page {
        after: None,
        limit: TASKS,
    };
    let mut children = vec![title(name), caption(&counted)];
    let rows = door.view(view, &page).await?;
    children.extend(rows.tasks.iter().map(|task| text(&task.title)));
    Ok(basic(children))
}
