//! Attachments in memory, whose bytes nobody sends.

use std::collections::HashMap;
use std::sync::Mutex;

use async_trait::async_trait;
use calm_orbit_chatkit::{
    Attachment, AttachmentId, AttachmentKind, Attachments, Declined, NewAttachment,
    UploadDescriptor, UploadMethod,
};

#[derive(Default)]
pub(crate) struct Shelf(Mutex<HashMap<AttachmentId, Attachment>>);

fn missing(id: &AttachmentId) -> Declined {
    Declined::NotFound(id.to_string())
}

#[async_trait]
impl Attachments for Shelf {
    async fn create(&self, new: NewAttachment) -> Result<Attachment, Declined> {
        if new.size > 1_000 {
            return Err(Declined::Refused("The file is too large.".into()));
        }
        let id = AttachmentId::generate();
        let kind = if new.mime_type.starts_with("image/") {
            AttachmentKind::Image {
                preview_url: "data:image/png;base64,AA==".into(),
            }
        } else {
            AttachmentKind::File
        };
        let attachment = Attachment {
            name: new.name,
            mime_type: new.mime_type,
            upload_descriptor: Some(UploadDescriptor {
                url: format!("https://example.org/upload/{id}"),
                method: UploadMethod::Post,
                headers: [("X-Key".to_owned(), "k".to_owned())].into(),
            }),
            thread_id: None,
            kind,
            id: id.clone(),
        };
        self.0.lock().unwrap().insert(id, attachment.clone());
        Ok(attachment)
    }

    async fn attachment(&self, id: &AttachmentId) -> Result<Attachment, Declined> {
        let shelf = self.0.lock().unwrap();
        shelf.get(id).cloned().ok_or_else(|| missing(id))
    }

    async fn save(&self, attachment: &Attachment) -> Result<(), Declined> {
        let mut shelf = self.0.lock().unwrap();
        let place = shelf
            .get_mut(&attachment.id)
            .ok_or_else(|| missing(&attachment.id))?;
        place.clone_from(attachment);
        Ok(())
    }

    async fn delete(&self, id: &AttachmentId) -> Result<(), Declined> {
        let gone = self.0.lock().unwrap().remove(id);
        gone.map(|_| ()).ok_or_else(|| missing(id))
    }
}
