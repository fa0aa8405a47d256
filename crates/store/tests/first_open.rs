//! The copy that is made before a version opens a profile for the first time, and the way back to it.
#![allow(clippy::unwrap_used, reason = "tests")]

mod profile;

use std::fs;
use std::path::Path;

use calm_orbit_store::{Backup, Options, Store, go_back};
use jiff::Span;
use profile::{Profile, called, furnish, is_sound, names, picture};
use task::Code;

/// As if other versions alone had opened the profile.
fn forget_versions(profile: &Path) {
    fs::write(profile.join("versions"), "0.0.1\n0.0.2\n").unwrap();
}

fn copies(profile: &Path) -> Vec<String> {
    let backups = profile.join("backups");
    if !backups.exists() {
        return Vec::new();
    }
    let mut names = names(&backups);
    names.retain(|name| name.starts_with("before-"));
    names.sort();
    names
}

#[tokio::test]
async fn a_new_profile_and_a_known_version_make_no_copy() {
    let profile = Profile::new().await;
    furnish(&profile.store).await;
    profile.other().await.close().await;
    assert_eq!(copies(profile.path()), Vec::<String>::new());
}

#[tokio::test]
async fn each_new_version_makes_one_copy_and_a_few_are_kept() {
    let profile = Profile::new().await;
    furnish(&profile.store).await;
    for opening in 1..=5 {
        forget_versions(profile.path());
        profile.other().await.close().await;
        profile.other().await.close().await;
        assert_eq!(copies(profile.path()).len(), opening.min(3));
        profile.pass(Span::new().days(1));
    }
    let oldest = copies(profile.path()).remove(0);
    assert!(oldest.ends_with("-20261123T093000Z.db"), "{oldest}");
    // It is a whole one.
    let copy = Backup::before_update(profile.path())
        .await
        .unwrap()
        .unwrap();
    let fresh = tempfile::tempdir().unwrap();
    fs::copy(&copy.path, fresh.path().join("calm-orbit.db")).unwrap();
    let restored = Store::open(fresh.path(), profile.options()).await.unwrap();
    assert_eq!(picture(&restored).await, picture(&profile.store).await);
}

#[tokio::test]
async fn two_versions_that_share_a_profile_make_a_copy_once() {
    let profile = Profile::new().await;
    furnish(&profile.store).await;
    forget_versions(profile.path());
    profile.other().await.close().await;
    let known = fs::read_to_string(profile.path().join("versions")).unwrap();
    assert!(known.starts_with("0.0.1\n0.0.2\n"), "{known}");
    // The other version opens it in between.
    profile.other().await.close().await;
    assert_eq!(copies(profile.path()).len(), 1);
}

#[tokio::test]
async fn what_cannot_be_opened_is_refused_as_it_was_and_not_copied() {
    let profile = Profile::new().await;
    profile.store.close().await;
    let refused = async || {
        forget_versions(profile.path());
        let opened = Store::open(profile.path(), profile.options()).await;
        opened.err().unwrap().code()
    };
    profile.meddle("PRAGMA user_version = 99");
    assert_eq!(refused().await, Code::NewerDatabase);
    fs::write(profile.file(), vec![b'x'; 9_000]).unwrap();
    assert_eq!(refused().await, Code::DamagedDatabase);
    assert_eq!(copies(profile.path()), Vec::<String>::new());
    let known = fs::read_to_string(profile.path().join("versions")).unwrap();
    assert_eq!(known, "0.0.1\n0.0.2\n");
}

/// A profile with a copy from before this version, and what was done since.
async fn with_a_copy() -> (Profile, Vec<u8>, String) {
    let profile = Profile::new().await;
    furnish(&profile.store).await;
    let was = format!("{:?}", picture(&profile.store).await);
    profile.store.close().await;
    forget_versions(profile.path());
    let store = profile.other().await;
    profile::add(&store, called("Made since")).await;
    store.close().await;
    let now = fs::read(profile.file()).unwrap();
    (profile, now, was)
}

#[tokio::test]
async fn a_whole_database_goes_back_and_is_kept_beside_it() {
    let (profile, now, was) = with_a_copy().await;
    let copy = Backup::before_update(profile.path())
        .await
        .unwrap()
        .unwrap();
    let aside = go_back(profile.path(), &copy.path, &profile.options()).await;
    let aside = aside.unwrap().unwrap();
    assert_eq!(fs::read(aside).unwrap(), now);
    let store = profile.other().await;
    assert_eq!(format!("{:?}", picture(&store).await), was);
    is_sound(&store).await;
    // The copy is there still.
    assert!(copy.path.exists());
}

#[tokio::test]
async fn nothing_goes_back_while_somebody_has_it_open() {
    let (profile, _, _) = with_a_copy().await;
    let copy = Backup::before_update(profile.path())
        .await
        .unwrap()
        .unwrap();
    let other = profile.other().await;
    let was = picture(&other).await;
    let refused = go_back(profile.path(), &copy.path, &Options::default()).await;
    assert_eq!(refused.unwrap_err().code(), Code::Busy);
    assert_eq!(picture(&other).await, was);
    other.close().await;
    go_back(profile.path(), &copy.path, &profile.options())
        .await
        .unwrap();
}

#[tokio::test]
async fn a_newer_database_goes_back_too() {
    let (profile, _, was) = with_a_copy().await;
    profile.meddle("PRAGMA user_version = 99");
    let copy = Backup::before_update(profile.path())
        .await
        .unwrap()
        .unwrap();
    go_back(profile.path(), &copy.path, &profile.options())
        .await
        .unwrap();
    assert_eq!(format!("{:?}", picture(&profile.other().await).await), was);
}
