//! Filters as the database carries them out, held against what the domain says that they mean.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod profile;

use std::collections::BTreeMap;

use jiff::Zoned;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use task::filter::Facts;
use task::{
    Action, Actor, Filter, List, ListId, Page, Priority, Task, TaskDraft, TaskId, Tasks, View,
};

use profile::Profile;

const QUERIES: usize = 300;

/// One condition, with all that a task here may fulfil or not.
fn condition() -> impl Strategy<Value = String> {
    let fixed = [
        "today",
        "overdue",
        "tomorrow",
        "monday",
        "2026-11-24",
        "due before: friday",
        "after tomorrow",
        "next 7 days",
        "no date",
        "no time",
        "start: today",
        "no start",
        "start before: 1 dec",
        "someday",
        "deadline: next 14 days",
        "no deadline",
        "deadline after: 24 nov",
        "created: today",
        "created before: -1 days",
        "completed: today",
        "completed after: -3 days",
        "recurring",
        "@work",
        "@wo*",
        "@x?y",
        "@*k",
        "no tags",
        "#home",
        "#ho*",
        "#old*",
        "#\"two words\"",
        "#inbox",
        "p1",
        "p2",
        "no priority",
        "\"mil\"",
        "\"rep 2\"",
        "search: buy",
        "subtask",
        "has: notes",
        "has: reminder",
        "by: me",
        "by: assistant",
        "by: cl*",
        "open",
        "done",
        "all",
        "trash",
    ];
    prop::sample::select(fixed.to_vec()).prop_map(str::to_owned)
}

fn query() -> impl Strategy<Value = String> {
    condition().prop_recursive(3, 8, 3, |inner| {
        let joined = |sign: &'static str| {
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(move |parts| format!("({})", parts.join(sign)))
        };
        prop_oneof![
            joined(" & "),
            joined(" | "),
            inner.clone().prop_map(|part| format!("!{part}")),
        ]
    })
}

fn draft() -> impl Strategy<Value = (TaskDraft, usize)> {
    let maybe = |texts: &[&'static str]| prop::option::of(prop::sample::select(texts.to_vec()));
    let dates = (
        maybe(&[
            "2026-11-20",
            "2026-11-21",
            "2026-11-21T08:00",
            "2026-11-22",
            "2026-11-23T09:00",
            "2026-11-22T01:00[Asia/Tokyo]",
            "2026-11-21T23:30[America/New_York]",
            "2026-12-24",
        ]),
        maybe(&["someday", "2026-11-19", "2026-11-21", "2026-11-30"]),
        maybe(&["2026-11-24", "2026-12-01"]),
        maybe(&["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO"]),
        maybe(&["-30", "2026-11-21T09:00"]),
    );
    let words = (
        prop::sample::select(vec!["Buy milk", "Report 2", "Call", "Milk report 27"]),
        prop::sample::select(vec!["", "", "about the milk", "  \n"]),
        maybe(&["Home", "Two words", "Old list"]),
        prop::collection::vec(
            prop::sample::select(vec!["work", "wool", "x?y", "xay", "phone"]),
            0..3,
        ),
        0_u8..4,
    );
    (dates, words, 0_usize..8).prop_map(|((due, start, deadline, rule, reminder), words, fate)| {
        let (title, notes, list, tags, priority) = words;
        let draft = TaskDraft {
            title: title.into(),
            notes: notes.into(),
            list: list.map(Into::into),
            start: start.map(|text| text.parse().unwrap()),
            due: due.map(|text| text.parse().unwrap()),
            deadline: deadline.map(|text| text.parse().unwrap()),
            recurrence: rule.map(|text| text.parse().unwrap()),
            reminders: reminder
                .map(|text| text.parse().unwrap())
                .into_iter()
                .collect(),
            priority: [Priority::P1, Priority::P2, Priority::P3, Priority::P4]
                [usize::from(priority)],
            tags: tags.into_iter().map(Into::into).collect(),
            ..TaskDraft::default()
        };
        (draft, fate)
    })
}

/// Fills a profile with tasks in all states, made by several hands on several days.
async fn fill(profile: &Profile, runner: &mut TestRunner) -> Vec<TaskId> {
    let mut ids = Vec::new();
    let mut parent = None;
    for number in 0..160 {
        let hour = ["2026-11-18T10:00", "2026-11-20T23:59", "2026-11-21T00:00"][number % 3];
        *profile.now.lock().unwrap() = format!("{hour}[Europe/Berlin]").parse().unwrap();
        let actor =
            [Actor::Person, Actor::Assistant, Actor::client("Claude")][number / 3 % 3].clone();
        let door = profile.store.caller(actor);
        let (mut draft, fate) = draft().new_tree(runner).unwrap().current();
        if fate == 7 {
            draft.parent = parent;
            draft.list = draft.list.filter(|_| parent.is_none());
        }
        let id = TaskId::fresh(door.now().timestamp());
        door.apply(Action::add(id, draft)).await.unwrap();
        ids.push(id);
        match fate {
            0 | 1 => parent = Some(id),
            2 => {
                let completed = true;
                let action = Action::CompleteTasks {
                    ids: vec![id],
                    completed,
                };
                door.apply(action).await.unwrap();
            }
            3 => drop(
                door.apply(Action::DeleteTasks { ids: vec![id] })
                    .await
                    .unwrap(),
            ),
            4 => drop(door.apply(Action::EndRecurrence { id }).await.unwrap()),
            _ => {}
        }
    }
    let door = profile.store.caller(Actor::Person);
    let lists = door.overview().await.unwrap().lists;
    let old = lists
        .iter()
        .find(|entry| entry.list.name == "Old list")
        .unwrap();
    let patch = serde_json::from_str(r#"{"archived":true}"#).unwrap();
    let action = Action::EditList {
        id: old.list.id,
        patch,
    };
    door.apply(action).await.unwrap();
    ids
}

fn meant(
    filter: &Filter,
    tasks: &[Task],
    lists: &BTreeMap<ListId, List>,
    now: &Zoned,
) -> Vec<TaskId> {
    let resolved = filter.resolve(now);
    let shown = tasks.iter().filter(|task| {
        let list = task.list.and_then(|id| lists.get(&id));
        resolved.matches(&Facts {
            title: &task.title,
            notes: &task.notes,
            list: list.map(|list| list.name.as_str()),
            archived: list.is_some_and(|list| list.archived_at.is_some()),
            due: task.due.as_ref(),
            start: task.start,
            deadline: task.deadline,
            priority: task.priority,
            tags: &task.tags,
            recurring: task.recurrence.is_some(),
            subtask: task.parent.is_some(),
            reminder: !task.reminders.is_empty(),
            completed_at: task.completed_at,
            deleted_at: task.deleted_at,
            created_at: task.created_at,
            created_by: &task.created_by,
        })
    });
    let mut ids: Vec<TaskId> = shown.map(|task| task.id).collect();
    ids.sort();
    ids
}

#[tokio::test]
async fn the_database_shows_what_a_filter_means() {
    let profile = Profile::new().await;
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        proptest::test_runner::TestRng::deterministic_rng(Config::default().rng_algorithm),
    );
    let ids = fill(&profile, &mut runner).await;
    let door = profile.store.caller(Actor::Person);
    let mut shown_at_all = 0;
    for zone in ["Europe/Berlin", "Asia/Tokyo"] {
        let zone = jiff::tz::TimeZone::get(zone).unwrap();
        let now: Zoned = "2026-11-21T10:30[Europe/Berlin]".parse().unwrap();
        let now = now.with_time_zone(zone);
        *profile.now.lock().unwrap() = now.clone();
        let tasks = door.get(&ids).await.unwrap();
        assert_eq!(tasks.len(), ids.len());
        let overview = door.overview().await.unwrap();
        let lists = overview
            .lists
            .into_iter()
            .map(|entry| (entry.list.id, entry.list));
        let lists: BTreeMap<ListId, List> = lists.collect();
        for _ in 0..QUERIES {
            let query = query().new_tree(&mut runner).unwrap().current();
            let filter = Filter::parse(&query, &now).unwrap();
            let view = View::Filter {
                query: query.clone(),
            };
            let mut shown = door.ids(&view).await.unwrap();
            shown_at_all += shown.len();
            let page = Page {
                after: None,
                limit: 500,
            };
            let rows = door.view(&view, &page).await.unwrap().tasks;
            assert_eq!(
                rows.iter().map(|task| task.id).collect::<Vec<_>>(),
                shown,
                "{query}"
            );
            assert_eq!(
                door.count(&view).await.unwrap(),
                shown.len() as u64,
                "{query}"
            );
            shown.sort();
            assert_eq!(shown, meant(&filter, &tasks, &lists, &now), "{query}");
        }
    }
    assert!(shown_at_all > QUERIES, "the filters showed next to nothing");
}
