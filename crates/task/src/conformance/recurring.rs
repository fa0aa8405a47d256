//! Tasks that come again.

use std::sync::Arc;

use super::{Profile, add_draft, at, complete, edit, one, titles};
use crate::{Action, Code, Outcome, Target, Task, TaskDraft, TaskId, Tasks, View};

async fn recurring(tasks: &Arc<dyn Tasks>, due: &str, rule: &str) -> TaskId {
    let draft = TaskDraft {
        title: "Water the plants".into(),
        due: Some(due.parse().unwrap()),
        recurrence: Some(rule.parse().unwrap()),
        ..TaskDraft::default()
    };
    add_draft(tasks, draft).await
}

async fn due_of(tasks: &Arc<dyn Tasks>, id: TaskId) -> Option<String> {
    let task: Task = one(tasks, id).await;
    task.due.map(|due| due.to_string())
}

async fn settle(
    tasks: &Arc<dyn Tasks>,
    id: TaskId,
    date: &str,
    outcome: Outcome,
) -> Result<(), Code> {
    let action = Action::SettleOccurrence {
        id,
        date: date.parse().unwrap(),
        outcome,
    };
    tasks.apply(action).await.map(drop).map_err(|e| e.code())
}

/// Completing an occurrence shows the next; undo gives back exactly what was.
pub async fn a_recurring_task_comes_again(profile: &Profile) {
    let tasks = profile.person();
    let id = recurring(&tasks, "2026-11-20T09:00", "FREQ=DAILY").await;
    let before = one(&tasks, id).await;
    assert_eq!(
        before.occurrence.unwrap().to_string(),
        "2026-11-20",
        "it is late"
    );
    complete(&tasks, id, true).await;
    assert_eq!(
        due_of(&tasks, id).await.as_deref(),
        Some("2026-11-21T09:00")
    );
    assert_eq!(titles(&tasks, View::Today).await, ["Water the plants"]);
    complete(&tasks, id, true).await;
    assert_eq!(
        due_of(&tasks, id).await.as_deref(),
        Some("2026-11-22T09:00")
    );
    assert!(titles(&tasks, View::Today).await.is_empty());
    assert!(titles(&tasks, View::Completed).await.is_empty());
    tasks.undo(Target::Last).await.unwrap();
    tasks.undo(Target::Last).await.unwrap();
    assert_eq!(one(&tasks, id).await, before);
    tasks.redo().await.unwrap();
    assert_eq!(
        due_of(&tasks, id).await.as_deref(),
        Some("2026-11-21T09:00")
    );
    complete(&tasks, id, false).await;
    assert_eq!(one(&tasks, id).await, before, "opening again is the same");
}

/// A missed one that is completed late doesn't bring back all that were missed.
pub async fn what_was_missed_is_passed_over(profile: &Profile) {
    let tasks = profile.person();
    let id = recurring(&tasks, "2026-11-02", "FREQ=WEEKLY;BYDAY=MO").await;
    complete(&tasks, id, true).await;
    assert_eq!(due_of(&tasks, id).await.as_deref(), Some("2026-11-23"));
}

/// A rule from completion goes by the day on which the last one was done.
pub async fn a_rule_may_go_by_completion(profile: &Profile) {
    let tasks = profile.person();
    let rule = "FREQ=DAILY;INTERVAL=3;FROM=COMPLETION";
    let id = recurring(&tasks, "2026-11-18", rule).await;
    complete(&tasks, id, true).await;
    assert_eq!(due_of(&tasks, id).await.as_deref(), Some("2026-11-24"));
    (profile.set_now)(at("2026-11-22T09:00[Europe/Berlin]"));
    complete(&tasks, id, true).await;
    assert_eq!(due_of(&tasks, id).await.as_deref(), Some("2026-11-25"));
}

/// Saying of an occurrence what is so already changes nothing.
pub async fn an_occurrence_is_settled_once(profile: &Profile) {
    let tasks = profile.person();
    let id = recurring(&tasks, "2026-11-21", "FREQ=DAILY").await;
    settle(&tasks, id, "2026-11-21", Outcome::Completed)
        .await
        .unwrap();
    let seq = tasks.changes(0).await.unwrap().seq;
    settle(&tasks, id, "2026-11-21", Outcome::Completed)
        .await
        .unwrap();
    assert_eq!(tasks.changes(0).await.unwrap().seq, seq);
    assert_eq!(due_of(&tasks, id).await.as_deref(), Some("2026-11-22"));
    settle(&tasks, id, "2026-11-21", Outcome::Open)
        .await
        .unwrap();
    assert_eq!(due_of(&tasks, id).await.as_deref(), Some("2026-11-21"));
    settle(&tasks, id, "2026-11-21", Outcome::Skipped)
        .await
        .unwrap();
    assert_eq!(due_of(&tasks, id).await.as_deref(), Some("2026-11-22"));
    // Later ones can be said of, too; what is no occurrence can't.
    settle(&tasks, id, "2026-11-23", Outcome::Skipped)
        .await
        .unwrap();
    settle(&tasks, id, "2026-11-22", Outcome::Completed)
        .await
        .unwrap();
    assert_eq!(due_of(&tasks, id).await.as_deref(), Some("2026-11-24"));
    let wrong = settle(&tasks, id, "2026-11-01", Outcome::Completed).await;
    assert_eq!(wrong, Err(Code::InvalidInput));
}

/// "This one": one occurrence moves, the others stay.
pub async fn one_occurrence_can_be_moved(profile: &Profile) {
    let tasks = profile.person();
    let id = recurring(&tasks, "2026-11-23T09:00", "FREQ=WEEKLY;BYDAY=MO").await;
    edit(&tasks, id, r#"{"due":"2026-11-24T18:00"}"#).await;
    let task = one(&tasks, id).await;
    assert_eq!(task.due.unwrap().to_string(), "2026-11-24T18:00");
    assert_eq!(task.occurrence.unwrap().to_string(), "2026-11-23");
    complete(&tasks, id, true).await;
    assert_eq!(
        due_of(&tasks, id).await.as_deref(),
        Some("2026-11-30T09:00")
    );
    tasks.undo(Target::Last).await.unwrap();
    settle(&tasks, id, "2026-11-23", Outcome::Moved(None))
        .await
        .unwrap();
    assert_eq!(
        due_of(&tasks, id).await.as_deref(),
        Some("2026-11-23T09:00")
    );
}

/// "This and later": the rule moves along, and a rule of so many times keeps their number.
pub async fn this_and_later_can_be_moved(profile: &Profile) {
    let tasks = profile.person();
    let id = recurring(&tasks, "2026-11-23", "FREQ=WEEKLY;BYDAY=MO;COUNT=3").await;
    (profile.set_now)(at("2026-11-23T09:00[Europe/Berlin]"));
    complete(&tasks, id, true).await;
    edit(&tasks, id, r#"{"due":"2026-12-02","following":true}"#).await;
    let task = one(&tasks, id).await;
    assert_eq!(task.due.unwrap().to_string(), "2026-12-02");
    let rule = task.recurrence.unwrap().to_string();
    assert_eq!(rule, "FREQ=WEEKLY;BYDAY=WE;COUNT=2");
    (profile.set_now)(at("2026-12-02T09:00[Europe/Berlin]"));
    complete(&tasks, id, true).await;
    assert_eq!(due_of(&tasks, id).await.as_deref(), Some("2026-12-09"));
    complete(&tasks, id, true).await;
    let over = one(&tasks, id).await;
    assert!(over.completed_at.is_some());
    let last = over.due.map(|due| due.to_string());
    assert_eq!(last.as_deref(), Some("2026-12-09"), "it was due last then");
    assert_eq!(titles(&tasks, View::Completed).await.len(), 1);
    for _ in 0..3 {
        tasks.undo(Target::Last).await.unwrap();
    }
    assert_eq!(due_of(&tasks, id).await.as_deref(), Some("2026-11-30"));
}

/// Moved with all that follow, a task is due then: also where that occurrence was moved before.
pub async fn moving_this_and_later_is_never_in_vain(profile: &Profile) {
    let tasks = profile.person();
    let id = recurring(&tasks, "2026-11-22T09:00", "FREQ=DAILY").await;
    edit(&tasks, id, r#"{"due":"2026-11-23T10:00"}"#).await;
    let back = r#"{"due":"2026-11-22T08:00","following":true}"#;
    edit(&tasks, id, back).await;
    let is_due = async || due_of(&tasks, id).await.unwrap();
    assert_eq!(is_due().await, "2026-11-22T08:00");
    tasks.undo(Target::Last).await.unwrap();
    assert_eq!(is_due().await, "2026-11-23T10:00");
    edit(
        &tasks,
        id,
        r#"{"due":"2026-11-22","recurrence":"FREQ=WEEKLY"}"#,
    )
    .await;
    assert_eq!(is_due().await, "2026-11-22");

    // Onto a day that is over it is refused, and not said to be done.
    complete(&tasks, id, true).await;
    let patch = r#"{"due":"2026-11-22","following":true}"#;
    let action = Action::edit(id, serde_json::from_str(patch).unwrap());
    assert_eq!(
        tasks.apply(action).await.unwrap_err().code(),
        Code::InvalidInput
    );
    assert_eq!(is_due().await, "2026-11-29");
}

/// A recurrence can begin, change and end.
pub async fn a_recurrence_can_be_changed_and_ended(profile: &Profile) {
    let tasks = profile.person();
    let id = recurring(&tasks, "2026-11-21", "FREQ=DAILY").await;
    complete(&tasks, id, true).await;
    edit(&tasks, id, r#"{"recurrence":"every 2 weeks"}"#).await;
    assert_eq!(due_of(&tasks, id).await.as_deref(), Some("2026-11-22"));
    edit(&tasks, id, r#"{"recurrence":null}"#).await;
    let task = one(&tasks, id).await;
    assert_eq!(
        task.due.unwrap().to_string(),
        "2026-11-22",
        "it stays where it was"
    );
    assert_eq!((task.recurrence, task.occurrence), (None, None));
    tasks.undo(Target::Last).await.unwrap();
    tasks.apply(Action::EndRecurrence { id }).await.unwrap();
    assert!(one(&tasks, id).await.completed_at.is_some());
    complete(&tasks, id, false).await;
    assert_eq!(due_of(&tasks, id).await.as_deref(), Some("2026-11-22"));
    for patch in [
        r#"{"recurrence":"now and then"}"#,
        r#"{"recurrence":"FREQ=DAILY;UNTIL=20200101"}"#,
    ] {
        let patch = serde_json::from_str(patch).unwrap();
        let error = tasks.apply(Action::edit(id, patch)).await.unwrap_err();
        assert_eq!(error.code(), Code::InvalidInput);
    }
}
