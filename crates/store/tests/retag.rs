//! Tags, changed on more tasks than one transaction takes.
#![allow(clippy::unwrap_used, reason = "tests")]

use calm_orbit_store::{Options, Store};
use task::{
    Action, ActivityQuery, Actor, Code, FilterId, NamePatch, Target, TaskDraft, TaskId, Tasks, View,
};

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

/// A profile with one task that has the tag `phone`, and a filter for each query.
async fn with_filters(queries: &[&str]) -> (tempfile::TempDir, Store) {
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
    for (n, query) in queries.iter().enumerate() {
        let filter = Action::AddFilter {
            id: FilterId::fresh(person.now().timestamp()),
            name: format!("Filter {n}"),
            query: (*query).into(),
            colour: None,
        };
        person.apply(filter).await.unwrap();
    }
    (folder, store)
}

async fn queries(store: &Store) -> Vec<String> {
    let overview = store.caller(Actor::Person).overview().await.unwrap();
    let filters = overview.filters.into_iter();
    filters.map(|filter| filter.query).collect()
}

async fn found(store: &Store, query: &str) -> u64 {
    let person = store.caller(Actor::Person);
    let query = query.into();
    person.count(&View::Filter { query }).await.unwrap()
}

#[tokio::test]
async fn filters_go_on_finding_a_tag_that_is_renamed() {
    let before = ["@Phone & !p1", "today", "@pho* | search: @phone"];
    let (_folder, store) = with_filters(&before).await;
    store
        .retag(Actor::Person, "phone", Some("calls & mail"))
        .await
        .unwrap();
    let after = queries(&store).await;
    assert_eq!(
        after,
        ["@\"calls-&-mail\" & !p1", "today", "@pho* | search: @phone"]
    );
    assert_eq!(found(&store, &after[0]).await, 1);
    assert_eq!(store.check().await.unwrap().problems, Vec::<String>::new());

    let person = store.caller(Actor::Person);
    let undone = person.undo(Target::Last).await.unwrap();
    assert_eq!(undone.summary, "Took back: edited “Call home”.");
    assert_eq!(queries(&store).await, before);
    assert_eq!(found(&store, before[0]).await, 1);
    person.redo().await.unwrap();
    assert_eq!(queries(&store).await, after);
}

#[tokio::test]
async fn a_filter_in_the_trash_comes_back_with_the_new_name() {
    let (_folder, store) = with_filters(&["@phone"]).await;
    let person = store.caller(Actor::Person);
    let id = person.overview().await.unwrap().filters[0].id;
    person.apply(Action::DeleteFilter { id }).await.unwrap();
    store
        .retag(Actor::Person, "phone", Some("calls"))
        .await
        .unwrap();
    person.apply(Action::RestoreFilter { id }).await.unwrap();
    assert_eq!(queries(&store).await, ["@calls"]);
}

#[tokio::test]
async fn a_filter_that_was_edited_since_keeps_its_query_when_the_name_is_taken_back() {
    let (_folder, store) = with_filters(&["@phone"]).await;
    let renamed = store.retag(Actor::Person, "phone", Some("calls"));
    let group = renamed.await.unwrap().group;
    let person = store.caller(Actor::Person);
    let patch = NamePatch {
        query: Some("@calls & p1".into()),
        ..NamePatch::default()
    };
    let id = person.overview().await.unwrap().filters[0].id;
    person
        .apply(Action::EditFilter { id, patch })
        .await
        .unwrap();
    person.undo(Target::Group(group)).await.unwrap();
    assert_eq!(queries(&store).await, ["@calls & p1"]);
}

#[tokio::test]
async fn a_filter_stays_when_its_tag_is_taken_off_all_tasks() {
    let (_folder, store) = with_filters(&["@phone"]).await;
    store.retag(Actor::Person, "phone", None).await.unwrap();
    assert_eq!(queries(&store).await, ["@phone"]);
    assert_eq!(found(&store, "@phone").await, 0);
}

#[tokio::test]
async fn what_is_no_tag_changes_nothing() {
    let (_folder, store) = with_filters(&[]).await;
    let person = store.caller(Actor::Person);
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
