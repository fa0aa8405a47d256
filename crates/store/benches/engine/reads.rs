//! Looking: views, filters, search, numbers.

use std::path::Path;
use std::time::Instant;

use calm_orbit_store::Store;
use task::{Actor, Page, Search, SearchOrder, Tasks, View};

use crate::data::Data;
use crate::profile::open;
use crate::report::{Report, Target};
use crate::timing::Times;

/// How many rows a first page has.
const ROWS: usize = 50;
/// How often each view and filter is looked at.
const ROUNDS: usize = 60;

/// Filters as people save them.
const FILTERS: &[&str] = &[
    "today | overdue & @work & p1",
    "today | overdue",
    "no date & #home",
    "!recurring & p2",
    "search: report & @work",
    "\"call milk\" | \"invoice\"",
    "created after: -7 days",
    "@wo*",
    "@work & @phone & !no date",
    "deadline before: next month",
    "7 days & (p1 | p2)",
    "no tags & no date & p4",
    "#project* & overdue & !subtask",
    "by: me & has: notes & has: reminder",
    "by: assistant",
    "completed after: -7 days",
    "all & @waiting",
    "p1 & someday",
];

/// The views that everybody has.
async fn built_in(store: &Store) -> Vec<(String, View)> {
    let caller = store.caller(Actor::Person);
    let overview = caller.overview().await.unwrap();
    let list = overview
        .lists
        .iter()
        .max_by_key(|entry| entry.open)
        .unwrap();
    let tag = overview.tags.iter().max_by_key(|entry| entry.open).unwrap();
    let list_name = format!("a list ({} open)", list.open);
    let tag_name = format!("a tag ({} open)", tag.open);
    vec![
        ("Inbox".into(), View::Inbox),
        ("Today".into(), View::Today),
        ("Upcoming".into(), View::Upcoming),
        ("Overdue".into(), View::Overdue),
        ("Someday".into(), View::Someday),
        ("Open".into(), View::Open),
        ("Completed".into(), View::Completed),
        ("Trash".into(), View::Trash),
        (list_name, View::List { id: list.list.id }),
        (
            tag_name,
            View::Tag {
                name: tag.name.clone(),
            },
        ),
    ]
}

/// All of it, each on connections that are open already; opening itself with a first page.
pub(crate) async fn measure(folder: &Path, tasks: usize, report: &mut Report) {
    let mut opening = Times::default();
    let mut first = Times::default();
    for _ in 0..30 {
        let begin = Instant::now();
        let store = open(folder).await;
        opening.add(begin.elapsed());
        let page = page_of(ROWS);
        store
            .caller(Actor::Person)
            .view(&View::Today, &page)
            .await
            .unwrap();
        first.add(begin.elapsed());
        store.close().await;
    }
    report.times(tasks, "open the store", &opening, Some(Target::P95(50.0)));
    report.times(
        tasks,
        "open the store, and Today's first page",
        &first,
        Some(Target::P95(50.0)),
    );

    let store = open(folder).await;
    views(&store, tasks, report).await;
    filters(&store, tasks, report).await;
    searches(&store, tasks, report).await;
    store.close().await;
}

fn page_of(limit: usize) -> Page {
    Page { after: None, limit }
}

async fn views(store: &Store, tasks: usize, report: &mut Report) {
    let caller = store.caller(Actor::Person);
    for (name, view) in built_in(store).await {
        let page = page_of(ROWS);
        let mut times = Times::default();
        caller.view(&view, &page).await.unwrap();
        for _ in 0..ROUNDS {
            times.of(caller.view(&view, &page)).await.unwrap();
        }
        let rows = caller.view(&view, &page).await.unwrap().tasks.len();
        let name = format!("{name}, first {rows} rows");
        report.times(tasks, &name, &times, Some(Target::P95(1.0)));
    }
    let mut times = Times::default();
    let mut after = None;
    for _ in 0..ROUNDS {
        let page = Page { after, limit: ROWS };
        after = times
            .of(caller.view(&View::Open, &page))
            .await
            .unwrap()
            .next;
    }
    report.times(
        tasks,
        "Open, page after page",
        &times,
        Some(Target::P95(1.0)),
    );
    let mut times = Times::default();
    for _ in 0..ROUNDS {
        times.of(caller.overview()).await.unwrap();
    }
    report.times(tasks, "overview", &times, Some(Target::P95(10.0)));
    let mut times = Times::default();
    for _ in 0..20 {
        times.of(caller.ids(&View::Open)).await.unwrap();
    }
    let ids = caller.ids(&View::Open).await.unwrap().len();
    report.times(tasks, &format!("Open, all {ids} ids"), &times, None);
    let mut times = Times::default();
    for _ in 0..20 {
        times.of(caller.done_today(&View::Open)).await.unwrap();
    }
    report.times(tasks, "done today", &times, Some(Target::P95(10.0)));
}

async fn filters(store: &Store, tasks: usize, report: &mut Report) {
    let caller = store.caller(Actor::Person);
    let mut all = Times::default();
    let mut counting = Times::default();
    for query in FILTERS {
        let view = View::Filter {
            query: (*query).to_owned(),
        };
        let mut times = Times::default();
        let page = page_of(ROWS);
        for _ in 0..ROUNDS / 2 {
            times.of(caller.view(&view, &page)).await.unwrap();
        }
        for _ in 0..5 {
            counting.of(caller.count(&view)).await.unwrap();
        }
        let count = caller.count(&view).await.unwrap();
        let name = format!("{query} ({count})");
        report.times(tasks, &name, &times, Some(Target::P95(20.0)));
        all.join(&times);
    }
    report.times(tasks, "filters, all of them", &all, Some(Target::P95(20.0)));
    report.times(tasks, "filters, counting", &counting, None);
}

async fn searches(store: &Store, tasks: usize, report: &mut Report) {
    let caller = store.caller(Actor::Person);
    let mut data = Data::new(21);
    let mut all = Times::default();
    let mut best = Times::default();
    for letters in 1..=9 {
        let mut times = Times::default();
        for _ in 0..ROUNDS {
            let prefix = |word: String, letters| word.chars().take(letters).collect::<String>();
            let text = if letters == 9 {
                format!("{} {}", data.word(), prefix(data.word(), 2))
            } else {
                prefix(data.word(), letters)
            };
            let mut search = Search {
                text,
                limit: ROWS,
                ..Search::default()
            };
            times.of(caller.search(&search)).await.unwrap();
            search.order = SearchOrder::Best;
            best.of(caller.search(&search)).await.unwrap();
        }
        let name = match letters {
            1 => "search, 1 letter".to_owned(),
            9 => "search, a word and 2 letters of another".to_owned(),
            _ => format!("search, {letters} letters"),
        };
        report.times(tasks, &name, &times, Some(Target::P95(10.0)));
        all.join(&times);
    }
    report.times(
        tasks,
        "search while typing, all of them",
        &all,
        Some(Target::P95(10.0)),
    );
    report.times(tasks, "search, the best first", &best, None);
}
