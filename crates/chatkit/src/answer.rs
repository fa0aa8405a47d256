//! Items that grow while the client watches: a text, and a list of steps.

use crate::content::{Annotation, AssistantContent, OutputText};
use crate::workflow::{Task, Workflow, WorkflowStyle, WorkflowSummary};
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

/// The steps of an answer, shown while they are taken.
///
/// They are stored when [`finished`](Self::finish), and only then.
#[must_use = "steps are stored only when they are finished"]
pub struct Steps {
    turn: Turn,
    item: Item,
    workflow: Workflow,
}

impl Steps {
    pub(crate) async fn begin(turn: Turn, style: WorkflowStyle) -> Result<Self, TurnOver> {
        let workflow = Workflow {
            style,
            tasks: Vec::new(),
            summary: None,
            expanded: false,
        };
        let item = turn.item(ItemKind::Workflow {
            workflow: workflow.clone(),
        });
        turn.emit(Event::ItemAdded { item: item.clone() }).await?;
        Ok(Self {
            turn,
            item,
            workflow,
        })
    }

    /// The workflow item's identifier.
    #[must_use]
    pub fn id(&self) -> &ItemId {
        &self.item.id
    }

    /// Shows one more step, and gives its place for [`update`](Self::update).
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn add(&mut self, task: Task) -> Result<usize, TurnOver> {
        let task_index = self.workflow.tasks.len();
        self.workflow.tasks.push(task.clone());
        self.send(ItemUpdate::TaskAdded { task_index, task })
            .await?;
        Ok(task_index)
    }

    /// Changes a step that was added. A place without a step changes nothing.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn update(&mut self, task_index: usize, task: Task) -> Result<(), TurnOver> {
        let Some(place) = self.workflow.tasks.get_mut(task_index) else {
            return Ok(());
        };
        *place = task.clone();
        self.send(ItemUpdate::TaskUpdated { task_index, task })
            .await
    }

    /// Completes the workflow, which stores it, and gives it back.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn finish(mut self, summary: Option<WorkflowSummary>) -> Result<Item, TurnOver> {
        self.workflow.summary = summary;
        let Self {
            turn,
            mut item,
            workflow,
        } = self;
        item.kind = ItemKind::Workflow { workflow };
        turn.emit(Event::ItemDone { item: item.clone() }).await?;
        Ok(item)
    }

    async fn send(&self, update: ItemUpdate) -> Result<(), TurnOver> {
        self.turn
            .emit(Event::ItemUpdated {
                item_id: self.item.id.clone(),
                update,
            })
            .await
    }
}
