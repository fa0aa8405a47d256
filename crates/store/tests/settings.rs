//! Settings that somebody above the store keeps in it.
#![allow(clippy::unwrap_used, reason = "tests")]

mod profile;

use calm_orbit_store::{Keep, Keeping};
use profile::Profile;

#[tokio::test]
async fn a_setting_is_kept_replaced_and_taken_away() {
    let profile = Profile::new().await;
    let store = &profile.store;
    assert_eq!(store.setting("chat").await.unwrap(), None);
    store.set_setting("chat", Some("one")).await.unwrap();
    store.set_setting("chat", Some("two")).await.unwrap();
    let other = profile.other().await;
    assert_eq!(other.setting("chat").await.unwrap().unwrap(), "two");
    other.set_setting("chat", None).await.unwrap();
    assert_eq!(store.setting("chat").await.unwrap(), None);
    store.set_setting("chat", None).await.unwrap();
}

#[tokio::test]
async fn the_settings_of_the_store_are_out_of_reach() {
    let profile = Profile::new().await;
    let store = &profile.store;
    let keeping = Keeping {
        trash: Keep::Days(7),
        ..Keeping::default()
    };
    store.keep(keeping).await.unwrap();
    assert_eq!(store.setting("keep_trash").await.unwrap(), None);
    store.set_setting("keep_trash", Some("1")).await.unwrap();
    assert_eq!(store.keeping().await.unwrap(), keeping);
    profile.is_sound().await;
}

#[tokio::test]
async fn what_two_processes_settle_is_one_value() {
    let profile = Profile::new().await;
    let (here, there) = (profile.other().await, profile.other().await);
    let (one, two) = tokio::join!(
        here.settle_setting("user", "one"),
        there.settle_setting("user", "two")
    );
    assert_eq!(one.unwrap(), two.unwrap());
}

#[tokio::test]
async fn every_profile_is_a_device_of_its_own_and_stays_it() {
    let (one, two) = (Profile::new().await, Profile::new().await);
    let device = one.store.device().await.unwrap();
    assert_eq!(one.other().await.device().await.unwrap(), device);
    assert_ne!(two.store.device().await.unwrap(), device);
}
