//! Copies of the database: made, kept, brought back.
#![allow(clippy::unwrap_used, reason = "tests")]

mod profile;

use std::fs;
use std::path::Path;

use calm_orbit_store::Store;
use chatkit::{Thread, Threads};
use jiff::ToSpan;
use profile::{Profile, add, called, furnish, is_sound, names, person, picture};
use task::{Action, Actor, Code, Deed, Target, TaskDraft, Tasks, View};

/// Opens a copy of a backup as a profile of its own, by the clock of the one that it was made of.
async fn opened(backup: &Path, profile: &Profile) -> (Store, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(backup, folder.path().join("calm-orbit.db")).unwrap();
    let store = Store::open(folder.path(), profile.options()).await.unwrap();
    (store, folder)
}

fn thread(id: &str) -> Thread {
    serde_json::from_value(serde_json::json!({
        "id": id, "created_at": "2026-11-21T08:00:00Z", "status": {"type": "active"},
        "metadata": {},
    }))
    .unwrap()
}

#[tokio::test]
async fn a_backup_has_everything_and_is_its_owners_alone() {
    let profile = Profile::new().await;
    furnish(&profile.store).await;
    let to = profile.path().join("mine.db");
    let made = profile.store.backup(&to).await.unwrap();
    assert_eq!(made.path, to);
    assert_eq!(made.bytes, fs::metadata(&to).unwrap().len());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            fs::metadata(&to).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
    let (copy, _folder) = opened(&to, &profile).await;
    assert_eq!(picture(&copy).await, picture(&profile.store).await);
    is_sound(&copy).await;
}

#[tokio::test]
async fn what_is_there_is_not_overwritten() {
    let profile = Profile::new().await;
    let to = profile.path().join("mine.db");
    fs::write(&to, "letters").unwrap();
    let refused = profile.store.backup(&to).await.unwrap_err();
    assert_eq!(refused.code(), Code::Unavailable);
    assert!(refused.to_string().contains("exists already"), "{refused}");
    assert_eq!(fs::read_to_string(&to).unwrap(), "letters");
    let nowhere = profile.path().join("no/such/folder.db");
    let refused = profile.store.backup(&nowhere).await.unwrap_err();
    assert_eq!(refused.code(), Code::Unavailable);
    assert!(
        !names(profile.path())
            .iter()
            .any(|name| name.ends_with(".part"))
    );
}

/// Writers don't wait for a backup, nor it for them.
#[tokio::test]
async fn a_backup_is_made_while_others_write() {
    let profile = Profile::new().await;
    profile.add(called("First")).await;
    let other = profile.other().await;
    let writer = tokio::spawn(async move {
        for n in 0..40 {
            add(&other, called(&format!("Task {n}"))).await;
        }
    });
    let mut copies = Vec::new();
    for n in 0..5 {
        let to = profile.path().join(format!("copy-{n}.db"));
        profile.store.backup(&to).await.unwrap();
        copies.push(to);
    }
    writer.await.unwrap();
    let mut known = 1;
    for copy in copies {
        let (store, _folder) = opened(&copy, &profile).await;
        is_sound(&store).await;
        let count = usize::try_from(person(&store).count(&View::Open).await.unwrap()).unwrap();
        assert!(count >= known, "{count} after {known}");
        known = count;
    }
}

#[tokio::test]
async fn automatic_ones_are_made_when_something_changed() {
    let profile = Profile::new().await;
    let due = || async { profile.store.back_up_if_due().await.unwrap() };
    profile.add(called("One")).await;
    let first = due().await.unwrap();
    assert_eq!(first.path.file_name().unwrap(), "auto-20261121T093000Z.db");
    // Too soon, then nothing new, then both.
    profile.add(called("Two")).await;
    profile.pass(59.minutes());
    assert_eq!(due().await, None);
    profile.pass(1.minutes());
    let second = due().await.unwrap();
    profile.pass(3.hours());
    assert_eq!(due().await, None);
    let chat = thread("chat");
    profile.store.create_thread(&chat).await.unwrap();
    profile.add(called("Three")).await;
    let third = due().await.unwrap();
    assert_eq!(
        profile.store.backups().await.unwrap(),
        [third, second, first.clone()]
    );
    assert_eq!(first.at, "2026-11-21T09:30:00Z".parse().unwrap());
}

#[tokio::test]
async fn thinning_leaves_the_files_of_others_alone() {
    let profile = Profile::new().await;
    let folder = profile.path().join("backups");
    fs::create_dir(&folder).unwrap();
    let others = [
        "auto-mine.db",
        "before-version-2.db",
        "auto-20200101T000000Z.db.bak",
        "x.txt",
    ];
    for name in others {
        fs::write(folder.join(name), "").unwrap();
    }
    fs::write(folder.join("auto-20200101T000000Z.db"), "").unwrap();
    for hour in 0..30 {
        profile.add(called(&format!("Task {hour}"))).await;
        profile.store.back_up_if_due().await.unwrap().unwrap();
        profile.pass(1.hours());
    }
    let left = names(&folder);
    for name in others {
        assert!(left.contains(&name.to_owned()), "{left:?}");
    }
    // The last 24 hours; the latest of the day before is among them.
    assert_eq!(left.len() - others.len(), 24, "{left:?}");
}

#[tokio::test]
async fn restoring_brings_back_what_was_and_can_be_taken_back() {
    let profile = Profile::new().await;
    let ids = furnish(&profile.store).await;
    let was = picture(&profile.store).await;
    let backup = profile.path().join("then.db");
    profile.store.create_thread(&thread("old")).await.unwrap();
    profile.store.backup(&backup).await.unwrap();

    // Time goes by: everything changes.
    profile.pass(2.hours());
    profile
        .store
        .delete_thread(&chatkit::ThreadId::from("old"))
        .await
        .unwrap();
    profile.rename(ids[0], "Pay the rent late").await;
    profile.delete(ids[1]).await;
    profile
        .act(Action::CompleteTasks {
            ids: vec![ids[2]],
            completed: true,
        })
        .await;
    profile
        .act(Action::CompleteTasks {
            ids: vec![ids[3]],
            completed: false,
        })
        .await;
    profile
        .act(Action::RestoreTasks { ids: vec![ids[4]] })
        .await;
    let filter = person(&profile.store).overview().await.unwrap().filters[0].id;
    profile.act(Action::DeleteFilter { id: filter }).await;
    let new = TaskDraft {
        list: Some("Garden".to_owned()),
        ..called("Rake the leaves")
    };
    let new = profile.add(new).await;
    let is = picture(&profile.store).await;

    let restored = profile.store.restore(&backup, Actor::Person).await.unwrap();
    profile.is_sound().await;
    // Five tasks, the filter, the new task and its list.
    assert_eq!((restored.changed, restored.threads), (8, 1));
    assert!(
        profile
            .store
            .thread(&chatkit::ThreadId::from("old"))
            .await
            .is_ok()
    );
    let (mut tasks, overview) = picture(&profile.store).await;
    let added = tasks.iter().position(|task| task.id == new).unwrap();
    assert!(tasks.remove(added).deleted_at.is_some());
    assert_eq!((tasks, overview), was);
    let entry = task::ActivityQuery {
        limit: 1,
        ..task::ActivityQuery::default()
    };
    let entry = person(&profile.store)
        .activity(&entry)
        .await
        .unwrap()
        .remove(0);
    assert_eq!(
        (entry.deed, entry.subject.as_str()),
        (Deed::Restored, "then.db")
    );
    assert_eq!(entry.group, restored.group);

    // The copy of the state before has that.
    let (before, _folder) = opened(&restored.before.path, &profile).await;
    assert_eq!(picture(&before).await, is);
    // Restoring again changes nothing.
    let again = profile.store.restore(&backup, Actor::Person).await.unwrap();
    assert_eq!((again.changed, again.threads), (0, 0));

    let undone = person(&profile.store)
        .undo(Target::Group(restored.group))
        .await
        .unwrap();
    assert_eq!(undone.stayed, []);
    assert_eq!(picture(&profile.store).await, is);
    profile.is_sound().await;
}

/// More than one transaction's worth, and one group.
#[tokio::test]
async fn many_are_restored_in_steps_of_one_group() {
    let profile = Profile::new().await;
    let backup = profile.path().join("empty.db");
    profile.store.backup(&backup).await.unwrap();
    let at = profile.store.caller(Actor::Person).now().timestamp();
    for _ in 0..3 {
        let draft = |n| (task::TaskId::fresh(at), called(&format!("Task {n}")));
        profile
            .act(Action::AddTasks {
                tasks: (0..400).map(draft).collect(),
            })
            .await;
    }
    let restored = profile
        .store
        .restore(&backup, Actor::client("Claude"))
        .await
        .unwrap();
    assert_eq!(restored.changed, 1_200);
    let open = || async { person(&profile.store).count(&View::Open).await.unwrap() };
    assert_eq!(open().await, 0);
    person(&profile.store)
        .undo(Target::Group(restored.group))
        .await
        .unwrap();
    assert_eq!(open().await, 1_200);
    profile.is_sound().await;
}

/// Whoever goes away in the middle of it leaves whole steps behind, and a second attempt goes on in
/// the same group.
#[tokio::test]
async fn an_interrupted_restoring_is_finished_by_another() {
    let profile = Profile::new().await;
    let backup = profile.path().join("empty.db");
    profile.store.backup(&backup).await.unwrap();
    let at = person(&profile.store).now().timestamp();
    for _ in 0..2 {
        let draft = |n| (task::TaskId::fresh(at), called(&format!("Task {n}")));
        let tasks = (0..1_000).map(draft).collect();
        profile.act(Action::AddTasks { tasks }).await;
    }
    let open = async || person(&profile.store).count(&View::Open).await.unwrap();
    let mut heard = profile.store.watch().await.unwrap();
    let known = *heard.borrow_and_update();
    let attempt = tokio::spawn({
        let (store, backup) = (profile.store.clone(), backup.clone());
        async move { store.restore(&backup, Actor::Person).await }
    });
    heard.wait_for(|seq| *seq > known).await.unwrap();
    attempt.abort();
    assert!(attempt.await.unwrap_err().is_cancelled());
    // The step that had begun is done by the time that the next one gets its turn.
    let half = add(&profile.store, called("Meanwhile")).await;
    let left = open().await;
    assert!(left > 1 && left < 2_000 && left % 500 == 1, "{left}");
    profile.is_sound().await;

    let restored = profile.store.restore(&backup, Actor::Person).await.unwrap();
    assert_eq!((restored.changed, open().await), (left, 0));
    profile.is_sound().await;
    let undone = person(&profile.store)
        .undo(Target::Group(restored.group))
        .await
        .unwrap();
    assert_eq!((undone.restored.len(), open().await), (2_001, 2_001));
    assert!(undone.restored.contains(&half));
    // Another restoring is another group.
    let next = profile.store.restore(&backup, Actor::Person).await.unwrap();
    assert_ne!(next.group, restored.group);
}
