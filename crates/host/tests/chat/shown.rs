//! What the page is shown beside the words: steps, tasks that can be opened, what can be taken
//! back; and what becomes of an answer that is asked for again.

use std::collections::BTreeSet;

use calm_orbit_host::chat_server;
use chatkit::content::{Annotation, AssistantContent, EntitySource, Source};
use chatkit::workflow::{StatusIndicator, TaskKind};
use chatkit::{Event, Item, ItemKind, ItemUpdate, PageRequest, Threads};
use chatkit::{Order, ThreadId};
use serde_json::{Value, json};
use task::{Action, Target, TaskPatch, Tasks, View};

use crate::talk::{Chat, chat};

fn done(chat: &Chat) -> Vec<&Item> {
    let items = chat.events.iter().filter_map(|event| match event {
        Event::ItemDone { item } => Some(item),
        _ => None,
    });
    items.collect()
}

/// The tasks that the last answer names, with the text before each.
fn named(chat: &Chat) -> Vec<(String, EntitySource)> {
    let mut found = Vec::new();
    for item in done(chat) {
        let ItemKind::AssistantMessage { content } = &item.kind else {
            continue;
        };
        for AssistantContent::OutputText(part) in content {
            for Annotation { source, index } in &part.annotations {
                let Source::Entity(source) = source else {
                    panic!("{source:?}")
                };
                let index = usize::try_from(index.unwrap()).unwrap();
                let before: String = part.text.chars().take(index).collect();
                found.push((before, source.clone()));
            }
        }
    }
    found
}

/// What the page is told of changes.
fn effects(chat: &Chat) -> Vec<(&str, &serde_json::Map<String, Value>)> {
    let effects = chat.events.iter().filter_map(|event| match event {
        Event::ClientEffect { name, data } => Some((name.as_str(), data)),
        _ => None,
    });
    effects.collect()
}

#[tokio::test]
async fn a_task_that_is_named_can_be_opened() {
    let mut chat = chat().await;
    let tap = chat.add_to(Some("Home"), "Fix the tap").await;
    chat.say("what's in Home?").await;
    let named = named(&chat);
    assert_eq!(named.len(), 1);
    let (before, source) = &named[0];
    assert!(before.ends_with("1. Fix the tap"), "{before}");
    assert_eq!(source.id, format!("task:{tap}"));
    assert_eq!(source.info.title, "Fix the tap");
    assert!(source.interactive);
    assert_eq!(source.data["list"], "Home");
}

#[tokio::test]
async fn the_words_come_one_after_the_other_and_make_the_answer() {
    let mut chat = chat().await;
    chat.add("Fix the tap").await;
    let said = chat.say("show my tasks").await;
    let pieces: Vec<&str> = chat
        .events
        .iter()
        .filter_map(|event| match event {
            Event::ItemUpdated {
                update: ItemUpdate::TextDelta { delta, .. },
                ..
            } => Some(delta.as_str()),
            _ => None,
        })
        .collect();
    assert!(pieces.len() >= 8, "{pieces:?}");
    assert_eq!(pieces.concat(), said);
}

#[tokio::test]
async fn every_kind_of_call_is_a_step() {
    let mut chat = chat().await;
    for title in ["Fix the tap", "Paint the wall"] {
        chat.add_to(Some("Home"), title).await;
    }
    chat.say("what's in Home?").await;
    chat.say("both are done").await;
    let items = done(&chat);
    let workflow = items
        .iter()
        .find_map(|item| match &item.kind {
            ItemKind::Workflow { workflow } => Some(workflow),
            _ => None,
        })
        .unwrap();
    assert_eq!(workflow.tasks.len(), 1);
    let step = &workflow.tasks[0];
    assert_eq!(step.status_indicator, StatusIndicator::Complete);
    let TaskKind::Custom {
        title,
        icon,
        content,
    } = &step.kind
    else {
        panic!("{step:?}")
    };
    assert_eq!(title.as_deref(), Some("Completed 2 tasks"));
    assert_eq!(icon.as_deref(), Some("check-circle"));
    assert_eq!(content.as_deref(), Some("- Fix the tap\n- Paint the wall"));
    assert_eq!(chat.steps.as_deref(), Some("Completed 2 tasks"));
    chat.say("thanks").await;
    assert_eq!(chat.steps, None, "nothing was looked at for that");
}

#[tokio::test]
async fn the_page_learns_what_it_can_take_back() {
    let mut chat = chat().await;
    chat.say("add milk, eggs and bread").await;
    let told = effects(&chat);
    let [("tasks.changed", data)] = told.as_slice() else {
        panic!("{told:?}")
    };
    let group = data["group"].as_str().unwrap().parse().unwrap();
    chat.person().undo(Target::Group(group)).await.unwrap();
    assert!(chat.titles(View::Open).await.is_empty(), "the whole turn");
    chat.say("show my tasks").await;
    assert!(effects(&chat).is_empty());
}

#[tokio::test]
async fn a_mention_names_exactly_that() {
    let mut chat = chat().await;
    chat.add("Call the dentist").await;
    let second = chat.add("Call the dentist").await;
    let said = chat
        .say_all(json!([
            {"type": "input_text", "text": "mark "},
            {"type": "input_tag", "id": format!("task:{second}"), "text": "Call the dentist", "data": {}},
            {"type": "input_text", "text": " as done"},
        ]))
        .await;
    assert_eq!(said, "Done: “Call the dentist” is completed.");
    assert!(chat.task(second).await.completed_at.is_some());
    let work = chat.add_to(Some("Work"), "Report").await;
    let list = chat.task(work).await.list.unwrap();
    let show = |id: String| json!([{"type": "input_text", "text": "show "}, {"type": "input_tag", "id": id, "text": "x", "data": {}}]);
    assert_eq!(
        chat.say_all(show(format!("list:{list}"))).await,
        "You have 1 open task in Work:\n\n1. Report, in Work"
    );
    assert_eq!(
        chat.say_all(show("tag:phone".into())).await,
        "You have no open tasks tagged @phone."
    );
    // What a mention shows is no sentence: only its id counts.
    let said = chat
        .say_all(json!([
            {"type": "input_text", "text": "complete "},
            {"type": "input_tag", "id": "task:nonsense", "text": "Report", "data": {}},
        ]))
        .await;
    assert_eq!(
        said, "Done: “Report” is completed.",
        "its text, where the id is none"
    );
}

#[tokio::test]
async fn an_answer_that_is_asked_for_again_does_it_once() {
    let mut chat = chat().await;
    chat.say("add buy milk").await;
    let message = chat.message();
    chat.server = chat_server(&chat.store);
    assert_eq!(
        chat.retry(&message).await,
        "I took back what I did the first time, and did it again. Added “buy milk”."
    );
    assert_eq!(chat.titles(View::Open).await, ["buy milk"]);
    let (before, _) = &named(&chat)[0];
    assert!(before.ends_with("Added “buy milk”"), "{before}");
    // And once more, and back.
    chat.retry(&message).await;
    assert_eq!(chat.titles(View::Open).await, ["buy milk"]);
    chat.say("undo").await;
    assert!(chat.titles(View::Open).await.is_empty());
    let undo = chat.message();
    chat.say("add eggs").await;
    assert!(
        chat.retry(&undo)
            .await
            .starts_with("I took that back the first time already")
    );
    assert_eq!(chat.titles(View::Open).await, ["eggs"]);
}

#[tokio::test]
async fn what_somebody_changed_since_is_not_done_again() {
    let mut chat = chat().await;
    chat.say("add buy milk").await;
    let message = chat.message();
    let tasks = chat.person();
    let id = tasks.ids(&View::Open).await.unwrap()[0];
    let patch = TaskPatch {
        title: Some("Buy oat milk".into()),
        ..TaskPatch::default()
    };
    tasks.apply(Action::edit(id, patch)).await.unwrap();
    let said = chat.retry(&message).await;
    assert!(
        said.starts_with("I did this the first time already, and something was changed since"),
        "{said}"
    );
    assert_eq!(chat.titles(View::Open).await, ["Buy oat milk"]);
}

#[tokio::test]
async fn a_question_that_is_asked_for_again_is_asked_again() {
    let mut chat = chat().await;
    chat.add("Call the dentist").await;
    let first = chat.say("delete the dentist").await;
    let message = chat.message();
    assert_eq!(chat.retry(&message).await, first);
    chat.say("yes").await;
    let yes = chat.message();
    let again = chat.retry(&yes).await;
    assert!(
        again.ends_with("is in the trash. Say “undo” to have it back."),
        "{again}"
    );
    assert_eq!(chat.titles(View::Trash).await, ["Call the dentist"]);
}

#[tokio::test]
async fn feedback_is_kept_in_the_thread_and_shown_to_nobody() {
    let mut chat = chat().await;
    chat.say("add buy milk").await;
    let item = done(&chat)
        .iter()
        .find(|item| matches!(item.kind, ItemKind::AssistantMessage { .. }))
        .unwrap()
        .id
        .clone();
    let thread = chat.thread.clone().unwrap();
    let params = json!({"thread_id": thread, "item_ids": [item], "kind": "positive"});
    let request = json!({"type": "items.feedback", "params": params});
    assert_eq!(chat.ask(&request).await, json!({}));
    let page = PageRequest::first(100, Order::Asc);
    let id: ThreadId = thread.as_str().into();
    let kept = chat.store.items(&id, &page).await.unwrap().data;
    let hidden = kept.iter().rev().find_map(|item| match &item.kind {
        ItemKind::HiddenContextItem { content } => Some(content),
        _ => None,
    });
    assert_eq!(
        hidden.unwrap(),
        &json!({"feedback": {"items": [item], "opinion": "positive"}})
    );
    // The memory of the thread is what it was.
    assert_eq!(chat.say("make it p1").await, "“buy milk” is p1 now.");
    let request =
        json!({"type": "items.list", "params": {"thread_id": thread, "limit": 50, "order": "asc"}});
    let listed = chat.ask(&request).await;
    let kinds: BTreeSet<&str> = listed["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["type"].as_str().unwrap())
        .collect();
    assert!(
        !kinds.iter().any(|kind| kind.contains("hidden")),
        "{kinds:?}"
    );
}

#[tokio::test]
async fn more_than_five_are_asked_about() {
    let mut chat = chat().await;
    for n in 1..=6 {
        chat.add(&format!("Task no {n}")).await;
    }
    chat.say("show my tasks").await;
    let said = chat.say("all of them are done").await;
    assert!(
        said.starts_with("That would complete 6 tasks. Shall I?"),
        "{said}"
    );
    assert_eq!(chat.titles(View::Open).await.len(), 6);
    assert!(effects(&chat).is_empty());
    chat.say("yes").await;
    assert!(chat.titles(View::Open).await.is_empty());
    assert_eq!(effects(&chat).len(), 1);
    chat.say("undo").await;
    assert_eq!(chat.titles(View::Open).await.len(), 6, "one undo for all");
}
