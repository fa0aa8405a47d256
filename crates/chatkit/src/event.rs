//! Events: what a streaming reply consists of.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::content::{Annotation, AssistantContent};
use crate::item::GeneratedImage;
use crate::widget::{Component, Widget};
use crate::workflow::Task;
use crate::{Item, ItemId, ThreadView};

/// One event of a streaming reply (`ThreadStreamEvent` of openai-chatkit 1.6.5).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// A thread was begun. Sent by the server.
    #[serde(rename = "thread.created")]
    ThreadCreated {
        /// The thread, with an empty page of items.
        thread: ThreadView,
    },
    /// Title, status or image domains of the thread changed. Sent by the server.
    #[serde(rename = "thread.updated")]
    ThreadUpdated {
        /// The thread, with an empty page of items.
        thread: ThreadView,
    },
    /// An item begins. Shown, not yet stored.
    #[serde(rename = "thread.item.added")]
    ItemAdded {
        /// The item as it begins.
        item: Item,
    },
    /// An item that was added goes on.
    #[serde(rename = "thread.item.updated")]
    ItemUpdated {
        /// Which item.
        item_id: ItemId,
        /// What is new about it.
        update: ItemUpdate,
    },
    /// An item is complete, and stored. May come without an [`ItemAdded`](Self::ItemAdded).
    #[serde(rename = "thread.item.done")]
    ItemDone {
        /// The complete item.
        item: Item,
    },
    /// A stored item was changed in its place.
    #[serde(rename = "thread.item.replaced")]
    ItemReplaced {
        /// The item as it is now.
        item: Item,
    },
    /// An item is gone.
    #[serde(rename = "thread.item.removed")]
    ItemRemoved {
        /// Which item.
        item_id: ItemId,
    },
    /// What the person may do with the stream. Sent by the server when an answer begins.
    #[serde(rename = "stream_options")]
    StreamOptions {
        /// The options.
        stream_options: StreamOptions,
    },
    /// A line that says what is being done. Replaced by the next one, never stored.
    #[serde(rename = "progress_update")]
    ProgressUpdate {
        /// The line.
        text: String,
        /// The name of an icon of ChatKit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        icon: Option<String>,
    },
    /// Something the page should do; it reaches the page as `chatkit.effect`. Never stored.
    #[serde(rename = "client_effect")]
    ClientEffect {
        /// What to do.
        name: String,
        /// With what.
        #[serde(default)]
        data: Map<String, Value>,
    },
    /// The answer failed.
    #[serde(rename = "error")]
    Error {
        /// Who words it.
        code: ErrorCode,
        /// What happened, for the person; only with [`ErrorCode::Custom`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<String>,
        /// Whether the client offers to try again.
        allow_retry: bool,
    },
    /// A remark beside the conversation. Never stored.
    #[serde(rename = "notice")]
    Notice {
        /// How serious it is.
        level: NoticeLevel,
        /// The remark, in Markdown.
        message: String,
        /// Its heading.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
    },
}

/// What the person may do with a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamOptions {
    /// Whether the client shows a stop button.
    pub allow_cancel: bool,
}

/// Who words an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ErrorCode {
    /// The client, in the person's language.
    #[serde(rename = "stream.error")]
    Stream,
    /// The server, in the event's message.
    #[serde(rename = "custom")]
    Custom,
}

/// How serious a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NoticeLevel {
    /// Good to know.
    Info,
    /// Better to know.
    Warning,
    /// Must be known.
    Danger,
}

/// What is new about an item that was added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum ItemUpdate {
    /// A part of an assistant's message begins.
    #[serde(rename = "assistant_message.content_part.added")]
    ContentPartAdded {
        /// The part's place in the message, from 0.
        content_index: usize,
        /// The part as it begins.
        content: AssistantContent,
    },
    /// Text follows.
    #[serde(rename = "assistant_message.content_part.text_delta")]
    TextDelta {
        /// The part's place in the message, from 0.
        content_index: usize,
        /// The text that is appended.
        delta: String,
    },
    /// A reference is added to the text.
    #[serde(rename = "assistant_message.content_part.annotation_added")]
    AnnotationAdded {
        /// The part's place in the message, from 0.
        content_index: usize,
        /// The reference's place among the part's references, from 0.
        annotation_index: usize,
        /// The reference.
        annotation: Annotation,
    },
    /// A part is complete.
    #[serde(rename = "assistant_message.content_part.done")]
    ContentPartDone {
        /// The part's place in the message, from 0.
        content_index: usize,
        /// The complete part.
        content: AssistantContent,
    },
    /// A workflow has one more step.
    #[serde(rename = "workflow.task.added")]
    TaskAdded {
        /// The step's place, from 0.
        task_index: usize,
        /// The step.
        task: Task,
    },
    /// A step of a workflow changed.
    #[serde(rename = "workflow.task.updated")]
    TaskUpdated {
        /// The step's place, from 0.
        task_index: usize,
        /// The step as it is now.
        task: Task,
    },
    /// Text follows in a text of a widget.
    #[serde(rename = "widget.streaming_text.value_delta")]
    WidgetTextDelta {
        /// The `id` of a `Text` or `Markdown` component.
        component_id: String,
        /// The text that is appended.
        delta: String,
        /// Whether it is the last.
        done: bool,
    },
    /// A component of a widget changed.
    #[serde(rename = "widget.component.updated")]
    WidgetComponentUpdated {
        /// Its `id`.
        component_id: String,
        /// The component as it is now.
        component: Component,
    },
    /// A widget changed as a whole.
    #[serde(rename = "widget.root.updated")]
    WidgetRootUpdated {
        /// The widget as it is now.
        widget: Widget,
    },
    /// A preview of an image that is being made, or the image itself.
    #[serde(rename = "generated_image.updated")]
    GeneratedImageUpdated {
        /// The image.
        image: GeneratedImage,
        /// How far it is, from 0 to 1.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        progress: Option<f64>,
    },
    /// A kind of update this version doesn't know, with its `type` and all its fields, sent as
    /// it is.
    #[serde(untagged)]
    Other(Map<String, Value>),
}
