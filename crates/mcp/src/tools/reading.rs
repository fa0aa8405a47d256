//! The tools that read.

use jiff::Zoned;
use rmcp::model::CallToolResult;
use task::{
    Activity, ActivityQuery, Actor, Error, PAGE_LIMIT, Page, Search, SearchOrder, Tasks, View,
    parse_day,
};

use crate::answer::{
    Changes, Count, ManyTasks, OneTask, ToolChange, ToolOverview, ToolTask, list_names, success,
};
use crate::arguments::{GetActivity, GetOverview, ListTasks, TaskById, ViewName};

pub(super) async fn list_tasks(
    arguments: ListTasks,
    tasks: &dyn Tasks,
) -> Result<CallToolResult, Error> {
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
    let limit = limit_of(arguments.limit)?;
    let known = tasks.lists().await?;
    let lists = list_names(&known);
    let (found, next_cursor, total) = if let Some(query) = &arguments.query {
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
        (tasks.search(&search).await?, None, None)
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
        // Where the page is all there is, its length says it.
        let total = match rows.next {
            Some(_) => Some(tasks.count(&view).await?),
            None => None,
        };
        (rows.tasks, rows.next, total)
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
        let all = total.map(|total| format!(", {total} in all"));
        words.push(format!(
            "There are more{}: call again with `cursor` set to `next_cursor`.",
            all.unwrap_or_default()
        ));
    }
    Ok(success(
        &ManyTasks {
            tasks: found,
            next_cursor,
            total,
        },
        words.join("\n"),
    ))
}

/// How many of the `limit` rows that a tool was asked for it gives.
fn limit_of(asked: Option<i64>) -> Result<usize, Error> {
    let asked = asked.unwrap_or(50);
    usize::try_from(asked)
        .ok()
        .filter(|limit| (1..=200).contains(limit))
        .ok_or_else(|| Error::invalid(format!("`limit` is 1 to 200, not {asked}.")))
}

pub(super) async fn get_task(
    arguments: TaskById,
    tasks: &dyn Tasks,
) -> Result<CallToolResult, Error> {
    let id = tasks.resolve(&arguments.id).await?;
    let lists = list_names(&tasks.lists().await?);
    let task = tasks.get(&[id]).await?.into_iter().next();
    let task = task
        .map(|task| ToolTask::new(task, &lists))
        .ok_or_else(|| Error::not_found("The task is gone."))?;
    let words = task.line();
    Ok(success(&OneTask { task }, words))
}

pub(super) async fn get_overview(
    GetOverview {}: GetOverview,
    tasks: &dyn Tasks,
) -> Result<CallToolResult, Error> {
    let overview = tasks.overview().await?;
    let now = tasks.now();
    let told = ToolOverview {
        now: now.strftime("%Y-%m-%dT%H:%M").to_string(),
        weekday: now.strftime("%A").to_string(),
        lists: overview
            .lists
            .into_iter()
            .filter(|counted| counted.list.archived_at.is_none())
            .map(|counted| Count {
                id: Some(counted.list.id.to_string()),
                name: counted.list.name,
                open: counted.open,
            })
            .collect(),
        tags: overview
            .tags
            .into_iter()
            .filter(|tag| tag.open > 0)
            .map(|tag| Count {
                id: None,
                name: tag.name,
                open: tag.open,
            })
            .collect(),
        open: overview.open,
        inbox: overview.inbox,
        today: overview.today,
        overdue: overview.overdue,
        upcoming: overview.upcoming,
        someday: overview.someday,
    };
    let words = told.words();
    Ok(success(&told, words))
}

/// How many pages of the activity are looked through for days that are long past.
const PAGES: usize = 20;

pub(super) async fn get_activity(
    arguments: GetActivity,
    tasks: &dyn Tasks,
) -> Result<CallToolResult, Error> {
    let limit = limit_of(arguments.limit)?;
    let now = tasks.now();
    let group = arguments.group.as_deref().map(str::parse).transpose()?;
    let day = |text: &Option<String>| text.as_ref().map(|text| parse_day(text, &now)).transpose();
    let (since, until) = (day(&arguments.since)?, day(&arguments.until)?);
    let since = since.or((group.is_none() && until.is_none()).then(|| now.date()));
    if since.zip(until).is_some_and(|(since, until)| until < since) {
        return Err(Error::invalid("`until` is before `since`; swap them."));
    }
    let mut found: Vec<Activity> = Vec::new();
    let (mut before, mut more) = (None, false);
    'pages: for page in 0..=PAGES {
        let query = ActivityQuery {
            group,
            before,
            limit: PAGE_LIMIT,
            ..ActivityQuery::default()
        };
        let entries = tasks.activity(&query).await?;
        let last = entries.len() < PAGE_LIMIT;
        for entry in entries {
            let on = civil(&entry, &now).date();
            if since.is_some_and(|since| on < since) {
                break 'pages;
            }
            before = Some(entry.seq);
            if until.is_none_or(|until| on <= until) {
                if found.len() == limit {
                    more = true;
                    break 'pages;
                }
                found.push(entry);
            }
        }
        if last {
            break;
        }
        more = page == PAGES;
    }
    let changes: Vec<ToolChange> = found.into_iter().map(|entry| told(entry, &now)).collect();
    let mut words: Vec<String> = changes.iter().map(ToolChange::line).collect();
    if words.is_empty() {
        words.push("Nothing was done.".into());
    }
    if more {
        words.push("There is more: ask for fewer days.".into());
    }
    Ok(success(&Changes { changes, more }, words.join("\n")))
}

/// When it was done, by the person's clock.
fn civil(entry: &Activity, now: &Zoned) -> jiff::civil::DateTime {
    entry.at.to_zoned(now.time_zone().clone()).datetime()
}

fn told(entry: Activity, now: &Zoned) -> ToolChange {
    let mut tasks: Vec<String> = Vec::new();
    for id in entry.fields.iter().filter_map(|field| field.task) {
        let id = id.to_string();
        if !tasks.contains(&id) {
            tasks.push(id);
        }
    }
    ToolChange {
        at: civil(&entry, now).strftime("%Y-%m-%dT%H:%M").to_string(),
        by: match entry.actor {
            Actor::Person => "person".into(),
            Actor::Assistant => "assistant".into(),
            Actor::Server => "server".into(),
            Actor::Client { name } | Actor::Device { name } => name,
        },
        did: entry.deed,
        what: entry.subject,
        count: entry.count,
        tasks,
        group: entry.group.to_string(),
        taken_back: entry.undone,
        takes_back: entry.reverses.is_some(),
    }
}
