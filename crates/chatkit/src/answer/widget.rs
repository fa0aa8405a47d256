//! A widget that changes while it is shown.

use crate::widget::{self, Component, Widget};
use crate::{Event, Item, ItemId, ItemKind, ItemUpdate, Turn, TurnOver};

/// A widget that changes while the person sees it.
///
/// It is stored when [`finished`](Self::finish), and only then.
#[must_use = "a widget is stored only when it is finished"]
pub struct WidgetAnswer {
    turn: Turn,
    item: Item,
    widget: Widget,
    copy_text: Option<String>,
}

impl WidgetAnswer {
    pub(crate) async fn begin(turn: Turn, widget: Widget) -> Result<Self, TurnOver> {
        let item = turn.item(ItemKind::Widget {
            widget: widget.clone(),
            copy_text: None,
        });
        turn.emit(Event::ItemAdded { item: item.clone() }).await?;
        Ok(Self {
            turn,
            item,
            widget,
            copy_text: None,
        })
    }

    /// The widget item's identifier.
    #[must_use]
    pub fn id(&self) -> &ItemId {
        &self.item.id
    }

    /// The widget as it is shown.
    #[must_use]
    pub fn widget(&self) -> &Widget {
        &self.widget
    }

    /// What is copied in the widget's place once it is finished.
    pub fn set_copy_text(&mut self, text: impl Into<String>) {
        self.copy_text = Some(text.into());
    }

    /// Shows the widget as it is now. Text that only grew, in `Text` and `Markdown` components
    /// with an `id`, is sent as what is new of it; anything else sends the whole widget again.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn show(&mut self, widget: impl Into<Widget>) -> Result<(), TurnOver> {
        let widget = widget.into();
        for update in widget::changes(&self.widget, &widget) {
            self.update(update).await?;
        }
        self.widget = widget;
        Ok(())
    }

    /// Puts a component in the place of the one with this `id`. Without such a one nothing
    /// changes.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn replace(
        &mut self,
        component_id: impl Into<String>,
        component: impl Into<Component>,
    ) -> Result<(), TurnOver> {
        let (component_id, component) = (component_id.into(), component.into());
        let before = self.widget.clone();
        widget::replace(&mut self.widget, &component_id, &component);
        if self.widget == before {
            return Ok(());
        }
        self.update(ItemUpdate::WidgetComponentUpdated {
            component_id,
            component,
        })
        .await
    }

    /// Completes the widget, which stores it, and gives it back.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn finish(self) -> Result<Item, TurnOver> {
        let Self {
            turn,
            mut item,
            widget,
            copy_text,
        } = self;
        item.kind = ItemKind::Widget { widget, copy_text };
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
