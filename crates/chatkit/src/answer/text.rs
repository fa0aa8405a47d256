//! A message whose text comes bit by bit.

use crate::content::{Annotation, AssistantContent, OutputText};
use crate::{Event, Item, ItemId, ItemKind, ItemUpdate, Turn, TurnOver};

/// A message of the assistant whose text comes bit by bit.
///
/// If the person stops the answer, the text so far is stored. If the responder fails, or drops
/// this without [`finish`](Self::finish), it is not.
#[must_use = "an answer is stored only when it is finished"]
pub struct TextAnswer {
    turn: Turn,
    item: Item,
    part: OutputText,
}

impl TextAnswer {
    pub(crate) async fn begin(turn: Turn) -> Result<Self, TurnOver> {
        let item = turn.item(ItemKind::AssistantMessage {
            content: Vec::new(),
        });
        turn.emit(Event::ItemAdded { item: item.clone() }).await?;
        let answer = Self {
            turn,
            item,
            part: OutputText {
                text: String::new(),
                annotations: Vec::new(),
            },
        };
        let content = AssistantContent::OutputText(answer.part.clone());
        answer
            .update(ItemUpdate::ContentPartAdded {
                content_index: 0,
                content,
            })
            .await?;
        Ok(answer)
    }

    /// The message's identifier.
    #[must_use]
    pub fn id(&self) -> &ItemId {
        &self.item.id
    }

    /// The text so far.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.part.text
    }

    /// Appends Markdown text. An empty piece sends nothing.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn push(&mut self, delta: impl Into<String>) -> Result<(), TurnOver> {
        let delta = delta.into();
        if delta.is_empty() {
            return Ok(());
        }
        self.part.text.push_str(&delta);
        self.update(ItemUpdate::TextDelta {
            content_index: 0,
            delta,
        })
        .await
    }

    /// Adds a reference.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn annotate(&mut self, annotation: Annotation) -> Result<(), TurnOver> {
        let annotation_index = self.part.annotations.len();
        self.part.annotations.push(annotation.clone());
        self.update(ItemUpdate::AnnotationAdded {
            content_index: 0,
            annotation_index,
            annotation,
        })
        .await
    }

    /// Completes the message, which stores it, and gives it back.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn finish(self) -> Result<Item, TurnOver> {
        let content = AssistantContent::OutputText(self.part.clone());
        let done = ItemUpdate::ContentPartDone {
            content_index: 0,
            content: content.clone(),
        };
        self.update(done).await?;
        let Self { turn, mut item, .. } = self;
        item.kind = ItemKind::AssistantMessage {
            content: vec![content],
        };
        turn.emit(Event::ItemDone { item: item.clone() }).await?;
        Ok(item)
    }

    async fn update(&self, update: ItemUpdate) -> Result<(), TurnOver> {
        self.turn
            .emit(Event::ItemUpdated {
                item_id: self.item.id.clone(),
                update,
            })
            .await
    }
}
