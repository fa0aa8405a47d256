//! What people expect (docs/architecture.md): a check for each sentence.

use super::{Profile, add, add_draft, at, complete, due, edit, one, titles};
use crate::{Action, ListId, Target, TaskDraft, TaskId, Tasks, View};

async fn below(tasks: &std::sync::Arc<dyn Tasks>, parent: TaskId, title: &str) -> TaskId {
    let draft = TaskDraft {
        title: title.into(),
        parent: Some(parent),
        ..TaskDraft::default()
    };
    add_draft(tasks, draft).await
}

async fn list(tasks: &std::sync::Arc<dyn Tasks>, name: &str) -> ListId {
    let id = ListId::fresh(tasks.now().timestamp());
    let action = Action::AddList {
        id,
        name: name.into(),
        colour: None,
    };
    tasks.apply(action).await.unwrap();
    id
}

/// Deleting a list puts its tasks in the trash in the same action.
pub async fn a_deleted_list_takes_its_tasks_along(profile: &Profile) {
    let tasks = profile.person();
    let home = list(&tasks, "Home").await;
    let rent = add(&tasks, "Pay rent").await;
    edit(&tasks, rent, r#"{"list":"home"}"#).await;
    below(&tasks, rent, "Ask for the account").await;
    add(&tasks, "Buy milk").await;
    tasks.apply(Action::DeleteList { id: home }).await.unwrap();
    assert_eq!(titles(&tasks, View::Trash).await.len(), 2);
    assert_eq!(titles(&tasks, View::Open).await, ["Buy milk"]);
    assert!(tasks.overview().await.unwrap().lists.is_empty());

    tasks.undo(Target::Last).await.unwrap();
    let list = titles(&tasks, View::List { id: home }).await;
    assert_eq!(list, ["Pay rent", "Ask for the account"]);
    assert!(titles(&tasks, View::Trash).await.is_empty());

    // What was in the trash before stays there when the list comes back.
    tasks
        .apply(Action::DeleteTasks { ids: vec![rent] })
        .await
        .unwrap();
    (profile.set_now)(at("2026-11-21T09:05[Europe/Berlin]"));
    let flat = add(&tasks, "Clean the flat").await;
    edit(&tasks, flat, r#"{"list":"Home"}"#).await;
    tasks.apply(Action::DeleteList { id: home }).await.unwrap();
    tasks.apply(Action::RestoreList { id: home }).await.unwrap();
    assert_eq!(
        titles(&tasks, View::List { id: home }).await,
        ["Clean the flat"]
    );
    assert_eq!(titles(&tasks, View::Trash).await.len(), 2);

    // Where another has its name by now, it says what to do.
    tasks.apply(Action::DeleteList { id: home }).await.unwrap();
    self::list(&tasks, "home").await;
    let restore = Action::RestoreList { id: home };
    let refused = tasks.apply(restore).await.unwrap_err().to_string();
    assert!(refused.contains("Give that one another name"), "{refused}");
}

/// Tasks that arrive later for a deleted list show in the Inbox.
pub async fn a_task_of_a_list_that_is_gone_shows_in_the_inbox(profile: &Profile) {
    let tasks = profile.person();
    let home = list(&tasks, "Home").await;
    let id = add(&tasks, "Pay rent").await;
    edit(&tasks, id, r#"{"list":"Home"}"#).await;
    tasks
        .apply(Action::DeleteTasks { ids: vec![id] })
        .await
        .unwrap();
    tasks.apply(Action::DeleteList { id: home }).await.unwrap();
    // Undone here, it comes back to a list that is gone.
    tasks.undo(Target::Last).await.unwrap();
    let restore = Action::RestoreTasks { ids: vec![id] };
    tasks.apply(restore).await.unwrap();
    assert_eq!(one(&tasks, id).await.list, Some(home));
    tasks.apply(Action::DeleteList { id: home }).await.unwrap();
    let restore = Action::RestoreTasks { ids: vec![id] };
    tasks.apply(restore).await.unwrap();
    assert_eq!(titles(&tasks, View::Inbox).await, ["Pay rent"]);
    assert_eq!(one(&tasks, id).await.list, None);
}

/// Completing or trashing a parent takes its open subtasks along, one undo.
pub async fn a_parent_takes_its_subtasks_along(profile: &Profile) {
    let tasks = profile.person();
    let party = add(&tasks, "Plan the party").await;
    let cake = below(&tasks, party, "Order the cake").await;
    let candles = below(&tasks, cake, "Buy candles").await;
    complete(&tasks, candles, true).await;
    let before = one(&tasks, candles).await;
    (profile.set_now)(at("2026-11-21T10:00[Europe/Berlin]"));
    complete(&tasks, party, true).await;
    assert!(titles(&tasks, View::Open).await.is_empty());
    assert_eq!(
        one(&tasks, candles).await,
        before,
        "it was completed earlier"
    );
    tasks.undo(Target::Last).await.unwrap();
    let open = titles(&tasks, View::Inbox).await;
    assert_eq!(open, ["Plan the party", "Order the cake"]);

    let delete = Action::DeleteTasks { ids: vec![party] };
    tasks.apply(delete).await.unwrap();
    assert_eq!(titles(&tasks, View::Trash).await.len(), 3);
    let restore = Action::RestoreTasks { ids: vec![party] };
    tasks.apply(restore).await.unwrap();
    assert_eq!(titles(&tasks, View::Inbox).await, open);
    assert!(titles(&tasks, View::Trash).await.is_empty());
}

/// Subtasks of a recurring task open again when it moves on.
pub async fn subtasks_of_a_recurring_task_open_again(profile: &Profile) {
    let tasks = profile.person();
    let draft = TaskDraft {
        title: "Clean the flat".into(),
        due: Some("2026-11-21".parse().unwrap()),
        recurrence: Some("FREQ=WEEKLY;COUNT=2".parse().unwrap()),
        ..TaskDraft::default()
    };
    let flat = add_draft(&tasks, draft).await;
    let kitchen = below(&tasks, flat, "The kitchen").await;
    complete(&tasks, kitchen, true).await;
    complete(&tasks, flat, true).await;
    assert_eq!(one(&tasks, kitchen).await.completed_at, None);
    assert_eq!(
        one(&tasks, flat).await.due.unwrap().to_string(),
        "2026-11-28"
    );
    tasks.undo(Target::Last).await.unwrap();
    assert!(one(&tasks, kitchen).await.completed_at.is_some());
    tasks.redo().await.unwrap();

    // The last one takes them along.
    complete(&tasks, flat, true).await;
    assert!(one(&tasks, flat).await.completed_at.is_some());
    assert!(one(&tasks, kitchen).await.completed_at.is_some());
    assert!(titles(&tasks, View::Open).await.is_empty());
}

/// Archived lists are out of sight, with all that is in them, and come back as they were.
pub async fn an_archived_list_is_out_of_sight(profile: &Profile) {
    let tasks = profile.person();
    let home = list(&tasks, "Home").await;
    let id = due(&tasks, "Pay rent", "2026-11-21").await;
    edit(&tasks, id, r#"{"list":"Home","add_tags":["money"]}"#).await;
    let archive = |archived| Action::EditList {
        id: home,
        patch: crate::NamePatch {
            archived: Some(archived),
            ..crate::NamePatch::default()
        },
    };
    let seen = || async {
        let overview = tasks.overview().await.unwrap();
        (
            titles(&tasks, View::Today).await.len(),
            titles(
                &tasks,
                View::Tag {
                    name: "money".into(),
                },
            )
            .await
            .len(),
            overview.open,
            overview.today,
            overview.tags.len(),
        )
    };
    assert_eq!(seen().await, (1, 1, 1, 1, 1));
    tasks.apply(archive(true)).await.unwrap();
    assert_eq!(seen().await, (0, 0, 0, 0, 0));
    assert_eq!(
        titles(&tasks, View::List { id: home }).await,
        ["Pay rent"],
        "it can still be looked at"
    );
    tasks.apply(archive(false)).await.unwrap();
    assert_eq!(seen().await, (1, 1, 1, 1, 1));
    tasks.undo(Target::Last).await.unwrap();
    assert_eq!(seen().await, (0, 0, 0, 0, 0));
}

/// Tasks stand where they are put, also below others and across lists.
pub async fn tasks_stand_where_they_are_put(profile: &Profile) {
    use crate::Beside;
    let tasks = profile.person();
    let mut ids = Vec::new();
    for title in ["a", "b", "c", "d"] {
        ids.push(add(&tasks, title).await);
    }
    let [a, b, c, d] = ids.try_into().unwrap();
    let place = |ids: Vec<TaskId>, beside| {
        let tasks = tasks.clone();
        async move {
            tasks
                .apply(Action::PlaceTasks { ids, beside })
                .await
                .map(drop)
        }
    };
    place(vec![d], Beside::Before(b)).await.unwrap();
    assert_eq!(titles(&tasks, View::Inbox).await, ["a", "d", "b", "c"]);
    place(vec![a, b], Beside::After(c)).await.unwrap();
    assert_eq!(titles(&tasks, View::Inbox).await, ["d", "c", "a", "b"]);
    place(vec![b], Beside::First).await.unwrap();
    assert_eq!(titles(&tasks, View::Inbox).await, ["b", "d", "c", "a"]);
    place(vec![d], Beside::Last).await.unwrap();
    assert_eq!(titles(&tasks, View::Inbox).await, ["b", "c", "a", "d"]);
    tasks.undo(Target::Last).await.unwrap();
    assert_eq!(titles(&tasks, View::Inbox).await, ["b", "d", "c", "a"]);

    // Beside a subtask it becomes one; what is below it comes along.
    let sub = below(&tasks, b, "b1").await;
    below(&tasks, a, "a1").await;
    place(vec![a], Beside::Before(sub)).await.unwrap();
    let order = ["b", "a", "a1", "b1", "d", "c"];
    assert_eq!(titles(&tasks, View::Inbox).await, order);
    assert_eq!(one(&tasks, a).await.parent, Some(b));
    let wrong = place(vec![b], Beside::After(a)).await.unwrap_err();
    assert_eq!(wrong.code(), crate::Code::InvalidInput);
    assert_eq!(titles(&tasks, View::Inbox).await, order);

    // In another list, with all that is below.
    let home = list(&tasks, "Home").await;
    let other = add(&tasks, "x").await;
    edit(&tasks, other, r#"{"list":"Home"}"#).await;
    place(vec![b], Beside::Before(other)).await.unwrap();
    let there = titles(&tasks, View::List { id: home }).await;
    assert_eq!(there, ["b", "a", "a1", "b1", "x"]);
    assert_eq!(tasks.overview().await.unwrap().lists[0].open, 5);
    assert_eq!(titles(&tasks, View::Inbox).await, ["d", "c"]);
    let subtasks = titles(&tasks, View::Subtasks { id: b }).await;
    assert_eq!(subtasks, ["a", "a1", "b1"]);
}

/// What is below a task goes with it, named or not; a subtask that stays in its list stays where it
/// is; tasks of several lists have no common first place.
pub async fn trees_move_as_a_whole(profile: &Profile) {
    use crate::{Beside, Code, TaskPatch};
    let tasks = profile.person();
    let home = list(&tasks, "Home").await;
    let flat = add(&tasks, "Clean the flat").await;
    let floor = below(&tasks, flat, "The floor").await;
    let to = |list: &str| TaskPatch {
        list: Some(Some(list.into())),
        ..TaskPatch::default()
    };
    let both = Action::EditTasks {
        ids: vec![floor, flat],
        patch: to("Home"),
    };
    tasks.apply(both).await.unwrap();
    assert_eq!(one(&tasks, floor).await.parent, Some(flat));
    assert_eq!(one(&tasks, floor).await.list, Some(home));
    tasks.apply(Action::edit(floor, to("home"))).await.unwrap();
    assert_eq!(one(&tasks, floor).await.parent, Some(flat));
    tasks.apply(Action::edit(floor, to("Other"))).await.unwrap();
    assert_eq!(one(&tasks, floor).await.parent, None);

    let first = Action::PlaceTasks {
        ids: vec![flat, floor],
        beside: Beside::First,
    };
    let error = tasks.apply(first).await.unwrap_err();
    assert_eq!(error.code(), Code::InvalidInput);
}

/// Subtasks can't be nested without end, nor in a circle.
pub async fn trees_have_limits(profile: &Profile) {
    let tasks = profile.person();
    let mut parent = add(&tasks, "0").await;
    let root = parent;
    for depth in 1..crate::tree::DEPTH_LIMIT {
        parent = below(&tasks, parent, &depth.to_string()).await;
    }
    let draft = TaskDraft {
        title: "too deep".into(),
        parent: Some(parent),
        ..TaskDraft::default()
    };
    let id = TaskId::fresh(tasks.now().timestamp());
    let error = tasks.apply(Action::add(id, draft)).await.unwrap_err();
    assert_eq!(error.code(), crate::Code::InvalidInput);
    let patch = crate::TaskPatch {
        parent: Some(Some(parent)),
        ..crate::TaskPatch::default()
    };
    let error = tasks.apply(Action::edit(root, patch)).await.unwrap_err();
    assert!(error.to_string().contains("subtask of itself"), "{error}");
    assert_eq!(
        titles(&tasks, View::Inbox).await.len(),
        crate::tree::DEPTH_LIMIT
    );
}
