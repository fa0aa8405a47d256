//! Threads in memory behind a gate: whatever is asked of them passes it first, and may be held up
//! or turned away there.

use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use calm_orbit_chatkit::memory::MemoryThreads;
use calm_orbit_chatkit::{
    Item, ItemId, Page, PageRequest, Thread, ThreadId, Threads, ThreadsError,
};

type Passed = Result<(), ThreadsError>;

#[async_trait]
pub(crate) trait Gate: Send + Sync {
    /// Lets something pass that only reads.
    async fn read(&self) -> Passed;

    /// Lets something pass that writes.
    async fn write(&self) -> Passed;
}

#[derive(Default)]
pub(crate) struct Gated<G> {
    pub(crate) threads: MemoryThreads,
    pub(crate) gate: G,
    /// How often something was deleted.
    pub(crate) deletions: AtomicUsize,
}

#[async_trait]
impl<G: Gate> Threads for Gated<G> {
    async fn create_thread(&self, thread: &Thread) -> Passed {
        self.gate.write().await?;
        self.threads.create_thread(thread).await
    }

    async fn thread(&self, id: &ThreadId) -> Result<Thread, ThreadsError> {
        self.gate.read().await?;
        self.threads.thread(id).await
    }

    async fn threads(&self, page: &PageRequest) -> Result<Page<Thread>, ThreadsError> {
        self.gate.read().await?;
        self.threads.threads(page).await
    }

    async fn update_thread(&self, thread: &Thread) -> Passed {
        self.gate.write().await?;
        self.threads.update_thread(thread).await
    }

    async fn delete_thread(&self, id: &ThreadId) -> Passed {
        self.gate.write().await?;
        self.deletions.fetch_add(1, Ordering::SeqCst);
        self.threads.delete_thread(id).await
    }

    async fn save_item(&self, item: &Item) -> Passed {
        self.gate.write().await?;
        self.threads.save_item(item).await
    }

    async fn item(&self, thread: &ThreadId, id: &ItemId) -> Result<Item, ThreadsError> {
        self.gate.read().await?;
        self.threads.item(thread, id).await
    }

    async fn items(
        &self,
        thread: &ThreadId,
        page: &PageRequest,
    ) -> Result<Page<Item>, ThreadsError> {
        self.gate.read().await?;
        self.threads.items(thread, page).await
    }

    async fn delete_item(&self, thread: &ThreadId, id: &ItemId) -> Passed {
        self.gate.write().await?;
        self.deletions.fetch_add(1, Ordering::SeqCst);
        self.threads.delete_item(thread, id).await
    }

    async fn delete_items_after(
        &self,
        thread: &ThreadId,
        id: &ItemId,
    ) -> Result<Vec<Item>, ThreadsError> {
        self.gate.write().await?;
        self.deletions.fetch_add(1, Ordering::SeqCst);
        self.threads.delete_items_after(thread, id).await
    }
}
