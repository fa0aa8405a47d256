//! The ChatKit server protocol (openai-chatkit 1.6.5) for Rust: types, streams, and the trait
//! [`Threads`] that a store implements.
//!
//! Implement [`Responder`], take an implementation of [`Threads`], and give the body of every
//! `POST` to a [`Server`]; the [`Reply`] is either JSON or a stream of events. No HTTP framework
//! is involved, so that a route of any of them, or a command of a desktop shell, can carry it.
//!
//! ```
//! use std::sync::Arc;
//! use calm_orbit_chatkit::{Reply, RespondError, Responder, Server, Turn, memory::MemoryThreads};
//! use futures::StreamExt;
//!
//! struct Echo;
//!
//! #[async_trait::async_trait]
//! impl Responder for Echo {
//!     async fn respond(&self, turn: Turn) -> Result<(), RespondError> {
//!         let asked = turn.user_message().map(|message| message.text()).unwrap_or_default();
//!         let mut answer = turn.answer().await?;
//!         answer.push("You said: ").await?;
//!         answer.push(asked).await?;
//!         answer.finish().await?;
//!         Ok(())
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let server = Server::new(Arc::new(MemoryThreads::new()), Arc::new(Echo));
//! let body = br#"{"type":"threads.create","params":{"input":{"attachments":[],
//!     "content":[{"type":"input_text","text":"hello"}],"inference_options":{}}}}"#;
//! if let Reply::Stream(events) = server.handle(body).await? {
//!     let mut bytes = events.into_sse();
//!     while let Some(frame) = bytes.next().await {
//!         // Send it on: data: {"type":"thread.created",…}
//!         # assert!(frame.starts_with(b"data: {"));
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Text threads work completely. Widgets, attachments, tools that run in the client, structured
//! input and transcription do not yet: their requests are refused in plain words, and their items,
//! where a store has some, pass through untouched ([`ItemKind::Other`]).

mod answer;
mod attachment;
mod base64;
#[cfg(feature = "conformance")]
pub mod conformance;
pub mod content;
mod error;
mod event;
mod headers;
mod id;
mod item;
pub mod memory;
#[cfg(feature = "mint")]
pub mod mint;
mod page;
mod reply;
mod request;
mod responder;
mod server;
pub mod sse;
mod thread;
mod threads;
mod time;
mod turn;
mod update;
pub mod widget;
pub mod workflow;

pub use answer::{ImageAnswer, Steps, TextAnswer, WidgetAnswer};
pub use attachment::{
    Attachment, AttachmentKind, Attachments, NewAttachment, UploadDescriptor, UploadMethod,
};
pub use error::{Declined, RequestError};
pub use event::{ErrorCode, Event, ItemUpdate, NoticeLevel, StreamOptions};
pub use headers::Headers;
pub use id::{AttachmentId, IdPrefix, ItemId, ThreadId};
pub use item::{
    Answer, Choice, ClientToolCall, GeneratedImage, InputStatus, Item, ItemKind, Question,
    QuestionKind, StructuredInput, ToolCallStatus, UserMessage,
};
pub use jiff::Timestamp;
pub use page::{DEFAULT_PAGE_SIZE, LARGEST_PAGE_SIZE, Order, Page, PageRequest};
pub use reply::{EventStream, Reply, TurnHandle};
pub use request::{MAX_ATTACHMENTS, MAX_BODY, MAX_MESSAGE, MAX_TITLE};
pub use responder::{Audio, Feedback, RespondError, Responder, SyncAction, TurnOver};
pub use server::Server;
pub use thread::{Thread, ThreadStatus, ThreadView};
pub use threads::{Threads, ThreadsError};
pub use turn::{Input, Turn};
