//! The list of a channel: the file by which apps hear of a version. It is read here and not by the
//! updater, which takes one of any length, and tells a list that isn't there from a server that has
//! failed no more than it tells it from nonsense.

use std::time::Duration;

use reqwest::header::ACCEPT;
use reqwest::{Client, StatusCode};
use serde_json::Value;
use tauri::Url;
use tauri_plugin_updater::Error;

/// How long a list may take to come.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a connection may take to be made.
pub(super) const CONNECT: Duration = Duration::from_secs(15);
/// The most bytes that a list may have.
const LARGEST: usize = 1024 * 1024;

/// Why a channel has no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoAnswer {
    /// It has no list.
    #[error("there is no list")]
    NoList,
    /// The server can't, or doesn't want to.
    #[error("the server says {0}")]
    Status(StatusCode),
    /// No list looks like this.
    #[error("this is no list")]
    Nonsense,
    /// Nobody is there.
    #[error(transparent)]
    Unreachable(#[from] reqwest::Error),
    /// The updater can do nothing with it.
    #[error(transparent)]
    Unusable(#[from] Error),
}

/// What a list says, as it came.
///
/// # Errors
/// Why nothing came.
pub(super) async fn read(address: Url, only_https: bool) -> Result<Value, NoAnswer> {
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        // Fails only where somebody was quicker.
        drop(rustls::crypto::ring::default_provider().install_default());
    }
    let client = Client::builder()
        .user_agent("calm-orbit")
        .https_only(only_https)
        .connect_timeout(CONNECT)
        .timeout(PATIENCE)
        .build()?;
    let asked = client.get(address).header(ACCEPT, "application/json");
    let mut response = asked.send().await?;
    match response.status() {
        StatusCode::NOT_FOUND | StatusCode::GONE => return Err(NoAnswer::NoList),
        status if !status.is_success() => return Err(NoAnswer::Status(status)),
        _ => {}
    }
    let mut text = Vec::new();
    while let Some(part) = response.chunk().await? {
        if text.len() + part.len() > LARGEST {
            return Err(NoAnswer::Nonsense);
        }
        text.extend_from_slice(&part);
    }
    serde_json::from_slice(&text).map_err(|_| NoAnswer::Nonsense)
}
