//! The in-memory store passes the suite that every store passes.

use calm_orbit_chatkit::conformance;
use calm_orbit_chatkit::memory::MemoryThreads;

#[tokio::test]
async fn memory_threads_conform() {
    conformance::threads(|| async { MemoryThreads::new() })
        .await
        .unwrap();
}
