//! A list of steps.

use crate::workflow::{Task, Workflow, WorkflowStyle, WorkflowSummary};
use crate::{Event, Item, ItemId, ItemKind, ItemUpdate, Turn, TurnOver};

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
