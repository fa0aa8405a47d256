//! An image that is made while the person waits.

use crate::{Event, GeneratedImage, Item, ItemId, ItemKind, ItemUpdate, Turn, TurnOver};

/// An image that is made while the person waits.
///
/// It is stored when [`finished`](Self::finish), and only then.
#[must_use = "an image is stored only when it is finished"]
pub struct ImageAnswer {
    turn: Turn,
    item: Item,
}

impl ImageAnswer {
    pub(crate) async fn begin(turn: Turn) -> Result<Self, TurnOver> {
        let item = turn.item(ItemKind::GeneratedImage { image: None });
        turn.emit(Event::ItemAdded { item: item.clone() }).await?;
        Ok(Self { turn, item })
    }

    /// The image item's identifier.
    #[must_use]
    pub fn id(&self) -> &ItemId {
        &self.item.id
    }

    /// Shows a preview, and how far the image is, from 0 to 1.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn preview(
        &self,
        image: GeneratedImage,
        progress: Option<f64>,
    ) -> Result<(), TurnOver> {
        self.turn
            .emit(Event::ItemUpdated {
                item_id: self.item.id.clone(),
                update: ItemUpdate::GeneratedImageUpdated { image, progress },
            })
            .await
    }

    /// Shows the image itself, which stores it, and gives its item back.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn finish(self, image: GeneratedImage) -> Result<Item, TurnOver> {
        let Self { turn, mut item } = self;
        item.kind = ItemKind::GeneratedImage { image: Some(image) };
        turn.emit(Event::ItemDone { item: item.clone() }).await?;
        Ok(item)
    }
}
