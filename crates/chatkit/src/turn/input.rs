//! What a turn answers.

use crate::widget::Action;
use crate::{ClientToolCall, Item, ItemId, StructuredInput, UserMessage};

/// What a turn answers. The items are stored already.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// A message, sent now or tried again.
    Message {
        /// Its item.
        id: ItemId,
        /// The message.
        message: UserMessage,
    },
    /// The output of a tool that the last turn had the client run.
    ToolOutput {
        /// Its item.
        id: ItemId,
        /// The call with its output, which is untrusted as everything from a client is.
        call: ClientToolCall,
    },
    /// Answers to the questions of an earlier turn.
    Answers {
        /// Their item.
        id: ItemId,
        /// The questions with their answers.
        answered: StructuredInput,
    },
    /// Something done in a widget, or by the page.
    Action {
        /// What was done.
        action: Action,
        /// The [widget](crate::ItemKind::Widget) it was done in; `None` when the page did it.
        sender: Option<Item>,
    },
}
