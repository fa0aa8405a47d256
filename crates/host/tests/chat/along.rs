//! What goes along is part of the question: what is asked is what is done.

use std::collections::BTreeMap;

use task::{Action, ListId, Task, TaskDraft, TaskId, Tasks, View};

use crate::talk::{Chat, chat};

/// Adds a task below another, if there is one; `comes` is how it comes again, from the 20th.
async fn below(chat: &Chat, parent: Option<TaskId>, title: &str, comes: Option<&str>) -> TaskId {
    let tasks = chat.person();
    let id = TaskId::fresh(tasks.now().timestamp());
    let draft = TaskDraft {
        title: title.into(),
        parent,
        due: comes.map(|_| "2026-11-20".parse().unwrap()),
        recurrence: comes.map(|rule| rule.parse().unwrap()),
        ..TaskDraft::default()
    };
    tasks.apply(Action::add(id, draft)).await.unwrap();
    id
}

async fn complete(chat: &Chat, id: TaskId) {
    let action = Action::CompleteTasks {
        ids: vec![id],
        completed: true,
    };
    chat.person().apply(action).await.unwrap();
}

/// Every task with what a change could change of it.
async fn all(chat: &Chat) -> BTreeMap<TaskId, Task> {
    let tasks = chat.person();
    let mut all = BTreeMap::new();
    for view in [View::Open, View::Completed, View::Trash] {
        let ids = tasks.ids(&view).await.unwrap();
        all.extend(
            tasks
                .get(&ids)
                .await
                .unwrap()
                .into_iter()
                .map(|task| (task.id, task)),
        );
    }
    all
}

/// How many tasks have changed.
async fn changed(chat: &Chat, before: &BTreeMap<TaskId, Task>) -> usize {
    let now = all(chat).await;
    now.iter()
        .filter(|(id, task)| before.get(id) != Some(task))
        .count()
}

/// Says it, agrees, and gives back what was asked and how many tasks were changed.
async fn agreed(chat: &mut Chat, said: &str) -> (String, usize) {
    let before = all(chat).await;
    let asked = chat.say(said).await;
    assert_eq!(changed(chat, &before).await, 0, "{asked}");
    let done = chat.say("yes").await;
    assert!(!done.contains("stayed"), "{done}");
    (asked, changed(chat, &before).await)
}

#[tokio::test]
async fn what_is_completed_with_it_is_counted() {
    let mut chat = chat().await;
    let trip = below(&chat, None, "Plan the trip", None).await;
    for n in 0..5 {
        below(&chat, Some(trip), &format!("Step {n}"), None).await;
    }
    let packed = below(&chat, Some(trip), "Pack", None).await;
    let deep = below(&chat, Some(packed), "Shirts", None).await;
    complete(&chat, deep).await;
    let (asked, count) = agreed(&mut chat, "complete plan the trip").await;
    assert_eq!(
        asked,
        "Shall I complete “Plan the trip” with 6 subtasks? Say yes or no."
    );
    assert_eq!(count, 7, "what was completed before stays as it was");
    chat.say("undo").await;
    assert_eq!(chat.titles(View::Open).await.len(), 7, "one undo for all");
}

#[tokio::test]
async fn the_trash_takes_what_is_completed_too() {
    let mut chat = chat().await;
    let trip = below(&chat, None, "Plan the trip", None).await;
    below(&chat, Some(trip), "Book", None).await;
    let done = below(&chat, Some(trip), "Ask", None).await;
    complete(&chat, done).await;
    let (asked, count) = agreed(&mut chat, "delete plan the trip").await;
    assert_eq!(
        asked,
        "Shall I move “Plan the trip” with 2 subtasks to the trash? Say yes or no."
    );
    assert_eq!(count, 3);
    assert_eq!(chat.titles(View::Trash).await.len(), 3);
}

#[tokio::test]
async fn all_of_a_list_counts_each_task_once() {
    for (said, asked_for, reached) in [
        (
            "complete all of work",
            "That would complete 3 tasks. Shall I?",
            3,
        ),
        (
            "delete all of work",
            "That would move 3 tasks with 1 subtask to the trash. Shall I?",
            4,
        ),
    ] {
        let mut chat = chat().await;
        let list = Action::AddList {
            id: ListId::fresh(chat.person().now().timestamp()),
            name: "Work".into(),
            colour: None,
        };
        chat.person().apply(list).await.unwrap();
        let report = chat.add_to(Some("Work"), "Report").await;
        below(&chat, Some(report), "Figures", None).await;
        let read = below(&chat, Some(report), "Read it aloud", Some("FREQ=DAILY")).await;
        let done = below(&chat, Some(read), "Print", None).await;
        complete(&chat, done).await;
        let (asked, count) = agreed(&mut chat, said).await;
        assert!(asked.starts_with(asked_for), "{said}: {asked}");
        assert_eq!(count, reached, "{said}");
    }
}

#[tokio::test]
async fn what_comes_again_opens_what_is_below_it() {
    let mut chat = chat().await;
    let water = below(&chat, None, "Water the plants", Some("FREQ=DAILY")).await;
    let mut done = Vec::new();
    for n in 0..6 {
        let id = below(&chat, Some(water), &format!("Pot {n}"), None).await;
        if n > 0 {
            complete(&chat, id).await;
            done.push(id);
        }
    }
    for said in ["complete water the plants", "skip water the plants"] {
        let (asked, count) = agreed(&mut chat, said).await;
        assert!(
            asked.ends_with(
                "“Water the plants” and open 5 completed subtasks again? Say yes or no."
            ),
            "{said}: {asked}"
        );
        assert_eq!(count, 6, "{said}");
        chat.say("undo").await;
    }
}

/// What is below a task that comes again is open for its next time, named or not.
#[tokio::test]
async fn what_begins_anew_is_not_said_to_be_done() {
    let mut chat = chat().await;
    let water = below(&chat, None, "Water the plants", Some("FREQ=DAILY")).await;
    for n in 0..5 {
        below(&chat, Some(water), &format!("Pot {n}"), None).await;
    }
    chat.say("show my tasks").await;
    assert_eq!(
        chat.say("all of them are done").await,
        "Done: “Water the plants” is due today next."
    );
    assert_eq!(chat.titles(View::Open).await.len(), 6);
}

#[tokio::test]
async fn more_than_a_page_is_counted() {
    let mut chat = chat().await;
    let trip = below(&chat, None, "Plan the trip", None).await;
    for n in 0..203 {
        below(&chat, Some(trip), &format!("Step {n}"), None).await;
    }
    let asked = chat.say("complete plan the trip").await;
    assert!(asked.contains("with 203 subtasks"), "{asked}");
}
