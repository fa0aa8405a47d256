//! Files and images that come with messages, and the trait that whoever keeps them implements.

use std::collections::BTreeMap;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::{AttachmentId, Declined, ThreadId};

/// A file or an image of a message: what is known of it, not its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Unique in its store.
    pub id: AttachmentId,
    /// The file's name.
    pub name: String,
    /// Its media type, such as `text/plain`.
    pub mime_type: String,
    /// Where the client is to send the bytes; `None` once they are there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upload_descriptor: Option<UploadDescriptor>,
    /// The thread of the message that it came with; `None` before it was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread_id: Option<ThreadId>,
    /// How it is shown.
    #[serde(flatten)]
    pub kind: AttachmentKind,
}

/// How an attachment is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum AttachmentKind {
    /// By its name.
    File,
    /// As an image.
    Image {
        /// Where the client loads the image from. The frame may refuse plain `http` addresses; a
        /// `data:` address always works.
        preview_url: String,
    },
}

/// Where and how the client sends the bytes of an attachment: as `multipart/form-data` with one
/// field `file`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadDescriptor {
    /// The address.
    pub url: String,
    /// The method.
    pub method: UploadMethod,
    /// Headers to send along.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
}

/// The method of an upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum UploadMethod {
    /// `POST`.
    Post,
    /// `PUT`.
    Put,
}

/// A file that the client is about to send.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct NewAttachment {
    /// Its name, as the client says.
    pub name: String,
    /// Its length in bytes, as the client says.
    pub size: u64,
    /// Its media type, as the client says.
    pub mime_type: String,
}

/// Where the attachments of one owner are kept.
///
/// A store that serves several people gives each a value of its own, which sees only theirs;
/// identifiers in requests are untrusted, and what belongs to someone else is
/// [`NotFound`](Declined::NotFound).
#[async_trait]
pub trait Attachments: Send + Sync {
    /// Registers a file that is about to be sent, and says where to send it
    /// (`uploadStrategy: two_phase` of the page). What takes the bytes is the application's own.
    ///
    /// # Errors
    /// [`Refused`](Declined::Refused) for a file that is too large or of a wrong type.
    async fn create(&self, new: NewAttachment) -> Result<Attachment, Declined>;

    /// Gives back an attachment.
    ///
    /// # Errors
    /// [`NotFound`](Declined::NotFound) when there is none.
    async fn attachment(&self, id: &AttachmentId) -> Result<Attachment, Declined>;

    /// Stores an attachment in place of the one with its identifier; called with its thread just
    /// before the message it comes with is stored. May be called again after a failure.
    ///
    /// # Errors
    /// [`NotFound`](Declined::NotFound) when there is none.
    async fn save(&self, attachment: &Attachment) -> Result<(), Declined>;

    /// Deletes an attachment with its bytes.
    ///
    /// # Errors
    /// [`NotFound`](Declined::NotFound) when there is none.
    async fn delete(&self, id: &AttachmentId) -> Result<(), Declined>;
}
