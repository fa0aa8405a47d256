//! The trait that a store of threads implements.

use std::error::Error;

use async_trait::async_trait;

use crate::{Item, ItemId, Page, PageRequest, Thread, ThreadId};

/// Where the threads of one owner are kept.
///
/// A store that serves several people gives each a value of its own, which sees only theirs;
/// identifiers in requests are untrusted, and what belongs to someone else is
/// [`NotFound`](ThreadsError::NotFound).
///
/// Every method is atomic: it takes effect as a whole or not at all, also when its future is
/// dropped. The suite `chatkit::conformance` (feature `conformance`) checks everything said
/// here; every implementation runs it in its tests.
///
/// # Order
/// Threads are listed by `created_at`, then by identifier. Items stand in the order in which they
/// were first saved, whatever their `created_at` and identifiers say; saving one again keeps its
/// place.
///
/// # Pages
/// See [`PageRequest`]. A cursor whose row doesn't exist, or no longer, is
/// [`UnknownCursor`](ThreadsError::UnknownCursor). [`Page::from_rows`] builds a page from
/// `limit + 1` rows.
///
/// # What is kept
/// Everything in a [`Thread`], its metadata included, and everything in an [`Item`], hidden and
/// unknown kinds included, exactly as it was given: no text is normalised or trimmed. Text that
/// comes through the [`Server`](crate::Server) never contains U+0000, which some databases refuse.
#[async_trait]
pub trait Threads: Send + Sync {
    /// Stores a new thread.
    ///
    /// # Errors
    /// [`AlreadyExists`](ThreadsError::AlreadyExists) when there is one with its identifier.
    async fn create_thread(&self, thread: &Thread) -> Result<(), ThreadsError>;

    /// Gives back a thread.
    ///
    /// # Errors
    /// [`NotFound`](ThreadsError::NotFound) when there is none.
    async fn thread(&self, id: &ThreadId) -> Result<Thread, ThreadsError>;

    /// Lists threads.
    ///
    /// # Errors
    /// [`UnknownCursor`](ThreadsError::UnknownCursor).
    async fn threads(&self, page: &PageRequest) -> Result<Page<Thread>, ThreadsError>;

    /// Stores a thread in place of the one with its identifier. `created_at` never changes.
    ///
    /// # Errors
    /// [`NotFound`](ThreadsError::NotFound) when there is none: a thread that was deleted meanwhile
    /// doesn't come back.
    async fn update_thread(&self, thread: &Thread) -> Result<(), ThreadsError>;

    /// Deletes a thread with all its items.
    ///
    /// # Errors
    /// [`NotFound`](ThreadsError::NotFound) when there is none.
    async fn delete_thread(&self, id: &ThreadId) -> Result<(), ThreadsError>;

    /// Stores an item of the thread it names: a new one at the end, one that is there already in
    /// its place.
    ///
    /// # Errors
    /// [`NotFound`](ThreadsError::NotFound) when there is no such thread.
    async fn save_item(&self, item: &Item) -> Result<(), ThreadsError>;

    /// Gives back an item.
    ///
    /// # Errors
    /// [`NotFound`](ThreadsError::NotFound) when the thread, or the item in it, doesn't exist.
    async fn item(&self, thread: &ThreadId, id: &ItemId) -> Result<Item, ThreadsError>;

    /// Lists the items of a thread, hidden ones included.
    ///
    /// # Errors
    /// [`NotFound`](ThreadsError::NotFound) when there is no such thread,
    /// [`UnknownCursor`](ThreadsError::UnknownCursor).
    async fn items(
        &self,
        thread: &ThreadId,
        page: &PageRequest,
    ) -> Result<Page<Item>, ThreadsError>;

    /// Deletes an item.
    ///
    /// # Errors
    /// [`NotFound`](ThreadsError::NotFound) when the thread, or the item in it, doesn't exist.
    async fn delete_item(&self, thread: &ThreadId, id: &ItemId) -> Result<(), ThreadsError>;

    /// Deletes every item that stands after this one, and gives them back, oldest first.
    ///
    /// # Errors
    /// [`NotFound`](ThreadsError::NotFound) when the thread, or the item in it, doesn't exist.
    async fn delete_items_after(
        &self,
        thread: &ThreadId,
        id: &ItemId,
    ) -> Result<Vec<Item>, ThreadsError>;
}

/// Why a store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum ThreadsError {
    /// There is no such thread or item, or it belongs to someone else.
    #[error("{0} doesn't exist")]
    NotFound(String),
    /// There is a thread with that identifier already.
    #[error("{0} exists already")]
    AlreadyExists(String),
    /// The row that a page should begin behind doesn't exist, or no longer.
    #[error("the list has no row {0}; load it from its beginning")]
    UnknownCursor(String),
    /// The store itself failed.
    #[error("the conversations could not be read or saved")]
    Storage(#[source] Box<dyn Error + Send + Sync>),
}

impl ThreadsError {
    /// Wraps the error of a database or file system.
    pub fn storage(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Storage(source.into())
    }
}
