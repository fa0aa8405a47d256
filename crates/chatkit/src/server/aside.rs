//! What a client asks for beside a turn: attachments, feedback, speech, actions that change one
//! item.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures::FutureExt;
use serde_json::json;

use super::{Server, json, known};
use crate::request::Done;
use crate::turn::Envelope;
use crate::{
    Attachment, AttachmentId, Attachments, Audio, Declined, Feedback, Item, ItemId, NewAttachment,
    Reply, RequestError, SyncAction, ThreadId,
};

impl Server {
    pub(super) async fn feedback(
        &self,
        thread_id: &ThreadId,
        item_ids: &[ItemId],
        kind: Feedback,
    ) -> Result<Reply, RequestError> {
        self.thread(thread_id).await?;
        for item_id in item_ids {
            self.visible_item(thread_id, item_id).await?;
        }
        unharmed(self.responder.feedback(thread_id, item_ids, kind)).await?;
        json(&json!({}))
    }

    pub(super) async fn transcribe(&self, audio: Audio) -> Result<Reply, RequestError> {
        let text = unharmed(self.responder.transcribe(audio)).await?;
        json(&json!({ "text": text }))
    }

    /// An action that is answered with one changed item. It waits for no turn: it is what works
    /// while an answer comes.
    pub(super) async fn act_at_once(
        &self,
        done: Done,
        envelope: Envelope,
    ) -> Result<Reply, RequestError> {
        let thread = self.thread(&done.thread_id).await?;
        let sender = self.sender(&done).await?;
        if sender.as_ref().is_some_and(|item| item.widget().is_none()) {
            return Err(RequestError::Refused(
                "an action comes from a widget; this item is none".into(),
            ));
        }
        let thread_id = thread.id.clone();
        let call = SyncAction {
            thread,
            action: done.action,
            sender,
            locale: envelope.headers.locale().map(str::to_owned),
            metadata: envelope.metadata,
            threads: Arc::clone(&self.threads),
        };
        let Some(item) = unharmed(self.responder.sync_action(call)).await? else {
            return json(&json!({}));
        };
        if item.thread_id != thread_id {
            let error = "the responder changed an item of another thread";
            return Err(Declined::failed(error).into());
        }
        self.threads.save_item(&item).await?;
        if item.is_hidden() {
            return json(&json!({}));
        }
        json(&json!({ "updated_item": item }))
    }

    /// The item that an action was done in.
    pub(super) async fn sender(&self, done: &Done) -> Result<Option<Item>, RequestError> {
        let Some(item_id) = &done.item_id else {
            return Ok(None);
        };
        let item = self.visible_item(&done.thread_id, item_id).await?;
        Ok(Some(item))
    }

    /// An item that the client may know of.
    pub(super) async fn visible_item(
        &self,
        thread_id: &ThreadId,
        item_id: &ItemId,
    ) -> Result<Item, RequestError> {
        known(item_id.is_plausible(), item_id)?;
        let item = self.threads.item(thread_id, item_id).await?;
        known(!item.is_hidden(), item_id)?;
        Ok(item)
    }

    pub(super) async fn create_attachment(
        &self,
        new: NewAttachment,
    ) -> Result<Reply, RequestError> {
        if new.name.trim().is_empty() || new.mime_type.trim().is_empty() {
            return Err(RequestError::Refused(
                "the attachment has no name or no type; choose the file again".into(),
            ));
        }
        json(&self.attachments()?.create(new).await?)
    }

    pub(super) async fn delete_attachment(&self, id: &AttachmentId) -> Result<Reply, RequestError> {
        let attachments = self.attachments()?;
        known(id.is_plausible(), id)?;
        attachments.delete(id).await?;
        json(&json!({}))
    }

    /// The attachments of a message to this thread, and that they belong to it.
    pub(super) async fn attach(
        &self,
        ids: &[AttachmentId],
        thread_id: &ThreadId,
    ) -> Result<Vec<Attachment>, RequestError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let store = self.attachments()?;
        let mut found = Vec::new();
        for id in ids {
            known(id.is_plausible(), id)?;
            found.push(Attachment {
                thread_id: Some(thread_id.clone()),
                ..store.attachment(id).await?
            });
        }
        for attachment in &found {
            store.save(attachment).await?;
        }
        Ok(found)
    }

    fn attachments(&self) -> Result<&Arc<dyn Attachments>, RequestError> {
        self.attachments
            .as_ref()
            .ok_or_else(|| RequestError::NotSupported("sending attachments".into()))
    }
}

/// What the responder gives; its panic is a failure.
async fn unharmed<T>(asked: impl Future<Output = Result<T, Declined>>) -> Result<T, RequestError> {
    match AssertUnwindSafe(asked).catch_unwind().await {
        Ok(result) => Ok(result?),
        Err(_panic) => Err(Declined::failed("the responder panicked").into()),
    }
}
