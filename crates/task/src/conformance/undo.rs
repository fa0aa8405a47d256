//! What is taken back and done again, and by whom.

use super::{Profile, add, add_draft, complete, due, edit, one, titles};
use crate::{Action, Actor, Code, GroupId, Target, TaskDraft, TaskId, View};

/// Undo of each deed.
pub async fn undo_takes_back_every_deed(profile: &Profile) {
    let tasks = profile.person();
    let id = due(&tasks, "Buy milk", "2026-11-25").await;
    let before = one(&tasks, id).await;
    edit(
        &tasks,
        id,
        r#"{"title":"x","due":null,"list":"New","add_tags":["t"]}"#,
    )
    .await;
    let undone = tasks.undo(Target::Last).await.unwrap();
    assert_eq!(undone.summary, "Took back: edited “Buy milk”.");
    assert_eq!((undone.restored, undone.stayed), (vec![id], vec![]));
    assert_eq!(one(&tasks, id).await, before);
    assert!(
        tasks.overview().await.unwrap().lists.is_empty(),
        "the list that it made is gone"
    );

    complete(&tasks, id, true).await;
    tasks.undo(Target::Last).await.unwrap();
    assert_eq!(one(&tasks, id).await, before);

    tasks
        .apply(Action::DeleteTasks { ids: vec![id] })
        .await
        .unwrap();
    tasks.undo(Target::Last).await.unwrap();
    assert_eq!(one(&tasks, id).await, before);
}

/// The stack.
pub async fn undo_goes_back_step_by_step_and_redo_forward(profile: &Profile) {
    let tasks = profile.person();
    let id = add(&tasks, "0").await;
    for step in 1..=3 {
        edit(&tasks, id, &format!(r#"{{"title":"{step}"}}"#)).await;
    }
    for expected in ["2", "1", "0"] {
        tasks.undo(Target::Last).await.unwrap();
        assert_eq!(one(&tasks, id).await.title, expected);
    }
    for expected in ["1", "2"] {
        tasks.redo().await.unwrap();
        assert_eq!(one(&tasks, id).await.title, expected);
    }
    tasks.undo(Target::Last).await.unwrap();
    assert_eq!(one(&tasks, id).await.title, "1");
    tasks.redo().await.unwrap();
    tasks.redo().await.unwrap();
    assert_eq!(one(&tasks, id).await.title, "3");
    assert_eq!(tasks.redo().await.unwrap_err().code(), Code::NothingToUndo);
}

/// Redo ends with something new.
pub async fn a_new_action_ends_redo(profile: &Profile) {
    let tasks = profile.person();
    let id = add(&tasks, "a").await;
    edit(&tasks, id, r#"{"title":"b"}"#).await;
    tasks.undo(Target::Last).await.unwrap();
    edit(&tasks, id, r#"{"notes":"new"}"#).await;
    assert_eq!(tasks.redo().await.unwrap_err().code(), Code::NothingToUndo);
    assert_eq!(one(&tasks, id).await.title, "a");
}

/// Promise 4.
pub async fn undo_leaves_what_somebody_changed_since(profile: &Profile) {
    let (tasks, other) = (profile.person(), profile.client("Claude"));
    let id = add(&tasks, "Buy milk").await;
    edit(&tasks, id, r#"{"title":"Buy oat milk","notes":"two"}"#).await;
    edit(&other, id, r#"{"title":"Buy soy milk"}"#).await;
    let undone = tasks.undo(Target::Last).await.unwrap();
    let task = one(&tasks, id).await;
    assert_eq!(
        (task.title.as_str(), task.notes.as_str()),
        ("Buy soy milk", "")
    );
    assert_eq!(undone.stayed.len(), 1);
    assert_eq!(undone.stayed[0].fields, ["title"]);
    assert!(
        undone.summary.contains("“Buy soy milk” was changed since"),
        "{}",
        undone.summary
    );
    // What was added is not thrown away while another's edit stands on it.
    let undone = tasks.undo(Target::Last).await.unwrap();
    assert!(undone.restored.is_empty());
    assert_eq!(one(&tasks, id).await.deleted_at, None);
}

/// Changes that were taken back don't count.
pub async fn undo_of_an_undone_neighbour_is_no_obstacle(profile: &Profile) {
    let (tasks, other) = (profile.person(), profile.client("Claude"));
    let id = add(&tasks, "a").await;
    edit(&tasks, id, r#"{"title":"b"}"#).await;
    edit(&other, id, r#"{"title":"c"}"#).await;
    other.undo(Target::Last).await.unwrap();
    let undone = tasks.undo(Target::Last).await.unwrap();
    assert!(undone.stayed.is_empty());
    assert_eq!(one(&tasks, id).await.title, "a");
}

/// Undo of an add.
pub async fn adding_is_taken_back_into_the_trash(profile: &Profile) {
    let tasks = profile.person();
    let id = add(&tasks, "Buy milk").await;
    tasks.undo(Target::Last).await.unwrap();
    assert_eq!(titles(&tasks, View::Trash).await, ["Buy milk"]);
    tasks.redo().await.unwrap();
    assert_eq!(titles(&tasks, View::Inbox).await, ["Buy milk"]);
    assert_eq!(one(&tasks, id).await.title, "Buy milk");
}

/// Groups.
pub async fn a_group_is_taken_back_as_one(profile: &Profile) {
    let person = profile.person();
    let group = GroupId::fresh(person.now().timestamp());
    let turn = (profile.door)(Actor::Assistant, Some(group));
    let milk = add(&turn, "Buy milk").await;
    edit(&turn, milk, r#"{"title":"Buy oat milk"}"#).await;
    add(&turn, "Buy bread").await;
    assert_eq!(titles(&person, View::Inbox).await.len(), 2);
    let undone = turn.undo(Target::Last).await.unwrap();
    assert_eq!(undone.group, group);
    assert!(titles(&person, View::Inbox).await.is_empty());
    assert_eq!(one(&person, milk).await.title, "Buy milk");
    turn.redo().await.unwrap();
    assert_eq!(
        titles(&person, View::Inbox).await,
        ["Buy oat milk", "Buy bread"]
    );
}

/// Groups of several calls, seen by a door that knows nothing of them.
pub async fn a_group_of_several_calls_is_one_for_everybody(profile: &Profile) {
    let person = profile.person();
    let ids = [
        add(&person, "Buy milk").await,
        add(&person, "Buy bread").await,
        add(&person, "Buy eggs").await,
    ];
    let mut group = None;
    for id in ids {
        let door = (profile.door)(Actor::Person, group);
        let done = Action::CompleteTasks {
            ids: vec![id],
            completed: true,
        };
        group = Some(door.apply(done).await.unwrap().group);
    }
    // As after a restart, or from the command line.
    let undone = profile.person().undo(Target::Last).await.unwrap();
    assert_eq!(Some(undone.group), group);
    assert_eq!(undone.restored.len(), 3);
    assert_eq!(titles(&person, View::Inbox).await.len(), 3);
    profile.person().redo().await.unwrap();
    assert!(titles(&person, View::Inbox).await.is_empty());
    profile.person().undo(Target::Last).await.unwrap();
    assert_eq!(titles(&person, View::Inbox).await.len(), 3);

    // What goes on after its beginning was taken back is taken back by itself.
    let done = |id| Action::CompleteTasks {
        ids: vec![id],
        completed: true,
    };
    let begun = person.apply(done(ids[0])).await.unwrap().group;
    person.undo(Target::Last).await.unwrap();
    let door = (profile.door)(Actor::Person, Some(begun));
    door.apply(done(ids[1])).await.unwrap();
    let undone = person.undo(Target::Last).await.unwrap();
    assert_eq!(undone.restored, [ids[1]]);
    assert_eq!(titles(&person, View::Inbox).await.len(), 3);
}

/// Nobody adds to what somebody else has begun.
pub async fn a_group_is_one_actors_alone(profile: &Profile) {
    let person = profile.person();
    let begun = add_in(&(profile.door)(Actor::Assistant, None), "Buy milk").await;
    let door = (profile.door)(Actor::Person, Some(begun));
    let draft = TaskDraft {
        title: "Buy bread".into(),
        ..TaskDraft::default()
    };
    let id = TaskId::fresh(person.now().timestamp());
    let refused = door.apply(Action::add(id, draft)).await.unwrap_err();
    assert_eq!(refused.code(), Code::Denied);
    assert_eq!(titles(&person, View::Inbox).await, ["Buy milk"]);
    // Taking it back as the person makes it no group of the person's.
    person.undo(Target::Group(begun)).await.unwrap();
    let assistant = (profile.door)(Actor::Assistant, Some(begun));
    add(&assistant, "Buy eggs").await;
}

async fn add_in(tasks: &std::sync::Arc<dyn crate::Tasks>, title: &str) -> GroupId {
    let draft = TaskDraft {
        title: title.into(),
        ..TaskDraft::default()
    };
    let id = TaskId::fresh(tasks.now().timestamp());
    tasks.apply(Action::add(id, draft)).await.unwrap().group
}

/// Whose undo.
pub async fn clients_take_back_only_their_own(profile: &Profile) {
    let (person, client) = (profile.person(), profile.client("Claude"));
    let id = TaskId::fresh(person.now().timestamp());
    let draft = TaskDraft {
        title: "Mine".into(),
        ..TaskDraft::default()
    };
    let applied = person.apply(Action::add(id, draft)).await.unwrap();
    assert_eq!(
        client.undo(Target::Last).await.unwrap_err().code(),
        Code::NothingToUndo
    );
    let error = client.undo(Target::Group(applied.group)).await.unwrap_err();
    assert_eq!(error.code(), Code::Denied);
    assert_eq!(titles(&person, View::Inbox).await, ["Mine"]);
}

/// The person's undo.
pub async fn the_person_takes_back_anything(profile: &Profile) {
    let (person, client) = (profile.person(), profile.client("Claude"));
    let id = TaskId::fresh(person.now().timestamp());
    let draft = TaskDraft {
        title: "Theirs".into(),
        ..TaskDraft::default()
    };
    let applied = client.apply(Action::add(id, draft)).await.unwrap();
    assert_eq!(
        person.undo(Target::Last).await.unwrap_err().code(),
        Code::NothingToUndo
    );
    person.undo(Target::Group(applied.group)).await.unwrap();
    assert!(titles(&person, View::Inbox).await.is_empty());
    let twice = person.undo(Target::Group(applied.group)).await.unwrap_err();
    assert_eq!(twice.code(), Code::NothingToUndo);
    let unknown = GroupId::fresh(person.now().timestamp());
    let error = person.undo(Target::Group(unknown)).await.unwrap_err();
    assert_eq!(error.code(), Code::NotFound);
}

/// A client's undo must not take the person's tasks out of sight.
pub async fn a_list_that_others_use_outlives_its_making(profile: &Profile) {
    let (person, client) = (profile.person(), profile.client("Claude"));
    let home = |title: &str| TaskDraft {
        title: title.into(),
        list: Some("Home".into()),
        ..TaskDraft::default()
    };
    add_draft(&client, home("theirs")).await;
    add_draft(&person, home("mine")).await;
    client.undo(Target::Last).await.unwrap();
    let lists = person.overview().await.unwrap().lists;
    assert_eq!(lists.len(), 1, "the list stays");
    assert_eq!(
        titles(
            &person,
            View::List {
                id: lists[0].list.id
            }
        )
        .await,
        ["mine"]
    );
    assert_eq!(titles(&person, View::Trash).await, ["theirs"]);
    person.undo(Target::Last).await.unwrap();
    assert!(titles(&person, View::Open).await.is_empty());
}

/// A task whose list is gone is in the Inbox.
pub async fn a_restored_task_is_always_somewhere(profile: &Profile) {
    let person = profile.person();
    let draft = TaskDraft {
        title: "x".into(),
        list: Some("Home".into()),
        ..TaskDraft::default()
    };
    let id = add_draft(&person, draft).await;
    person.undo(Target::Last).await.unwrap();
    assert!(person.overview().await.unwrap().lists.is_empty());
    person
        .apply(Action::RestoreTasks { ids: vec![id] })
        .await
        .unwrap();
    assert_eq!(titles(&person, View::Inbox).await, ["x"]);
    assert_eq!(person.overview().await.unwrap().inbox, 1);
}

/// Undo goes back to what stands, not to what was there once.
pub async fn undo_skips_what_was_itself_taken_back(profile: &Profile) {
    let (person, a, b) = (profile.person(), profile.client("A"), profile.client("B"));
    let id = add(&person, "original").await;
    edit(&a, id, r#"{"title":"from A","due":"2026-12-02"}"#).await;
    edit(&b, id, r#"{"title":"from B"}"#).await;
    let undone = a.undo(Target::Last).await.unwrap();
    assert_eq!(undone.stayed[0].fields, ["title"]);
    b.undo(Target::Last).await.unwrap();
    let task = one(&person, id).await;
    assert_eq!((task.title.as_str(), task.due), ("original", None));
}

/// What stood in the way may go.
pub async fn an_undo_that_found_nothing_can_be_tried_again(profile: &Profile) {
    let (person, client) = (profile.person(), profile.client("A"));
    let earlier = add(&person, "earlier").await;
    let id = add(&person, "P").await;
    edit(&client, id, r#"{"notes":"n"}"#).await;
    assert!(person.undo(Target::Last).await.unwrap().restored.is_empty());
    assert_eq!(
        person.undo(Target::Last).await.unwrap().restored,
        [earlier],
        "it is passed over"
    );
    client.undo(Target::Last).await.unwrap();
    assert_eq!(person.undo(Target::Last).await.unwrap().restored, [id]);
    assert!(titles(&person, View::Open).await.is_empty());
}

/// Of several that others had built on, the one that can be taken back by now is.
pub async fn an_older_undo_that_found_nothing_can_be_tried_again(profile: &Profile) {
    let (person, client) = (profile.person(), profile.client("A"));
    let (first, second) = (add(&person, "first").await, add(&person, "second").await);
    for id in [second, first] {
        edit(&client, id, r#"{"notes":"n"}"#).await;
    }
    for _ in 0..3 {
        assert!(person.undo(Target::Last).await.unwrap().restored.is_empty());
    }
    client.undo(Target::Last).await.unwrap();
    assert_eq!(person.undo(Target::Last).await.unwrap().restored, [first]);
    assert_eq!(titles(&person, View::Open).await, ["second"]);
}

/// Redo follows the undos, not the age of what they took back.
pub async fn redo_does_again_what_was_taken_back_last(profile: &Profile) {
    let (person, client) = (profile.person(), profile.client("A"));
    let gone = add(&person, "gone").await;
    person.undo(Target::Last).await.unwrap();
    let id = TaskId::fresh(person.now().timestamp());
    let draft = TaskDraft {
        title: "theirs".into(),
        ..TaskDraft::default()
    };
    let theirs = client.apply(Action::add(id, draft)).await.unwrap();
    add(&person, "new").await;
    person.undo(Target::Last).await.unwrap();
    person.undo(Target::Group(theirs.group)).await.unwrap();
    assert_eq!(person.redo().await.unwrap().restored, [id]);
    assert_eq!(titles(&person, View::Inbox).await, ["theirs"]);
    person.redo().await.unwrap();
    assert_eq!(titles(&person, View::Inbox).await, ["theirs", "new"]);
    assert_eq!(person.redo().await.unwrap_err().code(), Code::NothingToUndo);
    assert!(one(&person, gone).await.deleted_at.is_some());
}
