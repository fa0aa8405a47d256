//! What the main window needs to show the chat page in its frame.

use host::chat::{ChatSettings, Entity, Rollback, load_settings, rollback, save_settings};
use serde::Serialize;
use serde_json::Value;
use store::Store;
use task::Failure;
use tauri::State;
use ts_rs::TS;

use super::Arg;
use crate::chat_site::ChatSite;
use crate::page::Page;
use crate::profile::Profile;

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

/// How the chat begins.
#[tauri::command]
pub(crate) async fn chat_start(
    profile: State<'_, Profile>,
    site: State<'_, ChatSite>,
) -> Result<ChatStart, Failure> {
    let open = profile.open().await?;
    let settings = load_settings(&open.store).await?;
    start(&open.store, settings, &site).await
}

/// Sets the chat up anew.
#[tauri::command]
pub(crate) async fn chat_set(
    profile: State<'_, Profile>,
    site: State<'_, ChatSite>,
    page: State<'_, Page>,
    settings: Arg<ChatSettings>,
) -> Result<ChatStart, Failure> {
    let open = profile.open().await?;
    let settings = save_settings(&open.store, settings.0).await?;
    // Another backend may have another flag; nobody waits for it.
    profile.look_at_flag.notify_one();
    // What the chat shows follows at once, such as the built-in panel in place of ChatKit.
    page.look_at_chat();
    start(&open.store, settings, &site).await
}

async fn start(
    store: &Store,
    settings: ChatSettings,
    site: &ChatSite,
) -> Result<ChatStart, Failure> {
    let rollback = rollback(store, &settings).await?;
    let page = site.address().map(|address| ChatPage {
        address: address.page(),
        origin: address.origin(),
    });
    Ok(ChatStart {
        settings,
        rollback,
        page,
    })
}

/// A ticket for the chat page that is about to be loaded; the one before it opens nothing any more.
#[tauri::command]
pub(crate) fn chat_ticket(site: State<'_, ChatSite>) -> Result<String, Failure> {
    let ticket = site.tickets().issue()?;
    Ok(ticket.reveal().to_owned())
}

/// What can be mentioned, by the beginning of its name.
#[tauri::command]
pub(crate) async fn chat_tags(
    profile: State<'_, Profile>,
    query: Arg<String>,
) -> Result<Vec<Entity>, Failure> {
    let open = profile.open().await?;
    Ok(host::chat::find(&open.store, &query.0).await?)
}

/// The preview of something that was mentioned, a ChatKit widget; `null` where it is gone.
#[tauri::command]
pub(crate) async fn chat_preview(
    profile: State<'_, Profile>,
    entity: Arg<String>,
) -> Result<Value, Failure> {
    let open = profile.open().await?;
    let preview = host::chat::preview(&open.store, &entity.0).await?;
    Ok(preview.unwrap_or(Value::Null))
}
