//! Requests: from the bytes of a body to something that can be carried out.

mod input;
mod parse;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::widget::Action;
use crate::{AttachmentId, Feedback, ItemId, NewAttachment, Order, PageRequest, ThreadId};

pub(crate) use input::{AudioInput, Submission, UserMessageInput};
pub(crate) use parse::parse;

/// The longest request body, in bytes.
pub const MAX_BODY: usize = 1024 * 1024;
/// The longest message, in characters, counting its text, its tags and what it quotes; and the
/// most that the answers to a form may have together.
pub const MAX_MESSAGE: usize = 100_000;
/// The most attachments that come with one message.
pub const MAX_ATTACHMENTS: usize = 20;
/// The longest title that a client can give a thread, in characters.
pub const MAX_TITLE: usize = 1_000;

/// A request with its envelope.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) call: Call,
    pub(crate) metadata: Map<String, Value>,
}

/// What is requested.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", content = "params")]
pub(crate) enum Call {
    #[serde(rename = "threads.create")]
    CreateThread { input: UserMessageInput },
    #[serde(rename = "threads.add_user_message")]
    AddUserMessage {
        thread_id: ThreadId,
        input: UserMessageInput,
    },
    #[serde(rename = "threads.add_client_tool_output")]
    AddToolOutput { thread_id: ThreadId, result: Value },
    #[serde(rename = "threads.add_structured_input")]
    AddStructuredInput {
        thread_id: ThreadId,
        item_id: ItemId,
        input: Submission,
    },
    #[serde(rename = "threads.custom_action")]
    CustomAction(Done),
    #[serde(rename = "threads.sync_custom_action")]
    SyncCustomAction(Done),
    #[serde(rename = "threads.retry_after_item")]
    RetryAfterItem {
        thread_id: ThreadId,
        item_id: ItemId,
    },
    #[serde(rename = "threads.get_by_id")]
    GetThread { thread_id: ThreadId },
    #[serde(rename = "threads.list")]
    ListThreads(Listing),
    #[serde(rename = "threads.update")]
    UpdateThread { thread_id: ThreadId, title: String },
    #[serde(rename = "threads.delete")]
    DeleteThread { thread_id: ThreadId },
    #[serde(rename = "items.list")]
    ListItems {
        thread_id: ThreadId,
        #[serde(flatten)]
        listing: Listing,
    },
    #[serde(rename = "items.feedback")]
    Feedback {
        thread_id: ThreadId,
        item_ids: Vec<ItemId>,
        kind: Feedback,
    },
    #[serde(rename = "attachments.create")]
    CreateAttachment(NewAttachment),
    #[serde(rename = "attachments.delete")]
    DeleteAttachment { attachment_id: AttachmentId },
    #[serde(rename = "input.transcribe")]
    Transcribe(AudioInput),
}

/// What was done in a widget, or by the page.
#[derive(Debug, Deserialize)]
pub(crate) struct Done {
    pub(crate) thread_id: ThreadId,
    pub(crate) item_id: Option<ItemId>,
    pub(crate) action: Action,
}

impl Call {
    /// The types that are carried out.
    const SUPPORTED: [&'static str; 16] = [
        "threads.create",
        "threads.add_user_message",
        "threads.add_client_tool_output",
        "threads.add_structured_input",
        "threads.custom_action",
        "threads.sync_custom_action",
        "threads.retry_after_item",
        "threads.get_by_id",
        "threads.list",
        "threads.update",
        "threads.delete",
        "items.list",
        "items.feedback",
        "attachments.create",
        "attachments.delete",
        "input.transcribe",
    ];
}

/// Which page of a list.
#[derive(Debug, Deserialize)]
pub(crate) struct Listing {
    limit: Option<i64>,
    #[serde(default)]
    order: Order,
    after: Option<String>,
}

impl From<Listing> for PageRequest {
    fn from(listing: Listing) -> Self {
        Self {
            limit: PageRequest::clamp(listing.limit),
            order: listing.order,
            after: listing.after,
        }
    }
}
