//! What the main window needs to show the chat page in its frame.

use host::chat::{ChatSettings, Entity, Rollback};
use serde::Serialize;
use serde_json::Value;
use task::{Code, Failure};
use ts_rs::TS;

use super::Arg;

/// How the chat begins.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ChatStart {
    /// How it is set up.
    pub(crate) settings: ChatSettings,
    /// What makes it the built-in panel; `None` where ChatKit is to be shown.
    pub(crate) rollback: Option<Rollback>,
    /// The chat page; `None` where no loopback server could be had.
    pub(crate) page: Option<ChatPage>,
}

/// Where the chat page is.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ChatPage {
    /// Its address, `http://localhost:PORT/chat`.
    pub(crate) address: String,
    /// Its origin, `http://localhost:PORT`.
    pub(crate) origin: String,
}

fn later() -> Failure {
    Failure {
        code: Code::Unsupported,
        message: "This comes soon.".to_owned(),
    }
}

/// How the chat begins.
#[tauri::command]
pub(crate) async fn chat_start() -> Result<ChatStart, Failure> {
    Err(later())
}

/// Sets the chat up anew.
#[tauri::command]
pub(crate) async fn chat_set(settings: Arg<ChatSettings>) -> Result<ChatStart, Failure> {
    drop(settings.0);
    Err(later())
}

/// A ticket for the chat page that is about to be loaded; the one before it opens nothing any more.
#[tauri::command]
pub(crate) async fn chat_ticket() -> Result<String, Failure> {
    Err(later())
}

/// What can be mentioned, by the beginning of its name.
#[tauri::command]
pub(crate) async fn chat_tags(query: Arg<String>) -> Result<Vec<Entity>, Failure> {
    drop(query.0);
    Err(later())
}

/// The preview of something that was mentioned, a ChatKit widget; `null` where it is gone.
#[tauri::command]
pub(crate) async fn chat_preview(entity: Arg<String>) -> Result<Value, Failure> {
    drop(entity.0);
    Err(later())
}
