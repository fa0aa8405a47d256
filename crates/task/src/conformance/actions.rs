//! What actions do, and what they refuse.

use super::{Profile, add, add_draft, at, complete, due, edit, find, one, start, titles};
use crate::{Action, Actor, Code, Priority, TaskDraft, TaskId, View};

/// Adding.
pub async fn a_task_is_read_back_as_it_was_added(profile: &Profile) {
    let tasks = profile.client("Cursor");
    let id = add_draft(
        &tasks,
        TaskDraft {
            title: " Pay\nrent ".into(),
            notes: "from savings\r\n\u{1F4B6} 日本".into(),
            list: Some("Home".into()),
            due: Some("2026-12-01T09:00[Europe/Berlin]".parse().unwrap()),
            priority: Priority::P1,
            tags: vec!["@Money".into(), "money".into(), "bank".into()],
            ..TaskDraft::default()
        },
    )
    .await;
    let task = one(&profile.person(), id).await;
    assert_eq!(task.title, "Pay rent");
    assert_eq!(task.notes, "from savings\n\u{1F4B6} 日本");
    assert_eq!(
        task.due.unwrap().to_string(),
        "2026-12-01T09:00[Europe/Berlin]"
    );
    assert_eq!(task.priority, Priority::P1);
    assert_eq!(task.tags, ["bank", "money"]);
    assert_eq!(task.created_by, Actor::client("Cursor"));
    assert_eq!(task.created_at, start().timestamp());
    let overview = tasks.overview().await.unwrap();
    assert_eq!(overview.lists.len(), 1);
    assert_eq!(overview.lists[0].list.name, "Home");
    assert_eq!(task.list, Some(overview.lists[0].list.id));
}

/// Limits and errors.
pub async fn bad_input_changes_nothing(profile: &Profile) {
    let tasks = profile.person();
    let known = add(&tasks, "Buy milk").await;
    let before = (tasks.changes(0).await.unwrap(), one(&tasks, known).await);
    for title in [String::new(), " \n\t".into(), "x".repeat(100_000)] {
        let id = TaskId::fresh(tasks.now().timestamp());
        let draft = TaskDraft {
            title,
            list: Some("Never made".into()),
            ..TaskDraft::default()
        };
        let error = tasks.apply(Action::add(id, draft)).await.unwrap_err();
        assert_eq!(error.code(), Code::InvalidInput);
    }
    for patch in [
        r#"{"title":""}"#,
        r#"{"due":"the day after never"}"#,
        r#"{"due":"2026-02-30"}"#,
    ] {
        let patch = serde_json::from_str(patch).unwrap();
        let error = tasks.apply(Action::edit(known, patch)).await.unwrap_err();
        assert_eq!(error.code(), Code::InvalidInput);
    }
    let error = tasks
        .apply(Action::DeleteTasks { ids: Vec::new() })
        .await
        .unwrap_err();
    assert_eq!(error.code(), Code::InvalidInput);
    assert_eq!(
        before,
        (tasks.changes(0).await.unwrap(), one(&tasks, known).await)
    );
    assert!(tasks.overview().await.unwrap().lists.is_empty());
}

/// Idempotence by the caller's id.
pub async fn a_repeated_add_adds_once(profile: &Profile) {
    let tasks = profile.person();
    let id = add(&tasks, "Buy milk").await;
    let draft = TaskDraft {
        title: "Buy milk".into(),
        ..TaskDraft::default()
    };
    let again = tasks.apply(Action::add(id, draft)).await.unwrap();
    assert_eq!(again.tasks.len(), 1);
    assert_eq!(titles(&tasks, View::Inbox).await, ["Buy milk"]);
    assert_eq!(tasks.changes(0).await.unwrap().seq, 1);
}

/// Completion.
pub async fn completing_twice_is_completing_once(profile: &Profile) {
    let tasks = profile.person();
    let id = add(&tasks, "Buy milk").await;
    complete(&tasks, id, true).await;
    let first = one(&tasks, id).await;
    assert_eq!(first.completed_at, Some(start().timestamp()));
    (profile.set_now)(at("2026-11-22T10:00[Europe/Berlin]"));
    complete(&tasks, id, true).await;
    assert_eq!(one(&tasks, id).await, first);
    assert_eq!(titles(&tasks, View::Completed).await, ["Buy milk"]);
    assert!(titles(&tasks, View::Inbox).await.is_empty());
}

/// Completion taken back as an action of its own.
pub async fn completed_tasks_open_again(profile: &Profile) {
    let tasks = profile.person();
    let id = add(&tasks, "Buy milk").await;
    complete(&tasks, id, true).await;
    complete(&tasks, id, false).await;
    assert_eq!(one(&tasks, id).await.completed_at, None);
    assert_eq!(titles(&tasks, View::Inbox).await, ["Buy milk"]);
}

/// Editing.
pub async fn an_edit_changes_only_what_it_names(profile: &Profile) {
    let tasks = profile.person();
    let id = due(&tasks, "Buy milk", "2026-11-25").await;
    let before = one(&tasks, id).await;
    edit(
        &tasks,
        id,
        r#"{"title":"Buy oat milk","priority":"p2","add_tags":["shop"]}"#,
    )
    .await;
    let after = one(&tasks, id).await;
    assert_eq!(
        (after.title.as_str(), after.priority),
        ("Buy oat milk", Priority::P2)
    );
    assert_eq!(after.tags, ["shop"]);
    assert_eq!((after.due, after.notes), (before.due, before.notes));
    edit(
        &tasks,
        id,
        r#"{"remove_tags":["shop"],"due":"monday 9am","priority":"p4"}"#,
    )
    .await;
    let last = one(&tasks, id).await;
    assert!(last.tags.is_empty());
    assert_eq!(last.due.unwrap().to_string(), "2026-11-23T09:00");
    assert_eq!(last.priority, Priority::P4);
}

/// Another time of the same day, in the same zone.
pub async fn a_time_alone_keeps_the_day(profile: &Profile) {
    let tasks = profile.person();
    for (before, after) in [
        ("2026-11-27T09:00", "2026-11-27T17:00"),
        ("2026-11-27", "2026-11-27T17:00"),
        (
            "2026-11-27T09:00[Asia/Tokyo]",
            "2026-11-27T17:00[Asia/Tokyo]",
        ),
    ] {
        let id = due(&tasks, "Dentist", before).await;
        edit(&tasks, id, r#"{"due":"5pm"}"#).await;
        assert_eq!(one(&tasks, id).await.due.unwrap().to_string(), after);
    }
    let id = add(&tasks, "Buy milk").await;
    edit(&tasks, id, r#"{"due":"5pm"}"#).await;
    let today = one(&tasks, id).await.due.unwrap();
    assert_eq!(today.to_string(), "2026-11-21T17:00");
}

/// Clearing.
pub async fn null_clears_a_field(profile: &Profile) {
    let tasks = profile.person();
    let id = due(&tasks, "Buy milk", "2026-11-25").await;
    edit(&tasks, id, r#"{"list":"Home","notes":"two"}"#).await;
    edit(&tasks, id, r#"{"list":null,"due":null,"notes":""}"#).await;
    let task = one(&tasks, id).await;
    assert_eq!((task.list, task.due, task.notes.as_str()), (None, None, ""));
}

/// The trash.
pub async fn the_trash_keeps_and_gives_back(profile: &Profile) {
    let tasks = profile.person();
    let id = add(&tasks, "Buy milk").await;
    let before = one(&tasks, id).await;
    tasks
        .apply(Action::DeleteTasks { ids: vec![id] })
        .await
        .unwrap();
    assert!(titles(&tasks, View::Inbox).await.is_empty());
    assert_eq!(titles(&tasks, View::Trash).await, ["Buy milk"]);
    assert!(find(&tasks, "milk").await.is_empty());
    tasks
        .apply(Action::RestoreTasks { ids: vec![id] })
        .await
        .unwrap();
    assert_eq!(one(&tasks, id).await, before);
    assert_eq!(titles(&tasks, View::Inbox).await, ["Buy milk"]);
}

/// The trash is not edited.
pub async fn tasks_in_the_trash_cannot_be_edited(profile: &Profile) {
    let tasks = profile.person();
    let id = add(&tasks, "Buy milk").await;
    tasks
        .apply(Action::DeleteTasks { ids: vec![id] })
        .await
        .unwrap();
    let error = tasks
        .apply(Action::CompleteTasks {
            ids: vec![id],
            completed: true,
        })
        .await
        .unwrap_err();
    assert_eq!(error.code(), Code::InvalidInput);
    assert!(
        error.to_string().contains("“Buy milk” is in the trash"),
        "{error}"
    );
}

/// Ids that nothing has.
pub async fn unknown_ids_are_said(profile: &Profile) {
    let tasks = profile.person();
    let id = TaskId::fresh(tasks.now().timestamp());
    let error = tasks
        .apply(Action::DeleteTasks { ids: vec![id] })
        .await
        .unwrap_err();
    assert_eq!(error.code(), Code::NotFound);
    assert!(tasks.get(&[id]).await.unwrap().is_empty());
    assert_eq!(
        tasks.resolve(&id.to_string()).await.unwrap_err().code(),
        Code::NotFound
    );
    assert_eq!(
        tasks.resolve("milk").await.unwrap_err().code(),
        Code::NotFound
    );
    let patch = serde_json::from_str(&format!(r#"{{"list":"{id}"}}"#)).unwrap();
    let known = add(&tasks, "Buy milk").await;
    let error = tasks.apply(Action::edit(known, patch)).await.unwrap_err();
    assert_eq!(error.code(), Code::NotFound);
}

/// Atomicity.
pub async fn bulk_actions_are_all_or_nothing(profile: &Profile) {
    let tasks = profile.person();
    let known = add(&tasks, "Buy milk").await;
    let unknown = TaskId::fresh(tasks.now().timestamp());
    let ids = vec![known, unknown];
    tasks
        .apply(Action::CompleteTasks {
            ids,
            completed: true,
        })
        .await
        .unwrap_err();
    assert_eq!(one(&tasks, known).await.completed_at, None);
    let many = vec![known; crate::BULK_LIMIT + 1];
    let error = tasks
        .apply(Action::DeleteTasks { ids: many })
        .await
        .unwrap_err();
    assert_eq!(error.code(), Code::InvalidInput);
}

/// Lists by name.
pub async fn a_list_is_made_once_whatever_its_case(profile: &Profile) {
    let tasks = profile.person();
    for name in ["Café", "CAFE\u{301}", "#café"] {
        let draft = TaskDraft {
            title: name.into(),
            list: Some(name.into()),
            ..TaskDraft::default()
        };
        add_draft(&tasks, draft).await;
    }
    let lists = tasks.overview().await.unwrap().lists;
    assert_eq!(lists.len(), 1);
    assert_eq!((lists[0].list.name.as_str(), lists[0].open), ("Café", 3));
    assert_eq!(
        titles(
            &tasks,
            View::List {
                id: lists[0].list.id
            }
        )
        .await
        .len(),
        3
    );
}

/// Tags.
pub async fn tags_are_folded(profile: &Profile) {
    let tasks = profile.person();
    let id = add(&tasks, "Call").await;
    edit(&tasks, id, r#"{"add_tags":["@PHONE","Straße"]}"#).await;
    assert_eq!(one(&tasks, id).await.tags, ["phone", "straße"]);
    assert_eq!(
        titles(
            &tasks,
            View::Tag {
                name: "Phone".into()
            }
        )
        .await,
        ["Call"]
    );
}

/// The limit of tags.
pub async fn tags_are_counted_as_they_will_be(profile: &Profile) {
    let person = profile.person();
    let tags = (0..crate::TAGS_LIMIT).map(|n| format!("t{n}")).collect();
    let id = add_draft(
        &person,
        TaskDraft {
            title: "x".into(),
            tags,
            ..TaskDraft::default()
        },
    )
    .await;
    edit(&person, id, r#"{"add_tags":["t1"]}"#).await;
    edit(&person, id, r#"{"add_tags":["new"],"remove_tags":["t1"]}"#).await;
    let patch = serde_json::from_str(r#"{"add_tags":["one more"]}"#).unwrap();
    let error = person.apply(Action::edit(id, patch)).await.unwrap_err();
    assert_eq!(error.code(), Code::InvalidInput);
    assert_eq!(one(&person, id).await.tags.len(), crate::TAGS_LIMIT);
}

/// Clocks.
pub async fn a_clock_set_back_loses_no_edit(profile: &Profile) {
    let tasks = profile.person();
    let id = add(&tasks, "before").await;
    for (year, title) in [
        ("2016", "ten years back"),
        ("2076", "fifty ahead"),
        ("2026", "healed"),
    ] {
        (profile.set_now)(at(&format!("{year}-11-21T09:00[Europe/Berlin]")));
        edit(&tasks, id, &format!(r#"{{"title":"{title}"}}"#)).await;
        assert_eq!(one(&tasks, id).await.title, title);
    }
}
