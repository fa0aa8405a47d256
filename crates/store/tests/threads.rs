//! The conformance suite of `Threads` on a real database.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::sync::Mutex;

use calm_orbit_store::{Options, Store};

#[tokio::test]
async fn the_store_keeps_threads_as_the_trait_says() {
    // The folders live as long as the test.
    let folders = Mutex::new(Vec::new());
    chatkit::conformance::threads(|| async {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), Options::default())
            .await
            .unwrap();
        folders.lock().unwrap().push(folder);
        store
    })
    .await
    .unwrap();
}
