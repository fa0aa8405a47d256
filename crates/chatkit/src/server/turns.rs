//! Requests that begin a turn.

use std::sync::Arc;

use serde_json::Value;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::recorder::{self, Opening};
use super::rooms::Seat;
use super::{Server, known};
use crate::request::{Done, Submission, UserMessageInput};
use crate::turn::{Envelope, TurnContext};
use crate::{
    ErrorCode, Event, EventStream, Input, Item, ItemId, ItemKind, LARGEST_PAGE_SIZE, Order,
    PageRequest, Reply, RequestError, Thread, ThreadId, ThreadStatus, ThreadView, ThreadsError,
};

/// How many events may wait for a slow client before the responder has to.
const BACKLOG: usize = 16;

impl Server {
    pub(super) async fn create(
        &self,
        input: UserMessageInput,
        envelope: Envelope,
    ) -> Result<Reply, RequestError> {
        let (mut message, attachments) = input.check()?;
        let thread = Thread::begin();
        message.attachments = self.attach(&attachments, &thread.id).await?;
        let seat = self.shared.rooms.enter(&thread.id).await;
        let item = Item::begin(thread.id.clone(), ItemKind::UserMessage(message.clone()));
        // In a task, so that a client that goes away in between leaves no thread without its
        // message.
        let threads = Arc::clone(&self.threads);
        let (new_thread, new_item) = (thread.clone(), item.clone());
        let storing = self.shared.running.spawn(async move {
            threads.create_thread(&new_thread).await?;
            if let Err(error) = threads.save_item(&new_item).await {
                if let Err(error) = threads.delete_thread(&new_thread.id).await {
                    tracing::warn!(
                        error = &error as &dyn std::error::Error,
                        thread = %new_thread.id,
                        "a thread without its first message was left behind"
                    );
                }
                return Err(error);
            }
            Ok(())
        });
        storing
            .await
            .map_err(|error| RequestError::Failed(error.into()))??;
        let first = vec![
            Event::ThreadCreated {
                thread: ThreadView::without_items(thread.clone()),
            },
            Event::ItemDone { item: item.clone() },
        ];
        let input = Input::Message {
            id: item.id,
            message,
        };
        Ok(self.respond(thread, input, envelope, Opening::before(first), seat))
    }

    pub(super) async fn add_message(
        &self,
        thread_id: &ThreadId,
        input: UserMessageInput,
        envelope: Envelope,
    ) -> Result<Reply, RequestError> {
        let (mut message, attachments) = input.check()?;
        let (thread, seat) = self.enter(thread_id).await?;
        open(&thread)?;
        message.attachments = self.attach(&attachments, &thread.id).await?;
        let item = Item::begin(thread.id.clone(), ItemKind::UserMessage(message.clone()));
        self.threads.save_item(&item).await?;
        let first = vec![Event::ItemDone { item: item.clone() }];
        let input = Input::Message {
            id: item.id,
            message,
        };
        Ok(self.respond(thread, input, envelope, Opening::before(first), seat))
    }

    pub(super) async fn retry(
        &self,
        thread_id: &ThreadId,
        item_id: &ItemId,
        envelope: Envelope,
    ) -> Result<Reply, RequestError> {
        let (thread, seat) = self.enter(thread_id).await?;
        open(&thread)?;
        known(item_id.is_plausible(), item_id)?;
        let item = self.threads.item(thread_id, item_id).await?;
        let ItemKind::UserMessage(message) = item.kind else {
            return Err(RequestError::Refused(
                "only an answer to a message of yours can be tried again".into(),
            ));
        };
        let gone = self.threads.delete_items_after(thread_id, item_id).await?;
        // The reference doesn't send these; without them a client that kept the items would show
        // both answers.
        let removed = removed(gone);
        let input = Input::Message {
            id: item.id,
            message,
        };
        Ok(self.respond(thread, input, envelope, Opening::before(removed), seat))
    }

    pub(super) async fn add_tool_output(
        &self,
        thread_id: &ThreadId,
        output: Value,
        envelope: Envelope,
    ) -> Result<Reply, RequestError> {
        // Also in a thread that is locked meanwhile: it is no message, and the answer waits for it.
        let (thread, seat) = self.enter(thread_id).await?;
        let page = PageRequest::first(LARGEST_PAGE_SIZE, Order::Desc);
        let latest = self.threads.items(thread_id, &page).await?.data;
        // A message that came after a call gave it up.
        let waiting = latest
            .iter()
            .take_while(|item| item.user_message().is_none())
            .find(|item| item.is_pending_tool_call())
            .cloned();
        let Some(Item {
            id,
            created_at,
            kind: ItemKind::ClientToolCall(call),
            ..
        }) = waiting
        else {
            return Err(RequestError::Refused(
                "no answer waits for a tool any more; send a message instead".into(),
            ));
        };
        let stale: Vec<_> = latest
            .into_iter()
            .filter(|item| item.is_pending_tool_call() && item.id != id)
            .collect();
        // Before the output is stored, so that a failure leaves a request that can be repeated.
        for item in &stale {
            match self.threads.delete_item(thread_id, &item.id).await {
                Ok(()) | Err(ThreadsError::NotFound(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let call = call.completed(output);
        let item = Item {
            id,
            thread_id: thread_id.clone(),
            created_at,
            kind: ItemKind::ClientToolCall(call.clone()),
        };
        self.threads.save_item(&item).await?;
        let input = Input::ToolOutput { id: item.id, call };
        let opening = Opening::before(removed(stale));
        Ok(self.respond(thread, input, envelope, opening, seat))
    }

    pub(super) async fn add_answers(
        &self,
        thread_id: &ThreadId,
        item_id: &ItemId,
        submission: Submission,
        envelope: Envelope,
    ) -> Result<Reply, RequestError> {
        let (thread, seat) = self.enter(thread_id).await?;
        open(&thread)?;
        let mut item = self.visible_item(thread_id, item_id).await?;
        let ItemKind::StructuredInput(asked) = item.kind else {
            return Err(RequestError::Refused("this item asks no questions".into()));
        };
        let answered = submission.answer(asked)?;
        item.kind = ItemKind::StructuredInput(answered.clone());
        self.threads.save_item(&item).await?;
        let input = Input::Answers {
            id: item.id.clone(),
            answered,
        };
        let opening = Opening {
            before: Vec::new(),
            after: vec![Event::ItemReplaced { item }],
        };
        Ok(self.respond(thread, input, envelope, opening, seat))
    }

    pub(super) async fn act(&self, done: Done, envelope: Envelope) -> Result<Reply, RequestError> {
        // Also in a thread that is locked: a widget may be what unlocks it.
        let (thread, seat) = self.enter(&done.thread_id).await?;
        let sender = self.sender(&done).await?;
        if sender.as_ref().is_some_and(|item| item.widget().is_none()) {
            return Ok(Reply::Stream(EventStream::of(Event::Error {
                code: ErrorCode::Stream,
                message: None,
                allow_retry: false,
            })));
        }
        let input = Input::Action {
            action: done.action,
            sender,
        };
        Ok(self.respond(thread, input, envelope, Opening::default(), seat))
    }

    /// A thread, and the right to write in it; whether the person may, [`open`] tells.
    async fn enter(&self, id: &ThreadId) -> Result<(Thread, Seat), RequestError> {
        // Looked for before waiting, so that a made-up identifier costs nothing.
        self.thread(id).await?;
        let seat = self.shared.rooms.enter(id).await;
        Ok((self.thread(id).await?, seat))
    }

    /// Begins the responder's turn.
    fn respond(
        &self,
        thread: Thread,
        input: Input,
        envelope: Envelope,
        opening: Opening,
        seat: Seat,
    ) -> Reply {
        let (client, events) = mpsc::channel(BACKLOG);
        let stop = CancellationToken::new();
        let stream = EventStream::new(events, stop.clone());
        let responder = Arc::clone(&self.responder);
        let threads = Arc::clone(&self.threads);
        let changes = Arc::clone(&self.shared.changes);
        let context = TurnContext {
            thread,
            input,
            envelope,
            threads,
        };
        self.shared.running.spawn(async move {
            recorder::run(responder, context, opening, changes, client, stop).await;
            drop(seat);
        });
        Reply::Stream(stream)
    }
}

/// Whether the person may write in the thread.
fn open(thread: &Thread) -> Result<(), RequestError> {
    match &thread.status {
        ThreadStatus::Active => Ok(()),
        ThreadStatus::Locked { reason } | ThreadStatus::Closed { reason } => {
            Err(RequestError::ThreadNotOpen(reason.clone().unwrap_or_else(
                || "this conversation takes no messages; begin a new one".into(),
            )))
        }
    }
}

/// What tells the client that items are gone. Hidden ones it never knew.
fn removed(items: Vec<Item>) -> Vec<Event> {
    let shown = items.into_iter().filter(|item| !item.is_hidden());
    shown
        .map(|item| Event::ItemRemoved { item_id: item.id })
        .collect()
}
