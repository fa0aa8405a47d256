//! What is purged, and when.
#![allow(clippy::unwrap_used, reason = "tests")]

mod profile;

use calm_orbit_store::{Keep, Keeping, Tidied};
use jiff::ToSpan;
use profile::{Profile, called, furnish, person};
use task::{
    Action, ActivityQuery, Actor, Code, Deed, Search, SearchOrder, Target, TaskDraft, Tasks, View,
};

async fn activity(profile: &Profile) -> Vec<task::Activity> {
    let query = ActivityQuery {
        limit: 500,
        ..ActivityQuery::default()
    };
    person(&profile.store).activity(&query).await.unwrap()
}

#[tokio::test]
async fn the_trash_is_kept_for_thirty_civil_days() {
    let profile = Profile::new().await;
    let tagged = TaskDraft {
        tags: vec!["house".to_owned()],
        notes: "the blue one".to_owned(),
        ..called("Paint the door")
    };
    let id = profile.add(tagged).await;
    profile.delete(id).await;
    profile.pass(30.days());
    assert_eq!(profile.store.tidy().await.unwrap(), Tidied::default());
    // Midnight of the thirty-first day, before its hour has come.
    profile.pass(14.hours());
    let tidied = profile.store.tidy().await.unwrap();
    assert_eq!(tidied.tasks, 1);
    assert_eq!(profile.task(id).await, None);
    assert_eq!(person(&profile.store).count(&View::Trash).await.unwrap(), 0);
    assert_eq!(person(&profile.store).overview().await.unwrap().tags, []);
    let search = Search {
        text: "blue".to_owned(),
        filter: None,
        order: SearchOrder::Best,
        limit: 10,
    };
    assert_eq!(person(&profile.store).search(&search).await.unwrap(), []);
    profile.is_sound().await;
    // Others hear of it.
    let changed = person(&profile.store).changes(2).await.unwrap();
    assert_eq!(changed.tasks, [id]);
    assert_eq!(profile.store.tidy().await.unwrap(), Tidied::default());
}

#[tokio::test]
async fn purged_tasks_stay_purged() {
    let profile = Profile::new().await;
    let ids = furnish(&profile.store).await;
    profile.delete(ids[2]).await;
    profile.delete(ids[0]).await;
    let last = activity(&profile).await.remove(0).group;
    // The rent with what is below it, the plants with their occurrences, the Latin.
    assert_eq!(profile.store.empty_trash().await.unwrap(), 4);
    profile.is_sound().await;
    let entry = activity(&profile).await.remove(0);
    assert_eq!(
        (entry.deed, entry.count, entry.undone),
        (Deed::Purged, 4, false)
    );

    let gone = Target::Group(entry.group);
    let refused = person(&profile.store).undo(gone).await.unwrap_err();
    assert_eq!(refused.code(), Code::NothingToUndo);
    let undone = person(&profile.store)
        .undo(Target::Group(last))
        .await
        .unwrap();
    assert_eq!(undone.restored, []);
    assert_eq!(undone.stayed.len(), 2);
    assert_eq!(undone.stayed[0].title, "Pay the rent");
    assert_eq!(profile.task(ids[0]).await, None);
    // The last action that can be taken back is the one before: no purge stands in the way.
    profile.undo().await;
    let restore = Action::RestoreTasks { ids: vec![ids[0]] };
    let refused = profile
        .store
        .caller(Actor::Person)
        .apply(restore)
        .await
        .unwrap_err();
    assert_eq!(refused.code(), Code::NotFound);
    assert_eq!(profile.store.empty_trash().await.unwrap(), 0);
    profile.is_sound().await;
}

/// The occurrences of a purged task are gone with it, and no undo writes them again.
#[tokio::test]
async fn occurrences_stay_purged() {
    let profile = Profile::new().await;
    let daily = TaskDraft {
        recurrence: Some("FREQ=DAILY".parse().unwrap()),
        ..called("Water the plants")
    };
    let id = profile.add(daily).await;
    for completed in [true, false] {
        let ids = vec![id];
        profile.act(Action::CompleteTasks { ids, completed }).await;
    }
    let reopened = activity(&profile).await.remove(0).group;
    profile.delete(id).await;
    assert_eq!(profile.store.empty_trash().await.unwrap(), 1);
    let undone = person(&profile.store)
        .undo(Target::Group(reopened))
        .await
        .unwrap();
    assert_eq!(undone.restored, []);
    assert_eq!(undone.stayed[0].title, "Water the plants");
    assert_eq!(profile.store.check().await.unwrap().occurrences, 0);
    profile.is_sound().await;
}

/// What is in the background doesn't come between a person and their undo.
#[tokio::test]
async fn undo_and_redo_pass_over_a_purge() {
    let profile = Profile::new().await;
    let id = profile.add(called("Trash")).await;
    profile.delete(id).await;
    let kept = profile.add(called("Water the plants")).await;
    profile.rename(kept, "Water the cactus").await;
    profile.store.empty_trash().await.unwrap();
    profile.undo().await;
    assert_eq!(profile.task(kept).await.unwrap().title, "Water the plants");
    let other = profile.add(called("More trash")).await;
    profile.delete(other).await;
    profile.rename(kept, "Water the fern").await;
    profile.undo().await;
    profile.store.empty_trash().await.unwrap();
    person(&profile.store).redo().await.unwrap();
    assert_eq!(profile.task(kept).await.unwrap().title, "Water the fern");
    profile.is_sound().await;
}

#[tokio::test]
async fn many_are_purged_in_steps() {
    let profile = Profile::new().await;
    let at = person(&profile.store).now().timestamp();
    let draft = |n| (task::TaskId::fresh(at), called(&format!("Task {n}")));
    let tasks: Vec<_> = (0..900).map(draft).collect();
    let ids: Vec<_> = tasks.iter().map(|(id, _)| *id).collect();
    profile.act(Action::AddTasks { tasks }).await;
    profile.act(Action::DeleteTasks { ids }).await;
    assert_eq!(profile.store.empty_trash().await.unwrap(), 900);
    profile.is_sound().await;
}

#[tokio::test]
async fn the_activity_is_forgotten_from_its_beginning() {
    let profile = Profile::new().await;
    let id = profile.add(called("Old")).await;
    profile.pass(91.days());
    profile.rename(id, "New").await;
    profile.rename(id, "Newer").await;
    let tidied = profile.store.tidy().await.unwrap();
    assert_eq!((tidied.tasks, tidied.changes), (0, 1));
    assert_eq!(activity(&profile).await.len(), 2);
    profile.is_sound().await;
    // A reader who knew only what is forgotten reads everything.
    let changed = person(&profile.store).changes(0).await.unwrap();
    assert_eq!(changed.tasks, [id]);
    // The newest stays, however old.
    profile.pass(400.days());
    assert_eq!(profile.store.tidy().await.unwrap().changes, 1);
    assert_eq!(activity(&profile).await.len(), 1);
    profile.undo().await;
    assert_eq!(profile.task(id).await.unwrap().title, "New");
}

/// A group is one undo, so it is forgotten as one; what is unsent isn't forgotten at all.
#[tokio::test]
async fn groups_and_what_is_unsent_stay() {
    let profile = Profile::new().await;
    let group = task::GroupId::fresh(person(&profile.store).now().timestamp());
    let turn = profile.store.caller_in(Actor::Assistant, group);
    let add = |title: &str| {
        let id = task::TaskId::fresh(person(&profile.store).now().timestamp());
        Action::add(id, called(title))
    };
    profile.add(called("Before")).await;
    turn.apply(add("First of the turn")).await.unwrap();
    profile.pass(50.days());
    turn.apply(add("Last of the turn")).await.unwrap();
    profile.add(called("After")).await;
    profile.pass(50.days());
    profile.meddle("INSERT INTO setting VALUES ('sent', '0')");
    assert_eq!(profile.store.tidy().await.unwrap().changes, 0);
    profile.meddle("UPDATE setting SET value = '4' WHERE name = 'sent'");
    assert_eq!(profile.store.tidy().await.unwrap().changes, 1);
    assert_eq!(activity(&profile).await.len(), 3);
    profile.is_sound().await;
}

#[tokio::test]
async fn how_long_things_are_kept_can_be_set() {
    let profile = Profile::new().await;
    assert_eq!(profile.store.keeping().await.unwrap(), Keeping::default());
    for days in [0, 3_651] {
        let wrong = Keeping {
            trash: Keep::Days(days),
            ..Keeping::default()
        };
        let refused = profile.store.keep(wrong).await.unwrap_err();
        assert_eq!(refused.code(), Code::InvalidInput);
    }
    let for_ever = Keeping {
        trash: Keep::ForEver,
        activity: Keep::Days(1),
    };
    profile.store.keep(for_ever).await.unwrap();
    assert_eq!(profile.other().await.keeping().await.unwrap(), for_ever);
    let id = profile.add(called("Kept")).await;
    profile.delete(id).await;
    profile.pass(3_000.days());
    let tidied = profile.store.tidy().await.unwrap();
    assert_eq!((tidied.tasks, tidied.changes), (0, 1));
    let a_day = Keeping {
        trash: Keep::Days(1),
        ..for_ever
    };
    profile.store.keep(a_day).await.unwrap();
    assert_eq!(profile.store.tidy().await.unwrap().tasks, 1);
}
