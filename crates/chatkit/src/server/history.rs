//! Reading the history, and what the client changes in it.

use serde_json::json;

use super::{Server, json, known};
use crate::request::{Listing, MAX_TITLE};
use crate::{DEFAULT_PAGE_SIZE, Order, PageRequest, Reply, RequestError, ThreadId, ThreadView};

impl Server {
    pub(super) async fn whole_thread(&self, thread_id: &ThreadId) -> Result<Reply, RequestError> {
        let thread = self.thread(thread_id).await?;
        let first = PageRequest::first(DEFAULT_PAGE_SIZE, Order::Asc);
        let items = self.threads.items(thread_id, &first).await?;
        json(&ThreadView::with_items(thread, items))
    }

    pub(super) async fn list_threads(&self, listing: Listing) -> Result<Reply, RequestError> {
        let page = self.threads.threads(&listing.into()).await?;
        json(&page.filter_map(|thread| Some(ThreadView::without_items(thread))))
    }

    pub(super) async fn list_items(
        &self,
        thread_id: &ThreadId,
        listing: Listing,
    ) -> Result<Reply, RequestError> {
        known(thread_id.is_plausible(), thread_id)?;
        let items = self.threads.items(thread_id, &listing.into()).await?;
        json(&items.filter_map(|item| (!item.is_hidden()).then_some(item)))
    }

    pub(super) async fn delete(&self, thread_id: &ThreadId) -> Result<Reply, RequestError> {
        known(thread_id.is_plausible(), thread_id)?;
        self.threads.delete_thread(thread_id).await?;
        json(&json!({}))
    }

    pub(super) async fn rename(
        &self,
        thread_id: &ThreadId,
        title: String,
    ) -> Result<Reply, RequestError> {
        if title.trim().is_empty() {
            return Err(RequestError::Refused(
                "the title is empty; give it a word".into(),
            ));
        }
        let length = title.chars().count();
        if length > MAX_TITLE {
            return Err(RequestError::Refused(format!(
                "the title has {length} characters, {MAX_TITLE} are the most; shorten it"
            )));
        }
        // Looked for before waiting, as where a turn begins.
        self.thread(thread_id).await?;
        let _seat = self.shared.changes.enter(thread_id).await;
        let mut thread = self.thread(thread_id).await?;
        thread.title = Some(title);
        self.threads.update_thread(&thread).await?;
        json(&ThreadView::without_items(thread))
    }
}
