//! The conformance suite of `Tasks` on a real database.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::sync::{Arc, Mutex};

use calm_orbit_store::{Options, Store};
use task::conformance::{Profile, start};

async fn make() -> (Profile, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let now = Arc::new(Mutex::new(start()));
    let seen = now.clone();
    let options = Options {
        now: Arc::new(move || seen.lock().unwrap().clone()),
        ..Options::default()
    };
    let store = Store::open(folder.path(), options).await.unwrap();
    let profile = Profile {
        door: Box::new(move |actor, group| match group {
            Some(group) => Arc::new(store.caller_in(actor, group)),
            None => Arc::new(store.caller(actor)),
        }),
        set_now: Box::new(move |time| *now.lock().unwrap() = time),
    };
    (profile, folder)
}

task::conformance_tests!(make);
