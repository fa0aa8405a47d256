//! A turn under way: runs the responder, stores what it says, sends it on.

mod ending;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures::FutureExt;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::turn::{Said, Step, TurnContext};
use crate::{
    Event, Item, ItemId, RespondError, Responder, StreamOptions, ThreadId, ThreadView, Threads,
    ThreadsError, Turn,
};

/// Why a turn ends before its responder does.
enum Stop {
    /// The client has gone, or the person stopped it.
    Gone,
    /// A tool of the client was called: its output begins the next turn.
    ToolCalled,
    /// An event could not be stored, or makes no sense.
    Failed(RespondError),
}

/// What a stream begins with.
#[derive(Default)]
pub(super) struct Opening {
    /// Before the options of the stream.
    pub(super) before: Vec<Event>,
    /// After them.
    pub(super) after: Vec<Event>,
}

impl Opening {
    pub(super) fn before(before: Vec<Event>) -> Self {
        Self {
            before,
            after: Vec::new(),
        }
    }
}

impl From<ThreadsError> for Stop {
    fn from(error: ThreadsError) -> Self {
        // Without its thread or item there is nothing to try again.
        let allow_retry = !matches!(error, ThreadsError::NotFound(_));
        Self::Failed(RespondError::Failed {
            source: error.into(),
            allow_retry,
        })
    }
}

/// Runs a turn to its end: sends the opening, then what the responder says.
///
/// Runs in a task of its own, which never stops in the middle of storing something: only the
/// responder's future is dropped when the client goes away.
pub(super) async fn run(
    responder: Arc<dyn Responder>,
    context: TurnContext,
    opening: Opening,
    client: mpsc::Sender<Event>,
    stop: CancellationToken,
) {
    let mut recorder = Recorder {
        threads: Arc::clone(&context.threads),
        thread: context.thread.id.clone(),
        client,
        stop,
        pending: Vec::new(),
    };
    let ended = match recorder.open(opening, responder.allow_cancel()).await {
        Ok(()) => recorder.listen(responder, context).await,
        Err(stop) => Err(stop),
    };
    match ended {
        Ok(()) | Err(Stop::ToolCalled) => {}
        Err(Stop::Gone) => recorder.client_gone().await,
        Err(Stop::Failed(error)) => recorder.failed(error).await,
    }
}

struct Recorder {
    threads: Arc<dyn Threads>,
    thread: ThreadId,
    client: mpsc::Sender<Event>,
    /// Cancelled when the turn must end before its responder does.
    stop: CancellationToken,
    /// Items that were added and are not done, as far as they have grown.
    pending: Vec<Item>,
}

impl Recorder {
    async fn open(&self, opening: Opening, allow_cancel: bool) -> Result<(), Stop> {
        let options = Event::StreamOptions {
            stream_options: StreamOptions { allow_cancel },
        };
        let events = opening.before.into_iter().chain([options]);
        for event in events.chain(opening.after) {
            self.send(event).await?;
        }
        Ok(())
    }

    /// Lets the responder speak, and takes down what it says, until it ends or must end.
    async fn listen(
        &mut self,
        responder: Arc<dyn Responder>,
        context: TurnContext,
    ) -> Result<(), Stop> {
        // One place: the responder goes on when what it said is stored and sent, and tasks of its
        // own queue behind it.
        let (sender, mut steps) = mpsc::channel(1);
        let turn = Turn::new(context, sender);
        let respond = async move { responder.respond(turn).await };
        let mut respond = Box::pin(AssertUnwindSafe(respond).catch_unwind());
        let stop = self.stop.clone();
        let ended = loop {
            tokio::select! {
                biased;
                () = stop.cancelled() => break Err(Stop::Gone),
                Some(said) = steps.recv() => {
                    if let Err(stop) = self.take_down(said).await {
                        break Err(stop);
                    }
                }
                result = &mut respond => break match result {
                    Ok(Ok(())) => Ok(()),
                    Ok(Err(error)) => Err(Stop::Failed(error)),
                    Err(_panic) => Err(Stop::Failed(RespondError::failed("the responder panicked"))),
                },
            }
        };
        drop(respond);
        steps.close();
        if matches!(ended, Err(Stop::ToolCalled)) {
            return ended;
        }
        // What was said before the end counts, also when nobody hears it any more.
        while let Some(said) = steps.recv().await {
            match self.take_down(said).await {
                Ok(()) | Err(Stop::Gone) => {}
                Err(failed) => return ended.and(Err(failed)),
            }
        }
        ended
    }

    /// Stores and sends a step, and tells the responder so.
    async fn take_down(&mut self, said: Said) -> Result<(), Stop> {
        self.record(said.step).await?;
        // Whoever said it may have stopped waiting.
        let _ = said.taken_down.send(());
        Ok(())
    }

    /// Stores a step, then sends it.
    async fn record(&mut self, step: Step) -> Result<(), Stop> {
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
                // Loaded anew, since the person may have renamed it meanwhile.
                let before = self.threads.thread(&self.thread).await?;
                let mut thread = before.clone();
                change(&mut thread);
                thread.id.clone_from(&before.id);
                thread.created_at = before.created_at;
                if thread == before {
                    return Ok(());
                }
                self.threads.update_thread(&thread).await?;
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

    /// Sends an event to whoever reads the stream. A detached turn goes on without a reader.
    async fn send(&self, event: Event) -> Result<(), Stop> {
        tokio::select! {
            biased;
            () = self.stop.cancelled() => Err(Stop::Gone),
            _ = self.client.send(event) => Ok(()),
        }
    }
}
