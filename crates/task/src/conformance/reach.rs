//! How far an action reaches: what goes along with what is named, and what stays out of it.

use std::sync::Arc;

use super::{Profile, add, add_draft, at, complete, edit, one, titles};
use crate::{Action, ListId, Target, Task, TaskDraft, TaskId, Tasks, View};

async fn below(tasks: &Arc<dyn Tasks>, parent: TaskId, title: &str) -> TaskId {
    let draft = TaskDraft {
        title: title.into(),
        parent: Some(parent),
        ..TaskDraft::default()
    };
    add_draft(tasks, draft).await
}

async fn recurring(tasks: &Arc<dyn Tasks>, parent: Option<TaskId>, rule: &str) -> TaskId {
    let draft = TaskDraft {
        title: "Water the plants".into(),
        parent,
        due: Some("2026-11-21".parse().unwrap()),
        recurrence: Some(rule.parse().unwrap()),
        ..TaskDraft::default()
    };
    add_draft(tasks, draft).await
}

async fn delete(tasks: &Arc<dyn Tasks>, id: TaskId) {
    let action = Action::DeleteTasks { ids: vec![id] };
    tasks.apply(action).await.unwrap();
}

async fn restore(tasks: &Arc<dyn Tasks>, id: TaskId) {
    let action = Action::RestoreTasks { ids: vec![id] };
    tasks.apply(action).await.unwrap();
}

async fn list_of(tasks: &Arc<dyn Tasks>, id: TaskId) -> ListId {
    let task: Task = one(tasks, id).await;
    task.list.unwrap()
}

/// A list that is deleted takes along what shows in it, not what merely was in it once, nor the
/// parents of that.
pub async fn a_deleted_list_leaves_what_shows_elsewhere(profile: &Profile) {
    let tasks = profile.person();
    let party = add(&tasks, "Plan the party").await;
    let cake = add(&tasks, "Order the cake").await;
    edit(&tasks, cake, r#"{"list":"Home"}"#).await;
    let home = list_of(&tasks, cake).await;
    edit(&tasks, cake, &format!(r#"{{"parent":"{party}"}}"#)).await;
    delete(&tasks, cake).await;
    tasks.apply(Action::DeleteList { id: home }).await.unwrap();
    assert_eq!(titles(&tasks, View::Inbox).await, ["Plan the party"]);

    // What was taken out of the trash alone shows in the list, and goes with it.
    let flat = add(&tasks, "Clean the flat").await;
    edit(&tasks, flat, r#"{"list":"Work"}"#).await;
    let kitchen = below(&tasks, flat, "The kitchen").await;
    let oven = below(&tasks, kitchen, "The oven").await;
    delete(&tasks, kitchen).await;
    restore(&tasks, oven).await;
    let work = list_of(&tasks, flat).await;
    let shown = titles(&tasks, View::List { id: work }).await;
    assert_eq!(shown, ["Clean the flat", "The oven"]);
    tasks.apply(Action::DeleteList { id: work }).await.unwrap();
    assert_eq!(titles(&tasks, View::Open).await, ["Plan the party"]);
}

/// A subtask that was taken out of the trash without its parent is a task of its own: what is
/// done to those that it was below leaves it alone.
pub async fn nothing_reaches_through_the_trash(profile: &Profile) {
    let tasks = profile.person();
    let flat = add(&tasks, "Clean the flat").await;
    let kitchen = below(&tasks, flat, "The kitchen").await;
    let oven = below(&tasks, kitchen, "The oven").await;
    delete(&tasks, kitchen).await;
    (profile.set_now)(at("2026-11-21T09:05[Europe/Berlin]"));
    restore(&tasks, oven).await;
    complete(&tasks, flat, true).await;
    assert_eq!(titles(&tasks, View::Open).await, ["The oven"]);
    // Deleting once more what is in the trash changes nothing.
    delete(&tasks, kitchen).await;
    delete(&tasks, flat).await;
    assert_eq!(titles(&tasks, View::Open).await, ["The oven"]);
    // When they come back, it is below them again.
    restore(&tasks, flat).await;
    restore(&tasks, kitchen).await;
    assert_eq!(one(&tasks, oven).await.parent, Some(kitchen));
}

/// A subtask that is taken out of the trash alone stays in the list of those above it, whichever it
/// was in before it came below them.
pub async fn a_subtask_restored_alone_stays_in_its_list(profile: &Profile) {
    let tasks = profile.person();
    let flat = add(&tasks, "Clean the flat").await;
    edit(&tasks, flat, r#"{"list":"Home"}"#).await;
    let kitchen = below(&tasks, flat, "The kitchen").await;
    let oven = add(&tasks, "The oven").await;
    edit(&tasks, oven, r#"{"list":"Work"}"#).await;
    edit(&tasks, oven, &format!(r#"{{"parent":"{kitchen}"}}"#)).await;
    let home = list_of(&tasks, flat).await;
    assert_eq!(list_of(&tasks, oven).await, home);
    delete(&tasks, flat).await;
    for id in [oven, kitchen] {
        restore(&tasks, id).await;
        assert_eq!(list_of(&tasks, id).await, home);
    }
    // With the list in the trash, too, it is the Inbox.
    delete(&tasks, kitchen).await;
    tasks.apply(Action::DeleteList { id: home }).await.unwrap();
    restore(&tasks, oven).await;
    assert_eq!(one(&tasks, oven).await.list, None);
}

/// A subtask that came again until its end was completed then, and is not completed once more.
pub async fn what_has_ended_is_not_completed_again(profile: &Profile) {
    let tasks = profile.person();
    let flat = add(&tasks, "Clean the flat").await;
    let plants = recurring(&tasks, Some(flat), "FREQ=DAILY;COUNT=1").await;
    complete(&tasks, plants, true).await;
    let before = one(&tasks, plants).await;
    assert!(before.completed_at.is_some());
    (profile.set_now)(at("2026-11-22T09:00[Europe/Berlin]"));
    complete(&tasks, flat, true).await;
    assert_eq!(one(&tasks, plants).await, before);
}

/// A recurring task and its subtasks completed together: it moves on and they are open again, in
/// whichever order they are named.
pub async fn a_tree_completed_at_once_moves_on_as_a_whole(profile: &Profile) {
    let tasks = profile.person();
    let plants = recurring(&tasks, None, "FREQ=DAILY").await;
    let can = below(&tasks, plants, "Fill the can").await;
    for ids in [vec![plants, can], vec![can, plants]] {
        let completed = true;
        let action = Action::CompleteTasks { ids, completed };
        tasks.apply(action).await.unwrap();
        assert_eq!(one(&tasks, can).await.completed_at, None);
    }
    let due = one(&tasks, plants).await.due.unwrap();
    assert_eq!(due.to_string(), "2026-11-23");
}

/// Who completes an occurrence of a task has touched it: taking back that it was added leaves it.
pub async fn an_occurrence_that_others_completed_keeps_its_task(profile: &Profile) {
    let (tasks, other) = (profile.person(), profile.client("Claude"));
    let plants = recurring(&tasks, None, "FREQ=DAILY").await;
    complete(&other, plants, true).await;
    let undone = tasks.undo(Target::Last).await.unwrap();
    assert_eq!(undone.stayed.len(), 1, "{undone:?}");
    assert_eq!(titles(&tasks, View::Open).await, ["Water the plants"]);
}

/// The same id twice in one action is one task, as it was first.
pub async fn an_id_given_twice_adds_one_task(profile: &Profile) {
    let tasks = profile.person();
    let id = TaskId::fresh(tasks.now().timestamp());
    let draft = |title: &str, notes: &str| TaskDraft {
        title: title.into(),
        notes: notes.into(),
        ..TaskDraft::default()
    };
    let twice = vec![(id, draft("Buy milk", "")), (id, draft("Buy bread", "rye"))];
    tasks
        .apply(Action::AddTasks { tasks: twice })
        .await
        .unwrap();
    let task = one(&tasks, id).await;
    assert_eq!((task.title.as_str(), task.notes.as_str()), ("Buy milk", ""));
}
