//! What can be mentioned in the chat: tasks, lists and tags.

mod preview;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;
use store::Store;
use task::text::fold;
use task::{
    Actor, Error, List, ListCount, Page, Search, SearchOrder, TagCount, Task, Tasks, View, near_day,
};
use ts_rs::TS;

pub use preview::preview;

/// Something that can be mentioned, in the shape of ChatKit's entities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Entity {
    /// `task:UUID`, `list:UUID` or `tag:NAME`.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The name of one of ChatKit's icons.
    pub icon: String,
    /// The heading it is listed under: "Tasks", "Lists", "Tags".
    pub group: String,
    /// Whether a click on it opens something.
    pub interactive: bool,
    /// What else there is to say, in words: `due`, `list`, `count`.
    pub data: BTreeMap<String, String>,
}

/// How many of a kind are offered.
const OFFERED: usize = 10;
/// The longest title that is offered whole, in characters.
const TITLE: usize = 200;

/// What can be mentioned by the beginning of its words: tasks, the open ones first, then lists and
/// tags, at most 10 of each. With no words, the tasks that are next, and what is used most.
///
/// # Errors
/// Those of [`Tasks`].
pub async fn find(store: &Store, query: &str) -> Result<Vec<Entity>, Error> {
    let door = store.caller(Actor::Person);
    let today = door.now().date();
    let query = query.trim().trim_start_matches('@');
    let overview = door.overview().await?;
    let lists: Vec<List> = overview
        .lists
        .iter()
        .map(|counted| counted.list.clone())
        .collect();
    let mut found: Vec<Entity> = tasks(&door, query)
        .await?
        .into_iter()
        .map(|task| of_task(&task, &lists, today))
        .collect();
    let mut named: Vec<ListCount> = overview.lists;
    named.retain(|counted| counted.list.archived_at.is_none() && fits(&counted.list.name, query));
    let mut tags: Vec<TagCount> = overview.tags;
    tags.retain(|tag| tag.open > 0 && fits(&tag.name, query));
    if query.is_empty() {
        named.sort_by_key(|counted| std::cmp::Reverse(counted.open));
        tags.sort_by_key(|tag| std::cmp::Reverse(tag.open));
    }
    found.extend(named.into_iter().take(OFFERED).map(of_list));
    found.extend(tags.into_iter().take(OFFERED).map(of_tag));
    Ok(found)
}

/// The tasks whose words begin so, newest first, those that are done behind the open ones.
async fn tasks(door: &dyn Tasks, query: &str) -> Result<Vec<Task>, Error> {
    if query.is_empty() {
        let page = Page {
            after: None,
            limit: OFFERED,
        };
        return Ok(door.view(&View::Open, &page).await?.tasks);
    }
    let mut found = Vec::new();
    for filter in ["open", "done"] {
        let search = Search {
            text: query.to_owned(),
            filter: Some(filter.to_owned()),
            order: SearchOrder::Newest,
            limit: OFFERED - found.len(),
        };
        found.extend(door.search(&search).await?);
        if found.len() >= OFFERED {
            break;
        }
    }
    Ok(found)
}

/// Whether the name, or one of its words, begins so.
fn fits(name: &str, query: &str) -> bool {
    let (name, query) = (fold(name), fold(query));
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    name.starts_with(&query) || words.any(|word| word.starts_with(&query))
}

fn of_task(task: &Task, lists: &[List], today: Date) -> Entity {
    let mut data = BTreeMap::new();
    if let Some(due) = &task.due {
        let day = due.day();
        let said = near_day(day, today).map_or_else(|| day.to_string(), str::to_owned);
        data.insert("due".to_owned(), said);
    }
    if let Some(list) = lists.iter().find(|list| Some(list.id) == task.list) {
        data.insert("list".to_owned(), list.name.clone());
    }
    let icon = if task.completed_at.is_some() {
        "check-circle"
    } else {
        "empty-circle"
    };
    Entity {
        id: format!("task:{}", task.id),
        title: task::text::excerpt(&task.title, TITLE),
        icon: icon.to_owned(),
        group: "Tasks".to_owned(),
        interactive: true,
        data,
    }
}

fn of_list(counted: ListCount) -> Entity {
    Entity {
        id: format!("list:{}", counted.list.id),
        title: counted.list.name,
        icon: "notebook".to_owned(),
        group: "Lists".to_owned(),
        interactive: true,
        data: BTreeMap::from([("count".to_owned(), counted.open.to_string())]),
    }
}

fn of_tag(tag: TagCount) -> Entity {
    Entity {
        id: format!("tag:{}", tag.name),
        title: tag.name,
        icon: "lucide:tag".to_owned(),
        group: "Tags".to_owned(),
        interactive: true,
        data: BTreeMap::from([("count".to_owned(), tag.open.to_string())]),
    }
}
