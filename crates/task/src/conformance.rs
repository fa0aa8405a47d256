//! What every implementation of [`Tasks`] must do, as checks that its tests run with
//! [`conformance_tests!`](crate::conformance_tests).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "these are tests, run by other crates"
)]

use std::sync::Arc;

use jiff::Zoned;

use crate::{
    Action, Actor, Code, GroupId, Page, Priority, Target, Task, TaskDraft, TaskId, TaskPatch,
    Tasks, View,
};

/// Makes the door for an actor; with a group, its actions belong together.
pub type Doors = Box<dyn Fn(Actor, Option<GroupId>) -> Arc<dyn Tasks> + Send + Sync>;

/// A fresh, empty profile.
pub struct Profile {
    /// Its doors.
    pub door: Doors,
    /// Sets the time that it sees. It begins at [`start`].
    pub set_now: Box<dyn Fn(Zoned) + Send + Sync>,
}

/// When every check begins: a Saturday, nine in the morning in Berlin.
pub fn start() -> Zoned {
    at("2026-11-21T09:00[Europe/Berlin]")
}

fn at(text: &str) -> Zoned {
    text.parse().unwrap()
}

/// Makes one test of each check. `$make` is an async function without arguments that gives a fresh
/// [`Profile`], and whatever must live as long as it.
#[macro_export]
macro_rules! conformance_tests {
    ($make:path) => {
        $crate::conformance_tests! { $make:
            a_task_is_read_back_as_it_was_added
            bad_input_changes_nothing
            a_repeated_add_adds_once
            completing_twice_is_completing_once
            completed_tasks_open_again
            an_edit_changes_only_what_it_names
            a_time_alone_keeps_the_day
            null_clears_a_field
            the_trash_keeps_and_gives_back
            tasks_in_the_trash_cannot_be_edited
            unknown_ids_are_said
            bulk_actions_are_all_or_nothing
            a_list_is_made_once_whatever_its_case
            tags_are_folded
            views_hold_what_they_say
            midnight_moves_tasks_between_views
            pages_hold_every_row_once
            a_foreign_cursor_is_refused
            counts_fit_the_views
            tasks_done_today_are_told
            short_ids_resolve
            search_finds_beginnings_of_words
            search_takes_any_text
            undo_takes_back_every_deed
            undo_goes_back_step_by_step_and_redo_forward
            a_new_action_ends_redo
            undo_leaves_what_somebody_changed_since
            undo_of_an_undone_neighbour_is_no_obstacle
            adding_is_taken_back_into_the_trash
            a_group_is_taken_back_as_one
            clients_take_back_only_their_own
            the_person_takes_back_anything
            a_list_that_others_use_outlives_its_making
            a_restored_task_is_always_somewhere
            undo_skips_what_was_itself_taken_back
            an_undo_that_found_nothing_can_be_tried_again
            redo_does_again_what_was_taken_back_last
            the_inbox_is_no_list
            tags_are_counted_as_they_will_be
            changes_tell_what_changed
            a_clock_set_back_loses_no_edit
        }
    };
    ($make:path: $($check:ident)+) => {
        $(
            #[tokio::test]
            async fn $check() {
                let (profile, _alive) = $make().await;
                $crate::conformance::$check(&profile).await;
            }
        )+
    };
}

impl Profile {
    fn person(&self) -> Arc<dyn Tasks> {
        (self.door)(Actor::Person, None)
    }

    fn client(&self, name: &str) -> Arc<dyn Tasks> {
        (self.door)(Actor::client(name), None)
    }
}

async fn add(tasks: &Arc<dyn Tasks>, title: &str) -> TaskId {
    add_draft(
        tasks,
        TaskDraft {
            title: title.into(),
            ..TaskDraft::default()
        },
    )
    .await
}

async fn add_draft(tasks: &Arc<dyn Tasks>, draft: TaskDraft) -> TaskId {
    let id = TaskId::fresh(tasks.now().timestamp());
    tasks.apply(Action::AddTask { id, draft }).await.unwrap();
    id
}

async fn due(tasks: &Arc<dyn Tasks>, title: &str, due: &str) -> TaskId {
    let draft = TaskDraft {
        title: title.into(),
        due: Some(due.parse().unwrap()),
        ..TaskDraft::default()
    };
    add_draft(tasks, draft).await
}

async fn edit(tasks: &Arc<dyn Tasks>, id: TaskId, patch: &str) {
    let patch: TaskPatch = serde_json::from_str(patch).unwrap();
    tasks.apply(Action::EditTask { id, patch }).await.unwrap();
}

async fn complete(tasks: &Arc<dyn Tasks>, id: TaskId, completed: bool) {
    tasks
        .apply(Action::CompleteTasks {
            ids: vec![id],
            completed,
        })
        .await
        .unwrap();
}

async fn one(tasks: &Arc<dyn Tasks>, id: TaskId) -> Task {
    tasks.get(&[id]).await.unwrap().remove(0)
}

async fn titles(tasks: &Arc<dyn Tasks>, view: View) -> Vec<String> {
    let rows = tasks
        .view(
            &view,
            &Page {
                after: None,
                limit: 500,
            },
        )
        .await
        .unwrap();
    let ids: Vec<TaskId> = rows.tasks.iter().map(|task| task.id).collect();
    assert_eq!(
        ids,
        tasks.ids(&view).await.unwrap(),
        "rows and ids of {view:?} differ"
    );
    rows.tasks.into_iter().map(|task| task.title).collect()
}

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
        let error = tasks
            .apply(Action::AddTask { id, draft })
            .await
            .unwrap_err();
        assert_eq!(error.code(), Code::InvalidInput);
    }
    for patch in [
        r#"{"title":""}"#,
        r#"{"due":"the day after never"}"#,
        r#"{"due":"2026-02-30"}"#,
    ] {
        let patch = serde_json::from_str(patch).unwrap();
        let error = tasks
            .apply(Action::EditTask { id: known, patch })
            .await
            .unwrap_err();
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
    let again = tasks.apply(Action::AddTask { id, draft }).await.unwrap();
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
    assert!(tasks.search("milk", 10).await.unwrap().is_empty());
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
    let error = tasks
        .apply(Action::EditTask { id: known, patch })
        .await
        .unwrap_err();
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

/// Views and their order.
pub async fn views_hold_what_they_say(profile: &Profile) {
    let tasks = profile.person();
    add(&tasks, "no date").await;
    due(&tasks, "tomorrow", "2026-11-22").await;
    due(&tasks, "today at ten", "2026-11-21T10:00").await;
    let urgent = due(&tasks, "today, first", "2026-11-21").await;
    due(&tasks, "today, some time", "2026-11-21").await;
    due(&tasks, "late", "2026-11-19").await;
    edit(&tasks, urgent, r#"{"priority":"p1"}"#).await;
    let today = ["late", "today, first", "today, some time", "today at ten"];
    assert_eq!(titles(&tasks, View::Today).await, today);
    assert_eq!(titles(&tasks, View::Upcoming).await, ["tomorrow"]);
    let open = [
        "late",
        "today, first",
        "today, some time",
        "today at ten",
        "tomorrow",
        "no date",
    ];
    assert_eq!(titles(&tasks, View::Open).await, open);
    assert_eq!(titles(&tasks, View::Inbox).await.len(), 6);
}

/// "Today" is what the clock says.
pub async fn midnight_moves_tasks_between_views(profile: &Profile) {
    let tasks = profile.person();
    due(&tasks, "tomorrow", "2026-11-22").await;
    assert!(titles(&tasks, View::Today).await.is_empty());
    (profile.set_now)(at("2026-11-22T00:00[Europe/Berlin]"));
    assert_eq!(titles(&tasks, View::Today).await, ["tomorrow"]);
    assert!(titles(&tasks, View::Upcoming).await.is_empty());
    (profile.set_now)(
        at("2026-11-22T00:00[Europe/Berlin]").with_time_zone(jiff::tz::TimeZone::UTC),
    );
    assert!(
        titles(&tasks, View::Today).await.is_empty(),
        "in UTC it is still the 21st"
    );
}

/// Keyset pages.
pub async fn pages_hold_every_row_once(profile: &Profile) {
    let tasks = profile.person();
    for index in 0..23 {
        let day = ["2026-11-19", "2026-11-21", "2026-11-30"][index % 3];
        let id = due(&tasks, &format!("task {index}"), day).await;
        edit(&tasks, id, r#"{"add_tags":["all"],"list":"All"}"#).await;
        match index % 5 {
            0 => complete(&tasks, id, true).await,
            1 => drop(
                tasks
                    .apply(Action::DeleteTasks { ids: vec![id] })
                    .await
                    .unwrap(),
            ),
            _ => {}
        }
    }
    let list = tasks.overview().await.unwrap().lists[0].list.id;
    let tag = View::Tag { name: "all".into() };
    for view in [
        View::Inbox,
        View::Today,
        View::Upcoming,
        View::Open,
        View::Completed,
        View::Trash,
        View::List { id: list },
        tag,
    ] {
        let mut seen = Vec::new();
        let mut page = Page {
            after: None,
            limit: 4,
        };
        loop {
            let rows = tasks.view(&view, &page).await.unwrap();
            assert!(rows.tasks.len() <= 4);
            seen.extend(rows.tasks.iter().map(|task| task.id));
            match rows.next {
                Some(next) => page.after = Some(next),
                None => break,
            }
        }
        assert_eq!(seen, tasks.ids(&view).await.unwrap(), "{view:?}");
    }
}

/// Cursors come from outside.
pub async fn a_foreign_cursor_is_refused(profile: &Profile) {
    let tasks = profile.person();
    for cursor in ["", "x", "a|b|c", "||", "2026|1|nope"] {
        let page = Page {
            after: Some(cursor.into()),
            limit: 5,
        };
        let error = tasks.view(&View::Open, &page).await.unwrap_err();
        assert_eq!(error.code(), Code::InvalidInput, "{cursor}");
    }
}

/// Counts.
pub async fn counts_fit_the_views(profile: &Profile) {
    let tasks = profile.person();
    add(&tasks, "no date").await;
    due(&tasks, "late", "2026-11-01").await;
    due(&tasks, "today", "2026-11-21T23:00").await;
    let moved = due(&tasks, "later", "2027-01-01").await;
    edit(&tasks, moved, r#"{"list":"Home","add_tags":["a"]}"#).await;
    let done = add(&tasks, "done").await;
    complete(&tasks, done, true).await;
    let overview = tasks.overview().await.unwrap();
    assert_eq!(
        (
            overview.open,
            overview.today,
            overview.overdue,
            overview.upcoming,
            overview.inbox
        ),
        (4, 2, 1, 1, 3)
    );
    assert_eq!((overview.lists[0].open, overview.tags[0].open), (1, 1));
}

/// "Done today".
pub async fn tasks_done_today_are_told(profile: &Profile) {
    let tasks = profile.person();
    let yesterday = add(&tasks, "yesterday's").await;
    let today = add(&tasks, "today's").await;
    complete(&tasks, yesterday, true).await;
    (profile.set_now)(at("2026-11-22T08:00[Europe/Berlin]"));
    complete(&tasks, today, true).await;
    let done = tasks.done_today(&View::Inbox).await.unwrap();
    assert_eq!(done.iter().map(|task| task.id).collect::<Vec<_>>(), [today]);
    assert!(tasks.done_today(&View::Upcoming).await.unwrap().is_empty());
}

/// References that people type.
pub async fn short_ids_resolve(profile: &Profile) {
    let tasks = profile.person();
    let id = add(&tasks, "Buy milk").await;
    add(&tasks, "Buy bread").await;
    assert_eq!(tasks.resolve(&id.to_string()).await.unwrap(), id);
    assert_eq!(
        tasks
            .resolve(&format!(" {} ", id.short().to_uppercase()))
            .await
            .unwrap(),
        id
    );
    assert_eq!(tasks.resolve("").await.unwrap_err().code(), Code::NotFound);
    assert_eq!(
        tasks.resolve("ÄÖÜäöüß€").await.unwrap_err().code(),
        Code::NotFound
    );
}

/// Search.
pub async fn search_finds_beginnings_of_words(profile: &Profile) {
    let tasks = profile.person();
    let milk = add(&tasks, "Buy oat milk").await;
    let notes = add(&tasks, "Groceries").await;
    edit(
        &tasks,
        notes,
        r#"{"notes":"a Milkshake","add_tags":["Town"]}"#,
    )
    .await;
    let found = |text: &'static str| {
        let tasks = tasks.clone();
        async move {
            let found = tasks.search(text, 10).await.unwrap();
            found.into_iter().map(|task| task.id).collect::<Vec<_>>()
        }
    };
    assert_eq!(found("mil").await, [notes, milk]);
    assert_eq!(found("MILK oat").await, [milk]);
    assert_eq!(found("town").await, [notes]);
    assert!(found("ilk").await.is_empty());
    edit(&tasks, milk, r#"{"title":"Buy bread"}"#).await;
    assert_eq!(found("milk").await, [notes]);
    edit(&tasks, milk, r#"{"title":"Send the re\u0301sume\u0301"}"#).await;
    assert_eq!(found("résumé").await, [milk]);
    assert_eq!(found("re\u{301}sume\u{301}").await, [milk]);
}

/// Search takes anything that can be typed.
pub async fn search_takes_any_text(profile: &Profile) {
    let tasks = profile.person();
    add(&tasks, "AND").await;
    for text in [
        "", "\"", "AND", "NEAR(", "*", "title:x", "-- ;", "a OR", "^", "\u{0}", "é̂",
    ] {
        tasks.search(text, 10).await.unwrap();
    }
    assert_eq!(tasks.search("and", 10).await.unwrap().len(), 1);
}

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

/// Whose undo.
pub async fn clients_take_back_only_their_own(profile: &Profile) {
    let (person, client) = (profile.person(), profile.client("Claude"));
    let id = TaskId::fresh(person.now().timestamp());
    let draft = TaskDraft {
        title: "Mine".into(),
        ..TaskDraft::default()
    };
    let applied = person.apply(Action::AddTask { id, draft }).await.unwrap();
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
    let applied = client.apply(Action::AddTask { id, draft }).await.unwrap();
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
    let theirs = client.apply(Action::AddTask { id, draft }).await.unwrap();
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

/// People and models say "Inbox".
pub async fn the_inbox_is_no_list(profile: &Profile) {
    let person = profile.person();
    let draft = TaskDraft {
        title: "x".into(),
        list: Some("inbox".into()),
        ..TaskDraft::default()
    };
    let id = add_draft(&person, draft).await;
    edit(&person, id, r#"{"list":"Home"}"#).await;
    edit(&person, id, r#"{"list":"Inbox"}"#).await;
    assert_eq!(titles(&person, View::Inbox).await, ["x"]);
    let overview = person.overview().await.unwrap();
    assert_eq!(overview.lists.len(), 1);
    assert_eq!(overview.list_named("INBOX").unwrap(), View::Inbox);
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
    let error = person
        .apply(Action::EditTask { id, patch })
        .await
        .unwrap_err();
    assert_eq!(error.code(), Code::InvalidInput);
    assert_eq!(one(&person, id).await.tags.len(), crate::TAGS_LIMIT);
}

/// The change log.
pub async fn changes_tell_what_changed(profile: &Profile) {
    let tasks = profile.person();
    let first = add(&tasks, "one").await;
    let before = tasks.changes(0).await.unwrap();
    assert_eq!(before.tasks, [first]);
    let second = add(&tasks, "two").await;
    edit(&tasks, second, r#"{"list":"Home"}"#).await;
    let changed = tasks.changes(before.seq).await.unwrap();
    assert_eq!((changed.tasks, changed.lists.len()), (vec![second], 1));
    let nothing = tasks.changes(changed.seq).await.unwrap();
    assert_eq!((nothing.seq, nothing.tasks.len()), (changed.seq, 0));
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
