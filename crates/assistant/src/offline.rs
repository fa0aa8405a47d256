//! The offline interpreter.

use std::sync::Arc;

use async_trait::async_trait;
use chatkit::{
    Declined, Feedback, Input, InputStatus, Item, ItemId, ItemKind, RespondError, Responder,
    ThreadId, Threads, Turn,
};
use jiff::Zoned;

use crate::intent::Conversation;
use crate::memory::{Hidden, Memory};
use crate::tools::{Servers, Tools};
use crate::{retry, telling};

/// The assistant without a model: it understands what the app can do. One is enough for all
/// threads.
pub struct Offline {
    servers: Servers,
    threads: Arc<dyn Threads>,
    now: Arc<dyn Fn() -> Zoned + Send + Sync>,
}

impl Offline {
    /// An interpreter over the task tools. `threads` is where feedback is kept; `now` tells the
    /// person's time, for "today" and "tomorrow".
    pub fn new(
        servers: Servers,
        threads: Arc<dyn Threads>,
        now: Arc<dyn Fn() -> Zoned + Send + Sync>,
    ) -> Self {
        Self {
            servers,
            threads,
            now,
        }
    }
}

#[async_trait]
impl Responder for Offline {
    async fn respond(&self, turn: Turn) -> Result<(), RespondError> {
        let (id, message) = match turn.input().clone() {
            Input::Message { id, message } => (id, message),
            other => return told_what_it_is(&turn, &other).await,
        };
        if turn.thread().title.is_none() {
            let text = message.text();
            let words: Vec<&str> = text.split_whitespace().collect();
            turn.set_title(task::text::excerpt(&words.join(" "), 48))
                .await?;
        }
        let now = (self.now)();
        let group = retry::group_of(&id, now.timestamp());
        let memory = Memory::recall(&turn).await;
        let tools = Tools::connect(&self.servers, group)
            .await
            .map_err(RespondError::failed)?;
        // In a task of its own: what was begun is done to its end, also when the answer is
        // stopped, so that it can be taken back as a whole.
        let working = tokio::spawn(async move {
            let begun = Conversation::begin(tools, memory, now, group, message).await;
            let conversation = begun?;
            let answer = conversation.answer().await?;
            Ok((conversation, answer))
        });
        let worked: Result<_, crate::tools::ToolError> =
            working.await.map_err(RespondError::failed)?;
        let (conversation, answer) = worked.map_err(RespondError::failed)?;
        // Remembered before it is said: an answer that is stopped has its numbers on the screen.
        let memory = conversation.memory.clone().after(&answer);
        let memory = serde_json::to_value(Hidden::Memory(memory)).map_err(RespondError::failed)?;
        turn.remember(memory).await?;
        telling::steps(&turn, &conversation.tools.steps, group).await?;
        telling::text(&turn, &answer).await?;
        turn.end().await?;
        Ok(())
    }

    /// Kept in the thread as a hidden item; it goes with the thread, and nowhere else.
    async fn feedback(
        &self,
        thread: &ThreadId,
        items: &[ItemId],
        feedback: Feedback,
    ) -> Result<(), Declined> {
        let hidden = Hidden::Feedback {
            items: items.to_vec(),
            opinion: feedback,
        };
        let content = serde_json::to_value(hidden).map_err(Declined::failed)?;
        let item = Item::begin(thread.clone(), ItemKind::HiddenContextItem { content });
        self.threads
            .save_item(&item)
            .await
            .map_err(Declined::failed)
    }
}

/// What is no message was asked for by somebody else: another assistant of this thread, or the page
/// by itself. Nothing is done for it, and what was said last, and the question that may be open
/// since, are left as they are.
async fn told_what_it_is(turn: &Turn, input: &Input) -> Result<(), RespondError> {
    let said = match input {
        Input::Message { .. } => return Ok(()),
        Input::Action { .. } => "That does nothing here. Say in words what you want.",
        Input::ToolOutput { .. } => {
            "Nothing here waits for that any more, so nothing was done with it. Say in words what \
             you want."
        }
        // Who skips questions wants to hear nothing more of them.
        Input::Answers { answered, .. } if answered.status == InputStatus::Skipped => {
            return Ok(turn.end().await?);
        }
        Input::Answers { .. } => {
            "Your answers are kept here, but whoever asked is not there any more, so nothing was \
             done with them. Say in words what you want."
        }
    };
    turn.say(said).await?;
    Ok(turn.end().await?)
}
