//! Hosted ChatKit: minting its sessions, and the tools that it may call here.

use host::chat::{Hosted, ToolOutcome, client_tool};
use secrecy::ExposeSecret;
use secrets::Secrets;
use serde_json::Value;
use task::Failure;
use tauri::State;

use super::Arg;
use super::secrets::failure;
use crate::profile::Profile;

/// A client secret for hosted ChatKit, good for ten minutes at most. `current` is the one that
/// ChatKit has and wants replaced. The one secret that a page gets.
#[tauri::command]
pub(crate) async fn chat_secret(
    profile: State<'_, Profile>,
    hosted: State<'_, Hosted>,
    secrets: State<'_, Secrets>,
    current: Arg<Option<String>>,
) -> Result<String, Failure> {
    let open = profile.open().await?;
    let credential = async |name| secrets.get(name).await.map_err(failure);
    let secret = hosted
        .client_secret(&open.store, current.0.as_deref(), credential)
        .await?;
    Ok(secret.expose_secret().to_owned())
}

/// Ends the sessions and forgets the credential that they were minted with.
#[tauri::command]
pub(crate) async fn chat_sign_out(
    profile: State<'_, Profile>,
    hosted: State<'_, Hosted>,
    secrets: State<'_, Secrets>,
) -> Result<(), Failure> {
    let open = profile.open().await?;
    let clear = async |name| secrets.clear(name).await.map(drop).map_err(failure);
    hosted.sign_out(&open.store, clear).await
}

/// Carries out a tool that hosted ChatKit calls, or says what the person has to agree to first.
#[tauri::command]
pub(crate) async fn chat_tool(
    profile: State<'_, Profile>,
    name: Arg<String>,
    params: Arg<Value>,
    agreed: Arg<bool>,
) -> Result<ToolOutcome, Failure> {
    let open = profile.open().await?;
    Ok(client_tool(&open.store, &name.0, params.0, agreed.0).await)
}
