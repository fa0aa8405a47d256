//! Days as people have them, one thing at a time.

use calm_orbit_host::reminders::{self, Answer, Tag, Until};
use calm_orbit_host::settings::{QuietHours, ReminderSettings};
use task::{Action, Snooze, Target, TaskPatch, Tasks};

use crate::desk::{Desk, time};

const EVENING: &str = "2026-11-20T20:00[Europe/Berlin]";

macro_rules! desk {
    ($desk:ident) => {
        let folder = tempfile::tempdir().unwrap();
        #[allow(unused_mut)]
        let mut $desk = Desk::open(folder.path(), EVENING).await;
        assert!($desk.look().await.is_empty());
    };
}

fn complete(id: task::TaskId) -> Action {
    Action::CompleteTasks {
        ids: vec![id],
        completed: true,
    }
}

fn reschedule(id: task::TaskId, due: &str) -> Action {
    Action::EditTasks {
        ids: vec![id],
        patch: TaskPatch {
            due: Some(Some(due.to_owned())),
            ..TaskPatch::default()
        },
    }
}

#[tokio::test]
async fn a_task_is_reminded_of_when_it_is_due_and_once() {
    desk!(desk);
    desk.add("Call the bank", Some("2026-11-21T09:00"), &[])
        .await;
    let next = desk.lookout.look().await.unwrap().unwrap();
    assert!(next.to_string().as_str() <= "2026-11-21T08:00:00Z");
    desk.at("2026-11-21T08:59:59");
    assert!(desk.look().await.is_empty());
    desk.at("2026-11-21T09:00");
    assert_eq!(desk.look().await, ["Call the bank"]);
    assert!(desk.look().await.is_empty());
    desk.restart().await;
    assert!(desk.look().await.is_empty());
}

#[tokio::test]
async fn what_rang_while_nobody_looked_comes_afterwards_and_many_as_one() {
    desk!(desk);
    for hour in 1..=3 {
        desk.add(
            &format!("Task {hour}"),
            Some(&format!("2026-11-21T0{hour}:00")),
            &[],
        )
        .await;
    }
    desk.at("2026-11-21T08:00");
    desk.restart().await;
    assert_eq!(desk.look().await, ["Task 1", "Task 2", "Task 3"]);
    for hour in 1..=4 {
        desk.add(
            &format!("Task {hour}"),
            Some(&format!("2026-11-22T0{hour}:00")),
            &[],
        )
        .await;
    }
    desk.look().await;
    desk.at("2026-11-22T08:00");
    assert_eq!(desk.look().await, ["4 reminders while you were away"]);
    let body = desk.screen.shown.lock().unwrap()[&Tag::Summary]
        .body
        .clone();
    assert_eq!(body.as_str(), "Task 1\nTask 2\nTask 3\nand 1 more");
}

#[tokio::test]
async fn what_is_more_than_a_day_late_is_only_counted() {
    desk!(desk);
    desk.add("Old", Some("2026-11-21T09:00"), &[]).await;
    desk.add("New", Some("2026-11-24T09:00"), &[]).await;
    desk.at("2026-11-24T10:00");
    assert_eq!(desk.look().await, ["New", "1 reminder while you were away"]);
}

#[tokio::test]
async fn quiet_hours_and_pauses_hold_back() {
    desk!(desk);
    desk.settings(ReminderSettings {
        quiet: Some(QuietHours {
            from: time("22:00"),
            to: time("07:00"),
        }),
        ..ReminderSettings::default()
    })
    .await;
    desk.add("Late", Some("2026-11-20T23:00"), &[]).await;
    desk.at("2026-11-20T23:30");
    let next = desk.lookout.look().await.unwrap().unwrap();
    assert_eq!(next.to_string(), "2026-11-21T06:00:00Z");
    // Restarting, and looking again, changes nothing about it.
    desk.restart().await;
    assert!(desk.look().await.is_empty());
    desk.at("2026-11-21T07:00");
    assert_eq!(desk.look().await, ["Late"]);
    calm_orbit_host::reminders::pause(&desk.store, Some(60))
        .await
        .unwrap();
    desk.add("Early", Some("2026-11-21T07:30"), &[]).await;
    desk.at("2026-11-21T07:30");
    assert!(desk.look().await.is_empty());
    calm_orbit_host::reminders::pause(&desk.store, None)
        .await
        .unwrap();
    assert!(desk.lookout.is_time().await);
    assert_eq!(desk.look().await, ["Early"]);
}

#[tokio::test]
async fn what_rings_while_reminders_are_off_is_let_go() {
    desk!(desk);
    desk.add("Nothing", Some("2026-11-21T09:00"), &[]).await;
    let off = ReminderSettings {
        on: false,
        ..ReminderSettings::default()
    };
    desk.settings(off).await;
    desk.at("2026-11-21T09:00");
    assert!(desk.look().await.is_empty());
    desk.settings(ReminderSettings::default()).await;
    assert!(desk.look().await.is_empty());
}

#[tokio::test]
async fn a_traveller_is_reminded_by_the_clock_on_the_wall_and_once() {
    desk!(desk);
    desk.add("Breakfast", Some("2026-11-21T09:00"), &[]).await;
    desk.add("Call", Some("2026-11-21T15:00[Europe/Berlin]"), &[])
        .await;
    desk.look().await;
    desk.at("2026-11-21T09:00");
    assert_eq!(desk.look().await, ["Breakfast"]);
    // In New York it is three in the morning.
    let new_york = desk.now().in_tz("America/New_York").unwrap();
    desk.set(new_york);
    assert!(desk.lookout.is_time().await);
    assert!(desk.look().await.is_empty());
    desk.at("2026-11-21T09:00");
    assert_eq!(desk.look().await, ["Call"]);
}

#[tokio::test]
async fn flying_over_a_time_brings_it_at_once() {
    desk!(desk);
    desk.add("Lunch", Some("2026-11-21T12:00"), &[]).await;
    desk.at("2026-11-21T08:00");
    desk.look().await;
    let tokyo = desk.now().in_tz("Asia/Tokyo").unwrap();
    desk.set(tokyo);
    assert_eq!(desk.look().await, ["Lunch"]);
}

#[tokio::test]
async fn a_clock_that_is_set_back_repeats_nothing() {
    desk!(desk);
    desk.add("Once", Some("2026-11-21T09:00"), &[]).await;
    desk.add("Later", Some("2026-11-21T09:30"), &[]).await;
    desk.at("2026-11-21T09:00");
    assert_eq!(desk.look().await, ["Once"]);
    desk.at("2026-11-21T08:00");
    assert!(desk.lookout.is_time().await);
    assert!(desk.look().await.is_empty());
    desk.at("2026-11-21T09:10");
    assert!(desk.look().await.is_empty());
    desk.at("2026-11-21T09:30");
    assert_eq!(desk.look().await, ["Later"]);
}

#[tokio::test]
async fn what_a_wrong_clock_only_counted_comes_at_its_time() {
    desk!(desk);
    for day in 21..=25 {
        let due = format!("2026-11-{day}T09:00");
        desk.add(&format!("Task {day}"), Some(&due), &[]).await;
    }
    desk.look().await;
    desk.at("2031-01-01T00:00");
    assert_eq!(desk.look().await, ["5 reminders while you were away"]);
    desk.at("2026-11-20T20:05");
    assert!(desk.look().await.is_empty());
    desk.at("2026-11-21T09:00");
    assert_eq!(desk.look().await, ["Task 21"]);
}

#[tokio::test]
async fn a_reminder_that_is_set_to_the_past_is_none() {
    desk!(desk);
    let id = desk
        .add("Late thought", Some("2026-11-20T18:00"), &[])
        .await;
    assert!(desk.look().await.is_empty());
    let earlier = reschedule(id, "2026-11-20T19:00");
    desk.person().apply(earlier).await.unwrap();
    assert!(desk.look().await.is_empty());
}

#[tokio::test]
async fn a_shown_reminder_goes_when_its_task_does() {
    desk!(desk);
    let mut ids = Vec::new();
    for title in ["Done", "Moved", "Kept"] {
        ids.push(desk.add(title, Some("2026-11-21T09:00"), &[]).await);
    }
    desk.at("2026-11-21T09:00");
    assert_eq!(desk.look().await.len(), 3);
    desk.person().apply(complete(ids[0])).await.unwrap();
    let moved = reschedule(ids[1], "2026-11-22T09:00");
    desk.person().apply(moved).await.unwrap();
    desk.look().await;
    assert_eq!(desk.shown(), [Tag::Task(ids[2])]);
    // Taking it back brings no second reminder.
    desk.person().undo(Target::Last).await.unwrap();
    desk.person().undo(Target::Last).await.unwrap();
    assert!(desk.look().await.is_empty());
    desk.at("2026-11-22T09:00");
    assert!(desk.look().await.is_empty());
}

#[tokio::test]
async fn done_completes_the_occurrence_that_was_shown() {
    desk!(desk);
    let id = desk.add("Water", Some("2026-11-21T09:00"), &[]).await;
    let daily = Action::EditTasks {
        ids: vec![id],
        patch: TaskPatch {
            recurrence: Some(Some("every day".to_owned())),
            ..TaskPatch::default()
        },
    };
    desk.person().apply(daily).await.unwrap();
    desk.at("2026-11-21T09:00");
    assert_eq!(desk.look().await, ["Water"]);
    desk.person().apply(complete(id)).await.unwrap();
    // The person is quicker than the withdrawal.
    desk.lookout.heed(Answer::Done(id)).await;
    let due = async |desk: &Desk| desk.person().get(&[id]).await.unwrap()[0].due.clone();
    assert_eq!(due(&desk).await, Some("2026-11-22T09:00".parse().unwrap()));
    desk.at("2026-11-22T09:00");
    assert_eq!(desk.look().await, ["Water"]);
    desk.lookout.heed(Answer::Done(id)).await;
    assert_eq!(due(&desk).await, Some("2026-11-23T09:00".parse().unwrap()));
    assert!(desk.shown().is_empty());
    desk.person().undo(Target::Last).await.unwrap();
    assert_eq!(due(&desk).await, Some("2026-11-22T09:00".parse().unwrap()));
}

#[tokio::test]
async fn a_snooze_brings_it_back() {
    desk!(desk);
    let id = desk.add("Dentist", Some("2026-11-21T09:00"), &[]).await;
    desk.at("2026-11-21T09:00");
    assert_eq!(desk.look().await, ["Dentist"]);
    desk.lookout.heed(Answer::Snooze(id)).await;
    assert!(desk.shown().is_empty());
    desk.restart().await;
    let next = desk.lookout.look().await.unwrap().unwrap();
    assert_eq!(next.to_string(), "2026-11-21T08:10:00Z");
    desk.at("2026-11-21T09:10");
    assert_eq!(desk.look().await, ["Dentist"]);
    assert!(desk.look().await.is_empty());
    // In the words of a person, from wherever.
    let words = Until::Words("tomorrow at 8".to_owned());
    reminders::snooze(&desk.store, id, &words).await.unwrap();
    assert!(desk.lookout.is_time().await);
    desk.look().await;
    assert!(desk.shown().is_empty());
    desk.at("2026-11-22T08:00");
    assert_eq!(desk.look().await, ["Dentist"]);
    // Who moves the task has settled it another way.
    let hour = Until::Preset(Snooze::Hour);
    reminders::snooze(&desk.store, id, &hour).await.unwrap();
    let moved = reschedule(id, "2026-11-30T09:00");
    desk.person().apply(moved).await.unwrap();
    desk.at("2026-11-22T09:30");
    assert!(desk.look().await.is_empty());
}

#[tokio::test]
async fn a_summary_opens_today_and_goes_with_its_last_task() {
    desk!(desk);
    let mut ids = Vec::new();
    for n in 0..4 {
        let due = Some("2026-11-21T09:00");
        ids.push(desk.add(&format!("Task {n}"), due, &[]).await);
    }
    desk.at("2026-11-21T09:00");
    assert_eq!(desk.look().await, ["4 reminders"]);
    for id in &ids {
        assert_eq!(desk.shown(), [Tag::Summary]);
        desk.person().apply(complete(*id)).await.unwrap();
        desk.look().await;
    }
    assert!(desk.shown().is_empty());
    desk.lookout.heed(Answer::Open(Tag::Summary)).await;
    assert_eq!(*desk.screen.opened.lock().unwrap(), [Tag::Summary]);
}

#[tokio::test]
async fn a_summary_that_was_opened_has_been_seen() {
    desk!(desk);
    for n in 0..4 {
        let due = Some("2026-11-21T09:00");
        desk.add(&format!("Task {n}"), due, &[]).await;
    }
    desk.at("2026-11-21T09:00");
    assert_eq!(desk.look().await, ["4 reminders"]);
    desk.lookout.heed(Answer::Open(Tag::Summary)).await;
    assert_eq!(*desk.screen.opened.lock().unwrap(), [Tag::Summary]);
    assert!(desk.shown().is_empty());
    // It is not shown again, and what rings next doesn't count what was seen.
    assert!(desk.look().await.is_empty());
    desk.add("Later", Some("2026-11-21T09:30"), &[]).await;
    desk.at("2026-11-21T09:30");
    assert_eq!(desk.look().await, ["Later"]);
}

#[tokio::test]
async fn a_test_is_shown_whatever_holds_reminders_back() {
    desk!(desk);
    desk.settings(ReminderSettings {
        on: false,
        sound: false,
        ..ReminderSettings::default()
    })
    .await;
    let (store, screen) = (desk.store.clone(), desk.screen.clone());
    reminders::test(&store, &*screen).await.unwrap();
    assert_eq!(desk.shown(), [Tag::Test]);
    assert!(!screen.news()[0].sound);
    // A look leaves it, and a click shows the window.
    assert!(desk.look().await.is_empty());
    assert_eq!(desk.shown(), [Tag::Test]);
    desk.lookout.heed(Answer::Open(Tag::Test)).await;
    assert_eq!(*screen.opened.lock().unwrap(), [Tag::Test]);
    assert!(desk.shown().is_empty());

    *screen.broken.lock().unwrap() = true;
    let refused = reminders::test(&store, &*screen).await.unwrap_err();
    assert_eq!(refused.code, task::Code::Unavailable);
    assert!(
        refused.message.contains("there is no service"),
        "{}",
        refused.message
    );
}

#[tokio::test]
async fn without_notifications_the_window_says_it() {
    desk!(desk);
    desk.add("Quiet desk", Some("2026-11-21T09:00"), &[]).await;
    *desk.screen.broken.lock().unwrap() = true;
    desk.at("2026-11-21T09:00");
    assert_eq!(desk.look().await, ["Quiet desk"]);
    assert!(desk.shown().is_empty());
    assert!(desk.look().await.is_empty());
}

/// The process may end after it has found that something rang, and before it was shown.
#[tokio::test]
async fn what_was_found_and_not_shown_is_shown_later() {
    desk!(desk);
    desk.add("Kept", Some("2026-11-21T09:00"), &[]).await;
    desk.at("2026-11-21T09:00");
    let settings = ReminderSettings::default();
    let found = desk
        .store
        .look_at_reminders(Vec::new(), move |now, state| {
            let known = &state.alarms[0];
            let marks = store::Marks {
                all_day: settings.all_day,
                rung: vec![(known.task, known.alarm.clone(), now.timestamp())],
                ..store::Marks::default()
            };
            (marks, state.alarms.len())
        })
        .await
        .unwrap();
    assert_eq!(found, 1);
    desk.at("2026-11-21T09:05");
    desk.restart().await;
    assert_eq!(desk.look().await, ["Kept"]);
}
