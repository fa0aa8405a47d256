//! A ChatKit server in Rust: the whole protocol of openai-chatkit 1.6.5, for a page that shows
//! ChatKit with `api: { url, … }`, and for every other client that speaks it.
//!
//! Three traits stand between the protocol and an application:
//!
//! | Trait | What it does | Needed |
//! | --- | --- | --- |
//! | [`Responder`] | answers: messages, tools, forms, clicks | yes |
//! | [`Threads`] | keeps the conversations; [`memory::MemoryThreads`] is one | yes |
//! | [`Attachments`] | keeps the files that come with messages | for files |
//!
//! A [`Server`] takes the body of a `POST` and gives a [`Reply`]: a JSON document, or a stream of
//! [`Event`]s. No HTTP framework is involved, so that a route of any of them, or a command of a
//! desktop shell, can carry it. Who may ask is decided before: the server trusts that the
//! `Threads` it is given are the caller's ([`Server::for_caller`] makes one for each).
//!
//! # A server
//!
//! ```
//! use std::sync::Arc;
//! use calm_orbit_chatkit::{
//!     Headers, Reply, RespondError, Responder, Server, Turn, memory::MemoryThreads,
//! };
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
//! let headers = Headers::new().accept_language("de");
//! match server.handle_with(body, headers).await {
//!     // 200, application/json
//!     Ok(Reply::Json(bytes)) => { /* send it */ }
//!     // 200, text/event-stream
//!     Ok(Reply::Stream(events)) => {
//!         let mut bytes = events.into_sse();
//!         while let Some(frame) = bytes.next().await {
//!             // Send it on: data: {"type":"thread.created",…}
//!             # assert!(frame.starts_with(b"data: {"));
//!         }
//!     }
//!     // 4xx or 5xx, application/json: {"message": …}
//!     Err(error) => {
//!         let (status, bytes) = (error.status(), error.to_json());
//!         # panic!("{status} {bytes:?}");
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # More than text
//!
//! [`Turn::input`] tells what a turn answers. A turn can show [steps](Turn::steps),
//! [widgets](widget), [images](Turn::image) and [remarks](Turn::notice), ask
//! [questions](Turn::ask), have the client [run a tool](Turn::call_tool), set the thread's
//! [title](Turn::set_title), [lock](Turn::set_status) it, and
//! [remember](Turn::remember) what the client never sees.
//!
//! ```
//! use calm_orbit_chatkit::widget::{ActionConfig, Button, Card, Text};
//! use calm_orbit_chatkit::{Event, Input, ItemKind, RespondError, Responder, Turn};
//! use serde_json::json;
//!
//! struct Groceries;
//!
//! #[async_trait::async_trait]
//! impl Responder for Groceries {
//!     async fn respond(&self, turn: Turn) -> Result<(), RespondError> {
//!         match turn.input() {
//!             Input::Message { .. } => {
//!                 let bought = ActionConfig::new("bought").payload(json!({"what": "milk"}));
//!                 let card = Card::new()
//!                     .child(Text::new("Milk"))
//!                     .child(Button::new().label("Bought").on_click_action(bought));
//!                 turn.widget(card).await?;
//!             }
//!             Input::Action { action, sender: Some(card) } if action.name == "bought" => {
//!                 let mut item = card.clone();
//!                 item.kind = ItemKind::Widget {
//!                     widget: Card::new().child(Text::new("Milk").line_through(true)).into(),
//!                     copy_text: None,
//!                 };
//!                 turn.emit(Event::ItemReplaced { item }).await?;
//!             }
//!             Input::ToolOutput { call, .. } => {
//!                 turn.say(format!("{} is done.", call.name)).await?;
//!             }
//!             // Every page can send any action.
//!             Input::Action { .. } | Input::Answers { .. } => {}
//!         }
//!         Ok(())
//!     }
//! }
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # use std::sync::Arc;
//! # use calm_orbit_chatkit::{Reply, Server, memory::MemoryThreads};
//! # use futures::StreamExt;
//! # let server = Server::new(Arc::new(MemoryThreads::new()), Arc::new(Groceries));
//! # async fn ask(server: &Server, body: serde_json::Value) -> serde_json::Value {
//! #     let Ok(Reply::Stream(events)) = server.handle(body.to_string().as_bytes()).await else {
//! #         panic!("no stream")
//! #     };
//! #     let last = events.collect::<Vec<_>>().await.pop().unwrap();
//! #     serde_json::to_value(last).unwrap()["item"].clone()
//! # }
//! # let input = json!({"content": [{"type": "input_text", "text": "x"}], "attachments": [],
//! #     "inference_options": {}});
//! # let card = ask(&server, json!({"type": "threads.create", "params": {"input": input}})).await;
//! # let params = json!({"thread_id": card["thread_id"], "item_id": card["id"],
//! #     "action": {"type": "bought", "payload": {"what": "milk"}}});
//! # let card = ask(&server, json!({"type": "threads.custom_action", "params": params})).await;
//! # assert_eq!(card["widget"]["children"][0]["lineThrough"], true);
//! # Ok(())
//! # }
//! ```
//!
//! # What a client can rely on
//!
//! - What prevents a request is its error, and changes nothing: a client that repeats it after a
//!   5xx, as ChatKit does by itself, does it once. From the first event on the status is 200, and
//!   what goes wrong is an `error` event.
//! - One turn at a time runs in a thread. What is `done`, `replaced` or `removed` is stored before
//!   it is sent.
//! - A client that goes away stops the turn: what the answer said so far stays, with a hidden note
//!   for the next one. A turn can be [detached](EventStream::detached) from its client instead.
//! - A pending call of a tool ends the turn; its output begins the next. Calls that nobody answered
//!   are deleted when a later one is.
//! - A locked or closed thread takes no messages, no answers to questions and no retries. Actions
//!   and the output of tools still reach the responder.
//! - [`MAX_BODY`], [`MAX_MESSAGE`], [`MAX_TITLE`] and [`MAX_ATTACHMENTS`] hold; text with U+0000 is
//!   refused; identifiers are looked for in the caller's threads only.
//!
//! # Where it is not the reference
//!
//! - Times carry their offset (`Z`), where the reference writes local time without one.
//! - A retry, and a later call of a tool, tell the client which items are gone
//!   (`thread.item.removed`).
//! - What the reference raises before a stream begins is a 4xx with a message.
//! - Text that grows in a component of a widget without an `id` sends the widget again; the
//!   reference sends nothing.
//! - Hidden items are kept back in every event, not only where they are done.
//! - A changed thread is told of at once (`thread.updated`), not behind the next event.
//! - What is copied in a widget's place is told when the widget is finished.
//! - Messages that say nothing, and what a locked or closed thread doesn't take, are refused.
//! - A page of items whose limit is beyond [`LARGEST_PAGE_SIZE`] has that many.
//! - The metadata of attachments is the application's own; there is no field for it.
//!
//! # How it is judged
//!
//! The tests install openai-chatkit 1.6.5 for Python and hold this crate against it twice. Its
//! types read every kind of event, item, widget and answer that we send, and write it back
//! unchanged (`tests/judge`). And its server holds the same conversations as ours, some fifty of
//! them, with a responder that follows the same script: both transcripts are the same but for
//! identifiers, times, and the differences above, each of which is named where it occurs
//! (`tests/reference`). `tests/fuzz` sends both nonsense and sense, from several clients who come
//! and go, to stores that fail and responders that say anything in any order; `script/soak` does
//! that for longer.
//!
//! Requests that the closed client knows and the reference doesn't (`threads.stop`,
//! `attachments.get_preview` and others) are refused by name.

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
