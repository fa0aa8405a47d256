//! Tags, changed on more tasks than one transaction takes.
#![allow(clippy::unwrap_used, reason = "tests")]

use calm_orbit_store::{Options, Store};
use task::{Action, ActivityQuery, Actor, Code, Target, TaskDraft, TaskId, Tasks};

#[tokio::test]
async fn a_tag_of_very_many_tasks_is_renamed_and_comes_back_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Options::default())
        .await
        .unwrap();
    let person = store.caller(Actor::Person);
    let mut ids = Vec::new();
    for part in 0..3 {
        let tasks: Vec<_> = (0..500)
            .map(|n| {
                let id = TaskId::fresh(person.now().timestamp());
                let draft = TaskDraft {
                    title: format!("Task {part} {n}"),
                    tags: vec!["phone".into()],
                    ..TaskDraft::default()
                };
                (id, draft)
            })
            .collect();
        ids.extend(tasks.iter().map(|(id, _)| *id));
        person.apply(Action::AddTasks { tasks }).await.unwrap();
    }
    let gone = Action::DeleteTasks {
        ids: vec![ids[1499]],
    };
    person.apply(gone).await.unwrap();
    let tags = async || {
        let overview = person.overview().await.unwrap();
        let tags = overview.tags.into_iter().map(|tag| (tag.name, tag.open));
        tags.collect::<Vec<_>>()
    };

    let done = store
        .retag(Actor::Person, "@Phone", Some("Calls"))
        .await
        .unwrap();
    assert_eq!(done.tasks, 1500);
    assert_eq!(tags().await, [("calls".to_owned(), 1499)]);
    let query = ActivityQuery {
        group: Some(done.group),
        limit: 10,
        ..ActivityQuery::default()
    };
    assert_eq!(person.activity(&query).await.unwrap().len(), 2);

    // As from the command line: nobody there knows that it was two changes.
    let undone = store
        .caller(Actor::Person)
        .undo(Target::Last)
        .await
        .unwrap();
    assert_eq!(undone.group, done.group);
    assert_eq!(undone.restored.len(), 1500);
    let summary = "Took back: edited “Task 0 0” and 1499 more.";
    assert_eq!(undone.summary, summary);
    assert_eq!(tags().await, [("phone".to_owned(), 1499)]);
    let again = person.redo().await.unwrap();
    assert_eq!(again.summary, "Did again: edited “Task 0 0” and 1499 more.");
    assert_eq!(tags().await, [("calls".to_owned(), 1499)]);

    store.retag(Actor::Person, "calls", None).await.unwrap();
    assert_eq!(tags().await, []);
    assert_eq!(store.check().await.unwrap().problems, Vec::<String>::new());
}

#[tokio::test]
async fn what_is_no_tag_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Options::default())
        .await
        .unwrap();
    let person = store.caller(Actor::Person);
    let draft = TaskDraft {
        title: "Call home".into(),
        tags: vec!["phone".into()],
        ..TaskDraft::default()
    };
    let id = TaskId::fresh(person.now().timestamp());
    person.apply(Action::add(id, draft)).await.unwrap();
    let seq = person.changes(0).await.unwrap().seq;
    for (tag, name, code) in [
        ("mail", Some("post"), Code::NotFound),
        ("mail", None, Code::NotFound),
        ("phone", Some(" @ "), Code::InvalidInput),
        ("phone", Some("PHONE"), Code::InvalidInput),
        ("", Some("post"), Code::InvalidInput),
    ] {
        let refused = store.retag(Actor::Person, tag, name).await.unwrap_err();
        assert_eq!(refused.code(), code, "{tag} {name:?}: {refused}");
        assert!(!refused.to_string().is_empty());
    }
    assert_eq!(person.changes(0).await.unwrap().seq, seq);
}
