//! Starts that failed, what is held for them, and the way back.

use super::*;

fn of(folder: &Path) -> Profile {
    Profile::new(folder.to_owned(), "1.2.3-beta.4".to_owned())
}

/// What becomes of starts of one profile; each but the last ends as if it were killed.
fn started(folder: &Path, times: u32) -> Profile {
    for _ in 1..times {
        of(folder).begin();
    }
    let profile = of(folder);
    profile.begin();
    profile
}

/// A profile with one copy from before an update.
async fn with_a_copy(folder: &Path) {
    let open = async || {
        let store = Store::open(folder, store::Options::default())
            .await
            .unwrap();
        store.close().await;
    };
    open().await;
    std::fs::write(folder.join("versions"), "0.0.1\n").unwrap();
    open().await;
}

#[tokio::test]
async fn after_three_starts_that_failed_nothing_is_opened_until_somebody_says_so() {
    let folder = tempfile::tempdir().unwrap();
    with_a_copy(folder.path()).await;
    let third = started(folder.path(), 3);
    assert!(third.status().await.is_ready());
    // It was killed before anybody saw the window.
    let fourth = Arc::new(started(folder.path(), 1));
    let Status::Held { failed, copy, .. } = fourth.status().await else {
        panic!("it is not held")
    };
    assert_eq!(failed, 3);
    assert!(copy.is_some());
    let mut waiting = tokio::spawn({
        let fourth = fourth.clone();
        async move { fourth.open().await.is_ok() }
    });
    tokio::task::yield_now().await;
    assert!(!waiting.is_finished());
    fourth.reopen().await;
    assert!((&mut waiting).await.unwrap());
    assert!(fourth.status().await.is_ready());
    // Nothing is put back under tasks that are open.
    let name = "before-x.db";
    assert_eq!(fourth.go_back(name).await.unwrap_err().code, Code::Denied);
    fourth.succeeded();
    assert!(started(folder.path(), 1).status().await.is_ready());
}

#[tokio::test]
async fn a_start_that_ends_as_it_should_is_none_that_failed() {
    let folder = tempfile::tempdir().unwrap();
    with_a_copy(folder.path()).await;
    for _ in 0..5 {
        let profile = started(folder.path(), 1);
        assert!(profile.status().await.is_ready());
        profile.end();
    }
    // But one whose tasks can't be opened is.
    std::fs::write(folder.path().join("calm-orbit.db"), [b'x'; 9_000]).unwrap();
    for _ in 0..3 {
        let profile = started(folder.path(), 1);
        assert!(matches!(
            profile.status().await,
            Status::Failed { copy: None, .. }
        ));
        profile.end();
    }
    let held = started(folder.path(), 1);
    assert!(matches!(
        held.status().await,
        Status::Held { copy: Some(_), .. }
    ));
    held.end();
    let again = started(folder.path(), 1);
    assert!(matches!(again.status().await, Status::Held { .. }));
    again.reopen().await;
    assert!(matches!(
        again.status().await,
        Status::Failed { copy: Some(_), .. }
    ));
}

#[tokio::test]
async fn the_way_back_is_the_copy_that_was_offered_and_no_other_file() {
    let folder = tempfile::tempdir().unwrap();
    with_a_copy(folder.path()).await;
    let file = folder.path().join("calm-orbit.db");
    let damaged = vec![b'x'; 9_000];
    std::fs::write(&file, &damaged).unwrap();
    let held = started(folder.path(), 4);
    let Status::Held { copy: Some(_), .. } = held.status().await else {
        panic!("there is no copy")
    };
    for name in ["../calm-orbit.db", "auto-20261121T090807Z.db", ""] {
        assert_eq!(held.go_back(name).await.unwrap_err().code, Code::NotFound);
    }
    assert_eq!(std::fs::read(&file).unwrap(), damaged);
    let copy = Backup::before_update(folder.path()).await.unwrap().unwrap();
    let name = copy.path.file_name().unwrap().to_str().unwrap();
    held.go_back(name).await.unwrap();
    held.reopen().await;
    assert!(held.status().await.is_ready());
}
