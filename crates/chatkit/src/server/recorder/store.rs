//! What is stored before it is sent.

use super::{Recorder, Stop};
use crate::turn::Step;
use crate::{Event, Item, ItemId, RespondError, ThreadView, ThreadsError};

impl Recorder {
    /// Stores a step, then sends it.
    pub(super) async fn record(&mut self, step: Step) -> Result<(), Stop> {
        match step {
            Step::Event(event) => {
                let ends = matches!(
                    event.as_ref(),
                    Event::ItemDone { item } if item.is_pending_tool_call()
                );
                if self.store(&event).await? {
                    self.send(*event).await?;
                }
                if ends { Err(Stop::ToolCalled) } else { Ok(()) }
            }
            Step::Thread(change) => {
                // Loaded anew, since the person may have renamed it meanwhile; and nobody renames
                // it before this is stored.
                let seat = self.changes.enter(&self.thread).await;
                let before = self.threads.thread(&self.thread).await?;
                let mut thread = before.clone();
                change(&mut thread);
                thread.id.clone_from(&before.id);
                thread.created_at = before.created_at;
                if thread == before {
                    return Ok(());
                }
                self.threads.update_thread(&thread).await?;
                drop(seat);
                self.send(Event::ThreadUpdated {
                    thread: ThreadView::without_items(thread),
                })
                .await
            }
        }
    }

    /// Stores what the event says, and gives back whether the client may see it.
    async fn store(&mut self, event: &Event) -> Result<bool, Stop> {
        match event {
            Event::ItemAdded { item } => {
                self.check(item)?;
                self.forget(&item.id);
                self.pending.push(item.clone());
                Ok(!item.is_hidden())
            }
            Event::ItemUpdated { item_id, update } => {
                let Some(item) = self.pending.iter_mut().find(|item| item.id == *item_id) else {
                    return Ok(true);
                };
                item.apply(update);
                Ok(!item.is_hidden())
            }
            Event::ItemDone { item } | Event::ItemReplaced { item } => {
                self.check(item)?;
                self.threads.save_item(item).await?;
                self.forget(&item.id);
                Ok(!item.is_hidden())
            }
            Event::ItemRemoved { item_id } => {
                match self.threads.delete_item(&self.thread, item_id).await {
                    // Added and never done.
                    Ok(()) | Err(ThreadsError::NotFound(_)) => {}
                    Err(error) => return Err(error.into()),
                }
                self.forget(item_id);
                Ok(true)
            }
            _ => Ok(true),
        }
    }

    /// An item of another thread would be stored there and shown here.
    fn check(&self, item: &Item) -> Result<(), Stop> {
        if item.thread_id == self.thread {
            return Ok(());
        }
        Err(Stop::Failed(RespondError::failed(
            "the responder sent an item of another thread",
        )))
    }

    fn forget(&mut self, id: &ItemId) {
        self.pending.retain(|item| item.id != *id);
    }
}
