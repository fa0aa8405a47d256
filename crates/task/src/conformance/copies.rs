//! Copies of tasks, tags on many of them, and where new ones stand.

use std::sync::Arc;

use super::{Profile, add, add_draft, at, complete, due, edit, one, titles};
use crate::{Action, Applied, Code, Error, Target, TaskDraft, TaskId, Tasks, View};

async fn duplicate(tasks: &Arc<dyn Tasks>, ids: &[TaskId]) -> Result<Applied, Error> {
    let fresh = || TaskId::fresh(tasks.now().timestamp());
    let copies = ids.iter().map(|id| (*id, fresh())).collect();
    tasks.apply(Action::DuplicateTasks { copies }).await
}

async fn below(tasks: &Arc<dyn Tasks>, title: &str, parent: TaskId) -> TaskId {
    let draft = TaskDraft {
        title: title.into(),
        parent: Some(parent),
        ..TaskDraft::default()
    };
    add_draft(tasks, draft).await
}

/// Where copies stand, and how they go away.
pub async fn copies_stand_beside_their_originals(profile: &Profile) {
    let tasks = profile.person();
    let trip = add(&tasks, "Trip").await;
    let pack = below(&tasks, "Pack", trip).await;
    below(&tasks, "Socks", pack).await;
    below(&tasks, "Tickets", trip).await;
    let milk = add(&tasks, "Milk").await;
    add(&tasks, "Bread").await;
    // Below another that is copied too, and named twice: once all the same.
    let copied = duplicate(&tasks, &[milk, trip, pack, milk]).await.unwrap();
    let told: Vec<&str> = copied
        .tasks
        .iter()
        .map(|task| task.title.as_str())
        .collect();
    assert_eq!(told, ["Milk", "Trip"]);
    let tree = ["Trip", "Pack", "Socks", "Tickets"];
    let all = [&tree[..], &tree[..], &["Milk", "Milk", "Bread"]].concat();
    assert_eq!(titles(&tasks, View::Inbox).await, all);
    let entry = &tasks
        .activity(&crate::ActivityQuery {
            limit: 1,
            ..Default::default()
        })
        .await
        .unwrap()[0];
    assert_eq!((entry.subject.as_str(), entry.count), ("Milk", 2));

    tasks.undo(Target::Last).await.unwrap();
    assert_eq!(titles(&tasks, View::Inbox).await.len(), 6);

    // A subtask's copy is its sibling.
    duplicate(&tasks, &[pack]).await.unwrap();
    let twice = ["Trip", "Pack", "Socks", "Pack", "Socks", "Tickets"];
    assert_eq!(titles(&tasks, View::Inbox).await[..6], twice);

    // A repeated call adds nothing.
    let copies = vec![(milk, TaskId::fresh(tasks.now().timestamp()))];
    let count = titles(&tasks, View::Inbox).await.len();
    for _ in 0..2 {
        let copies = copies.clone();
        tasks
            .apply(Action::DuplicateTasks { copies })
            .await
            .unwrap();
    }
    assert_eq!(titles(&tasks, View::Inbox).await.len(), count + 1);

    let gone = add(&tasks, "Gone").await;
    let delete = Action::DeleteTasks { ids: vec![gone] };
    tasks.apply(delete).await.unwrap();
    let refused = duplicate(&tasks, &[milk, gone]).await.unwrap_err();
    assert_eq!(refused.code(), Code::InvalidInput);
    assert_eq!(titles(&tasks, View::Inbox).await.len(), count + 1);
}

/// What a copy has, and what it hasn't.
pub async fn a_copy_begins_anew(profile: &Profile) {
    let tasks = profile.person();
    let draft = TaskDraft {
        title: "Water the plants".into(),
        notes: "All of them".into(),
        list: Some("Home".into()),
        due: Some("2026-11-02T08:00".parse().unwrap()),
        recurrence: Some("FREQ=WEEKLY;COUNT=6".parse().unwrap()),
        reminders: vec!["-10".parse().unwrap()],
        tags: vec!["green".into()],
        duration: Some(15),
        ..TaskDraft::default()
    };
    let plants = add_draft(&tasks, draft).await;
    complete(&tasks, plants, true).await;
    let original = one(&tasks, plants).await;
    assert_eq!(
        original.due.as_ref().unwrap().to_string(),
        "2026-11-23T08:00"
    );
    let copy = duplicate(&tasks, &[plants]).await.unwrap().tasks.remove(0);
    assert_eq!(copy.due, original.due);
    assert_eq!(copy.occurrence, original.occurrence);
    // Three of the six are over.
    assert_eq!(
        copy.recurrence.as_ref().unwrap().to_string(),
        "FREQ=WEEKLY;COUNT=3"
    );
    let alike = |task: &crate::Task| {
        let task = task.clone();
        (
            (task.title, task.notes, task.list, task.parent),
            (task.reminders, task.tags, task.duration),
        )
    };
    assert_eq!(alike(&copy), alike(&original));
    // They go their own ways.
    complete(&tasks, copy.id, true).await;
    assert_eq!(one(&tasks, plants).await, original);

    // One occurrence that was moved is moved in the copy.
    edit(&tasks, plants, r#"{"due":"2026-11-24"}"#).await;
    let moved = duplicate(&tasks, &[plants]).await.unwrap().tasks.remove(0);
    assert_eq!(moved.due.unwrap().to_string(), "2026-11-24");
    assert_eq!(moved.occurrence, Some(jiff::civil::date(2026, 11, 23)));

    // What is done is open in the copy, and so is what stands below it.
    let trip = due(&tasks, "Trip", "2026-11-25").await;
    below(&tasks, "Pack", trip).await;
    complete(&tasks, trip, true).await;
    let trip = duplicate(&tasks, &[trip]).await.unwrap().tasks.remove(0);
    assert_eq!(trip.completed_at, None);
    assert_eq!(titles(&tasks, View::Inbox).await, ["Trip", "Pack"]);

    // Of a series that is over the copy is due once more.
    the_last_one_is_due_once_more(&tasks).await;
}

async fn the_last_one_is_due_once_more(tasks: &Arc<dyn Tasks>) {
    let draft = TaskDraft {
        title: "Once".into(),
        due: Some("2026-11-20".parse().unwrap()),
        recurrence: Some("FREQ=DAILY;COUNT=1".parse().unwrap()),
        ..TaskDraft::default()
    };
    let once = add_draft(tasks, draft).await;
    complete(tasks, once, true).await;
    assert!(one(tasks, once).await.completed_at.is_some());
    let copy = duplicate(tasks, &[once]).await.unwrap().tasks.remove(0);
    assert_eq!((copy.completed_at, copy.recurrence), (None, None));
    assert_eq!(copy.due.unwrap().to_string(), "2026-11-20");
}

/// Where a new task stands.
pub async fn a_task_is_added_right_after_another(profile: &Profile) {
    let tasks = profile.person();
    let draft = |title: &str, after: TaskId| TaskDraft {
        title: title.into(),
        after: Some(after),
        ..TaskDraft::default()
    };
    let home = TaskDraft {
        title: "One".into(),
        list: Some("Home".into()),
        ..TaskDraft::default()
    };
    let one_ = add_draft(&tasks, home.clone()).await;
    let three = TaskDraft {
        title: "Three".into(),
        ..home.clone()
    };
    add_draft(&tasks, three).await;
    let two = add_draft(&tasks, draft("Two", one_)).await;
    let list = one(&tasks, one_).await.list.unwrap();
    let shown = View::List { id: list };
    assert_eq!(titles(&tasks, shown.clone()).await, ["One", "Two", "Three"]);
    // Below the same parent.
    let first = below(&tasks, "First", two).await;
    below(&tasks, "Third", two).await;
    let second = add_draft(&tasks, draft("Second", first)).await;
    assert_eq!(one(&tasks, second).await.parent, Some(two));
    let all = ["One", "Two", "First", "Second", "Third", "Three"];
    assert_eq!(titles(&tasks, shown.clone()).await, all);
    tasks.undo(Target::Last).await.unwrap();
    assert_eq!(titles(&tasks, shown.clone()).await.len(), 5);

    let mut wrong = draft("No", one_);
    wrong.list = Some("Work".into());
    let id = TaskId::fresh(tasks.now().timestamp());
    let refused = tasks.apply(Action::add(id, wrong)).await.unwrap_err();
    assert_eq!(refused.code(), Code::InvalidInput);
    let unknown = TaskId::fresh(tasks.now().timestamp());
    let lost = tasks.apply(Action::add(id, draft("No", unknown))).await;
    assert_eq!(lost.unwrap_err().code(), Code::NotFound);
    assert_eq!(titles(&tasks, shown).await.len(), 5);
}

/// Dates without the times.
pub async fn a_day_alone_may_keep_the_time(profile: &Profile) {
    let tasks = profile.person();
    let timed = due(&tasks, "Call", "2026-11-19T15:30").await;
    let zoned = due(&tasks, "Fly", "2026-11-19T15:30[Asia/Tokyo]").await;
    let plain = due(&tasks, "Pay", "2026-11-19").await;
    let free = add(&tasks, "Some time").await;
    let patch = serde_json::from_str(r#"{"due":"2026-11-21","keep_time":true}"#).unwrap();
    let ids = vec![timed, zoned, plain, free];
    let edited = tasks.apply(Action::EditTasks { ids, patch }).await.unwrap();
    let dues = edited.tasks.iter().map(|task| task.due.clone().unwrap());
    let dues: Vec<String> = dues.map(|due| due.to_string()).collect();
    let today = "2026-11-21";
    let (timed_due, zoned_due) = ("2026-11-21T15:30", "2026-11-21T15:30[Asia/Tokyo]");
    assert_eq!(dues, [timed_due, zoned_due, today, today]);
    // A time that is given wins.
    edit(
        &tasks,
        timed,
        r#"{"due":"2026-11-22T08:00","keep_time":true}"#,
    )
    .await;
    let moved = one(&tasks, timed).await.due.unwrap();
    assert_eq!(moved.to_string(), "2026-11-22T08:00");
}

/// Tags, on all that carry them.
pub async fn a_tag_is_renamed_and_taken_off(profile: &Profile) {
    let tasks = profile.person();
    let tagged = |title: &str, tags: &[&str]| TaskDraft {
        title: title.into(),
        tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
        ..TaskDraft::default()
    };
    let open = add_draft(&tasks, tagged("Open", &["phone"])).await;
    let both = add_draft(&tasks, tagged("Both", &["phone", "calls"])).await;
    let gone = add_draft(&tasks, tagged("Gone", &["phone"])).await;
    let other = add_draft(&tasks, tagged("Other", &["home"])).await;
    let delete = Action::DeleteTasks { ids: vec![gone] };
    tasks.apply(delete).await.unwrap();
    let ids = vec![open, both, gone, other];
    let tags = async |id| one(&tasks, id).await.tags;
    (profile.set_now)(at("2026-11-21T10:00[Europe/Berlin]"));

    let rename = Action::RetagTasks {
        ids: ids.clone(),
        tag: "@Phone".into(),
        name: Some("Calls".into()),
    };
    tasks.apply(rename).await.unwrap();
    for id in [open, both, gone] {
        assert_eq!(tags(id).await, ["calls"]);
    }
    assert_eq!(tags(other).await, ["home"]);
    tasks.undo(Target::Last).await.unwrap();
    assert_eq!(tags(open).await, ["phone"]);
    assert_eq!(tags(both).await, ["calls", "phone"]);

    let remove = Action::RetagTasks {
        ids: ids.clone(),
        tag: "phone".into(),
        name: None,
    };
    tasks.apply(remove).await.unwrap();
    assert_eq!(tags(both).await, ["calls"]);
    assert!(tags(gone).await.is_empty());

    let nameless = Action::RetagTasks {
        ids,
        tag: "calls".into(),
        name: Some(" @ ".into()),
    };
    let refused = tasks.apply(nameless).await.unwrap_err();
    assert_eq!(refused.code(), Code::InvalidInput);
    assert_eq!(tags(both).await, ["calls"]);
}
