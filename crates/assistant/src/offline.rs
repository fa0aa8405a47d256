//! The offline interpreter.

use std::sync::Arc;

use async_trait::async_trait;
use chatkit::workflow::{StatusIndicator, Task as Step, WorkflowStyle, WorkflowSummary};
use chatkit::{RespondError, Responder, Turn};
use jiff::Zoned;

use crate::conversation::{Answer, Conversation};
use crate::memory::Memory;
use crate::tools::{Servers, ToolError, Tools};
use crate::words;

/// The assistant without a model: it understands what the app can do. One is enough for all
/// threads.
pub struct Offline {
    servers: Servers,
    now: Arc<dyn Fn() -> Zoned + Send + Sync>,
}

impl Offline {
    /// An interpreter over the task tools. `now` tells the person's time, for "today" and
    /// "tomorrow" in answers.
    pub fn new(servers: Servers, now: Arc<dyn Fn() -> Zoned + Send + Sync>) -> Self {
        Self { servers, now }
    }
}

#[async_trait]
impl Responder for Offline {
    async fn respond(&self, turn: Turn) -> Result<(), RespondError> {
        let message = turn
            .user_message()
            .map(|message| message.text())
            .unwrap_or_default();
        if turn.thread().title.is_none() {
            turn.set_title(task::text::excerpt(message.trim(), 48))
                .await?;
        }
        let memory = Memory::recall(&turn).await;
        let tools = Tools::connect(&self.servers)
            .await
            .map_err(RespondError::failed)?;
        let conversation = Conversation {
            tools,
            today: (self.now)().date(),
            memory,
        };
        let answer = match conversation.answer(&message).await {
            Ok(answer) => answer,
            // What the tools refuse is an answer too: the person can act on it.
            Err(ToolError::Failed { message, .. }) => Answer::plain(words::escape(&message)),
            Err(broken) => return Err(RespondError::failed(broken)),
        };
        if let Some(step) = answer.step {
            let mut steps = turn.steps(WorkflowStyle::Custom).await?;
            steps
                .add(Step::custom(step.clone(), StatusIndicator::Complete))
                .await?;
            steps
                .finish(Some(WorkflowSummary::Custom {
                    title: step,
                    icon: None,
                }))
                .await?;
        }
        turn.say(answer.text).await?;
        let memory = conversation
            .memory
            .after(answer.shown, answer.it, answer.asked);
        let memory = serde_json::to_value(&memory).map_err(RespondError::failed)?;
        turn.remember(memory).await?;
        turn.end().await?;
        Ok(())
    }
}
