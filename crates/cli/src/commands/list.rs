//! Listing tasks, a page after the other.

use jiff::Zoned;
use task::{Error, PAGE_LIMIT, Page, SearchOrder, Task, TaskId, Tasks, View, text};

use crate::arguments::{List, Search};
use crate::out::{Array, Out};
use crate::say::{Names, Row, rows};

/// How many tasks are listed when nothing is said.
const USUAL: usize = 100;

/// The views, by the names that can be typed.
const VIEWS: [(&str, View); 8] = [
    ("open", View::Open),
    ("inbox", View::Inbox),
    ("today", View::Today),
    ("upcoming", View::Upcoming),
    ("overdue", View::Overdue),
    ("someday", View::Someday),
    ("completed", View::Completed),
    ("trash", View::Trash),
];

/// Tells tasks as they come: in JSON an array, else lines, subtasks below their parents.
struct Teller {
    lists: Vec<task::List>,
    now: Zoned,
    array: Array,
    told: usize,
    /// The tasks above the one that was told last, and that one.
    above: Vec<TaskId>,
}

impl Teller {
    async fn new(tasks: &dyn Tasks, out: &Out) -> Result<Self, Error> {
        Ok(Self {
            lists: if out.json {
                // The names of lists are for people.
                Vec::new()
            } else {
                tasks.lists().await?
            },
            now: tasks.now(),
            array: Array::default(),
            told: 0,
            above: Vec::new(),
        })
    }

    fn tell(&mut self, tasks: &[Task], out: &mut Out) -> Result<(), Error> {
        self.told += tasks.len();
        if out.json {
            return tasks.iter().try_for_each(|task| self.array.push(out, task));
        }
        let mut lines = Vec::with_capacity(tasks.len());
        for task in tasks {
            let parent = task.parent;
            let at = self.above.iter().position(|id| Some(*id) == parent);
            self.above.truncate(at.map_or(0, |at| at + 1));
            let names = Names {
                lists: &self.lists,
                now: &self.now,
            };
            lines.push(Row::new(task, &names, self.above.len()));
            self.above.push(task.id);
        }
        out.text(&rows(&lines, out.width));
        Ok(())
    }

    fn end(self, out: &mut Out) {
        if out.json {
            self.array.end(out);
        } else if self.told == 0 {
            out.text("No tasks.\n");
        }
    }
}

/// Lists a view, or what a query shows.
pub(super) async fn list(tasks: &dyn Tasks, list: List, out: &mut Out) -> Result<(), Error> {
    let query = match &list.saved {
        Some(name) => Some(saved(tasks, name).await?),
        None => list.filter.clone(),
    };
    if let Some(words) = list.search {
        let search = task::Search {
            text: words,
            filter: query,
            order: SearchOrder::Newest,
            limit: limit(list.limit).unwrap_or(USUAL).min(PAGE_LIMIT),
        };
        return found(tasks, search, out).await;
    }
    let view = match (query, list.list, list.tag) {
        (Some(query), ..) => View::Filter { query },
        (None, Some(name), _) => View::of_list_named(&tasks.lists().await?, &name)?,
        (None, None, Some(name)) => View::Tag { name },
        (None, None, None) => named(&list.view.join(" ")),
    };
    // Whoever reads JSON wants all of it, or says how much.
    let usual = if out.json { usize::MAX } else { USUAL };
    let limit = match limit(list.limit) {
        Some(limit) => limit,
        None if list.all => usize::MAX,
        None => usual,
    };
    let more = pages(tasks, &view, limit, out).await?;
    if more && !out.json {
        out.text(&format!(
            "There are more than {limit}; --all shows them all.\n"
        ));
    }
    Ok(())
}

fn limit(typed: Option<u32>) -> Option<usize> {
    typed.and_then(|typed| usize::try_from(typed).ok())
}

/// The view of that name, or of that query.
fn named(typed: &str) -> View {
    let typed = typed.trim();
    if typed.is_empty() {
        return View::Open;
    }
    let view = VIEWS
        .into_iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(typed));
    match view {
        Some((_, view)) => view,
        None => View::Filter {
            query: typed.to_owned(),
        },
    }
}

/// The query of the saved filter with this name, whatever its case.
async fn saved(tasks: &dyn Tasks, name: &str) -> Result<String, Error> {
    let overview = tasks.overview().await?;
    Ok(super::filters::of_name(&overview, name)?.query.clone())
}

/// Tells up to `limit` tasks of a view. Whether there are more.
async fn pages(tasks: &dyn Tasks, view: &View, limit: usize, out: &mut Out) -> Result<bool, Error> {
    let mut teller = Teller::new(tasks, out).await?;
    let mut after = None;
    loop {
        let page = Page {
            after,
            limit: (limit - teller.told).min(PAGE_LIMIT),
        };
        let rows = tasks.view(view, &page).await?;
        teller.tell(&rows.tasks, out)?;
        after = rows.next;
        if after.is_none() || teller.told >= limit || out.is_closed() {
            break;
        }
    }
    teller.end(out);
    Ok(after.is_some())
}

/// Looks for words; what fits best comes first.
pub(super) async fn search(tasks: &dyn Tasks, search: Search, out: &mut Out) -> Result<(), Error> {
    let search = task::Search {
        text: search.words.join(" "),
        filter: search.filter,
        order: SearchOrder::Best,
        limit: usize::from(search.limit),
    };
    found(tasks, search, out).await
}

async fn found(tasks: &dyn Tasks, search: task::Search, out: &mut Out) -> Result<(), Error> {
    if text::fold(search.text.trim()).is_empty() {
        return Err(Error::invalid("Say which words to look for."));
    }
    let mut teller = Teller::new(tasks, out).await?;
    teller.tell(&tasks.search(&search).await?, out)?;
    teller.end(out);
    Ok(())
}
