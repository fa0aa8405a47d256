//! Turns that end before their answer is given.

use super::Recorder;
use crate::{ErrorCode, Event, Item, ItemKind, RespondError, ThreadsError};

/// The note for later answers that follows one that was stopped.
const STOPPED: &str = "The person stopped this answer. Don't continue it unless they ask.";

impl Recorder {
    /// Keeps what was said, and a note that it was cut short.
    pub(super) async fn client_gone(&mut self) {
        let note = ItemKind::SdkHiddenContext {
            content: STOPPED.to_owned(),
        };
        let answers = self.pending.drain(..).filter(Item::is_answer_with_text);
        let items = answers
            .chain([Item::begin(self.thread.clone(), note)])
            .collect::<Vec<_>>();
        for item in items {
            match self.threads.save_item(&item).await {
                Ok(()) => {}
                // Deleted while it was answered, which is one way to stop an answer.
                Err(ThreadsError::NotFound(_)) => return,
                Err(error) => tracing::error!(
                    error = &error as &dyn std::error::Error,
                    thread = %self.thread,
                    "an answer that was stopped could not be saved"
                ),
            }
        }
    }

    /// Tells the client that the answer failed.
    pub(super) async fn failed(&self, error: RespondError) {
        let event = match error {
            RespondError::Custom {
                message,
                allow_retry,
            } => Event::Error {
                code: ErrorCode::Custom,
                message: Some(message),
                allow_retry,
            },
            error => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    thread = %self.thread,
                    "an answer failed"
                );
                let allow_retry = match error {
                    RespondError::Failed { allow_retry, .. } => allow_retry,
                    _ => true,
                };
                Event::Error {
                    code: ErrorCode::Stream,
                    message: None,
                    allow_retry,
                }
            }
        };
        // A client that has gone meanwhile has nothing to learn.
        let _ = self.send(event).await;
    }
}
