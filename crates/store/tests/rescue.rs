//! Files that are no backups, and databases that are past opening.
#![allow(clippy::unwrap_used, reason = "tests")]

mod profile;

use std::fs;
use std::path::PathBuf;

use calm_orbit_store::{Store, rescue};
use profile::{Profile, furnish, is_sound, names, picture, rename};
use task::{Actor, Code};

#[tokio::test]
async fn what_is_no_backup_is_refused_and_changes_nothing() {
    let profile = Profile::new().await;
    furnish(&profile.store).await;
    let was = picture(&profile.store).await;
    let backup = profile.path().join("copy.db");
    profile.store.backup(&backup).await.unwrap();
    let refused = |path: PathBuf| {
        let profile = &profile;
        async move {
            let error = profile
                .store
                .restore(&path, Actor::Person)
                .await
                .unwrap_err();
            assert!(
                error.to_string().contains(&path.display().to_string()),
                "{error}"
            );
            error.code()
        }
    };
    let file = |name: &str, bytes: &[u8]| {
        let path = profile.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    assert_eq!(
        refused(profile.path().join("none.db")).await,
        Code::Unavailable
    );
    assert_eq!(refused(file("empty.db", b"")).await, Code::DamagedDatabase);
    assert_eq!(
        refused(file("diary.db", &[b'x'; 9_000])).await,
        Code::DamagedDatabase
    );
    let whole = fs::read(&backup).unwrap();
    assert_eq!(
        refused(file("half.db", &whole[..whole.len() / 2])).await,
        Code::DamagedDatabase
    );
    let mut torn = whole.clone();
    let middle = torn.len() / 2;
    torn[middle..middle + 4_096].fill(0xa5);
    assert_eq!(refused(file("torn.db", &torn)).await, Code::DamagedDatabase);
    let other = profile.path().join("other.db");
    rusqlite::Connection::open(&other)
        .unwrap()
        .execute_batch("CREATE TABLE t (x)")
        .unwrap();
    assert_eq!(refused(other).await, Code::DamagedDatabase);
    let newer = profile.path().join("newer.db");
    fs::copy(&backup, &newer).unwrap();
    let connection = rusqlite::Connection::open(&newer).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    assert_eq!(refused(newer).await, Code::NewerDatabase);
    assert_eq!(picture(&profile.store).await, was);
    assert!(
        !names(profile.path())
            .iter()
            .any(|name| name.starts_with("restoring-"))
    );
}

#[tokio::test]
async fn a_damaged_database_is_moved_aside_and_replaced() {
    let profile = Profile::new().await;
    let ids = furnish(&profile.store).await;
    let was = picture(&profile.store).await;
    let backup = profile.path().join("copy.db");
    profile.store.backup(&backup).await.unwrap();
    let options = profile.options();
    let refused = rescue(profile.path(), &backup, &options).await.unwrap_err();
    assert_eq!(refused.code(), Code::Denied);

    profile.rename(ids[0], "Later").await;
    profile.store.close().await;
    let damaged = [b'?'; 5_000];
    fs::write(profile.file(), damaged).unwrap();
    fs::write(profile.path().join("calm-orbit.db-wal"), "WAL").unwrap();
    assert_eq!(
        Store::open(profile.path(), options.clone())
            .await
            .err()
            .unwrap()
            .code(),
        Code::DamagedDatabase
    );
    // Nothing moves for a backup that is unfit.
    let unfit = profile.path().join("unfit.db");
    fs::write(&unfit, "x").unwrap();
    rescue(profile.path(), &unfit, &options).await.unwrap_err();
    assert_eq!(fs::read(profile.file()).unwrap(), damaged);

    let aside = rescue(profile.path(), &backup, &options)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(aside.file_name().unwrap(), "damaged-20261121T093000Z.db");
    assert_eq!(fs::read(&aside).unwrap(), damaged);
    assert!(names(profile.path()).contains(&"damaged-20261121T093000Z.db-wal".to_owned()));
    let store = profile.other().await;
    assert_eq!(picture(&store).await, was);
    rename(&store, ids[0], "Still here").await;
    is_sound(&store).await;
}

#[tokio::test]
async fn a_database_that_is_gone_is_replaced() {
    let profile = Profile::new().await;
    furnish(&profile.store).await;
    let backup = profile.path().join("copy.db");
    profile.store.backup(&backup).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let moved = rescue(folder.path(), &backup, &profile.options())
        .await
        .unwrap();
    assert_eq!(moved, None);
    let store = Store::open(folder.path(), profile.options()).await.unwrap();
    assert_eq!(picture(&store).await, picture(&profile.store).await);
}
