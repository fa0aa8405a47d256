//! A turn under way: runs the responder, stores what it says, sends it on.

mod ending;
mod store;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use futures::FutureExt;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::rooms::Rooms;
use crate::turn::{Said, TurnContext};
use crate::{
    Event, Item, RespondError, Responder, StreamOptions, ThreadId, Threads, ThreadsError, Turn,
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

fn panicked() -> Stop {
    Stop::Failed(RespondError::failed("the responder panicked"))
}

/// Runs a turn to its end: sends the opening, then what the responder says.
///
/// Runs in a task of its own, which never stops in the middle of storing something: only the
/// responder's future is dropped when the client goes away.
pub(super) async fn run(
    responder: Arc<dyn Responder>,
    context: TurnContext,
    opening: Opening,
    changes: Arc<Rooms>,
    client: mpsc::Sender<Event>,
    stop: CancellationToken,
) {
    let mut recorder = Recorder {
        threads: Arc::clone(&context.threads),
        thread: context.thread.id.clone(),
        changes,
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
    /// Lets one change at a time into each thread's own fields.
    changes: Arc<Rooms>,
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
        // As long as there are tasks that speak at once, since each of them waits until it was
        // heard. Nobody waits for a place, which one who then stopped listening would keep.
        let (sender, mut steps) = mpsc::unbounded_channel();
        let turn = Turn::new(context, sender);
        let respond = async move { responder.respond(turn).await };
        let mut respond = Box::pin(AssertUnwindSafe(respond).catch_unwind());
        let stop = self.stop.clone();
        let ended = loop {
            tokio::select! {
                // The responder before its tasks, which could speak without a pause.
                biased;
                () = stop.cancelled() => break Err(Stop::Gone),
                result = &mut respond => break match result {
                    Ok(Ok(())) => Ok(()),
                    Ok(Err(error)) => Err(Stop::Failed(error)),
                    Err(_panic) => Err(panicked()),
                },
                Some(said) = steps.recv() => {
                    if let Err(stop) = self.take_down(said).await {
                        break Err(stop);
                    }
                }
            }
        };
        // What it holds may panic as it goes, which is no reason to lose what it said.
        let _ = catch_unwind(AssertUnwindSafe(|| drop(respond)));
        steps.close();
        self.hear_out(steps, ended).await
    }

    /// Takes down what was said before the end, which counts also when nobody reads it any more;
    /// nothing counts behind the call of a tool. Whoever still waits learns that the turn is over.
    async fn hear_out(
        &mut self,
        mut steps: mpsc::UnboundedReceiver<Said>,
        mut ended: Result<(), Stop>,
    ) -> Result<(), Stop> {
        let mut counts = !matches!(ended, Err(Stop::ToolCalled));
        // Empties the queue whatever happens: what stays in it would never be answered.
        while let Some(said) = steps.recv().await {
            if !counts {
                continue;
            }
            match self.take_down(said).await {
                Ok(()) | Err(Stop::Gone) => {}
                Err(stop) => {
                    counts = false;
                    ended = ended.and(Err(stop));
                }
            }
        }
        ended
    }

    /// Stores and sends a step, and tells the responder so.
    async fn take_down(&mut self, said: Said) -> Result<(), Stop> {
        // What a responder does to a thread runs here, and may panic as it may.
        let recorded = AssertUnwindSafe(self.record(said.step))
            .catch_unwind()
            .await;
        recorded.unwrap_or_else(|_panic| Err(panicked()))?;
        // Whoever said it may have stopped waiting.
        let _ = said.taken_down.send(());
        Ok(())
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
